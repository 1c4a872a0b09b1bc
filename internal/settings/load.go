package settings

import (
	"errors"
	"io/fs"

	"github.com/spf13/viper"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// delimiter joins keys to a path for viper.
const delimiter = "::"

// Load reads the settings. content is the content folder, environ the
// environment as "NAME=value" lines, and flags the flags that were given on the
// command line by their names; flags that are no settings, such as "format",
// are left alone. A setting with a problem keeps its default, so that the rest
// of the content can still be proofread.
func Load(content fs.FS, environ []string, flags map[string]string) (Settings, []problem.Problem) {
	file, found := loadFile(content)
	variables, more := fromEnviron(environ)
	found = append(found, more...)

	r := decode(file, variables, fromFlags(flags))
	c := checker{}
	s := c.settings(r)
	return s, problem.Sort(append(found, c.problems...))
}

// Folder returns the content folder that the flags and the environment name,
// for the caller to open before [Load]; by default it is "content".
func Folder(environ []string, flags map[string]string) string {
	variables, _ := fromEnviron(environ)
	r := decode(nil, variables, fromFlags(flags))
	return r.Content.or(Default().Content)
}

// tree is keys with values: a value, a tree or a []any of either.
type tree = map[string]any

// decode lays the sources over each other, the last one on top.
func decode(file, variables, flags tree) raw {
	v := viper.NewWithOptions(viper.KeyDelimiter(delimiter))
	for _, source := range []tree{file, variables, flags} {
		if err := v.MergeConfigMap(source); err != nil {
			panic("settings: " + err.Error()) // MergeConfigMap has no error of its own
		}
	}
	var r raw
	if err := v.UnmarshalExact(&r); err != nil {
		panic("settings: schema and raw differ: " + err.Error())
	}
	return r
}

// loadFile reads jianbao.yaml; no file is no settings.
func loadFile(content fs.FS) (tree, []problem.Problem) {
	b, err := fs.ReadFile(content, FileName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, misnamed(content)
	}
	if err != nil {
		return nil, []problem.Problem{unreadable(0, "这个文件打不开。", "请确认它是一个文件，且当前用户有读取它的权限。")}
	}
	s, err := zh.Decode(b)
	if err != nil {
		line := 0
		if damaged := (*zh.EncodingError)(nil); errors.As(err, &damaged) {
			line = damaged.Line
		}
		return nil, []problem.Problem{unreadable(line, err.Error()+"，不能读取。", "请用记事本打开核对，再另存为 UTF-8 编码。")}
	}
	return parse(s)
}

func unreadable(line int, message, advice string) problem.Problem {
	return problem.Problem{
		Code:     problem.UnreadableFile,
		Severity: problem.Error,
		Place:    problem.Place{File: FileName, Row: line},
		Message:  message,
		Advice:   advice,
	}
}
