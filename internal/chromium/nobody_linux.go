package chromium

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"strings"
	"syscall"
)

// asNobody lets root's browser run as the user nobody, who owns its profile and
// may read what all may read. The browser refuses to run as root with a
// sandbox; and nobody has less to lose where the sandbox has a hole.
func asNobody(browser *exec.Cmd, profile string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	nobody, err := user.Lookup("nobody")
	if err != nil {
		return fmt.Errorf("%w: root has none, and %w", ErrNoSandbox, err)
	}
	uid, err := strconv.ParseUint(nobody.Uid, 10, 32)
	if err != nil {
		return err
	}
	gid, err := strconv.ParseUint(nobody.Gid, 10, 32)
	if err != nil {
		return err
	}
	if err := os.Chown(profile, int(uid), int(gid)); err != nil {
		return fmt.Errorf("%w: root has none, and %w", ErrNoSandbox, err)
	}
	browser.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)} // with no other groups
	browser.Dir = profile
	browser.Env = append(public(os.Environ()), append(guest(profile), "HOME="+profile)...)
	return nil
}

// public is what of root's environment a browser needs. The rest is none of
// nobody's business: other programs run as nobody, and can read it.
func public(environ []string) []string {
	var env []string
	for _, line := range environ {
		switch name, _, _ := strings.Cut(line, "="); {
		case name == "PATH", name == "TZ", strings.HasPrefix(name, "LANG"), strings.HasPrefix(name, "LC_"), strings.HasPrefix(name, "FONTCONFIG_"):
			env = append(env, line)
		}
	}
	return env
}
