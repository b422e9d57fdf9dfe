#!/usr/bin/env bash
# Runs the tests, or those that the arguments name, and says which lines of each room they went through. Apart from the check:
# counting lines makes them take two to three times the processor time (CPython 3.11, 2026-11).
set -uo pipefail

cd "$(dirname "$0")/../.." || exit 1
PATH="$PWD/.venv/bin:$PATH"
mkdir -p build
rm -f build/coverage.json
status=0
bash tests/with_keyring.sh python -m pytest -n auto --cov --cov-report= --cov-report=json:build/coverage.json "$@" || status=$?
[ ! -e build/coverage.json ] || python packaging/rooms_covered.py build/coverage.json ${1:+part}
exit $status
