package settings

// FileName is the settings file's name in the content folder.
const FileName = "jianbao.yaml"

// Default returns the settings that hold where nothing is written.
func Default() Settings {
	return Settings{
		Content:  "content",
		Output:   "public",
		Theme:    "default",
		Title:    "安全生产工作简报",
		Whole:    "全县",
		Basis:    Monthly,
		Decimals: 1,
		Ranking: Ranking{
			By:        "rectification",
			SmallBase: SmallBase{Below: 5, Method: SmallBaseNote},
			Veto:      VetoLast,
		},
	}
}
