package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// installedPackage is a package as npm laid it down.
type installedPackage struct {
	Name, Version, License string
	texts                  [][]byte // of its licence and notice files
}

// installed reads the packages in node_modules, in the order of their names.
func installed(modules string) ([]installedPackage, error) {
	manifests, err := filepath.Glob(filepath.Join(modules, "*", "package.json"))
	if err != nil {
		return nil, err
	}
	if len(manifests) == 0 {
		return nil, errors.New("nothing is installed in themes/node_modules: run make assets, which runs npm ci there")
	}
	all := make([]installedPackage, len(manifests))
	for i, manifest := range manifests {
		if all[i], err = readPackage(manifest); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func readPackage(manifest string) (installedPackage, error) {
	var p installedPackage
	text, err := os.ReadFile(manifest)
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return p, fmt.Errorf("%s: %w", manifest, err)
	}
	folder := os.DirFS(filepath.Dir(manifest))
	for _, pattern := range []string{"LICENSE*", "NOTICE*", "licenses/*"} {
		names, err := fs.Glob(folder, pattern)
		if err != nil {
			return p, err
		}
		for _, name := range names {
			text, err := fs.ReadFile(folder, name)
			if err != nil {
				return p, err
			}
			p.texts = append(p.texts, text)
		}
	}
	if len(p.texts) == 0 {
		return p, fmt.Errorf("%s %s comes without its licence, and may not be handed on so", p.Name, p.Version)
	}
	return p, nil
}

// namesOf lists packages with their versions and licences in one line.
func namesOf(packages []installedPackage) string {
	names := make([]string, len(packages))
	for i, p := range packages {
		names[i] = p.Name + " " + p.Version + " (" + p.License + ")"
	}
	return strings.Join(names, ", ")
}

// licencesOf puts the texts of all licences behind each other.
func licencesOf(packages []installedPackage) []byte {
	var all bytes.Buffer
	for _, p := range packages {
		fmt.Fprintf(&all, "==== %s %s: %s ====\n\n", p.Name, p.Version, p.License)
		for _, text := range p.texts {
			all.Write(bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
			all.WriteString("\n\n")
		}
	}
	return all.Bytes()
}
