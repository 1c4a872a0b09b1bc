package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jianbao/internal/publish"
	"jianbao/internal/settings"
)

// The exit statuses, a contract with users' scripts.
const (
	statusOK          = 0
	statusProblems    = 1
	statusUsage       = 2
	statusEnvironment = 3
)

// desk is what the program is started with.
type desk struct {
	args     []string
	environ  []string
	out, err io.Writer
	terminal bool // err is a terminal, so progress may be shown on it
}

// errProblems says that the content has errors; they have been printed.
var errProblems = errors.New("problems")

// usageError is a wrong command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// run carries out one command line and returns the exit status.
func run(ctx context.Context, d desk) int {
	root := rootCommand(d)
	root.SetArgs(d.args)
	root.SetOut(d.out)
	root.SetErr(d.err)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return statusOK
	case errors.Is(err, errProblems):
		return statusProblems
	case errors.As(err, &usage):
		fmt.Fprintf(d.err, "错误：%s\n提示：写“jianbao --help”看用法。\n", usage.text)
		return statusUsage
	}
	fmt.Fprintf(d.err, "错误：%s\n", err)
	var failed *publish.Error
	if errors.As(err, &failed) && failed.Advice != "" {
		fmt.Fprintf(d.err, "提示：%s\n", failed.Advice)
	}
	return statusEnvironment
}

func rootCommand(d desk) *cobra.Command {
	root := &cobra.Command{
		Use:   "jianbao",
		Short: "把每月隐患统计表和会议纪要做成可以直接打开的网站",
		Long: "jianbao（简报）把 content 文件夹里的每月隐患统计表和会议纪要，校对后做成一个网站：\n" +
			"有整改率的图、各乡镇的排名和议定事项，放在 public 文件夹里，双击 index.html 就能看。",
		SilenceErrors: true, SilenceUsage: true, SuggestionsMinimumDistance: 2,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              wrongArguments,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() }, // without it cobra takes any word for a cry for help
	}
	root.AddCommand(buildCommand(d), checkCommand(d), pdfCommand(d))
	root.SetHelpCommand(helpCommand(root))
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}{{end}}\n\n{{.UsageString}}")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{flagFault(err)} })
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, "显示这段说明")
		c.DisableFlagsInUseLine = true
	}
	return root
}

// helpCommand is jianbao help build, for those who do not write --help.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help", Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err == nil {
				err = wrongArguments(c, rest)
			}
			if err != nil {
				return err
			}
			return c.Help()
		},
	}
}

// textFlag adds a flag with a value. The help says in usage what holds without
// the flag, and not in pflag's English; the backquotes name the value nothing,
// because pflag aligns Chinese names by their bytes.
func textFlag(c *cobra.Command, name, value, usage string) {
	c.Flags().String(name, value, "``"+usage)
	c.Flags().Lookup(name).DefValue = ""
}

const usageTemplate = `用法：
  {{if .HasAvailableSubCommands}}{{.CommandPath}} 命令 [参数]{{else}}{{.UseLine}}{{end}}
{{if .HasAvailableSubCommands}}
命令：
{{range .Commands}}{{if .IsAvailableCommand}}  {{rpad .Name .NamePadding}} {{.Short}}
{{end}}{{end}}{{end}}
参数：
{{.LocalFlags.FlagUsages}}{{if .HasExample}}
例子：
{{.Example}}
{{end}}`

// wrongArguments refuses words that are no subcommand.
func wrongArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	fault := fmt.Sprintf("不认识“%s”。", args[0])
	for _, name := range c.SuggestionsFor(args[0]) {
		fault += fmt.Sprintf("是不是“%s”？", name)
	}
	return usageError{fault}
}

// flagFault says in Chinese what is wrong with a flag.
func flagFault(err error) string {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown):
		dashes := "--"
		if unknown.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		return fmt.Sprintf("没有“%s%s”这个参数。", dashes, unknown.GetSpecifiedName())
	case errors.As(err, &missing):
		return fmt.Sprintf("参数“--%s”后面要写值。", missing.GetSpecifiedName())
	}
	return "参数写法不对：" + err.Error() + "。"
}

// given returns the flags that the user wrote, by name.
func given(c *cobra.Command) map[string]string {
	flags := map[string]string{}
	c.Flags().Visit(func(f *pflag.Flag) { flags[f.Name] = f.Value.String() })
	return flags
}

// openContent opens the content folder, out of which no path leads.
func openContent(d desk, c *cobra.Command) (*os.Root, error) {
	folder := settings.Folder(d.environ, given(c))
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("打不开内容文件夹“%s”，请核对它在不在；可以用 --content 指定另一个文件夹（%w）。", folder, err)
	}
	return root, nil
}
