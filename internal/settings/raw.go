package settings

import "jianbao/internal/problem"

// value is one setting as written, with where it was written. It passes through
// viper whole, so that a message can name the line of the value that won.
type value struct {
	text  string
	place problem.Place
	label string // what the author called it: ranking.by, JIANBAO_RANKING_BY, --ranking-by
}

// written reports whether there is a value at all.
func (v value) written() bool { return v.text != "" }

// hereKey is the key under which a mapping in a list keeps its own place.
const hereKey = "@"

// raw is everything as written. The zero value of each part means "not written".
type raw struct {
	Content  value      `mapstructure:"content"`
	Output   value      `mapstructure:"output"`
	Theme    value      `mapstructure:"theme"`
	Title    value      `mapstructure:"title"`
	Office   value      `mapstructure:"office"`
	County   value      `mapstructure:"county"`
	Whole    value      `mapstructure:"whole"`
	Demo     value      `mapstructure:"demo"`
	Basis    value      `mapstructure:"basis"`
	Decimals value      `mapstructure:"decimals"`
	Targets  rawTargets `mapstructure:"targets"`
	Privacy  rawPrivacy `mapstructure:"privacy"`
	Areas    []rawName  `mapstructure:"areas"`
	Sectors  []rawName  `mapstructure:"sectors"`
	Ranking  rawRanking `mapstructure:"ranking"`

	Print     rawPrint `mapstructure:"print"`
	Browser   value    `mapstructure:"browser"`
	NoSandbox value    `mapstructure:"no_sandbox"`
}

type rawPrint struct {
	Color     value   `mapstructure:"color"`
	Watermark value   `mapstructure:"watermark"`
	CopyTo    []value `mapstructure:"copy_to"`
	Sections  []value `mapstructure:"sections"`
}

type rawTargets struct {
	Rectification value `mapstructure:"rectification"`
	Major         value `mapstructure:"major"`
	OnTime        value `mapstructure:"on_time"`
	Coverage      value `mapstructure:"coverage"`
}

type rawPrivacy struct {
	Person value `mapstructure:"person"`
}

// rawName is an area or a sector; a sector has no group.
type rawName struct {
	Here    value   `mapstructure:"@"`
	Name    value   `mapstructure:"name"`
	ID      value   `mapstructure:"id"`
	Aliases []value `mapstructure:"aliases"`
	Group   value   `mapstructure:"group"`
}

type rawRanking struct {
	By        value        `mapstructure:"by"`
	Weights   []rawWeight  `mapstructure:"weights"`
	Grouped   value        `mapstructure:"grouped"`
	SmallBase rawSmallBase `mapstructure:"small_base"`
	Veto      value        `mapstructure:"veto"`
	Bands     []rawBand    `mapstructure:"bands"`
}

type rawSmallBase struct {
	Below  value `mapstructure:"below"`
	Method value `mapstructure:"method"`
}

type rawWeight struct {
	Here      value `mapstructure:"@"`
	Indicator value `mapstructure:"indicator"`
	Weight    value `mapstructure:"weight"`
}

type rawBand struct {
	Here  value `mapstructure:"@"`
	Name  value `mapstructure:"name"`
	Least value `mapstructure:"least"`
}
