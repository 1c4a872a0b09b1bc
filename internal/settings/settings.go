package settings

import (
	"slices"

	"jianbao/internal/record"
)

// Settings is jianbao.yaml, the environment and the flags as one typed value.
// Everything is optional; [Default] says what holds where nothing is written.
type Settings struct {
	Content string // the folder that is read
	Output  string // the folder that is written
	Theme   string // "default", or a folder whose files replace the default's one by one

	Title  string // the masthead: 安全生产工作简报
	Office string // who issues it: 云溪县安全生产委员会办公室
	County string // what 全县 is called in full: 云溪县
	Whole  string // the word for all areas together: 全县 (全市, 全区)
	Demo   bool   // every page is marked 演示数据

	Basis    Basis
	Decimals int // of a printed rate: 0, 1 or 2
	Targets  Targets
	Privacy  Privacy
	Areas    []record.Area   // in official order; empty: taken from the data
	Sectors  []record.Sector // in official order; empty: taken from the data
	Ranking  Ranking

	Paper     Paper
	Browser   string // the program of the browser that prints; "" looks for one
	NoSandbox bool   // the browser prints without its sandbox
}

// Paper says how handouts are printed.
type Paper struct {
	Grey      bool           // for printers without colours
	Watermark string         // across every page: 内部资料; "" for none
	CopyTo    []string       // who is sent a copy (分送), as the last page says
	Sections  []PaperSection // of a briefing, in any order; with none all of them
}

// PaperSection is a part of a printed briefing.
type PaperSection string

// The parts of a printed briefing.
const (
	SummarySection   PaperSection = "summary"   // the month in words
	FiguresSection   PaperSection = "figures"   // its figures
	RankingSection   PaperSection = "ranking"   // the ranking, and why each rank is what it is
	OverdueSection   PaperSection = "overdue"   // hazards and decisions past their day
	DecisionsSection PaperSection = "decisions" // what the meeting decided
)

// Has reports whether a briefing is printed with a part.
func (p Paper) Has(s PaperSection) bool {
	return len(p.Sections) == 0 || slices.Contains(p.Sections, s)
}

// Basis says what one month's figures cover.
type Basis int

// Monthly: the month alone. Cumulative: January to the month (1—N月).
const (
	Monthly Basis = iota
	Cumulative
)

// Privacy says what of the persons in the inputs is published. Telephone and
// identity numbers never are, whatever it says.
type Privacy struct {
	HidePerson bool // the names of persons responsible (整改责任人, 复查人) of major hazards
}

// Targets are the rates that the office has set as goals, in percent; the zero
// Decimal means no target.
type Targets struct {
	Rectification record.Decimal
	Major         record.Decimal
	OnTime        record.Decimal
	Coverage      record.Decimal
}

// Ranking says how areas are ranked.
type Ranking struct {
	// By is the one indicator to rank by ("rectification", "general", "major",
	// "on_time", "coverage"), or "score" for the 得分 that the office typed.
	// It is empty when Weights are given.
	By        string
	Weights   []Weight // a weighted score of indicators; must add up to 100
	Grouped   bool     // ranked within each group (乡镇 / 街道 / 部门 / 园区) and not together
	SmallBase SmallBase
	Veto      VetoPlace
	Bands     []Band // for example ≥95 优秀; highest first
}

// ByScore is the Ranking.By that ranks by the office's own 得分.
const ByScore = "score"

// Weight is one indicator's share of a score.
type Weight struct {
	Indicator string
	Percent   record.Decimal
}

// SmallBase says how an area with few hazards is treated (DOMAIN §3.10: one of
// one is not better than 97 of 98).
type SmallBase struct {
	Below  int // a denominator below this is small; 0 turns the rule off
	Method SmallBaseMethod
}

// SmallBaseMethod is what happens to a small base.
type SmallBaseMethod int

const (
	SmallBaseNote   SmallBaseMethod = iota // ranked as the others, with a note
	SmallBaseWilson                        // everyone is ranked by the lower bound of the 95% Wilson interval
)

// VetoPlace is where an area under 一票否决 stands.
type VetoPlace int

const (
	VetoLast    VetoPlace = iota // after all others, below the last rank
	VetoOutside                  // not ranked
)

// Band names a range of the ranked value, from Least upwards.
type Band struct {
	Name  string
	Least record.Decimal // in percent or points
}
