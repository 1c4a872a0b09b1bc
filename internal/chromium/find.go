package chromium

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Variable is the environment variable that names the browser's program. Where
// it is set, no other is looked for.
const Variable = "JIANBAO_BROWSER"

// Find looks for a browser in the usual places of the system. The environment
// is as os.Environ gives it.
func Find(environ []string) (path string, ok bool) {
	env := map[string]string{}
	for _, line := range environ {
		name, value, _ := strings.Cut(line, "=")
		env[strings.ToUpper(name)] = value // on Windows in any case
	}
	if path := env[Variable]; path != "" {
		return path, isProgram(path)
	}
	for _, path := range places(runtime.GOOS, env) {
		if isProgram(path) {
			return path, true
		}
	}
	return "", false
}

// places are the programs that are looked for, the most likely first.
func places(system string, env map[string]string) []string {
	var folders, names []string
	switch system {
	case "windows":
		folders = []string{env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]}
		names = []string{`Microsoft\Edge\Application\msedge.exe`, `Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`}
	case "darwin":
		folders = []string{"/Applications"}
		names = []string{
			"Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome",
			"Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
	default:
		folders = filepath.SplitList(env["PATH"])
		names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"}
	}
	var all []string
	for _, name := range names {
		for _, folder := range folders {
			if folder != "" {
				all = append(all, filepath.Join(folder, name))
			}
		}
	}
	return all
}

// isProgram tells files that can be run. On Windows the name says so.
func isProgram(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && (runtime.GOOS == "windows" || info.Mode().Perm()&0o111 != 0)
}
