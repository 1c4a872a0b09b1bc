package charts_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"jianbao/charts"
)

// drawing is what a test reads out of a static face.
type drawing struct {
	width, height float64
	texts         []drawnText
	rects         []drawnRect
	ids           map[string]int
	references    []string // of url(#…) and aria-labelledby
	links         []string
	elements      map[string]int
	attributes    map[string]int
	pathData      []string
	unsaid        int // texts that are hidden from screen readers
}

// drawnText is a text with the box that it covers at most.
type drawnText struct {
	text, class           string
	left, right, base, px float64
	full                  string // of its title, if shortened
	fill                  string
}

type drawnRect struct{ x, y, w, h float64 }

// inherited are the attributes that a text takes from the groups around it.
type inherited struct {
	px          float64
	bold        bool
	anchor      string
	class, fill string
	unsaid      bool
}

// parse reads a face as XML; everything that is not well-formed is an error.
func parse(face []byte) (drawing, error) {
	d := drawing{ids: map[string]int{}, elements: map[string]int{}, attributes: map[string]int{}}
	decoder := xml.NewDecoder(bytes.NewReader(face))
	stack := []inherited{{px: 16, anchor: "start"}}
	var open []string
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return d, nil
		}
		if err != nil {
			return d, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			top := stack[len(stack)-1]
			if err := d.start(t, &top); err != nil {
				return d, err
			}
			stack, open = append(stack, top), append(open, t.Name.Local)
		case xml.EndElement:
			if t.Name.Local == "text" {
				d.texts[len(d.texts)-1].finish(stack[len(stack)-1])
			}
			stack, open = stack[:len(stack)-1], open[:len(open)-1]
		case xml.CharData:
			d.chars(string(t), open)
		}
	}
}

func (d *drawing) chars(data string, open []string) {
	n := len(open)
	switch {
	case n > 0 && open[n-1] == "text":
		d.texts[len(d.texts)-1].text += data
	case n > 1 && open[n-1] == "title" && open[n-2] == "text":
		d.texts[len(d.texts)-1].full += data
	}
}

func (d *drawing) start(t xml.StartElement, in *inherited) error {
	d.elements[t.Name.Local]++
	numbers := map[string]float64{}
	for _, a := range t.Attr {
		d.attributes[a.Name.Local]++
		if n, err := strconv.ParseFloat(a.Value, 64); err == nil {
			numbers[a.Name.Local] = n
		}
		if err := d.attribute(t.Name.Local, a, in); err != nil {
			return err
		}
	}
	switch t.Name.Local {
	case "text":
		if in.unsaid {
			d.unsaid++
		}
		d.texts = append(d.texts, drawnText{left: numbers["x"], base: numbers["y"]})
	case "rect":
		d.rects = append(d.rects, drawnRect{numbers["x"], numbers["y"], numbers["width"], numbers["height"]})
	}
	return nil
}

func (d *drawing) attribute(element string, a xml.Attr, in *inherited) error {
	switch a.Name.Local {
	case "viewBox":
		if _, err := fmt.Sscanf(a.Value, "0 0 %g %g", &d.width, &d.height); err != nil {
			return fmt.Errorf("viewBox %q: %w", a.Value, err)
		}
	case "id":
		d.ids[a.Value]++
	case "aria-hidden":
		in.unsaid = a.Value == "true"
	case "aria-labelledby":
		d.references = append(d.references, strings.Fields(a.Value)...)
	case "font-size":
		in.px, _ = strconv.ParseFloat(a.Value, 64)
	case "font-weight":
		in.bold = a.Value == "700"
	case "text-anchor":
		in.anchor = a.Value
	case "class":
		in.class = a.Value
	case "href":
		d.links = append(d.links, a.Value)
	case "d":
		d.pathData = append(d.pathData, a.Value)
	case "fill":
		in.fill = a.Value
		if id, found := strings.CutPrefix(a.Value, "url(#"); found {
			d.references = append(d.references, strings.TrimSuffix(id, ")"))
		}
	}
	return nil
}

// finish works out the box from the width that the package reckons with.
func (t *drawnText) finish(in inherited) {
	t.px, t.class, t.fill = in.px, in.class, in.fill
	width := charts.Measure(t.text, int(in.px), in.bold)
	switch in.anchor {
	case "middle":
		t.left -= width / 2
	case "end":
		t.left -= width
	}
	t.right = t.left + width
}

// overlaps reports whether two texts cover each other. A baseline box is from
// 0.85 of the size above it to 0.2 below.
func (t drawnText) overlaps(o drawnText) bool {
	const slack = 0.2 // positions are rounded to a tenth
	return t.left+slack < o.right && o.left+slack < t.right &&
		t.base-0.85*t.px < o.base+0.2*o.px-slack && o.base-0.85*o.px < t.base+0.2*t.px-slack
}
