package site

import (
	"bytes"
	"fmt"

	"jianbao/charts"
)

// columns are the two that figures stand in where there is room for two: each
// goes to the one that is shorter so far. A style sheet cannot do that, since
// none that old browsers know asks how high a thing is; nothing moves when a
// figure's data are opened. Heights are in pixels at the width of a column.
type columns struct{ left, right float64 }

// besideDrawing is about what a figure has over and under its drawing, and
// between it and the next.
const besideDrawing = 140

// next is the side on which a figure goes.
func (c *columns) next(drawing []byte) string {
	height := heightOf(drawing) + besideDrawing
	if c.right < c.left {
		c.right += height
		return "right"
	}
	c.left += height
	return "left"
}

// heightOf is the height of a drawing in a column.
func heightOf(drawing []byte) float64 {
	var width, height float64
	_, view, _ := bytes.Cut(drawing, []byte(`viewBox="0 0 `))
	if _, err := fmt.Sscanf(string(view[:min(len(view), 40)]), "%g %g", &width, &height); err != nil || width == 0 {
		return 0
	}
	return height * charts.WideWidth / width
}

// gap is the side that ends so much earlier that a short section has room
// beside the other, or "". A figure alone leaves none: its neighbour would
// stand above it.
func (c columns) gap() string {
	const room = 240
	switch {
	case c.right == 0:
	case c.right-c.left >= room:
		return "left"
	case c.left-c.right >= room:
		return "right"
	}
	return ""
}
