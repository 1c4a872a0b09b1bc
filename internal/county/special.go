package county

import (
	"slices"
	"strings"

	"jianbao/internal/record"
)

// demoFiles returns the files of one month in the folder statistics. The
// special cases of the demonstration are all here:
//
//	2025-10          no column 月份 and no typed rates: the month comes from the file's name
//	2025-11          other names for columns, areas and sectors
//	2025-12          saved as GB18030, thousands with commas
//	2026-02          石门镇 did not report
//	2026-03          a workbook with title lines above the header
//	2026-05, -更正    双塘镇 corrected two rows afterwards
//	2026-07          full-width digits and units inside cells
//	2026-08          a folder with one workbook a township
//	2026-10          several at 100%, two at the same rate from different counts,
//	                 one with four hazards in all, one nil report, and 北港镇 at
//	                 100% under a veto (accidents/2026.csv)
func (c county) demoFiles(month record.Period) map[string][]byte {
	rows := c.rows(month)
	name := month.String()
	usual := layout{typed: true, total: true}
	switch name {
	case "2025-10":
		return map[string][]byte{name + ".csv": csv(c, month, rows, layout{without: []string{"月份", "挂牌督办数", "治理资金(万元)"}})}
	case "2025-11":
		return map[string][]byte{name + ".csv": csv(c, month, rows, otherNames())}
	case "2025-12":
		usual.commas = true
		return map[string][]byte{name + ".csv": gb18030(csv(c, month, rows, usual))}
	case "2026-02":
		rows = slices.DeleteFunc(rows, func(l line) bool { return l.area == c.area("石门镇") })
	case "2026-03", "2026-06", "2026-09":
		usual.titled = true
		return map[string][]byte{name + ".xlsx": xlsx(c, month, rows, usual)}
	case "2026-05":
		first, corrected := c.mistake(rows)
		return map[string][]byte{
			name + ".csv":    csv(c, month, first, layout{typed: true}),
			name + "-更正.csv": csv(c, month, corrected, layout{typed: true, remark: "双塘镇重复统计了6项，6月2日更正；本文件的行代替原表中同一地区、同一行业领域的行。"}),
		}
	case "2026-07":
		usual.loose = c.area("石门镇") + 1
	case "2026-08":
		return c.townshipFiles(month, rows)
	case "2026-10":
		return map[string][]byte{name + ".xlsx": xlsx(c, month, c.october(rows), layout{typed: true, total: true, titled: true})}
	}
	return map[string][]byte{name + ".csv": csv(c, month, rows, usual)}
}

func otherNames() layout {
	return layout{
		typed:   true,
		aliases: true,
		without: []string{"月份"},
		names: map[string]string{
			"地区": "镇(街道)", "行业领域": "重点行业领域", "隐患排查数": "排查数", "隐患整改数": "已整改数", "整改率": "整改率(%)",
		},
	}
}

// mistake returns the month as it was first sent, with six hazards of 双塘镇
// counted twice, and the rows that were sent to correct it.
func (c county) mistake(rows []line) (first, corrected []line) {
	first = slices.Clone(rows)
	for i, row := range of(first, c.area("双塘镇"))[:2] {
		corrected = append(corrected, row)
		row.counts.general += 4 - 2*i
		row.counts.generalOK += 3 - 2*i
		row.counts.later++
		of(first, row.area)[i] = row
	}
	return first, corrected
}

// townshipFiles is the month as the townships sent it, a workbook each.
func (c county) townshipFiles(month record.Period, rows []line) map[string][]byte {
	files := map[string][]byte{}
	for a, area := range c.areas {
		l := layout{typed: true, total: true, titled: true, reporter: area.Name}
		files[month.String()+"/"+area.Name+".xlsx"] = xlsx(c, month, of(rows, a), l)
	}
	return files
}

// october is the latest month, in which the rules of ranking all show.
func (c county) october(rows []line) []line {
	full := func(name string) {
		a := c.area(name)
		found := total(of(rows, a)).counts.found()
		c.pin(rows, a, found, found)
	}
	full("金山街道")
	full("白沙镇")
	full("北港镇")
	c.pin(rows, c.area("桥头乡"), 4, 4)
	c.pin(rows, c.area("云峰乡"), 20, 18)
	c.pin(rows, c.area("大堰镇"), 30, 27)
	farm := c.area("红旗农场")
	at := slices.IndexFunc(rows, func(l line) bool { return l.area == farm })
	rows = slices.DeleteFunc(rows, func(l line) bool { return l.area == farm })
	return slices.Insert(rows, at, line{area: farm, sector: record.AllSectors, nothing: true})
}

// fullWidth writes digits as an input method in full-width mode does.
func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, s)
}
