package build_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/county"
)

// data/<YYYY-MM>.json is a contract with users' scripts.

// monthFile is data/<YYYY-MM>.json as the contract has it.
type monthFile struct {
	Period *string `json:"period"`
	Areas  []struct {
		Name     *string             `json:"name"`
		ID       *string             `json:"id"`
		Reported *bool               `json:"reported"`
		State    string              `json:"state"`
		Rates    map[string]rateFile `json:"rates"`
		Counts   map[string]int64    `json:"counts"`
		Score    *string             `json:"score"`
		Rank     *int                `json:"rank"`
		Tied     *bool               `json:"tied"`
		Veto     *string             `json:"veto"`
		Note     string              `json:"note"`
	} `json:"areas"`
	Total struct {
		Rates  map[string]rateFile `json:"rates"`
		Counts map[string]int64    `json:"counts"`
	} `json:"total"`
}

type rateFile struct {
	Numerator   *int64 `json:"numerator"`
	Denominator *int64 `json:"denominator"`
	Text        string `json:"text"`
}

// months reads the data files of a site.
func months(t *testing.T, files map[string][]byte) map[string]monthFile {
	t.Helper()
	all := map[string]monthFile{}
	for name, body := range files {
		period, isMonth := strings.CutPrefix(strings.TrimSuffix(name, ".json"), "data/")
		if !isMonth || path.Ext(name) != ".json" {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(body))
		decoder.DisallowUnknownFields()
		var m monthFile
		if err := decoder.Decode(&m); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if m.Period == nil || *m.Period != period {
			t.Errorf("%s is of %v", name, m.Period)
		}
		if again, err := json.Marshal(m); err != nil || string(again)+"\n" != string(body) {
			t.Errorf("%s is not what encoding/json would write: %v", name, err)
		}
		all[period] = m
	}
	return all
}

func TestMonthDataHasTheKeysOfTheContract(t *testing.T) {
	for name, body := range demoFiles(t) {
		if path.Dir(name) != "data" || path.Ext(name) != ".json" {
			continue
		}
		var raw map[string]any
		if err := json.Unmarshal(body, &raw); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		wantKeys(t, name, raw, "period", "areas", "total")
		wantKeys(t, name+" total", raw["total"], "rates", "counts")
		wantRates(t, name+" total", raw["total"].(map[string]any)["rates"])
		areas := raw["areas"].([]any)
		if len(areas) != 14 {
			t.Errorf("%s has %d areas", name, len(areas))
		}
		for _, a := range areas {
			area := a.(map[string]any)
			where := fmt.Sprintf("%s %v", name, area["name"])
			wantKeys(t, where, area, "name", "id", "reported", "rates", "score", "rank", "tied", "veto", "state", "counts", "note")
			wantRates(t, where, area["rates"])
			for key, kind := range map[string]string{"name": "string", "id": "string", "reported": "bool", "tied": "bool"} {
				if got := fmt.Sprintf("%T", area[key]); got != kind {
					t.Errorf("%s: %s is a %s", where, key, got)
				}
			}
			if rank, ok := area["rank"].(float64); area["rank"] != nil && (!ok || rank < 1) {
				t.Errorf("%s: rank %v", where, area["rank"])
			}
		}
	}
}

func wantKeys(t *testing.T, where string, object any, keys ...string) {
	t.Helper()
	fields, ok := object.(map[string]any)
	if !ok {
		t.Errorf("%s is no object", where)
		return
	}
	slices.Sort(keys)
	if diff := cmp.Diff(keys, slices.Sorted(maps.Keys(fields))); diff != "" {
		t.Errorf("%s: keys (-want +got):\n%s", where, diff)
	}
}

func wantRates(t *testing.T, where string, rates any) {
	t.Helper()
	wantKeys(t, where+" rates", rates, "rectification", "general", "major", "on_time", "coverage")
	for key, rate := range rates.(map[string]any) {
		wantKeys(t, where+" "+key, rate, "numerator", "denominator", "text")
	}
}

