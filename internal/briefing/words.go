package briefing

import (
	"fmt"
	"strconv"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// This file is the one place where figures become words.

// rate prints a rate as every page does.
func (b *book) rate(r indicator.Rate) string { return r.Text(b.decimals) }

// count prints a count; "—" when it is blank.
func count(c record.Count) string {
	if !c.Known() {
		return indicator.None
	}
	return strconv.FormatInt(c.N(), 10)
}

// wan prints an amount of 元 in 万元, without zeros behind the point.
func wan(c record.Count) string {
	if !c.Known() {
		return indicator.None
	}
	d := record.Decimal{Units: c.N(), Decimals: 4}
	for d.Decimals > 0 && d.Units%10 == 0 {
		d.Units, d.Decimals = d.Units/10, d.Decimals-1
	}
	return d.String()
}

// measure prints a count of a scope in the unit of its column.
func measure(f *indicator.Figures, m record.Measure) string { return inUnit(openOf(f)[m], m) }

// inUnit prints a count in the unit of its column.
func inUnit(c record.Count, m record.Measure) string {
	if m == record.Funds {
		return wan(c)
	}
	return count(c)
}

// openOf fills in what is still open where only found and rectified are written:
// by every row, and without older hazards, which hide what is open.
func openOf(f *indicator.Figures) record.Counts {
	c := f.Counts
	found, done, r := c[record.Found], c[record.Rectified], f.Rates[record.Rectification]
	if !c[record.Open].Known() && r.Known && !r.HasOld() && r.Numerator == done.N() && r.Denominator == found.N() {
		c[record.Open] = record.CountOf(found.N() - done.N())
	}
	return c
}

// span names the months that a month's figures cover: 10月, or 1—10月.
func (b *book) span(p record.Period) string {
	if b.cumulative() && p.Month() > 1 {
		return fmt.Sprintf("1—%d月", p.Month())
	}
	return fmt.Sprintf("%d月", p.Month())
}

// spanOfYear is span with the year.
func (b *book) spanOfYear(p record.Period) string {
	return strconv.Itoa(p.Year()) + "年" + b.span(p)
}

// toDate names the months from January: 1—10月.
func toDate(p record.Period) string {
	if p.Month() == 1 {
		return "1月"
	}
	return fmt.Sprintf("1—%d月", p.Month())
}

// monthDay prints a date without its year where it is in the year of near.
func monthDay(d record.Date, near record.Date) string {
	if d.Year != near.Year {
		return d.Chinese()
	}
	return fmt.Sprintf("%d月%d日", d.Month, d.Day)
}

// areaName and sectorName name an index.
func (b *book) areaName(i int) string   { return b.Areas[i].Name }
func (b *book) sectorName(i int) string { return b.Sectors[i].Name }

func areaPath(a *record.Area) string              { return "areas/" + a.ID + ".html" }
func sectorPath(s *record.Sector) string          { return "sectors/" + s.ID + ".html" }
func monthPath(p record.Period) string            { return "months/" + p.String() + ".html" }
func meetingPath(m *record.Meeting) string        { return "meetings/" + m.ID + ".html" }
func dataPath(p record.Period, ext string) string { return "data/" + p.String() + ext }

// tone is what a change means: up is good for a rate and bad for what is overdue.
func tone(c indicator.Change, upIsGood bool) Tone {
	switch {
	case !c.Known() || c.Direction == indicator.NoChange:
		return Plain
	case (c.Direction == indicator.Up) == upIsGood:
		return Good
	}
	return Bad
}

// movement prints how a rank moved: ↑2, ↓1, —, 新.
func movementText(known, isNew bool, up int) string {
	switch {
	case !known:
		return ""
	case isNew:
		return "新"
	case up > 0:
		return "↑" + strconv.Itoa(up)
	case up < 0:
		return "↓" + strconv.Itoa(-up)
	}
	return "—"
}

func text(s string) Run   { return Run{Text: s} }
func strong(s string) Run { return Run{Text: s, Strong: true} }
