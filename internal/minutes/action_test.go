package minutes_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// readItem reads the one item of a meeting on 2026-10-22.
func readItem(t *testing.T, body string) (record.ActionItem, []problem.Problem) {
	t.Helper()
	file := "---\ndate: 2026-10-22\n---\n## 议定事项\n\n" + body
	docs, problems := minutes.Read(fstest.MapFS{"minutes/2026-10-22.md": {Data: []byte(file)}}, "minutes")
	if len(docs) != 1 || len(docs[0].Meeting.Actions) != 1 {
		t.Fatalf("%s: not one item: %+v %v", body, docs, problems)
	}
	return docs[0].Meeting.Actions[0], problems
}

// cellItem reads the item of a table with one column besides what and who.
func cellItem(t *testing.T, column, cell string) (record.ActionItem, []problem.Problem) {
	t.Helper()
	return readItem(t, "| 事项 | 责任单位 | "+column+" |\n|--|--|--|\n| 甲 | 县应急局 | "+cell+" |\n")
}

func TestWhoAndWhen(t *testing.T) {
	for _, tt := range []struct{ body, text, owners, helpers, deadline string }{
		{"1. 排查管道。(责任单位:县应急局,各乡镇人民政府)", "排查管道", "县应急局|各乡镇人民政府", "", ""},
		{"1. 排查管道（责任单位：县应急局（县安委办）、县住建局；完成时限：11月20日）。", "排查管道", "县应急局(县安委办)|县住建局", "", "2026-11-20"},
		{"1. 排查管道【牵头单位：县住建局 配合单位：各乡镇 完成时限：2026.11.20】", "排查管道", "县住建局", "各乡镇", "2026-11-20"},
		{"1. 排查管道。牵头单位:县住建局;配合单位:县城管局、各乡镇;时限:12月底", "排查管道", "县住建局", "县城管局|各乡镇", "2026-12-31"},
		{"1. 由县住建局牵头,县城管局、各乡镇配合,于11月20日前完成管道排查。", "由县住建局牵头,县城管局、各乡镇配合,于11月20日前完成管道排查", "县住建局", "县城管局|各乡镇", "2026-11-20"},
		{"1. 完成管道排查，由县住建局、县城管局牵头，各乡镇配合，于11月20日前完成。", "完成管道排查", "县住建局|县城管局", "各乡镇", "2026-11-20"},
		{"1. 抓好管道排查，县住建局负责牵头，有关部门积极配合，年底前完成", "抓好管道排查", "县住建局", "有关部门", "2026-12-31"},
		{"1. 县住建局会同县消防救援大队负责管道排查，11月底前完成", "县住建局会同县消防救援大队负责管道排查", "县住建局", "县消防救援大队", "2026-11-30"},
		{"1. 排查管道（县住建局牵头，11月20日前）", "排查管道", "县住建局", "", "2026-11-20"},
		{"1. 排查管道（由县住建局负责；完成时限：11月中旬）", "排查管道", "县住建局", "", "2026-11-20"},
		{"1. 排查管道（含老旧小区），责任单位：县住建局", "排查管道（含老旧小区）", "县住建局", "", ""},
		{"1. 排查管道（县住建局牵头，重点是山区）", "排查管道（县住建局牵头，重点是山区）", "县住建局", "", ""},
		{"1. 各单位主要负责人要靠前指挥，发挥县安委办牵头作用", "各单位主要负责人要靠前指挥，发挥县安委办牵头作用", "", "", ""},
		{"1. 吸取10月3日事故教训，整治11月20日以后的隐患", "吸取10月3日事故教训，整治11月20日以后的隐患", "", "", ""},
		{"1. 责任单位接到通知3日内上报", "责任单位接到通知3日内上报", "", "", ""},
		{"1. 县应急局牵头，接到通知后，3日内上报", "县应急局牵头，接到通知后，3日内上报", "县应急局", "", ""},
		{"1. 排查管道。责任单位：县住建局(牵头)、县城管局、各乡镇", "排查管道", "县住建局", "县城管局|各乡镇", ""},
		{"1. 排查{{ 整改率 \"全县（不含园区）\" }}。责任单位：无", "排查{{ 整改率 \"全县（不含园区）\" }}", "", "", ""},
		{"（一）排查管道，由县住建局牵头，于2027年1月10日前完成。", "排查管道", "县住建局", "", "2027-01-10"},
		{"一、排查管道，由发展和改革局牵头，１１月２０日前完成。", "排查管道", "发展和改革局", "", "2026-11-20"},
	} {
		item, _ := readItem(t, tt.body)
		got := []string{item.Text, strings.Join(item.Owners, "|"), strings.Join(item.Helpers, "|"), date(item.Deadline)}
		want := []string{tt.text, tt.owners, tt.helpers, tt.deadline}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("%s\n got %q\nwant %q", tt.body, got, want)
		}
	}
}

