package handout

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/pdf"
)

// The numbers of a table of contents come from the outline, in which titles may
// stand with other spaces, twice, and among others.
func TestTheOutlineNumbersTheContents(t *testing.T) {
	outline := []pdf.Entry{{Title: "封面", Page: 1}, {Title: "目　录", Page: 2}, {Title: "第 1 次会议", Page: 3}, {Title: "例会", Page: 5}, {Title: "附件", Page: 7}, {Title: "例会", Page: 9}}
	got, err := pagesOf([]string{"第1次会议", "例会", "例会"}, outline)
	if err != nil || !slices.Equal(got, []int{3, 5, 9}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, titles := range [][]string{{"没有"}, {"例会", "第1次会议"}, {"例会", "例会", "例会"}} {
		if got, err := pagesOf(titles, outline); !errors.Is(err, errContents) {
			t.Errorf("%q gave %v, %v", titles, got, err)
		}
	}
	if got := commas([]int{3, 5, 9}); got != "3,5,9" {
		t.Errorf("the page is told %s", got)
	}
}

func TestFacesAreKnownByTheNamesThatSystemsGiveThem(t *testing.T) {
	for _, face := range []string{"FangSong", "FangSong_GB2312", "STFangsong", "FZFangSong-Z02", "FZFSK--GBK1-0", "CESI_FS_GB2312"} {
		if p := (Print{Faces: []string{"SimHei", face}}); !p.HasFangSong() || p.HasTitleFace() {
			t.Errorf("%s is not taken for a 仿宋", face)
		}
	}
	for _, face := range []string{"FZXiaoBiaoSong-B05S", "FZXBSK--GBK1-0", "CESI_XBS_GB2312"} {
		if p := (Print{Faces: []string{face}}); !p.HasTitleFace() || p.HasFangSong() {
			t.Errorf("%s is not taken for a 小标宋", face)
		}
	}
	if p := (Print{Faces: []string{"SimSun", "UMingCN"}}); p.HasFangSong() || p.HasTitleFace() {
		t.Error("a 宋体 is taken for another face")
	}
}

func TestEveryCopyHasItsNumber(t *testing.T) {
	page := string(Numbers(12))
	if strings.Count(page, "<article") != 12 || !strings.Contains(page, ">000001<") || !strings.Contains(page, ">000012<") {
		t.Errorf("the page of numbers: %s", page)
	}
}

// A binding never takes the place of the plain print.
func TestBindingsHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for b := Plain; b <= Numbered; b++ {
		if seen[b.Suffix()] {
			t.Errorf("two bindings end with %q", b.Suffix())
		}
		seen[b.Suffix()] = true
	}
	if Plain.Suffix() != "" {
		t.Error("the plain print has a suffix")
	}
}
