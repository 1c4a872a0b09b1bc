package briefing

import (
	"cmp"
	"fmt"
	"slices"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

const hazardsPath = "hazards/index.html"

func hazardPath(h *record.Hazard) string { return "hazards/" + h.File.ID + ".html" }

// majorHazards are those with a file: open ones by the day they are due, then
// the others, the latest found first.
func majorHazards(hazards []record.Hazard) (major []*record.Hazard) {
	for i := range hazards {
		if hazards[i].File != nil {
			major = append(major, &hazards[i])
		}
	}
	slices.SortStableFunc(major, func(x, y *record.Hazard) int {
		if x.Open() != y.Open() {
			if x.Open() {
				return -1
			}
			return 1
		}
		if !x.Open() {
			return cmp.Or(y.FoundOn.Compare(x.FoundOn), cmp.Compare(x.File.ID, y.File.ID))
		}
		return cmp.Or(byDay(x.DueBy(), y.DueBy()), cmp.Compare(x.File.ID, y.File.ID))
	})
	return major
}

// byDay orders days, none last.
func byDay(x, y record.Date) int {
	if x.IsZero() != y.IsZero() {
		return -x.Compare(y)
	}
	return x.Compare(y)
}

// hazardsPage is the ledger in sum, and every major hazard: general ones are
// counted, not listed.
func (b *book) hazardsPage() Page {
	both := b.ledger.Whole.Both()
	summary := b.ledgerParagraph(&b.ledger.Whole, b.Settings.Whole)
	page := b.listPage(hazardsPath, "重大隐患", func() []Section {
		first := []Block{summary, b.ledgerFigures()}
		if both.Open > 0 {
			first = append(first, figureBlock(b.ageing(&b.ledger.Whole, "ageing", "未整改隐患的时限")))
		}
		return []Section{
			{Blocks: first},
			{ID: "board", Heading: "挂牌督办", Slide: true, Blocks: b.board()},
			{ID: "major", Heading: "重大隐患和“五落实”", Blocks: b.majorBlocks()},
			{ID: "stages", Heading: "闭环进度", Blocks: []Block{b.stageTable()}},
			{ID: "areas", Heading: "各单位", Blocks: b.ledgerByArea()},
		}
	})
	page.Lead = plainText(summary.Runs)
	page.Sources = b.ledgerSources()
	page.Slides = true
	return page
}

func (b *book) ledgerSources() []Source { return b.sourcesOf(b.ledgerFiles()) }

// ledgerFiles are the files of the ledger, in their order.
func (b *book) ledgerFiles() (files []string) {
	for i := range b.Hazards {
		if file := b.Hazards[i].Place.File; len(files) == 0 || files[len(files)-1] != file {
			files = append(files, file)
		}
	}
	return files
}

// ledgerParagraph says how many hazards of a scope are open and overdue.
func (b *book) ledgerParagraph(l *indicator.Ledger, name string) Paragraph {
	both := l.Both()
	runs := []Run{
		text(fmt.Sprintf("截至%s，%s台账共登记隐患%d项（重大%d项），未整改", b.todayText(), name, both.All, l.Major.All)),
		strong(fmt.Sprint(both.Open)), text(fmt.Sprintf("项（重大%d项）", l.Major.Open)),
	}
	switch {
	case both.Open == 0:
		return Paragraph{Runs: append(runs, text("。"))}
	case both.Overdue == 0:
		return Paragraph{Runs: append(runs, text("，没有逾期的。"))}
	}
	return Paragraph{Runs: append(runs, text("，其中逾期"), strong(fmt.Sprint(both.Overdue)), text(fmt.Sprintf("项（重大%d项）。", l.Major.Overdue)))}
}

// ledgerFigures is the strip of the ledger.
func (b *book) ledgerFigures() KeyFigures {
	l := &b.ledger.Whole
	both := l.Both()
	listed, committed := 0, 0
	for _, h := range b.major {
		if h.Listed() {
			listed++
		}
		if h.Open() && len(indicator.MissingCommitments(h)) == 0 {
			committed++
		}
	}
	count := func(label string, n int, change string, tone Tone) KeyFigure {
		return KeyFigure{Label: label, Value: fmt.Sprint(n), Small: "项", Change: change, Tone: tone}
	}
	major := func(n int) string { return fmt.Sprintf("重大%d项", n) }
	k := KeyFigures{Items: []KeyFigure{
		count("登记隐患", both.All, major(l.Major.All), Plain), count("未整改", both.Open, major(l.Major.Open), Plain),
	}}
	if both.Overdue > 0 {
		k.Items = append(k.Items, count("逾期未整改", both.Overdue, major(l.Major.Overdue), Bad))
	} else {
		k.Items = append(k.Items, count("逾期未整改", 0, "没有逾期", Good))
	}
	if listed > 0 {
		k.Items = append(k.Items, KeyFigure{Label: "挂牌督办", Value: fmt.Sprint(listed), Small: "项", Href: hazardsPath + "#board"})
	}
	if l.Major.Open > 0 {
		k.Items = append(k.Items, KeyFigure{
			Label: "重大隐患五落实", Value: fmt.Sprint(committed), Small: fmt.Sprintf("/%d 项未整改", l.Major.Open), Href: hazardsPath + "#major",
		})
	}
	return k
}

// ageing draws how long what is open has been overdue, by grade.
func (b *book) ageing(l *indicator.Ledger, id, title string) charts.Figure {
	f := charts.Figure{
		ID: id, Kind: charts.Ageing, Title: title, Unit: "项", Scale: charts.Counts, Better: charts.LowerIsBetter,
		Note: "按" + b.todayText() + "计算；批准延期的，按延期后的期限。",
	}
	general, major := charts.Series{Name: "一般隐患"}, charts.Series{Name: "重大隐患"}
	value := func(n int) charts.Value {
		return charts.Value{Number: float64(n), Known: true, Text: fmt.Sprint(n)}
	}
	for age := range indicator.NumAges {
		g, m := l.General.ByAge[age], l.Major.ByAge[age]
		if age == indicator.WithoutDeadline && g+m == 0 {
			continue
		}
		meaning := charts.Pending
		if age.Overdue() {
			meaning = charts.Overdue
		}
		f.Categories = append(f.Categories, charts.Category{Label: age.String(), Meaning: meaning})
		general.Values, major.Values = append(general.Values, value(g)), append(major.Values, value(m))
	}
	f.Series = []charts.Series{general, major}
	both := l.Both()
	f.Description = fmt.Sprintf("未整改%d项，其中逾期%d项；重大隐患未整改%d项，其中逾期%d项。", both.Open, both.Overdue, l.Major.Open, l.Major.Overdue)
	return f
}

// board is 挂牌督办 by the days that are left; what has been delisted stands last.
func (b *book) board() []Block {
	var listed, delisted []*record.Hazard
	for _, h := range b.major {
		switch {
		case h.Listed():
			listed = append(listed, h)
		case h.File.Supervision.Level != record.NotSupervised:
			delisted = append(delisted, h)
		}
	}
	if len(listed)+len(delisted) == 0 {
		return nil
	}
	t := Table{ID: "board-table", Caption: "挂牌督办的重大隐患", Columns: []TableColumn{
		{Name: "重大隐患"}, {Name: "地区", Filter: true}, {Name: "级别"}, {Name: "挂牌"}, {Name: "督办期限"}, {Name: "延期至"}, {Name: "剩余天数"}, {Name: "验收"}, {Name: "摘牌"},
	}, Note: "剩余天数按" + b.todayText() + "计算，最紧的在前；延期的按延期后的期限。"}
	for _, h := range append(listed, delisted...) {
		s := &h.File.Supervision
		state := b.hazardState(h)
		switch {
		case !s.Delisted.IsZero():
			state = TableCell{Text: "已摘牌", Tone: Good}
		case h.Stage >= record.StageChecked:
			state = TableCell{Text: "已整改，待摘牌", Tone: Good}
		}
		deadline := s.Deadline
		if deadline.IsZero() {
			deadline = h.Deadline
		}
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
			b.hazardCell(h), b.hazardArea(h), {Text: s.Level.String()}, dayCell(s.Issued), dayCell(deadline), dayCell(h.Extended),
			state, dayCell(h.File.CheckedOn), dayCell(s.Delisted),
		}})
	}
	return []Block{t}
}

