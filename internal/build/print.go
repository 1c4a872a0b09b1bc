package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jianbao/internal/briefing"
	"jianbao/internal/chromium"
	"jianbao/internal/handout"
	"jianbao/internal/publish"
	"jianbao/internal/site"
)

// Selection says which handouts are printed.
type Selection struct {
	All     bool                   // of every meeting and year
	Of      []string               // meetings by day or number, years; with none the latest meeting
	Kinds   []briefing.HandoutKind // with none every kind
	Binding handout.Binding
	Copies  int // for [handout.Numbered]
}

// NoBrowser says that there is nothing to print with.
type NoBrowser struct{ Named string } // the program that the settings or the environment name; or ""

// Error says what to do.
func (e *NoBrowser) Error() string {
	if e.Named != "" {
		return fmt.Sprintf("指定的浏览器“%s”打不开，没有打印；原来的 PDF 没有改动。", e.Named)
	}
	return "没有找到 Chromium、Chrome 或 Edge 浏览器，没有打印；原来的 PDF 没有改动。"
}

// NoSuchPaper says that nothing was chosen.
type NoSuchPaper struct {
	Asked string
	Kinds []briefing.HandoutKind // that were asked for; with none every kind
	There []string               // what could have been asked for
}

// Error names what there is.
func (e *NoSuchPaper) Error() string {
	if len(e.There) == 0 {
		return "还没有会议纪要，没有可以打印的材料。"
	}
	what := []string{}
	for _, k := range e.Kinds {
		what = append(what, k.Name())
	}
	if len(what) == 0 {
		what = []string{"材料"}
	}
	return fmt.Sprintf("没有“%s”的%s；最近的会议和年份有：%s。", e.Asked, strings.Join(what, "、"), strings.Join(e.There, "、"))
}

// Print builds the site, prints handouts of it, and publishes both: the site
// links to its prints. With an error, site and prints stay as they were.
func Print(ctx context.Context, content fs.FS, request Request, choose Selection) (Result, error) {
	inputs := newInputs(content)
	var chosen []briefing.Handout
	var none error
	result, told := brief(inputs, request, func(all []briefing.Handout) map[string]bool {
		chosen, none = choose.from(all)
		paths := map[string]bool{}
		for _, h := range chosen {
			paths[h.PrintPath()] = true
		}
		return paths
	})
	if result.failed() {
		return result, nil
	}
	if none != nil {
		return result, none
	}
	if err := apart(result.Settings, request.Apart); err != nil {
		return result, err
	}
	program, found := chromium.Find(request.Environ, result.Settings.Browser)
	if !found {
		return result, &NoBrowser{program}
	}
	public, err := publish.Begin(ctx, result.Settings.Output)
	if err != nil {
		return result, err
	}
	defer public.Abandon()
	shown := newMemory(chosen)
	err = result.typeset(told, inputs, request, func(f site.File) error {
		shown.keep(f)
		return public.Put(ctx, publish.File{Path: f.Path, Body: f.Body})
	})
	if err != nil || result.failed() {
		return result, err
	}
	if choose.Binding == handout.Numbered {
		shown.keep(site.File{Path: handout.NumbersPage, Body: handout.Numbers(choose.Copies)})
	}
	result.Printed, err = handout.PrintAll(ctx, shown, papersOf(chosen), handout.Options{
		Browser: program, NoSandbox: result.Settings.NoSandbox, Binding: choose.Binding, Copies: choose.Copies,
		Progress: func(n int, paper handout.Paper) {
			request.step(fmt.Sprintf("打印 %d/%d：%s", n+1, len(chosen), path.Base(paper.Page)))
		},
	})
	if err != nil {
		return result, err
	}
	request.step("换上新网站")
	for i, p := range result.Printed {
		name := chosen[i].PrintPath()
		if err := public.Put(ctx, publish.File{Path: name, Body: p.PDF, Stays: true}); err != nil {
			return result, err
		}
		if p.Bound == nil {
			continue
		}
		name = strings.TrimSuffix(name, ".pdf") + choose.Binding.Suffix() + ".pdf"
		if err := public.Put(ctx, publish.File{Path: name, Body: p.Bound, Stays: true}); err != nil {
			return result, err
		}
	}
	result.Report, err = public.Finish(ctx, Generator, inputs.manifest())
	return result, err
}

// from chooses handouts, in their order.
func (s Selection) from(all []briefing.Handout) ([]briefing.Handout, error) {
	of := slices.Clone(s.Of)
	var latest string
	for _, h := range all {
		if h.Kind != briefing.YearHandout {
			latest = h.Of
		}
	}
	if len(of) == 0 {
		of = []string{latest}
		if slices.Equal(s.Kinds, []briefing.HandoutKind{briefing.YearHandout}) {
			of = []string{latest[:min(4, len(latest))]}
		}
	}
	var chosen []briefing.Handout
	for _, asked := range of {
		before := len(chosen)
		for _, h := range all {
			if (s.All || h.Of == asked || h.Number != "" && h.Number == asked) && (len(s.Kinds) == 0 || slices.Contains(s.Kinds, h.Kind)) &&
				!slices.ContainsFunc(chosen, func(c briefing.Handout) bool { return c.Path == h.Path }) {
				chosen = append(chosen, h)
			}
		}
		if len(chosen) == before && !s.All {
			return nil, &NoSuchPaper{Asked: asked, Kinds: s.Kinds, There: recent(all)}
		}
	}
	return chosen, nil
}

// recent are the latest meetings and years, for a message.
func recent(all []briefing.Handout) (names []string) {
	for _, h := range slices.Backward(all) {
		if !slices.Contains(names, h.Of) && len(names) < 5 {
			names = append(names, h.Of)
		}
	}
	return names
}

func papersOf(chosen []briefing.Handout) []handout.Paper {
	papers := make([]handout.Paper, len(chosen))
	for i, h := range chosen {
		papers[i] = handout.Paper{
			Page: h.Path, Contents: h.Kind == briefing.YearHandout,
			Day: time.Date(h.Day.Year, time.Month(h.Day.Month), h.Day.Day, 0, 0, 0, 0, time.UTC),
		}
	}
	return papers
}

// printsIn are the prints that a site's folder has.
func printsIn(output string) map[string]bool {
	prints := map[string]bool{}
	entries, err := os.ReadDir(filepath.Join(output, "handouts"))
	if errors.Is(err, fs.ErrNotExist) {
		return prints
	}
	for _, e := range entries { // what else is wrong with the folder, publish says
		if e.Type().IsRegular() && strings.HasSuffix(e.Name(), ".pdf") {
			prints["handouts/"+e.Name()] = true
		}
	}
	return prints
}
