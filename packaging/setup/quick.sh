#!/usr/bin/env bash
# Runs the tests that are named, and nothing else: with the environment as it is, and without the other checks. What is
# given goes to pytest.
set -euo pipefail

cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup/steps.sh
. packaging/setup/steps.sh
# shellcheck source=packaging/setup/python.sh
. packaging/setup/python.sh
# shellcheck source=packaging/setup/venv.sh
. packaging/setup/venv.sh

[ $# -gt 0 ] || stop 'Name the tests to run: make check ARGS=tests/storage, or ARGS="tests/ui -k undo". All of them: make test.'
[ -x .venv/bin/python ] || stop 'There is no .venv yet. make test makes it, and runs every check; make lint makes it sooner.'
is_up_to_date .venv test ||
    stop 'What the tests need has changed since .venv was made, or it was made for the app alone. make lint brings it up to date.'
unset PYTHONDONTWRITEBYTECODE # what was compiled serves the next time
.venv/bin/python packaging/translations.py compile
exec env QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" .venv/bin/python -m pytest "$@"
