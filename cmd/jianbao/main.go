// Jianbao turns a folder of monthly hazard statistics and meeting minutes into a
// static website.
//
//	jianbao build [--content content] [--output public] [--theme default]
//	jianbao check [--content content] [--format text|json]
//	jianbao pdf [MEETING…] [--all] [--kind 简报,纪要] [--copies 60]
//
// The exit status is 0 when all went well, 1 when there are errors in the
// content (nothing is published then), 2 for wrong usage, and 3 when the machine
// is at fault: a folder that cannot be read or written, an interruption.
//
// Each subcommand is one file: flags become one call to internal/build, and the
// result becomes a summary. Cobra (Apache-2.0, kept up since 2013) reads the
// command line, because its help can be given in Chinese throughout.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"golang.org/x/term"
)

// A build is short. The collector's default would run dozens of times over the
// small heap of a county, and let that of a large one grow to double. So it begins
// late, with reserve bytes that are never touched and so take no memory, and goes
// on a little more often.
const (
	heapGrowth = 45 // percent
	reserve    = 96 << 20
)

func main() {
	debug.SetGCPercent(heapGrowth)
	untouched := make([]byte, reserve)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, desk{
		args: os.Args[1:], environ: os.Environ(),
		out: os.Stdout, err: os.Stderr, terminal: term.IsTerminal(int(os.Stderr.Fd())),
	})
	stop()
	runtime.KeepAlive(untouched)
	os.Exit(status)
}
