package pagetest_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// oldest is the Chromium of the oldest desks; those of Kylin and UOS begin at
// 64 and 78. What is newer is left out there in silence, so it may not be used.
// That is known from the browser compatibility data behind MDN, and a parser
// that knows ES2015 only.
const oldest = 64

// harmless is what only has the name of something newer, or is missed by nobody
// where it is missing; and why.
var harmless = map[string]string{
	".dispose": "of a chart",
	".resize":  "of a chart",
}

func TestNothingIsNewerThanTheOldestDesk(t *testing.T) {
	need(t, "compat", "acorn", "node")
	data := readCompat(t)
	calls := data.calls()
	var scripts []string
	do(t, fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file := filepath.Join(folder, filepath.FromSlash(name))
		var found []string
		switch path.Ext(name) {
		case ".css":
			if name == "assets/handout.css" { // paper is set by the desk that prints; a reader's older browser leaves out what it does not know
				return nil
			}
			found = data.newerCSS(read(t, file))
		case ".html":
			found = data.newerHTML(read(t, file))
		case ".js":
			scripts = append(scripts, file)
			if path.Base(name) != "echarts.js" { // it asks what the browser can before it does it
				found = newerJS(calls, read(t, file))
			}
		}
		for _, f := range found {
			t.Errorf("%s: %s", name, f)
		}
		return nil
	}))
	parse := exec.CommandContext(t.Context(), "node", append([]string{"-e", `
		const { parse } = require("./` + packages + `/acorn"), { readFileSync } = require("fs");
		for (const file of process.argv.slice(1))
			try { parse(readFileSync(file, "utf8"), { ecmaVersion: 2015 }) } catch (e) { console.log(file + ": " + e.message) }`}, scripts...)...)
	out, err := parse.CombinedOutput()
	do(t, err)
	if len(out) > 0 {
		t.Errorf("no ES2015:\n%s", out)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	body, err := os.ReadFile(file)
	do(t, err)
	return string(body)
}

// compat is a part of the compatibility data: what it says of one thing, and
// the things in it by name.
type compat map[string]any

var compatData = sync.OnceValues(func() (c compat, err error) {
	body, err := os.ReadFile(packages + "/@mdn/browser-compat-data/data.json")
	if err == nil {
		err = json.Unmarshal(body, &c)
	}
	return c, err
})

func readCompat(t *testing.T) compat {
	t.Helper()
	c, err := compatData()
	do(t, err)
	return c
}

// at goes down by names; what is not there is nil.
func (c compat) at(names ...string) compat {
	for _, name := range names {
		next, _ := c[name].(map[string]any)
		c = next
	}
	return c
}

// since is the Chrome that had it first; 0 where nothing is known.
func (c compat) since() int {
	switch support := c.at("__compat", "support")["chrome"].(type) {
	case map[string]any:
		return versionOf(support)
	case []any:
		least := 0
		for _, one := range support {
			one, _ := one.(map[string]any)
			if v := versionOf(one); v > 0 && (least == 0 || v < least) {
				least = v
			}
		}
		return least
	}
	return 0
}

// versionOf reads "57" and "≤83"; never is a Chrome that nobody has.
func versionOf(support map[string]any) int {
	const never = 999
	if support["flags"] != nil {
		return never
	}
	text, isText := support["version_added"].(string)
	v, err := strconv.Atoi(strings.TrimPrefix(text, "≤"))
	switch {
	case isText && err == nil:
		return v
	case support["version_added"] == false || isText:
		return never
	}
	return 0
}

// newer says what a thing is, if it is too new.
func (c compat) newer(what string) []string {
	if since := c.since(); since > oldest && harmless[what] == "" {
		return []string{fmt.Sprintf("%s needs Chromium %d", what, since)}
	}
	return nil
}

var (
	cssNoise    = regexp.MustCompile(`(?s)/\*.*?\*/|"[^"]*"|'[^']*'`)
	cssRule     = regexp.MustCompile(`([^{};]*)\{|([^{};]*)[;}]`)
	cssSelector = regexp.MustCompile(`::?([a-z-]+)`)
	cssFunction = regexp.MustCompile(`([a-z-]+)\(`)
	cssWord     = regexp.MustCompile(`[a-z][a-z-]*`)
)

