package settings

import (
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

func unknownVariable(name string, names []string) problem.Problem {
	advice := "请删去这个变量；可以用的变量名以“" + prefix + "”开头，后面是 jianbao.yaml 中键名的大写。"
	if near, ok := similar(strings.TrimPrefix(name, prefix), names); ok {
		advice = "是不是“" + prefix + near + "”？" + advice
	}
	return problem.Problem{
		Code:     problem.UnknownSetting,
		Severity: problem.Error,
		Place:    problem.Place{File: environment},
		Message:  "没有名为" + problem.Quote(name) + "的环境变量。",
		Advice:   advice,
	}
}

// unknownKey reports a key that the mapping s does not have.
func unknownKey(at problem.Place, key, label string, s shape) problem.Problem {
	where := ""
	if label != "" {
		where = "“" + label + "”里"
	}
	p := problem.Problem{
		Code:     problem.UnknownSetting,
		Severity: problem.Error,
		Place:    at,
		Message:  where + "没有名为" + problem.Quote(key) + "的设置。",
		Advice:   "请改正或删去这一行；这里可以写：" + strings.Join(s.names(), "、") + "。",
	}
	if key == "content" && label == "" {
		p.Advice = "请删去这一行；内容文件夹由命令行的 --content 或环境变量 " + prefix + "CONTENT 指定。"
		return p
	}
	if near, ok := similar(key, s.names()); ok {
		p.Advice = "是不是“" + near + "”？" + p.Advice
	} else if slices.Contains(schema().allNames(), key) {
		p.Advice = "“" + key + "”是别处的键，请核对这一行的缩进。" + p.Advice
	}
	return p
}

// similar returns the name that was probably meant; upper and lower case are no
// difference to people.
func similar(name string, known []string) (string, bool) {
	for _, k := range known {
		if strings.EqualFold(name, k) {
			return k, true
		}
	}
	return zh.SimilarTo(name, known)
}
