package publish

import (
	"os"
	"path/filepath"
)

// Apart returns an error of kind [Overlap] when the output folder lies in one
// of the folders that are read (content, theme), or one of them in it: the
// next run would read what this one wrote, or remove what it was made from. It
// sees through symbolic links and different spellings of one folder.
func Apart(output string, inputs ...string) error {
	for _, input := range inputs {
		if lies(output, input) {
			return overlap("输出文件夹“" + output + "”在“" + input + "”里面。")
		}
		if lies(input, output) {
			return overlap("输出文件夹“" + output + "”里面有要读取的“" + input + "”。")
		}
	}
	return nil
}

func overlap(message string) *Error {
	return &Error{Overlap, message, "请用 --output 换一个与内容和主题互不包含的文件夹，例如“public”。", nil}
}

// lies reports whether inner is outer or lies in it. A folder that does not
// exist yet lies where the nearest one above it does.
func lies(inner, outer string) bool {
	there, err := os.Stat(outer)
	if err != nil {
		return false // nothing lies in what does not exist
	}
	path, err := filepath.Abs(inner)
	if err != nil {
		return false
	}
	for _, err = os.Lstat(path); err != nil && filepath.Dir(path) != path; _, err = os.Lstat(path) {
		path = filepath.Dir(path)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	for {
		if here, err := os.Stat(path); err == nil && os.SameFile(here, there) {
			return true
		}
		if filepath.Dir(path) == path {
			return false
		}
		path = filepath.Dir(path)
	}
}
