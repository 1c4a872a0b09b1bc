package charts

import "github.com/go-echarts/go-echarts/v2/opts"

// heatOption draws all cells as one series. ECharts leaves out those without a
// number; a second series, a line that is not seen, prints their texts.
func (f *Figure) heatOption() *option {
	o := f.prepare([]string{blue}, nil, "item", 0)
	names := make([]string, len(f.Series))
	for i, series := range f.Series {
		names[i] = series.Name
	}
	lo, hi, _ := f.bounds()
	o.VisualMap = []shadeKey{f.shadeKey(f.shadeAxis(lo, hi))}
	o.XAxis = []opts.XAxis{{Type: "category", Data: f.labels(), AxisLabel: f.brokenLabels(260)}}
	o.YAxis = []opts.YAxis{{Type: "category", Inverse: opts.Bool(true), Data: names}}
	cells, empty := f.heatCells()
	s := f.add(o, "heatmap", f.Title, cells)
	s.form = cellDatum
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 4}
	s.Label = textLabel("inside", "", "3")
	s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
	if len(empty) > 0 {
		s := f.add(o, "line", "没有数据", empty)
		s.form = cellDatum
		s.labelsOnly()
		s.Encode.Tooltip, s.SymbolSize = 4, 12
		s.Label = textLabel("inside", muted, "3")
		s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
	}
	return o
}

// heatCells are all cells, and again those without a number.
func (f *Figure) heatCells() (cells, empty []datum) {
	cells = make([]datum, 0, len(f.Series)*len(f.Categories))
	for i := range f.Series {
		for j := range f.Categories {
			v := f.value(i, j)
			cell := datum{x: float64(j), y: float64(i), extra: v.number(), text: v.Text, note: f.Series[i].Name + "　" + v.cell()}
			cells = append(cells, cell)
			if !v.Known {
				empty = append(empty, cell)
			}
		}
	}
	return cells, empty
}

// shadeKey is a key of shades with names, of the first series alone.
type shadeKey struct {
	opts.VisualMap
	SeriesIndex int          `json:"seriesIndex"`
	ItemWidth   int          `json:"itemWidth"`
	ItemHeight  int          `json:"itemHeight"`
	ItemGap     int          `json:"itemGap"`
	Pieces      []shadePiece `json:"pieces"`
}

type shadePiece struct {
	opts.Piece
	Label string `json:"label"`
}

// shadeKey names the steps of the heat map.
func (f *Figure) shadeKey(a axis) shadeKey {
	key := shadeKey{ItemWidth: 12, ItemHeight: 12, ItemGap: 6, VisualMap: opts.VisualMap{Type: "piecewise", Dimension: "2", Orient: "horizontal", Left: "center", Bottom: "0"}}
	n := a.ticks() - 1
	for k := range n {
		ground, _ := shadeColor(shade(a, a.tick(k)+a.step/2))
		p := opts.Piece{Gte: float32(a.tick(k)), Lt: float32(a.tick(k + 1)), Color: ground}
		if k == n-1 {
			p.Lt, p.Lte = 0, float32(a.tick(k+1))
		}
		key.Pieces = append(key.Pieces, shadePiece{p, a.text(k, "") + "–" + a.text(k+1, f.tickUnit())})
	}
	return key
}
