package record

import "jianbao/internal/problem"

// A claim is a figure that an office typed although it follows from others.
// Claims are judged by internal/indicator and never printed.

// RateClaim is a typed rate beside the counts it should be the quotient of.
type RateClaim struct {
	Name                   string // the column's name as written, for the message
	Numerator, Denominator Count
	NumeratorName          string // the canonical name of each count, for the message
	DenominatorName        string
	Typed                  Typed
}

// TotalClaim is a typed total beside the sum of the rows it should contain.
type TotalClaim struct {
	Row    string        // the row's own label, 合计
	Column string        // the column's name as written
	Stated Count         // what the total row says
	Parts  Count         // what its parts add up to
	AtMost bool          // an 其中 row: its parts need not be complete, but may not exceed the row it belongs to
	Scale  int           // decimals of Stated and Parts, for columns of money; 0 for counts
	Place  problem.Place // the cell of the total
}
