package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	checker "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"

	"jianbao/internal/pdf"
)

// The files of testdata were printed from the demonstration county's handouts of
// 6 November 2026, cut down, by Chromium 156 with the faces of a Linux desk:
//
//	areas.pdf     eleven townships' sheets, a table each
//	briefing.pdf  two pages with a wide table
//	slips.pdf     three slips
//	numbers.pdf   the numbers 000001 to 000060, one on each page
//	missing.pdf   characters without a glyph, fonts of Type 3, a picture, a page
//	              that lies on its side
func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// county is a file of testdata as it is handed on: dated.
func county(t testing.TB, name string) []byte {
	t.Helper()
	return must(pdf.Stamp(file(t, name), day()))(t)
}

func day() time.Time { return time.Date(2026, 11, 6, 15, 4, 5, 0, time.Local) }

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func read(t testing.TB, data []byte) *pdf.File {
	t.Helper()
	return must(pdf.Read(data))(t)
}

// valid wants a file that a strict reader takes; taken, one that a lenient one
// does. Browsers say PDF 1.4 in the first line, and write 1.7.
func valid(t *testing.T, data []byte) { t.Helper(); validate(t, data, model.ValidationStrict) }
func taken(t *testing.T, data []byte) { t.Helper(); validate(t, data, model.ValidationRelaxed) }

func validate(t *testing.T, data []byte, mode int) {
	t.Helper()
	conf := &model.Configuration{Reader15: true, Offline: true, ValidationMode: mode, Limits: model.DefaultResourceLimits()}
	ctx, err := pdfcpu.Read(bytes.NewReader(data), conf)
	if err == nil {
		err = checker.XRefTable(ctx)
	}
	if err != nil {
		t.Error(err)
	}
}

// need wants a program on the machine.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		lacks(t, program)
	}
}

// lacks ends a test for what the machine lacks.
func lacks(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("WITHOUT_BROWSER") != "" && os.Getenv("CI") == "" {
		t.Skip("WITHOUT_BROWSER is set")
	}
	t.Fatalf("no %s: .ci/needs says what to install; WITHOUT_BROWSER=1 leaves this test out", what)
}

// poppler runs one of poppler's programs on a file, and returns what it says.
func poppler(t *testing.T, program string, data []byte, args ...string) string {
	t.Helper()
	need(t, program)
	name := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, complaints bytes.Buffer
	cmd := exec.CommandContext(t.Context(), program, append(args, name, "-")[:len(args)+1+stdout(program)]...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil || complaints.Len() > 0 {
		t.Errorf("%v: %v: %s", cmd, err, &complaints)
	}
	return out.String()
}

// stdout is 1 if a program is told with - to write to its output.
func stdout(program string) int {
	if program == "pdftotext" {
		return 1
	}
	return 0
}

// words are the words of a text, without the spaces and breaks of a layout.
func words(text string) string { return strings.Join(strings.Fields(text), "") }

// build writes a file of the objects, numbered from 1; the first is the catalog.
func build(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d\n/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func stream(content string) string {
	return fmt.Sprintf("<</Length %d>> stream\n%s\nendstream", len(content), content)
}
