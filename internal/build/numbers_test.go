package build_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"jianbao/internal/county"
	"jianbao/internal/table"
)

// One number, one place: what stands on pages, in tables under figures, in
// sentences and in downloads is what stands in data/<YYYY-MM>.json.

// indicatorOf and measureOf are the columns of pages and downloads that are in
// the data, too.
var (
	indicatorOf = map[string]string{"整改率": "rectification", "一般隐患整改率": "general", "重大隐患整改率": "major", "按期整改率": "on_time", "覆盖率": "coverage"}
	measureOf   = map[string]string{
		"排查（项）": "隐患排查数", "整改（项）": "隐患整改数", "排查单位（家）": "排查单位数", "重大隐患（项）": "重大隐患排查数", "重大已整改（项）": "重大隐患整改数",
		"逾期（项）": "逾期未整改数", "列入治理计划（项）": "列入治理计划数", "挂牌督办（项）": "挂牌督办数",
	}
)

// grid is a table of texts with its header.
type grid struct {
	caption string
	header  []string
	rows    [][]string
	links   []string // the address in the first cell of each row
}

// grids are the tables of a page.
func (p page) grids() (all []grid) {
	for _, element := range p.elements("table") {
		g := grid{}
		for _, row := range (page{root: element}).elements("tr") {
			cells := []string{}
			link := ""
			for _, cell := range (page{root: row}).elements("th", "td") {
				cells = append(cells, textOf(cell))
				if a := (page{root: cell}).elements("a"); len(cells) == 1 && len(a) > 0 {
					link, _ = attribute(a[0], "href")
				}
			}
			if row.Parent.Data == "thead" {
				g.header = cells
				continue
			}
			g.rows, g.links = append(g.rows, cells), append(g.links, link)
		}
		for _, caption := range (page{root: element}).elements("caption") {
			g.caption = textOf(caption)
		}
		all = append(all, g)
	}
	return all
}

// sites are builds of the demonstration county with settings that print its
// numbers in other ways.
func sites(t *testing.T) map[string]map[string][]byte {
	t.Helper()
	with := func(pairs ...string) map[string][]byte {
		content := county.Demo()
		content["jianbao.yaml"] = []byte(strings.NewReplacer(pairs...).Replace(string(content["jianbao.yaml"])))
		if bytes.Equal(content["jianbao.yaml"], county.Demo()["jianbao.yaml"]) {
			t.Fatalf("%q is not in the settings any more", pairs)
		}
		return siteFiles(t, contentOf(content))
	}
	return map[string]map[string][]byte{
		"as it is":                     demoFiles(t),
		"two decimals, weighted score": with("decimals: 1", "decimals: 2", "  by: rectification ", "  weights: [{indicator: rectification, weight: 70}, {indicator: on_time, weight: 30}] "),
		"no decimals, grouped":         with("decimals: 1", "decimals: 0", "grouped: false", "grouped: true ", "veto: last", "veto: outside"),
	}
}

// One number, one place: the ranking on a month's page, the CSV, the workbook
// and the JSON say the same of every area.
func TestPageAndDownloadsPrintTheSameNumbers(t *testing.T) {
	for name, files := range sites(t) {
		t.Run(name, func(t *testing.T) {
			for period, m := range months(t, files) {
				p := parsePage(t, files, "months/"+period+".html")
				i := slices.IndexFunc(p.grids(), func(g grid) bool {
					return len(g.header) > 1 && g.header[0] == "单位" && g.header[1] == "名次" && len(g.header) > 5
				})
				if i < 0 {
					t.Fatalf("%s has no ranking", p.name)
				}
				shown := p.grids()[i]
				download := readCSV(t, files["data/"+period+".csv"])
				workbook := readWorkbook(t, files["data/"+period+".xlsx"])
				if diff := cmp.Diff(download.header, workbook.header); diff != "" {
					t.Errorf("%s: CSV and workbook have other columns:\n%s", period, diff)
				}
				for row := range m.Areas {
					compareRow(t, period, &m, row, shown, download, workbook)
				}
				wantTotal(t, period, &m, download, workbook)
			}
		})
	}
}

