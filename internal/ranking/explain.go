package ranking

import (
	"fmt"
	"math/big"
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// Text prints the value as all pages do: a single rate as a rate, a typed score as
// typed, a weighted one with two decimals. "—" where there is none.
func (s *Standing) Text(decimals int) string {
	switch {
	case s.Value == nil:
		return "—"
	case len(s.Parts) == 1 && s.Parts[0].Score.Written:
		return s.Parts[0].Score.Value.String()
	case len(s.Parts) == 1 && s.Parts[0].Weight == (record.Decimal{}):
		return s.Parts[0].Rate.Text(decimals)
	}
	return weighted(s.Value)
}

// weighted prints a score made of rates: 100.00 stands only where all is done and
// 0.00 where nothing is (DOMAIN §3.3).
func weighted(v *big.Rat) string {
	switch text := v.FloatString(2); {
	case text == "100.00" && v.Cmp(big.NewRat(100, 1)) < 0:
		return "99.99"
	case text == "0.00" && v.Sign() > 0:
		return "0.01"
	default:
		return text
	}
}

// Explain says in a sentence why an area stands where it does: the counts, the
// weights, the unrounded value, the rank among how many, and with whom it is tied.
func (s *Standing) Explain(rule settings.Ranking, decimals int, tiedWith []string) string {
	var b strings.Builder
	for i, p := range s.Parts {
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString(p.explain(decimals))
	}
	if len(s.Parts) > 1 || s.wilson(rule) {
		fmt.Fprintf(&b, "；%s %s", valueName(rule, s), s.Value.FloatString(4))
	}
	if b.Len() > 0 {
		b.WriteString("。")
	}
	s.explainRank(&b, tiedWith)
	if s.Small && s.Rank > 0 && rule.By != settings.ByScore && rule.SmallBase.Method == settings.SmallBaseNote {
		fmt.Fprintf(&b, "基数不足 %d，排名仅供参考。", rule.SmallBase.Below)
	}
	switch {
	case s.Veto == "":
	case s.isOutside():
		b.WriteString("一票否决，不参加排名：" + s.Veto + "。")
	default:
		b.WriteString("一票否决：" + s.Veto + "。")
	}
	return b.String()
}

// outside is why an area that a veto keeps out of the ranking is not ranked.
const outside = "一票否决"

func (s *Standing) isOutside() bool { return s.Reason == outside }

func (s *Standing) wilson(rule settings.Ranking) bool {
	return s.Value != nil && rule.By != settings.ByScore && rule.SmallBase.Below > 0 && rule.SmallBase.Method == settings.SmallBaseWilson
}

func valueName(rule settings.Ranking, s *Standing) string {
	if s.wilson(rule) && len(s.Parts) == 1 {
		return "威尔逊下限"
	}
	return "加权得分"
}

func (p *Part) explain(decimals int) string {
	if p.Score.Written {
		return "得分 " + p.Score.Value.String()
	}
	text := p.Name + " "
	if p.Rate.HasValue() {
		text += fmt.Sprintf("%d÷%d＝%s", p.Rate.Numerator, p.Rate.Denominator, p.Rate.Text(decimals))
	} else {
		text += "无"
	}
	switch {
	case p.Rate.Over():
		text += "（含往月隐患，按100%计）"
	case p.Rate.HasValue() && p.Rate.HasOld():
		text += "（含往月隐患）"
	}
	if p.Weight != (record.Decimal{}) {
		text += "，权重 " + p.Weight.String() + "%"
		if !p.Rate.HasValue() {
			text += "分给其他各项"
		}
	}
	return text
}

func (s *Standing) explainRank(b *strings.Builder, tiedWith []string) {
	if s.isOutside() {
		return
	}
	if s.Rank == 0 {
		fmt.Fprintf(b, "不参加排名：%s。", s.Reason)
		return
	}
	group := ""
	if s.Group != "" {
		group = "“" + s.Group + "”"
	}
	fmt.Fprintf(b, "在%s参加排名的 %d 个单位中列第 %d", group, s.Of, s.Rank)
	switch {
	case len(tiedWith) > 3:
		fmt.Fprintf(b, "，与%s等 %d 个并列", strings.Join(tiedWith[:3], "、"), len(tiedWith))
	case len(tiedWith) > 0:
		fmt.Fprintf(b, "，与%s并列", strings.Join(tiedWith, "、"))
	}
	if s.Band != "" {
		b.WriteString("，等次为" + s.Band)
	}
	b.WriteString("。")
}

// TiedWith lists the areas that share the rank of standing i: its neighbours in
// the order that Rank gives.
func TiedWith(all []Standing, i int) (areas []int) {
	if !all[i].Tied {
		return nil
	}
	shares := func(j int) bool {
		return j >= 0 && j < len(all) && all[j].Rank == all[i].Rank && all[j].Group == all[i].Group
	}
	first, last := i, i
	for shares(first - 1) {
		first--
	}
	for shares(last + 1) {
		last++
	}
	areas = make([]int, 0, last-first)
	for j := first; j <= last; j++ {
		if j != i {
			areas = append(areas, all[j].Area)
		}
	}
	return areas
}
