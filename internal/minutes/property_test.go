package minutes_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/internal/minutes"
)

func TestHeadingIDsStayWhenOneIsAddedAbove(t *testing.T) {
	before := headings(t, "## 一、总体情况\n## 二、议定事项\n### （一）燃气\n")
	after := headings(t, "## 一、新的一节\n## 二、总体情况\n## 三、议定事项\n### （一）新的\n### （二）燃气\n")
	for _, h := range before {
		if !strings.Contains(strings.Join(after, "\n"), h) {
			t.Errorf("%s is not among %q", h, after)
		}
	}
}

// headings returns the ids of a text's headings.
func headings(t *testing.T, body string) (ids []string) {
	t.Helper()
	pages, _ := minutes.ReadPages(fstest.MapFS{"p/a.md": {Data: []byte(body)}}, "p")
	for _, h := range pages[0].Headings {
		ids = append(ids, h.ID)
	}
	return ids
}

// What Windows makes of a file changes nothing, places included.
func TestEncodingsAndLineEndsAreTheSame(t *testing.T) {
	text := "---\ndate: 2026-10-22\n天气: 晴\n---\n　　整改率{{ 整治率 }}，联系13812345678。\n\n## 议定事项\n\n1. 排查𠮷\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(strings.ReplaceAll(text, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := outputs(fstest.MapFS{"minutes/a.md": {Data: []byte(text)}})
	for name, data := range map[string]string{
		"BOM": "\ufeff" + text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "CR": strings.ReplaceAll(text, "\n", "\r"), "GB18030": gb,
	} {
		if diff := cmp.Diff(want, outputs(fstest.MapFS{"minutes/a.md": {Data: []byte(data)}})); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestDocumentsMayBeRenderedSideBySide(t *testing.T) {
	docs, _ := minutes.Read(fstest.MapFS{"minutes/a.md": {Data: []byte("---\ndate: 2026-10-22\n---\n" + sample())}}, "minutes")
	want, _ := docs[0].HTML(answers())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, _ := docs[0].HTML(answers()); !bytes.Equal(got, want) {
				t.Error("differs")
			}
		})
	}
	wg.Wait()
}

func TestFoldersThatAreNotThereHoldNothing(t *testing.T) {
	docs, problems := minutes.Read(fstest.MapFS{}, "minutes")
	pages, more := minutes.ReadPages(fstest.MapFS{}, "pages")
	if len(docs)+len(problems)+len(pages)+len(more) > 0 {
		t.Error(docs, problems, pages, more)
	}
}

func TestTooLargeOrDamagedFiles(t *testing.T) {
	fsys := fstest.MapFS{
		"minutes/big.md":    {Data: bytes.Repeat([]byte("甲"), 2<<20)},
		"minutes/binary.md": {Data: []byte("a\x00b")},
		"minutes/broken.md": {Data: []byte("甲乙丙丁\n戊己庚辛\xff")},
	}
	_, problems := minutes.Read(fsys, "minutes")
	want := `minutes/big.md: error unreadable-file
  文件超过 4 MB，不像是一份文稿。
  请检查是否放错了文件，或把它分成几份。
minutes/binary.md: error unreadable-file
  文件里有文本中不会出现的字节。
  请用记事本或 WPS 打开，另存为 UTF-8 编码的纯文本 .md 文件。
minutes/broken.md 第2行: error unreadable-file
  文字是 UTF-8 编码，但这里有损坏的字节。
  请用记事本或 WPS 打开，另存为 UTF-8 编码的纯文本 .md 文件。
`
	if diff := cmp.Diff(want, problemText(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestCallsInPlainText(t *testing.T) {
	got, problems := minutes.ResolveText(`整治{{ 整改率 "青石镇" }}偏低，{{ 整治率 }}，{{ "`, answers(), at(3, 5))
	if want := "整治‹整改率|青石镇›偏低，{{ 整治率 }}，{{ \""; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(problems) != 1 || problems[0].Place != at(3, 5) {
		t.Error(problems)
	}
}
