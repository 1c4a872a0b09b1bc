package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/intake"
	"jianbao/internal/record"
)

// figuresOf reads "全县排查隐患|120项 已整改|111项" as the figures of a sentence.
func figuresOf(text string) (sentence []record.TextFigure) {
	for pair := range strings.FieldsSeq(text) {
		words, number, _ := strings.Cut(pair, "|")
		sentence = append(sentence, record.TextFigure{Words: words, Text: number})
	}
	return sentence
}

func TestARateInASentenceIsOfTheTwoCountsBefore(t *testing.T) {
	names := intake.NewTypedNames()
	for sentence, want := range map[string]string{
		"全县排查隐患|120项 整改|111项 整改率|92.5%":                "整改率 92.5 整改 111 排查隐患 120",
		"共检查企业|40家 发现各类安全隐患|120处 已整改|111处 整改率为|92.5%":  "整改率 92.5 已整改 111 发现隐患 120",
		"月青石镇排查出事故隐患|１２０项 其中已整改|1,011项 整改率达到|９２%":      "整改率 92 其中已整改 1011 排查出隐患 120",
		"重大隐患|3项 整改|2项 整改率|66.7%":                      "整改率 66.7 整改 2 重大隐患 3",
		"排查重大隐患|3项 已整改|2项 重大隐患整改率|66.7%":               "重大隐患整改率 66.7 已整改 2 重大隐患 3",
		"应排查单位|100家 排查单位|97家 覆盖率|97%":                  "覆盖率 97 排查单位 97 应排查单位 100",
		"任务数|20项 办结数|18项 办结率|90%":                      "办结率 90 办结数 18 任务数 20",
		"一般隐患|8项 整改|8项 整改率|100% 重大隐患|2项 整改|1项 整改率|50%": "整改率 100 整改 8 一般隐患 8; 整改率 50 整改 1 重大隐患 2",

		"排查隐患|120项 上月结转|15项 整改|130项 整改率|96.3%": "", // of more than was found
		"排查隐患|120项 | 整改|111项 整改率|92.5%":        "", // a computed number
		"排查隐患|120项 整改|111项 其中青石镇整改率|90%":       "", // of somebody else
		"一般隐患|120项 整改|111项 重大隐患整改率|92.5%":      "",
		"排查隐患|120项 整改率|92.5%":                  "",
		"整改|111项 排查隐患|120项 整改率|92.5%":          "",
		"排查隐患|120项 整改|111项 整改率|92.5":           "", // no percentage
		"排查隐患|120项 整改|111项 整改率|90%以上":          "",
		"排查隐患|120项 整改|111项 整改率提高|2%":           "",
		"排查隐患|120项 整改|111项 确保整改率|100%":         "",
		"出动排查|120家 整改|111项 整改率|92.5%":          "", // not counted in one unit
		"排查隐患|120万元 整改|111万元 整改率|92.5%":        "",
		"到期应整改|100项 按期整改|90项 按期整改率|95%":        "", // extensions are left out
		"应排查单位|100家 整改|97家 整改率|97%":            "",
		"排查隐患|-120项 整改|111项 整改率|92.5%":         "",
		"排查隐患|12.5项 整改|111项 整改率|92.5%":         "",
	} {
		var got []string
		for _, c := range names.SaidRates(figuresOf(sentence)) {
			got = append(got, fmt.Sprintf("%s %s %s %d %s %d", c.Name, c.Typed.Value, c.NumeratorName, c.Numerator.N(), c.DenominatorName, c.Denominator.N()))
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s\n got %s\nwant %s", sentence, got, want)
		}
	}
}

// sentenceOf is a sentence of clauses, each ending with its figure: of 10月|全县排查隐患|110项
// the first part stands before the words.
func sentenceOf(text string) (sentence []record.TextFigure) {
	since := ""
	for clause := range strings.FieldsSeq(text) {
		part := strings.Split(clause, "|")
		sentence = append(sentence, record.TextFigure{Since: since + part[0], Words: part[1], Text: part[2]})
		since += strings.Join(part, "") + "，"
	}
	return sentence
}

func TestWhatIsSaidOfTheWholeIsOfTheMonthNamed(t *testing.T) {
	names := intake.NewTypedNames()
	on := record.Date{Year: 2026, Month: 11, Day: 6}
	for sentence, want := range map[string]string{
		"10|月全县共排查各类安全隐患|110项 |整改|109项 |整改率为|99.1%":         "2026-10 隐患排查数 110, 2026-10 隐患整改数 109, 2026-10 整改率 99.1",
		"||10月份 |全县排查隐患|110项 |一般隐患|107项 |整改|107项 |整改率|100%": "2026-10 隐患排查数 110, 2026-10 一般隐患排查数 107, 2026-10 一般隐患整改数 107, 2026-10 一般隐患整改率 100",
		"2026年1—10|月云溪县累计排查隐患|1700项 |重大隐患|9项 |已整改|7项":       "to 2026-10 隐患排查数 1700, to 2026-10 重大隐患排查数 9, to 2026-10 重大隐患整改数 7",
		"12|月全县排查隐患|110项":                       "2025-12 隐患排查数 110",
		"10|月全县逾期未整改|13项 |燃气排查隐患|2项 |整改|2项":     "2026-10 逾期未整改数 13",
		"10|月全县排查隐患|110项 |青石镇整改|2项 |整改率|5%":     "2026-10 隐患排查数 110",
		"10|月全县排查隐患|110万元 |整改|2项":               "",
		"10|月全县整改率|95% |较上月上升|0.3个百分点 |排查隐患|9项": "2026-10 整改率 95",

		"|全县排查隐患|110项":                        "", // in no month
		"10|月青石镇排查隐患|98项":                     "",
		"|较|9月 10|月全县排查隐患|110项":               "",
		"截至10|月底全县排查隐患|110项":                  "",
		"10|月全县累计排查隐患|110项":                   "",
		"10|月全县排查隐患|110项 |累计整改|990项 |整改率|99%": "2026-10 隐患排查数 110",
		"截至今年10|月全县累计排查隐患|990项":               "",
		"10|月全县燃气领域排查隐患|40项":                  "",
		"10|月|6日 |全县排查隐患|110项":                "",
		"||2026年三季度 |全县排查隐患|110项":             "",
		"9|月排查隐患|100项 10|月全县排查隐患|110项":        "",
	} {
		var got []string
		for _, s := range names.SaidOfWhole(sentenceOf(sentence), []string{"全县", "", "云溪县"}, on) {
			what := s.Measure.String()
			if s.IsRate {
				what = s.Indicator.String()
			}
			span := ""
			if s.Cumulative {
				span = "to "
			}
			got = append(got, fmt.Sprintf("%s%s %s %s", span, s.Period, what, s.Value))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s\n got %s\nwant %s", sentence, got, want)
		}
	}
}
