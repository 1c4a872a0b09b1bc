package charts_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/charts"
)

func TestKindsHaveNames(t *testing.T) {
	want := []string{"ranked-bars", "lines", "stacked-columns", "heat-map", "pareto", "rank-change", "ageing", "small-multiples", "dots"}
	var got []string
	for k := range charts.Kinds {
		got = append(got, charts.Kind(k).String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("kinds are called %q", got)
	}
}

// TestParetoPrintsEveryCountAndShare holds in columns and in bars.
func TestParetoPrintsEveryCountAndShare(t *testing.T) {
	for _, n := range []int{2, 6, 9, 20} {
		f := shares(n)
		want := []string{"单位：项", "累计占比", "累计80%"}
		for i := range f.Categories {
			want = append(want, f.Series[0].Values[i].Text, f.Series[1].Values[i].Text)
		}
		prints(t, f, want)
	}
}

// TestTheParetoLineStartsAtTheFirstBar wants counts and shares on one scale,
// also where the smallest categories are left out or a count is missing.
func TestTheParetoLineStartsAtTheFirstBar(t *testing.T) {
	f := shares(20)
	f.Categories = f.Categories[:9]
	f.Series[0].Values[3] = missing("未报送")
	d, err := parse(f.SVG())
	if err != nil {
		t.Fatal(err)
	}
	first := d.rects[slices.IndexFunc(d.rects, func(r drawnRect) bool { return r.h > 20 })]
	var x, y float64
	for _, path := range d.pathData {
		if strings.Count(path, "L") == len(f.Categories)-1 {
			if _, err := fmt.Sscanf(path, "M%g %gL", &x, &y); err != nil {
				t.Fatal(err)
			}
		}
	}
	if math.Abs(y-first.y) > 0.1 || math.Abs(x-first.x-first.w/2) > 0.1 {
		t.Errorf("the line starts at %g %g, the first column's top is %v", x, y, first)
	}
}

// TestTiedLinesDoNotHideEachOther draws areas that share ranks all year.
func TestTiedLinesDoNotHideEachOther(t *testing.T) {
	f := places(6, 12, 1)
	for i := range f.Series {
		for j := range f.Series[i].Values {
			f.Series[i].Values[j] = count(float64(i/3*3 + 1))
		}
	}
	both(t, "ties", f, func(face []byte) (out []string) {
		d, err := parse(face)
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]bool{}
		for _, path := range d.pathData {
			if strings.Count(path, "L") == 11 {
				at[path] = true
			}
		}
		if len(at) != len(f.Series) {
			out = append(out, fmt.Sprintf("%d lines can be seen of %d", len(at), len(f.Series)))
		}
		return append(out, faults(face)...)
	})
}

// TestEveryRankedAreaHasItsName holds also for one that is not ranked at last.
func TestEveryRankedAreaHasItsName(t *testing.T) {
	f := places(14, 12, 2)
	f.Series[3].Values[11] = missing("未报送")
	var want []string
	for i, s := range f.Series {
		if v := s.Values[11]; v.Known {
			want = append(want, s.Name, v.Text)
		} else {
			want = append(want, s.Name+"（"+v.Reason+"）", f.Series[i].Values[11].Text)
		}
	}
	prints(t, f, want)
}

func TestManyRankedAreasAreChosenFrom(t *testing.T) {
	f := places(60, 12, 1)
	f.Series[30].Highlight = true
	prints(t, f, []string{"共60条线，画出10月最前和最后各10条以及突出显示的", f.Series[30].Name})
	lines := 0
	for _, s := range readOption(t, f).Series {
		if s.Name != "" { // labels have none
			lines++
		}
	}
	if lines != 21 { // the first area is both highlighted and among the first ten
		t.Errorf("the option has %d lines", lines)
	}
	if _, rows := f.Table(); len(rows) != 60 {
		t.Errorf("the table has %d rows", len(rows))
	}
	prints(t, places(30, 12, 1), []string{"第30村"})
}

func TestRanksBreakWhereThereIsNone(t *testing.T) {
	f := places(3, 6, 3)
	for i := range f.Series {
		f.Series[i].Values[2] = missing("未报送")
	}
	both(t, "gaps", f, func(face []byte) (out []string) {
		d, err := parse(face)
		if err != nil {
			t.Fatal(err)
		}
		broken := 0
		for _, path := range d.pathData {
			if strings.Count(path, "M") == 2 && strings.Count(path, "L") == 3 {
				broken++
			}
		}
		if broken < 3 {
			out = append(out, fmt.Sprintf("%d broken lines, want 3", broken))
		}
		return out
	})
}

// TestAgeingColoursByMeaning wants the pattern of each span and grade.
func TestAgeingColoursByMeaning(t *testing.T) {
	both(t, "ageing", open(), func(face []byte) (out []string) {
		for _, part := range []string{`class="fig-stripes"`, `class="fig-crosses"`, `class="fig-amber"`, `class="fig-red"`} {
			if strings.Count(string(face), part) != 1 {
				out = append(out, "not once: "+part)
			}
		}
		return out
	})
	both(t, "ageing of one grade", openOne(), func(face []byte) (out []string) {
		if strings.Contains(string(face), "fig-amber") {
			out = append(out, "one grade looks like the graver of two")
		}
		return out
	})
}

