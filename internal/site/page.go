package site

import (
	"bytes"
	"html/template"
	"slices"

	"jianbao/internal/briefing"
)

// pageView is what a layout and the parts of the frame are given. All
// addresses in it are relative to the page.
type pageView struct {
	Title, Lead string
	Tab         string // what the browser calls the page, and no other
	Layout      briefing.Layout
	Masthead    briefing.Masthead
	Demo        bool
	Home        string // the address of index.html
	Style       string
	Script      string        // "" if the theme has no script
	Search      string        // of the search page, or "" on itself and where there is none
	Charts      string        // of the live charts' script, or "" if that is not built
	Menu, Trail template.HTML // <li> elements, a line each
	Previous    *briefing.Link
	Next        *briefing.Link
	Sections    []sectionView
	Foot        template.HTML // <li> elements, a line each
	Sources     sourcesView
	Slides      bool          // the page can be shown on a projector
	Main        template.HTML // what the layout made; for layouts/base.html only
}

type sectionView struct {
	ID, Heading string
	Slide       bool          // shown on a projector
	Gap         string        // left or right: the column of its figures beside which the next section has room, or ""
	Blocks      template.HTML // a line each
}

// sourcesView are the files that figures were read from: a page of a year's
// figures has dozens, so that they are rows like those of tables.
type sourcesView struct {
	Count int
	Rows  template.HTML // <li> elements, a line each
}

// Few reports whether they are shown without a click.
func (v sourcesView) Few() bool { return v.Count <= 6 }

// writer writes pages one after the other, with buffers that it keeps.
type writer struct {
	site     *briefing.Site
	look     *look
	find     bool      // the site has a search page
	paper    bool      // the blocks are those of a handout
	drawings *drawings // that several pages show
	tabs     map[string]string
	out      bytes.Buffer // of the templates that are running
	kept     slots        // of one page
	file     []byte       // the page itself

	sourceRows map[briefing.Source][]byte // pages of a year's figures have the same dozens
}

// begin makes room for a page.
func (w *writer) begin() {
	w.out.Reset()
	w.kept.reset()
}

// page returns the whole text of one page, which stands until the next is asked for.
func (w *writer) page(p *briefing.Page, sections []briefing.Section) ([]byte, error) {
	w.begin()
	v, err := w.view(p, sections)
	if err != nil {
		return nil, err
	}
	if v.Main, err = w.run("layouts/"+string(p.Layout), v); err != nil {
		return nil, err
	}
	return w.framed("layouts/base", v)
}

// framed is the whole page that a layout makes, until the next is written.
func (w *writer) framed(layout string, view any) ([]byte, error) {
	w.out.Reset()
	if err := w.write(layout, view); err != nil {
		return nil, err
	}
	w.file = append(w.kept.fill(w.file[:0], w.out.Bytes()), '\n')
	return w.file, nil
}

// run returns what one template writes.
func (w *writer) run(name string, data any) (template.HTML, error) {
	from := w.out.Len()
	err := w.write(name, data)
	return w.taken(from), err
}

// write has one template write to out.
func (w *writer) write(name string, data any) error {
	if w.look.templates.Lookup(name) == nil {
		return missing(templateFile(name))
	}
	if err := w.look.templates.ExecuteTemplate(&w.out, name, data); err != nil {
		return themeError(err, name)
	}
	return nil
}

// taken takes out of out what was written there from a place on.
func (w *writer) taken(from int) template.HTML {
	defer w.out.Truncate(from)
	return template.HTML(w.out.Bytes()[from:])
}

func (w *writer) view(p *briefing.Page, sections []briefing.Section) (_ pageView, err error) {
	root := rootOf(p.Path)
	v := pageView{
		Title: p.Title, Tab: w.tabs[p.Path], Lead: p.Lead, Layout: p.Layout, Masthead: p.Masthead, Demo: w.site.Demo,
		Home:     root + homePath,
		Style:    root + stylePath,
		Menu:     w.menu(p, root),
		Trail:    w.links(root, p.Trail),
		Previous: linkFrom(root, p.Previous),
		Next:     linkFrom(root, p.Next),
		Foot:     w.links(root, w.site.Foot),
		Slides:   p.Slides,
	}
	if w.look.hasScript {
		v.Script = root + scriptPath
	}
	if w.find && p.Path != searchPath {
		v.Search = root + searchPath
	}
	if w.look.hasCharts {
		v.Charts = root + ChartsPath
	}
	if v.Sources, err = w.sources(p); err != nil {
		return v, err
	}
	for _, s := range sections {
		blocks, end, err := w.blocks(root, s.Blocks)
		if err != nil {
			return v, err
		}
		v.Sections = append(v.Sections, sectionView{s.ID, s.Heading, s.Slide, end.gap(), blocks})
	}
	return v, nil
}

// menu is the entries of the menu, with aria-current: "page" on the page itself,
// "true" on the pages below it.
func (w *writer) menu(p *briefing.Page, root string) template.HTML {
	isPage := func(l briefing.Link) bool { return l.Href == p.Path }
	onMenu := slices.ContainsFunc(w.site.Menu, isPage)
	for _, link := range w.site.Menu {
		current := ""
		isAbove := func(above briefing.Link) bool { return above.Href == link.Href }
		switch {
		case isPage(link):
			current = "page"
		case !onMenu && link.Href != homePath && slices.ContainsFunc(p.Trail, isAbove):
			current = "true"
		}
		w.kept.text = appendEntry(w.kept.text, root, link, current)
	}
	return w.kept.mark()
}

// links is a list of links.
func (w *writer) links(root string, links []briefing.Link) template.HTML {
	for _, link := range links {
		w.kept.text = appendEntry(w.kept.text, root, link, "")
	}
	return w.kept.mark()
}

// sources lists the page's own sources with what their SHA-256 begins with; a
// page that names none shows the site's.
func (w *writer) sources(p *briefing.Page) (sourcesView, error) {
	sources := p.Sources
	if len(sources) == 0 {
		sources = w.site.Sources
	}
	for _, source := range sources {
		row, known := w.sourceRows[source]
		if !known {
			checksum, err := w.look.words.say("checksum", source.SHA256[:min(8, len(source.SHA256))])
			if err != nil {
				return sourcesView{}, &ThemeError{File: "strings.json", Reason: err.Error()}
			}
			row = append(appendText([]byte("<li>"), source.Path), " <span>"...)
			row = append(appendText(row, checksum), "</span></li>\n"...)
			w.sourceRows[source] = row
		}
		w.kept.text = append(w.kept.text, row...)
	}
	return sourcesView{len(sources), w.kept.mark()}, nil
}

func linksFrom(root string, links []briefing.Link) []briefing.Link {
	links = slices.Clone(links)
	for i := range links {
		links[i].Href = address(root, links[i].Href)
	}
	return links
}

func linkFrom(root string, link *briefing.Link) *briefing.Link {
	if link == nil {
		return nil
	}
	return &briefing.Link{Text: link.Text, Href: address(root, link.Href)}
}
