package chromium_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"jianbao/internal/chromium"
)

// showing are the options of a browser that shows a site, as the program has
// them: with the sandbox, where the machine lets it have one.
func showing(t *testing.T, site fs.FS) chromium.Options {
	t.Helper()
	o := options(t)
	o.Site = site
	o.NoSandbox = !hasNamespaces(t)
	return o
}

// hasNamespaces reports whether one who is not root can make namespaces, as the
// sandbox needs them.
func hasNamespaces(t *testing.T) bool {
	t.Helper()
	try := exec.CommandContext(t.Context(), "unshare", "--user", "--map-root-user", "--net", "true")
	if os.Getuid() == 0 {
		try.SysProcAttr = &syscall.SysProcAttr{Credential: nobody(t)}
		try.Dir = "/"
	}
	out, err := try.CombinedOutput()
	if err != nil {
		t.Logf("no namespaces: %v %s", err, out)
	}
	return err == nil
}

func nobody(t *testing.T) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

// temporary sets a folder for temporary files, which nobody can reach as well.
// Its name is short: a socket's has to fit.
func temporary(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "c")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", dir)
	return dir
}

// Root's browser has its sandbox, and is not root's.
func TestPagesAreInTheSandbox(t *testing.T) {
	if !hasNamespaces(t) {
		t.Skip("see above")
	}
	dir := temporary(t)
	o := showing(t, fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>页</title><h1>标题")}})
	t.Run("printing", func(t *testing.T) {
		tab := open(t, start(t, o), chromium.Address("index.html"), chromium.View{NoScripts: true})
		if got := text(t, tab); !strings.Contains(got, "标题") {
			t.Error(got)
		}
		uid := os.Getuid()
		if uid == 0 {
			uid = int(nobody(t).Uid)
		}
		all, renderers := 0, 0
		for _, pid := range group(t, dir) {
			all++
			status, _ := os.ReadFile("/proc/" + pid + "/status")
			command, _ := os.ReadFile("/proc/" + pid + "/cmdline")
			if !strings.Contains(string(status), "\nUid:\t"+strings.Repeat(strconv.Itoa(uid)+"\t", 3)) {
				t.Errorf("%s is run by another:\n%s", command, status)
			}
			if uid != os.Getuid() && !strings.Contains(string(status), "\nGroups:\t \n") {
				t.Errorf("%s has groups:\n%s", command, status)
			}
			if strings.Contains(string(command), "--type=renderer") {
				renderers++
				if !strings.Contains(string(status), "\nSeccomp:\t2\n") {
					t.Errorf("%s may make any call:\n%s", command, status)
				}
			}
		}
		if all < 3 || renderers == 0 {
			t.Errorf("%d processes, %d of pages", all, renderers)
		}
	})
	t.Run("by its own word", func(t *testing.T) {
		o := o
		o.Site = nil
		tab := open(t, start(t, o), "chrome://sandbox", chromium.View{})
		if got := eval[string](t, tab, "document.body.innerText"); !strings.Contains(got, "You are adequately sandboxed.") {
			t.Error(got)
		}
	})
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("there is %q", left)
	}
}

// group lists the processes of the browser that has its profile in a folder.
func group(t *testing.T, dir string) []string {
	t.Helper()
	var leader int
	var all []string
	lists, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, pass := range []func(pid string, command string, group int){
		func(_, command string, group int) {
			if strings.Contains(command, "--user-data-dir="+dir+"/") {
				leader = group
			}
		},
		func(pid, _ string, group int) {
			if group == leader {
				all = append(all, pid)
			}
		},
	} {
		for _, name := range lists {
			pid := filepath.Base(filepath.Dir(name))
			id, err := strconv.Atoi(pid)
			if err != nil {
				t.Fatal(err)
			}
			command, err1 := os.ReadFile(name)
			group, err2 := syscall.Getpgid(id)
			if err1 == nil && err2 == nil { // or it has ended
				pass(pid, string(command), group)
			}
		}
	}
	return all
}

// withoutNamespaces names the variable with which this program runs itself
// where no namespaces can be made.
const withoutNamespaces = "JIANBAO_TEST_WITHOUT_NAMESPACES"

// Where the machine gives no sandbox, as many containers do, Start says so.
func TestTheSandboxIsNeverLeftOutSilently(t *testing.T) {
	if os.Getenv(withoutNamespaces) != "" {
		if err := os.WriteFile("/proc/sys/user/max_user_namespaces", []byte("0"), 0); err != nil {
			t.Skip(err)
		}
		b, err := chromium.Start(t.Context(), sandboxed(t))
		if err == nil {
			b.Close()
			t.Fatal("there is a sandbox")
		}
		if !errors.Is(err, chromium.ErrNoSandbox) {
			t.Error(err)
		}
		return
	}
	if os.Getuid() != 0 {
		t.Skip("only root can make a machine without namespaces")
	}
	if helpers, _ := filepath.Glob("/usr/lib/chromium*/chrome-sandbox"); len(helpers) > 0 {
		t.Skip("the browser can do without namespaces: ", helpers)
	}
	self := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	self.Env = append(os.Environ(), withoutNamespaces+"=1")
	all := []syscall.SysProcIDMap{{Size: 1 << 16}}
	self.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER, UidMappings: all, GidMappings: all, GidMappingsEnableSetgroups: true}
	out, err := self.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

func TestStartSaysWhyThereIsNoSandbox(t *testing.T) {
	dir := temporary(t)
	browser := func(script string) chromium.Options {
		t.Helper()
		path := filepath.Join(dir, "browser")
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
		return chromium.Options{Path: path}
	}
	for words, want := range map[string]bool{
		"No usable sandbox! If this is a Debian system, please install the chromium-sandbox package to solve this problem.":                   true,
		"The SUID sandbox helper binary was found, but is not configured correctly.":                                                          true,
		"The setuid sandbox is not running as root. Common causes:":                                                                           true,
		"Failed to move to new namespace: PID namespaces supported, Network namespace supported, but failed: errno = Operation not permitted": true,
		"Running as root without --no-sandbox is not supported.":                                                                              true,
		"error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory":                         false,
	} {
		if _, err := chromium.Start(t.Context(), browser("echo '"+words+"' >&2; exit 1")); errors.Is(err, chromium.ErrNoSandbox) != want || !strings.Contains(err.Error(), words) {
			t.Error(err)
		}
	}
	if os.Getuid() != 0 {
		t.Skip("the rest is about root")
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := chromium.Start(t.Context(), browser("exit 1")); err == nil || errors.Is(err, chromium.ErrNoSandbox) || !strings.Contains(err.Error(), "user nobody") {
		t.Error(err)
	}
}

func sandboxed(t *testing.T) chromium.Options {
	t.Helper()
	o := options(t)
	o.NoSandbox = false
	return o
}