// TestPanelsSayTheLastMonth prints the last month's value or why there is
// none, never an older value; what misses the target says so.
func TestPanelsSayTheLastMonth(t *testing.T) {
	f := panels(3, 12)
	f.Series[0].Values[11] = missing("未报送")
	f.Series[1].Values[11] = percent(89.9)
	f.Series[2].Values[11] = percent(90)
	prints(t, f, []string{"—", "未报送", "89.9%", "低于目标", "90.0%", "全县", "目标 90%", "各图纵轴相同，不从0起，从70%起；横轴从11月到10月"})
	for _, face := range [][]byte{f.SVG(), f.NarrowSVG()} {
		if older := f.Series[0].Values[10].Text; texts(t, face)[older] {
			t.Errorf("%s of the month before is printed", older)
		}
		if n := strings.Count(string(face), "低于目标"); n != 2 { // in the key and in one panel
			t.Errorf("低于目标 stands %d times", n)
		}
	}
	_, rows := f.Table()
	if got := rows[len(rows)-1]; got[0] != "全县" || got[12] != "94.8%" {
		t.Errorf("the last row of the table is %q", got)
	}
}

func TestDotsSayWhereTheirAxisStarts(t *testing.T) {
	prints(t, near(), []string{"横轴不从0起，从96%起", "低于目标"})
}

func TestTheLiveHeatMapPrintsItsEmptyCells(t *testing.T) {
	f := heat(14, 12)
	empty := 0
	for _, s := range f.Series {
		for _, v := range s.Values {
			if !v.Known {
				empty++
			}
		}
	}
	o := readOption(t, f)
	if len(o.Series) != 2 || len(o.Series[1].Data) != empty {
		t.Errorf("the option prints %d cells without a number, want %d", len(o.Series[1].Data), empty)
	}
}

func TestLiveColumnsHaveTheirTotals(t *testing.T) {
	o := readOption(t, outcomes())
	last := o.Series[len(o.Series)-1]
	if got := last.Data[5]; last.Name != "合计" || got[1] != 367.0 || got[2] != "367" {
		t.Errorf("%s: %v", last.Name, got)
	}
}

// TestLiveRanksAreSetApartLikeTheDrawn wants each point at a place of its own,
// with the rank as its number.
func TestLiveRanksAreSetApartLikeTheDrawn(t *testing.T) {
	f := places(6, 12, 1)
	for i := range f.Series {
		for j := range f.Series[i].Values {
			f.Series[i].Values[j] = count(float64(i/3*3 + 1))
		}
	}
	seen := map[any]bool{}
	for i, s := range readOption(t, f).Series[:6] {
		if p := s.Data[0]; seen[p[4]] || p[1] != float64(i/3*3+1) {
			t.Errorf("%s stands at %v, as number %v", s.Name, p[4], p[1])
		} else {
			seen[p[4]] = true
		}
	}
}

// TestLiveTargetsHangOnNoLine wants them at a series without points, which no
// legend hides.
func TestLiveTargetsHangOnNoLine(t *testing.T) {
	for name, f := range map[string]charts.Figure{"lines": trend(), "pareto": shares(9), "bars of pareto": shares(20), "ranking": ranking(), "dots": near()} {
		for i, s := range readOption(t, f).Series {
			if hasTarget := s.MarkLine != nil; hasTarget != (s.Name == f.Target.Text) || hasTarget && len(s.Data) > 0 {
				t.Errorf("%s: series %d, %q, of %d points: with the target %t", name, i, s.Name, len(s.Data), hasTarget)
			}
		}
	}
}

// TestLiveAxesAreTheDrawn compares the ends and steps of value axes.
func TestLiveAxesAreTheDrawn(t *testing.T) {
	for name, f := range map[string]charts.Figure{"lines": trend(), "columns": outcomes(), "ageing": open(), "ranking": ranking(), "dots": near(), "panels": panels(14, 12)} {
		o := readOption(t, f)
		axis := o.YAxis[0]
		if len(o.XAxis[0].Data) == 0 {
			axis = o.XAxis[0]
		}
		drawn := texts(t, f.SVG())
		for at := axis.Min; at <= axis.Max+axis.MaxInterval/2; at += axis.MaxInterval {
			text := strings.ReplaceAll(axis.AxisLabel.Formatter, "{value}", strconv.FormatFloat(at, 'f', -1, 64))
			whole := strings.ReplaceAll(axis.AxisLabel.Formatter, "{value}", strconv.FormatFloat(at, 'f', 1, 64))
			if !drawn[text] && !drawn[whole] {
				t.Errorf("%s: the drawing has no tick at %s", name, text)
			}
		}
		if axis.MaxInterval == 0 || axis.MinInterval != axis.MaxInterval {
			t.Errorf("%s: steps from %g to %g", name, axis.MinInterval, axis.MaxInterval)
		}
	}
}

// TestLivePanelsAreAGrid wants an area's line and that of all in every panel.
func TestLivePanelsAreAGrid(t *testing.T) {
	f := panels(14, 12)
	o := readOption(t, f)
	in := map[int]int{}
	for _, s := range o.Series {
		if s.Name != "低于目标" {
			in[s.XAxisIndex]++
		}
	}
	if len(o.Grid) != 14 || len(in) != 14 || in[3] != 2 || len(o.Media) != 2 || o.Media[1].Query.MaxWidth == 0 {
		t.Errorf("%d panels, with lines %v", len(o.Grid), in)
	}
	if wide, narrow := o.Media[0].Option.Grid[2], o.Media[1].Option.Grid[2]; wide == narrow || wide != o.Grid[2] {
		t.Errorf("the third panel stands at %v, on a phone at %v", wide, narrow)
	}
}
