package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

const licenceName = "echarts.LICENSE.txt"

// bundled is what was built, in memory.
type bundled struct {
	script, licences []byte
}

// bundle builds the script out of the themes folder. The same packages give
// the same bytes on every machine.
func bundle(themes string) (bundled, error) {
	root, err := filepath.Abs(themes)
	if err != nil {
		return bundled{}, err
	}
	packages, err := installed(filepath.Join(root, "node_modules"))
	if err != nil {
		return bundled{}, err
	}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: root, EntryPoints: []string{"echarts/entry.js"}, Outfile: "assets/echarts.js",
		Bundle: true, Platform: api.PlatformBrowser, Format: api.FormatIIFE, GlobalName: "echarts",
		Target:           api.ES2015, // Chromium 64
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Define:        map[string]string{"process.env.NODE_ENV": `"production"`}, // without its warnings
		LegalComments: api.LegalCommentsNone,
		Banner:        map[string]string{"js": "/*! " + namesOf(packages) + ": " + licenceName + " */"},
	})
	if len(result.Errors) > 0 {
		lines := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return bundled{}, errors.New(strings.Join(lines, ""))
	}
	return bundled{result.OutputFiles[0].Contents, licencesOf(packages)}, nil
}
