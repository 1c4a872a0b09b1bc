package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Figure says what is shown, not how. All text in it is plain text, escaped by
// the faces; all numbers arrive with the text that every other place prints for
// them, so a figure never rounds.
type Figure struct {
	ID          string // ASCII letters, digits and hyphens; unique on a page; ids inside the faces derive from it
	Kind        Kind
	Title       string // 各乡镇整改率排名
	Description string // one sentence for readers who cannot see it: what it says, not what it looks like
	Unit        string // of the values: %, 项, 家
	Scale       Scale  // of the value axis
	Axis        string // what the categories are, at the head of their column: 月份; "" where they are names
	Better      Direction
	Categories  []Category // rows of ranked bars, months of lines and columns, columns of a heat map; doc.go lists what each kind reads
	Series      []Series   // each with one Value for every category; a heat map's rows
	Whole       *Series    // behind every panel of SmallMultiples: all areas together; or nil
	Target      *Target    // a line at a value, or nil
	Note        string     // what a reader must know to read it right; under the figure
	Source      string     // 资料来源, under the figure
}

// Kind is the form of a figure.
type Kind int

// Each kind is drawn in the file of its name.
const (
	RankedBars     Kind = iota // one series; categories in rank order
	Lines                      // series over time, with a target line
	StackedColumns             // series stacked for each category
	HeatMap                    // series (rows) by categories (columns)
	Pareto                     // falling counts under the line of their cumulative share
	RankChange                 // ranks of areas (series) over months, the first at the top
	Ageing                     // how long what is open has been so: spans by grade
	SmallMultiples             // a small panel of lines for each area (series), on the same axes
	Dots                       // a ranking as dots on an axis that fits the numbers
	kinds                      // their number
)

// Direction says whether more is good, bad or neither: the colour of a change follows it.
type Direction int

const (
	Neutral Direction = iota
	HigherIsBetter
	LowerIsBetter
)

// Scale is the kind of numbers on the value axis.
type Scale int

const (
	Counts   Scale = iota // from 0, whole steps
	Percents              // 0 to 100 and above only if a value is
	Points                // scores: from 0
)

// Category is one place on the category axis.
type Category struct {
	Label    string  // 青石镇, 10月
	Href     string  // relative address the label leads to, or ""
	Rank     string  // "1"; "" where not ranked
	Tied     bool    // prints 并列
	Movement string  // "↑2", "↓1", "—", "新"; "" where there is none to show
	Mark     string  // a word beside the bar: 一票否决
	Meaning  Meaning // of a span of an Ageing figure: Pending, Overdue
	Total    string  // over a stacked column; "" prints the sum of its parts where they are whole numbers
}

// Series is one measured thing.
type Series struct {
	Name    string
	Href    string // relative address the name leads to (rows of a heat map), or ""
	Meaning Meaning
	// Highlight draws a line of a RankChange strong and all others grey.
	Highlight bool
	Values    []Value
}

// Meaning gives a stacked series the colour and pattern that say it everywhere.
type Meaning int

const (
	Unmarked Meaning = iota // the next of four fills that mean nothing
	Done                    // 已整改: blue
	Pending                 // 未到期: amber stripes
	Overdue                 // 逾期: dark red crosses
)

// Value is one number, or the reason why there is none. The zero Value is blank.
type Value struct {
	Number float64 // position on the scale, in the figure's Unit; ignored unless Known
	Known  bool
	Text   string // what is printed: "96.8%", "12", "—"
	Reason string // why there is no number: 未报送, 零报告; also printed beside a ranked bar
}

// Target is a goal drawn as a line.
type Target struct {
	Number float64
	Text   string // 目标 95%
}

// largest bounds what a figure draws: no count or amount of a county comes
// near, and a face stays free of overflow.
const largest = 1e15

// value is the one way to a number, in a figure that is clean.
func (f *Figure) value(series, category int) Value {
	if series >= len(f.Series) {
		return blank()
	}
	return f.Series[series].value(category)
}

func (s *Series) value(category int) Value {
	if category >= len(s.Values) {
		return blank()
	}
	return s.Values[category]
}

// blank is what stands where there is no value.
func blank() Value { return Value{Text: "—"} }

