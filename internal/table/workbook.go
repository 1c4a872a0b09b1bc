package table

import (
	"bytes"
	"errors"

	"jianbao/internal/problem"

	"github.com/xuri/excelize/v2"
)

// sheetError carries a problem that is already worded out of readRows.
type sheetError struct{ problem.Problem }

func (e *sheetError) Error() string { return e.Message }

// readWorkbook reads the visible worksheets that are not blank.
func readWorkbook(place problem.Place, data []byte) (sheets []sheet, problems []problem.Problem) {
	if bad := checkArchive(place, data); bad != nil {
		return nil, bad
	}
	// excelize parses what an unknown hand has written, and has panicked on
	// damaged workbooks before; a site must not fail over one township's file.
	defer func() {
		if recover() != nil {
			sheets, problems = nil, []problem.Problem{damaged(place)}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxFile, UnzipXMLSizeLimit: maxFile, // equal, so that nothing is unpacked to disk
	})
	if err != nil {
		return nil, []problem.Problem{damaged(place)}
	}
	defer f.Close()
	return readSheets(place, f)
}

func readSheets(place problem.Place, f *excelize.File) (sheets []sheet, problems []problem.Problem) {
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
		return nil, []problem.Problem{date1904(place)}
	}
	if tooManyStrings(f) {
		return nil, []problem.Problem{tooManyCells(place)}
	}
	paths := sheetPaths(f)
	for _, name := range f.GetSheetList() {
		xml, isWorksheet := part(f, paths[name])
		if visible, err := f.GetSheetVisible(name); err != nil || !visible || !isWorksheet {
			continue
		}
		s := sheet{place: place}
		s.place.Sheet = name
		if err := s.readRows(f, xml); err != nil {
			return nil, []problem.Problem{sheetProblem(s.place, err)}
		}
		if len(s.lines) == 0 {
			continue
		}
		s.merges = mergedRanges(xml)
		sheets = append(sheets, s)
		if row, column, found := formulaWithoutValue(xml); found {
			problems = append(problems, formulaWithoutResult(s.place.At(row, column)))
		}
	}
	if len(sheets) == 0 {
		return nil, []problem.Problem{emptyFile(place)}
	}
	return sheets, problems
}

func sheetProblem(place problem.Place, err error) problem.Problem {
	var worded *sheetError
	if errors.As(err, &worded) {
		return worded.Problem
	}
	return damaged(place)
}

// readRows streams the rows. excelize takes XML that it cannot go on with for
// the end of the sheet, so the number of the last row is compared.
func (s *sheet) readRows(f *excelize.File, xml []byte) error {
	rows, err := f.Rows(s.place.Sheet)
	if err != nil {
		return err
	}
	defer rows.Close()
	arena := []string{}
	number, cells := 0, 0
	last := lastRow(xml)
	for rows.Next() {
		if number++; number > excelize.TotalRows {
			return errors.New("a row behind the last that a sheet can have")
		}
		values, err := rows.Columns()
		if err != nil {
			return err
		}
		if len(values) > maxColumns {
			return &sheetError{tooWide(s.place.At(number, 0), len(values))}
		}
		if cells += len(values); cells > maxCells {
			return &sheetError{tooManyCells(s.place)}
		}
		if cap(arena)-len(arena) < len(values) {
			arena = make([]string, 0, max(4096, len(values)))
		}
		s.add(&arena, number, values)
	}
	if number < last {
		return errors.New("the sheet ends before its last row")
	}
	return rows.Error()
}
