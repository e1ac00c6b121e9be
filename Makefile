# Every command of the project. Each target is one line into site/bootstrap, where the steps are readable Python.
# A fresh machine needs Python 3.11 or newer with venv, make, git and PyPI; no root.

PORT ?= 8000
# The first Python that is new enough and can make a virtual environment. PYTHON=… overrides.
CANDIDATES := python3.11 python3.12 python3.13 python3.14 python3
PYTHON ?= $(shell for python in $(CANDIDATES); do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)

# site/ is not a package: its folders (bootstrap, config) are imported from it.
export PYTHONPATH := $(CURDIR)/site

define bootstrap
	@test -n "$(PYTHON)" || { echo "No Python 3.11+ with venv was found. Debian: apt install python3-venv; or PYTHON=/path/to/python3.11" >&2; exit 1; }
	@cd "$(CURDIR)" && exec "$(PYTHON)" -m bootstrap.$(1)
endef

.DEFAULT_GOAL := help
.PHONY: help run test lint bench install lock messages clean

help:  ## This list
	@echo "Yingsu (应诉). Usage: make <target>"
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14
	@echo "Settings come from the environment: docs/settings.md"

run:  ## Start the site with demo data on 127.0.0.1:8000 (PORT=…; RELOAD=1 restarts it when code changes)
	$(call bootstrap,run $(PORT))

test:  ## Lint, then every test on SQLite, then the database tests on PostgreSQL if a server answers
	$(call bootstrap,test)

lint:  ## Format, types, imports between layers, templates, missing migrations, the law folder, untranslated strings
	$(call bootstrap,lint)

bench:  ## Ratios of time, ours against others' ways (CASES=100000; DATABASE_URL=… for one database only): docs/benchmarks.md
	@cd "$(CURDIR)" && $(MAKE) --no-print-directory install >&2
	@cd "$(CURDIR)" && .venv/bin/python -m tests.benchmarks $(if $(CASES),--cases "$(CASES)") $(if $(DATABASE_URL),--database "$(DATABASE_URL)")

install:  ## Only make .venv with everything for run, test and lint
	$(call bootstrap,install)

lock:  ## Resolve requirements*.in into the hash-locked requirements*.txt (UPGRADE=1 takes newer versions)
	$(call bootstrap,lock $(if $(UPGRADE),--upgrade))

messages:  ## Collect the strings of our own code into locale/, keeping what is translated
	$(call bootstrap,messages)

clean:  ## Remove the environments, caches and compiled files; the data in var/ stays
	@rm -rf .venv .venv-lock .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find locale -name '*.mo' -delete 2>/dev/null || true
	@echo "Clean. The development database and its files are still in var/."
