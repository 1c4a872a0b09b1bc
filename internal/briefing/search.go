package briefing

import "slices"

const searchPath = "search.html"

// searchPage finds words on all pages; without scripts it leads to the lists.
func (b *book) searchPage() Page {
	lists := slices.DeleteFunc(slices.Concat(b.menu(), b.foot()), func(l Link) bool { return l.Href == searchPath })
	return Page{
		Path: searchPath, Layout: ArticleLayout, Title: "查找", Masthead: b.masthead(nil), Trail: []Link{home()},
		Lead:     "在全站的会议纪要、议定事项、各月和各单位的页面里查找。",
		Sections: func() []Section { return withBlocks(Section{Blocks: []Block{Search{Lists: lists}}}) },
	}
}