// cssBanned is what the data does not tell apart.
var cssBanned = map[string]*regexp.Regexp{
	"gap without grid- needs Chromium 66, and 84 in a flex box": regexp.MustCompile(`(^|[;{\s])(row-|column-)?gap\s*:`),
	"nesting needs Chromium 112":                                regexp.MustCompile(`&`),
	"a range in a media query needs Chromium 104":               regexp.MustCompile(`@media[^{]*[<>]`),
	"a list in :not() needs Chromium 88":                        regexp.MustCompile(`:not\([^)]*,`),
	"a colour without commas needs Chromium 65":                 regexp.MustCompile(`\b(rgb|hsl)a?\([^,)]*\)`),
	"units of small and large windows need Chromium 105":        regexp.MustCompile(`[\d.](dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|rlh|lh|cap|ic)\b`),
}

func (c compat) newerCSS(css string) (found []string) {
	css = cssNoise.ReplaceAllString(css, `""`)
	for what, banned := range cssBanned {
		if text := banned.FindString(css); text != "" {
			found = append(found, fmt.Sprintf("%q: %s", text, what))
		}
	}
	c = c.at("css")
	for _, m := range cssRule.FindAllStringSubmatch(css, -1) {
		head, declaration := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
		if rule, ok := strings.CutPrefix(head, "@"); ok { // of media that it does not know, a browser takes no notice
			name := cssWord.FindString(rule)
			found = append(found, c.at("at-rules", name).newer("@"+name)...)
		} else if head != "" {
			for _, s := range cssSelector.FindAllStringSubmatch(head, -1) {
				found = append(found, c.at("selectors", s[1]).newer(s[0])...)
			}
		}
		property, value, isDeclaration := strings.Cut(declaration, ":")
		if isDeclaration && !strings.HasPrefix(property, "-") {
			found = append(found, c.newerDeclaration(strings.TrimSpace(property), value)...)
		}
	}
	return found
}

func (c compat) newerDeclaration(property, value string) (found []string) {
	p := c.at("properties", property)
	if descriptor := c.at("at-rules", "page", property); descriptor != nil {
		p = descriptor
	}
	found = p.newer(property)
	for _, word := range cssWord.FindAllString(value, -1) {
		found = append(found, p.at(word).newer(property+": "+word)...)
	}
	for _, f := range cssFunction.FindAllStringSubmatch(value, -1) {
		for _, in := range []compat{c.at("types", f[1]), c.at("types", "color", f[1]), p.at(f[1])} {
			found = append(found, in.newer(f[0]+")")...)
		}
	}
	return found
}

// newerHTML looks at elements and their attributes.
func (c compat) newerHTML(body string) (found []string) {
	c = c.at("html")
	for z := html.NewTokenizer(strings.NewReader(body)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return found
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			element := c.at("elements", tag.Data)
			found = append(found, element.newer("<"+tag.Data+">")...)
			for _, a := range tag.Attr {
				what := fmt.Sprintf("<%s %s>", tag.Data, a.Key)
				found = append(found, element.at(a.Key).newer(what)...)
				found = append(found, c.at("global_attributes", a.Key).newer(what)...)
			}
		}
	}
}

var (
	jsCall = regexp.MustCompile(`\.([A-Za-z]\w*)\(`)
	jsOwn  = regexp.MustCompile(`\.([A-Za-z]\w*)\s*=[^=]`)
)

// calls is the Chrome that first had anything with a name, by that name.
func (c compat) calls() map[string]int {
	first := map[string]int{}
	for _, objects := range []compat{c.at("javascript", "builtins"), c.at("api")} {
		for object := range objects {
			for member := range objects.at(object) {
				since, name := objects.at(object, member).since(), strings.TrimSuffix(member, "_static")
				if least, seen := first[name]; !seen || since < least {
					first[name] = since
				}
			}
		}
	}
	return first
}

// newerJS looks at what is called by a name behind a point: a name that all
// objects of the browser that have it got later is too new, whatever the object
// is. A name that the script gives something itself is its own.
func newerJS(first map[string]int, script string) (found []string) {
	own := map[string]bool{}
	for _, m := range jsOwn.FindAllStringSubmatch(script, -1) {
		own[m[1]] = true
	}
	for _, m := range jsCall.FindAllStringSubmatch(script, -1) {
		if first[m[1]] > oldest && !own[m[1]] && harmless["."+m[1]] == "" {
			found = append(found, fmt.Sprintf(".%s needs Chromium %d", m[1], first[m[1]]))
		}
	}
	return found
}