// compareRow compares what the page, the CSV file and the workbook say of one
// area with the data.
func compareRow(t *testing.T, period string, m *monthFile, row int, shown, download, workbook grid) {
	t.Helper()
	a := m.Areas[row]
	where := period + " " + *a.Name
	if shown.rows[row][0] != *a.Name || shown.links[row] != "../areas/"+*a.ID+".html" || download.of(row, "地区") != *a.Name || workbook.of(row, "地区") != *a.Name {
		t.Fatalf("%s: row %d is %q on the page, %q in the CSV, %q in the workbook", where, row+1, shown.rows[row][0], download.of(row, "地区"), workbook.of(row, "地区"))
	}
	rank, tied, words := "—", "", []string{}
	if *a.Tied {
		tied = "并列"
		words = append(words, tied)
	}
	if a.Veto != nil {
		words = append(words, "一票否决")
	}
	if a.Rank != nil {
		rank = fmt.Sprint(*a.Rank)
		if diff := cmp.Diff(append([]string{rank}, words...), strings.Fields(shown.of(row, "名次"))); diff != "" {
			t.Errorf("%s: the rank on the page (-want +got):\n%s", where, diff)
		}
	}
	if download.of(row, "名次") != rank || download.of(row, "并列") != tied {
		t.Errorf("%s: rank %q %q in the CSV, want %s %s", where, download.of(row, "名次"), download.of(row, "并列"), rank, tied)
	}
	for c, column := range download.header {
		text := download.rows[row][c]
		if got := workbook.rows[row][c]; !sameNumber(text, got) {
			t.Errorf("%s %s: %q in the CSV, %q in the workbook", where, column, text, got)
		}
		if i := slices.Index(shown.header, column); i >= 0 && column != "名次" && column != "说明" && shown.rows[row][i] != text {
			t.Errorf("%s %s: %q in the CSV, %q on the page", where, column, text, shown.rows[row][i])
		}
		if key, isRate := indicatorOf[column]; isRate && a.Rates[key].Text != text {
			t.Errorf("%s %s: %q in the CSV, %q in the data", where, column, text, a.Rates[key].Text)
		}
		if n, known := a.Counts[measureOf[column]]; known && fmt.Sprint(n) != text {
			t.Errorf("%s %s: %q in the CSV, %d in the data", where, column, text, n)
		}
		if strings.HasSuffix(column, "得分") && a.Score != nil && *a.Score != text {
			t.Errorf("%s %s: %q in the CSV, %q in the data", where, column, text, *a.Score)
		}
	}
}

func wantTotal(t *testing.T, period string, m *monthFile, download, workbook grid) {
	t.Helper()
	last := len(download.rows) - 1
	if last != len(m.Areas) || len(workbook.rows) != len(download.rows) {
		t.Fatalf("%s: %d areas, but %d rows in the CSV and %d in the workbook", period, len(m.Areas), last+1, len(workbook.rows))
	}
	for c, column := range download.header {
		text := download.rows[last][c]
		if key, isRate := indicatorOf[column]; isRate && m.Total.Rates[key].Text != text {
			t.Errorf("%s total %s: %q in the CSV, %q in the data", period, column, text, m.Total.Rates[key].Text)
		}
		if n, known := m.Total.Counts[measureOf[column]]; known && fmt.Sprint(n) != text {
			t.Errorf("%s total %s: %q in the CSV, %d in the data", period, column, text, n)
		}
		if !sameNumber(text, workbook.rows[last][c]) {
			t.Errorf("%s total %s: %q in the CSV, %q in the workbook", period, column, text, workbook.rows[last][c])
		}
	}
}

// of is the cell of a row under a column.
func (g grid) of(row int, column string) string {
	if i := slices.Index(g.header, column); i >= 0 {
		return g.rows[row][i]
	}
	return "no column " + column
}

// sameNumber compares what is printed with what a workbook stores: the same
// text, or for a rate its hundredth part.
func sameNumber(printed, stored string) bool {
	if printed == stored {
		return true
	}
	value, ok := new(big.Rat).SetString(stored)
	if !ok {
		return false
	}
	digits, percent := strings.CutSuffix(printed, "%")
	if percent {
		value.Mul(value, big.NewRat(100, 1))
	}
	_, tail, _ := strings.Cut(digits, ".")
	return value.FloatString(len(tail)) == digits
}

func parsePage(t *testing.T, files map[string][]byte, name string) page {
	t.Helper()
	if files[name] == nil {
		t.Fatalf("there is no %s", name)
	}
	root, err := html.Parse(bytes.NewReader(files[name]))
	if err != nil {
		t.Fatal(err)
	}
	return page{name, root}
}

func readCSV(t *testing.T, body []byte) grid {
	t.Helper()
	text, hasMark := strings.CutPrefix(string(body), "\uFEFF")
	if !hasMark {
		t.Error("a CSV file without a mark, which Excel takes for GBK")
	}
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return grid{header: records[0], rows: records[1:]}
}

func readWorkbook(t *testing.T, body []byte) grid {
	t.Helper()
	tables, problems := table.Read(fstest.MapFS{"data.xlsx": {Data: body}}, "data.xlsx", func(string) bool { return true })
	if len(problems) > 0 || len(tables) != 1 {
		t.Fatalf("%d tables, %v", len(tables), problems)
	}
	g := grid{}
	for _, c := range tables[0].Columns {
		g.header = append(g.header, c.Name)
	}
	for _, r := range tables[0].Rows {
		g.rows = append(g.rows, r.Cells)
	}
	return g
}

