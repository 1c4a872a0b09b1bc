package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"jianbao/internal/build"
	"jianbao/internal/problem"
	"jianbao/internal/publish"
)

func buildCommand(d desk) *cobra.Command {
	c := &cobra.Command{
		Use: "build [参数]", Short: "校对并生成网站",
		Long:    "校对 content 里的统计表和纪要，生成网站。有错误时列出每一处，原来的网站保持不变。",
		Example: "  jianbao build\n  jianbao build --content 2026年资料 --output 网站",
		Args:    wrongArguments,
	}
	textFlag(c, "content", "content", "内容文件夹（不写时是 content）")
	textFlag(c, "output", "public", "网站写到哪个文件夹（不写时是 public）")
	textFlag(c, "theme", "default", "主题（网页的外观）：default，或一个文件夹（不写时是 default）")
	c.RunE = func(c *cobra.Command, _ []string) error { return runBuild(d, c) }
	return c
}

func runBuild(d desk, c *cobra.Command) error {
	start := time.Now()
	content, err := openContent(d, c)
	if err != nil {
		return err
	}
	defer content.Close()
	progress := newProgress(d)
	result, err := build.Site(c.Context(), content.FS(), request(d, c, content, progress))
	progress.done()
	tellProblems(d, result, err)
	if err != nil {
		return err
	}
	faults, warnings := problem.Count(result.Problems)
	if faults > 0 {
		fmt.Fprintln(d.err, "有错误，没有生成网站；原来的网站没有改动。")
		return errProblems
	}
	fmt.Fprintf(d.out, "已生成 %d 页、%d 个图，%s，用时 %.2f 秒。请打开 %s\n",
		result.Pages, result.Figures, warningsText(warnings), time.Since(start).Seconds(), filepath.Join(result.Settings.Output, "index.html"))
	if !result.Live && result.Figures > 0 {
		fmt.Fprintln(d.out, "没有互动图（未构建 ECharts），图和数据齐全。")
	}
	for _, kept := range result.Report.Kept {
		if result.Prints[kept] {
			continue
		}
		fmt.Fprintf(d.err, "网站文件夹里的“%s”不是本程序写的，原样保留。\n", kept)
	}
	return nil
}

// request is what every command asks of the program.
func request(d desk, c *cobra.Command, content *os.Root, p progress) build.Request {
	return build.Request{
		Environ: d.environ, Flags: given(c), Progress: p.step,
		Apart: func(output string) error { return publish.Apart(output, content.Name()) },
	}
}

// tellProblems lists what was found, but to one who stopped the program.
func tellProblems(d desk, result build.Result, err error) {
	if len(result.Problems) > 0 && !errors.Is(err, context.Canceled) {
		fmt.Fprint(d.err, problem.Text(result.Problems))
	}
}

func warningsText(n int) string {
	if n == 0 {
		return "没有提醒"
	}
	return fmt.Sprintf("%d 个提醒", n)
}
