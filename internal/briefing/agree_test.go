package briefing_test

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// download is a data file of the site.
func download(t *testing.T, site briefing.Site, path string) []byte {
	t.Helper()
	body, ok := downloads(t, site)[path]
	if !ok {
		t.Fatalf("no %s", path)
	}
	return body
}

// downloads are all data files of the site, by their paths.
func downloads(t *testing.T, site briefing.Site) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, d := range site.Downloads {
		bodies, err := d.Bodies()
		if err != nil || len(bodies) != len(d.Paths) {
			t.Fatal(d.Paths, len(bodies), err)
		}
		for i, path := range d.Paths {
			files[path] = bodies[i]
		}
	}
	return files
}

// figureOf is the figure of a page whose id begins so.
func figureOf(t *testing.T, p briefing.Page, id string) briefing.FigureBlock {
	t.Helper()
	for _, s := range p.Sections() {
		for _, block := range s.Blocks {
			if f, ok := block.(briefing.FigureBlock); ok && strings.HasPrefix(f.Figure.ID, id) {
				return f
			}
		}
	}
	t.Fatalf("%s has no figure %s", p.Path, id)
	return briefing.FigureBlock{}
}

// One number, one place: a township's rate is the same text in the ranking's
// table and figure, in its explanation, on its own page and in every download.
func TestANumberIsTheSameWhereverItStands(t *testing.T) {
	for name, settings := range map[string]string{"none": "decimals: 0\n", "one": "decimals: 1\n", "two": "decimals: 2\n"} {
		files := county(t, "county")
		files["jianbao.yaml"] += settings
		site := brief(t, files)
		for _, month := range []string{"2025-10", "2026-08", "2026-10"} {
			page := pageAt(t, site, "months/"+month+".html")
			var data struct {
				Areas []struct {
					Name, ID, Note string
					Rank           *int
					Rates          map[string]struct{ Text string }
				}
				Total struct {
					Rates map[string]struct{ Text string }
				}
			}
			if err := json.Unmarshal(download(t, site, "data/"+month+".json"), &data); err != nil {
				t.Fatal(err)
			}
			lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(download(t, site, "data/"+month+".csv")), "\ufeff"))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			rate := slices.Index(lines[0], "整改率")
			table := tableIn(t, page, "ranking-table")
			cells := column(t, table, "整改率")
			figure := figureOf(t, page, "rank-").Figure
			for i, a := range data.Areas {
				text := a.Rates["rectification"].Text
				places := map[string]string{
					"the table": strings.TrimSuffix(cells[i], " 含往月隐患"), "the figure": figure.Series[0].Values[i].Text, "the CSV": lines[i+1][rate],
				}
				if a.Rank != nil {
					_, after, _ := strings.Cut(a.Note, "＝")
					places["the explanation"] = after[:min(len(text), len(after))]
				}
				own := tableIn(t, pageAt(t, site, "areas/"+a.ID+".html"), "months-table")
				for j, r := range own.Rows {
					if r.Cells[0].Href == "months/"+month+".html" {
						places["its own page"] = strings.TrimSuffix(column(t, own, "整改率")[j], " 含往月隐患")
					}
				}
				for place, got := range places {
					if got != text {
						t.Errorf("%s decimals, %s, %s: %s in %s, %s in the JSON", name, month, a.Name, got, place, text)
					}
				}
			}
			total := data.Total.Rates["rectification"].Text
			trend := figureOf(t, page, "trend-").Figure.Series[0].Values
			months := tableIn(t, pageAt(t, site, "months/index.html"), "months-table")
			inList := ""
			for j, r := range months.Rows {
				if r.Cells[0].Href == "months/"+month+".html" {
					inList = strings.TrimSuffix(column(t, months, "整改率")[j], " 含往月隐患")
				}
			}
			foot := ""
			for i, c := range table.Columns {
				if c.Name == "整改率" {
					foot = table.Foot[0].Cells[i].Text
				}
			}
			for place, got := range map[string]string{
				"the sentence": page.Lead[strings.Index(page.Lead, "整改率")+len("整改率"):][:len(total)], "the table": foot, "the trend": trend[len(trend)-1].Text,
				"the CSV": lines[len(lines)-1][rate], "the list of months": inList,
			} {
				if got != total {
					t.Errorf("%s decimals, %s: the total is %s in %s, %s in the JSON", name, month, got, place, total)
				}
			}
		}
	}
}

// The same county gives the same briefing.
func TestTheSameCountyGivesTheSameBriefing(t *testing.T) {
	dump := func() string {
		var b strings.Builder
		site := brief(t, county(t, "county"))
		for _, p := range site.Pages {
			dumpPage(&b, p)
		}
		files := downloads(t, site)
		for _, path := range slices.Sorted(maps.Keys(files)) {
			b.WriteString(path)
			b.Write(files[path])
		}
		return b.String()
	}
	first := dump()
	for range 5 {
		if dump() != first {
			t.Fatal("another briefing")
		}
	}
}

// 1,500 townships over a year.
func BenchmarkManyAreas(b *testing.B) {
	var words strings.Builder
	for i := range 1500 {
		words.WriteString("第" + strings.Repeat("一", 1+i%3) + string(rune('一'+i)) + "镇:10/" + string(rune('0'+i%10)) + " ")
	}
	files := content{}
	for m := range 12 {
		files["statistics/2026-"+string(rune('0'+(m+1)/10))+string(rune('0'+(m+1)%10))+".csv"] = month(words.String())
	}
	read := facts(b, files)
	for b.Loop() {
		site, _ := briefing.New(read)
		for i := range site.Pages {
			site.Pages[i].Sections()
		}
	}
}
