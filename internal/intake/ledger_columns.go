package intake

import (
	"strings"

	"jianbao/internal/table"
)

// ledgerNames are the names of the columns of ledgers; the first of each line
// is the canonical one. A field with a ? gives way to the one without. What is
// ignored is never kept: telephones, addresses and who inspected are nobody's
// business on a site.
const ledgerNames = `
number      编号 隐患编号 台账编号 档案编号 督办编号
area        地区 乡镇 镇街 镇(街道) 街道 乡镇街道 乡镇(街道) 镇(街) 乡(镇、街道、场) 属地 区域 所在乡镇 属地乡镇 所属乡镇 所在地区 县区
area?       填报单位 报送单位
sector      行业领域 行业 领域 重点行业领域 所属行业 行业类别 行业(领域)
source      来源 隐患来源 排查来源 检查类型 检查方式
grade       隐患等级 等级 隐患级别
grade?      隐患类型 隐患类别 类别
enterprise  企业名称 单位(企业) 企业 企业(单位) 受检单位 被检查单位 被检单位 单位名称 隐患单位 生产经营单位 存在隐患单位
enterprise? 单位
where       隐患部位 部位 隐患位置 隐患所在部位
description 隐患描述 隐患内容 隐患情况 存在问题 存在隐患 问题隐患 主要隐患 隐患名称 发现问题 问题描述 检查发现的问题
found       检查时间 检查日期 排查时间 排查日期 发现日期 发现时间
inspector   检查单位 检查部门 排查单位
assigned    交办时间 交办日期 下达时间 下发时间
measures    整改要求(措施) 整改措施 整改要求 治理措施 整改要求及措施 治理方案
deadline    整改期限 整改时限 完成时限 截止日期 治理时限 整改截止日期 要求完成时间
extended    延期至 延期 延期情况 延期时间 延期期限 批准延期至
owner       整改责任单位 责任单位 治理责任单位
person      整改责任人 责任人 治理责任人
funds       整改资金 治理资金 落实资金 资金 资金投入 整改投入资金
plan        应急预案 预案 预案落实 预案落实情况
done        整改完成日期 完成时间 完成日期 实际完成 实际完成时间 整改完成时间 整改日期
state       整改情况 整改状态 状态 是否整改 是否完成整改 进展
checkedon   复查时间 复查日期 验收时间 验收日期
checkedby   复查人 复查人员 复查单位 验收人 验收单位
closed      销号情况 是否销号 销号
closedon    销号时间 销号日期
level       挂牌督办 挂牌督办级别 挂牌级别 督办级别 挂牌层级 督办层级 是否挂牌督办 挂牌情况
issued      挂牌时间 挂牌日期 督办时间 督办日期 挂牌督办时间
listeddue   督办期限 挂牌督办期限 挂牌期限 督办时限
delisted    摘牌时间 摘牌日期 解除挂牌 解除挂牌时间 解除督办时间
ignored     序号 现状 备注 说明 检查人 检查人员 联系电话 电话 责任人电话 联系人 地址 企业地址 详细地址 单位地址 身份证号 身份证号码 填报人 审核人 照片 整改前照片 整改后照片 检查依据 依据 月份
`

// LedgerColumns knows the names of the columns of ledgers, for finding the header.
type LedgerColumns struct{ fields map[string]string }

// NewLedgerColumns returns the names of ledgers.
func NewLedgerColumns() LedgerColumns {
	names := LedgerColumns{map[string]string{}}
	for line := range strings.Lines(ledgerNames) {
		if words := strings.Fields(line); len(words) > 0 {
			for _, name := range words[1:] {
				names.fields[name] = words[0]
			}
		}
	}
	return names
}

// Known reports whether a column of this name means something.
func (n LedgerColumns) Known(name string) bool { field, _ := n.lookup(name); return field != "" }

func (n LedgerColumns) lookup(name string) (field, unit string) {
	name = foldName(name)
	if f, ok := n.fields[name]; ok {
		return f, ""
	}
	bare, unit := cutUnit(name)
	return n.fields[bare], unit
}

// ledgerTable is a table with the column of each field.
type ledgerTable struct {
	*table.Table
	at    map[string]int
	scale int64  // how many 元 one of the funds is
	year  int    // of days without one; 0 when nothing says
	area  string // whose ledger it is, where no column says: 填报单位, or the file's name
	major bool   // 重大隐患台账: what has no grade is major
}

// columnsOf gives every column of t its field, and reports those of unknown meaning.
func (r *ledgerReader) columnsOf(t *table.Table) *ledgerTable {
	l := &ledgerTable{Table: t, at: map[string]int{}, scale: inWan, year: yearIn(t.Place.File), major: isMajorLedger(t)}
	weak := map[string]int{}
	for c := range t.Columns {
		field, unit := r.names.lookup(t.Columns[c].Name)
		if field == "" && strings.TrimSpace(t.Columns[c].Name) != "" {
			r.report(unknownLedgerColumn(t, c))
		}
		if bare, isWeak := strings.CutSuffix(field, "?"); isWeak {
			weak[bare] = c
			continue
		}
		if _, twice := l.at[field]; field == "" || twice {
			continue
		}
		l.at[field] = c
		if field == "funds" {
			l.scale, _ = moneyScale(unit)
		}
	}
	for field, c := range weak {
		if _, better := l.at[field]; !better {
			l.at[field] = c
		}
	}
	if _, ok := l.at["area"]; !ok {
		l.area = r.ownerOf(t)
	}
	return l
}

// isMajorLedger reports whether a ledger is one of major hazards by its file's
// name, its sheet's or its title.
func isMajorLedger(t *table.Table) bool {
	for _, title := range t.Titles {
		if strings.Contains(title.Text, "重大") {
			return true
		}
	}
	return strings.Contains(t.Place.File, "重大") || strings.Contains(t.Place.Sheet, "重大")
}

// ownerOf is the area that a whole ledger is of: its 填报单位, or the file's name
// (hazards/青石镇.xlsx) where that is an area's; else "".
func (r *ledgerReader) ownerOf(t *table.Table) string {
	name := t.Place.File[strings.LastIndexByte(t.Place.File, '/')+1:]
	name = strings.Trim(name[:max(strings.LastIndexByte(name, '.'), 0)], "-_ 0123456789年月")
	unit, _ := fillingUnit(t)
	for _, own := range [...]string{unit, strings.NewReplacer("重大", "", "隐患", "", "排查", "", "治理", "", "台账", "").Replace(name)} {
		if _, ok := r.areas.known(own); ok && own != "" {
			return own
		}
	}
	return ""
}
