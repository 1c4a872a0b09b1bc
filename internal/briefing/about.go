package briefing

import (
	"fmt"
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// aboutPage says how each figure is computed, by the settings in force, and
// what it was computed from.
func (b *book) aboutPage() Page {
	return Page{
		Path: "about.html", Layout: ArticleLayout, Title: "统计说明", Masthead: b.masthead(nil), Trail: []Link{home()},
		Lead: "每个数字的算法、排名的规则和数据来源。",
		Sections: func() []Section {
			return withBlocks(
				Section{ID: "figures", Heading: "指标怎样计算", Blocks: []Block{b.indicatorTable()}},
				Section{ID: "rules", Heading: "数字怎样印出", Blocks: b.ruleParagraphs()},
				Section{ID: "ranking", Heading: "怎样排名", Blocks: []Block{plainParagraph(b.rankRuleSentence()), plainParagraph(b.vetoSentence())}},
				Section{ID: "sources", Heading: "数据来源", Blocks: b.sourceTable()},
			)
		},
	}
}

func plainParagraph(s string) Paragraph { return Paragraph{Runs: []Run{text(s)}} }

func (b *book) indicatorTable() Table {
	t := Table{ID: "indicators", Caption: "指标的算法", Columns: []TableColumn{{Name: "指标"}, {Name: "算法"}, {Name: "目标", Numeric: true}}}
	for _, i := range record.Indicators() {
		how := i.Numerator().String() + " ÷ " + i.Denominator().String()
		if i == record.OnTimeRate {
			how += "（减去经批准延期的；没有到期的不算）"
		}
		goal := "未设"
		if d := b.targetOf(i); d != (record.Decimal{}) {
			goal = d.String() + "%"
		}
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{{Text: i.String()}, {Text: how}, {Text: goal}}})
	}
	return t
}

func (b *book) ruleParagraphs() []Block {
	basis, against := "本站按当月数统计；“年初以来”是1月到当月各月之和，逾期数等是当月末的数。", "“较上月”是环比"
	if b.cumulative() {
		basis = "本站按累计数统计：每个月的数都是1月到当月的累计。"
		against = "“较1—9月”是与1月至上一个月的累计数比较"
	}
	decimals := fmt.Sprintf("，保留%d位小数", b.decimals)
	if b.decimals == 0 {
		decimals = "到整数"
	}
	rules := []string{
		basis,
		"所有的率都由件数算出，到印出时才四舍五入" + decimals + "。全部整改才印100%，一项都没有整改才印0%。",
		"没有排查出隐患的（0/0）没有整改率，印“—”，不参加整改率排名。",
		"零、空白和未报送是三件事：报了0的是零报告，表里有名字但没有数的印“未填”，没有报表的印“未报送”。",
		"整改数大于排查数时（整改了往月的隐患），整改率照实印出，并注明“含往月隐患”。",
		against + "，“较上年同期”是同比：率用百分点，件数用百分比或件数。上期为0的写明，不计算百分比；相同的写“持平”。率的变化由未四舍五入的数算出，可能与两个印出的数之差有末位1的出入。",
		b.Settings.Whole + "的率由" + b.Settings.Whole + "的件数算出，不是各单位率的平均。",
		"逾期以最近一次会议的日期" + b.meetingDay() + "为准。",
	}
	rules = append(rules, b.ledgerRules()...)
	blocks := make([]Block, len(rules))
	for i, r := range rules {
		blocks[i] = plainParagraph(r)
	}
	return blocks
}

// meetingDay is the day that everything overdue is told by, in brackets.
func (b *book) meetingDay() string {
	if len(b.Meetings) == 0 {
		return ""
	}
	return "（" + b.today.Chinese() + "）"
}

func (b *book) todayText() string {
	if b.today.IsZero() {
		return "暂无"
	}
	return b.today.Chinese()
}

// rankRuleSentence says by what and how areas are ranked; it stands under every ranking.
func (b *book) rankRuleSentence() string {
	var s strings.Builder
	switch {
	case b.rule.By == settings.ByScore:
		s.WriteString("按表中填写的得分从高到低排名")
	case len(b.rule.Weights) > 0:
		s.WriteString("按综合得分从高到低排名，得分是")
		for i, w := range b.rule.Weights {
			indicator, _ := record.IndicatorByKey(w.Indicator)
			if i > 0 {
				s.WriteString("、")
			}
			s.WriteString(indicator.String() + "×" + w.Percent.String() + "%")
		}
		s.WriteString("之和；某一项没有率的，它的权重按比例分给其他各项")
	default:
		s.WriteString("按" + b.rankedBy() + "从高到低排名")
	}
	s.WriteString("，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。")
	if b.rule.Grouped {
		s.WriteString("各类别分别排名。")
	}
	s.WriteString(b.smallBaseSentence())
	return s.String()
}

func (b *book) smallBaseSentence() string {
	small := b.rule.SmallBase
	switch {
	case small.Below == 0 || b.rule.By == settings.ByScore:
		return ""
	case small.Method == settings.SmallBaseWilson:
		return "为使基数小的单位不占便宜，按整改率的威尔逊95%置信下限排名。"
	}
	return fmt.Sprintf("基数不足%d的照常排名，并注明“排名仅供参考”。", small.Below)
}

func (b *book) vetoSentence() string {
	when := "当月"
	if b.cumulative() {
		when = "今年以来"
	}
	if b.rule.Veto == settings.VetoOutside {
		return when + "发生死亡事故或较大以上事故的单位一票否决，不参加排名，并写明原因。"
	}
	return when + "发生死亡事故或较大以上事故的单位一票否决，排在其他单位之后，并写明原因。"
}

func (b *book) sourceTable() []Block {
	if len(b.Sources) == 0 {
		return nil
	}
	t := Table{
		ID: "sources-table", Caption: "本站由下列文件生成", Columns: []TableColumn{{Name: "文件"}, {Name: "校验码（SHA-256）"}},
		Note: "校验码相同，文件的内容就相同。",
	}
	for _, s := range b.Sources {
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{{Text: s.Path}, {Text: s.SHA256}}})
	}
	return []Block{t}
}
