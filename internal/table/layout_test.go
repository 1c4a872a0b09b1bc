package table_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestLayouts reads sheets that differ from the forms in one way each. content
// and merges are those of book; a case without merges is read as CSV too.
func TestLayouts(t *testing.T) {
	tests := []struct {
		name, content string
		merges        []string
		want          string
	}{
		{"labels above the header have known names", `
统计表
填报单位|青石镇|月份|2026-10
乡镇|隐患数|已整改
青石镇|3|2`, nil, `
title A1 统计表
title A2 填报单位
title B2 青石镇
title C2 月份
title D2 2026-10
column A 乡镇
column B 隐患数
column C 已整改
row 4|青石镇|3|2
`},
		{"names spread with spaces and line breaks", `
乡　镇|隐患\n排查数|整 改 率\n(%)
青石镇|3|97.2`, []string{}, `
column A 乡镇
column B 隐患排查数
column C 整改率(%)
row 2|青石镇|3|97.2
`},
		{"units in a row of their own", `
乡镇|排查单位数|一般隐患|
||隐患数|已整改
|（家）|（项）|（项）
青石镇|3|2|1`, nil, `
column A 乡镇
column B 排查单位数（家）
column C 一般隐患 > 隐患数（项）
column D 一般隐患 > 已整改（项）
row 4|青石镇|3|2|1
`},
		{"groups over the row with the first known names", `
2026年10月
|一般隐患||重大隐患|
乡镇|排查|已整改|排查|已整改
青石镇|3|2|1|0`, nil, `
title A1 2026年10月
column A 乡镇
column B 一般隐患 > 排查
column C 一般隐患 > 已整改
column D 重大隐患 > 排查
column E 重大隐患 > 已整改
row 4|青石镇|3|2|1|0
`},
		{"one group merged over everything but the area", `
统计表|||
乡镇|排查整治|
|排查|已整改
青石镇|3|2`, []string{"A1:C1", "A2:A3", "B2:C2"}, `
title A1 统计表
column A 乡镇
column B 排查整治 > 排查
column C 排查整治 > 已整改
row 4|青石镇|3|2
`},
		{"a title merged over the table is no group", `
隐患排查治理|||
乡镇|排查|已整改
青石镇|3|2`, []string{"A1:C1"}, `
title A1 隐患排查治理
column A 乡镇
column B 排查
column C 已整改
row 3|青石镇|3|2
`},
		{"a month over the columns is no group", `
|2026年10月|
乡镇|排查|已整改
青石镇|3|2`, nil, `
title B1 2026年10月
column A 乡镇
column B 排查
column C 已整改
row 3|青石镇|3|2
`},
		{"a unit and a seal over the columns are no groups", `
|单位：项|||（公章）|
乡镇|排查|已整改|整改率|得分|名次
青石镇|3|2|66.7|90|1`, nil, `
title B1 单位：项
title E1 （公章）
column A 乡镇
column B 排查
column C 已整改
column D 整改率
column E 得分
column F 名次
row 3|青石镇|3|2|66.7|90|1
`},
		{"a label over the first column is no group", `
填报单位|青石镇|
乡镇|隐患数|已整改
青石镇|3|2`, nil, `
title A1 填报单位
title B1 青石镇
column A 乡镇
column B 隐患数
column C 已整改
row 3|青石镇|3|2
`},
		{"labels over single columns are no groups", `
|填报单位|青石镇
乡镇|隐患数|已整改
青石镇|3|2`, nil, `
title B1 填报单位
title C1 青石镇
column A 乡镇
column B 隐患数
column C 已整改
row 3|青石镇|3|2
`},
		{"groups of one column tell equal names apart", `
|一般隐患|重大隐患
乡镇|排查|排查
青石镇|3|2`, nil, `
column A 乡镇
column B 一般隐患 > 排查
column C 重大隐患 > 排查
row 3|青石镇|3|2
`},
		{"a merged group ends where its range ends", `
乡镇|一般隐患||
|排查|已整改|得分
青石镇|3|2|90`, []string{"A1:A2", "B1:C1"}, `
column A 乡镇
column B 一般隐患 > 排查
column C 一般隐患 > 已整改
column D 得分
row 3|青石镇|3|2|90
`},
		{"words under an unnamed column are data", `
乡镇|隐患数||已整改
青石镇|未报送|迟报|未报送
山口乡|3||2`, nil, `
column A 乡镇
column B 隐患数
column C 
column D 已整改
row 2|青石镇|未报送|迟报|未报送
row 3|山口乡|3||2
`},
		{"numbers that do not count up are data", `
序号|隐患数|已整改|隐患描述
1|4|5|
2|无证|3|x`, nil, `
column A 序号
column B 隐患数
column C 已整改
column D 隐患描述
row 2|1|4|5|
row 3|2|无证|3|x
`},
		{"data that begins like a label", `
项目|隐患数|已整改
说明书缺失|3|2
审核|1|1`, nil, `
column A 项目
column B 隐患数
column C 已整改
row 2|说明书缺失|3|2
row 3|审核|1|1
`},
		{"a name over nothing gives it to no neighbour", `
乡镇|排查单位数||得分
||隐患数|
青石镇|3|2|90`, nil, `
column A 乡镇
column B 排查单位数
column C 隐患数
column D 得分
row 3|青石镇|3|2|90
`},
		{"a group in a group ends with the outer one", `
乡镇|一般隐患||重大隐患|
|排查|督办||已整改
||省级|市级|
青石镇|1|2|3|4`, nil, `
column A 乡镇
column B 一般隐患 > 排查
column C 一般隐患 > 督办 > 省级
column D 重大隐患 > 市级
column E 重大隐患 > 已整改
row 4|青石镇|1|2|3|4
`},
		{"months that look like column numbers are data", `
月份|隐患数|已整改
1|2|3
2|4|4`, nil, `
column A 月份
column B 隐患数
column C 已整改
row 2|1|2|3
row 3|2|4|4
`},
		{"numbering over names", `
乡镇|隐患数|已整改
1|2|3
青石镇|4|4`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
row 3|青石镇|4|4
`},
		{"numbering with brackets and formulas", `
乡镇|隐患数|已整改|整改率
栏次|（1）|（2）|（3）=（2）/（1）
青石镇|4|4|100`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
column D 整改率
row 3|青石镇|4|4|100
`},
		{"circled numbering", `
乡镇|隐患数|已整改|整改率
—|①|②|③=②/①
青石镇|4|4|100`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
column D 整改率
row 3|青石镇|4|4|100
`},
		{"header repeated on each printed page", `
乡镇|隐患数|已整改
青石镇|4|4
乡镇|隐患数|已整改
山口乡|3|3`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
row 2|青石镇|4|4
row 4|山口乡|3|3
`},
		{"a signature between the data, remarks over several rows", `
乡镇|隐患数|已整改
青石镇|4|4
填表人：张三|审核人：李四
山口乡|3|3
备注|含上月结转
二、未报送的不列入`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
row 2|青石镇|4|4
row 4|山口乡|3|3
note A3 填表人：张三
note B3 审核人：李四
note A5 备注
note B5 含上月结转
note A6 二、未报送的不列入
`},
		{"columns without a name", `
序号||乡镇||隐患数|已整改
1||青石镇||4|4
2|x|山口乡||3|3`, nil, `
column A 序号
column B 
column C 乡镇
column E 隐患数
column F 已整改
row 2|1||青石镇|4|4
row 3|2|x|山口乡|3|3
`},
		{"two columns", `
名称|得分
青石镇|95`, nil, `
column A 名称
column B 得分
row 2|青石镇|95
`},
		{"a header alone", `
乡镇|隐患数|已整改`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
`},
		{"a ledger row without a number is no header", `
序号|检查时间|整改责任人|隐患描述|隐患等级
|2026.10.8|张三|灭火器过期|一般
||李四|通道堆放杂物|一般`, nil, `
column A 序号
column B 检查时间
column C 整改责任人
column D 隐患描述
column E 隐患等级
row 2||2026.10.8|张三|灭火器过期|一般
row 3|||李四|通道堆放杂物|一般
`},
		{"areas merged down over their rows", `
序号|乡镇|行业领域|排查单位数|隐患数|已整改
1|青石镇|工矿商贸|10|4|4
||道路交通||2|1
||建筑施工||1|1
2|山口乡|工矿商贸|5|3|3
合计|||15|10|9`, []string{"A2:A4", "B2:B4", "D2:D4", "A6:C6"}, `
column A 序号
column B 乡镇
column C 行业领域
column D 排查单位数
column E 隐患数
column F 已整改
row 2|1|青石镇|工矿商贸|10|4|4
row 3|^1|^青石镇|道路交通|^10|2|1
row 4|^1|^青石镇|建筑施工|^10|1|1
row 5|2|山口乡|工矿商贸|5|3|3
row 6|合计|^合计|^合计|15|10|9
`},
		{"a heading over the whole row", `
乡镇|隐患数|已整改|整改率
一、乡镇
青石镇|4|4|100`, []string{"A2:D2"}, `
column A 乡镇
column B 隐患数
column C 已整改
column D 整改率
row 2|一、乡镇|||
row 3|青石镇|4|4|100
`},
		{"comments and error values", `
# 说明
乡镇|隐患数|已整改
# 下一行是合计
青石镇|4|#DIV/0!
#N/A|1|1`, nil, `
column A 乡镇
column B 隐患数
column C 已整改
row 4|青石镇|4|#DIV/0!
row 5|#N/A|1|1
`},
	}
	for _, tt := range tests {
		want := strings.TrimPrefix(tt.want, "\n")
		got := dump(readOne(t, "a.xlsx", book(t, "表", tt.content, tt.merges...)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, workbook (-want +got):\n%s", tt.name, diff)
		}
		if tt.merges != nil {
			continue
		}
		got = dump(readOne(t, "a.csv", asCSV(tt.content)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, CSV (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestEveryVisibleSheetIsATable(t *testing.T) {
	f := excelize.NewFile()
	fill(t, f, "Sheet1", small)
	for _, name := range []string{"封面", "山口乡", "隐藏", "空"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	fill(t, f, "封面", "云溪县安全生产委员会办公室\n2026年10月")
	fill(t, f, "山口乡", small)
	fill(t, f, "隐藏", small)
	if err := f.SetSheetVisible("隐藏", false); err != nil {
		t.Fatal(err)
	}
	if err := f.SetRowVisible("Sheet1", 2, false); err != nil {
		t.Fatal(err)
	}
	tables, problems := read(t, "a.xlsx", bytesOf(t, f))
	if len(tables) != 2 || len(problems) > 0 || tables[0].Place.Sheet != "Sheet1" || tables[1].Place.Sheet != "山口乡" {
		t.Fatalf("%v %s", tables, text(problems))
	}
	if got := len(tables[0].Rows); got != 2 {
		t.Errorf("%d rows, a hidden one left out", got)
	}
	if tables[0].HeaderRow != 1 {
		t.Errorf("header in row %d, want 1", tables[0].HeaderRow)
	}
	place := tables[1].Cell(tables[1].Rows[0], 1).String()
	if want := "a.xlsx 工作表“山口乡” 第2行 B列"; place != want {
		t.Errorf("place %s, want %s", place, want)
	}
}

func TestLineNumbersStayTrue(t *testing.T) {
	got := readOne(t, "a.csv", []byte("# \"说明\n\n地区,隐患排查数,隐患描述\n\n青石镇,1,\"一\n二\"\n# x\n山口乡,2,三\n"))
	if got.Rows[0].Number != 5 || got.Rows[1].Number != 8 {
		t.Errorf("rows %d and %d, want 5 and 8", got.Rows[0].Number, got.Rows[1].Number)
	}
}

func TestRawValues(t *testing.T) {
	f := excelize.NewFile()
	fill(t, f, "Sheet1", small)
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		t.Fatal(err)
	}
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"A2": "青石镇　", "B2": 0.972, "C2": 45000.5} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for cell, style := range map[string]int{"B2": percent, "C2": date} {
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
	}
	got := readOne(t, "a.xlsx", bytesOf(t, f))
	if diff := cmp.Diff([]string{"青石镇", "0.972", "45000.5"}, got.Rows[0].Cells); diff != "" {
		t.Error(diff)
	}
}