// Every rate's text follows from its own counts, rounded half up once, with
// 100% and 0% kept for all and nothing; every total from those of the areas; every
// rank from the rates.
func TestMonthDataFollowsFromItsCounts(t *testing.T) {
	checked := 0
	for period, m := range months(t, demoFiles(t)) {
		sums := map[string]rateFile{}
		for i, a := range m.Areas {
			for key, r := range a.Rates {
				checked++
				if want := rateText(r, 1); r.Text != want {
					t.Errorf("%s %s %s: %s, want %s", period, *a.Name, key, r.Text, want)
				}
				sums[key] = plus(sums[key], r)
			}
			if a.Rank == nil || a.Veto != nil {
				continue
			}
			above, equal := 0, false
			for j, b := range m.Areas {
				if i == j || b.Rank == nil || b.Veto != nil {
					continue
				}
				switch ratio(b.Rates["rectification"]).Cmp(ratio(a.Rates["rectification"])) {
				case 1:
					above++
				case 0:
					equal = true
				}
			}
			if *a.Rank != above+1 || *a.Tied != equal {
				t.Errorf("%s %s: rank %d, tied %v, want %d, %v", period, *a.Name, *a.Rank, *a.Tied, above+1, equal)
			}
		}
		if diff := cmp.Diff(sums, m.Total.Rates, cmp.Comparer(func(a, b rateFile) bool { return ratesAreSame(a, b) })); diff != "" {
			t.Errorf("%s: the sums of the areas are not the total (-sums +total):\n%s", period, diff)
		}
		for key, r := range m.Total.Rates {
			if want := rateText(r, 1); r.Text != want {
				t.Errorf("%s total %s: %s, want %s", period, key, r.Text, want)
			}
		}
	}
	if checked < 14*14*4 {
		t.Errorf("only %d rates were checked", checked)
	}
}

func ratio(r rateFile) *big.Rat { return big.NewRat(*r.Numerator, *r.Denominator) }

func plus(a, b rateFile) rateFile {
	if b.Numerator == nil {
		return a
	}
	n, d := *b.Numerator, *b.Denominator
	if a.Numerator != nil {
		n, d = n+*a.Numerator, d+*a.Denominator
	}
	return rateFile{Numerator: &n, Denominator: &d}
}

func ratesAreSame(a, b rateFile) bool {
	if a.Numerator == nil || b.Numerator == nil {
		return a.Numerator == b.Numerator
	}
	return *a.Numerator == *b.Numerator && *a.Denominator == *b.Denominator
}

// rateText is DOMAIN §3.1 to §3.4 written down once more, for the test.
func rateText(r rateFile, decimals int) string {
	if r.Numerator == nil || *r.Denominator == 0 {
		return "—"
	}
	percent := new(big.Rat).Mul(ratio(r), big.NewRat(100, 1))
	switch {
	case *r.Numerator == *r.Denominator:
		return "100%"
	case *r.Numerator == 0:
		return "0%"
	}
	text := percent.FloatString(decimals) // half away from zero, which is up here
	least := big.NewRat(1, 1)
	for range decimals {
		least.Mul(least, big.NewRat(1, 10))
	}
	printed, _ := new(big.Rat).SetString(text)
	if *r.Numerator < *r.Denominator && printed.Cmp(big.NewRat(100, 1)) >= 0 {
		text = new(big.Rat).Sub(big.NewRat(100, 1), least).FloatString(decimals)
	}
	if printed.Sign() == 0 {
		text = least.FloatString(decimals)
	}
	return text + "%"
}

// Every file that was read is in the manifest, and a page names those that it was
// made from, so that a copy can be checked against the office's own files.
func TestEveryFileThatWasReadIsNamed(t *testing.T) {
	content := county.Demo()
	site := siteFiles(t, contentOf(content))
	var manifest struct {
		Inputs []struct{ Path, SHA256 string }
	}
	if err := json.Unmarshal(site["manifest.json"], &manifest); err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	for _, in := range manifest.Inputs {
		named[in.Path] = in.SHA256
	}
	for name, body := range content {
		if sum := fmt.Sprintf("%x", sha256.Sum256(body)); named[name] != sum {
			t.Errorf("%s has the sum %s, the manifest says %q", name, sum, named[name])
		}
	}
	if len(named) != len(content) {
		t.Errorf("%d files are named, %d were read", len(named), len(content))
	}
	for page, source := range map[string]string{
		"meetings/2026-11-06.html": "minutes/2026-11-06.md", "index.html": "minutes/2026-11-06.md",
		"pages/guide.html": "pages/guide.md", "tasks.html": "minutes/2025-10-09.md", "hazards/index.html": "hazards/2026.csv",
		"months/2026-10.html": "statistics/2026-10.xlsx", "accidents.html": "accidents/2026.csv",
	} {
		_, foot, _ := strings.Cut(string(site[page]), `class="footer-sources"`)
		if !strings.Contains(foot, "<li>"+source+" <span>校验码 "+named[source][:8]+"</span></li>") {
			t.Errorf("%s does not name %s as a source", page, source)
		}
	}
}
