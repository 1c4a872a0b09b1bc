package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/maphash"
	"strconv"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// ReadLedger reads ledgers of hazards (隐患台账), a row each. areas are those of
// the statistics, as for accidents; a sector that they do not have is printed as
// written and counted nowhere. Every column is optional. A hazard without a
// grade is general, unless the ledger is one of major hazards by its name; the
// texts of general hazards are not kept. A day without a year is in that of the
// file's name, or the first one after the hazard was found.
func ReadLedger(tables []table.Table, names LedgerColumns, areas []record.Area, sectors []record.Sector) ([]record.Hazard, []problem.Problem) {
	r := &ledgerReader{
		names: names, areas: registerOf(areas), sectors: newRegister(nil, nil, nil),
		days: map[string]record.Date{}, numbers: map[string]problem.Place{}, same: map[uint64]problem.Place{},
		ids: map[string]bool{"index": true}, seed: maphash.MakeSeed(),
	}
	for i, s := range sectors {
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			r.sectors.index[foldName(name)] = i
		}
	}
	rows := 0
	for i := range tables {
		rows += len(tables[i].Rows)
	}
	r.hazards = make([]record.Hazard, 0, rows)
	for i := range tables {
		l, before := r.columnsOf(&tables[i]), len(r.hazards)
		for j := range tables[i].Rows {
			r.readRow(ledgerRow{l, &tables[i].Rows[j]})
		}
		if len(r.hazards) == before {
			r.report(withoutHazards(&tables[i]))
		}
	}
	r.identify()
	return r.hazards, r.problems
}

func registerOf(areas []record.Area) *register {
	var list []string
	var aliases [][]string
	for _, a := range areas {
		list, aliases = append(list, a.Name), append(aliases, a.Aliases)
	}
	r := newRegister(list, aliases, areaEndings())
	r.closed = true
	return r
}

type ledgerReader struct {
	names    LedgerColumns
	areas    *register
	sectors  *register
	days     map[string]record.Date // of cells with a year: the same come again and again
	numbers  map[string]problem.Place
	same     map[uint64]problem.Place // rows without a number, by what they say
	ids      map[string]bool
	seed     maphash.Seed // for same, in which nothing is ordered
	hazards  []record.Hazard
	problems []problem.Problem
}

func (r *ledgerReader) report(p ...problem.Problem) { r.problems = append(r.problems, p...) }

// ledgerRow is one row.
type ledgerRow struct {
	*ledgerTable
	row *table.Row
}

// cell is a field's text; "" where there is no such column, or a none in it.
func (c ledgerRow) cell(field string) string {
	i, ok := c.at[field]
	if !ok || zh.None(c.row.Cells[i]) != zh.NotNone {
		return ""
	}
	return c.row.Cells[i]
}

// place is that of a field's cell, or of the row where there is no such column.
func (c ledgerRow) place(field string) problem.Place {
	if i, ok := c.at[field]; ok {
		return c.Table.Cell(*c.row, i)
	}
	return c.Place.At(c.row.Number, 0)
}

// name is how the table calls a field.
func (c ledgerRow) name(field string) string {
	if i, ok := c.at[field]; ok {
		return foldName(c.Columns[i].Name)
	}
	return ""
}

// isHazard reports whether the row is one: not a total, and not a line with a
// running number and nothing else.
func (c ledgerRow) isHazard() bool {
	for _, field := range [...]string{"ignored", "area", "number", "enterprise"} {
		if text := c.cell(field); text != "" && isSum(text) {
			return false
		}
	}
	for _, field := range [...]string{"number", "enterprise", "where", "description", "found"} {
		if c.cell(field) != "" {
			return true
		}
	}
	return false
}

