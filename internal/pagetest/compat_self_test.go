package pagetest_test

import (
	"strings"
	"testing"
)

// What the check of old desks finds, and what it leaves alone.
func TestNewerThingsAreFound(t *testing.T) {
	need(t, "compat")
	data := readCompat(t)
	check(t, data.newerCSS, map[string]string{
		`a { position: sticky; grid-gap: 1px; color: rgba(0,0,0,.5); width: calc(1px + 2px); margin: 0 }`: "",
		`@media (prefers-reduced-motion: reduce) { a { color: red } }`:                                    "",
		`a::before { content: "; inset: 0 { :has(" }`:                                                     "",
		`a { inset: 0 }`:                                  "inset needs Chromium 87",
		`a { display: contents }`:                         "display: contents needs Chromium 65",
		`a { width: clamp(1px, 2px, 3px) }`:               "clamp() needs Chromium 79",
		`a:has(b) { color: red }`:                         ":has needs Chromium 105",
		`@media print { a:focus-visible { color: red } }`: ":focus-visible needs Chromium 86",
		`@container (width > 1px) { a { color: red } }`:   "@container needs Chromium 105",
		`a { color: color-mix(in srgb, red, blue) }`:      "color-mix() needs Chromium 111",
		`.a { display: flex; gap: 1px }`:                  "gap",
		`a { b & { color: red } }`:                        "nesting",
		`@media (width >= 1px) { a { color: red } }`:      "range",
		`a { margin-inline: 1px }`:                        "margin-inline needs Chromium 87",
		`a { aspect-ratio: 1 }`:                           "aspect-ratio needs Chromium 88",
		`a { overflow-wrap: anywhere }`:                   "overflow-wrap: anywhere needs Chromium 80",
	})
	check(t, data.newerHTML, map[string]string{
		`<details open><summary>x</summary></details><table><caption>x</caption></table>`: "",
		`<dialog>x</dialog>`:                 "",
		`<search>x</search>`:                 "<search> needs Chromium 118",
		`<p inert>x`:                         "<p inert> needs Chromium 102",
		`<img loading="lazy" src=x alt="x">`: "<img loading> needs Chromium 77",
	})
	calls := data.calls()
	check(t, func(script string) []string { return newerJS(calls, script) }, map[string]string{
		`a.closest("b").classList.add("c"); x.mine.value`: "",
		`a.flat()`:              ".flat needs Chromium 69",
		`a.replaceChildren(b)`:  ".replaceChildren needs Chromium 86",
		`"x".replaceAll("a")`:   ".replaceAll needs Chromium 85",
		`Promise.allSettled(a)`: ".allSettled needs Chromium 76",
	})
}

func check(t *testing.T, find func(string) []string, cases map[string]string) {
	t.Helper()
	for text, want := range cases {
		got := strings.Join(find(text), "; ")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