// Every other table that has a month, an area and a rate agrees, too: the areas'
// pages, the overviews, and the tables under the figures.
func TestEveryPagePrintsTheNumbersOfTheData(t *testing.T) {
	pages, files := demoPages(t)
	data := months(t, files)
	compared := 0
	compare := func(where, text string, want rateFile) {
		t.Helper()
		compared++
		if got, _, _ := strings.Cut(text, "（"); got != want.Text { // —（零报告）
			t.Errorf("%s: %q, want %q", where, text, want.Text)
		}
	}
	for _, p := range pages {
		for _, g := range p.grids() {
			for row, cells := range g.rows {
				period, area := g.scope(p, row)
				m, ok := data[period]
				if !ok {
					continue
				}
				for c, column := range g.header {
					where := fmt.Sprintf("%s, %s, %s, %s", p.name, g.caption, cells[0], column)
					if key, isRate := indicatorOf[column]; isRate {
						if rates, ok := m.ratesOf(area); ok {
							compare(where, cells[c], rates[key])
						}
					} else if rates, ok := m.ratesOf(column); ok && g.header[0] == "月份" {
						compare(where, cells[c], rates["rectification"])
					}
				}
			}
			for c, column := range g.header { // areas down, months across
				if period := g.monthAcross(c); g.header[0] == "名称" && period != "" {
					for _, cells := range g.rows {
						want, ok := data[period].rectificationOf(cells[0])
						if !g.ofRates() { // the ranks of the year
							want, ok = data[period].rankOf(cells[0])
						}
						if ok {
							compare(p.name+" "+cells[0]+" "+column, cells[c], want)
						}
					}
				}
			}
		}
	}
	if compared < 2500 {
		t.Errorf("only %d numbers were compared", compared)
	}
}

// ofRates reports whether a table prints rates.
func (g grid) ofRates() bool {
	return slices.ContainsFunc(g.rows, func(cells []string) bool {
		return slices.ContainsFunc(cells, func(cell string) bool { return strings.HasSuffix(cell, "%") })
	})
}

func (m monthFile) rectificationOf(name string) (rateFile, bool) {
	rates, ok := m.ratesOf(name)
	return rates["rectification"], ok
}

// rankOf is an area's rank as it is printed.
func (m monthFile) rankOf(name string) (rateFile, bool) {
	for _, a := range m.Areas {
		if *a.Name == name && a.Rank != nil {
			return rateFile{Text: strconv.Itoa(*a.Rank)}, true
		} else if *a.Name == name {
			return rateFile{Text: "—"}, true
		}
	}
	return rateFile{}, false
}

// ratesOf are the rates of an area by its name, or of the whole.
func (m monthFile) ratesOf(name string) (map[string]rateFile, bool) {
	if name == "全县" {
		return m.Total.Rates, true
	}
	for _, a := range m.Areas {
		if *a.Name == name {
			return a.Rates, true
		}
	}
	return nil, false
}

// scope says which month and area a row of a table is of, as a reader sees it:
// by the first cell, the caption, and the page. It knows nothing of sectors and
// of sums since January.
func (g grid) scope(p page, row int) (period, area string) {
	title := textOf(p.elements("h1")[0])
	if strings.Contains(g.caption, "累计") || strings.Contains(g.caption, "行业") || strings.HasPrefix(p.name, "sectors/") || len(g.header) == 0 {
		return "", ""
	}
	cells := g.rows[row]
	switch g.header[0] {
	case "单位": // the ranking; its caption has the month
		return month(g.caption), cells[0]
	case "月份":
		area = "全县"
		if strings.HasPrefix(p.name, "areas/") && p.name != "areas/index.html" {
			area = title
		} else if name, ok := strings.CutSuffix(g.caption, "各月情况"); ok && strings.HasPrefix(p.name, "handouts/") { // a township's sheet
			area = name
		}
		return g.monthDown(row), area
	case "名次": // the table under the figure of the ranking
		return month(title), cells[slices.Index(g.header, "名称")]
	}
	return "", ""
}

// monthDown is the month of a row: “2025年10月”, “11月” after it, or a link's text.
func (g grid) monthDown(row int) string {
	first := []string{}
	for _, cells := range g.rows[:row+1] {
		first = append(first, cells[0])
	}
	return lastMonth(first)
}

// monthAcross is the month of a column.
func (g grid) monthAcross(column int) string { return lastMonth(g.header[1:max(column+1, 1)]) }

// lastMonth is the last of labels that name the year only where it changes.
func lastMonth(labels []string) string {
	year, last := "", ""
	for _, label := range labels {
		if before, after, ok := strings.Cut(label, "年"); ok {
			year, label = before, after
		}
		last = month(year + "年" + label)
	}
	return last
}

// month finds a month in a title: 2026年10月整改率排名 gives 2026-10.
func month(title string) string {
	var y, m int
	if n, _ := fmt.Sscanf(title, "%d年%d月", &y, &m); n != 2 {
		return ""
	}
	return fmt.Sprintf("%d-%02d", y, m)
}

// The first sentence of a month's page has the total's rate as it is in the data.
func TestSentencesPrintTheNumbersOfTheData(t *testing.T) {
	files := demoFiles(t)
	for period, m := range months(t, files) {
		main := parsePage(t, files, "months/"+period+".html").elements("main")[0]
		text := textOf(main)
		for _, want := range []string{
			fmt.Sprintf("共排查隐患%d项，整改%d项，整改率%s", m.Total.Counts["隐患排查数"], m.Total.Counts["隐患整改数"], m.Total.Rates["rectification"].Text),
			"按期整改率" + m.Total.Rates["on_time"].Text,
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", period, want)
			}
		}
	}
}
