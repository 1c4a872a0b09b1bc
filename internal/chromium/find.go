package chromium

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Variable is the environment variable that names the browser's program.
const Variable = "JIANBAO_BROWSER"

// Find finds a browser: the one that is named, as by a setting; else the one
// that the Variable names; else one on the PATH or in the usual places of the
// system. Where one is named no other is taken. The environment is as
// os.Environ gives it.
func Find(environ []string, named string) (path string, ok bool) {
	env := map[string]string{}
	for _, line := range environ {
		name, value, _ := strings.Cut(line, "=")
		env[strings.ToUpper(name)] = value // on Windows in any case
	}
	if named == "" {
		named = env[Variable]
	}
	if named != "" {
		return named, isProgram(named)
	}
	for _, place := range append(places(runtime.GOOS, env), registered()...) {
		found := []string{place}
		if strings.Contains(place, "*") {
			found, _ = filepath.Glob(place)
		}
		for _, path := range found {
			if isProgram(path) {
				return path, true
			}
		}
	}
	return "", false
}

// places are the programs that are looked for, the most likely first; "*" is
// any name. Only those stand here that are known to print without a window:
// Chromium, Chrome and Edge, in the packages of their makers, of distributions
// and of the shop of UOS and deepin. Browsers of other makers on Kylin and UOS
// (360, Qianxin, UOS's own) are made of an old Chromium, but of none is it known
// that it does. One who knows may name it.
func places(system string, env map[string]string) []string {
	var names, folders, programs []string
	switch system {
	case "windows":
		names = []string{"msedge.exe", "chrome.exe", "chromium.exe"}
		for _, program := range []string{`Microsoft\Edge\Application\msedge.exe`, `Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`} {
			for _, folder := range []string{env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]} {
				programs = append(programs, filepath.Join(folder, program))
			}
		}
	case "darwin":
		names = []string{"chromium", "google-chrome"}
		for _, program := range []string{
			"Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome",
			"Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		} {
			programs = append(programs, "/Applications/"+program, env["HOME"]+"/Applications/"+program)
		}
	default:
		names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"}
		folders = []string{"/usr/local/bin", "/usr/bin"} // services may have no PATH
		programs = []string{
			"/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge",
			"/opt/apps/cn.google.chrome*/files/google/chrome/google-chrome",
			"/opt/apps/com.browser.softedge.stable*/files/microsoft/msedge/microsoft-edge",
		}
	}
	var all []string
	folders = append(filepath.SplitList(env["PATH"]), folders...)
	for _, name := range names {
		for _, folder := range folders {
			all = append(all, filepath.Join(folder, name))
		}
	}
	all = append(all, programs...)
	return slices.DeleteFunc(all, func(path string) bool { return !filepath.IsAbs(path) }) // of a variable that is not set, or of wherever one stands
}

// isProgram tells files that can be run. On Windows the name says so.
func isProgram(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && (runtime.GOOS == "windows" || info.Mode().Perm()&0o111 != 0)
}
