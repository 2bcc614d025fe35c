# Ripple, from two commands: `make site` and `make test`. They do all the set-up there is.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PANGO := sh tools/need.sh 'libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0' 'PDF files need Pango' .venv/bin/python -c 'import weasyprint'
JAVA := sh tools/need.sh default-jre-headless 'the checkers of e-books and of HTML need Java' java -version
PIN := uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock'
# Whatever depends on time takes it from the commit, so that the same commit gives the same site.
export SOURCE_DATE_EPOCH ?= $(shell sh tools/date.sh)
# With "UTC" behind it the day is text to YAML, which both builders can read.
export BUILT ?= $(shell $(PYTHON) -c 'import time; print(time.strftime("%Y-%m-%d UTC", time.gmtime($(SOURCE_DATE_EPOCH))))' 2>/dev/null)
export PYTHONPATH := .
export PYTHONDONTWRITEBYTECODE := 1
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site editions site-zensical site-offline other-builders serve check schema scripts test test-unit check-python check-scripts audit bench due links report changelog pictures lock clean

help: ## Show the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

site: .venv/site ## Build the site into site/
	@$(BIN)/python -m macros build

site-offline: .venv/site ## Build the copy that opens from a disk into site-offline/
	@$(BIN)/python -m macros build --on-disk

editions: .venv/editions ## Build the site with copies to keep, in site/downloads/
	@$(PANGO)
	@$(BIN)/python -m macros build --copies

site-zensical: .venv/zensical ## Build the same sources with Zensical into site-zensical/
	$(BIN)/python -m macros check
	SITE_DIR=build/site-zensical $(BIN)/zensical build --clean --strict
	@set -e; for settings in $(wildcard build/languages/*/mkdocs.yml); do \
	  code=$$(basename $$(dirname $$settings)); test -d languages/$$code || continue; \
	  SITE_URL="$${SITE_URL:+$${SITE_URL%/}/$$code/}" SITE_DIR=build/site-zensical \
	    $(BIN)/zensical build --clean --strict --config-file $$settings; done
	@$(BIN)/python -m macros complete build/site-zensical --place site-zensical

other-builders: .venv/zensical ## Build the same sources with every other builder, and compare the words of all pages
	$(BIN)/python -m macros check
	$(BIN)/python -m tools.other_builders $(OTHER_BUILDERS)

# The preview shows what confirming a country would show, and says so on every page. It follows pages, data and templates by itself; only code needs a new start.
serve: .venv/site ## Preview at http://localhost:8000, with live reload of pages, data and macros
	@POLICY=false SHOW_UNCONFIRMED=true $(BIN)/watchmedo auto-restart --no-restart-on-command-exit --recursive \
	  --directory macros --patterns '**/*.py' -- $(BIN)/python -m macros serve --port $(PORT)

check: .venv/site ## Report every problem of the pages and the data
	@$(BIN)/python -m macros check

schema: .venv/site ## Write what is made from data: schemas for editors, words of danger
	@$(BIN)/python -m macros schema

scripts: node_modules/made ## Build the scripts of the pages from frontend/
	@npm run --silent build

test: .venv/test node_modules/made ## Pass all tests
	@sh tools/chromium.sh
	@$(JAVA)
	@$(PANGO)
	@$(MAKE) --no-print-directory --jobs=2 check-python check-scripts
	$(BIN)/python -m pytest -m 'not audit' --numprocesses auto --dist worksteal

check-python: .venv/test
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/codespell overrides *.md

check-scripts: node_modules/made
	npm run --silent check

test-unit: .venv/test ## Pass the tests that need no browser
	$(BIN)/python -m pytest tests/unit --numprocesses auto

audit: .venv/test node_modules/made ## Look at every page in light and dark, on phone and desktop; pass what takes long
	@sh tools/chromium.sh
	@sh tools/need.sh firefox-esr 'some pages are tried in Firefox, too' $(BIN)/python -c 'from tools.firefox import path; path()'
	@$(JAVA)
	@$(PANGO)
	@PATH="$$PATH:/usr/sbin" sh tools/need.sh nginx-light 'the server of deploy/ is tried' nginx -v
	@$(BIN)/python -m pytest -m audit --numprocesses auto --dist worksteal

bench: .venv/test benchmarks/node_modules ## Print what building, first visits, search and a long log cost, beside others
	$(BIN)/python -m benchmarks

due: .venv/site ## Print what a person should look at again: dates near or past, withdrawn studies
	@$(BIN)/python -m macros due

links: .venv/test ## Report links to elsewhere that do not answer, in site-offline/ (asks other hosts)
	@$(BIN)/linkchecker --check-extern --no-status --no-warnings --no-verbose site-offline/index.html

report: .venv/test ## Print what a reader should look at: coverage, wordings, reading ease, near-copies
	@$(BIN)/python -m macros coverage
	@$(BIN)/python -m macros report

changelog: .venv/test ## Print what changed, from release to release
	@$(BIN)/git-cliff --offline

pictures: .venv/test ## Take the pictures of the README and of the first contribution anew
	@$(BIN)/python -m tests.pictures

lock: ## Pin every dependency again, with hashes (needs uv)
	$(PIN) -o requirements.txt requirements.in
	$(PIN) -c requirements.txt -o requirements-zensical.txt requirements-zensical.in
	$(PIN) -c requirements.txt -o requirements-plain.txt requirements-plain.in
	$(PIN) -c requirements.txt -o requirements-properdocs.txt requirements-properdocs.in
	$(PIN) -c requirements.txt -o requirements-editions.txt requirements-editions.in
	$(PIN) -c requirements.txt -o requirements-test.txt requirements-test.in

clean: ## Remove everything that was built or installed
	rm -rf .venv node_modules benchmarks/node_modules build site site-offline site-zensical .cache .mypy_cache .pytest_cache .ruff_cache

.venv/made:
	@sh tools/environment.sh '$(PYTHON)'
	@touch $@

.venv/site: requirements.txt | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/zensical: requirements-zensical.txt | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.txt
	@touch $@ .venv/site

.venv/editions: requirements-editions.txt | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-editions.txt
	@touch $@ .venv/site

.venv/test: requirements-test.txt | .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@ .venv/zensical .venv/editions .venv/site

# Without it everything else is measured, and the tables say what is missing.
benchmarks/node_modules: benchmarks/package-lock.json
	@cd benchmarks && { npm ci --silent --ignore-scripts || echo 'no Lighthouse, no Pagefind: they need Node with npm' >&2; }

# Without their scripts: packages of npm may otherwise run anything while they are installed.
node_modules/made: package-lock.json
	@sh tools/need.sh npm 'scripts are checked with what comes from npm' npm --version
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
