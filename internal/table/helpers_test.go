package table_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/problem"
	"jianbao/internal/table"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// known stands for intake: names of DOMAIN §4 without the unit behind them.
func known(name string) bool {
	name, _, _ = strings.Cut(strings.TrimPrefix(name, "其中:"), "(")
	return slices.Contains(strings.Fields(`月份 地区 乡镇 镇处 区域 范围 单位 填报单位 街道 类别 来源 行业领域 工程类别 名次 得分 序号
		应排查单位 应排查单位数 实际排查单位 排查单位数 覆盖率 隐患数 隐患排查数 排查 排查数量 已经整改数 已整改 已整改销号 已整改销号数 隐患整改数 整改率 完成率
		一般隐患排查数 一般隐患整改数 一般隐患整改率 重大隐患数 重大隐患排查数 重大隐患整改数 重大隐患整改率 列入治理计划 列入治理计划数 挂牌督办
		累计落实治理资金 落实资金 整改期限 截止日期 检查时间 隐患描述 隐患等级 整改责任人 已完成数 会议 整治中 项目 挂牌数 已销号数 指标 期间`), name)
}

func read(t testing.TB, name string, data []byte) ([]table.Table, []problem.Problem) {
	t.Helper()
	return table.Read(fstest.MapFS{name: {Data: data}}, name, known)
}

// readOne reads a file that must have one table and no problems.
func readOne(t testing.TB, name string, data []byte) table.Table {
	t.Helper()
	tables, problems := read(t, name, data)
	if len(problems) > 0 || len(tables) != 1 {
		t.Fatalf("%s: %d tables, problems:\n%s", name, len(tables), text(problems))
	}
	return tables[0]
}

// text writes problems as the command line does.
func text(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s %s\n%s\n%s\n", p.Severity, p.Code, p.Place, p.Message, p.Advice)
	}
	return b.String()
}

// dump writes a table for comparison.
func dump(t table.Table) string {
	var b strings.Builder
	cells := func(head string, list []table.Cell) {
		for _, c := range list {
			fmt.Fprintf(&b, "%s %s%d %s\n", head, problem.ColumnLetters(c.Column), c.Row, c.Text)
		}
	}
	cells("title", t.Titles)
	for _, c := range t.Columns {
		fmt.Fprintf(&b, "column %s %s\n", problem.ColumnLetters(c.Index), strings.Join(c.Path, " > "))
	}
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "row %d", r.Number)
		for i, c := range r.Cells {
			mark := ""
			if r.Repeated != nil && r.Repeated[i] {
				mark = "^"
			}
			b.WriteString("|" + mark + c)
		}
		b.WriteByte('\n')
	}
	cells("note", t.Notes)
	return b.String()
}

// book makes a workbook of one sheet: lines of cells between |, where cells
// that are numbers are written as such, then merged ranges.
func book(t testing.TB, sheet, content string, merges ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	fill(t, f, sheet, content, merges...)
	return bytesOf(t, f)
}

var plainNumber = regexp.MustCompile(`^\d+(\.\d+)?$`)

func fill(t testing.TB, f *excelize.File, sheet, content string, merges ...string) {
	t.Helper()
	for i, l := range strings.Split(strings.Trim(content, "\n"), "\n") {
		for j, c := range strings.Split(l, "|") {
			c = strings.ReplaceAll(strings.TrimSpace(c), `\n`, "\n")
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			var err error
			switch {
			case c == "":
			case plainNumber.MatchString(c):
				var v float64
				fmt.Sscan(c, &v)
				err = f.SetCellValue(sheet, name, v)
			default:
				err = f.SetCellStr(sheet, name, c)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, m := range merges {
		from, to, _ := strings.Cut(m, ":")
		if err := f.MergeCell(sheet, from, to); err != nil {
			t.Fatal(err)
		}
	}
}

func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asCSV writes the content of book as Excel saves it: blanks for merged cells.
func asCSV(content string) []byte {
	var b strings.Builder
	for l := range strings.SplitSeq(strings.Trim(content, "\n"), "\n") {
		var cells []string
		for c := range strings.SplitSeq(l, "|") {
			c = strings.ReplaceAll(strings.TrimSpace(c), `\n`, "\n")
			if strings.ContainsAny(c, ",\n") {
				c = `"` + c + `"`
			}
			cells = append(cells, c)
		}
		b.WriteString(strings.Join(cells, ",") + "\r\n")
	}
	return []byte(b.String())
}

func gb18030(t testing.TB, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
