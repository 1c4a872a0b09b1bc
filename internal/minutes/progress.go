package minutes

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// readProgress reads how far an item is, and what was written beyond the state.
// Only a plain statement closes an item: 按序时推进 is on schedule, not done
// (DOMAIN §5), 已完成80% is not done, and neither is 已完成招标，正在施工.
func readProgress(s string) (record.Progress, string) {
	said := strings.Trim(zh.Join(s), "。.,;；、()")
	if zh.None(said) != zh.NotNone {
		return record.NoProgress, ""
	}
	p := progressOf(said)
	if isStateWord(said) {
		return p, ""
	}
	return p, strings.TrimSpace(s)
}

func progressOf(s string) record.Progress {
	switch {
	case containsAny(s, "未启动", "未开始", "未开展", "待启动", "未动工", "未实施"):
		return record.NotStarted
	case containsAny(s, "需加快", "加快推进", "滞后", "缓慢", "不力", "逾期", "超期", "未按期", "需督办"):
		return record.NeedsPush
	case containsAny(s, "正在", "按序时", "序时进度", "按计划", "按时序", "进行中", "推进", "办理中", "整改中", "长期坚持", "持续", "阶段性",
		"部分", "基本", "未完成", "未办结", "未销号", "尚未", "尚需", "还需", "待", "预计", "拟") || isPartial(s):
		return record.InHand
	case containsAny(s, "办结", "已完成", "完成整改", "整改完成", "全部完成", "销号", "已落实", "已整改") || s == "完成":
		return record.ClosedOut
	}
	return record.NoProgress
}

// isPartial reports whether s has a percentage other than 100%.
func isPartial(s string) bool {
	before, _, found := strings.Cut(s, "%")
	return found && !strings.HasSuffix(before, "100")
}

// isStateWord reports whether s is one of the words of a state and no more.
func isStateWord(s string) bool {
	switch s {
	case "已办结", "办结", "已完成", "完成", "已销号", "销号", "正在办理", "办理中", "正在推进", "推进中", "进行中", "需加快", "需加快推进",
		"滞后", "进展缓慢", "未启动", "尚未启动", "未开始":
		return true
	}
	return false
}
