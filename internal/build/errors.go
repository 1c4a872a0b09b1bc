package build

import (
	"fmt"

	"jianbao/internal/site"
)

// BrokenLinks is a fault of the theme or of the program: a page leads to one that there is not.
type BrokenLinks struct{ Links []site.Broken }

// Error names the first of them.
func (e *BrokenLinks) Error() string {
	return fmt.Sprintf("网页里有 %d 个链接没有去处，第一个是 %v。", len(e.Links), e.Links[0])
}
