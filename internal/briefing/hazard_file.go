package briefing

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// hazardPage is the file of one major hazard (一患一档): what, where, who, the
// five commitments, and how far it is.
func (b *book) hazardPage(i int) Page {
	h := b.major[i]
	page := Page{
		Path: hazardPath(h), Layout: FiguresLayout, Title: shortened(hazardTitle(h), 30), Masthead: b.masthead(nil),
		Names: slices.DeleteFunc([]string{h.File.Number, h.File.Enterprise}, func(s string) bool { return s == "" }),
		Trail: []Link{home(), {"重大隐患", hazardsPath}}, Sources: b.sourcesOf([]string{h.Place.File}),
	}
	summary := b.hazardParagraph(h)
	page.Lead = plainText(summary.Runs)
	page.Sections = func() []Section {
		return withBlocks(
			Section{Blocks: []Block{summary}},
			Section{ID: "facts", Heading: "基本情况", Blocks: []Block{b.hazardFacts(h)}},
			Section{ID: "commitments", Heading: "五落实", Blocks: []Block{b.commitmentTable(h)}},
			Section{ID: "progress", Heading: "办理进程", Blocks: []Block{b.progressOf(h)}},
			Section{ID: "supervision", Heading: "挂牌督办", Blocks: b.supervisionTable(h)},
		)
	}
	return page
}

// hazardParagraph says where a hazard stands.
func (b *book) hazardParagraph(h *record.Hazard) Paragraph {
	state, before := b.hazardState(h).Text, "这处重大隐患"
	if left, ok := strings.CutPrefix(state, "剩"); ok {
		state, before = left, "距整改期限还有"
	}
	runs := []Run{text("截至" + b.todayText() + "，" + before), strong(state)}
	if h.Open() {
		if missing := indicator.MissingCommitments(h); len(missing) > 0 {
			runs = append(runs, text("，五落实缺"+strings.Join(missing, "、")))
		} else {
			runs = append(runs, text("，五落实齐全"))
		}
	}
	return Paragraph{Runs: append(runs, text("。"))}
}

// pairs is a table of names and what they are; what is "" is left out.
type pairs struct{ Table }

func newPairs(id, name, what string) *pairs {
	return &pairs{Table{ID: id, Columns: []TableColumn{{Name: name}, {Name: what}}}}
}

func (p *pairs) add(name, what string) {
	if what != "" {
		p.Rows = append(p.Rows, TableRow{Cells: []TableCell{{Text: name}, {Text: what}}})
	}
}

func (b *book) hazardFacts(h *record.Hazard) Table {
	f := h.File
	t := newPairs("facts-table", "项目", "内容")
	t.add("编号", f.Number)
	t.Rows = append(t.Rows, TableRow{Cells: []TableCell{{Text: "地区"}, b.hazardArea(h)}})
	sector := f.Sector
	if h.Sector != record.AllSectors {
		sector = b.sectorName(h.Sector)
	}
	t.add("行业领域", sector)
	t.add("单位（企业）", f.Enterprise)
	t.add("隐患部位", f.Where)
	t.add("隐患描述", f.Description)
	t.add("来源", h.Source.String())
	t.add("检查单位", f.Inspector)
	return t.Table
}

// commitmentTable is the five, one a row, with what the ledger says of each.
func (b *book) commitmentTable(h *record.Hazard) Table {
	f := h.File
	funds := f.FundsNote
	if f.Funds.Known() {
		funds = wan(f.Funds) + "万元"
	}
	deadline := ""
	if !h.Deadline.IsZero() {
		deadline = h.Deadline.Chinese()
	}
	if !h.Extended.IsZero() {
		deadline = strings.TrimPrefix(deadline+"，延期至"+h.Extended.Chinese(), "，")
	}
	if deadline == "" && !h.DueBy().IsZero() {
		deadline = h.DueBy().Chinese()
	}
	t := Table{ID: "commitment-table", Columns: []TableColumn{{Name: "项目"}, {Name: "落实"}, {Name: "内容"}}}
	what := [record.NumCommitments]string{
		record.CommittedMeasures: f.Measures, record.CommittedOwner: b.responsible(f), record.CommittedFunds: funds,
		record.CommittedDeadline: deadline, record.CommittedPlan: f.Plan,
	}
	for c, fixed := range h.Commitments() {
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
			{Text: record.Commitment(c).String()}, commitmentCell(fixed), {Text: cmp.Or(what[c], indicator.None)},
		}})
	}
	return t
}

// responsible is the unit and the person, where persons are shown.
func (b *book) responsible(f *record.HazardFile) string {
	person := b.person(f.Person)
	if f.Owner != "" && person != "" {
		return f.Owner + "（" + person + "）"
	}
	return f.Owner + person
}

