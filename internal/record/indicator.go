package record

// Indicator names one rate that is computed from two counts.
type Indicator int

// The rates of DOMAIN §2, in the order they are printed.
const (
	Rectification Indicator = iota // 整改率: rectified ÷ found
	General                        // 一般隐患整改率
	Major                          // 重大隐患整改率
	OnTimeRate                     // 按期整改率: rectified in time ÷ due so far, approved extensions left out
	Coverage                       // 覆盖率: units inspected ÷ units that should be
	NumIndicators
)

var indicators = [NumIndicators]struct {
	key, name              string
	numerator, denominator Measure
}{
	Rectification: {"rectification", "整改率", Rectified, Found},
	General:       {"general", "一般隐患整改率", GeneralRectified, GeneralFound},
	Major:         {"major", "重大隐患整改率", MajorRectified, MajorFound},
	OnTimeRate:    {"on_time", "按期整改率", OnTime, Due},
	Coverage:      {"coverage", "覆盖率", UnitsInspected, UnitsDue},
}

// Indicators returns all indicators in the order they are printed.
func Indicators() []Indicator {
	all := make([]Indicator, NumIndicators)
	for i := range all {
		all[i] = Indicator(i)
	}
	return all
}

// Key is the name in settings and in data files: "on_time".
func (i Indicator) Key() string { return indicators[i].key }

// String returns the term as printed: 按期整改率.
func (i Indicator) String() string { return indicators[i].name }

// Numerator and Denominator are the counts that the rate is the quotient of.
func (i Indicator) Numerator() Measure   { return indicators[i].numerator }
func (i Indicator) Denominator() Measure { return indicators[i].denominator }

// IndicatorByKey finds an indicator by its Key.
func IndicatorByKey(key string) (Indicator, bool) {
	for i := range indicators {
		if indicators[i].key == key {
			return Indicator(i), true
		}
	}
	return 0, false
}

// DueSoFar is the denominator of the on-time rate: what was due, less what has
// an approved extension, which is neither rectified nor overdue (DOMAIN §2).
func DueSoFar(c Counts) Count {
	if !c[Due].Known() {
		return Count{}
	}
	return CountOf(max(c[Due].N()-c[Extended].N(), 0))
}
