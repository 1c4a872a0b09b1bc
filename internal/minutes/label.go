package minutes

import (
	"strings"
	"unicode/utf8"
)

// labelKind is what a label, or the head of a column, announces.
type labelKind int

const (
	noLabel labelKind = iota
	numberLabel
	taskLabel
	ownerLabel
	helperLabel
	deadlineLabel
	progressLabel
	extendedLabel
	doneLabel
	noteLabel
	otherLabel // known, and not kept: 责任人, 责任领导
)

// labelOf returns what a name means, as a column's head and before a colon. 完成
// 时间 is the day by which or on which; its reader decides.
func labelOf(name string) labelKind {
	switch name {
	case "序号", "编号", "号":
		return numberLabel
	case "议定事项", "决定事项", "交办事项", "事项", "工作事项", "任务", "工作任务", "重点任务", "主要任务", "任务内容", "工作内容", "主要内容",
		"内容", "重点工作", "工作要求", "具体任务", "具体事项", "工作措施", "议题":
		return taskLabel
	case "责任单位", "牵头单位", "牵头", "牵头部门", "责任部门", "主办单位", "主责单位", "承办单位", "落实单位", "牵头责任单位", "责任主体":
		return ownerLabel
	case "配合单位", "配合", "配合部门", "协办单位", "协同单位", "参与单位", "配合责任单位":
		return helperLabel
	case "完成时限", "时限", "整改期限", "整改时限", "截止日期", "截止时间", "办结时限", "完成期限", "期限", "办理时限", "时限要求", "完成时间":
		return deadlineLabel
	case "进展", "进展情况", "办理情况", "完成情况", "落实情况", "工作进展", "办理进展", "状态", "目前进展", "推进情况":
		return progressLabel
	case "延期至", "延期到", "延期":
		return extendedLabel
	case "办结时间", "办结日期", "实际完成时间", "实际完成", "完成日期", "销号时间", "销号日期":
		return doneLabel
	case "备注", "说明":
		return noteLabel
	case "责任人", "责任领导", "牵头领导", "联系人", "分管领导", "挂钩领导":
		return otherLabel
	}
	return noLabel
}

// longestLabel is the number of characters of the longest name.
const longestLabel = 6

// labelled is one label in running text with what stands behind its colon.
type labelled struct {
	kind  labelKind
	name  string
	start int // of the label, bytes
	value string
}

// cutLabels finds 责任单位：…；完成时限：… and returns the text before the first one.
func cutLabels(s string) (rest string, found []labelled) {
	var from int // where the last value begins
	for i, r := range s {
		if r != ':' && r != '：' {
			continue
		}
		l, ok := labelBefore(s, i)
		if !ok {
			continue
		}
		if n := len(found); n > 0 {
			found[n-1].value = trimValue(s[from:l.start])
		}
		found, from = append(found, l), i+utf8.RuneLen(r)
	}
	if len(found) == 0 {
		return s, nil
	}
	found[len(found)-1].value = trimValue(s[from:])
	return s[:found[0].start], found
}

// labelBefore returns the longest name that ends before the colon at offset.
// An item's own text never follows a label (内容：), so tasks are none.
func labelBefore(s string, offset int) (labelled, bool) {
	end := len(strings.TrimRight(s[:offset], " \u3000"))
	best := labelled{}
	start := end
	for range longestLabel {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		start -= size
		if kind := labelOf(s[start:end]); kind > taskLabel {
			best = labelled{kind: kind, name: s[start:end], start: start}
		}
	}
	return best, best.kind != noLabel
}

// trimValue takes off what divides one label from the next.
func trimValue(s string) string { return strings.Trim(s, " \t\n\u3000；;，,。.、|") }

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
