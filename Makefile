# Everything runs from .venv, which these targets make; only Python 3.11 or newer, pip and make have to be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := build/bench
AUDITED := build/audited
LICENCES := MIT;BSD;Apache;ISC;Python Software Foundation;PSF;Mozilla Public License 2.0;MPL-2.0;HPND;Unlicense
# A file's tests stay with one process, since they share what it has set up.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile

.PHONY: run test check format bench requirements audit clean

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
	$(BIN)/python -m tests.bench.search --folder $(BENCH)
	$(BIN)/python -m tests.bench.verification --folder $(BENCH)
	$(BIN)/python -m tests.bench.daily
	$(BIN)/python -m tests.bench.shelves --folder $(BENCH)
	$(BIN)/python -m tests.bench.misquotes
	$(BIN)/python -m tests.bench.load

# What runs in production, pinned for every Python and system, with the hash of each file.
requirements: $(VENV)/.release
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --strip-extras --no-header \
		--no-emit-index-url --no-emit-find-links --output-file requirements.txt pyproject.toml

# Known weaknesses and licences of what runs in production.
audit: $(VENV)/.release
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.txt
	rm -rf $(AUDITED)
	$(PYTHON) -m venv $(AUDITED)
	$(AUDITED)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/pip-licenses --python $(AUDITED)/bin/python --from mixed --order license --partial-match --allow-only "$(LICENCES)"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with PYTHON=")'
	@echo "Making $(VENV), once."
	@$(PYTHON) -m venv $(VENV)

# pip takes no hashes where it installs the checkout itself.
$(VENV)/constraints.txt: requirements.txt | $(VENV)/bin/python
	@sed -e '/^ *--hash/d' -e 's/ \\$$//' requirements.txt > $@

$(VENV)/.run: pyproject.toml $(VENV)/constraints.txt
	@echo "Installing what the bot needs into $(VENV), once; this takes about a minute."
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint $(VENV)/constraints.txt --editable '.[preview]'
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/constraints.txt
	@echo "Installing what the tests need into $(VENV), once; this takes a minute or two."
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint $(VENV)/constraints.txt --editable '.[preview,test]'
	@touch $@ $(VENV)/.run

$(VENV)/.release: pyproject.toml $(VENV)/constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint $(VENV)/constraints.txt --editable '.[release]'
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
