// Package record has the types of the field: what a county's safety committee
// office writes down, after it has been read and before anything is computed.
//
// A month's statistics are [Row]s. Each belongs to one [Period] and one area,
// and perhaps to one sector and one source; its [Counts] are integers, and a
// blank cell is not a zero. Rates, scores and ranks that an office typed are
// kept as [Typed], only to be proofread against the counts: nothing on the site
// is ever printed from them, but for a score where the office gives only scores.
//
// The forms behind the types: 安全生产隐患排查治理情况统计表 (forms A and B of the
// official statistics), 隐患排查治理台账, 会议纪要, and for accidents 《生产安全事故报告
// 和调查处理条例》 (State Council order 493).
package record

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"

	"jianbao/internal/problem"
)

// Area is a township, sub-district, farm, park or department that reports.
type Area struct {
	ID      string   // ASCII, used in addresses
	Name    string   // 青石镇
	Aliases []string // other names that mean the same
	Group   string   // 乡镇, 街道, 部门, 园区; areas are ranked within it where the settings say so
}

// Sector is a key sector (重点行业领域). There is no official list: it is configured.
type Sector struct {
	ID      string
	Name    string
	Aliases []string
}

// Source says who found a hazard.
type Source int

// The three ways of 企业自查、部门检查、政府督查相结合. NoSource: not told apart.
const (
	NoSource Source = iota
	SelfInspection
	DepartmentInspection
	GovernmentInspection
)

// String returns the term as printed, or "" for NoSource.
func (s Source) String() string {
	return [...]string{"", "企业自查", "部门检查", "政府督查"}[s]
}

// Measure names one count of a statistics row.
type Measure int

// The counts of forms A and B and of the canonical table. Units are 家 for the
// first two, 项 for hazards and 元 for Funds (forms print 万元).
const (
	UnitsDue         Measure = iota // 应排查单位数
	UnitsInspected                  // 排查单位数
	Found                           // 隐患排查数
	Rectified                       // 隐患整改数
	GeneralFound                    // 一般隐患排查数
	GeneralRectified                // 一般隐患整改数
	MajorFound                      // 重大隐患排查数
	MajorRectified                  // 重大隐患整改数
	Open                            // 未整改数
	Due                             // 到期应整改数
	OnTime                          // 按期整改数
	Overdue                         // 逾期未整改数
	Extended                        // 延期数: an approved extension is neither rectified nor overdue
	Planned                         // 列入治理计划数
	Supervised                      // 挂牌督办数
	Funds                           // 治理资金, in 元
	NumMeasures
)

// String returns the canonical column name.
func (m Measure) String() string {
	return [...]string{
		"应排查单位数", "排查单位数", "隐患排查数", "隐患整改数", "一般隐患排查数", "一般隐患整改数",
		"重大隐患排查数", "重大隐患整改数", "未整改数", "到期应整改数", "按期整改数", "逾期未整改数",
		"延期数", "列入治理计划数", "挂牌督办数", "治理资金",
	}[m]
}

// Measures returns all measures in the order of the canonical columns.
func Measures() []Measure {
	all := make([]Measure, NumMeasures)
	for i := range all {
		all[i] = Measure(i)
	}
	return all
}

// Count is a number of things, or blank. The zero value is blank: nothing was
// written, which is not the same as a written 0.
type Count struct{ plusOne int64 }

// CountOf returns a known count. It panics if n is negative; readers report a
// negative number as a problem before they come here.
func CountOf(n int64) Count {
	if n < 0 {
		panic("record: negative count")
	}
	return Count{n + 1}
}

// Known reports whether a number was written.
func (c Count) Known() bool { return c.plusOne > 0 }

// N returns the number, 0 when blank.
func (c Count) N() int64 { return max(c.plusOne-1, 0) }

// Plus adds; a blank adds nothing, and two blanks stay blank.
func (c Count) Plus(d Count) Count {
	if !c.Known() {
		return d
	}
	if !d.Known() {
		return c
	}
	return Count{c.plusOne + d.plusOne - 1}
}

// Counts are the counts of one row, by Measure.
type Counts [NumMeasures]Count

// Add adds measure by measure.
func (c *Counts) Add(d *Counts) {
	for m := range c {
		c[m] = c[m].Plus(d[m])
	}
}

// Blank reports whether no count at all is known.
func (c Counts) Blank() bool { return c == Counts{} }

