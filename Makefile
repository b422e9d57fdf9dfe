# Names for what packaging/setup/*.sh does. `make run` and `make test` need nothing but git, make and bash beforehand.

# What to hand to the app or to pytest: make run ARGS=--smoke, make check ARGS=tests/storage
ARGS ?=
SETUP := bash packaging/setup

.DEFAULT_GOAL := help
.PHONY: help run test check faults coverage lint hooks format translations screenshots package test-package test-fresh lock smoke-windows lint-workflows bench clean

help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do printf '%-24s%s\n' "$$name" "$$what"; done

run:  ## Install what is missing and start the app
	@$(SETUP)/system.sh run
	@$(SETUP)/environment.sh run
	@$(SETUP)/start.sh $(ARGS)

test:  ## Install what is missing and run every check
	@$(SETUP)/system.sh test
	@$(SETUP)/environment.sh test $(if $(ARGS),,others)
	@$(SETUP)/check.sh all $(ARGS)

check:  ## Run the tests that ARGS names and nothing else, in seconds: make check ARGS=tests/storage
	@$(SETUP)/quick.sh $(ARGS)

faults:  ## Try every fault of wire, disk and process, at length (make test has the short form)
	@$(SETUP)/system.sh test
	@$(SETUP)/environment.sh test
	@SCORO_NEW_EXAMPLES=1 .venv/bin/python -m pytest -n auto --dist loadgroup -m "long or not long" tests/faults $(ARGS)

coverage:  ## Run the tests and say how many lines of each room they went through; rooms under 90 % are named
	@$(SETUP)/system.sh test
	@$(SETUP)/environment.sh test
	@$(SETUP)/coverage.sh $(ARGS)

lint:  ## Run every check but the tests
	@$(SETUP)/environment.sh test
	@$(SETUP)/check.sh static

hooks:  ## Have Git run the checks but the tests before each commit of this checkout
	@$(SETUP)/environment.sh test
	@.venv/bin/pre-commit install

format:  ## Lay out the code and mend what can be mended without thought
	@$(SETUP)/environment.sh test
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

translations:  ## Bring the .ts files up to date with the code, and compile them
	@$(SETUP)/environment.sh test
	@.venv/bin/python packaging/translations.py update

screenshots:  ## Make the picture of the window that the README shows; ARGS="FOLDER --all" photographs every state into a folder
	@$(SETUP)/system.sh run
	@$(SETUP)/environment.sh test
	@.venv/bin/python packaging/screenshots.py $(ARGS)

package:  ## Build the packages for this system into dist/
	@$(SETUP)/system.sh package
	@$(SETUP)/environment.sh package
	@.venv-package/bin/python packaging/package.py $(ARGS)

test-package:  ## Try the .deb of dist/ on a bare Debian: install, start, update, remove (as root, or with sudo)
	@$(SETUP)/system.sh test-package
	@$(SETUP)/environment.sh package
	@bash packaging/linux/test-package.sh $(ARGS)

test-fresh:  ## Try `make run` and `make test` on bare Debians, as people with and without sudo (as root, or with sudo)
	@$(SETUP)/system.sh test-package
	@bash packaging/linux/test-fresh.sh $(ARGS)

lock:  ## Renew packaging/locks after a change of pyproject.toml; ARGS=--upgrade takes the newest of all
	@$(SETUP)/environment.sh lock
	@.venv-lock/bin/python packaging/setup/lock.py $(ARGS)

smoke-windows:  ## Build the Windows installer here, and try it under wine: RUNTIME=the unpacked CPython for Windows
	@bash packaging/windows/smoke.sh

lint-workflows:  ## Look for mistakes in .github/workflows
	@$(SETUP)/environment.sh package
	@.venv-package/bin/zizmor --offline --no-progress --min-severity=medium .github/workflows

bench:  ## Measure how fast the app starts, from source and from dist/, and how the query editor bears long queries (some minutes)
	@$(SETUP)/system.sh run
	@$(SETUP)/environment.sh test
	@.venv/bin/python bench/start.py $(ARGS)
	@.venv/bin/python bench/query_editor.py

clean:  ## Remove what was generated, except the environments .venv*
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis resources/translations/*.qm
	@find scoro_desktop tests packaging bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
