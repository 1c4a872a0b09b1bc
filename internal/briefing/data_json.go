package briefing

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/jsontext"
	"jianbao/internal/record"
)

// monthJSON is data/<YYYY-MM>.json, a contract with users' scripts:
//
//	{"period":"2026-10",
//	 "areas":[{"name":"青石镇","id":"qingshi",
//	   "reported":true,"state":"已报送",       // 已报送, 零报告, 未填, 未报送
//	   "rates":{"rectification":{"numerator":35,"denominator":36,"text":"97.2%"},…},
//	   "counts":{"隐患排查数":36,…},           // by canonical column name; what nobody reported is not there
//	   "score":"97.2%",                       // as printed; null when the ranking has no score
//	   "rank":3,                              // null when not ranked
//	   "tied":false,
//	   "veto":null,                           // or the reason
//	   "note":"整改率 35÷36＝97.2%。在…"},…],  // why the rank is what it is
//	 "total":{"rates":{…},"counts":{…}}}
//
// Areas stand in the order of the ranking, rates and counts in that of their
// keys. Both counts of a rate are null when they were not reported; its text is
// what every page prints.
//
// It is appended rather than marshalled: a large site has thousands of areas,
// whose rates and counts would each be a map made for encoding/json to sort.
func (b *book) monthJSON(m *month) []byte {
	const perArea = 1000 // bytes, some more than it takes
	w := monthWriter{book: b, rates: ratesByKey(), counts: countsByName()}
	w.text = make([]byte, 0, perArea*(len(m.standings)+1))
	w.open('{')
	w.key("period").string(m.Period.String())
	w.key("areas").open('[')
	for i := range m.standings {
		w.next()
		w.area(m, i)
	}
	w.close(']')
	w.key("total").open('{')
	w.figures(&m.Total)
	w.close('}')
	w.close('}')
	return append(w.text, '\n')
}

// monthWriter writes a month's data.
type monthWriter struct {
	*book
	jsonWriter
	rates  []record.Indicator
	counts []record.Measure
}

func ratesByKey() []record.Indicator {
	rates := record.Indicators()
	slices.SortFunc(rates, func(x, y record.Indicator) int { return strings.Compare(x.Key(), y.Key()) })
	return rates
}

func countsByName() []record.Measure {
	counts := make([]record.Measure, record.NumMeasures)
	for i := range counts {
		counts[i] = record.Measure(i)
	}
	slices.SortFunc(counts, func(x, y record.Measure) int { return strings.Compare(x.String(), y.String()) })
	return counts
}

func (w *monthWriter) area(m *month, i int) {
	s := &m.standings[i]
	f := &m.Areas[s.Area]
	state := f.State()
	w.open('{')
	w.key("name").string(w.areaName(s.Area))
	w.key("id").string(w.Areas[s.Area].ID)
	w.key("reported").bool(state == indicator.Reported || state == indicator.NilReport)
	w.key("state").string(state.String())
	w.figures(f)
	if w.key("score"); w.scored() && s.Value != nil {
		w.string(s.Text(w.decimals))
	} else {
		w.null()
	}
	if w.key("rank"); s.Rank > 0 {
		w.number(int64(s.Rank))
	} else {
		w.null()
	}
	w.key("tied").bool(s.Tied)
	if w.key("veto"); s.Veto != "" {
		w.string(s.Veto)
	} else {
		w.null()
	}
	w.key("note").string(m.why()[i])
	w.close('}')
}

func (w *monthWriter) figures(f *indicator.Figures) {
	w.key("rates").open('{')
	for _, i := range w.rates {
		w.key(i.Key())
		w.rate(f.Rates[i])
	}
	w.close('}')
	w.key("counts").open('{')
	for _, m := range w.counts {
		if c := f.Counts[m]; c.Known() {
			w.key(m.String()).number(c.N())
		}
	}
	w.close('}')
}

func (w *monthWriter) rate(r indicator.Rate) {
	w.open('{')
	if r.Known {
		w.key("numerator").number(r.Numerator)
		w.key("denominator").number(r.Denominator)
	} else {
		w.key("numerator").null()
		w.key("denominator").null()
	}
	w.key("text").string(w.book.rate(r))
	w.close('}')
}

// jsonWriter appends JSON, in the form that encoding/json gives it.
type jsonWriter struct{ text []byte }

func (w *jsonWriter) open(bracket byte)  { w.text = append(w.text, bracket) }
func (w *jsonWriter) close(bracket byte) { w.text = append(w.text, bracket) }

// next parts what follows from what stands before it in the same brackets.
func (w *jsonWriter) next() {
	switch w.text[len(w.text)-1] {
	case '{', '[':
	default:
		w.text = append(w.text, ',')
	}
}

// key takes a name of the program's, in which nothing has to be escaped.
func (w *jsonWriter) key(name string) *jsonWriter {
	w.next()
	w.text = append(append(append(w.text, '"'), name...), `":`...)
	return w
}

func (w *jsonWriter) null()           { w.text = append(w.text, "null"...) }
func (w *jsonWriter) bool(is bool)    { w.text = strconv.AppendBool(w.text, is) }
func (w *jsonWriter) number(n int64)  { w.text = strconv.AppendInt(w.text, n, 10) }
func (w *jsonWriter) string(s string) { w.text = jsontext.AppendQuote(w.text, s) }
