package record

import "jianbao/internal/problem"

// A claim is a figure that an office typed although it follows from others.
// Claims are judged by internal/indicator and internal/ranking and never printed.

// RateClaim is a typed rate beside the counts it should be the quotient of.
type RateClaim struct {
	Name            string // the column's name as written, for the message
	NumeratorName   string // the canonical name of each count, for the message
	DenominatorName string
	Numerator       Count
	Denominator     Count
	Typed           Typed
}

// TotalClaim is a typed total beside the sum of the rows it should contain.
type TotalClaim struct {
	Row    string  // the row's own label, 合计
	Column string  // the column's name as written
	Stated Decimal // what the total row says
	Parts  Decimal // what its parts add up to
	AtMost bool    // an 其中 row: its parts need not be complete, but may not exceed the row it belongs to
	Place  problem.Place
}

// RankClaim is a typed rank (名次) beside what it should follow from.
type RankClaim struct {
	Table       int    // claims of one table share a number and are judged together
	Name        string // the area's or sector's, as written
	Group       string // 乡镇, 街道; ranks may have been given within it
	Score       Score  // the typed 得分, where the table has one
	Numerator   Count  // of the rectification rate, which the rank follows from without a score
	Denominator Count
	Typed       Typed
	Place       problem.Place
}