// hazardCell names a major hazard, with its number.
func (b *book) hazardCell(h *record.Hazard) TableCell {
	return TableCell{Text: shortened(hazardTitle(h), 24), Href: hazardPath(h), Hint: h.File.Number}
}

// hazardTitle is what a hazard is called.
func hazardTitle(h *record.Hazard) string {
	f := h.File
	return cmp.Or(f.Description, f.Where, f.Enterprise, f.Number)
}

func shortened(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

func (b *book) hazardArea(h *record.Hazard) TableCell {
	if h.Area == record.AllAreas {
		return TableCell{Text: indicator.None}
	}
	return TableCell{Text: b.areaName(h.Area), Href: areaPath(&b.Areas[h.Area])}
}

func dayCell(d record.Date) TableCell {
	if d.IsZero() {
		return TableCell{Text: indicator.None}
	}
	return TableCell{Text: d.String()}
}

// hazardState says how a hazard stands to its deadline, or what it waits for.
func (b *book) hazardState(h *record.Hazard) TableCell {
	due := h.DueBy()
	switch {
	case h.Stage == record.StageClosed:
		return TableCell{Text: "已销号", Tone: Good}
	case !h.Open():
		return TableCell{Text: "已整改，" + h.Stage.Waiting(), Tone: Good}
	case due.IsZero():
		return TableCell{Text: "没有期限", Tone: Bad}
	case h.OverdueOn(b.today):
		return TableCell{Text: fmt.Sprintf("逾期%d天", due.DaysUntil(b.today)), Tone: Bad}
	case due == b.today:
		return TableCell{Text: "当日到期"}
	}
	return TableCell{Text: fmt.Sprintf("剩%d天", b.today.DaysUntil(due))}
}

// majorBlocks is the table of major hazards with what is fixed of the five.
func (b *book) majorBlocks() []Block {
	if len(b.major) == 0 {
		return []Block{Notice{Tone: Mute, Runs: []Run{text("台账里没有重大隐患。")}}}
	}
	t := b.majorTable("major-table", "重大隐患一览", b.major)
	t.Tools = true
	t.Files = []Link{{"CSV", "data/hazards.csv"}, {"Excel", "data/hazards.xlsx"}}
	return []Block{t}
}

// majorTable lists major hazards with the matrix of 五落实.
func (b *book) majorTable(id, caption string, hazards []*record.Hazard) Table {
	t := Table{ID: id, Caption: caption, Columns: []TableColumn{
		{Name: "重大隐患"}, {Name: "地区", Filter: true}, {Name: "单位（企业）", Minor: true}, {Name: "期限"}, {Name: "现状"},
	}, Note: "“五落实”是措施、责任、资金、时限、预案；“缺”是台账里没有填，或写明还没有落实。"}
	for c := range record.NumCommitments {
		t.Columns = append(t.Columns, TableColumn{Name: c.String(), Minor: true})
	}
	for _, h := range hazards {
		row := TableRow{Cells: []TableCell{
			b.hazardCell(h), b.hazardArea(h), {Text: cmp.Or(h.File.Enterprise, indicator.None)}, dueCell(h), b.hazardState(h),
		}}
		for _, fixed := range h.Commitments() {
			row.Cells = append(row.Cells, commitmentCell(fixed))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// dueCell is the day a hazard is due by.
func dueCell(h *record.Hazard) TableCell {
	c := dayCell(h.DueBy())
	if !h.Extended.IsZero() {
		c.Hint = "延期"
	}
	return c
}

func commitmentCell(fixed bool) TableCell {
	if fixed {
		return TableCell{Text: "有"}
	}
	return TableCell{Text: "缺", Tone: Bad}
}

// stageTable is 发现→交办→整改→复查→销号: how many came that far, and how many are
// stuck there.
func (b *book) stageTable() Table {
	l := &b.ledger.Whole
	both := l.Both()
	t := Table{ID: "stage-table", Caption: "隐患到了哪一步", Columns: []TableColumn{
		{Name: "环节"}, {Name: "已到这一步（项）", Numeric: true}, {Name: "其中重大（项）", Numeric: true}, {Name: "停在这一步（项）", Numeric: true}, {Name: "其中重大（项）", Numeric: true},
	}}
	for s := range record.NumStages {
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
			{Text: s.String()}, {Text: fmt.Sprint(both.Reached(s))}, {Text: fmt.Sprint(l.Major.Reached(s))},
			{Text: fmt.Sprint(both.ByStage[s]), Hint: s.Waiting()}, {Text: fmt.Sprint(l.Major.ByStage[s])},
		}})
	}
	return t
}

// ledgerByArea counts by area, in official order.
func (b *book) ledgerByArea() []Block {
	t := Table{ID: "area-table", Caption: "各单位台账", Tools: true, Columns: []TableColumn{
		{Name: "单位"}, {Name: "登记（项）", Numeric: true}, {Name: "未整改（项）", Numeric: true}, {Name: "逾期（项）", Numeric: true},
		{Name: "重大隐患（项）", Numeric: true}, {Name: "重大未整改（项）", Numeric: true}, {Name: "重大逾期（项）", Numeric: true},
	}}
	line := func(name TableCell, l *indicator.Ledger) TableRow {
		both := l.Both()
		row := TableRow{Cells: []TableCell{name}}
		for _, n := range [...]int{both.All, both.Open, both.Overdue, l.Major.All, l.Major.Open, l.Major.Overdue} {
			row.Cells = append(row.Cells, TableCell{Text: fmt.Sprint(n)})
		}
		return row
	}
	named := 0
	for i := range b.ledger.Areas {
		if l := &b.ledger.Areas[i]; l.Both().All > 0 {
			named += l.Both().All
			t.Rows = append(t.Rows, line(TableCell{Text: b.areaName(i), Href: areaPath(&b.Areas[i])}, l))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if rest := b.ledger.Whole.Both().All - named; rest > 0 {
		t.Note = fmt.Sprintf("另有%d项没有写地区，只计入%s。", rest, b.Settings.Whole)
	}
	t.Foot = []TableRow{line(TableCell{Text: b.Settings.Whole}, &b.ledger.Whole)}
	return []Block{t}
}

// overdueHazards is what of the ledger is past its deadline: every major hazard,
// and how many general ones.
func (b *book) overdueHazards() Section {
	section := Section{ID: "overdue-hazards", Heading: "逾期未整改的隐患"}
	var late []*record.Hazard
	for _, h := range b.major {
		if h.OverdueOn(b.today) {
			late = append(late, h)
		}
	}
	general := b.ledger.Whole.General.Overdue
	if len(late) > 0 {
		t := Table{ID: "overdue-hazards-table", Caption: "逾期的重大隐患", Columns: []TableColumn{
			{Name: "重大隐患"}, {Name: "地区"}, {Name: "整改责任单位"}, {Name: "期限"}, {Name: "逾期"}, {Name: "挂牌督办", Minor: true},
		}}
		for _, h := range late {
			level := indicator.None
			if h.Listed() {
				level = h.File.Supervision.Level.String()
			}
			t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
				b.hazardCell(h), b.hazardArea(h), {Text: cmp.Or(h.File.Owner, "未填")}, dueCell(h), b.hazardState(h), {Text: level},
			}})
		}
		section.Blocks = append(section.Blocks, t)
	}
	if general > 0 {
		words := "台账里另有一般隐患逾期"
		if len(late) == 0 {
			words = "台账里有一般隐患逾期"
		}
		section.Blocks = append(section.Blocks, Paragraph{Runs: []Run{
			text(words), strong(fmt.Sprint(general)), text("项，"), {Text: "各单位的数", Href: hazardsPath + "#areas"}, text("见重大隐患页。"),
		}})
	}
	return section
}

