package county

import (
	"fmt"
	"strings"
)

// settings writes jianbao.yaml, with comments for the secretary.
func settings(c county) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, settingsHead, c.title, c.name, c.name, c.demo)
	b.WriteString("\n# 各乡镇（街道、场、区），按规定的排列次序。以后新增、改名，只改这里。\n" +
		"#   name     规范名称，网页上处处用它\n" +
		"#   id       网页文件名，用拼音；不写则自动取拼音。定下后不要再改，否则旧链接会失效\n" +
		"#   group    分组\n" +
		"#   aliases  报表里可能出现的其他叫法；“××人民政府”“××办事处”不用写，会自动识别\n" +
		"areas:\n")
	for _, a := range c.areas {
		entry(&b, a.Name, a.ID, a.Group, a.Aliases)
	}
	b.WriteString("\n# 重点行业领域，写法同上。\nsectors:\n")
	for _, s := range c.sectors {
		entry(&b, s.Name, s.ID, "", s.Aliases)
	}
	b.WriteString(settingsTail)
	return []byte(b.String())
}

func entry(b *strings.Builder, name, id, group string, aliases []string) {
	fmt.Fprintf(b, "  - {name: %s, id: %s", name, id)
	if group != "" {
		fmt.Fprintf(b, ", group: %s", group)
	}
	if len(aliases) > 0 {
		fmt.Fprintf(b, ", aliases: [%s]", strings.Join(aliases, ", "))
	}
	b.WriteString("}\n")
}

const settingsHead = `# 简报的设置。“#”后面是说明，不起作用。
# 改完保存，运行“jianbao check”，写错的地方会指出在第几行。

# 刊头
title: %s
office: %s安全生产委员会办公室
county: %s
whole: 全县            # 合计叫什么：全县、全市、全区

# 演示数据：每一页都会标明“演示数据”。换成本县数据后改为 false，或删去这一行。
demo: %v

# 报表的口径：monthly 当月数，cumulative 1至本月累计数。两种不能混用。
basis: monthly

# 整改率保留几位小数：0、1 或 2。
decimals: 1

# 重大隐患“一患一档”里写不写整改责任人、复查人的姓名：show 写，hide 不写。
# 电话号码、身份证号总是遮住。
privacy:
  person: show

# 工作目标，图上画成一条线。不设目标就删去那一行。
targets:
  rectification: "95%%"  # 隐患整改率
  major: "90%%"          # 重大隐患整改率
  on_time: "95%%"        # 按期整改率
`

const settingsTail = `
# 排名
ranking:
  by: rectification     # 按什么排：rectification 整改率，major 重大隐患整改率，on_time 按期整改率
  grouped: false        # true 则乡镇、街道、场区各排各的
  small_base:           # 隐患太少的怎么办：只有1项、改了1项，不比98项改了97项更好
    below: 5            #   少于几项算太少
    method: note        #   note 照常排名并注明，wilson 全部改按统计上的下限排
  veto: last            # 一票否决：last 排在最后，outside 不参加排名

# 打印件
print:
  color: true           # 打印机不是彩色的写 false
  # watermark: 内部资料   # 每页的水印，不要就不写
  copy_to: [县委办公室, 县政府办公室, 县安委会各成员单位]  # 分送
  # sections: [总体情况, 图示, 排名, 逾期, 议定事项]       # 简报印哪几部分，不写就都印
`
