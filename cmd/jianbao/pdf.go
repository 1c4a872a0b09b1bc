package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"jianbao/internal/briefing"
	"jianbao/internal/build"
	"jianbao/internal/chromium"
	"jianbao/internal/handout"
	"jianbao/internal/problem"
	"jianbao/internal/publish"
)

func pdfCommand(d desk) *cobra.Command {
	c := &cobra.Command{
		Use: "pdf [会议…] [参数]", Short: "生成网站，并把会议材料打印成 PDF",
		Long: "把会议材料按公文格式打印成 PDF，放在网站的 handouts 文件夹里，会议页上有链接。\n" +
			"不写会议时打印最近一次会议的全部材料；会议可以写日期（2026-10-22）或期号（第10期），年份（2026）是全年汇编。\n" +
			"需要电脑上有 Chromium、Chrome 或 Edge 浏览器。没有浏览器时，可以在网页里打开打印件，按 Ctrl+P 打印。",
		Example: "  jianbao pdf\n  jianbao pdf 2026-10-22 --kind 简报 --copies 60\n  jianbao pdf --all",
	}
	textFlag(c, "content", "content", "内容文件夹（不写时是 content）")
	textFlag(c, "output", "public", "网站写到哪个文件夹（不写时是 public）")
	textFlag(c, "theme", "default", "主题（网页的外观）：default，或一个文件夹（不写时是 default）")
	textFlag(c, "browser", "", "用哪个浏览器打印，写程序的位置（不写时自动寻找）")
	textFlag(c, "kind", "", "打印哪几种：简报、纪要、一页纸、督办单、汇编，用逗号隔开（不写时都打印）")
	textFlag(c, "print-watermark", "", "每页的水印，例如 内部资料")
	c.Flags().Bool("all", false, "打印所有会议和年份的材料")
	textFlag(c, "sheets", "", "另外排一份：2up 一张A4印两页，booklet 小册子，duplex 补成双数页，numbered 每份编份号（要写 --copies）")
	textFlag(c, "copies", "", "印几份，用来算要多少张纸")
	c.RunE = func(c *cobra.Command, args []string) error { return runPDF(d, c, args) }
	return c
}

func runPDF(d desk, c *cobra.Command, args []string) error {
	kinds, err := kindsOf(c.Flag("kind").Value.String())
	if err != nil {
		return err
	}
	binding, err := bindingOf(c.Flag("sheets").Value.String())
	if err != nil {
		return err
	}
	copies, err := copiesOf(c.Flag("copies").Value.String())
	if err != nil {
		return err
	}
	all, _ := c.Flags().GetBool("all")
	if binding == handout.Numbered && (copies == 0 || copies > mostNumbered) {
		return usageError{fmt.Sprintf("编份号要用 --copies 写明印几份，最多 %d 份。", mostNumbered)}
	}
	content, err := openContent(d, c)
	if err != nil {
		return err
	}
	defer content.Close()
	progress := newProgress(d)
	result, err := build.Print(c.Context(), content.FS(), request(d, c, content, progress), build.Selection{All: all, Of: args, Kinds: kinds, Binding: binding, Copies: copies})
	progress.done()
	tellProblems(d, result, err)
	if errors, _ := problem.Count(result.Problems); errors > 0 {
		fmt.Fprintln(d.err, "有错误，没有打印；原来的网站和 PDF 没有改动。")
		return errProblems
	}
	if err != nil {
		return printFault(err)
	}
	fmt.Fprintf(d.out, "已打印 %d 份材料，放在 %s\n", len(result.Printed), filepath.Join(result.Settings.Output, "handouts"))
	for _, p := range result.Printed {
		fmt.Fprintln(d.out, "  "+sheetsText(p, binding, copies))
	}
	facesText(d.err, result.Printed)
	return nil
}

// copiesOf reads --copies; 0 where it is not written.
func copiesOf(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, usageError{fmt.Sprintf("--copies 是份数，应当是大于 0 的整数，写的是“%s”。", text)}
	}
	return n, nil
}

// kindsOf reads the kinds that --kind names.
func kindsOf(list string) (kinds []briefing.HandoutKind, err error) {
	words := strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",，、 ", r) })
	for _, word := range words {
		var names []string
		found := false
		for _, k := range briefing.HandoutKinds() {
			names = append(names, k.Name())
			if k.Name() == word {
				kinds, found = append(kinds, k), true
			}
		}
		if !found {
			return nil, usageError{fmt.Sprintf("--kind 里没有“%s”这一种；可以写的有：%s。", word, strings.Join(names, "、"))}
		}
	}
	return kinds, nil
}