func (r *ledgerReader) readRow(c ledgerRow) {
	if !c.isHazard() {
		return
	}
	h := record.Hazard{Sector: record.AllSectors, Place: c.Place.At(c.row.Number, 0)}
	before := len(r.problems)
	h.Area = r.area(c)
	if i, ok := r.sectors.known(c.cell("sector")); ok {
		h.Sector = i
	}
	h.Source, _ = sourceOf(c.cell("source"))
	h.Major = r.grade(c)
	h.FoundOn = r.day(c, "found", record.Date{})
	h.Deadline = r.deadline(c, h.FoundOn)
	h.Extended = r.extension(c, h.FoundOn)
	done := r.done(c, &h)
	checkedOn, closedOn := r.dayOrWords(c, "checkedon", h.FoundOn), r.closedOn(c, h.FoundOn)
	h.Stage = stageOf(c, &h, done, checkedOn, closedOn)
	if h.Major {
		h.File = r.file(c, &h)
		h.File.CheckedOn, h.File.ClosedOn = checkedOn, closedOn
	}
	if len(r.problems) == before {
		r.judgeDates(c, &h)
	}
	r.findTwice(c, &h)
	r.hazards = append(r.hazards, h)
}

func (r *ledgerReader) area(c ledgerRow) int {
	name := c.cell("area")
	if name == "" {
		name = c.ledgerTable.area
	}
	switch foldName(name) {
	case "", "全县", "全市", "全区", "全州", "全旗":
		return record.AllAreas
	}
	i, ok := r.areas.find(name)
	if !ok {
		p := r.areas.unknownArea(name, c.place("area"))
		p.Message = "统计表和设置里都没有地区" + quoted(name) + "。"
		r.report(p)
		return record.AllAreas
	}
	return i
}

// grade reports whether the hazard is major. Only major ones are listed for supervision.
func (r *ledgerReader) grade(c ledgerRow) bool {
	text := foldName(c.cell("grade"))
	switch {
	case isListed(c):
		return true
	case strings.Contains(text, "重大"):
		return true
	case text == "":
		return c.major
	case strings.Contains(text, "一般"), strings.Contains(text, "较大"):
		return false
	case !strings.HasSuffix(c.name("grade"), "级"):
		return c.major // 隐患类型: 消防, 用电
	}
	r.report(problem.Problem{
		Code: problem.UnknownGrade, Severity: problem.Error, Place: c.place("grade"),
		Message: "“" + c.name("grade") + "”写的是" + quoted(text) + "，不是一般隐患，也不是重大隐患。",
		Advice:  "请改成“一般”或“重大”。",
	})
	return c.major
}

// file keeps what 一患一档 needs, with personal numbers masked and reported.
func (r *ledgerReader) file(c ledgerRow, h *record.Hazard) *record.HazardFile {
	text := func(field string) string { return r.masked(c, field) }
	f := &record.HazardFile{
		Number: text("number"), Enterprise: text("enterprise"), Where: text("where"), Description: text("description"),
		Sector: text("sector"), Inspector: text("inspector"), Measures: unlessMissing(text("measures")),
		Owner: unlessMissing(text("owner")), Person: unlessMissing(text("person")), Plan: unlessMissing(text("plan")),
		CheckedBy: text("checkedby"), AssignedOn: r.dayOrWords(c, "assigned", h.FoundOn),
	}
	f.Funds, f.FundsNote = r.funds(c)
	f.Supervision = r.supervision(c, h)
	f.DeadlineAt = c.place("deadline")
	switch {
	case !h.Extended.IsZero():
		f.DeadlineAt = c.place("extended")
	case !f.Supervision.Deadline.IsZero():
		f.DeadlineAt = c.place("listeddue")
	}
	return f
}

// masked is a field's text without telephone and identity numbers.
func (r *ledgerReader) masked(c ledgerRow, field string) string {
	masked, hidden := zh.Mask(c.cell(field))
	shown := []rune(masked)
	for _, span := range hidden {
		r.report(problem.Problem{
			Code: problem.PersonalData, Severity: problem.Warning, Place: c.place(field),
			Message: "这里写有" + span.Kind.String() + problem.Quote(string(shown[span.Start:span.End])) + "，网站上只显示星号。",
			Advice:  "请确认是否需要写出；不需要的请删去。",
		})
	}
	return masked
}

