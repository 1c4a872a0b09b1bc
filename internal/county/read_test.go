package county_test

import (
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/county"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// row is one row of a statistics file as a reader finds it.
type row struct {
	file, area, sector string
	n                  map[string]int64 // counts by canonical column, money in 1/100 万元
	blank              map[string]bool
	rate               string
}

func (r row) has(column string) bool { _, ok := r.n[column]; return ok }

// canonical gives the names that the demonstration's files use.
func canonical(name string) string {
	switch name {
	case "镇(街道)":
		return "地区"
	case "重点行业领域":
		return "行业领域"
	case "排查数":
		return "隐患排查数"
	case "已整改数":
		return "隐患整改数"
	case "整改率(%)":
		return "整改率"
	}
	return name
}

func known(name string) bool {
	name = canonical(name)
	return slices.Contains([]string{"月份", "地区", "行业领域", "整改率", "治理资金(万元)"}, name) ||
		strings.HasSuffix(name, "数") && len(name) <= len("重大隐患排查数")
}

// statistics reads every row of the folder, those of totals included.
func statistics(t *testing.T, files map[string][]byte) []row {
	t.Helper()
	fsys := fstest.MapFS{}
	var names []string
	for name, body := range files {
		if strings.HasPrefix(name, "statistics/") {
			fsys[name] = &fstest.MapFile{Data: body}
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var rows []row
	for _, name := range names {
		tables, problems := table.Read(fsys, name, known)
		for _, p := range problems {
			t.Errorf("%s: %s", p.Place, p.Message)
		}
		if len(tables) != 1 {
			t.Fatalf("%s has %d tables", name, len(tables))
		}
		for _, r := range tables[0].Rows {
			rows = append(rows, readRow(t, name, &tables[0], r))
		}
	}
	return rows
}

func readRow(t *testing.T, file string, in *table.Table, r table.Row) row {
	t.Helper()
	out := row{file: strings.TrimPrefix(file, "statistics/"), n: map[string]int64{}, blank: map[string]bool{}}
	for i, column := range in.Columns {
		cell := r.Cells[i]
		switch name := canonical(column.Name); name {
		case "月份":
			if !strings.HasPrefix(path.Base(file), cell) {
				t.Errorf("%s row %d: month %s", file, r.Number, cell)
			}
		case "地区":
			out.area = strings.TrimSuffix(strings.TrimSuffix(cell, "人民政府"), "办事处")
		case "行业领域":
			out.sector = cell
		case "整改率":
			out.rate = cell
		default:
			n, ok := zh.ParseNumber(cell)
			if !ok && cell != "" {
				t.Errorf("%s row %d: %s is %q", file, r.Number, name, cell)
			}
			if !ok {
				out.blank[name] = true
				continue
			}
			for ; name == "治理资金(万元)" && n.Decimals < 2; n.Decimals++ {
				n.Units *= 10
			}
			out.n[name] = n.Units
		}
	}
	return out
}

// sums adds up the rows of an area in the files of a month.
func sums(rows []row, month, area string) (found, rectified int64, ok bool) {
	for _, r := range rows {
		if strings.HasPrefix(r.file, month) && !strings.Contains(r.file, "更正") && r.area == area {
			found, rectified, ok = found+r.n["隐患排查数"], rectified+r.n["隐患整改数"], true
		}
	}
	return found, rectified, ok
}

func demoRows(t *testing.T) []row {
	t.Helper()
	rows := statistics(t, county.Demo())
	if len(rows) < 14*90 {
		t.Fatalf("only %d rows", len(rows))
	}
	return rows
}
