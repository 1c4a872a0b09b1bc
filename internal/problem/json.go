package problem

import (
	"bytes"
	"encoding/json"
)

// report and entry are the contract of `jianbao check --format json`.
type report struct {
	Problems []entry `json:"problems"`
}

type entry struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	Sheet    string `json:"sheet"`
	Row      int    `json:"row"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Advice   string `json:"advice"`
}

// JSON renders problems for scripts, in the order given, as one line:
//
//	{"problems":[{"code":"rate-mismatch","severity":"error","file":"statistics/2026-10.csv","sheet":"","row":5,"column":3,"message":"…","advice":"…"}]}
//
// Every key is always there; a row or column of 0 is the whole of the next
// larger thing. Bytes that are no UTF-8 become U+FFFD.
func JSON(list []Problem) []byte {
	r := report{Problems: make([]entry, len(list))}
	for i, p := range list {
		r.Problems[i] = entry{
			Code:     p.Code,
			Severity: p.Severity.String(),
			File:     p.Place.File,
			Sheet:    p.Place.Sheet,
			Row:      p.Place.Row,
			Column:   p.Place.Column,
			Message:  p.Message,
			Advice:   p.Advice,
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // it is read by scripts, never put into a page
	if err := e.Encode(r); err != nil {
		panic("problem: " + err.Error()) // strings and integers always encode
	}
	return b.Bytes()
}
