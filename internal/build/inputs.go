package build

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"iter"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"jianbao/internal/briefing"
	"jianbao/internal/problem"
	"jianbao/internal/publish"
	"jianbao/internal/settings"
	"jianbao/internal/table"
)

// inputs is the content folder. It takes the SHA-256 of every file that a stage
// reads, as it reads it, so that what is said of a file is what was read.
type inputs struct {
	fs.FS
	mu   sync.Mutex
	sums map[string]string
}

func newInputs(content fs.FS) *inputs { return &inputs{FS: content, sums: map[string]string{}} }

// ReadFile reads a file and notes its sum.
func (in *inputs) ReadFile(name string) ([]byte, error) {
	b, err := fs.ReadFile(in.FS, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	in.mu.Lock()
	in.sums[name] = hex.EncodeToString(sum[:])
	in.mu.Unlock()
	return b, nil
}

// sources are the files that were read, by path.
func (in *inputs) sources() (sources []briefing.Source) {
	for _, name := range slices.Sorted(maps.Keys(in.sums)) {
		sources = append(sources, briefing.Source{Path: name, SHA256: in.sums[name]})
	}
	return sources
}

func (in *inputs) manifest() (list []publish.Input) {
	for _, s := range in.sources() {
		list = append(list, publish.Input(s))
	}
	return list
}

// files are the paths of each kind of table, sorted.
type files struct{ statistics, accidents, hazards []string }

// list finds the tables in the content folder, and reports what no stage reads,
// unless a problem in told has said more about it.
func (in *inputs) list(told []problem.Problem) (found files, problems []problem.Problem) {
	err := fs.WalkDir(in.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		folder, _, _ := strings.Cut(name, "/")
		switch {
		case name == ".":
		case hidden(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case folder == "statistics" && isTable(name) && strings.Count(name, "/") <= 2:
			found.statistics = append(found.statistics, name)
		case folder == "accidents" && isTable(name) && strings.Count(name, "/") == 1:
			found.accidents = append(found.accidents, name)
		case folder == "hazards" && isTable(name) && strings.Count(name, "/") == 1:
			found.hazards = append(found.hazards, name)
		case folder == "minutes" || folder == "pages" || name == settings.FileName:
		case slices.ContainsFunc(told, func(p problem.Problem) bool { return p.Place.File == name }):
		case isTable(name) && (folder == "statistics" || folder == "accidents" || folder == "hazards"):
			problems = append(problems, tooDeep(name))
		default:
			problems = append(problems, unknownFile(name))
		}
		return nil
	})
	if err != nil {
		problems = append(problems, problem.Problem{
			Code: problem.UnreadableFile, Severity: problem.Error, Place: problem.Place{File: "."},
			Message: "内容文件夹读不出来：" + err.Error() + "。", Advice: "请核对文件夹是否存在、是否允许读取。",
		})
	}
	return found, problems
}

// hidden reports whether a name is that of something no author put there.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// isTable reports whether a file is meant to be a table; what it really is, is
// found by internal/table, which has advice for .xls and .et.
func isTable(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".xlsx", ".xlsm", ".xls", ".et":
		return true
	}
	return false
}

func unknownFile(name string) problem.Problem {
	return problem.Problem{
		Code: problem.UnknownFile, Severity: problem.Warning, Place: problem.Place{File: name},
		Message: "不认识这个文件，没有读取。",
		Advice:  "统计表请放在 statistics 文件夹（.csv 或 .xlsx），隐患台账放在 hazards 文件夹，会议纪要放在 minutes 文件夹（.md）；不需要的文件可以移走。",
	}
}

func tooDeep(name string) problem.Problem {
	return problem.Problem{
		Code: problem.UnknownFile, Severity: problem.Warning, Place: problem.Place{File: name},
		Message: "这个文件放在里层的文件夹里，没有读取。",
		Advice:  "统计表请直接放在 statistics 文件夹，或放在其中以月份命名的文件夹（例如 statistics/2026-10）；隐患台账请直接放在 hazards 文件夹，事故表请直接放在 accidents 文件夹。",
	}
}

func nothingToTell() problem.Problem {
	return problem.Problem{
		Code: problem.EmptyContent, Severity: problem.Error, Place: problem.Place{File: "statistics"},
		Message: "没有统计表，也没有会议纪要，做不成网站。",
		Advice:  "请核对内容文件夹对不对；统计表放在 statistics 文件夹，会议纪要放在 minutes 文件夹。",
	}
}

// readTables reads files side by side, a few ahead of whoever takes their
// tables, which come in the order of the files. What is wrong with a file is
// reported when its turn comes.
func readTables(in *inputs, names []string, known func(string) bool, report func([]problem.Problem)) iter.Seq[table.Table] {
	type file struct {
		tables   []table.Table
		problems []problem.Problem
	}
	return func(yield func(table.Table) bool) {
		ahead := make(chan chan file, runtime.GOMAXPROCS(0))
		go func() {
			defer close(ahead)
			for _, name := range names {
				one := make(chan file, 1)
				ahead <- one
				go func() {
					tables, problems := table.Read(in, name, known)
					one <- file{tables, problems}
				}()
			}
		}()
		wanted := true
		for one := range ahead {
			f := <-one
			report(f.problems)
			for i := range f.tables {
				wanted = wanted && yield(f.tables[i])
			}
		}
	}
}
