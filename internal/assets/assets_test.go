package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

const themes = "../../themes"

// built returns a file of themes/assets.
func built(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(themes, "assets", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("make assets has not built it")
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// scripts are the theme's own, by their paths.
func scripts(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(themes, "default", "*", "*", "*.js"))
	if err != nil || len(names) == 0 {
		t.Fatal("no scripts in the theme", err)
	}
	all := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

// lowered is a script as esbuild writes it for a target, or why it cannot.
func lowered(script string, target api.Target) (string, string) {
	result := api.Transform(script, api.TransformOptions{Target: target, LegalComments: api.LegalCommentsNone})
	messages := api.FormatMessages(append(result.Errors, result.Warnings...), api.FormatMessagesOptions{})
	return string(result.Code), strings.Join(messages, "")
}

// newer returns the first line that a browser of 2015 would have to be given
// in other words, or "".
func newer(script string) string {
	old, fault := lowered(script, api.ES2015)
	if fault != "" {
		return fault
	}
	now, _ := lowered(script, api.ESNext)
	lines := strings.Split(old, "\n")
	for i, line := range strings.Split(now, "\n") {
		if i >= len(lines) || lines[i] != line {
			return line
		}
	}
	return ""
}

func TestWhatIsNewerThanES2015IsFound(t *testing.T) {
	for _, script := range []string{
		"a?.b", "a ?? b", "a ** b", "async function f() {}", "x = {...y}", "try {} catch {}", "x = /a/s", "x ||= y",
		"class A { b = 1 }", "for await (const a of b) ;", "x = 10n", "function (",
	} {
		if newer(script) == "" {
			t.Errorf("%s passes for ES2015", script)
		}
	}
	if line := newer("class A {} let f = (x) => `${x}`; for (const [a, ...b] of c) f(...b);"); line != "" {
		t.Errorf("ES2015 is called newer: %s", line)
	}
}

func TestScriptsOfTheThemeAreES2015(t *testing.T) {
	for name, text := range scripts(t) {
		if line := newer(text); line != "" {
			t.Errorf("%s: newer than ES2015: %s", name, line)
		}
	}
}

func TestChartsAreES2015AndSmall(t *testing.T) {
	script := built(t, "echarts.js")
	if line := newer(string(script)); line != "" {
		t.Errorf("newer than ES2015: %.200s", line)
	}
	if len(script) > 660_000 {
		t.Errorf("echarts.js has %d KB; officials load it from slow disks", len(script)/1000)
	}
}

// Addresses in it name things (the SVG namespace); it has no means to fetch
// them, nor to run text as a program, which the policy would forbid.
func TestChartsRequestNothing(t *testing.T) {
	script := built(t, "echarts.js")
	for _, url := range regexp.MustCompile(`(https?:|wss?:)?//[a-z0-9-]+\.[a-z][^"'\s)]*`).FindAll(script, -1) {
		if !bytes.HasPrefix(url, []byte("http://www.w3.org/")) {
			t.Errorf("an address: %s", url)
		}
	}
	means := regexp.MustCompile(`\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\bimport\(|new Worker|\beval\(|new Function`)
	if found := means.Find(script); found != nil {
		t.Errorf("it can request or run: %s", found)
	}
}

func TestChartsComeWithTheirLicences(t *testing.T) {
	script, licences := built(t, "echarts.js"), string(built(t, licenceName))
	if !bytes.HasPrefix(script, []byte("/*! echarts ")) || !bytes.Contains(script[:200], []byte(licenceName)) {
		t.Errorf("it begins with %.80s", script)
	}
	for _, part := range []string{"==== echarts 6.", "==== zrender 6.", "Apache License", "Version 2.0, January 2004", "This product includes", "Redistributions of source code must retain"} {
		if !strings.Contains(licences, part) {
			t.Errorf("%s lacks %q", licenceName, part)
		}
	}
}

func TestWithoutInstalledPackagesItSaysWhatToDo(t *testing.T) {
	_, err := bundle(t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "make assets") {
		t.Errorf("got %v", err)
	}
}

func TestAPackageWithoutLicenceIsRefused(t *testing.T) {
	folder := t.TempDir()
	at := filepath.Join(folder, "node_modules", "x")
	if err := os.MkdirAll(at, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(at, "package.json"), []byte(`{"name":"x","version":"1.0.0"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := bundle(folder); err == nil || !strings.Contains(err.Error(), "x 1.0.0 comes without its licence") {
		t.Errorf("got %v", err)
	}
}

// The lock file says what is installed, not from where.
func TestTheLockFileNamesNoRegistry(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(themes, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(text, []byte("resolved")) || bytes.Contains(text, []byte("://")) {
		t.Error("it names a host: npm install with themes/.npmrc leaves it out")
	}
}
