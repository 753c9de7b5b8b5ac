# Tiru. `make` lists what can be done; `make run` shows the product.

# Settings: `make run PORT=9000 DATABASE=other.sqlite`.
PORT ?= 8080
DATABASE ?= tiru.sqlite

# Code for one kind of processor and newer ones: `make build PROCESSOR=x86-64-v3` (AVX2). Empty: for any.
PROCESSOR ?=
machine = $(if $(PROCESSOR),-Xcc -march=$(PROCESSOR))

release = swift build -c release --product tiru -Xswiftc -cross-module-optimization $(machine)
program = .build/release/tiru
# The bench of the storage looks inside its room, which costs the others speed; it is built apart.
bench = swift build -c release --package-path Benchmarks $(machine)
python = .tools/python/bin/python
swift_code = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources
python_code = Tests/Browser/*.py Tests/Soak/*.py Tests/Attack/*.py Benchmarks/*.py scripts/write-manifest

# Python leaves no compiled files between the sources.
export PYTHONDONTWRITEBYTECODE = 1

.DEFAULT_GOAL := help
.PHONY: help run build install test lint format browser-test bench soak attack fuzz deb try-deb clean

help: ## lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## starts Tiru with its example figures; PORT=8080 DATABASE=tiru.sqlite
	@exec $(program) demo --port $(PORT) --database "$(DATABASE)"

build: prepare-build ## builds the program (some minutes the first time)
	@$(release)

PREFIX ?= /usr/local
install: build ## installs the program and its facts; PREFIX=/usr/local
	@install -D $(program) $(DESTDIR)$(PREFIX)/bin/tiru
	@mkdir -p $(DESTDIR)$(PREFIX)/share/tiru
	@cp -R Data/. $(DESTDIR)$(PREFIX)/share/tiru/
	@echo "install: $(DESTDIR)$(PREFIX)/bin/tiru"

# So many tests at once: hundreds of open databases are more files than Foundation's way of starting a process bears.
test: prepare-test ## runs all tests, on SQLite and on PostgreSQL
	@SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16 swift test --disable-xctest

lint: ## checks the form of the code
	@swift format lint --strict -r $(swift_code)
	@python3 -c 'import ast, sys; [ast.parse(open(f).read(), f) for f in sys.argv[1:]]' $(python_code)
	@sh -n scripts/prepare
	@sh -n scripts/throwaway-postgres
	@sh -n scripts/write-commands
	@sh -n scripts/make-deb
	@sh -n scripts/try-deb
	@bash -n .ci/run
	@echo "lint: no complaints"

format: ## puts the code in form
	@swift format -i -r $(swift_code)

browser-test: build .tools/python/browser ## tests the pages in a browser; pictures in .tools/shots
	@$(python) -m pytest Tests/Browser -q -p no:cacheprovider

bench: build .tools/python/bench ## measures against the targets and against other programs
	@$(bench) --product distances
	@$(bench) --product frontiers
	@$(bench) --product lists
	@$(bench) --product twins
	@$(bench) --product sheets
	@$(bench) --product storage --scratch-path Benchmarks/.build/inside -Xswiftc -enable-testing
	@$(bench) --product serving --scratch-path Benchmarks/.build/inside -Xswiftc -enable-testing
	@Benchmarks/.build/release/distances
	@Benchmarks/.build/release/frontiers
	@Benchmarks/.build/release/lists
	@Benchmarks/.build/release/twins
	@Benchmarks/.build/inside/release/storage
	@$(python) Benchmarks/frontier_peers.py
	@$(python) Benchmarks/sheets.py
	@$(python) Benchmarks/pages.py
	@$(python) Benchmarks/serving.py
	@$(python) Benchmarks/register.py

ROUNDS ?= 500
LIST_ROUNDS ?= 100
soak: build prepare-soak ## ends servers and databases in the middle of work; ROUNDS=500 LIST_ROUNDS=100
	@python3 Tests/Soak/crash_loop.py $(ROUNDS)
	@python3 Tests/Soak/list_loop.py --rounds $(LIST_ROUNDS)
	@python3 Tests/Soak/list_loop.py --rounds $(LIST_ROUNDS) --postgres
	@python3 Tests/Soak/two_servers.py

attack: build .tools/python/attack ## attacks the program from outside, on this machine only; minutes
	@$(python) Tests/Attack/attack.py $(REQUESTS) $(SEED)

# Both sanitizers in one flag: apart, the fuzzer would be blind. Swift's own report of a crash would hide it.
SECONDS ?= 60
fuzzer = swift build -c release --package-path Fuzz --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address
fuzz: prepare-build ## throws random files at the readers of lists and photos; SECONDS=60 for each
	@for kind in csv xlsx picture; do \
		$(fuzzer) --product $$kind || exit 1; \
		mkdir -p Fuzz/.build/found/$$kind Fuzz/.build/artifacts; \
		SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 Fuzz/.build/release/$$kind \
			-max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=2000 -max_len=8192 -dict=Fuzz/$$kind.dict \
			-print_final_stats=1 -artifact_prefix=Fuzz/.build/artifacts/$$kind- \
			Fuzz/.build/found/$$kind Fuzz/corpus/$$kind || exit 1; \
	done

deb: prepare-deb ## makes a Debian package, which needs no Swift where it is installed
	@scripts/make-deb

try-deb: deb ## installs the package into a clean Debian and starts it there; needs root
	@scripts/prepare try-deb
	@scripts/try-deb .build/try-deb

clean: ## removes what was built; keeps databases
	@rm -rf .build Benchmarks/.build Fuzz/.build .tools
	@echo "clean: removed .build, Benchmarks/.build, Fuzz/.build and .tools"

# Installs what is missing; see the script.
prepare-%:
	@scripts/prepare $*

.tools/python/browser: Tests/Browser/requirements.txt | prepare-browser
.tools/python/bench: Benchmarks/requirements.txt | prepare-bench
.tools/python/attack: Tests/Attack/requirements.txt | prepare-attack

.tools/python/browser .tools/python/bench .tools/python/attack:
	@test -x $(python) || python3 -m venv .tools/python
	@echo "prepare: installing the Python packages of $<"
	@$(python) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@
