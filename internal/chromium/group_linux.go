package chromium

import (
	"os/exec"
	"syscall"
)

// alone puts the browser into a process group, which ends as a whole, and at
// the latest with this program.
func alone(browser *exec.Cmd) {
	browser.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	browser.Cancel = func() error { return syscall.Kill(-browser.Process.Pid, syscall.SIGKILL) }
}
