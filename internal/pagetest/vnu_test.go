package pagetest_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The checker of the WHATWG's HTML finds nothing wrong on any page.
func TestPagesAreValid(t *testing.T) {
	t.Parallel()
	need(t, "java", "vnu")
	known := []string{
		"violates Content Security Policy", // it takes 'self' of a file for nobody, and data in a script element for a script
	}
	checker := exec.CommandContext(t.Context(), "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m", // half the time on two cores
		"-jar", filepath.FromSlash(packages+"/vnu-jar/build/dist/vnu.jar"),
		"--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder)
	checker.Stderr = os.Stderr
	out, err := checker.Output()
	do(t, err)
	var result struct {
		Messages []struct {
			Type, URL, Message, Extract string
			LastLine                    int
		}
	}
	do(t, json.Unmarshal(out, &result))
messages:
	for _, m := range result.Messages {
		for _, k := range known {
			if strings.Contains(m.Message, k) {
				continue messages
			}
		}
		t.Errorf("%s:%d: %s: %s\n\t%s", strings.TrimPrefix(m.URL, "file:"+folder+"/"), m.LastLine, m.Type, m.Message, strings.TrimSpace(m.Extract))
	}
}