// clean makes a figure ready for its faces, which ask for each value often: what
// is missing, not a number or beyond all bounds is not known, and no text is
// empty. The caller's own series stay as they are.
func (f *Figure) clean() {
	f.Series = cleanSeries(f.Series)
	if f.Whole != nil {
		f.Whole = &cleanSeries([]Series{*f.Whole})[0]
	}
}

func cleanSeries(series []Series) []Series {
	copied := false
	for i, s := range series {
		if !slices.ContainsFunc(s.Values, Value.unclean) {
			continue
		}
		if !copied {
			series, copied = slices.Clone(series), true
		}
		values := make([]Value, len(s.Values))
		for j, v := range s.Values {
			values[j] = v.clean()
		}
		series[i].Values = values
	}
	return series
}

// unclean reports whether clean would change a value; hardly any needs it.
func (v Value) unclean() bool {
	if v.Known {
		return v.Text == "" || !(math.Abs(v.Number) <= largest)
	}
	return v.Text == "" || v.Number != 0
}

func (v Value) clean() Value {
	if v.Known && !(math.Abs(v.Number) <= largest) {
		v.Known, v.Text = false, "" // a text that came with it would be no number either
	}
	if !v.Known {
		v.Number = 0
	}
	if v.Text == "" && v.Known {
		v.Text = strconv.FormatFloat(v.Number, 'f', -1, 64)
	}
	if v.Text == "" {
		v.Text = "—"
	}
	return v
}

// missing is what stands in place of a number.
func (v Value) missing() string {
	if v.Reason != "" {
		return v.Reason
	}
	return v.Text
}

// target is the goal, and whether there is one that can be drawn.
func (f *Figure) target() (Target, bool) {
	if f.Target == nil || !(math.Abs(f.Target.Number) <= largest) {
		return Target{}, false
	}
	return *f.Target, true
}

// misses reports whether a value is on the wrong side of the target. The
// margin is for 0.57 × 100, which is not 57 in binary.
func (f *Figure) misses(v Value) bool {
	t, ok := f.target()
	if !ok || !v.Known {
		return false
	}
	const margin = 1e-9
	switch f.Better {
	case HigherIsBetter:
		return v.Number < t.Number-margin
	case LowerIsBetter:
		return v.Number > t.Number+margin
	}
	return false
}

// missWord names what is on the wrong side of the target.
func (f *Figure) missWord() string {
	if f.Better == LowerIsBetter {
		return "高于目标"
	}
	return "低于目标"
}

// bounds are the lowest and highest known numbers, the target among them; all
// zero where no value is known.
func (f *Figure) bounds() (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for i := range f.Series {
		if f.ranking() && i > 0 {
			break // a ranking is of one series
		}
		for j := range f.Categories {
			if v := f.value(i, j); v.Known {
				lo, hi, ok = math.Min(lo, v.Number), math.Max(hi, v.Number), true
			}
		}
	}
	if f.Whole != nil && f.Kind == SmallMultiples {
		for j := range f.Categories {
			if v := f.Whole.value(j); v.Known {
				lo, hi, ok = math.Min(lo, v.Number), math.Max(hi, v.Number), true
			}
		}
	}
	if !ok {
		return 0, 0, false
	}
	if t, has := f.target(); has {
		lo, hi = math.Min(lo, t.Number), math.Max(hi, t.Number)
	}
	return lo, hi, true
}

// known reports whether any number is.
func (f *Figure) known() bool {
	for i := range f.Series {
		for j := range f.Categories {
			if f.value(i, j).Known {
				return true
			}
		}
	}
	for j := range f.Categories {
		if f.Whole != nil && f.Kind == SmallMultiples && f.Whole.value(j).Known {
			return true
		}
	}
	return false
}

// ranking reports whether the figure has a row for each category.
func (f *Figure) ranking() bool { return f.Kind == RankedBars || f.Kind == Dots }

// prefix is the figure's id, kept to what an id may hold.
func (f *Figure) prefix() string {
	clean := strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '-' || r == '_' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z') {
			return r
		}
		return '-'
	}, f.ID)
	if clean == "" {
		return "figure"
	}
	return clean
}
