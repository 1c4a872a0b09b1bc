package main

import "fmt"

// progress is one line on a terminal that says what is being done; it is
// nothing at all where the output is piped.
type progress struct{ desk }

func newProgress(d desk) progress { return progress{d} }

func (p progress) step(name string) {
	if p.terminal {
		fmt.Fprintf(p.err, "\r\033[K%s…", name)
	}
}

// done takes the line away.
func (p progress) done() {
	if p.terminal {
		fmt.Fprint(p.err, "\r\033[K")
	}
}
