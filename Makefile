# Two commands are enough: `make run` and `make test`.
# On Debian, once: sudo apt install make python3-venv

PYTHON ?= python3
BIN := .venv/bin
# Two more than there are cores: a browser or a database makes a test wait.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 2)')

.DEFAULT_GOAL := help
.PHONY: help run test types check bench fix lock wheel

help:  ## Show this help
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

run: .venv/ready  ## Start Checkin with example people
	$(BIN)/python -m checkin demo

test: .venv/ready  ## Run the tests
	$(BIN)/python -m tests.browser.find_chromium
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ALSO)

types: .venv/ready
	$(BIN)/mypy

check: .venv/ready  ## Run everything the build server runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m checkin flows check
	$(BIN)/coverage erase
	CHECKIN_THOROUGH=yes $(MAKE) -j 2 types test ALSO="-p tests.measured -p tests.promised.reached"
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=100
	$(BIN)/python -m tests.promised.reached

bench: .venv/ready  ## Measure how fast it is, as ratios
	$(BIN)/python -m tests.bench

fix: .venv/ready  ## Tidy the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/ready  ## Choose newer versions of what we use
	$(BIN)/uv pip compile -q -U pyproject.toml --no-emit-index-url --generate-hashes --universal --python-version 3.11 -o requirements.txt
	$(BIN)/uv pip compile -q -U pyproject.toml --no-emit-index-url --group dev -c requirements.txt --generate-hashes --universal --python-version 3.11 -o requirements-dev.txt

wheel: .venv/ready  ## Build what is installed elsewhere
	$(BIN)/python -m build --no-isolation

.venv/ready: requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@
