#!/usr/bin/env bash
# Runs the checks one after another, all of them even if one fails, and fails with the names of those that did.
# "static" leaves out the tests. Anything after "all" goes to pytest.
set -uo pipefail

which=${1:?"all" or "static"}
shift
cd "$(dirname "$0")/../.." || exit 1
PATH="$PWD/.venv/bin:$PATH"
failed=()

step() {
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed+=("$name")
}

step 'format: ruff format --check' ruff format --check .
step 'lint: ruff check' ruff check .
step 'types: mypy --strict' mypy
step 'imports: lint-imports' lint-imports --no-logo
step 'translations: complete and up to date' python packaging/translations.py check
if [ "$which" = all ]; then
    # One process a core: most tests wait for a window or a server. Those of one keyring stay in one process.
    step 'tests: pytest' bash tests/with_keyring.sh python -m pytest -n auto --dist loadgroup "$@"
fi

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed:\n' >&2
    printf '  %s\n' "${failed[@]}" >&2
    exit 1
fi
