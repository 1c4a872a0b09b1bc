package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// role says what a column of a statistics table holds.
type role int

const (
	unknownRole  role = iota
	ignoredRole       // known and not needed: 序号, 备注, 填报人
	areaRole          // 乡镇, 地区
	countyRole        // 县区: the area where no township is named
	weakAreaRole      // 单位, 责任单位: the area where no better column is
	groupRole         // 类别: the area's group, or the sector where there is no other
	sectorRole        // 行业领域
	sourceRole        // 来源
	monthRole         // 月份
	measureRole       // a count
	rateRole          // a typed rate
	scoreRole         // 得分
	rankRole          // 名次
)

// field is a column's meaning.
type field struct {
	role      role
	measure   record.Measure   // of measureRole
	indicator record.Indicator // of rateRole
	scale     int64            // money in 万元 is multiplied by 10⁴ into 元; 1 for counts
	part      part             // of measureRole
}

// meaning is a field without its unit: what two columns must not both be.
type meaning struct {
	role      role
	measure   record.Measure
	indicator record.Indicator
	part      part
}

func (f field) meaning() meaning { return meaning{f.role, f.measure, f.indicator, f.part} }

// isOne reports whether a table may have one such column only: of two areas or
// two scores nobody can tell which one counts. Rates are judged each by itself,
// and the levels of listed supervision are added up.
func (f field) isOne() bool {
	switch f.role {
	case weakAreaRole, ignoredRole, rateRole:
		return false
	}
	return f.part != levelPart
}

// String is the canonical name of the field.
func (f field) String() string {
	switch f.role {
	case areaRole, countyRole:
		return "地区"
	case groupRole:
		return "类别"
	case sectorRole:
		return "行业领域"
	case sourceRole:
		return "来源"
	case monthRole:
		return "月份"
	case scoreRole:
		return "得分"
	case rankRole:
		return "名次"
	}
	return f.measure.String()
}

// Names seen for one thing (DOMAIN §4), without the unit in brackets. The
// canonical name stands first in each line.
const nameList = `
area      地区 乡镇 镇街 镇(街道) 街道 乡镇街道 乡镇(街道) 镇(街) 乡(镇、街道、场) 乡镇(街道、场) 镇街道 镇处 区域 属地 范围 乡镇名称 单位名称 地区名称
county    县区 县市区 县(市、区) 区县 县市
weakarea  填报单位 报送单位 上报单位 单位 责任单位
group     类别 组别 分组
sector    行业领域 行业 领域 重点行业领域 行业(领域) 工程类别 行业类别 重点领域 项目
source    来源 排查来源 隐患来源 检查类型
month     月份 月 期间 统计月份 报告期 所属月份
ignored   落实治理目标任务 落实治理经费物资 落实治理机构人员 落实治理时间要求 落实安全措施应急预案 序号 编号 备注 说明 填报人 审核人 负责人 联系电话 联系人 填报日期 填报时间 上报时间 计量单位 排名变化 较上月 上报单位数
score     得分 总分 综合得分 考核得分 分数 最终得分 最后得分
rank      名次 排名 位次 排序
found     隐患排查数 隐患数 排查隐患 排查隐患数 排查数 查出隐患 查出隐患数 自查隐患 发现隐患 发现隐患数 发现问题 问题隐患 报送隐患 隐患总数 排查出隐患 排查出隐患数 发现问题隐患 问题隐患数 发现数 隐患排查 排查 隐患数量 隐患排查数量 排查隐患数量 排查出的隐患数 查找隐患
rectified 隐患整改数 已整改 已整改数 已经整改数 其中:已整改 完成整改 完成整改数 整改完成 整改完成数 整改数 已整改销号 已整改销号数 销号 销号数 已办结 已整改隐患 整改隐患数 已整改隐患数 已销号数 已完成整改 已完成整改数 整改 隐患整改 已整改数量 整改数量 整改完成数量 已整治 已治理 已完成治理 已销号隐患
gfound    一般隐患排查数 一般隐患数 一般隐患 一般事故隐患 一般事故隐患数 一般隐患排查
grect     一般隐患整改数 一般隐患已整改数 一般隐患已整改 一般事故隐患整改数
mfound    重大隐患排查数 重大隐患数 重大隐患 重大事故隐患 重大事故隐患数 重大隐患排查 挂牌数
mrect     重大隐患整改数 重大隐患已整改数 重大隐患已整改 重大隐患销号数 重大事故隐患整改数 重大隐患已整改销号数
open      未整改数 未整改 尚未整改 正在整改 整治中 限期整改 未到整改期限
due       到期应整改数 到期应整改 应整改数 到期数
ontime    按期整改数 按期整改 按时整改数 按期完成数
overdue   逾期未整改数 逾期 逾期未整改 到期未整改 到期未整改数 未按期整改 逾期数
extended  延期数 延期 经批准延期数 延期整改数
planned   列入治理计划数 列入治理计划 列入治理计划的重大隐患
superv    挂牌督办数 挂牌督办 挂牌督办隐患数
level     省级 市级 县级 地市级 省级挂牌 市级挂牌 县级挂牌 省级挂牌督办 市级挂牌督办 县级挂牌督办
unitsdue  应排查单位数 应排查单位 应排查企业数 应检查单位数
units     排查单位数 实际排查单位 实际排查单位数 排查单位 排查企业数 检查单位数 排查数量 已排查单位数
funds     治理资金 累计落实治理资金 累计落实隐患治理资金 落实资金 落实治理资金 整改资金 治理资金投入 落实隐患治理资金
rate      整改率 整治率 完成率 治理率 办结率 处理率 销号率 隐患整改率 整改完成率
grate     一般隐患整改率 一般事故隐患整改率
mrate     重大隐患整改率 重大事故隐患整改率
ontrate   按期整改率 按时整改率 到期整改率
coverrate 覆盖率 排查覆盖率 检查覆盖率
`