// areaHazards is what an area's ledger has open: major hazards one by one,
// general ones counted.
func (b *book) areaHazards(i int) []Block {
	l := &b.ledger.Areas[i]
	if l.Both().All == 0 {
		return nil
	}
	blocks := []Block{b.ledgerParagraph(l, b.areaName(i))}
	var open []*record.Hazard
	for _, h := range b.major {
		if h.Area == i && h.Open() {
			open = append(open, h)
		}
	}
	if len(open) > 0 {
		blocks = append(blocks, b.majorTable("hazards-table", b.areaName(i)+"未整改的重大隐患", open))
	}
	return blocks
}

// ledgerRules says how the ledger is counted.
func (b *book) ledgerRules() []string {
	if len(b.Hazards) == 0 {
		return nil
	}
	return []string{
		"隐患台账：有整改完成日期、写明已整改或已销号的算已整改，“按序时整改”不算。过了期限没有整改完的是逾期；批准延期的，按延期后的期限；挂牌督办的，按督办期限。",
		"重大隐患一患一档；一般隐患只计数，不逐项公布。电话号码、身份证号只显示星号，检查人、联系电话和详细地址不公布。",
		"台账与统计表核对：某单位某月发现的隐患，台账比统计表多的，或达到统计表九成以上又不相等的，会提醒；台账只登记一部分的，不比较。",
	}
}
