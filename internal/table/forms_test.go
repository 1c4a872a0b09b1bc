package table_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// formA is form A of DOMAIN §4: 18 columns, a header of three rows.
const formA = `
云溪县2026年10月安全生产隐患排查治理情况统计表
填报单位：青石镇|||||||||||截止日期：2026年10月31日
行业\n领域|排查单位数\n（家）|一般隐患|||排查治理重大隐患|||列入治理计划的重大隐患||||||累计落实治理资金\n(万元)
||隐患数\n（项）|已经整改数\n（项）|整改率\n（%）|重大隐患数（项）|已整改销号数（项）|整改率（%）|重大隐患数（项）|落实治理目标任务|落实治理经费物资|落实治理机构人员|落实治理时间要求|落实安全措施应急预案|
甲|1|2|3|4|5|6|7|8|9|10|11|12|13|14
工矿商贸|12|34|33|97.1|1|0|0|1|1|1|1|1|1|15
道路交通|8|6|6|100|0|0|/||||||
合 计|20|40|39|97.5|1|0|0|1|1|1|1|1|1|15
填表人：张三|||审核人：李四||||单位负责人（签字）：王五
注：本表逐级上报。`

const wantFormA = `title A1 云溪县2026年10月安全生产隐患排查治理情况统计表
title A2 填报单位：青石镇
title L2 截止日期：2026年10月31日
column A 行业领域
column B 排查单位数（家）
column C 一般隐患 > 隐患数（项）
column D 一般隐患 > 已经整改数（项）
column E 一般隐患 > 整改率（%）
column F 排查治理重大隐患 > 重大隐患数（项）
column G 排查治理重大隐患 > 已整改销号数（项）
column H 排查治理重大隐患 > 整改率（%）
column I 列入治理计划的重大隐患 > 重大隐患数（项）
column J 列入治理计划的重大隐患 > 落实治理目标任务
column K 列入治理计划的重大隐患 > 落实治理经费物资
column L 列入治理计划的重大隐患 > 落实治理机构人员
column M 列入治理计划的重大隐患 > 落实治理时间要求
column N 列入治理计划的重大隐患 > 落实安全措施应急预案
column O 累计落实治理资金(万元)
row 6|工矿商贸|12|34|33|97.1|1|0|0|1|1|1|1|1|1|15
row 7|道路交通|8|6|6|100|0|0|/|||||||
row 8|合 计|20|40|39|97.5|1|0|0|1|1|1|1|1|1|15
note A9 填表人：张三
note D9 审核人：李四
note H9 单位负责人（签字）：王五
note A10 注：本表逐级上报。
`

func TestFormA(t *testing.T) {
	merged := readOne(t, "2026-10.xlsx", book(t, "10月", formA,
		"A1:O1", "A2:D2", "L2:O2", "A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:N3", "O3:O4", "A10:O10"))
	if diff := cmp.Diff(wantFormA, dump(merged)); diff != "" {
		t.Errorf("workbook (-want +got):\n%s", diff)
	}
	if merged.HeaderRow != 4 {
		t.Errorf("header in row %d, want 4", merged.HeaderRow)
	}
	unmerged := readOne(t, "2026-10.xlsx", book(t, "10月", formA))
	if diff := cmp.Diff(wantFormA, dump(unmerged)); diff != "" {
		t.Errorf("workbook without merges (-want +got):\n%s", diff)
	}
}

func TestFormAAsCSV(t *testing.T) {
	got := readOne(t, "2026-10.csv", asCSV(formA))
	// Line breaks inside cells make lines of their own in a text file.
	for i := range got.Rows {
		got.Rows[i].Number -= 6
	}
	for i := range got.Notes {
		got.Notes[i].Row -= 6
	}
	if diff := cmp.Diff(wantFormA, dump(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// formB is form B of DOMAIN §4: cumulative, a header of three rows with a group
// in a group, no row of its own for the units.
const formB = `
安全隐患排查治理情况统计表（2026年1—10月）
序号|乡镇|排查情况|||一般事故隐患|||重大事故隐患|||||||累计落实隐患治理资金(万元)
||应排查单位(家)|实际排查单位(家)|覆盖率(%)|排查|已整改|整改率(%)|排查|已整改销号|整改率(%)|列入治理计划|达到“五到位”要求的|挂牌督办|
|||||||||||||省级|地市级|
1|青石镇|10|9|90|20|19|95|1|1|100|0|0|0|0|3
2|山口乡|8|8|100|12|12|100|0|0|/|0|0|0|0|0
`

const wantFormB = `title A1 安全隐患排查治理情况统计表（2026年1—10月）
column A 序号
column B 乡镇
column C 排查情况 > 应排查单位(家)
column D 排查情况 > 实际排查单位(家)
column E 排查情况 > 覆盖率(%)
column F 一般事故隐患 > 排查
column G 一般事故隐患 > 已整改
column H 一般事故隐患 > 整改率(%)
column I 重大事故隐患 > 排查
column J 重大事故隐患 > 已整改销号
column K 重大事故隐患 > 整改率(%)
column L 重大事故隐患 > 列入治理计划
column M 重大事故隐患 > 达到“五到位”要求的
column N 重大事故隐患 > 挂牌督办 > 省级
column O 重大事故隐患 > 挂牌督办 > 地市级
column P 累计落实隐患治理资金(万元)
row 5|1|青石镇|10|9|90|20|19|95|1|1|100|0|0|0|0|3
row 6|2|山口乡|8|8|100|12|12|100|0|0|/|0|0|0|0|0
`

func TestFormB(t *testing.T) {
	merged := readOne(t, "b.xlsx", book(t, "Sheet1", formB, "A1:P1", "A2:A4", "B2:B4", "C2:E2", "F2:H2", "I2:O2", "P2:P4",
		"C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:I4", "J3:J4", "K3:K4", "L3:L4", "M3:M4", "N3:O3"))
	if diff := cmp.Diff(wantFormB, dump(merged)); diff != "" {
		t.Errorf("workbook (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantFormB, dump(readOne(t, "b.csv", asCSV(formB)))); diff != "" {
		t.Errorf("CSV (-want +got):\n%s", diff)
	}
}
