package charts_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/charts"
)

// option is what the tests read out of an ECharts option.
type option struct {
	Series []struct {
		ID         string
		Name       string
		Data       [][]any
		XAxisIndex int `json:"xAxisIndex"`
		MarkLine   any `json:"markLine"`
	}
	XAxis []optionAxis `json:"xAxis"`
	YAxis []optionAxis `json:"yAxis"`
	Grid  []optionGrid
	Media []struct {
		Query  struct{ MaxWidth int }
		Option struct{ Grid []optionGrid }
	}
	Aria struct {
		Enabled bool
		Decal   struct{ Show bool }
	}
	Animation *bool
}

type optionAxis struct {
	Data                               []string
	Min, Max, MinInterval, MaxInterval float64
	Inverse                            bool
	AxisLabel                          struct{ Formatter string }
}

type optionGrid struct{ Left, Top, Width, Height string }

func readOption(t *testing.T, f charts.Figure) option {
	t.Helper()
	data, err := f.Option()
	if err != nil {
		t.Fatal(err)
	}
	var o option
	if err := json.Unmarshal(data, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// texts are all texts of a face, shortened ones in full.
func texts(t *testing.T, face []byte) map[string]bool {
	t.Helper()
	d, err := parse(face)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, text := range d.texts {
		out[text.text] = true
		if text.full != "" {
			out[text.full] = true
		}
	}
	return out
}

// TestTheThreeFacesOfARankingAgree follows each row through all of them.
func TestTheThreeFacesOfARankingAgree(t *testing.T) {
	for _, f := range []charts.Figure{ranking(), near()} {
		t.Run(f.Kind.String(), func(t *testing.T) { rankingAgrees(t, f) })
	}
}

func rankingAgrees(t *testing.T, f charts.Figure) {
	t.Helper()
	header, rows := f.Table()
	if diff := cmp.Diff([]string{"名次", "名称", "整改率", "较上月", "说明"}, header); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	o := readOption(t, f)
	wide, narrow := texts(t, f.SVG()), texts(t, f.NarrowSVG())
	for i, c := range f.Categories {
		v := f.Series[0].Values[i]
		for _, text := range []string{c.Label, c.Movement, c.Mark, c.Rank, v.Reason} {
			if text != "" && (!wide[text] || !narrow[text]) {
				t.Errorf("%s: the drawings do not print %q", c.Label, text)
			}
			if text != "" && !strings.Contains(strings.Join(rows[i], " "), text) {
				t.Errorf("%s: the table does not print %q", c.Label, text)
			}
		}
		if label := o.YAxis[0].Data[i]; !strings.Contains(label, c.Label) || !strings.Contains(label, c.Rank) {
			t.Errorf("%s: the option calls it %q", c.Label, label)
		}
		if row := slices.IndexFunc(o.Series[2].Data, func(d []any) bool { return d[1] == float64(i) }); !v.Known && (row < 0 || o.Series[2].Data[row][2] != v.Reason) {
			t.Errorf("%s: the option does not say why there is no number", c.Label)
		}
		main, below := o.Series[0].Data[i], o.Series[1].Data[i]
		if main[2] != v.Text || rows[i][2] != v.Text || v.Known && (!wide[v.Text] || !narrow[v.Text]) {
			t.Errorf("%s: table %q, option %q, want %q", c.Label, rows[i][2], main[2], v.Text)
		}
		want := []any{"-", "-"}
		if v.Known {
			want[0] = v.Number
		}
		if v.Known && v.Number < f.Target.Number {
			slices.Reverse(want)
		}
		if diff := cmp.Diff(want, []any{main[0], below[0]}); diff != "" {
			t.Errorf("%s: numbers of the option (-want +got):\n%s", c.Label, diff)
		}
	}
	if !o.YAxis[0].Inverse {
		t.Error("the first rank stands at the bottom of the option")
	}
}

// TestTheThreeFacesAgree follows each value of the other kinds.
func TestTheThreeFacesAgree(t *testing.T) {
	for name, f := range map[string]charts.Figure{
		"lines": trend(), "columns": outcomes(), "heat map": heat(14, 12), "pareto": shares(9), "pareto of bars": shares(20),
		"ageing": open(), "ageing of one grade": openOne(), "ranks": places(14, 12, 2), "panels": panels(14, 12),
	} {
		_, rows := f.Table()
		o := readOption(t, f)
		for i, series := range f.Series {
			for j := range f.Categories {
				v := series.Values[j]
				if points := pointsOf(o, f, i, j); !slices.ContainsFunc(points, func(p point) bool { return p.says(v) }) {
					t.Errorf("%s: option has %v for %+v", name, points, v)
				}
				if cell := cellOf(rows, f, i, j); !strings.HasPrefix(cell, v.Text) || !strings.Contains(cell, v.Reason) {
					t.Errorf("%s: table has %q for %+v", name, cell, v)
				}
			}
		}
	}
}

// point is a number and its text out of an option.
type point struct {
	number, text any
	name         string
}

func (p point) says(v charts.Value) bool {
	if v.Known {
		return p.number == v.Number && p.text == v.Text
	}
	return p.number == "-" && p.text == v.Text
}

// pointsOf are the points that may stand for a value: one, or one in each of
// the parts that a series is split into.
func pointsOf(o option, f charts.Figure, i, j int) (out []point) {
	number := 1
	switch f.Kind {
	case charts.HeatMap:
		p := o.Series[0].Data[i*len(f.Categories)+j]
		return []point{{p[2], p[3], ""}}
	case charts.Pareto:
		if len(o.YAxis[0].Data) > 0 {
			number = 0
		}
		if i == 1 {
			p := o.Series[2].Data[j]
			return []point{{p[number], p[2], ""}}
		}
		for _, part := range o.Series[:2] {
			out = append(out, point{part.Data[j][number], part.Data[j][2], part.Name})
		}
		return out
	case charts.Ageing:
		for _, part := range o.Series {
			if strings.HasPrefix(part.Name, f.Series[i].Name) {
				out = append(out, point{part.Data[j][number], part.Data[j][2], part.Name})
			}
		}
		return out
	}
	p := o.Series[i].Data[j]
	return []point{{p[number], p[2], o.Series[i].Name}}
}

// cellOf is the cell of the table that stands for a value.
func cellOf(rows [][]string, f charts.Figure, i, j int) string {
	switch f.Kind {
	case charts.HeatMap, charts.RankChange, charts.SmallMultiples:
		return rows[i][j+1]
	}
	return rows[j][i+1]
}

// TestDrawingsPrintWhatTheTableSays covers what the kinds other than rankings
// print: all cells of a heat map, all totals of a stack, all ends of lines.
func TestDrawingsPrintWhatTheTableSays(t *testing.T) {
	var want []string
	for _, s := range heat(14, 12).Series {
		want = append(want, s.Name)
		for _, v := range s.Values {
			if v.Known {
				want = append(want, v.Text)
			}
		}
	}
	prints(t, heat(14, 12), append(want, "未报送", "—", "11月"))
	prints(t, outcomes(), []string{"321", "346", "320", "332", "355", "367", "已整改", "未到期", "逾期", "11月", "4月", "348", "单位：项"})
	prints(t, trend(), []string{"一般 94.8%", "重大 90.0%", "目标 90%", "10月", "纵轴不从0起，从60%起"})
	prints(t, open(), []string{"24", "21", "8", "7", "1", "5", "3", "2", "一般", "重大", "未到期", "单位：项"})
	prints(t, trendOneMonth(), []string{"一般 88.1%", "重大 70.0%", "11月"})
}

func prints(t *testing.T, f charts.Figure, want []string) {
	t.Helper()
	for _, face := range [][]byte{f.SVG(), f.NarrowSVG()} {
		got := texts(t, face)
		for _, text := range want {
			if !got[text] {
				t.Errorf("%s does not print %q", f.ID, text)
			}
		}
	}
}

func TestTotalsComeFromTheFigureWhereGiven(t *testing.T) {
	f := outcomes()
	f.Categories[5].Total = "1,367"
	f.Series[1].Values[4] = missing("未报送")
	prints(t, f, []string{"1,367", "未报送"})
	_, rows := f.Table()
	if got := []string{rows[5][4], rows[4][4]}; !slices.Equal(got, []string{"1,367", "—"}) {
		t.Errorf("totals in the table: %q", got)
	}
}

// TestTheTableHeadsCategoriesByTheAxis wants no months where there are none.
func TestTheTableHeadsCategoriesByTheAxis(t *testing.T) {
	for want, f := range map[string]charts.Figure{"月份": outcomes(), "时限": open(), "名称": hostile(charts.StackedColumns), "行业领域": shares(9), "单位": bars(3)} {
		if want == "行业领域" || want == "单位" {
			f.Axis = want
		}
		if header, _ := f.Table(); !slices.Contains(header[:2], want) {
			t.Errorf("%s: columns %q, want %s", f.ID, header, want)
		}
	}
}

func TestNoNameLeavesItsPlace(t *testing.T) {
	for kind := range charts.Kind(charts.Kinds) {
		f := hostile(kind)
		data, err := f.Option()
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(data, "<>&") {
			t.Errorf("kind %d: the option holds < > or &", kind)
		}
		if bytes.Contains(data, []byte("NaN")) && kind != charts.RankedBars {
			t.Errorf("kind %d: the option holds NaN", kind)
		}
		both(t, "hostile", f, func(face []byte) (out []string) {
			for _, markup := range []string{"<script", "<image", "onerror=alert(1)>", "javascript:", "//evil"} {
				if bytes.Contains(face, []byte(markup)) {
					out = append(out, markup)
				}
			}
			return append(out, faults(face)...)
		})
	}
}

// TestWhatIsNoNumberIsMissing holds for every way to be none.
func TestWhatIsNoNumberIsMissing(t *testing.T) {
	f := bars(3)
	for i, v := range hostile(charts.RankedBars).Series[0].Values {
		f.Series[0].Values[i] = v
	}
	_, rows := f.Table()
	if got := rows[2][2]; got != "—" {
		t.Errorf("NaN prints %q", got)
	}
	if got := readOption(t, f).Series[0].Data[2][0]; got != "-" {
		t.Errorf("NaN is %v in the option", got)
	}
}

func TestShortSeriesAreMissingNotZero(t *testing.T) {
	f := trend()
	f.Series[0].Values = f.Series[0].Values[:3]
	_, rows := f.Table()
	if got := rows[11][1]; got != "—" {
		t.Errorf("a value that is not there prints %q", got)
	}
}