// quoted quotes a cell for a message, which may be copied about like a page.
func quoted(text string) string {
	masked, _ := zh.Mask(text)
	return problem.Quote(masked)
}

// unlessMissing is a text, or "" where it says that there is none yet: 未落实, 待定.
func unlessMissing(text string) string {
	switch t := foldName(text); {
	case t == "否", t == "×", t == "待定", t == "未定", t == "暂无", strings.HasPrefix(t, "未"), strings.HasPrefix(t, "尚未"):
		return ""
	}
	return text
}

// funds are an amount, or words in place of one: 已落实.
func (r *ledgerReader) funds(c ledgerRow) (record.Count, string) {
	text := r.masked(c, "funds")
	if unlessMissing(text) == "" {
		return record.Count{}, ""
	}
	if !strings.ContainsAny(zh.Fold(text), "0123456789") {
		return record.Count{}, text
	}
	amount, wrong := money(text, c.scale)
	if wrong != nil {
		r.report(wrong.in(text, c.place("funds"), c.name("funds")))
		return amount, text // written, and reported: not missing as well
	}
	return amount, ""
}

// supervision reads who supervises since when, until when.
func (r *ledgerReader) supervision(c ledgerRow, h *record.Hazard) (s record.Supervision) {
	s.Issued = r.dayOrWords(c, "issued", h.FoundOn)
	s.Deadline = r.day(c, "listeddue", h.FoundOn)
	s.Delisted = r.dayOrWords(c, "delisted", h.FoundOn)
	switch text := foldName(c.cell("level")); {
	case !isListed(c):
		return record.Supervision{}
	case strings.Contains(text, "省"):
		s.Level = record.ProvinceLevel
	case strings.Contains(text, "市"), strings.Contains(text, "州"):
		s.Level = record.CityLevel
	case strings.Contains(text, "县"), strings.Contains(text, "区"), strings.Contains(text, "旗"):
		s.Level = record.CountyLevel
	case text == "", text == "是", text == "√", strings.HasPrefix(text, "已"), strings.HasPrefix(text, "挂牌"):
		s.Level = record.SomeLevel
	default:
		r.report(problem.Problem{
			Code: problem.UnknownGrade, Severity: problem.Error, Place: c.place("level"),
			Message: "“" + c.name("level") + "”写的是" + quoted(text) + "，看不出是哪一级挂牌督办。",
			Advice:  "请改成“县级”“市级”“省级”之一；没有挂牌的留空。",
		})
	}
	return s
}

// isListed reports whether a row says that the hazard is, or was, under supervision.
func isListed(c ledgerRow) bool {
	text := foldName(c.cell("level"))
	return text != "否" && !strings.HasPrefix(text, "未") && (text != "" || c.cell("issued") != "")
}

// judgeDates reports days in an impossible order.
func (r *ledgerReader) judgeDates(c ledgerRow, h *record.Hazard) {
	if h.FoundOn.IsZero() {
		return
	}
	judge := func(day record.Date, field, what string) {
		if day.IsZero() || day.Compare(h.FoundOn) >= 0 {
			return
		}
		r.report(problem.Problem{
			Code: problem.DatesOutOfOrder, Severity: problem.Warning, Place: c.place(field),
			Message: what + "是" + day.Chinese() + "，比发现隐患的" + h.FoundOn.Chinese() + "还早。",
			Advice:  "请核对两个日期，改正写错的一个。",
		})
	}
	judge(h.DoneOn, "done", "整改完成日期")
	judge(h.Deadline, "deadline", "整改期限")
	if h.File != nil {
		judge(h.File.ClosedOn, "closedon", "销号日期")
	}
}

