package charts

import (
	"math"
	"strconv"
)

// phone is the width up to which a live chart is laid out as on a phone.
const phone = 480

// livePlaces is where the panels of a face stand, in shares of its width and
// height, with their heads and those axes that have labels: all that another
// face has elsewhere.
type livePlaces struct {
	Grid  []object `json:"grid"`
	Title []object `json:"title"`
	XAxis []object `json:"xAxis"`
	YAxis []object `json:"yAxis"`
}

// liveMedia is a layout for charts that are as its query says.
type liveMedia struct {
	Option livePlaces `json:"option"`
	Query  object     `json:"query,omitempty"`
}

// livePlaces finds them.
func (p *panels) livePlaces() livePlaces {
	height := p.height()
	across := func(x float64) string { return percentOf(x, p.width) }
	down := func(y float64) string { return percentOf(y, height) }
	var grid, months, levels []object
	heads := []object{p.liveKey()}
	for i := range p.panel {
		c := &p.panel[i]
		grid = append(grid, object{"left": across(c.x + 3), "top": down(c.y + panelHead), "width": across(p.width1 - 9), "height": down(panelPlot)})
		months = append(months, object{"axisLabel": object{"show": i >= len(p.panel)-p.columns}})
		levels = append(levels, object{"axisLabel": object{"show": i%p.columns == 0}})
		heads = append(heads, object{"left": across(c.x), "top": down(c.y), "text": c.name.shown, "subtext": c.liveValue()})
	}
	return livePlaces{Grid: grid, Title: heads, XAxis: months, YAxis: levels}
}

// live is the whole of the layout of a face: its places, and what all faces share.
func (p *panels) live() livePlaces {
	all := p.livePlaces()
	n := len(p.Categories)
	for i, axis := range all.XAxis {
		axis["type"], axis["gridIndex"], axis["data"], axis["boundaryGap"] = "category", i, p.labels(), n == 1
		axis["axisTick"], axis["axisLine"] = object{"show": false}, lineOf(hair)
		label := axis["axisLabel"].(object)
		label["interval"], label["alignMinLabel"], label["alignMaxLabel"], label["color"] = max(n-2, 0), "left", "right", muted
	}
	for i, axis := range all.YAxis {
		axis["type"], axis["gridIndex"], axis["min"], axis["max"] = "value", i, p.y.lo, p.y.hi
		axis["minInterval"], axis["maxInterval"], axis["splitLine"] = p.y.step, p.y.step, lineOf(hair)
		label := axis["axisLabel"].(object)
		label["formatter"], label["color"] = "{value}"+p.tickUnit(), muted
	}
	for i, head := range all.Title {
		if i == 0 {
			continue
		}
		head["padding"], head["itemGap"] = 0, 2
		head["textStyle"], head["subtextStyle"] = styleOf(nameText), styleOf(valueText)
		head["subtextStyle"].(object)["rich"] = object{"missed": styleOf(markText), "why": styleOf(mutedText)}
		if href := p.Series[i-1].Href; relative(href) {
			head["link"], head["target"] = href, "self"
		}
	}
	return all
}

// liveValue is the second line over a panel: the last value and what there is
// to say of it.
func (c *panel) liveValue() string {
	switch {
	case c.word.shown == "":
		return c.value.shown
	case c.missed:
		return c.value.shown + " {missed|" + c.word.shown + "}"
	}
	return c.value.shown + " {why|" + c.word.shown + "}"
}

// liveKey says what the lines are, over all panels, and which axes they share.
func (p *panels) liveKey() object {
	text := ""
	if p.Whole != nil {
		text += "{whole|━} " + keyText.fit(p.Whole.Name, p.width/2).shown + "　"
	}
	if t, ok := p.target(); ok && t.Text != "" {
		text += "{target|┅} " + keyText.fit(t.Text, p.width/2).shown + "　"
	}
	if p.missed {
		text += "{missed|◆} " + p.missWord()
	}
	style := styleOf(keyText)
	style["rich"] = object{"whole": object{"color": back}, "target": object{"color": bad}, "missed": object{"color": amber}}
	return object{"text": text, "subtext": mutedText.fit(p.axes(), p.width-4).shown, "left": "0", "top": "0", "padding": 0, "itemGap": 4,
		"textStyle": style, "subtextStyle": styleOf(mutedText)}
}

// styleOf is the look of a text's role in the words of ECharts.
func styleOf(k textKind) object {
	spec := k.spec()
	style := object{"color": spec.fill, "fontSize": spec.px, "fontWeight": "normal"}
	if spec.bold {
		style["fontWeight"] = "bold"
	}
	return style
}

func lineOf(color string) object { return object{"lineStyle": object{"color": color}} }

// percentOf is a share of a whole, for ECharts.
func percentOf(part, whole float64) string {
	return strconv.FormatFloat(math.Round(1000*part/whole)/10, 'f', -1, 64) + "%"
}
