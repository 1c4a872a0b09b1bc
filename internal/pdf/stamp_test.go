package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jianbao/internal/chromium"
	"jianbao/internal/pdf"
)

// A browser that has shown nothing yet and one that has shown and printed other
// pages print the same, once it is stamped.
func TestPrintsAreTheSame(t *testing.T) {
	path, ok := chromium.Find(os.Environ(), "")
	if !ok {
		lacks(t, "browser")
	}
	site := fstest.MapFS{
		"page.html": page(`<title>某县简报 (node00000001)</title><h1 id=a>一、排名</h1><p><a href="#b">见下</a><a href="other.html">另见</a>` + table(3) + `<h2 id=b>二</h2>` + table(5) +
			`<p style="font-weight:700;break-before:page">粗<svg width=60 height=40><text y=20 opacity=.5>图</text></svg>` + table(9)),
		"other.html": page(`<title>另一页</title>` + table(7)),
	}
	print := func(before ...string) []byte {
		b, err := chromium.Start(t.Context(), chromium.Options{Path: path, NoSandbox: os.Getuid() == 0, Site: site})
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		tab := must(b.Open(chromium.Address("page.html"), chromium.View{}))(t)
		defer tab.Close()
		for _, name := range before {
			must(tab.PDF())(t)
			if err := tab.Visit(chromium.Address(name)); err != nil {
				t.Fatal(err)
			}
		}
		return must(tab.PDF())(t)
	}
	one := print()
	time.Sleep(time.Second) // times are in seconds
	two := print("other.html", "page.html", "other.html", "page.html")
	if slices.Equal(heads(one), heads(two)) {
		t.Error("the heads of tables have the same names in both") // then Stamp has lost its use
	}
	if one, two = must(pdf.Stamp(one, day()))(t), must(pdf.Stamp(two, day()))(t); !bytes.Equal(one, two) {
		t.Errorf("they differ: %s", difference(one, two))
	}
	taken(t, one)
	if got := read(t, one).Links(); !slices.Equal(got, []string{chromium.Address("other.html")}) {
		t.Error(got)
	}
	if got := poppler(t, "pdfinfo", one); !strings.Contains(got, "(node00000001)") {
		t.Errorf("the title is changed: %s", got)
	}
}

func table(rows int) string {
	return "<table><thead><tr><th>名次<th>单位<tbody>" + strings.Repeat("<tr><th scope=row>青石镇<td>1", rows) + "</table>"
}

func page(html string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("<!doctype html><html lang=zh-CN><meta charset=utf-8>" + html)}
}

// heads are the names of heads of tables, in their order.
func heads(data []byte) []string {
	var all []string
	for _, found := range regexp.MustCompile(`/ID \((node\d{8})\)`).FindAllSubmatch(data, -1) {
		all = append(all, string(found[1]))
	}
	return all
}

// difference shows where two files differ first.
func difference(a, b []byte) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("byte %d: %q, %q", i, a[max(0, i-60):min(len(a), i+60)], b[max(0, i-60):min(len(b), i+60)])
		}
	}
	return fmt.Sprintf("%d and %d bytes", len(a), len(b))
}

func TestStampChangesNothingElse(t *testing.T) {
	for _, name := range []string{"areas.pdf", "briefing.pdf", "slips.pdf", "numbers.pdf", "missing.pdf"} {
		old := file(t, name)
		stamped := must(pdf.Stamp(old, day()))(t)
		if len(old) != len(stamped) {
			t.Fatalf("%s: %d bytes, not %d", name, len(stamped), len(old))
		}
		changing := regexp.MustCompile(`D:\d{14}\+\d\d'\d\d'|/(Names|Limits) \[\(node[^\]]*\]|\(node\d{8}\)`)
		if rest, oldRest := changing.ReplaceAll(stamped, nil), changing.ReplaceAll(old, nil); !bytes.Equal(rest, oldRest) {
			t.Errorf("%s: %s", name, difference(oldRest, rest))
		}
		for i, head := range heads(stamped) {
			if want := fmt.Sprintf("node%08d", i+1); head != want {
				t.Errorf("%s: %s, want %s", name, head, want)
			}
		}
		if n := bytes.Count(stamped, []byte("(D:20261106000000+08'00')")); n != 2 {
			t.Errorf("%s: %d dates", name, n)
		}
		if again := must(pdf.Stamp(stamped, day()))(t); !bytes.Equal(again, stamped) {
			t.Errorf("%s is not the same when it is stamped twice", name)
		}
		taken(t, stamped)
	}
}

