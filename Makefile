# The one menu. Every entry creates .venv by itself, and touches it again only when what it was made from changed.

PYTHON ?= python3
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

run := .venv/bin/python -m
sulh := .venv/bin/sulh
case := examples/astana-2016
catalogues := $(shell find src -name '*.po')
benchmarks := $(sort $(wildcard benchmarks/[a-z]*.py))

# A virtual environment does not survive a move: one that was made elsewhere, or whose Python is gone, is made anew.
ifneq "$(shell test -x .venv/bin/python && cat .venv/made-in 2>/dev/null)" "$(CURDIR)"
.PHONY: .venv/made-in
endif

.PHONY: help
help: ## Show this menu
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

.PHONY: demo
demo: .venv/dev ## Check the reference case and write its morning page in Arabic and English
	$(sulh) check $(case)
	$(sulh) brief $(case)
	@mkdir -p build
	@$(sulh) brief $(case) --lang ar -o build/brief.ar.html
	@$(sulh) brief $(case) --lang en -o build/brief.en.html
	@printf '%s\n' '' 'The same page for a browser:' '  build/brief.ar.html' '  build/brief.en.html'

.PHONY: test
test: .venv/dev ## Run the tests, except the slow ones
	@$(run) pytest -m 'not slow'

.PHONY: test-slow
test-slow: .venv/dev ## Run the slow tests, then measure what the others cover
	@$(run) pytest -m slow || test $$? -eq 5  # 5: there is none
	@$(run) pytest -m 'not slow' --cov --cov-report=
	@$(run) coverage report --omit='src/sulh/cli/*' --fail-under=95

.PHONY: lint
lint: .venv/dev ## Check style, types and who imports whom
	$(run) ruff check
	$(run) ruff format --check
	$(run) mypy
	.venv/bin/lint-imports

.PHONY: bench
bench: .venv/bench ## Run every comparison in benchmarks/ and print its table
	@for script in $(benchmarks); do echo "$$script"; .venv/bin/python "$$script" || exit; echo; done

.PHONY: docs
docs: .venv/docs ## Build the documentation into build/docs
	$(run) sphinx -q -W --keep-going -d build/doctrees docs build/docs
	@echo 'build/docs/index.html'

.PHONY: clean
clean: ## Remove everything that make created
	rm -rf .venv __pycache__ build dist .coverage .hypothesis .import_linter_cache .mypy_cache .ruff_cache
	find src tests benchmarks docs -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

.venv/made-in:
	@PYTHON='$(PYTHON)' sh .ci/venv
	@pwd -P > $@

.venv/dev: .venv/made-in pyproject.toml hatch_build.py $(catalogues)
	@echo 'Installing sulh and its tools into .venv'
	@$(run) pip install -qq 'pip>=25.1'  # the first that knows --group
	@$(run) pip install -qq --editable '.[all]' --group dev
	@touch $@

.venv/bench .venv/docs: .venv/%: .venv/dev
	@echo 'Installing what make $* needs into .venv'
	@$(run) pip install -qq --group $*
	@touch $@
