# Everything runs in .venv, which is made on first use; a stamp in .make tells what is installed in it.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --constraint constraints.txt

SAMPLE := examples/canal-ultimatum.txt
ARTICLE ?= $(SAMPLE)
PUBLISHED ?= $(if $(filter $(SAMPLE),$(ARTICLE)),2025-08-07)
FORMAT ?= text
SPLIT ?= dev

# What fails half-way would be taken for an environment by the next command.
make_venv = $(PYTHON) -m venv $(1) || { rm -rf $(1); echo "$(1) could not be made: on Debian and Ubuntu, install python3-venv" >&2; exit 1; }

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help brief test lint record live guard-table dates-table import-cost mutate eval eval-live peers record-gate record-verify test-browser constraints clean

help: ## Show what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

brief: .make/local ## Print the brief of the sample article, or of ARTICLE=path, by the embedded model (PUBLISHED=date, FORMAT=text|json|md)
	$(VENV)/bin/summarizer brief "$(ARTICLE)" --model local --local-only --format $(FORMAT) $(if $(PUBLISHED),--published $(PUBLISHED))

test: .make/dev lint ## Lint, types, import contract, the whole suite and the built wheel; no model, no network
	$(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: .make/dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

record: .make/dev .make/local ## Record the cassettes anew from the embedded model
	$(VENV)/bin/summarizer models pull
	$(RUN) -m pytest -m vcr --record-mode=rewrite

live: .make/dev .make/local ## Ask the embedded model itself: every schema once, no recording
	$(VENV)/bin/summarizer models pull
	$(RUN) -m pytest -m live

guard-table: .make/dev .make/peers ## The guard beside those of other libraries, on the same mutations
	$(RUN) evals/bench/mutations/guard_table.py --peers .venv-peers/bin/python

dates-table: .make/dev ## Our dates beside dateparser's on the same table
	$(RUN) evals/bench/dates_table.py

import-cost: .make/dev ## What importing and --help cost beside an empty program
	$(RUN) evals/bench/import_cost.py

mutate: .make/dev ## Break named lines one by one, in a copy: each must turn a test red (ONLY=name for one)
	$(RUN) evals/bench/mutate.py $(if $(ONLY),--only $(ONLY))

eval: .make/dev ## Score the recorded gate: offline, in under a minute; reports in eval-results/gate
	$(VENV)/bin/summarizer eval run --replay --out eval-results/gate

eval-live: .make/dev .make/local ## Score the embedded model on SPLIT=dev (or test), live; goes on where it was stopped
	$(VENV)/bin/summarizer models pull
	$(VENV)/bin/summarizer eval run --split $(SPLIT) --model local --local-only --out eval-results/$(SPLIT)

peers: .make/dev .make/local .make/peers ## This library beside plain instructor and LangExtract, live, on the same articles: hours; goes on where it was stopped
	$(VENV)/bin/summarizer models pull
	$(RUN) evals/peers/run.py --peers .venv-peers/bin/python
	$(RUN) evals/peers/table.py

test-browser: .make/dev .make/browser ## Look at the HTML report and the workshop's page in headless Chromium (installed by apt-get as root, if missing); screenshots in eval-results/screenshots
	$(RUN) -m pytest -m browser

record-gate: .make/dev .make/local ## Record the gate's cases anew from the embedded model
	$(VENV)/bin/summarizer models pull
	$(VENV)/bin/summarizer eval run --record --model local --local-only --out eval-results/recorded

record-verify: .make/dev .make/local ## Ask ten random recorded questions again: how many answers begin alike; fails below eight
	$(VENV)/bin/summarizer models pull
	$(RUN) evals/bench/recorded_answers.py

constraints: ## Pin the newest releases in constraints.txt; PYTHON=python3.11, so that every later Python has them too
	$(call make_venv,.make/constraints)
	.make/constraints/bin/python -m pip --disable-pip-version-check install --quiet --editable '.[local,dev,edit,evals]'
	.make/constraints/bin/python -m pip freeze --exclude-editable > constraints.txt
	rm -rf .make/constraints

clean: ## Remove the environments and caches, not the models
	rm -rf $(VENV) .venv-peers .make .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }
	@echo "Making $(VENV)" >&2
	$(call make_venv,$(VENV))

.make/local: pyproject.toml constraints.txt | $(RUN)
	@echo "Installing the library and the embedded model's server" >&2
	$(INSTALL) --editable '.[local]'
	@mkdir -p .make && touch $@

.make/dev: pyproject.toml constraints.txt | $(RUN)
	@echo "Installing the library and what its tests need" >&2
	$(INSTALL) --editable '.[dev,edit,evals]'
	@mkdir -p .make && touch $@

.make/browser: | $(RUN)
	@command -v chromium >/dev/null || test "$$(id -u)" = 0 \
		|| { echo "Chromium is needed: install it, or let root run this command, which then calls apt-get" >&2; exit 1; }
	@command -v chromium >/dev/null || { echo "Installing Chromium" >&2; apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }
	$(PIP) install --quiet playwright
	@mkdir -p .make && touch $@

# The peers pin older versions of what this library stands on: an environment of their own.
.make/peers: evals/peers/requirements.txt evals/bench/mutations/peers-requirements.txt
	@echo "Making .venv-peers" >&2
	$(call make_venv,.venv-peers)
	.venv-peers/bin/python -m pip --disable-pip-version-check install --quiet --requirement $<
	@mkdir -p .make && touch $@
