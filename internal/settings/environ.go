package settings

import (
	"strings"

	"jianbao/internal/problem"
)

// prefix begins every variable of ours.
const prefix = "JIANBAO_"

// Where a value stands that stands in no file.
const (
	environment = "环境变量"
	commandLine = "命令行"
)

// outside returns the paths of the settings that the environment and the
// command line may give.
func outside() [][]string {
	return append([][]string{{"content"}}, schema().paths()...)
}

func variable(path []string) string { return prefix + strings.ToUpper(strings.Join(path, "_")) }

func flag(path []string) string {
	return strings.ReplaceAll(strings.Join(path, "-"), "_", "-")
}

// fromEnviron takes our variables out of the environment. Names count in any
// case on Windows only for the system; here they are what they are.
func fromEnviron(environ []string) (tree, []problem.Problem) {
	paths := map[string][]string{}
	var names []string
	for _, path := range outside() {
		names = append(names, strings.TrimPrefix(variable(path), prefix))
		paths[variable(path)] = path
	}
	t := tree{}
	var found []problem.Problem
	for _, line := range environ {
		name, text, _ := strings.Cut(line, "=")
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		path, known := paths[name]
		if !known {
			found = append(found, unknownVariable(name, names))
			continue
		}
		put(t, path, value{text: strings.TrimSpace(text), place: problem.Place{File: environment}, label: name})
	}
	return t, found
}

// fromFlags takes the settings out of the flags that were given.
func fromFlags(flags map[string]string) tree {
	t := tree{}
	for _, path := range outside() {
		name := flag(path)
		if text, given := flags[name]; given {
			put(t, path, value{text: strings.TrimSpace(text), place: problem.Place{File: commandLine}, label: "--" + name})
		}
	}
	return t
}

// put sets a value at its path, unless it is empty, which is "not set".
func put(t tree, path []string, v value) {
	if !v.written() {
		return
	}
	for _, key := range path[:len(path)-1] {
		if t[key] == nil {
			t[key] = tree{}
		}
		t = t[key].(tree)
	}
	t[path[len(path)-1]] = v
}
