# Everything runs from .venv, which these targets make; only Python 3.11 or newer, pip and make have to be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := build/bench
# A file's tests stay with one process, since they share what it has set up.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile

.PHONY: run test check format bench requirements clean

run: $(VENV)/.run
	@$(BIN)/python -m bot

test: $(VENV)/.test
	$(PYTEST)

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(PYTEST)

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.test
	rm -rf $(BENCH)
	$(BIN)/python -m tests.bench_search --folder $(BENCH)
	$(BIN)/python -m tests.bench_verification --folder $(BENCH)
	$(BIN)/python -m tests.bench_daily
	$(BIN)/python -m tests.bench_misquotes
	$(BIN)/python -m tests.bench_load

# What runs in production, pinned.
requirements: $(VENV)/.test
	$(BIN)/pip install --quiet --editable '.[release]'
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --output-file requirements.txt pyproject.toml

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with PYTHON=")'
	@echo "Making $(VENV), once."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml requirements.txt | $(VENV)/bin/python
	@echo "Installing what the bot needs into $(VENV), once; this takes about a minute."
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.txt --editable '.[preview]'
	@touch $@

$(VENV)/.test: pyproject.toml requirements.txt | $(VENV)/bin/python
	@echo "Installing what the tests need into $(VENV), once; this takes a minute or two."
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.txt --editable '.[preview,test]'
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