// person is a name, or words in its place where the settings hide it.
func (b *book) person(name string) string {
	if name != "" && b.Settings.Privacy.HidePerson {
		return "姓名不公布"
	}
	return name
}

// progressOf is the way of a hazard through the five steps.
func (b *book) progressOf(h *record.Hazard) Table {
	f := h.File
	t := Table{ID: "progress-table", Columns: []TableColumn{{Name: "环节"}, {Name: "状态"}, {Name: "日期"}, {Name: "说明"}}}
	days := [record.NumStages]record.Date{h.FoundOn, f.AssignedOn, h.DoneOn, f.CheckedOn, f.ClosedOn}
	notes := [record.NumStages]string{record.StageFound: f.Inspector, record.StageAssigned: f.Owner, record.StageChecked: b.person(f.CheckedBy)}
	for s := range record.NumStages {
		state, note := TableCell{Text: "未到"}, notes[s]
		switch {
		case s <= h.Stage:
			state = TableCell{Text: "已完成", Tone: Good}
		case s == h.Stage+1:
			state = TableCell{Text: "待办"}
			if s == record.StageDone {
				state = b.hazardState(h)
			}
		}
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{{Text: s.String()}, state, dayCell(days[s]), {Text: note}}})
	}
	return t
}

func (b *book) supervisionTable(h *record.Hazard) []Block {
	s := &h.File.Supervision
	if s.Level == record.NotSupervised {
		return nil
	}
	t := newPairs("supervision-table", "项目", "内容")
	t.add("级别", s.Level.String())
	day := func(name string, d record.Date) {
		if !d.IsZero() {
			t.add(name, d.Chinese())
		}
	}
	day("挂牌时间", s.Issued)
	day("督办期限", s.Deadline)
	day("延期至", h.Extended)
	day("验收时间", h.File.CheckedOn)
	day("摘牌时间", s.Delisted)
	if s.Delisted.IsZero() {
		t.add("现状", b.hazardState(h).Text)
	} else {
		t.add("现状", "已摘牌")
	}
	return []Block{t.Table}
}

// hazardDownload is the major hazards as CSV and XLSX, under the names that a
// ledger is read by. Names of persons are left out where the settings hide them.
func (b *book) hazardDownload() Download {
	return Download{[]string{"data/hazards.csv", "data/hazards.xlsx"}, b.hazardData}
}

func (b *book) hazardData() ([][]byte, error) {
	header, rows := b.hazardRows()
	var csv, xlsx bytes.Buffer
	if err := table.WriteCSV(&csv, header, rows); err != nil {
		return nil, err
	}
	cells := make([][]table.Value, len(rows))
	for i, row := range rows {
		for j, s := range row {
			if header[j] == "整改资金(万元)" {
				cells[i] = append(cells[i], cellOf(s))
			} else {
				cells[i] = append(cells[i], table.Text(s))
			}
		}
	}
	if err := b.workbooks.Write(&xlsx, "重大隐患", header, cells); err != nil {
		return nil, err
	}
	return [][]byte{csv.Bytes(), xlsx.Bytes()}, nil
}

func (b *book) hazardRows() (header []string, rows [][]string) {
	header = []string{
		"编号", "地区", "行业领域", "单位(企业)", "隐患部位", "隐患描述", "隐患等级", "检查单位", "检查时间", "交办时间", "整改要求(措施)",
		"整改责任单位", "整改责任人", "整改资金(万元)", "应急预案", "整改期限", "延期至", "整改完成日期", "复查时间", "复查人", "销号时间",
		"挂牌督办", "挂牌时间", "督办期限", "摘牌时间", "现状",
	}
	day := func(d record.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.String()
	}
	for _, h := range b.major {
		f := h.File
		area, sector, funds := "", f.Sector, f.FundsNote
		if h.Area != record.AllAreas {
			area = b.areaName(h.Area)
		}
		if h.Sector != record.AllSectors {
			sector = b.sectorName(h.Sector)
		}
		if f.Funds.Known() {
			funds = wan(f.Funds)
		}
		s := &f.Supervision
		rows = append(rows, []string{
			f.Number, area, sector, f.Enterprise, f.Where, f.Description, "重大", f.Inspector, day(h.FoundOn), day(f.AssignedOn), f.Measures,
			f.Owner, b.person(f.Person), funds, f.Plan, day(h.Deadline), day(h.Extended), day(h.DoneOn), day(f.CheckedOn), b.person(f.CheckedBy), day(f.ClosedOn),
			s.Level.String(), day(s.Issued), day(s.Deadline), day(s.Delisted), b.hazardState(h).Text,
		})
	}
	return header, rows
}
