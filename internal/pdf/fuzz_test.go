package pdf_test

import (
	"bytes"
	"testing"

	"jianbao/internal/pdf"
)

// FuzzFile does everything to damaged files. What it makes of one can be read,
// and is the same when it is made again.
func FuzzFile(f *testing.F) {
	f.Add(file(f, "missing.pdf"))
	f.Add(oneNumber())
	made := everything(oneNumber())
	for _, data := range made {
		f.Add(data)
	}
	f.Add(build("<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R/Dests<</a[3 0 R]>>>>", "<</Type/Pages/Count 1/Kids[3 0 R]/Rotate 90>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[4 0 R]/Resources<</Font<</F<</Type/Font/Subtype/Type0/ToUnicode 6 0 R>>>>/XObject<</X 7 0 R>>>>>>",
		stream("/Span<</ActualText(x)>>BDC/F 1 Tf [<0000>]TJ EMC BI ID EI"), "<</First 5 0 R/Next 5 0 R/Title(x)/Dest/a>>",
		stream("1 beginbfrange <1> <9> <4E00> endbfrange"), withKeys(stream("/X Do"), "/Subtype/Form/Resources<</XObject<</X 7 0 R>>>>")))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, second := everything(data), everything(data)
		if len(first) != len(second) {
			t.Fatalf("%d files, then %d", len(first), len(second))
		}
		for i := range first {
			if !bytes.Equal(first[i], second[i]) {
				t.Errorf("%d: %s", i, difference(first[i], second[i]))
			}
		}
	})
}

// FuzzStamp dates damaged files, which are not read for it. What is dated is as
// long as it was, and stays what it is when it is dated again.
func FuzzStamp(f *testing.F) {
	f.Add([]byte("1 0 obj <</Length 3/ModDate (D:20250101120000Z)>> stream\nabc endstream endobj trailer <</ID [<AAAA> (1\\)2)]>>"))
	f.Add([]byte("5 0 obj <</ID (node00000009)>> 6 0 obj <</ID (node00000003)/A [<</Headers [(node00000003) (node00000009)]>>]>>" +
		"8 0 obj <</Limits [(node00000003) (node00000009)] /Names [(node00000003) 16 0 R  (node00000009) 5 0 R]>> endobj"))
	f.Add([]byte("5 0 obj <</ID (node00000003)>> 8 0 obj <</Limits [(node00000003) (node00000009)] /Names [(n) (node00000009)]>>"))
	f.Add([]byte("<</Names [(node00000003) [(node00000001) <00> (node00000002)]]/Limits[(node00000003)"))
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := pdf.Stamp(data, day())
		if err != nil {
			return
		}
		if len(once) != len(data) {
			t.Fatalf("%d bytes of %d", len(once), len(data))
		}
		if twice, err := pdf.Stamp(once, day()); err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%v: %s", err, difference(once, twice))
		}
	})
}