// Decimal is an exact decimal number as people write it: Units × 10^-Decimals.
// 97.20 is {9720, 2}; how many decimals were written is kept.
type Decimal struct {
	Units    int64
	Decimals int
}

// Rat returns the value for exact arithmetic.
func (d Decimal) Rat() *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Decimals)), nil)
	return new(big.Rat).SetFrac(big.NewInt(d.Units), scale)
}

// Cmp compares by value: 85.1 equals 85.10.
func (d Decimal) Cmp(e Decimal) int {
	const room = math.MaxInt64 / 10
	f, g := d, e
	for f.Decimals < g.Decimals && f.Units <= room && f.Units >= -room {
		f.Units, f.Decimals = f.Units*10, f.Decimals+1
	}
	for g.Decimals < f.Decimals && g.Units <= room && g.Units >= -room {
		g.Units, g.Decimals = g.Units*10, g.Decimals+1
	}
	if f.Decimals != g.Decimals {
		return d.Rat().Cmp(e.Rat())
	}
	return cmp.Compare(f.Units, g.Units)
}

// Plus adds exactly, with the decimals of the more precise one.
func (d Decimal) Plus(e Decimal) Decimal {
	for d.Decimals < e.Decimals {
		d.Units, d.Decimals = d.Units*10, d.Decimals+1
	}
	for e.Decimals < d.Decimals {
		e.Units, e.Decimals = e.Units*10, e.Decimals+1
	}
	d.Units += e.Units
	return d
}

// AtMost reports whether d ≤ n.
func (d Decimal) AtMost(n int64) bool { return d.Cmp(Decimal{Units: n}) <= 0 }

// Percent turns a fraction into percent: 0.972 into 97.2, 1 into 100.
func (d Decimal) Percent() Decimal {
	for d.Decimals < 2 {
		d.Units, d.Decimals = d.Units*10, d.Decimals+1
	}
	d.Decimals -= 2
	return d
}

// String prints all written decimals: 85.10.
func (d Decimal) String() string {
	if d.Decimals <= 0 {
		return strconv.FormatInt(d.Units, 10)
	}
	digits, sign := strconv.FormatInt(d.Units, 10), ""
	if d.Units < 0 {
		digits, sign = digits[1:], "-"
	}
	if missing := d.Decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) - d.Decimals
	return sign + digits[:point] + "." + digits[point:]
}

// TextFigure is a number as it was typed into a sentence, with the words since the
// figure before it.
type TextFigure struct {
	Words string // 10月全县排查隐患, 其中已整改, 整改率为
	Text  string // the number and what follows it: 120项, 92.5%, 90%以上; no number where one is computed
	Place problem.Place
}

// Typed is a rate, score or rank as the office typed it.
type Typed struct {
	Text    string        // as written, for quoting
	Value   Decimal       // a rate in percent (97.2), a score in points, a rank; valid only when Written
	Written bool          // false for blank and for a written none ("/", "—")
	Place   problem.Place // the cell
}

// Row is one row of statistics.
type Row struct {
	Period Period
	Area   int // index into the areas in official order; AllAreas when the row is of the whole county
	Sector int // index into the sectors; AllSectors when not told apart
	Source Source
	Counts Counts
	// Nil is a written 零报告: the report came, and nothing was found.
	Nil   bool
	Score Score // 得分, where the office ranks by a score of its own
	Place problem.Place
}

// Compare orders rows by period, area, sector and source, by which there is one
// row of each.
func (r *Row) Compare(s *Row) int {
	if c := r.Period.Compare(s.Period); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(r.Area, s.Area), cmp.Compare(r.Sector, s.Sector), cmp.Compare(r.Source, s.Source))
}

// Score is the office's own score, or none.
type Score struct {
	Value   Decimal
	Written bool
}

// AllAreas and AllSectors stand where a row is not divided by area or sector.
const (
	AllAreas   = -1
	AllSectors = -1
)

// Correction is a count that a later, corrected report replaced (更正).
type Correction struct {
	Period  Period
	Area    int
	Sector  int
	Measure Measure
	Was, Is Count
	Place   problem.Place // the corrected cell
}

// Accident is one accident (生产安全事故).
type Accident struct {
	Date     Date
	Area     int
	Name     string
	Deaths   Count
	Injuries Count // serious injuries (重伤), which the grade is judged by
	Loss     Count // direct economic loss, in 元
	Place    problem.Place
}
