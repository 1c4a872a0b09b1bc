package chromium_test

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// What of a browser is killed.
const (
	all   = "all of it"
	first = "its first process"
	pages = "its pages"
)

// kill ends processes of the browser that has its profile in a folder, as the
// system does when it is short of memory.
func kill(t *testing.T, dir, what string) {
	t.Helper()
	killed := 0
	for _, pid := range group(t, dir) {
		id, err := strconv.Atoi(pid)
		if err != nil {
			t.Fatal(err)
		}
		leader, err := syscall.Getpgid(id)
		if err != nil {
			continue // it has ended
		}
		command, _ := os.ReadFile("/proc/" + pid + "/cmdline")
		switch {
		case what == all:
			id = -leader
		case what == first && id != leader, what == pages && !strings.Contains(string(command), "--type=renderer"):
			continue
		}
		if err := syscall.Kill(id, syscall.SIGKILL); err == nil {
			killed++
		}
	}
	if killed == 0 {
		t.Fatalf("%s: there is none", what)
	}
}