// printFault says what to do about what went wrong with the browser.
func printFault(err error) error {
	var none *build.NoBrowser
	var paper *build.NoSuchPaper
	switch {
	case errors.As(err, &paper):
		return usageError{paper.Error()}
	case errors.As(err, &none):
		return fmt.Errorf("%w\n提示：请安装 Chromium、Chrome 或 Edge，或在设置里用 browser 写明浏览器的位置；也可以用任何浏览器打开会议页的打印件，按 Ctrl+P 打印。", err)
	case errors.Is(err, chromium.ErrNoSandbox):
		return fmt.Errorf("浏览器不能在隔离的环境（沙箱）里运行，没有打印；原来的 PDF 没有改动。\n提示：请换一个普通用户运行，不要用管理员（root）；确实需要时，在设置里写 no_sandbox: true")
	case errors.Is(err, chromium.ErrEnded):
		return fmt.Errorf("浏览器中途退出了，没有打印；原来的 PDF 没有改动。\n提示：请再运行一次；还是这样时，请关闭别的程序，或换一个浏览器（设置里的 browser）。")
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("浏览器太久没有回应，没有打印；原来的 PDF 没有改动（%w）。\n提示：请关闭别的程序后再运行一次。", err)
	case errors.Is(err, context.Canceled), errors.As(err, new(*publish.Error)):
		return err
	}
	said := strings.Join(strings.Fields(err.Error()), " ") // some programs end with empty lines
	return fmt.Errorf("没有打印成；原来的 PDF 没有改动（%s）。\n提示：请核对设置里的 browser 写的是不是 Chromium、Chrome 或 Edge 的程序；也可以用任何浏览器打开会议页的打印件，按 Ctrl+P 打印。", strings.TrimSuffix(said, ":"))
}

// mostNumbered is how many copies are numbered in one file.
const mostNumbered = 1000

// bindingOf reads what --sheets names.
func bindingOf(word string) (handout.Binding, error) {
	switch word {
	case "":
		return handout.Plain, nil
	case "2up":
		return handout.TwoUp, nil
	case "booklet":
		return handout.Booklet, nil
	case "duplex":
		return handout.Duplex, nil
	case "numbered":
		return handout.Numbered, nil
	}
	return 0, usageError{fmt.Sprintf("--sheets 不能写“%s”；可以写的有：2up、booklet、duplex、numbered。", word)}
}

// sheetsText says how much paper a print takes: 共 11 页，双面 6 张/份，60 份需 360 张。
func sheetsText(p handout.Print, binding handout.Binding, copies int) string {
	name := strings.TrimSuffix(path.Base(p.Page), ".html") + binding.Suffix() + ".pdf"
	sheets := (p.Pages + 1) / 2 // printed on both sides
	if binding == handout.TwoUp || binding == handout.Booklet {
		sheets = (p.Pages + 3) / 4
	}
	text := fmt.Sprintf("%s　共 %d 页，双面 %d 张/份", name, p.Pages, sheets)
	if copies > 0 {
		text += fmt.Sprintf("，%d 份需 %d 张", copies, copies*sheets)
	}
	return text
}

// facesText warns of faces that were replaced and of characters that were lost.
func facesText(w io.Writer, prints []handout.Print) {
	var faces []string
	fang, title := true, true
	missing := ""
	for _, p := range prints {
		fang, title = fang && p.HasFangSong(), title && p.HasTitleFace()
		for _, face := range p.Faces {
			if !strings.Contains("、"+strings.Join(faces, "、")+"、", "、"+face+"、") {
				faces = append(faces, face)
			}
		}
		for _, r := range p.Missing {
			if !strings.ContainsRune(missing, r) {
				missing += string(r)
			}
		}
	}
	fmt.Fprintf(w, "用到的字体：%s。\n", strings.Join(faces, "、"))
	if !fang {
		fmt.Fprintln(w, "提醒：这台电脑没有仿宋，正文用了别的字体代替。")
	}
	if !title {
		fmt.Fprintln(w, "提醒：这台电脑没有小标宋，标题用了别的字体代替。")
	}
	if missing != "" {
		fmt.Fprintf(w, "提醒：这些字在所有字体里都没有，印出来是空白或方框：%s。请安装字较全的字体后重新打印。\n", missing)
	}
}
