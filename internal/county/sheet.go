package county

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/record"
)

// layout is how one file is written.
type layout struct {
	without  []string          // columns left out, by canonical name
	names    map[string]string // other names for columns
	aliases  bool              // areas and sectors by other names
	typed    bool              // with the typed rates
	total    bool              // with a last row 合计
	commas   bool              // thousands with commas
	titled   bool              // a workbook with a title, the reporting unit and signatures
	reporter string            // who fills it in, if not the county's office
	loose    int               // 1 + the area whose cells are written loosely: full-width digits, 12项
	remark   string            // a further comment line
}

// column is a canonical column and what stands in it; rate columns give text.
type column struct {
	name string
	text func(counts) string
}

func number(of func(counts) int) func(counts) string {
	return func(c counts) string { return strconv.Itoa(of(c)) }
}

func columns() []column {
	return []column{
		{"应排查单位数", number(func(c counts) int { return c.units })},
		{"排查单位数", number(func(c counts) int { return c.inspected })},
		{"隐患排查数", number(counts.found)},
		{"隐患整改数", number(counts.rectified)},
		{"整改率", func(c counts) string { return rate(c.rectified(), c.found()) }},
		{"一般隐患排查数", number(func(c counts) int { return c.general })},
		{"一般隐患整改数", number(func(c counts) int { return c.generalOK })},
		{"重大隐患排查数", number(func(c counts) int { return c.major })},
		{"重大隐患整改数", number(func(c counts) int { return c.majorOK })},
		{"到期应整改数", number(counts.due)},
		{"按期整改数", number(counts.onTime)},
		{"逾期未整改数", number(counts.overdue)},
		{"延期数", number(func(c counts) int { return c.extended })},
		{"列入治理计划数", number(counts.planned)},
		{"挂牌督办数", number(func(c counts) int { return c.supervised })},
		{"治理资金(万元)", func(c counts) string { return money(c.funds) }},
	}
}

// grid returns the header and the rows of a file as text.
func (c county) grid(month record.Period, rows []line, l layout) (header []string, body [][]string) {
	cols := slices.DeleteFunc(columns(), func(k column) bool {
		return slices.Contains(l.without, k.name) || k.name == "整改率" && !l.typed
	})
	dated := !slices.Contains(l.without, "月份")
	if dated {
		header = append(header, "月份")
	}
	header = append(header, l.called("地区"), l.called("行业领域"))
	for _, k := range cols {
		header = append(header, l.called(k.name))
	}
	if l.total {
		rows = append(slices.Clone(rows), total(rows))
	}
	for _, row := range rows {
		var cells []string
		if dated {
			cells = append(cells, month.String())
		}
		cells = append(cells, c.areaName(row, l), c.sectorName(row, l))
		for _, k := range cols {
			cells = append(cells, l.cell(row, k))
		}
		body = append(body, cells)
	}
	return header, body
}

func (l layout) called(name string) string {
	if other := l.names[name]; other != "" {
		return other
	}
	return name
}

func (l layout) cell(row line, k column) string {
	text := k.text(row.counts)
	switch {
	case row.nothing && k.name != "隐患排查数" && k.name != "隐患整改数":
		return ""
	case l.loose > 0 && l.loose == row.area+1 && k.name == "隐患排查数":
		return text + "项"
	case l.loose > 0 && l.loose == row.area+1 && strings.HasSuffix(k.name, "单位数"):
		return fullWidth(text)
	case l.commas && len(text) == 4 && !strings.ContainsAny(text, ".%"):
		return text[:1] + "," + text[1:]
	}
	return text
}

func (c county) areaName(row line, l layout) string {
	if row.area == record.AllAreas {
		return "合计"
	}
	name := c.areas[row.area].Name
	switch {
	case !l.aliases:
		return name
	case strings.HasSuffix(name, "街道"):
		return name + "办事处"
	case strings.HasSuffix(name, "镇"), strings.HasSuffix(name, "乡"):
		return name + "人民政府"
	}
	return c.areas[row.area].Aliases[0]
}

func (c county) sectorName(row line, l layout) string {
	if row.sector == record.AllSectors {
		return ""
	}
	if l.aliases {
		return c.sectors[row.sector].Aliases[0]
	}
	return c.sectors[row.sector].Name
}

// rate types a rate as a careful office does: one decimal, half up, never 100%
// while anything is open, "/" where nothing was found.
func rate(done, found int) string {
	if found == 0 {
		return "/"
	}
	tenths := (done*2000 + found) / (2 * found)
	if done < found {
		tenths = min(tenths, 999)
	}
	if done > 0 {
		tenths = max(tenths, 1)
	}
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + "%"
}

// money types hundredths of 万元.
func money(hundredths int) string {
	cents := strconv.Itoa(hundredths%100 + 100)
	return strconv.Itoa(hundredths/100) + "." + cents[1:]
}
