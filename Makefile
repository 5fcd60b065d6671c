# make serve   builds and serves the index          make test      everything that CI checks
# make build   the release build alone              make test-all  the same and what takes long
# make format  make lint  make bench  make fuzz SECONDS=60
# make screenshots PICTURES=DIR   every page, light and dark, wide and on a phone

SECONDS ?= 60
DATA ?= cheeseboard-data
PICTURES ?= .build-screenshots
BINARY = .build/release/cheeseboard

.PHONY: serve build test test-all bench fuzz format lint screenshots

serve: build
	@Tools/install.sh serve || true
	@$(BINARY) descriptions install --data $(DATA) || true
	$(BINARY) serve --data $(DATA)

build:
	Tools/install.sh build
	swift build -c release --product cheeseboard

test:
	Tools/test.sh

test-all:
	Tools/test.sh --all

bench: build
	Tools/install.sh bench
	Tools/bench/run.sh

screenshots: build
	Tools/screenshots/run.sh $(PICTURES)

fuzz:
	Tools/fuzz.sh all $(SECONDS)

format:
	swift format -i -p -r Package.swift Sources Tests

lint:
	swift format lint --strict -p -r Package.swift Sources Tests
