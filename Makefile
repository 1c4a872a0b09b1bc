# make site   builds the demonstration county's website
# make assets builds the live charts (npm), which make site does where it can
# make test   runs everything that is tested
# make check  proofreads the content
# make bench  measures
# make cross  builds the program for every kind of desk

export CGO_ENABLED ?= 0

.PHONY: site assets test check bench cross
.DEFAULT_GOAL := site

# Without npm, or without a network for it, the site is complete but for the
# live charts, and says so.
site:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory assets || echo "without live charts: see above"; fi
	go run ./cmd/jianbao build
	@echo "open $(CURDIR)/public/index.html"

assets: themes/assets/echarts.js

themes/assets/echarts.js: themes/package-lock.json themes/echarts/entry.js $(wildcard internal/assets/*.go)
	cd themes && npm ci --ignore-scripts --no-audit --no-fund
	go tool assets

test:
	@.ci/test

check:
	go run ./cmd/jianbao check

bench:
	go test -run - -bench . -benchmem ./...

# Windows, Kylin and UOS desks (amd64, arm64, loong64), and Macs. Static, without
# paths of the machine they were built on, so that two builds are the same.
platforms := windows/amd64 linux/amd64 linux/arm64 linux/loong64 darwin/arm64

cross: $(platforms:%=cross/%)

cross/%:
	GOOS=$(*D) GOARCH=$(*F) CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" \
		-o .cross/jianbao-$(*D)-$(*F)$(if $(filter windows,$(*D)),.exe) ./cmd/jianbao
