package intake

import (
	"path"
	"slices"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// heard is what came of one area in one month.
type heard struct {
	told   bool          // some count or score
	silent bool          // 未报送 in so many words
	place  problem.Place // of its first row
}

// missingReports reports every area without a row in a month that others have
// one in, and every area whose row says nothing or 未报送; not one whose row says
// what could not be read.
func (in *reader) missingReports() {
	months := map[record.Period][]heard{}
	hear := func(r *record.Row, h heard) {
		if r.Area == record.AllAreas {
			return
		}
		if months[r.Period] == nil {
			months[r.Period] = make([]heard, len(in.areas.names))
		}
		was := &months[r.Period][r.Area]
		if was.place.File == "" {
			was.place = r.Place
		}
		was.told, was.silent = was.told || h.told, was.silent || h.silent
	}
	for i := range in.out.Rows {
		r := &in.out.Rows[i]
		hear(r, heard{told: !r.Counts.Blank() || r.Score.Written})
	}
	for i := range in.silent {
		hear(&in.silent[i], heard{silent: true})
	}
	for period, areas := range months {
		for area, h := range areas {
			if !h.told && !in.unread[areaInMonth{period, area}] {
				in.report(in.missing(period, area, &h))
			}
		}
	}
}

func (in *reader) missing(period record.Period, area int, h *heard) problem.Problem {
	month, name := period.Chinese(), problem.Quote(in.areas.names[area])
	p := problem.Problem{
		Code: problem.MissingReport, Severity: problem.Warning, Place: h.place,
		Advice: "请催报；当月没有隐患的，请报 0（零报告）。",
	}
	switch {
	case h.silent:
		p.Message = month + name + "写明未报送。"
	case h.place.File != "":
		p.Message = month + name + "有一行，但各项数都是空白，页面上印作“未填”。"
		p.Advice = "请核实：当月没有隐患的填 0（零报告），没有报送的请催报。"
	default:
		p.Message = month + "没有" + name + "的报表，按未报送统计。"
		p.Place.File = in.whereOf(period)
	}
	return p
}

// whereOf is the file of a month, or the folder where there are several.
func (in *reader) whereOf(period record.Period) string {
	files := in.out.Files[period]
	for i := range in.silent {
		if in.silent[i].Period == period {
			files = append(files[:len(files):len(files)], in.silent[i].Place.File)
		}
	}
	first := slices.Min(files)
	folder := path.Dir(first)
	for _, file := range files {
		if file != first && path.Dir(file) == folder && folder != "statistics" {
			return folder
		}
	}
	return first
}
