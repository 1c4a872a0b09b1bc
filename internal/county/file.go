package county

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

const (
	bom     = "\ufeff"
	notReal = "演示数据，均为虚构"
)

// csv writes a month as UTF-8 with BOM and CRLF, comment lines first.
func csv(c county, month record.Period, rows []line, l layout) []byte {
	header, body := c.grid(month, rows, l)
	var b bytes.Buffer
	if err := table.WriteCSV(&b, header, body); err != nil {
		panic(fmt.Sprintf("county: %v", err)) // a buffer takes everything
	}
	comments := "# " + c.name + month.Chinese() + "安全生产隐患排查治理情况统计表（" + notReal + "）\r\n"
	if l.remark != "" {
		comments += "# " + l.remark + "\r\n"
	}
	return append([]byte(bom+comments), bytes.TrimPrefix(b.Bytes(), []byte(bom))...)
}

// xlsx writes a month as a workbook with one sheet. With titles, the form's
// title and the reporting unit stand above the header and the date below the
// data, as in the official form.
func xlsx(c county, month record.Period, rows []line, l layout) []byte {
	if l.titled {
		l.without = append(slices.Clone(l.without), "月份")
	}
	header, body := c.grid(month, rows, l)
	if l.titled {
		title := make([]string, len(header))
		title[0] = month.Chinese() + "隐患排查治理情况统计表（演示数据）"
		reporter := cmp.Or(l.reporter, c.name+"安全生产委员会办公室")
		next := month.Add(1)
		body = slices.Concat(
			[][]string{{"填报单位：" + reporter}, header}, body,
			[][]string{{fmt.Sprintf("填报日期：%d年%d月3日", next.Year(), next.Month())}},
		)
		header = title
	}
	values := make([][]table.Value, len(body))
	for i, row := range body {
		for _, cell := range row {
			values[i] = append(values[i], value(cell))
		}
	}
	var b bytes.Buffer
	if err := new(table.XLSX).Write(&b, fmt.Sprintf("%d月", month.Month()), header, values); err != nil {
		panic(fmt.Sprintf("county: %v", err))
	}
	return b.Bytes()
}

// value is a cell as a workbook keeps it: counts, money and rates as numbers.
func value(text string) table.Value {
	whole, decimals, _ := strings.Cut(strings.TrimSuffix(text, "%"), ".")
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	switch {
	case err != nil:
		return table.Text(text)
	case strings.HasSuffix(text, "%"):
		return table.Percent(n, len(decimals))
	}
	return table.Number(n, len(decimals))
}

// gb18030 saves a CSV as Chinese Excel and WPS do: without BOM.
func gb18030(utf8 []byte) []byte {
	out, err := zh.EncodeGB18030(strings.TrimPrefix(string(utf8), bom))
	if err != nil {
		panic(fmt.Sprintf("county: %v", err)) // GB18030 has every character
	}
	return out
}

func withBOM(lines []byte) []byte {
	return []byte(bom + strings.ReplaceAll(string(lines), "\n", "\r\n"))
}
