package table_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/internal/table"
	"jianbao/internal/zh"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// Reading is tested against excelize, which read the workbooks before: another
// hand's understanding of the format, and its raw values.

// sheetsOfExcelize reads the worksheets of a workbook as table.Sheets does, with
// or without their merged ranges: excelize reads those by other ways than rows.
func sheetsOfExcelize(data []byte, merged bool) (list []table.Sheet, err error) {
	defer func() {
		if r := recover(); r != nil {
			list, err = nil, fmt.Errorf("excelize: %v", r)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		visible, err := f.GetSheetVisible(name)
		if err != nil {
			return nil, err
		}
		if !visible {
			continue
		}
		s := table.Sheet{Name: name}
		var none excelize.ErrSheetNotExist // a sheet of a chart
		if s.Rows, err = rowsOfExcelize(f, name); errors.As(err, &none) || err == nil && len(s.Rows) == 0 {
			continue
		} else if err != nil {
			return nil, err
		}
		if merged {
			if s.Merges, err = mergesOfExcelize(f, name); err != nil {
				return nil, err
			}
		}
		list = append(list, s)
	}
	return list, nil
}

func mergesOfExcelize(f *excelize.File, sheet string) (list []string, err error) {
	merges, err := f.GetMergeCells(sheet)
	for _, m := range merges {
		if m.GetStartAxis() != m.GetEndAxis() { // nothing follows of a single cell
			list = append(list, m.GetStartAxis()+":"+m.GetEndAxis())
		}
	}
	return list, err
}

func rowsOfExcelize(f *excelize.File, sheet string) (map[int][]string, error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[int][]string{}
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for i := range cells {
			cells[i] = zh.Trim(cells[i])
		}
		for len(cells) > 0 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > 0 && !table.IsComment(cells[0]) {
			all[number] = cells
		}
	}
	return all, nil
}

// wantSame wants a workbook to be read as excelize reads it.
func wantSame(t *testing.T, name string, data []byte) {
	t.Helper()
	want, err := sheetsOfExcelize(data, true)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	got, problems := table.Sheets(data)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-excelize +ours):\n%s%s", name, diff, text(problems))
	}
}

// TestFilesAreReadAsByExcelize reads every workbook of the repository, and those
// that excelize is tested with, some of which Excel has written.
func TestFilesAreReadAsByExcelize(t *testing.T) {
	library, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/xuri/excelize/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, root := range []string{"../..", strings.TrimSpace(string(library))} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Name() == ".git" {
				return fs.SkipDir
			}
			if err != nil || filepath.Ext(path) != ".xlsx" {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil || !bytes.HasPrefix(data, []byte("PK")) { // with a password
				return err
			}
			if d.Name() == "BadWorkbook.xlsx" { // for excelize to fail over
				if _, problems := table.Sheets(data); len(problems) != 1 {
					t.Errorf("%s: %s", path, text(problems))
				}
				return nil
			}
			read++
			wantSame(t, path, data)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 10 {
		t.Errorf("%d workbooks", read)
	}
}
