package county

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/table"
)

// ledgerFiles are the demonstration's ledgers: what the county's departments
// found from August to October, with the major hazards since April, and the
// whole October of 桥头乡 in the official form. Each major hazard is one of its
// month's table, and none is open here that was rectified there.
func (c county) ledgerFiles() map[string][]byte {
	rows := c.majorRows()
	for m := -2; m <= 0; m++ {
		rows = append(rows, c.generalRows(c.first.Add(c.months-1+m))...)
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[1], b[1]) })
	for i, row := range rows {
		if row[0] == "" {
			row[0] = fmt.Sprintf("YX-2026-%04d", i+1)
		}
	}
	var b bytes.Buffer
	if err := table.WriteCSV(&b, ledgerHeader(), rows); err != nil {
		panic(fmt.Sprintf("county: %v", err)) // a buffer takes everything
	}
	comment := bom + "# " + c.name + "2026年隐患排查治理台账（" + notReal + "）\r\n"
	return map[string][]byte{
		"hazards/2026.csv":         append([]byte(comment), bytes.TrimPrefix(b.Bytes(), []byte(bom))...),
		"hazards/2026-10-桥头乡.xlsx": townshipLedger(),
	}
}

func ledgerHeader() []string {
	return []string{
		"编号", "检查时间", "检查单位", "乡镇", "行业领域", "单位(企业)", "隐患部位", "隐患描述", "隐患等级", "隐患来源", "整改要求(措施)",
		"交办时间", "整改期限", "延期至", "整改责任单位", "整改责任人", "整改资金(万元)", "应急预案", "整改完成日期", "复查时间", "复查人", "销号时间",
		"挂牌督办", "挂牌时间", "督办期限", "摘牌时间",
	}
}

// majorRows are the major hazards. Among those under supervision one is past its
// deadline, one extended, one delisted, one accepted and one not yet due; 大堰镇
// has not said where the money comes from, nor written a plan.
func (c county) majorRows() (rows [][]string) {
	for line := range strings.Lines(string(text("hazards.txt"))) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		c.area(cells[3]) // panics when it is none
		if want := len(ledgerHeader()); len(cells) != want {
			panic(fmt.Sprintf("county: hazards.txt: %d cells in %s, want %d", len(cells), cells[0], want))
		}
		rows = append(rows, cells)
	}
	return rows
}

// generalRows are three general hazards of each township and month. One is
// open, late or extended only where the month's table has such a one.
func (c county) generalRows(month record.Period) (rows [][]string) {
	table := c.rows(month)
	latest := c.first.Add(c.months - 1)
	if month == latest {
		table = c.october(table)
	}
	for a, area := range c.areas {
		if area.size < 10 || area.Name == "桥头乡" && month == latest {
			continue // 红旗农场 has nothing to find; 桥头乡 has a ledger of its own
		}
		own := slices.Clone(of(table, a))
		slices.SortStableFunc(own, func(x, y line) int { return y.counts.openGeneral() - x.counts.openGeneral() })
		written := 0
		for _, row := range own {
			if row.counts.general < 2 || written == 3 {
				continue
			}
			open := written == 0 && row.counts.openGeneral() > 0 && latest.Add(-1).Compare(month) <= 0
			rows = append(rows, c.generalRow(row, month, open))
			written++
		}
	}
	return rows
}

func (c counts) openGeneral() int { return c.general - c.generalOK }

func (c county) generalRow(row line, month record.Period, open bool) []string {
	d := newDice(c.seed, row.area+1, row.sector+1, -month.Month())
	area := c.areas[row.area]
	kind := generalHazards()[row.sector]
	what := kind.hazards[d.roll(len(kind.hazards))]
	short := area.Aliases[0]
	foundDay := 3 + d.roll(22)
	found := date(month, foundDay)
	next := month.Add(1)
	cells := map[string]string{
		"检查时间": found, "检查单位": kind.department, "乡镇": area.Name, "行业领域": c.sectors[row.sector].Name,
		"单位(企业)": short + kind.enterprises[d.roll(len(kind.enterprises))], "隐患部位": what[0], "隐患描述": what[1], "隐患等级": "一般",
		"隐患来源": []string{"部门检查", "企业自查", "政府督查"}[d.roll(3)], "整改要求(措施)": what[2], "交办时间": found,
		"整改期限": date(next, min(foundDay, 20)), "整改责任人": kind.person,
	}
	cells["整改责任单位"] = cells["单位(企业)"]
	switch done := date(month, min(foundDay+2+d.roll(4), 28)); {
	case !open:
		cells["整改完成日期"], cells["复查时间"], cells["销号时间"] = done, done, done
		cells["复查人"] = "乡镇（街道）安监员"
	case row.counts.overdue() > 0:
		cells["整改期限"] = date(next, 1+d.roll(5))
	case row.counts.extended > 0:
		cells["整改期限"], cells["延期至"] = date(next, 2), date(next, 28)
	default:
		cells["整改期限"] = date(c.first.Add(c.months), 15+d.roll(12))
	}
	out := make([]string, len(ledgerHeader()))
	for i, name := range ledgerHeader() {
		out[i] = cells[name]
	}
	return out
}

func date(month record.Period, day int) string { return fmt.Sprintf("%s-%02d", month, day) }