// The tree of names of table heads is sorted, and leads to the same heads.
func TestStampKeepsTheTreeOfNames(t *testing.T) {
	object := `5 0 obj <</S/TH/ID (node00000009)>> endobj 16 0 obj <</S/TH /ID(node00000003)>> endobj
7 0 obj <</S /TD /A [<</Headers [(node00000003) (node00000009) (node00000004)]>>] /Alt (node00000003) /ID (node3)>> endobj
8 0 obj <</Limits [(node00000003) (node00000009)] /Names [(node00000003) 16 0 R  (node00000009) 5 0 R]>> endobj`
	want := `5 0 obj <</S/TH/ID (node00000001)>> endobj 16 0 obj <</S/TH /ID(node00000002)>> endobj
7 0 obj <</S /TD /A [<</Headers [(node00000002) (node00000001) (node00000004)]>>] /Alt (node00000003) /ID (node3)>> endobj
8 0 obj <</Limits [(node00000001) (node00000002)] /Names [(node00000001) 5 0 R  (node00000002) 16 0 R]>> endobj`
	if got := must(pdf.Stamp([]byte(object), day()))(t); string(got) != want {
		t.Errorf("%s", got)
	}
	// With two leaves, an entry may not go to the other.
	object += strings.Replace(object[strings.Index(object, "\n8 0 obj"):], "8 0", "9 0", 1)
	want = strings.NewReplacer("node00000003", "node00000001", "node00000009", "node00000002", "/Alt (node00000003)", "/Alt (node00000003)").Replace(object)
	if got := must(pdf.Stamp([]byte(object), day()))(t); string(got) != want {
		t.Errorf("%s", got)
	}
}

func TestStampInEveryForm(t *testing.T) {
	sum := strings.Repeat("[0-9a-f]", 32)
	for object, want := range map[string]string{
		`1 0 obj <</CreationDate (D:20250101120000Z) /ModDate(D:20250101120000-05'00)>>`: `1 0 obj <</CreationDate \(D:20261105160000Z\) /ModDate\(D:20261106000000\+08'00\)>>`,
		"trailer <</ID [<" + strings.Repeat("A", 32) + "> (12345678)]>> startxref":       "trailer <</ID \\[<" + sum + "> \\(" + sum[:8*len("[0-9a-f]")] + "\\)\\]>> startxref",
		"1 0 obj <</Length 30>> stream\n/CreationDate (D:20250101120000Z) endstream":     "at byte 23: a stream does not end where it says",
		"1 0 obj <</Length 33>> stream\n/CreationDate (D:20250101120000Z) endstream":     "1 0 obj <</Length 33>> stream\n/CreationDate \\(D:20250101120000Z\\) endstream",
		"1 0 obj <</Length 0>> stream\r\nendstream":                                      "1 0 obj <</Length 0>> stream\r\nendstream",
		"1 0 obj <</Length 2 0 R>> stream\n\nendstream":                                  "at byte 26: a stream does not end where it says",
		"1 0 obj <</Length 2/D<</Length 0>>>> stream\n12\nendstream":                     "1 0 obj <</Length 2/D<</Length 0>>>> stream\n12\nendstream",
		"1 0 obj <<>> stream\nendstream":                                                 "at byte 13: a stream does not end where it says",
		"1 0 obj <</Length 9999999999999>> stream\nendstream":                            "at byte 34: a stream does not end where it says",
		"1 0 obj <</Type /ObjStm/Length 0>> stream\nendstream":                           "objects hidden in streams",
		"1 0 obj <</CreationDate (2025)>>":                                               `a date of an unknown form: "2025"`,
		"1 0 obj <</K /Type /ObjStm 1 /T (\\) /ModDate (x) >>":                           `1 0 obj <</K /Type /ObjStm 1 /T \(\\\) /ModDate \(x\) >>`,
	} {
		got, err := pdf.Stamp([]byte(object), day())
		if err != nil {
			if err.Error() != "pdf: "+want {
				t.Errorf("%s: %v", object, err)
			}
		} else if !regexp.MustCompile("^" + want + "$").Match(got) {
			t.Errorf("%s: %s", object, got)
		}
	}
}

func TestStampTakesTheDayAsItIsWritten(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("", 14*3600), time.FixedZone("", -12*3600)} {
		for _, hour := range []int{0, 23} {
			got := must(pdf.Stamp([]byte("<</ModDate(D:20250101120000+00'00')>>"), time.Date(2026, 3, 1, hour, 30, 0, 0, zone)))(t)
			if want := "<</ModDate(D:20260301000000+08'00')>>"; string(got) != want {
				t.Errorf("%s", got)
			}
		}
	}
}
