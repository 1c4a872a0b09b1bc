package ranking

var CompareValues = compareValues
