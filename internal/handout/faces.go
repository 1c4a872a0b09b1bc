package handout

import "regexp"

// The faces that GB/T 9704-2012 asks for, by the PostScript names that Windows,
// Kylin, UOS and the licensed 方正 faces have for them.
var (
	fangSong  = regexp.MustCompile(`(?i)fangsong|fzfs|cesi_?fs|仿宋`)
	titleSong = regexp.MustCompile(`(?i)xiaobiaosong|fzxbs|cesi_?xbs|小标宋`)
)

// HasFangSong reports whether one of the faces is a 仿宋, which the text should be in.
func (p Print) HasFangSong() bool { return p.hasFace(fangSong) }

// HasTitleFace reports whether one of the faces is a 小标宋, which titles should be in.
func (p Print) HasTitleFace() bool { return p.hasFace(titleSong) }

func (p Print) hasFace(like *regexp.Regexp) bool {
	for _, face := range p.Faces {
		if like.MatchString(face) {
			return true
		}
	}
	return false
}
