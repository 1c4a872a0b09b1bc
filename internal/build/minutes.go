package build

import (
	"jianbao/internal/indicator"
	"jianbao/internal/intake"
	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/table"
)

// proofreadMinutes judges what was typed into minutes as what stands in the
// statistics: a rate by its own counts, a total by its parts. Of a sentence less is
// certain than of a table, so that it is only asked about.
func proofreadMinutes(meetings []minutes.Document) (problems []problem.Problem) {
	names := intake.NewTypedNames()
	for i := range meetings {
		for j := range meetings[i].Tables {
			typed := &meetings[i].Tables[j]
			t := tableOf(typed)
			rates, totals := names.Claims(&t)
			found := append(indicator.ProofreadRates(rates), indicator.ProofreadTotals(totals)...)
			problems = append(problems, inText(found, typed)...)
		}
		for _, sentence := range meetings[i].Sentences {
			found := indicator.ProofreadRates(names.SaidRates(sentence))
			for j := range found {
				found[j].Severity = problem.Warning
			}
			problems = append(problems, found...)
		}
	}
	return problems
}

// tableOf makes a typed table a table, whose cells are counted and not yet
// placed in the text.
func tableOf(typed *minutes.TypedTable) table.Table {
	t := table.Table{Place: typed.Place, HeaderRow: typed.Place.Row}
	t.Place.Row, t.Place.Column = 0, 0
	for i, c := range typed.Header {
		t.Columns = append(t.Columns, table.Column{Name: c.Text, Path: []string{c.Text}, Index: i + 1})
	}
	for i, cells := range typed.Rows {
		row := table.Row{Number: i + 1}
		for _, c := range cells {
			row.Cells = append(row.Cells, c.Text)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// inText turns the places of cells into lines and characters.
func inText(problems []problem.Problem, typed *minutes.TypedTable) []problem.Problem {
	for i := range problems {
		cell := typed.Rows[problems[i].Place.Row-1][problems[i].Place.Column-1]
		problems[i].Place = problems[i].Place.At(cell.Row, cell.Column)
	}
	return problems
}
