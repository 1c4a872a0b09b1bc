package record

import (
	"cmp"
	"strconv"
	"time"
)

// Period is a calendar month, the period that statistics are reported for. The
// zero Period is no month. Periods can be compared with == and used as map keys.
type Period struct{ months int32 } // since year 0, plus one

// NewPeriod returns the month; ok is false unless 1949 ≤ year ≤ 2199 and 1 ≤ month ≤ 12.
func NewPeriod(year, month int) (p Period, ok bool) {
	if year < 1949 || year > 2199 || month < 1 || month > 12 {
		return Period{}, false
	}
	return Period{int32(year*12 + month)}, true
}

// ParsePeriod reads the form of addresses and file names, 2026-10.
func ParsePeriod(s string) (Period, bool) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return Period{}, false
	}
	return NewPeriod(t.Year(), int(t.Month()))
}

// IsZero reports whether p is no month.
func (p Period) IsZero() bool { return p.months == 0 }

// Year returns the year, 2026.
func (p Period) Year() int { return int(p.months-1) / 12 }

// Month returns the month, 1 to 12.
func (p Period) Month() int { return int(p.months-1)%12 + 1 }

// Add returns the month n months later, or earlier for a negative n.
func (p Period) Add(n int) Period { return Period{p.months + int32(n)} }

// Compare orders months by time.
func (p Period) Compare(q Period) int { return cmp.Compare(p.months, q.months) }

// String returns 2026-10, the form of addresses and data.
func (p Period) String() string { return padded(p.Year(), 4) + "-" + padded(p.Month(), 2) }

// Chinese returns 2026年10月, the form of titles and sentences.
func (p Period) Chinese() string {
	return strconv.Itoa(p.Year()) + "年" + strconv.Itoa(p.Month()) + "月"
}

// Date is a civil day. The zero Date is no day.
type Date struct{ Year, Month, Day int }

// NewDate returns the day; ok is false when the calendar has no such day or the
// year is outside 1949 to 2199.
func NewDate(year, month, day int) (d Date, ok bool) {
	if _, ok := NewPeriod(year, month); !ok {
		return Date{}, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return Date{year, month, day}, t.Day() == day && int(t.Month()) == month
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Period returns the month that d lies in.
func (d Date) Period() Period { p, _ := NewPeriod(d.Year, d.Month); return p }

// Compare orders days by time.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// DaysUntil returns how many days e lies after d; negative when before.
func (d Date) DaysUntil(e Date) int {
	day := func(d Date) time.Time { return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC) }
	return int(day(e).Sub(day(d)).Hours() / 24)
}

// String returns 2026-10-22, the form of addresses and data.
func (d Date) String() string {
	return padded(d.Year, 4) + "-" + padded(d.Month, 2) + "-" + padded(d.Day, 2)
}

// Chinese returns 2026年10月22日.
func (d Date) Chinese() string {
	return strconv.Itoa(d.Year) + "年" + strconv.Itoa(d.Month) + "月" + strconv.Itoa(d.Day) + "日"
}

// padded is a number of so many digits, without the cost of fmt: every page prints days.
func padded(n, digits int) string {
	text := strconv.Itoa(n)
	return "0000"[:max(digits-len(text), 0)] + text
}
