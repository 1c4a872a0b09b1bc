// Command assets builds the script of the live charts: it bundles what
// themes/echarts/entry.js names of ECharts, which npm has laid into
// themes/node_modules, into themes/assets, which package themes embeds.
//
//	echarts.js           a classic script of ES2015 whose one name is echarts
//	echarts.LICENSE.txt  the licences of what is in it
//
// It is a tool of the workshop (`make assets`, `go tool assets`) and no part
// of the program, so that whoever only builds jianbao needs neither npm nor
// esbuild.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("themes"); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

// run writes the script last: make takes it for the sign that all is done.
func run(themes string) error {
	b, err := bundle(themes)
	if err != nil {
		return err
	}
	folder := filepath.Join(themes, "assets")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, licenceName), b.licences, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "echarts.js"), b.script, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d KB\n", filepath.Join(folder, "echarts.js"), len(b.script)/1000)
	return nil
}
