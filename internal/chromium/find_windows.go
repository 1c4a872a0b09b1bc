package chromium

import (
	"strings"

	"golang.org/x/sys/windows/registry"
)

// registered are the browsers that said to Windows where they are: those of the
// machine, then those of the user alone.
func registered() []string {
	var all []string
	for _, root := range []registry.Key{registry.LOCAL_MACHINE, registry.CURRENT_USER} {
		for _, name := range []string{"msedge.exe", "chrome.exe", "chromium.exe"} {
			key, err := registry.OpenKey(root, `Software\Microsoft\Windows\CurrentVersion\App Paths\`+name, registry.QUERY_VALUE)
			if err != nil {
				continue // it is not installed
			}
			path, _, err := key.GetStringValue("")
			key.Close()
			if err == nil {
				all = append(all, strings.Trim(path, `"`))
			}
		}
	}
	return all
}
