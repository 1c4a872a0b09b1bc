package pdf_test

import (
	"os"
	"sync"
	"testing"

	"jianbao/internal/pdf"
)

// everything does to a file what can be done, and returns the files made of it.
// What cannot be read makes none.
func everything(data []byte) [][]byte {
	var made [][]byte
	if f, err := pdf.Read(data); err == nil {
		f.Outline()
		f.Faces()
		f.Images()
		f.Links()
		_, _ = f.Text()
	}
	keep := func(out []byte, err error) {
		if err == nil {
			made = append(made, out)
		}
	}
	keep(pdf.Stamp(data, day()))
	keep(pdf.TwoUp(data))
	keep(pdf.Booklet(data))
	keep(pdf.Pad(data))
	keep(pdf.Copies(data, 1, oneNumber(), true))
	keep(pdf.Copies(oneNumber(), 1, data, false))
	return made
}

// pdfcpu makes a folder for settings and faces in the user's home, unless it is
// kept from it.
func TestNothingIsWritten(t *testing.T) {
	data := file(t, "missing.pdf")
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData", "USERPROFILE", "TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, home)
	}
	t.Chdir(home)
	if made := everything(data); len(made) < 5 {
		t.Errorf("%d files are made", len(made))
	}
	if entries := must(os.ReadDir(home))(t); len(entries) > 0 {
		t.Errorf("there is %v", entries)
	}
}

// Files are read and made at the same time, and what is read is asked at the
// same time.
func TestAtTheSameTime(t *testing.T) {
	data := file(t, "missing.pdf")
	f := read(t, data)
	want := len(must(f.Text())(t).Runes)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			everything(data)
			f.Outline()
			f.Faces()
			f.Images()
			if text, err := f.Text(); err != nil || len(text.Runes) != want {
				t.Error(err, len(text.Runes))
			}
		})
	}
	group.Wait()
}
