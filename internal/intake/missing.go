package intake

import (
	"slices"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// missingReports reports every area without a row in a month that others have
// one in, and every area whose row says nothing; not one whose row says what
// could not be read.
func (in *reader) missingReports() {
	reported := map[record.Period]map[int]bool{}
	for i := range in.out.Rows {
		r := &in.out.Rows[i]
		if r.Area == record.AllAreas {
			continue
		}
		if reported[r.Period] == nil {
			reported[r.Period] = map[int]bool{}
		}
		reported[r.Period][r.Area] = reported[r.Period][r.Area] || !r.Counts.Blank() || r.Score.Written
	}
	for period, areas := range reported {
		file := slices.Min(in.out.Files[period])
		for area, name := range in.areas.names {
			told, there := areas[area]
			if told || in.unread[areaInMonth{period, area}] {
				continue
			}
			p := problem.Problem{
				Code: problem.MissingReport, Severity: problem.Warning, Place: problem.Place{File: file},
				Message: period.Chinese() + "没有" + problem.Quote(name) + "的报表，按未报送统计。",
				Advice:  "请催报；当月没有隐患的，请报 0（零报告）。",
			}
			if there {
				p.Message = period.Chinese() + problem.Quote(name) + "有一行，但各项数都是空白，页面上印作“未填”。"
				p.Advice = "请核实：当月没有隐患的填 0（零报告），没有报送的请催报。"
			}
			in.report(p)
		}
	}
}