// townshipLedger is a workbook in the official form, of everything that 桥头乡
// found in October.
func townshipLedger() []byte {
	header := make([]string, 18)
	header[0] = "桥头乡2026年10月隐患排查治理台账（演示数据）"
	body := [][]string{
		{"填报单位：桥头乡人民政府"},
		{"序号", "检查时间", "检查单位", "检查人", "单位(企业)", "隐患部位", "隐患描述", "隐患类型", "隐患等级", "整改要求(措施)", "整改期限",
			"整改责任单位", "整改责任人", "整改资金", "应急预案", "整改完成日期", "复查人", "销号情况"},
		{"", "10月12日", "桥头乡人民政府", "乡安监员", "桥头乡村客运站", "候车厅", "灭火器压力不足", "道路交通", "一般", "更换灭火器", "立即整改",
			"桥头乡村客运站", "站长", "0.06", "/", "10月12日", "乡安监员", "已销号"},
		{"", "10月13日", "桥头乡人民政府", "乡安监员", "桥头敬老院", "二楼疏散通道", "疏散通道堆放杂物", "消防安全", "一般", "清理杂物，张贴禁止堆放标识", "立即整改",
			"桥头敬老院", "院长", "无", "/", "10月13日", "乡安监员", "已销号"},
		{"", "10月13日", "桥头乡人民政府", "乡安监员", "桥头农贸市场", "南侧配电箱", "配电箱未上锁，线路私拉乱接", "消防安全", "一般", "规范敷设线路，配电箱加锁", "10月20日",
			"桥头农贸市场", "市场管理员", "0.3", "/", "10月18日", "乡安监员", "已销号"},
		{"", "10月15日", "桥头乡人民政府", "乡安监员", "桥头渡口管理所", "1号渡船", "渡船救生衣数量不足，舵机传动部件磨损超限，仍在载客", "农机渔业", "重大", "停航检修，更换舵机部件，按核定载客数配足救生衣", "10月30日",
			"桥头渡口管理所", "所长", "4.8", "渡口停航和群众绕行方案", "10月27日", "乡长", "已销号"},
	}
	for i, row := range body[2:] {
		row[0] = strconv.Itoa(i + 1)
	}
	values := make([][]table.Value, len(body))
	for i, row := range body {
		for _, cell := range row {
			values[i] = append(values[i], value(cell))
		}
	}
	var b bytes.Buffer
	if err := new(table.XLSX).Write(&b, "台账", header, values); err != nil {
		panic(fmt.Sprintf("county: %v", err))
	}
	return b.Bytes()
}

// kindOfHazard is what a sector's general hazards are made of: invented
// enterprises, positions in place of names, and where, what and the measure.
type kindOfHazard struct {
	department, person string
	enterprises        []string
	hazards            [][3]string
}

// generalHazards are by sector, in the order of sectors.
func generalHazards() []kindOfHazard {
	return []kindOfHazard{
		{"县交通运输局", "安全科长", []string{"汽运公司", "货运站", "客运班线公司"}, [][3]string{
			{"货车停车场", "3台货车轮胎花纹深度不足", "更换轮胎，复检后上路"}, {"监控室", "动态监控平台报警未及时处置", "补齐处置记录，落实专人值守"}, {"进村公路弯道", "警示标志被树枝遮挡", "修剪树枝，补设标志"}}},
		{"县住建局", "项目经理", []string{"安置房项目部", "中学扩建项目部", "厂房项目部"}, [][3]string{
			{"3号楼临边", "楼层临边防护栏杆缺失", "补装定型化防护栏杆"}, {"塔吊", "塔吊限位器失灵", "停用检修，检测合格后使用"}, {"配电房", "三级配电箱无漏电保护", "更换漏电保护器"}}},
		{"县应急局", "安全员", []string{"化工经营部", "加油站", "油漆商行"}, [][3]string{
			{"储存间", "可燃气体报警器未定期检定", "送检并建立台账"}, {"卸油口", "静电接地夹锈蚀", "更换接地夹"}, {"仓库", "危险化学品未分区存放", "分区分库存放，张贴安全标签"}}},
		{"县应急局", "矿长", []string{"采石场", "砂石厂", "石料加工厂"}, [][3]string{
			{"破碎车间", "皮带运输机未设拉绳开关", "加装拉绳开关"}, {"作业平台", "边坡浮石未及时清理", "清理浮石，设置警戒"}, {"运输道路", "矿区道路一侧未设挡墙", "补修车挡和挡墙"}}},
		{"县消防救援大队", "店长", []string{"商贸城", "宾馆", "网吧", "幼儿园"}, [][3]string{
			{"二层走道", "疏散指示标志损坏", "更换疏散指示标志"}, {"安全出口", "安全出口上锁", "立即打开，营业期间不得上锁"}, {"厨房", "排油烟管道长期未清洗", "清洗并签订定期清洗合同"}}},
		{"县住建局", "站长", []string{"燃气站", "餐饮店", "瓶装气供应点"}, [][3]string{
			{"厨房", "连接软管老化，未装熄火保护装置", "更换金属波纹管和灶具"}, {"瓶库", "气瓶超期未检", "停用送检"}, {"调压箱", "调压箱周边堆放杂物", "清理杂物，设置围栏"}}},
		{"县应急局", "车间主任", []string{"机械厂", "家具厂", "食品厂"}, [][3]string{
			{"冲压车间", "冲床光电保护装置未投用", "恢复并每班点检"}, {"喷涂房", "粉尘清扫记录缺失", "建立清扫制度并记录"}, {"锅炉房", "安全阀未按期校验", "停用并送校"}}},
		{"县农业农村局", "合作社负责人", []string{"农机合作社", "渔业合作社", "水产养殖场"}, [][3]string{
			{"机库", "拖拉机未安装反光标识", "粘贴反光标识"}, {"渔船码头", "渔船消防器材过期", "更换消防器材"}, {"机耕道", "收割机驾驶员未随车携带证件", "批评教育，补办手续"}}},
	}
}
