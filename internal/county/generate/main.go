// Generate writes the demonstration county, or a larger one, to a folder:
//
//	go run ./internal/county/generate -out content
//	go run ./internal/county/generate -areas 200 -months 36 -meetings 500 -out DIR
//
// Files of the same names are overwritten; others in the folder stay as they are.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"jianbao/internal/county"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "", "the content folder to write")
	areas := flag.Int("areas", 0, "number of areas of a large county; 0 for the demonstration")
	months := flag.Int("months", 36, "months of a large county, up to 2026-10")
	meetings := flag.Int("meetings", 500, "minutes of a large county")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	files := county.Demo
	if *areas > 0 {
		files = func() map[string][]byte { return county.Large(*areas, *months, *meetings) }
	}
	if err := write(*out, files()); err != nil {
		log.Fatal(err)
	}
}

func write(folder string, files map[string][]byte) error {
	size := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return err
		}
		size += len(files[name])
	}
	fmt.Printf("%d files, %.1f MB\n", len(files), float64(size)/1e6)
	return nil
}
