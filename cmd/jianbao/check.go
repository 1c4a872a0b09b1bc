package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"jianbao/internal/build"
	"jianbao/internal/problem"
)

func checkCommand(d desk) *cobra.Command {
	c := &cobra.Command{
		Use: "check [参数]", Short: "只校对，不生成网站",
		Long:    "校对 content 里的统计表和纪要，列出每一处错误和提醒：在哪个文件、哪一行、哪一列，应当怎么改。不写任何文件。",
		Example: "  jianbao check\n  jianbao check --format json",
		Args:    wrongArguments,
	}
	textFlag(c, "content", "content", "内容文件夹（不写时是 content）")
	textFlag(c, "format", "text", "输出格式：text 或 json（不写时是 text）")
	c.RunE = func(c *cobra.Command, _ []string) error { return runCheck(d, c) }
	return c
}

func runCheck(d desk, c *cobra.Command) error {
	format := c.Flag("format").Value.String()
	if format != "text" && format != "json" {
		return usageError{fmt.Sprintf("--format 只能是 text 或 json，写的是“%s”。", format)}
	}
	content, err := openContent(d, c)
	if err != nil {
		return err
	}
	defer content.Close()
	progress := newProgress(d)
	result, err := build.Check(content.FS(), request(d, c, content, progress))
	progress.done()
	if err != nil {
		return err
	}
	if format == "json" {
		_, err = d.out.Write(problem.JSON(result.Problems))
	} else {
		_, err = fmt.Fprint(d.out, problem.Text(result.Problems))
	}
	if err != nil {
		return err
	}
	if errors, _ := problem.Count(result.Problems); errors > 0 {
		return errProblems
	}
	return nil
}
