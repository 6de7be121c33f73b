# Rounds · 巡管家. `make` lists what can be done.
# Every set-up step leaves a stamp beside what it made, so a second run has nothing to do.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

HOST ?=
PORT ?=
LAN ?=
DEMO ?=
FILE ?=
ARGS ?=
NAME ?=
export HOST PORT LAN DEMO
export PATH := $(CURDIR)/.venv/bin:$(PATH)

PY := .venv/bin/python
PIP := $(PY) -m pip install -qq --disable-pip-version-check --require-hashes
NPM := npm --prefix pwa --silent
FLASK := .venv/bin/flask --app wsgi
PYTEST := PYTHONPATH=.ci $(PY) -m pytest -p no_skips

APP := static/app/index.html
APP_SOURCES = $(shell find pwa/src pwa/public pwa/index.html pwa/vite.config.ts pwa/tsconfig.json -type f ! -name '*.test.ts' 2>/dev/null)
API := pwa/src/core/http/openapi
LIGHTHOUSE := .ci/lighthouse/node_modules/.package-lock.json
STRYKER := .ci/stryker/node_modules/.package-lock.json

##@ Use

run: .venv/.run $(APP) ## set everything up and serve on http://127.0.0.1:8000 (PORT= HOST= LAN=1 DEMO=0)
	@exec $(PY) -m deploy.serve

build: $(APP) ## build the app into static/app

migrate: .venv/.run ## bring the database to the newest shape
	@$(FLASK) db upgrade

demo: .venv/.run migrate ## fill an empty database with the demo estate and say who can sign in
	@$(FLASK) demo

labels: .venv/.run ## the label sheets of the estate as a PDF (ARGS=--help says more)
	@$(FLASK) labels $(ARGS)

backup: .venv/.run ## keep the database and the photos in one checked file
	@$(FLASK) backup

restore: .venv/.run ## put a backup back: make restore FILE=…
	@test -n "$(FILE)" || { echo "Say which backup: make restore FILE=var/backups/…"; exit 2; }
	@$(FLASK) restore "$(FILE)"

##@ Prove

check: .venv/.dev pwa/node_modules/.package-lock.json ## format, lint, types, imports, migrations, words, contract, licences
	@$(PY) .ci/check.py

test: .venv/.dev $(APP) browser ## all tests but the slow ones: SQLite, PostgreSQL, the app, a real browser
	@$(PYTEST) -n 2 -m "not slow and not faults and not e2e" --ignore=tests/e2e --ignore=tests/faults tests deploy/tests
	@$(NPM) test
	@CHROMIUM=$$(.ci/browser) $(PYTEST) -n 2 --dist loadfile --timeout=300 -m "not slow and not faults" tests/e2e tests/faults

test-all: test engines $(LIGHTHOUSE) ## the slow tests too, and a round in Firefox and WebKit
	@CHROMIUM=$$(.ci/browser) $(PYTEST) --timeout=600 -m "slow and not faults" tests

test-faults: .venv/.dev $(APP) browser ## kills, full disks, torn writes, lost answers
	@CHROMIUM=$$(.ci/browser) $(PYTEST) --timeout=600 -m faults tests

test-mutation: .venv/.dev $(STRYKER) ## change the rules one by one: does a test notice? (ROOM=findings; see docs/mutation.md)
	@$(PY) .ci/mutation.py $(ROOM)

bench: .venv/.dev $(APP) $(LIGHTHOUSE) browser ## all benchmarks; each prints one line and keeps it in bench/results
	@for file in bench/[a-z]*.py; do $(PY) -m bench.$$(basename $$file .py) || exit 1; done

bench-lighthouse: $(LIGHTHOUSE)
bench-%: .venv/.dev $(APP) ## one benchmark
	@$(PY) -m bench.$*

browser: .venv/.dev # the end-to-end tests need Chromium and a Chinese font
	@.ci/browser > /dev/null

engines: .venv/.dev # Firefox and WebKitGTK for the slow tests, from the system's packages
	@.ci/engines

##@ Work on it

setup: .venv/.dev pwa/node_modules/.package-lock.json ## everything a developer needs

format: setup ## put the code into shape
	@.venv/bin/ruff format --quiet .
	@.venv/bin/ruff check --quiet --fix-only .
	@$(NPM) run format
	@cd pwa && npx --no-install eslint --fix --quiet . || true
	@cd pwa && npx --no-install stylelint --fix --quiet --allow-empty-input "src/**/*.{css,vue}" || true

openapi: setup ## write the contract and its TypeScript types from the code
	@$(PY) .ci/openapi.py $(API).json
	@cd pwa && npx --no-install openapi-typescript ../$(API).json --output ../$(API).ts > /dev/null

migration: .venv/.dev migrate ## a new migration from the models: make migration NAME=…
	@test -n "$(NAME)" || { echo "Say what it does: make migration NAME=patrol_visits"; exit 2; }
	@$(FLASK) db revision --autogenerate -m "$(NAME)"

lock: .venv/.dev ## write requirements*.txt anew from requirements*.in
	@for file in requirements requirements-build requirements-dev; do \
	  .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	    --no-emit-index-url --no-header --output-file $$file.txt $$file.in || exit 1; done

clean: ## remove what was installed and built; the data in var/ stay
	@rm -rf .venv pwa/node_modules static/app .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

help: ## this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z%-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- set-up -------------------------------------------------------------------------------------

.venv/bin/python:
	@.ci/venv

.venv/.run: requirements.txt requirements-build.txt | .venv/bin/python
	@echo "Installing the Python packages …"
	@$(PIP) -r requirements.txt
	@$(PIP) -r requirements-build.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@echo "Installing the tools for checks and tests …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

pwa/node_modules/.package-lock.json: pwa/package.json pwa/package-lock.json pwa/.npmrc .venv/.run
	@echo "Installing the packages of the app …"
	@cd pwa && npm ci --no-audit --no-fund --loglevel=error > /dev/null
	@touch $@

$(LIGHTHOUSE): .ci/lighthouse/package.json .ci/lighthouse/package-lock.json .venv/.run
	@echo "Installing Lighthouse …"
	@cd .ci/lighthouse && npm ci --no-audit --no-fund --loglevel=error > /dev/null
	@touch $@

$(STRYKER): .ci/stryker/package.json .ci/stryker/package-lock.json pwa/node_modules/.package-lock.json
	@echo "Installing Stryker …"
	@cd .ci/stryker && npm ci --no-audit --no-fund --loglevel=error > /dev/null
	@for tool in vitest typescript; do ln -sfn ../../../pwa/node_modules/$$tool .ci/stryker/node_modules/$$tool; done
	@touch $@

$(APP): pwa/node_modules/.package-lock.json $(APP_SOURCES)
	@echo "Building the app …"
	@log=$$(mktemp); $(NPM) run build > $$log 2>&1 || { cat $$log; rm -f $$log; exit 1; }; rm -f $$log
	@$(PY) -m whitenoise.compress --quiet static/app
	@touch $@

.PHONY: help run build migrate demo labels backup restore check test test-all test-faults test-mutation \
  bench browser engines setup format openapi migration lock clean
