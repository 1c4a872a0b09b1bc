package briefing

import (
	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// noData stands in a month for which nobody reported anything.
func noData() charts.Value { return charts.Value{Text: indicator.None, Reason: "没有数据"} }

// heatValue is a rate, or why there is none.
func (b *book) heatValue(f *indicator.Figures, i record.Indicator) charts.Value {
	r := f.Rates[i]
	if r.HasValue() {
		return charts.Value{Number: r.Percent(), Known: true, Text: b.rate(r)}
	}
	v := charts.Value{Text: indicator.None}
	if s := f.State(); s != indicator.Reported {
		v.Reason = s.String()
	}
	return v
}

// scopeValue is the rectification rate of whatever a scope is of.
func (b *book) scopeValue(m *month, s scope) charts.Value {
	switch {
	case s.area == record.AllAreas && s.sector == record.AllSectors:
		return b.heatValue(&m.Total, record.Rectification)
	case s.sector == record.AllSectors:
		return b.areaValue(m, s.area)
	case s.area == record.AllAreas:
		return b.sectorValue(m, s.sector)
	}
	return b.crossValue(m, s.area, s.sector)
}

// areaValue is an area's rate. In a month that is not told apart by area nobody
// failed to report.
func (b *book) areaValue(m *month, area int) charts.Value {
	switch {
	case m == nil:
		return noData()
	case !m.ByArea:
		return charts.Value{Text: indicator.None, Reason: "没有分单位的数字"}
	}
	return b.heatValue(&m.Areas[area], record.Rectification)
}

// sectorValue is a sector's rate; a sector that no row is of is not unreported.
func (b *book) sectorValue(m *month, sector int) charts.Value {
	f := &m.Sectors[sector]
	if f.State() == indicator.NotReported {
		return charts.Value{Text: indicator.None}
	}
	return b.heatValue(f, record.Rectification)
}

// crossValue is an area's rate in a sector. An area that reported, but has no
// row for the sector, has nothing of the kind, or has not told its sectors apart;
// only one without any report is 未报送.
func (b *book) crossValue(m *month, area, sector int) charts.Value {
	if m.Cross == nil || m.Cross[area] == nil {
		v := charts.Value{Text: indicator.None}
		if s := m.Areas[area].State(); m.ByArea && s != indicator.Reported {
			v.Reason = s.String()
		}
		return v
	}
	f := &m.Cross[area][sector]
	if f.State() == indicator.NotReported {
		return charts.Value{Text: indicator.None}
	}
	return b.heatValue(f, record.Rectification)
}

// overNote is the word that no rate above 100% stands without (DOMAIN §3.6).
func overNote(f *charts.Figure) string {
	for _, s := range f.Series {
		for _, v := range s.Values {
			if f.Scale == charts.Percents && v.Known && v.Number > 100 {
				return "超过100%的含往月排查的隐患。"
			}
		}
	}
	return ""
}
