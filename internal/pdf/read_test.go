package pdf_test

import (
	"maps"
	"slices"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/pdf"
)

func TestRead(t *testing.T) {
	song, zen := pdf.Face{Name: "UMingCN", Embedded: true}, pdf.Face{Name: "WenQuanYiZenHei", Embedded: true}
	tests := []struct {
		name          string
		pages, images int
		faces         []pdf.Face
		outline       []pdf.Entry
	}{
		{"briefing.pdf", 2, 0, []pdf.Face{song, zen}, []pdf.Entry{{"2026年10月隐患排查治理情况", 1, []pdf.Entry{{"一、总体情况", 1, nil}, {"三、各单位排名", 2, nil}}}}},
		{"slips.pdf", 3, 0, []pdf.Face{song, zen}, []pdf.Entry{{"安全生产督办单", 1, nil}, {"安全生产督办单", 2, nil}, {"安全生产督办单", 3, nil}}},
		{"numbers.pdf", 60, 0, []pdf.Face{zen}, nil},
		{"missing.pdf", 2, 1,
			[]pdf.Face{{"NotoSerifCJKsc-Bold", true, true}, {"NotoSerifCJKsc-Regular", true, true}, zen},
			[]pdf.Entry{{"一 缺字", 1, []pdf.Entry{{"二 级", 1, []pdf.Entry{{"三级", 1, nil}}}, {"横页", 2, nil}}}}},
	}
	for _, tt := range tests {
		f := read(t, file(t, tt.name))
		if f.Pages() != tt.pages || f.Images() != tt.images {
			t.Errorf("%s: %d pages, %d pictures", tt.name, f.Pages(), f.Images())
		}
		if diff := cmp.Diff(tt.faces, f.Faces()); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		if diff := cmp.Diff(tt.outline, f.Outline()); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestLinks(t *testing.T) {
	if got := read(t, file(t, "briefing.pdf")).Links(); !slices.Equal(got, []string{"https://yunxi.example/"}) {
		t.Error(got)
	}
	if got := read(t, file(t, "slips.pdf")).Links(); len(got) > 0 {
		t.Error(got)
	}
}

func TestText(t *testing.T) {
	text := func(name string) pdf.Text { return must(read(t, file(t, name)).Text())(t) }
	if got := sorted(text("numbers.pdf").Runes); got != "0123456789" {
		t.Error(got)
	}
	// 一 and ⼀ are two glyphs of one face, ffi is one. What is a box is not there.
	runes := text("missing.pdf").Runes
	for r, want := range map[rune]bool{'一': true, '⼀': true, '⼆': true, '甲': true, '\uE123': false, '\U0003134A': false, '图': true, 'ﬃ': false, 'f': true} {
		if runes[r] != want {
			t.Errorf("%c (%U) is there: %v", r, r, runes[r])
		}
	}
	for name, want := range map[string]string{"slips.pdf": "", "briefing.pdf": "", "areas.pdf": "", "missing.pdf": "\uE123\uFFFD\U000F0000"} {
		if got := string(text(name).Missing); got != want {
			t.Errorf("%s: %+q, want %+q", name, got, want)
		}
	}
}

// The characters are those that another program copies out of the file.
func TestTextIsWhatIsCopied(t *testing.T) {
	for _, name := range []string{"areas.pdf", "briefing.pdf", "slips.pdf", "numbers.pdf", "missing.pdf"} {
		want := map[rune]bool{}
		for _, r := range poppler(t, "pdftotext", file(t, name)) {
			want[r] = true
		}
		text := must(read(t, file(t, name)).Text())(t)
		for _, r := range text.Missing {
			delete(want, r)
		}
		maps.DeleteFunc(want, isSpace)
		maps.DeleteFunc(text.Runes, isSpace)
		if diff := cmp.Diff(sorted(want), sorted(text.Runes)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func isSpace(r rune, _ bool) bool { return unicode.IsSpace(r) }

func sorted(runes map[rune]bool) string { return string(slices.Sorted(maps.Keys(runes))) }

func TestTextOfAFont(t *testing.T) {
	type texts = map[int][]rune
	for table, want := range map[string]texts{
		"1 beginbfchar <01> <4E00> endbfchar":                                       {1: []rune("一")},
		"2 beginbfchar<01><D840DC00>\n<0102> <00660066 0069>endbfchar":              {1: []rune("𠀀"), 0x102: []rune("ffi")},
		"1 beginbfrange <0010> <0012> <4E00> endbfrange":                            {16: []rune("一"), 17: []rune("丁"), 18: []rune("丂")},
		"1 beginbfrange <10> <11> <00410061> endbfrange":                            {16: []rune("Aa"), 17: []rune("Ab")},
		"2 beginbfrange <10> <11> [<4E00> <4E8C>] <20> <20> <0030> endbfrange":      {16: []rune("一"), 17: []rune("二"), 32: []rune("0")},
		"1 begincodespacerange <00> <FF> endcodespacerange":                         {},
		"1 beginbfrange <10> <01> <4E00> endbfrange":                                {},
		"1 beginbfrange <10> <12> endbfrange 1 beginbfchar <01> endbfchar":          {},
		"1 beginbfrange <10> [<4E00>] endbfrange 1 beginbfchar <1> <4e0> endbfchar": {16: []rune("一")},
		"% <01> <4E01>\n1 beginbfchar <01> (N\\000) endbfchar":                      {1: []rune("一")},
	} {
		if diff := cmp.Diff(want, pdf.Mapped(table)); diff != "" {
			t.Errorf("%s: %s", table, diff)
		}
	}
}

// A box can be in a drawing or a pattern, be one of many strings, and be behind
// a picture that is written within the page.
func TestBoxesAreFoundEverywhere(t *testing.T) {
	wide, narrow := "<</Type/Font/Subtype/Type0/BaseFont/A>>", "<</Type/Font/Subtype/Type3/Name/A>>"
	for content, want := range map[string]string{
		"/F 9 Tf <00010000> Tj":                                     "\uFFFD",
		"/F 9 Tf <00000001> Tj /F 9 Tf":                             "\uFFFD",
		"/F 9 Tf <01000001> Tj":                                     "",
		"/G 9 Tf <01000001> Tj":                                     "\uFFFD",
		"/G 9 Tf [(a) -3.5 (\\000)] TJ":                             "\uFFFD",
		"/Span<</ActualText <FEFF7532 4E59>>>BDC/G 9 Tf (\\0)' EMC": "乙甲",
		"/Span<</ActualText (x)>>BDC EMC /G 9 Tf (\\0) Tj":          "\uFFFD",
		"/Span<</ActualText(x)>>BDC /P<</MCID 0>>BDC/G 9 Tf<00>Tj":  "x",
		"BI /W 1 ID \x00(EI EI EI /G 9 Tf <00> Tj":                  "\uFFFD",
		"BI /W 1 ID \x00(EI":                                        "",
		"EMC EMC Tf Tj <00> Tj":                                     "\uFFFD",
		"(unfinished \\":                                            "",
	} {
		for where, objects := range map[string][]string{
			"page":    {"<</Font<</F 5 0 R/G 6 0 R>>>>", stream(content)},
			"form":    {"<</XObject<</X 7 0 R/Y 7 0 R>>>>", stream("/X Do")},
			"pattern": {"<</Pattern<</X 8 0 R>>>>", stream("/Pattern cs /X scn")},
		} {
			resources := "/Resources<</XObject<</X 7 0 R>>/Font<</F 5 0 R/G 6 0 R>>>>"
			data := build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources "+objects[0]+">>", objects[1], wide, narrow,
				withKeys(stream(content), "/Subtype/Form"+resources), withKeys(stream(content), "/PatternType 1"+resources))
			if got := string(must(read(t, data).Text())(t).Missing); got != want {
				t.Errorf("%s in a %s: %+q, want %+q", content, where, got, want)
			}
		}
	}
}

func withKeys(stream, keys string) string { return "<<" + keys + stream[len("<<"):] }

func TestOutlineOfEveryKind(t *testing.T) {
	data := build("<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R/Dests<</here[3 0 R/Fit]/there<</D[3 0 R/Fit]>>>>>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", "<</First 5 0 R>>",
		"<</Title(\\344)/Dest/here/Next 6 0 R>>", "<</Title(\\376\\377\\116\\000)/A<</S/GoTo/D/there>>/Next 7 0 R/First 4 0 R>>",
		"<</Title(x)/A<</S/URI>>/Next 8 0 R/First 5 0 R>>", "<</Dest[3 0 R]/Next 6 0 R>>")
	want := []pdf.Entry{{Title: "ä", Page: 1}, {Title: "一", Page: 1, Kids: []pdf.Entry{{}}}, {Title: "x"}, {Page: 1}}
	if diff := cmp.Diff(want, read(t, data).Outline()); diff != "" {
		t.Error(diff)
	}
}

func TestPlacesHaveNames(t *testing.T) {
	file := read(t, build("<</Type/Catalog/Pages 2 0 R/Dests<</a[4 0 R/XYZ 0 99.5 0]/b<</D[3 0 R/XYZ 0 7 0]>>/c[3 0 R/Fit]/d[9 0 R/XYZ 0 1 0]/e(x)>>>>",
		"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"))
	for name, want := range map[string]pdf.Place{"a": {Page: 2, Y: 99.5}, "b": {Page: 1, Y: 7}, "c": {}, "d": {}, "e": {}, "none": {}} {
		if got, ok := file.Place(name); got != want || ok != (want.Page > 0) {
			t.Errorf("%s is at %v, %t", name, got, ok)
		}
	}
}

func TestFacesOfEveryKind(t *testing.T) {
	data := build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		`<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</A<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
		/B<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Song/FontDescriptor<</FontFile2 4 0 R>>>>/C<</Type/Font/Subtype/TrueType/BaseFont/Song+Hei>>
		/D<</Type/Font/Subtype/Type0/BaseFont/Hei/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Hei/FontDescriptor<<>>>>]>>
		/E<</Type/Font/Subtype/Type3>>/F<</Type/Font/Subtype/Type0>>>>>>>>`, stream("x"))
	want := []pdf.Face{{}, {Embedded: true, Type3: true}, {Name: "Hei"}, {Name: "Helvetica"}, {Name: "Song", Embedded: true}, {Name: "Song+Hei"}}
	if diff := cmp.Diff(want, read(t, data).Faces()); diff != "" {
		t.Error(diff)
	}
}

func TestReadSaysWhatItCannotRead(t *testing.T) {
	whole := file(t, "slips.pdf")
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("隐患"), "cut off": whole[:len(whole)/2], "half of it zeroed": append(make([]byte, len(whole)/2), whole[len(whole)/2:]...),
		"no pages":  build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"),
		"no object": build("<</Type/Catalog/Pages 9 0 R>>"),
	} {
		if _, err := pdf.Read(data); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}
