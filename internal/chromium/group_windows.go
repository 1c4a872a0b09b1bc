package chromium

import (
	"os/exec"
	"syscall"
)

// alone puts the browser into a process group, so that a Ctrl+C that ends this
// program does not reach the browser while it is being closed. Its processes
// end when the first of them does.
func alone(browser *exec.Cmd) {
	browser.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}
