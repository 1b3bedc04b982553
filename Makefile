# Each target sets up what it needs in .venv; a second start finds it there. Needs only make and Python 3.11 or newer.
.DEFAULT_GOAL := help
.PHONY: help setup demo run test check gallery bench soak screenshots docs-pictures clean

PYTHON ?= $(firstword $(foreach name,python3.14 python3.13 python3.12 python3.11 python3 python,\
	$(shell $(name) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(name))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --constraint constraints.txt
# The tests start many Pythons: each would compile everything anew where compiled files may not be kept.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest $(if $(CI),-p tests.no_skips)
# One more than there are processors: a third of a journey is spent waiting.
JOBS ?= $$($(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)')
ARGS ?=

help:
	@echo "make demo    the bot at work in a Slack in your browser, on this machine (ARGS=--fresh: begin anew)"
	@echo "make test    all checks and tests"
	@echo "make check   format, lint, types and import rules"
	@echo "make gallery what people see, written anew for review (tests/browser/gallery; pictures in build/gallery)"
	@echo "make bench   how fast it is, beside what it is compared with"
	@echo "make soak    the long run of crashes and restarts"
	@echo "make run     the bot against a real Slack workspace, with the settings in .env"
	@echo "make screenshots   the pictures in docs/, taken from the demo"
	@echo "make docs-pictures  the tables and timelines of docs/nudges.md, from the rules"
	@echo "make setup   .venv alone"

setup: .venv/ready

demo: .venv/ready
	@$(BIN)/close-ties demo $(ARGS)

run: .venv/ready
	@$(BIN)/close-ties run $(ARGS)

check: .venv/ready-to-check
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test: check
	@$(PYTEST) -n $(JOBS) -m "not soak" $(ARGS)

soak: .venv/ready-to-check
	@$(PYTEST) -m soak $(ARGS)

gallery: .venv/ready-to-check
	@UPDATE_GALLERY=yes $(BIN)/python -m pytest -q tests/browser/test_gallery.py $(ARGS)

bench: .venv/ready-to-check
	@$(BIN)/python -m tests.bench $(ARGS)

screenshots: .venv/ready-to-check
	@$(BIN)/python -m tests.screenshots

docs-pictures: .venv/ready-to-check
	@$(BIN)/python -m tests.pictures

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Close Ties needs Python 3.11 or newer with its venv module, and found none. \
	Install it, or name it: make $(or $(MAKECMDGOALS),setup) PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv; this takes a minute, once."
	@$(PYTHON) -m venv .venv

.venv/ready: pyproject.toml constraints.txt | .venv/bin/python
	@$(PIP) --editable '.[postgres,sandbox]'
	@touch $@

.venv/ready-to-check: .venv/ready
	@$(PIP) --editable '.[checks]'
	@touch $@
