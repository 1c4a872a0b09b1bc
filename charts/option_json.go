package charts

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"jianbao/internal/jsontext"
)

// json is the option as JSON. Points are most of it and have few forms, so that
// they are written here; encoding/json writes the rest.
func (o *option) json(id string) ([]byte, error) {
	w := jsonWriter{buf: make([]byte, 0, o.size())}
	w.put("{")
	w.fields(&o.optionHead)
	w.put(`,"series":[`)
	for i := range o.series {
		if i > 0 {
			w.put(",")
		}
		w.series(&o.series[i])
	}
	w.put("],")
	w.fields(&o.optionTail)
	w.put("}")
	if w.err != nil {
		return nil, fmt.Errorf("option of figure %s: %w", id, w.err)
	}
	return w.buf, nil
}

// size guesses the length of the option, so that its buffer need not grow.
func (o *option) size() int {
	size := 2000
	for _, s := range o.series {
		size += 400 + 50*len(s.points)
	}
	return size
}

// jsonWriter appends JSON to one buffer and keeps the first error.
type jsonWriter struct {
	buf []byte
	err error
}

func (w *jsonWriter) put(text string) { w.buf = append(w.buf, text...) }

// fields appends the fields of a struct that has some, without its braces.
func (w *jsonWriter) fields(part any) {
	data, err := json.Marshal(part)
	if err != nil {
		w.err = err
		return
	}
	w.buf = append(w.buf, data[1:len(data)-1]...)
}

func (w *jsonWriter) series(s *series) {
	w.put("{")
	w.fields(&s.seriesHead)
	w.put(`,"data":[`)
	for i := range s.points {
		if i > 0 {
			w.put(",")
		}
		w.buf = s.points[i].appendJSON(w.buf, s.form)
	}
	w.put("],")
	w.fields(&s.seriesTail)
	w.put("}")
}

func (p *datum) appendJSON(b []byte, form datumForm) []byte {
	b = appendNumber(append(b, '['), p.x)
	b = appendNumber(append(b, ','), p.y)
	if form == cellDatum {
		b = appendNumber(append(b, ','), p.extra)
	}
	b = jsontext.AppendQuote(append(b, ','), p.text)
	b = jsontext.AppendQuote(append(b, ','), p.note)
	if form == drawnDatum {
		b = appendNumber(append(b, ','), p.extra)
	}
	return append(b, ']')
}

// appendNumber appends a number as encoding/json would, and "-", which is how
// ECharts is told that there is none, for what is no number.
func appendNumber(b []byte, v float64) []byte {
	switch {
	case math.IsNaN(v), math.IsInf(v, 0):
		return append(b, `"-"`...)
	case v > 0 && v < 1<<53 && v == math.Trunc(v):
		return strconv.AppendInt(b, int64(v), 10)
	case v != 0 && (math.Abs(v) < 1e-6 || math.Abs(v) >= 1e21):
		data, _ := json.Marshal(v) // with an exponent, which no figure needs; a number has no error
		return append(b, data...)
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}
