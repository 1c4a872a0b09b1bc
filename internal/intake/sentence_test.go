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
		"月青石镇排查出事故隐患|１２００项 其中已整改|1,011项 整改率达到|９２%":     "整改率 92 其中已整改 1011 排查出隐患 1200",
		"检查企业|40家 重大隐患|3项 整改|2项 整改率|66.70%":            "整改率 66.7 整改 2 重大隐患 3",
		"重大隐患|3项 整改|2项 整改率|66.7%":                      "整改率 66.7 整改 2 重大隐患 3",
		"排查重大隐患|3项 已整改|2项 重大隐患整改率|66.7%":               "重大隐患整改率 66.7 已整改 2 重大隐患 3",
		"应排查单位|100家 排查单位|97家 覆盖率|97%":                  "覆盖率 97 排查单位 97 应排查单位 100",
		"任务数|20项 办结数|18项 办结率|90%":                      "办结率 90 办结数 18 任务数 20",
		"一般隐患|8项 整改|8项 整改率|100% 重大隐患|2项 整改|1项 整改率|50%": "整改率 100 整改 8 一般隐患 8; 整改率 50 整改 1 重大隐患 2",

		"排查隐患|120项 上月结转|15项 整改|130项 整改率|96.3%":  "", // of more than was found
		"上月结转隐患|20项 排查隐患|98项 整改|90项 整改率|76.3%":  "",
		"排查隐患|98项 整改|110项 整改率|93.2%":            "",
		"一般隐患|107项 重大隐患|3项 整改|2项 整改率|99.1%":     "", // of both
		"排查隐患|12项 其中重大隐患|10项 整改|9项 整改率|75%":     "",
		"甲镇排查隐患|20项 乙镇排查隐患|30项 共整改|29项 整改率|90%": "",
		"重大隐患|3项 整改|2项 隐患整改率|99.1%":             "",
		"排查隐患|110项 整改|109项 下一步，整改率达到|100%":      "",
		"排查隐患|110项 全部建立台账，整改|109项 整改率|98%":      "",
		"排查隐患￼|110项 整改￼|109项 整改率|98%":           "",
		"排查隐患|120项 整改|111项 累计整改率|92%":           "",
		"排查隐患|120项 | 整改|111项 整改率|92.5%":         "", // a computed number
		"排查隐患|120项 整改|111项 其中青石镇整改率|90%":        "", // of somebody else
		"一般隐患|120项 整改|111项 重大隐患整改率|92.5%":       "",
		"排查隐患|120项 整改率|92.5%":                   "",
		"整改|111项 排查隐患|120项 整改率|92.5%":           "",
		"排查隐患|120项 整改|111项 整改率|92.5":            "", // no percentage
		"排查隐患|120项 整改|111项 整改率|90%以上":           "",
		"排查隐患|120项 整改|111项 整改率提高|2%":            "",
		"排查隐患|120项 整改|111项 确保整改率|100%":          "",
		"出动排查|120家 整改|111项 整改率|92.5%":           "", // not counted in one unit
		"排查隐患|120万元 整改|111万元 整改率|92.5%":         "",
		"到期应整改|100项 按期整改|90项 按期整改率|95%":         "", // extensions are left out
		"应排查单位|100家 整改|97家 整改率|97%":             "",
		"排查隐患|-120项 整改|111项 整改率|92.5%":          "",
		"排查隐患|12.5项 整改|111项 整改率|92.5%":          "",
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
