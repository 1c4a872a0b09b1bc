// Package pdf looks into the PDF files that a browser prints, and makes other
// files of them: dated, two pages on a sheet, folded, numbered.
//
// In comes a file as bytes, out comes what is in it, or another file as bytes:
//
//	pdf, err = pdf.Stamp(pdf, day)       // what differs between two prints of a page is taken out
//	file, err := pdf.Read(pdf)           // Pages, Outline, Text, Faces, Images, Links
//	pdf, err = pdf.TwoUp(pdf)            // two pages side by side on A4
//	pdf, err = pdf.Booklet(pdf)          // to be folded to A5
//	pdf, err = pdf.Pad(pdf)              // to an even number of pages
//	pdf, err = pdf.Copies(pdf, 60, numbers, true)
//
// Nothing is read from the disk or the network, and nothing is written to
// either. Bytes that are no PDF, or a damaged one, are an error, whatever they
// are.
//
// # The same input gives the same bytes
//
// [Stamp] changes a browser's file in place, so that every offset in it stays
// true, and never within a stream. The other functions write a file anew
// (write.go): objects in the order in which they are reached from the catalog,
// the keys of dictionaries sorted, the file's identifier made of its contents.
// They take over the dates that they find, so a print is stamped first.
//
// # What is for paper only
//
// [Pad] leaves a file what it is. The others draw pages anew, and drop what a
// page on paper has no use for: links and the structure that reads a page
// aloud. The outline of a file stays in [TwoUp].
//
// # What is whose
//
// This room is the only one that imports pdfcpu, which reads the objects of a
// file; it was chosen because it is pure Go, kept up, and under the Apache
// License. It is told its limits here, as otherwise it would look for them, and
// for fonts, in a folder that it makes in the user's home. Imposing and writing
// are ours: pdfcpu's booklets of two pages to a sheet are for sheets that are
// turned over the long edge, where every other side lies upside down; what it
// draws of a turned page whose box does not begin at 0 is beside the sheet; the
// old pages stay in the file where it has a structure; and what it writes comes
// in the order of Go's maps.
package pdf

import "fmt"

// rescue makes an error of a panic. Damaged files lead pdfcpu to places where
// nobody thought of them.
func rescue(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("pdf: damaged: %v", r)
	}
}

// wrap says in an error where it comes from.
func wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("pdf: %w", err)
}
