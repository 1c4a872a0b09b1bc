package pdf_test

import (
	"testing"

	"jianbao/internal/pdf"
)

func BenchmarkFile(b *testing.B) {
	data, numbers := county(b, "areas.pdf"), county(b, "numbers.pdf")
	f := read(b, data)
	for _, bench := range []struct {
		name string
		do   func() ([]byte, error)
	}{
		{"Stamp", func() ([]byte, error) { return pdf.Stamp(data, day()) }},
		{"Read", func() ([]byte, error) { _, err := pdf.Read(data); return nil, err }},
		{"Text", func() ([]byte, error) { _, err := f.Text(); return nil, err }},
		{"Faces", func() ([]byte, error) { f.Faces(); return nil, nil }},
		{"TwoUp", func() ([]byte, error) { return pdf.TwoUp(data) }},
		{"Booklet", func() ([]byte, error) { return pdf.Booklet(data) }},
		{"Pad", func() ([]byte, error) { return pdf.Pad(data) }},
		{"Copies", func() ([]byte, error) { return pdf.Copies(data, 60, numbers, true) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			var made []byte
			for b.Loop() {
				made = must(bench.do())(b)
			}
			b.ReportMetric(float64(len(made)), "B-made")
		})
	}
}
