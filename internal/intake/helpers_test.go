package intake_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/intake"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// files are statistics by their path below statistics/.
type files map[string]string

// read reads files in the order of their names. Lists without names for the
// whole county get 全县 and 云溪县.
func read(t testing.TB, content files, lists intake.Lists) (intake.Statistics, []problem.Problem) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range content {
		fsys["statistics/"+name] = &fstest.MapFile{Data: []byte(strings.TrimLeft(text, "\n"))}
	}
	names := intake.NewNames()
	var tables []table.Table
	var problems []problem.Problem
	for _, name := range slices.Sorted(maps.Keys(fsys)) {
		read, found := table.Read(fsys, name, names.Known)
		tables, problems = append(tables, read...), append(problems, found...)
	}
	if lists.Whole == nil {
		lists.Whole = []string{"全县", "云溪县"}
	}
	statistics, found := intake.ReadStatistics(slices.Values(tables), names, lists)
	return statistics, append(problems, found...)
}

// areas are what the settings list.
func areas(names ...string) (list []record.Area) {
	for _, name := range names {
		list = append(list, record.Area{ID: name, Name: name})
	}
	return list
}

func sectors(names ...string) (list []record.Sector) {
	for _, name := range names {
		list = append(list, record.Sector{ID: name, Name: name})
	}
	return list
}

// dump writes all rows, a line each: whose they are and the counts that are known.
func dump(s intake.Statistics) string {
	var b strings.Builder
	for _, r := range s.Rows {
		b.WriteString(r.Period.String())
		if r.Area != record.AllAreas {
			b.WriteString(" " + s.Areas[r.Area].Name)
		}
		if r.Sector != record.AllSectors {
			b.WriteString(" " + s.Sectors[r.Sector].Name)
		}
		if r.Source != record.NoSource {
			b.WriteString(" " + r.Source.String())
		}
		b.WriteString(":")
		for i, c := range r.Counts {
			if c.Known() {
				fmt.Fprintf(&b, " %s%d", record.Measure(i), c.N())
			}
		}
		if r.Score.Written {
			b.WriteString(" 得分" + r.Score.Value.String())
		}
		b.WriteString("\n")
	}
	return b.String()
}

// lines writes problems, a line each.
func lines(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problem.Sort(problems) {
		fmt.Fprintf(&b, "%s %s %s %s%s\n", p.Severity, p.Code, p.Place, p.Message, p.Advice)
	}
	return b.String()
}

// rates writes the claims of typed rates: what was typed, as what it was read, and the counts.
func rates(claims []record.RateClaim) string {
	var b strings.Builder
	for _, c := range claims {
		fmt.Fprintf(&b, "%s %q", c.Name, c.Typed.Text)
		if c.Typed.Written {
			fmt.Fprintf(&b, " is %s%%", c.Typed.Value)
		}
		fmt.Fprintf(&b, " of %s %s / %s %s\n", c.NumeratorName, known(c.Numerator), c.DenominatorName, known(c.Denominator))
	}
	return b.String()
}

func known(c record.Count) string {
	if !c.Known() {
		return "?"
	}
	return fmt.Sprint(c.N())
}

// totals writes the claims of typed totals.
func totals(claims []record.TotalClaim) string {
	var b strings.Builder
	for _, c := range claims {
		relation := "="
		if c.AtMost {
			relation = "≥"
		}
		fmt.Fprintf(&b, "%s %s %s: %s %s %s\n", c.Place, c.Row, c.Column, c.Stated, relation, c.Parts)
	}
	return b.String()
}

// trimmed takes the indentation and the first line break off a wanted text.
func trimmed(s string) string {
	var out []string
	for line := range strings.Lines(strings.TrimLeft(s, "\n")) {
		if line = strings.TrimLeft(line, "\t"); strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}
