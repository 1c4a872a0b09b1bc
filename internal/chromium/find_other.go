//go:build !windows

package chromium

// registered is empty: only Windows keeps such a list.
func registered() []string { return nil }
