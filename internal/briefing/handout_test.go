package briefing_test

import (
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// sectionsOf are the headings of the latest briefing, part by part.
func sectionsOf(t *testing.T, yaml string) string {
	t.Helper()
	files := county(t, "county")
	files["jianbao.yaml"] += yaml
	var last briefing.Handout
	for _, h := range brief(t, files).Handouts {
		if h.Kind == briefing.BriefingHandout {
			last = h
		}
	}
	var b strings.Builder
	for _, p := range last.Parts() {
		b.WriteString(p.Annex + p.Title + "：")
		for _, s := range p.Sections {
			b.WriteString(s.Heading + " ")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// An office prints the parts that it wants; they are numbered without gaps, and
// the explanation of ranks goes with the ranking.
func TestABriefingIsPrintedInTheChosenParts(t *testing.T) {
	whole := sectionsOf(t, "")
	for _, heading := range []string{"一、总体情况", "二、图示", "三、各单位排名", "附件名次说明"} {
		if !strings.Contains(whole, heading) {
			t.Errorf("there is no %s in\n%s", heading, whole)
		}
	}
	if got, want := sectionsOf(t, "\nprint: {sections: [ranking, summary]}\n"), "2026年10月隐患排查治理情况：一、总体情况 二、各单位排名 \n附件名次说明： \n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := sectionsOf(t, "\nprint: {sections: [议定事项]}\n"), "2026年10月隐患排查治理情况：一、议定事项办理情况 \n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
