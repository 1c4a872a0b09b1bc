package internal_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// doors are calls that only some rooms may make: "main" stands for the main
// packages. What a room needs of the world it is given as an argument, so that
// a test can give it too.
var doors = []struct {
	pkg   string
	calls []string
	rooms []string
	why   string
}{
	{"os", []string{"Exit"}, []string{"main"}, "an error is returned, or nothing above can clean up"},
	{"log", []string{"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"}, []string{"main"}, "an error is returned, or nothing above can clean up"},
	{"time", []string{"Now", "Since", "Until"}, []string{"main", "internal/preview"}, "the same input gives the same bytes"},
	{"os", []string{"Create", "CreateTemp", "WriteFile", "OpenFile", "Mkdir", "MkdirAll", "MkdirTemp", "Rename", "Remove",
		"RemoveAll", "Link", "Symlink", "Chmod", "Chtimes", "Truncate"},
		[]string{"internal/publish", "internal/handout", "main"}, "one room writes to disk"},
}

// source is a package with its files and what its names mean. Imports are not
// looked into: only names of the package itself and of imports are asked for.
type source struct {
	pkg
	files []*ast.File
	set   *token.FileSet
	uses  map[*ast.Ident]types.Object
	scope *types.Scope
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	for _, p := range packages(t) {
		s := source{pkg: p, set: token.NewFileSet(), uses: map[*ast.Ident]types.Object{}}
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(s.set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			s.files = append(s.files, file)
		}
		config := types.Config{Importer: noImports{}, Error: func(error) {}} // it compiles; the errors are of missing imports
		checked, _ := config.Check(p.ImportPath, s.set, s.files, &types.Info{Uses: s.uses})
		s.scope = checked.Scope()
		all = append(all, s)
	}
	return all
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not looked into") }

// each calls f for every node of every file.
func (s source) each(f func(ast.Node)) {
	for _, file := range s.files {
		ast.Inspect(file, func(n ast.Node) bool {
			f(n)
			return true
		})
	}
}

// at is the place of a node, for messages.
func (s source) at(n ast.Node) string {
	p := s.set.Position(n.Pos())
	p.Filename = s.room() + "/" + filepath.Base(p.Filename)
	return p.String()
}

func TestNothingRunsBeforeMain(t *testing.T) {
	for _, s := range sources(t) {
		s.each(func(n ast.Node) {
			if f, ok := n.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: an init function", s.at(n))
			}
		})
	}
}

func TestOnlyDoorsLeadOutside(t *testing.T) {
	for _, s := range sources(t) {
		s.each(func(n ast.Node) {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return
			}
			for _, door := range doors {
				if s.imported(selector.X) == door.pkg && slices.Contains(door.calls, selector.Sel.Name) &&
					!slices.Contains(door.rooms, s.room()) && !(s.Name == "main" && slices.Contains(door.rooms, "main")) {
					t.Errorf("%s: %s.%s: %s", s.at(n), door.pkg, selector.Sel.Name, door.why)
				}
			}
		})
	}
}

func TestPackagesKeepNoState(t *testing.T) {
	for _, s := range sources(t) {
		s.each(func(n ast.Node) {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, to := range n.Lhs {
					s.wantLocal(t, to)
				}
			case *ast.IncDecStmt:
				s.wantLocal(t, n.X)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					s.wantLocal(t, n.Key)
				}
			}
		})
		s.wantNoLocks(t)
	}
}

// wantLocal wants the variable that is assigned to, or in, to be a function's own.
func (s source) wantLocal(t *testing.T, to ast.Expr) {
	t.Helper()
	for {
		switch e := to.(type) {
		case *ast.SelectorExpr:
			if pkg := s.imported(e.X); pkg != "" {
				t.Errorf("%s: %s.%s is assigned to, which is another package's", s.at(e), pkg, e.Sel.Name)
				return
			}
			to = e.X
		case *ast.IndexExpr:
			to = e.X
		case *ast.StarExpr:
			to = e.X
		case *ast.ParenExpr:
			to = e.X
		case *ast.Ident:
			if v, ok := s.uses[e].(*types.Var); ok && v.Parent() == s.scope {
				t.Errorf("%s: %s is assigned to, which is the package's", s.at(e), e.Name)
			}
			return
		default:
			return
		}
	}
}

// wantNoLocks finds package variables that are made to change: locks, pools,
// atomic values.
func (s source) wantNoLocks(t *testing.T) {
	t.Helper()
	for _, file := range s.files {
		for _, declaration := range file.Decls {
			if g, ok := declaration.(*ast.GenDecl); ok && g.Tok == token.VAR {
				ast.Inspect(g, func(n ast.Node) bool {
					if e, ok := n.(*ast.SelectorExpr); ok && strings.HasPrefix(s.imported(e.X), "sync") {
						t.Errorf("%s: a package variable of %s.%s", s.at(e), s.imported(e.X), e.Sel.Name)
					}
					return true
				})
			}
		}
	}
}

// imported returns the path of the package that e names, or "".
func (s source) imported(e ast.Expr) string {
	if name, ok := e.(*ast.Ident); ok {
		if p, ok := s.uses[name].(*types.PkgName); ok {
			return p.Imported().Path()
		}
	}
	return ""
}
