package charts

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
	Better      Direction
	Categories  []Category // rows of ranked bars, months of lines and columns, columns of a heat map
	Series      []Series   // each with one Value for every category; a heat map's rows
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
	Label    string // 青石镇, 10月
	Href     string // relative address the label leads to, or ""
	Rank     string // "1"; "" where not ranked
	Tied     bool   // prints 并列
	Movement string // "↑2", "↓1", "—", "新"; "" where there is none to show
	Mark     string // a word beside the bar: 一票否决
}

// Series is one measured thing.
type Series struct {
	Name   string
	Values []Value
}

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
