// Package charts draws figures: a [Figure] goes in, and out come three faces
// that say the same.
//
//   - [Figure.SVG] and [Figure.NarrowSVG]: a drawing for the page itself, which
//     needs no script and no style sheet, is sharp on paper and holds its text
//     as text. The second is for phones; a page carries both and shows one.
//   - [Figure.Option]: the option of an interactive ECharts chart, as JSON for
//     <script type="application/json">.
//   - [Figure.Table]: the numbers as a header and rows.
//
// A figure knows numbers and labels only, nothing of hazards or townships. Each
// number arrives with the text that stands for it on every page, and the faces
// print that text; the number itself only decides where something is drawn.
// What is not known, not a number, infinite or beyond 10^15 is missing: it has
// no bar, breaks its line, is hatched in a heat map, "-" in the option, and its
// reason is printed where it would stand.
//
// # What each kind reads
//
// All read ID, Kind, Title, Description, Unit, Scale, Axis, Note and Source, a
// category's Label and Href, a series' Name, and each value with its text.
//
//   - [RankedBars]: one series; categories in rank order with Rank, Tied,
//     Movement and Mark; Target, Better.
//   - [Dots]: the same, for rates so near 100% that bars look alike, as when the
//     lowest is above 85%.
//   - [Lines]: series over months; Target.
//   - [StackedColumns]: series with Meaning; Total of a category.
//   - [HeatMap]: series are rows, with Href; Target, Better.
//   - [Pareto]: Series[0] counts, falling; Series[1] the share of all up to and
//     with each category, in percent with its text; Target at 80, as a share.
//     Up to the category that reaches it bars are strong, the rest pale. Scale
//     and Unit are those of the counts.
//   - [RankChange]: a series for each area, with Href and Highlight; categories
//     are months; Number is the rank, the same for a tie, and not Known where
//     there was none.
//   - [Ageing]: categories are spans of time, with Meaning Pending or Overdue
//     and Total; one series, or two of which the second is the graver.
//   - [SmallMultiples]: a series for each area, with Href; categories are
//     months; Whole, Target, Better.
//
// # Rules of drawing
//
// Length is value: bars and columns start at zero, always. Only lines and dots
// may leave zero out, and then the drawing says so. Percentages end at 100
// unless a value is above.
//
// No text is clipped, covers another or is set smaller than 12 px at the face's
// own width. Widths are measured by an upper bound over the usual sans-serif
// faces (text.go) and room is reserved before anything is drawn; a name that is
// too long ends in … and is whole in its title. Tests look at every text's box.
//
// Colour is never alone: patterns, dashes and markers, or lightness say the
// same in grey (palette.go). Amber stripes or an amber diamond are what misses
// its target or is not yet due, dark red what is overdue, vetoed or the target
// itself.
//
// All text is escaped, links are followed only to relative addresses, and there
// are no style attributes, so a strict content security policy holds. Ids begin
// with the figure's id (ID-title, ID-stripes) and end in -n in the narrow face.
// The same figure gives the same bytes on every machine.
//
// For a style sheet: every svg has the class fig, every group a class that
// begins with fig- (fig-name, fig-value, fig-blue, fig-stripes, fig-target,
// fig-line-1, fig-shade-1 …), and presentation attributes give way to it. A
// drawing has no size of its own; [WideWidth] and [NarrowWidth] are the widths
// at which its type has its size. A wide heat map may be up to 760 px wide.
// [Kind.String] names a kind for class names.
//
// A drawing without links has role img: to a screen reader it is its title and
// description. One with links is a group with the same name, whose links are
// reached by key and by screen reader like any other; its numbers are hidden
// from the latter, which would read them by column, out of their rows. The
// table has them in order.
//
// # Why go-echarts
//
// It is the option model of ECharts as Go types (MIT licence, kept up since
// 2018), so a misspelled option does not compile. Only the model is used: its
// pages run scripts out of names, load from other hosts and lose errors. The
// parts of an option are put together here, because its charts fill in defaults
// by reflection and marshal through maps, which took most of a figure's time;
// tests hold the bytes to what they would write. < > & are escaped, and what the
// types cannot say (decals, array points with texts) has types of its own.
//
// # Adding a kind
//
// One constant, one line in kinds.go, and the files of its name; samples_test.go
// gets a figure of it, and go test ./charts -update writes its golden files.
package charts
