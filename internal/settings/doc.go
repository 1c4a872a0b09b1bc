// Package settings reads jianbao.yaml, the environment and the command line's
// flags into one typed value.
//
// In: the content folder, the environment as os.Environ gives it, and the flags
// that were given. Out: [Settings], complete with defaults, and everything that
// is wrong with what was written. Nothing has to be written: a content folder
// without a jianbao.yaml is one with the [Default] settings.
//
// # Where a setting comes from
//
// A flag wins over the environment, the environment over jianbao.yaml, that
// over the default. Settings that are one value have a variable: JIANBAO_ and
// the keys in capitals, joined by "_": JIANBAO_DECIMALS=2,
// JIANBAO_RANKING_SMALL_BASE_BELOW=10; JIANBAO_CONTENT is the content folder.
// An empty variable counts as not set. Lists (areas, sectors, weights, bands)
// stand in the file only, the content folder never does. Paths in the file, as
// everywhere, are relative to the folder the program is started in.
//
// # The file
//
// It may be UTF-8 or, as Chinese editors on Windows save it, GB18030. A whole
// one, every key of which may be left out:
//
//	title: 安全生产工作简报          # the masthead
//	office: 云溪县安全生产委员会办公室
//	county: 云溪县
//	whole: 全县                      # the word for all areas together: 全县, 全市, 全区
//	demo: false                      # true marks every page 演示数据
//	output: public                   # the folder that is written
//	theme: default                   # or a folder whose files replace the default's
//	basis: monthly                   # or cumulative: 1—N月
//	decimals: 1                      # of a printed rate: 0, 1 or 2
//	targets:                         # a rate in percent: 95, 95.5 or 95.5%
//	  rectification: 95%
//	  major: 100%
//	  on_time: 95%
//	  coverage: 90%
//	privacy:
//	  person: show                   # names of persons responsible for major hazards; or hide
//	areas:                           # in official order
//	  - 青石镇                       # a name alone, or
//	  - name: 临江街道
//	    id: linjiang                 # for addresses; else the name's pinyin
//	    aliases: [临江街办, 临江办事处]
//	    group: 街道
//	sectors:
//	  - 建筑施工
//	  - name: 危险化学品
//	    aliases: [危化品]
//	ranking:
//	  by: rectification              # general, major, on_time, coverage, or score: the typed 得分
//	  # weights:                     # instead of by; together 100
//	  #   - {indicator: rectification, weight: 60}
//	  #   - {indicator: on_time, weight: 40}
//	  grouped: false                 # true ranks each group by itself
//	  small_base:
//	    below: 5                     # fewer hazards than this are few; 0: no such rule
//	    method: note                 # or wilson
//	  veto: last                     # or outside
//	  bands:                         # from the highest down, to the one from 0
//	    - {name: 优秀, least: 95}
//	    - {name: 良好, least: 90}
//	    - {name: 达标, least: 80}
//	    - {name: 不达标, least: 0}
//	print:                           # handouts
//	  color: true                    # false for printers without colours
//	  watermark: 内部资料            # across every page; none if left out
//	  copy_to: [县委办公室, 县政府办公室] # 分送, on the last page
//	  sections: [summary, ranking]   # of a briefing: also figures, overdue, decisions; all if left out
//	browser: /usr/bin/chromium       # that prints; looked for if left out
//	no_sandbox: false                # true lets it print without its sandbox
//
// # Strictness
//
// Words such as monthly may be written in the Chinese that messages explain them
// with. A setting that is silently not taken is a wrong bulletin. So an unknown key
// or variable is an error, with the key that was probably meant; so are a value
// of the wrong kind, a key written twice, and the slips that YAML takes
// without a word: a full-width colon, no space behind a colon, a second
// document. "0.95" is refused as a target, because nobody can tell whether 95%
// or 0.95% is meant.
//
// # Why viper
//
// viper (MIT, maintained since 2014) lays the sources over each other, and its
// exact decoding fails when the table of keys here and the types differ. What
// it gets wrong is kept away from it: the file is parsed by go.yaml.in/yaml/v3,
// which knows lines and columns and keeps 1.10 from becoming 1.1; names stand
// in values, never in keys, because keys are lower-cased; and the key delimiter
// is "::", because "." splits 乡镇.名称.
package settings