// findTwice reports a number that another hazard has, and a row without a number that
// says the same as another: it would be counted twice.
func (r *ledgerReader) findTwice(c ledgerRow, h *record.Hazard) {
	if number := foldName(c.cell("number")); number != "" {
		if first, twice := r.numbers[number]; twice {
			r.report(problem.Problem{
				Code: problem.DuplicateHazard, Severity: problem.Error, Place: c.place("number"),
				Message: "编号" + quoted(c.cell("number")) + "已经用过，" + otherRow(first, h.Place) + "也是这个编号。",
				Advice:  "请核对是不是同一处隐患：是的，只留一行；不是的，改正编号。",
			})
			return
		}
		r.numbers[number] = h.Place
		return
	}
	var sum maphash.Hash
	sum.SetSeed(r.seed)
	for _, part := range [...]string{strconv.Itoa(h.Area), h.FoundOn.String(), c.cell("enterprise"), c.cell("where"), c.cell("description")} {
		_, _ = sum.WriteString(part)
		_ = sum.WriteByte(0)
	}
	if first, twice := r.same[sum.Sum64()]; twice && c.cell("description") != "" {
		r.report(problem.Problem{
			Code: problem.DuplicateHazard, Severity: problem.Warning, Place: h.Place,
			Message: "这一行和" + otherRow(first, h.Place) + "说的一样，按两处隐患计算。",
			Advice:  "请核对是不是重复登记：是的，只留一行；不是的，写明部位，或给每处隐患写上编号。",
		})
		return
	}
	r.same[sum.Sum64()] = h.Place
}

// otherRow names a row as seen from another: without the file where it is the same.
func otherRow(row, from problem.Place) string {
	if row.File == from.File && row.Sheet == from.Sheet {
		return fmt.Sprintf("第%d行", row.Row)
	}
	return " " + row.String() + " "
}

// identify gives every major hazard its address: its number where that is one,
// else a sum of what it is, which stays when rows are put in before it.
func (r *ledgerReader) identify() {
	for i := range r.hazards {
		h := &r.hazards[i]
		if h.File == nil {
			continue
		}
		area := ""
		if h.Area != record.AllAreas {
			area = r.areas.names[h.Area]
		}
		what := strings.Join([]string{area, h.File.Enterprise, h.FoundOn.String(), h.File.Description}, "\n")
		h.File.ID = addressOf(h.File.Number)
		for more := 0; h.File.ID == "" || r.ids[h.File.ID]; more++ {
			h.File.ID = sumOf(what)
			what += "\n" + h.File.Number + "\n" + strconv.Itoa(more)
		}
		r.ids[h.File.ID] = true
	}
}

func sumOf(what string) string {
	sum := sha256.Sum256([]byte(what))
	return "h-" + hex.EncodeToString(sum[:3])
}

// addressOf is a number that can stand in an address on every system: ASCII
// letters, digits and hyphens, a digit among them, in lower case; else "".
func addressOf(number string) string {
	digit := false
	for _, r := range number {
		switch {
		case r >= '0' && r <= '9':
			digit = true
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '-', r == '_':
		default:
			return ""
		}
	}
	if !digit || len(number) > 40 || strings.HasPrefix(strings.ToLower(number), "com") || strings.HasPrefix(strings.ToLower(number), "lpt") {
		return ""
	}
	return strings.Trim(strings.ToLower(number), "-_")
}

func withoutHazards(t *table.Table) problem.Problem {
	return problem.Problem{
		Code: problem.UnreadableFile, Severity: problem.Warning, Place: t.Place,
		Message: "台账里没有一处隐患，找到的列名是" + problem.Quote(columnNames(t)) + "。",
		Advice:  "请确认保存的是填好的文件；每处隐患至少要写检查时间、单位(企业)、隐患描述中的一项。",
	}
}

func unknownLedgerColumn(t *table.Table, c int) problem.Problem {
	return problem.Problem{
		Code: problem.UnknownColumn, Severity: problem.Warning, Place: columnPlace(t, c),
		Message: "不认识列名" + problem.Quote(t.Columns[c].Name) + "，台账的这一列没有用上。",
		Advice:  "如果这一列要用，请把列名改成台账的列名（见使用说明）；不需要时可以不管。",
	}
}
