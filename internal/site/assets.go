package site

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jianbao/internal/briefing"
)

// checkComplete wants a template for every layout, every part of the frame and
// every kind of block.
func (l *look) checkComplete() error {
	for _, name := range needed() {
		if l.templates.Lookup(name) == nil {
			return missing(templateFile(name))
		}
	}
	return nil
}

// needed are the templates that every theme has for the program to run. Parts of
// the frame are called by these.
func needed() []string {
	names := []string{"layouts/base", handoutLayout}
	for _, layout := range []briefing.Layout{briefing.IndexLayout, briefing.ArticleLayout, briefing.FiguresLayout} {
		names = append(names, "layouts/"+string(layout))
	}
	for _, block := range []briefing.Block{
		briefing.Paragraph{}, briefing.KeyFigures{}, briefing.FigureBlock{}, briefing.Table{},
		briefing.List{}, briefing.Tasks{}, briefing.Prose{}, briefing.Notice{}, briefing.Search{},
		briefing.Contents{}, briefing.Form{},
	} {
		names = append(names, block.Component())
	}
	return names
}

// roots are the templates that the program runs: those that are needed, and
// those that show a block otherwise on paper.
func (l *look) roots() (names []string) {
	for _, name := range needed() {
		names = append(names, name)
		if paper := handoutPrefix + name; l.templates.Lookup(paper) != nil {
			names = append(names, paper)
		}
	}
	return names
}

// addJoined adds the style sheet, and the script if the theme has any. That of
// the search, which one page needs, is kept apart.
func (l *look) addJoined(theme fs.FS) error {
	styles, err := themeFiles(theme, ".css")
	if err != nil {
		return err
	}
	paper := func(file string) bool { return strings.HasPrefix(path.Base(file), "handout") }
	for _, sheet := range []struct {
		path  string
		files []string
	}{
		{stylePath, slices.DeleteFunc(slices.Clone(styles), paper)},
		{handoutStyle, slices.DeleteFunc(slices.Clone(styles), func(file string) bool { return !paper(file) })},
	} {
		style, err := join(theme, sheet.files)
		if err != nil {
			return err
		}
		l.files = append(l.files, File{sheet.path, style})
	}
	scripts, err := themeFiles(theme, ".js")
	if err != nil {
		return err
	}
	if i := slices.Index(scripts, searchScript); i >= 0 {
		if l.search, err = join(theme, scripts[i:i+1]); err != nil {
			return err
		}
		scripts = slices.Delete(scripts, i, i+1)
	}
	script, err := join(theme, scripts)
	if err != nil {
		return err
	}
	if l.hasScript = len(script) > 0; l.hasScript {
		l.files = append(l.files, File{scriptPath, script})
	}
	return nil
}

// join puts files of the theme behind each other: the base, the other layouts
// and the components in the order of their names, print last.
func join(theme fs.FS, names []string) ([]byte, error) {
	slices.SortStableFunc(names, func(a, b string) int { return joinRank(a) - joinRank(b) })
	var all bytes.Buffer
	for _, name := range names {
		text, err := readText(theme, name)
		if err != nil {
			return nil, err
		}
		all.WriteString("/* " + name + " */\n")
		all.Write(bytes.TrimSpace(text))
		all.WriteByte('\n')
	}
	return all.Bytes(), nil
}

func joinRank(file string) int {
	switch strings.TrimSuffix(path.Base(file), path.Ext(file)) {
	case "base":
		return 0
	case "print":
		return 2
	}
	return 1
}

// addAssets takes over the theme's assets folder, if there is one, without
// what desktops leave in folders.
func (l *look) addAssets(theme fs.FS) error {
	if _, err := fs.Stat(theme, "assets"); err != nil {
		return nil
	}
	return fs.WalkDir(theme, "assets", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || isLitter(entry.Name()) {
			return err
		}
		if strings.HasPrefix(name, searchFolder) {
			return &ThemeError{File: name, Reason: "这个文件夹是查找用的，由程序写入；请换一个文件夹。"}
		}
		body, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		l.files = append(l.files, File{name, body})
		l.hasCharts = l.hasCharts || name == ChartsPath
		return nil
	})
}

func isLitter(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}
