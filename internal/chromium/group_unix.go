//go:build unix && !linux

package chromium

import (
	"os/exec"
	"syscall"
)

// alone puts the browser into a process group, which ends as a whole.
func alone(browser *exec.Cmd) {
	browser.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	browser.Cancel = func() error { return syscall.Kill(-browser.Process.Pid, syscall.SIGKILL) }
}