func date(d record.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func TestDeadlines(t *testing.T) {
	for _, tt := range []struct{ cell, want, note string }{
		{"2026-11-20", "2026-11-20", ""},
		{"2026年11月20日前", "2026-11-20", ""},
		{"2026.11.5", "2026-11-05", ""},
		{"11月20日", "2026-11-20", ""},
		{"１１月２０日前完成", "2026-11-20", ""},
		{"十一月二十日", "2026-11-20", ""},
		{"5月1日", "2026-05-01", ""},  // five months ago: an item that is overdue
		{"3月15日", "2027-03-15", ""}, // seven: nobody meant that
		{"1月10日前", "2027-01-10", ""},
		{"2月28日", "2027-02-28", ""},
		{"11月底前", "2026-11-30", ""},
		{"11月末", "2026-11-30", ""},
		{"11月上旬", "2026-11-10", ""},
		{"2月底前", "2027-02-28", ""},
		{"年底前", "2026-12-31", ""},
		{"2027年底", "2027-12-31", ""},
		{"明年底", "2027-12-31", ""},
		{"本月底", "2026-10-31", ""},
		{"下月底前", "2026-11-30", ""},
		{"第四季度", "2026-12-31", ""},
		{"会后10日内", "2026-11-01", ""},
		{"一周内", "2026-10-29", ""},
		{"两个月内", "2026-12-22", ""},
		{"10月底前报方案，12月20日前完成", "2026-12-20", ""},
		{"长期坚持", "", "长期坚持"},
		{"立即整改", "", "立即整改"},
		{"5个工作日内", "", "5个工作日内"},
		{"每月25日前", "", "每月25日前"},
	} {
		item, problems := cellItem(t, "完成时限", tt.cell)
		if date(item.Deadline) != tt.want || item.Note != tt.note || len(problems) > 0 {
			t.Errorf("%s: %s %q %v, want %s %q", tt.cell, date(item.Deadline), item.Note, problems, tt.want, tt.note)
		}
	}
}

func TestDeadlinesThatAreNone(t *testing.T) {
	for cell, code := range map[string]problem.Code{
		"": problem.ActionWithoutDeadline, "/": problem.ActionWithoutDeadline, "—": problem.ActionWithoutDeadline,
		"2026-02-30": problem.UnreadableDate, "忙完后": problem.UnreadableDate, "11月": problem.UnreadableDate,
		"13月1日": problem.UnreadableDate, "11月31日": problem.UnreadableDate,
	} {
		item, problems := cellItem(t, "完成时限", cell)
		if len(problems) != 1 || problems[0].Code != code || problems[0].Place.Row != 8 || problems[0].Place.Column < 10 || !item.Deadline.IsZero() {
			t.Errorf("%q: %v %v", cell, item, problems)
		}
	}
}

func TestExtensions(t *testing.T) {
	for _, body := range []string{
		"1. 更换管道（责任单位：县住建局；完成时限：11月1日；延期至12月1日）",
		"1. 更换管道（责任单位：县住建局；完成时限：11月1日，批准延期至：12月1日前）",
		"1. 更换管道，由县住建局牵头，11月1日前完成（延期至12月1日）。",
		"1. 更换管道。（责任单位：县住建局；完成时限：11月1日）延期到2026年12月1日",
		"| 事项 | 责任单位 | 完成时限 |\n|--|--|--|\n| 更换管道 | 县住建局 | 11月1日（延期至12月1日） |",
		"| 事项 | 责任单位 | 完成时限 | 进展 |\n|--|--|--|--|\n| 更换管道 | 县住建局 | 11月1日 | 正在办理，延期至12月1日 |",
		"| 事项 | 责任单位 | 完成时限 | 延期至 |\n|--|--|--|--|\n| 更换管道 | 县住建局 | 11月1日 | 12月1日 |",
		"| 事项 | 责任单位 | 完成时限 | 延期 |\n|--|--|--|--|\n| 更换管道 | 县住建局 | 11月1日 | 延期至12月1日 |",
	} {
		item, problems := readItem(t, body)
		if item.Text != "更换管道" || date(item.Deadline) != "2026-11-01" || date(item.Extended) != "2026-12-01" || len(problems) > 0 {
			t.Errorf("%s\n%+v %v", body, item, problems)
		}
	}
}

func TestDayDoneIsTheNearest(t *testing.T) {
	for cell, want := range map[string]string{"9月30日": "2026-09-30", "12月1日": "2026-12-01", "2月1日": "2027-02-01", "2025-12-30": "2025-12-30"} {
		item, problems := readItem(t, "| 事项 | 责任单位 | 完成时限 | 办结时间 |\n|--|--|--|--|\n| 甲 | 县应急局 | 年底前 | "+cell+" |\n")
		if date(item.Done) != want {
			t.Errorf("%s: %s, want %s (%v)", cell, date(item.Done), want, problems)
		}
	}
}

func TestProgress(t *testing.T) {
	for _, tt := range []struct {
		cell string
		want record.Progress
		note string
	}{
		{"已办结", record.ClosedOut, ""},
		{"办结", record.ClosedOut, ""},
		{"已完成。", record.ClosedOut, ""},
		{"已销号", record.ClosedOut, ""},
		{"已完成100%", record.ClosedOut, "已完成100%"},
		{"11月5日已完成整改", record.ClosedOut, "11月5日已完成整改"},
		{"正在办理", record.InHand, ""},
		{"按序时整改", record.InHand, "按序时整改"},
		{"按序时进度已完成", record.InHand, "按序时进度已完成"},
		{"已完成80%", record.InHand, "已完成80%"},
		{"已完成招标，正在施工", record.InHand, "已完成招标，正在施工"},
		{"基本完成", record.InHand, "基本完成"},
		{"部分已办结", record.InHand, "部分已办结"},
		{"未完成", record.InHand, "未完成"},
		{"尚未办结", record.InHand, "尚未办结"},
		{"需加快", record.NeedsPush, ""},
		{"进展缓慢", record.NeedsPush, ""},
		{"滞后，已完成一半", record.NeedsPush, "滞后，已完成一半"},
		{"未启动", record.NotStarted, ""},
		{"尚未启动", record.NotStarted, ""},
		{"", record.NoProgress, ""},
		{"/", record.NoProgress, ""},
		{"请示县长", record.NoProgress, "请示县长"},
	} {
		item, _ := cellItem(t, "进展情况", tt.cell)
		if item.Progress != tt.want || item.Note != tt.note {
			t.Errorf("%s: %v %q, want %v %q", tt.cell, item.Progress, item.Note, tt.want, tt.note)
		}
	}
}
