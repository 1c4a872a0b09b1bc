package problem_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// codes returns the constants of type Code in code.go with their comments.
func codes(t *testing.T) (names, values, docs []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, spec.Names[0].Name)
		values = append(values, value)
		docs = append(docs, spec.Doc.Text())
		return true
	})
	return names, values, docs
}

func TestCodesAreNamedAlikeAndExplained(t *testing.T) {
	names, values, docs := codes(t)
	seen := map[string]bool{}
	for i, name := range names {
		kebab := strings.ToLower(regexp.MustCompile(`\B([A-Z])`).ReplaceAllString(name, "-$1"))
		if values[i] != kebab {
			t.Errorf("%s is %q, want %q", name, values[i], kebab)
		}
		if seen[values[i]] {
			t.Errorf("%q is there twice", values[i])
		}
		seen[values[i]] = true
		if !regexp.MustCompile(`^` + name + ` \((error|warning)\): `).MatchString(docs[i]) {
			t.Errorf("%s does not say what it means and how severe it is: %q", name, docs[i])
		}
	}
}

// Users' scripts rely on these.
func TestNoPublishedCodeIsMissing(t *testing.T) {
	_, values, _ := codes(t)
	have := strings.Join(values, " ") + " "
	for code := range strings.FieldsSeq(`rate-mismatch rectified-exceeds-found parts-differ-from-total rank-mismatch
		missing-report duplicate-report unknown-area unreadable-number unreadable-date unreadable-file unknown-column
		unknown-setting mixed-basis overdue-without-extension action-without-owner action-without-deadline personal-data
		secrecy-mark figure-disagrees`) {
		if !strings.Contains(have, code+" ") {
			t.Errorf("code %q is gone", code)
		}
	}
}
