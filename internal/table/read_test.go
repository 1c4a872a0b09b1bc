package table_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/table"

	"github.com/xuri/excelize/v2"
)

const ledgerHeader = "序号,检查时间,检查单位,检查人,单位,隐患部位,隐患描述,隐患类型,隐患等级,整改要求,整改期限,整改责任单位,整改责任人,整改资金,应急预案,整改完成日期,复查人,销号情况\n"

func ledgerRow(i int) string {
	return fmt.Sprintf("%d,2026-10-%02d,县应急管理局,张三,青石镇化工有限公司,储罐区,第%d处:消防通道堆放杂物，未及时清理,消防安全,一般,立即清理并加强管理,2026-11-05,青石镇人民政府,李四,0.5,有,2026-10-30,王五,已销号\n", i, i%28+1, i)
}

func BenchmarkCSV(b *testing.B) {
	var text strings.Builder
	text.WriteString(ledgerHeader)
	for i := range 60_000 {
		text.WriteString(ledgerRow(i))
	}
	for name, data := range map[string][]byte{"UTF-8": []byte(text.String()), "GB18030": []byte(gb18030(b, text.String()))} {
		b.Run(name, func(b *testing.B) {
			fsys := fstest.MapFS{"a.csv": {Data: data}}
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				tables, problems := table.Read(fsys, "a.csv", known)
				if len(problems) > 0 || len(tables[0].Rows) != 60_000 {
					b.Fatal(problems)
				}
			}
		})
	}
}

func BenchmarkXLSX(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range 12_001 {
		text := ledgerHeader
		if i > 0 {
			text = ledgerRow(i)
		}
		cells := []any{}
		for c := range strings.SplitSeq(strings.TrimSpace(text), ",") {
			cells = append(cells, c)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	fsys := fstest.MapFS{"a.xlsx": {Data: bytesOf(b, f)}}
	b.ReportAllocs()
	for b.Loop() {
		tables, problems := table.Read(fsys, "a.xlsx", known)
		if len(problems) > 0 || len(tables[0].Rows) != 12_000 {
			b.Fatal(problems)
		}
	}
}

func BenchmarkTownshipWorkbook(b *testing.B) {
	fsys := fstest.MapFS{"a.xlsx": {Data: book(b, "10月", formA, "A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:N3", "O3:O4")}}
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := table.Read(fsys, "a.xlsx", known); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// consistent checks what holds for every table, whatever the file.
func consistent(t *testing.T, tables []table.Table) {
	for _, tab := range tables {
		last := 0
		for _, c := range tab.Columns {
			if c.Index <= last || c.Name != "" && (len(c.Path) == 0 || c.Path[len(c.Path)-1] != c.Name) {
				t.Errorf("column %+v behind %d", c, last)
			}
			last = c.Index
		}
		last = tab.HeaderRow
		for _, r := range tab.Rows {
			if r.Number <= last || len(r.Cells) != len(tab.Columns) || r.Repeated != nil && len(r.Repeated) != len(r.Cells) {
				t.Errorf("row %+v behind %d, %d columns", r, last, len(tab.Columns))
			}
			last = r.Number
			for _, c := range r.Cells {
				if strings.TrimSpace(c) != c {
					t.Errorf("cell %q has spaces around it", c)
				}
			}
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(asCSV(formA))
	f.Add(asCSV(formB))
	f.Add([]byte("地区;隐患排查数\n\"青石镇\";1;2\n#N/A;1\n"))
	f.Add([]byte(gb18030(f, "地区\t隐患排查数\n青石镇\t1\n注：x")))
	f.Fuzz(func(t *testing.T, data []byte) {
		tables, problems := read(t, "a.csv", data)
		consistent(t, tables)
		if len(tables) == 0 && len(problems) == 0 {
			t.Error("neither a table nor a problem")
		}
	})
}

func FuzzWorkbook(f *testing.F) {
	f.Add(book(f, "10月", small, "A2:A3"))
	f.Add(book(f, "10月", formB, "A2:A4", "C2:E2", "N3:O3"))
	f.Add(bytes.Repeat([]byte("PK\x03\x04"), 10))
	f.Fuzz(func(t *testing.T, data []byte) {
		tables, _ := read(t, "a.xlsx", data)
		consistent(t, tables)
	})
}
