package county

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/internal/record"
)

// meetings puts n minutes together from the paragraphs of large.md, about as
// many on each month, between the 3rd and the 12th of the next; those that fall
// on one day are numbered -2, -3.
func (c county) meetings(n int) map[string][]byte {
	parts := strings.Split(string(text("large.md")), "\n===\n")
	head, topics, tail := parts[0], parts[1:len(parts)-1], parts[len(parts)-1]
	out := map[string][]byte{}
	for i := range n {
		month := c.first.Add(i * c.months / n)
		d := newDice(c.seed, i, 0, month.Year()*12+month.Month())
		on := month.Add(1)
		date := fmt.Sprintf("%s-%02d", on, 3+i*c.months%n*10/n)
		body := head
		for k, from := 0, d.roll(len(topics)); k < 3; k++ {
			body += "\n\n## " + []string{"二", "三", "四"}[k] + "、" + topics[(from+k*5)%len(topics)]
		}
		body += "\n" + tail
		name := date + ".md"
		for again := 2; out[name] != nil; again++ {
			name = fmt.Sprintf("%s-%d.md", date, again)
		}
		out[name] = []byte(c.fill(body, i+1, month, date, d))
	}
	return out
}

// fill replaces the 〔placeholders〕 of large.md.
func (c county) fill(body string, number int, month record.Period, date string, d dice) string {
	one, other := d.roll(len(c.areas)), d.roll(len(c.areas))
	due := month.Add(2 + d.roll(2))
	progress := "正在办理"
	if month.Add(4).Compare(c.first.Add(c.months)) < 0 {
		progress = "已办结"
	}
	return strings.NewReplacer(
		"〔日期〕", date, "〔序〕", strconv.Itoa(number), "〔月份〕", month.String(), "〔中文月份〕", month.Chinese(),
		"〔甲〕", c.areas[one].Name, "〔乙〕", c.areas[other].Name,
		"〔时限〕", fmt.Sprintf("%s-%02d", due, 10+d.roll(19)), "〔进展〕", progress,
	).Replace(body)
}