// roles gives each word at the head of a line of nameList its meaning.
func roles() map[string]field {
	count := func(m record.Measure) field { return field{role: measureRole, measure: m, scale: 1} }
	rate := func(i record.Indicator) field { return field{role: rateRole, indicator: i} }
	return map[string]field{
		"area": {role: areaRole}, "county": {role: countyRole}, "weakarea": {role: weakAreaRole}, "group": {role: groupRole},
		"sector": {role: sectorRole}, "source": {role: sourceRole}, "month": {role: monthRole},
		"ignored": {role: ignoredRole}, "score": {role: scoreRole}, "rank": {role: rankRole},
		"found": count(record.Found), "rectified": count(record.Rectified),
		"gfound": count(record.GeneralFound), "grect": count(record.GeneralRectified),
		"mfound": count(record.MajorFound), "mrect": count(record.MajorRectified),
		"open": count(record.Open), "due": count(record.Due), "ontime": count(record.OnTime),
		"overdue": count(record.Overdue), "extended": count(record.Extended),
		"planned": count(record.Planned), "superv": count(record.Supervised),
		"level":    {role: measureRole, measure: record.Supervised, scale: 1, part: levelPart},
		"unitsdue": count(record.UnitsDue), "units": count(record.UnitsInspected),
		"funds": {role: measureRole, measure: record.Funds, scale: 10000},
		"rate":  rate(record.Rectification), "grate": rate(record.General), "mrate": rate(record.Major),
		"ontrate": rate(record.OnTimeRate), "coverrate": rate(record.Coverage),
	}
}

// Names knows the column names of statistics tables.
type Names struct {
	fields map[string]field
	list   []string // every name, the canonical ones before their synonyms
}

// NewNames returns the names of DOMAIN §4.
func NewNames() Names {
	roles := roles()
	names := Names{fields: map[string]field{}}
	for line := range strings.Lines(nameList) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		for _, name := range words[1:] {
			names.fields[name] = roles[words[0]]
			names.list = append(names.list, name)
		}
	}
	return names
}

// Known reports whether a column of this name means something, for finding the
// header of a table.
func (n Names) Known(name string) bool {
	f, _ := n.lookup(name)
	return f.role != unknownRole
}

// lookup finds a name with or without the unit behind it: 整改率(%), 隐患数（项）.
func (n Names) lookup(name string) (f field, unit string) {
	name = foldName(name)
	if f, ok := n.fields[name]; ok {
		return f, ""
	}
	bare, unit := cutUnit(name)
	f, ok := n.fields[bare]
	if !ok {
		f, ok = n.fields[strings.TrimPrefix(strings.TrimPrefix(bare, "其中"), ":")]
	}
	if !ok && (strings.Contains(bare, "五到位") || strings.Contains(bare, "五落实")) {
		return field{role: ignoredRole}, unit // a count of plans, however the five are quoted
	}
	if !ok {
		return field{}, unit
	}
	if f.role == measureRole && f.measure == record.Funds {
		f.scale, _ = moneyScale(unit)
	}
	return f, unit
}

// nearest returns the known name that a column's name is probably a slip of, among
// those whose meaning no column has yet, or "".
func (n Names) nearest(name string, taken map[meaning]int) string {
	var free []string
	for _, known := range n.list {
		f := n.fields[known]
		if _, is := taken[f.meaning()]; !is && f.role != ignoredRole && f.role != weakAreaRole {
			free = append(free, known)
		}
	}
	bare, _ := cutUnit(foldName(name))
	near, _ := zh.SimilarTo(bare, free)
	return near
}

// foldName makes names comparable: half-width, no spaces.
func foldName(name string) string {
	return strings.ReplaceAll(zh.Fold(name), " ", "")
}

// cutUnit takes a bracketed unit off the end: 整改率(%) gives 整改率 and %.
func cutUnit(name string) (bare, unit string) {
	if i := strings.LastIndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
		return name[:i], name[i+1 : len(name)-1]
	}
	return name, ""
}
