# One command starts it: make demo. One command tests it: make test. Everything else is for developers.

# The first Python that answers; tools/bootstrap.py finds or fetches the one the portal wants.
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.14 /usr/bin/python3 /usr/local/bin/python3 python; \
	do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null && echo "$$p" && break; done)
BOOTSTRAP := $(or $(PYTHON),$(error Python is not installed. Install Python 3.12 or newer)) tools/bootstrap.py
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
CODE := pup_portal messaging accounts reference translations documents registration job_offers meetings cv_builder desk
# mypy and the import linter load the settings, and connect to nothing.
NOT_A_KEY := $(shell printf 'A%.0s' $$(seq 43))=
NO_SERVERS := SECRET_KEY=none FIELD_KEYS=none:$(NOT_A_KEY) INDEX_KEY=$(NOT_A_KEY) DATABASE_URL=postgresql://nobody@127.0.0.1/none

# Hundreds of processes are started here. What they load is compiled once, even where the surroundings forbid it.
export PYTHONDONTWRITEBYTECODE :=

LINTS := $(addprefix lint-,style types templates layers security dependencies migrations messages)

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset setup test search-examples lint fix messages bench audit $(LINTS)

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: ## set up and start everything with demo data; Ctrl-C stops it
	@$(BOOTSTRAP) demo

demo-reset: ## forget the demo's data
	@$(BOOTSTRAP) demo-reset

setup: ## install what uv.lock says into .venv
	@$(BOOTSTRAP) setup

test: ## the whole suite with its coverage gate
	@$(BOOTSTRAP) test
	$(BIN)/coverage erase
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not browser and not sweep" --cov --cov-report= --cov-fail-under=0
	$(BIN)/pytest -n 2 --dist worksteal -m sweep
	$(BIN)/pytest -n 2 --dist worksteal -m browser
	$(BIN)/coverage report

search-examples: setup ## test the rules with a thousand new examples each
	$(BIN)/pytest -n 2 -m hypothesis --hypothesis-profile searching

lint: setup ## every static check; make -k lint shows all that is wrong at once
	@$(MAKE) --no-print-directory --jobs 2 $(LINTS)
$(LINTS): setup

lint-style:
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet

lint-types:
	$(NO_SERVERS) $(BIN)/mypy $(CODE) tools manage.py

lint-templates:
	$(BIN)/djlint templates --lint --quiet

lint-layers:
	$(NO_SERVERS) $(BIN)/lint-imports

lint-security: # low findings are ruff’s (S), argued line by line
	$(BIN)/bandit --quiet --severity-level medium --configfile pyproject.toml --recursive $(CODE)

lint-dependencies:
	$(BIN)/deptry .

# They drop columns that the release before them neither reads nor writes.
DROPPED := 0003_glossary_without_its_lists 0020_keep_words_out_of_the_rows

lint-migrations:
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) lintmigrations --settings tools.lint_settings --include-apps $(filter-out pup_portal,$(CODE)) \
		--ignore-name $(DROPPED)

lint-messages:
	$(BIN)/python tools/catalogues.py

fix: setup ## what the linters can correct by themselves
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

messages: setup ## collect the interface's texts into locale/, keeping every translation
	@command -v xgettext >/dev/null || { echo "gettext is missing. Run: sudo apt-get install -y gettext"; exit 1; }
	$(MANAGE) makemessages --locale pl --locale uk --add-location file \
		--ignore '.venv' --ignore '.tools' --ignore 'var' --ignore 'tests'
	$(BIN)/python tools/catalogues.py

# The search is measured among so many people. Storing a million takes about 25 minutes, once; they are kept.
BENCH_CLIENTS ?= 1,000,000
BENCH_FEED_OFFERS ?= 100,000

bench: setup ## how slow the important pages are beside an empty one, what trust costs, what the checks catch
	$(NO_SERVERS) $(BIN)/python -m tools.bench_checks
	$(NO_SERVERS) $(BIN)/python -m tools.bench_glossary
	$(NO_SERVERS) $(BIN)/python -m tools.bench_screening
	$(BIN)/python -m tools.bench
	$(BIN)/python -m tools.bench_trust
	$(BIN)/python -m tools.bench_memory
	$(BIN)/python -m tools.bench_quality
	$(BIN)/python -m tools.bench_drafts
	$(BIN)/python -m tools.bench_feed $(BENCH_FEED_OFFERS)
	$(BIN)/python -m tools.bench_search 10,000 $(BENCH_CLIENTS)
	$(BIN)/python -m tools.bench_relevance
	$(BIN)/python -m tools.bench_board
	$(BIN)/python -m tools.bench_paint

audit: setup ## known holes in what we depend on
	@$(BIN)/python tools/audit.py
