package settings

import (
	"io/fs"
	"regexp"

	"jianbao/internal/problem"
)

// Names that were meant to be jianbao.yaml. Windows hides the second ending of
// jianbao.yaml.txt, which is what Notepad saves.
var almost = regexp.MustCompile(`(?i)^jianbao\.ya?ml(\.txt)?$`)

// misnamed finds a settings file that nobody reads because of its name.
func misnamed(content fs.FS) []problem.Problem {
	entries, err := fs.ReadDir(content, ".")
	if err != nil {
		return nil // that there is no content folder is the caller's to say
	}
	var found []problem.Problem
	for _, entry := range entries {
		if almost.MatchString(entry.Name()) {
			found = append(found, problem.Problem{
				Code:     problem.UnknownFile,
				Severity: problem.Warning,
				Place:    problem.Place{File: entry.Name()},
				Message:  "设置文件的名字应为“" + FileName + "”，这个文件的设置没有被读取。",
				Advice:   "请把它改名为“" + FileName + "”（如果看不到后缀，请先让文件夹显示“文件扩展名”）。",
			})
		}
	}
	return found
}
