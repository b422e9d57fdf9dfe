#!/usr/bin/env bash
# Runs the checks one after another, all of them even if one fails, and fails with the names of those that did.
# "static" leaves out the tests. Anything after "all" goes to pytest, which then runs under the Python of .venv alone.
set -uo pipefail

which=${1:?"all" or "static"}
shift
cd "$(dirname "$0")/../.." || exit 1
PATH="$PWD/.venv/bin:$PATH"
# What was compiled is kept, also where the surroundings say otherwise: some hundred processes would do it anew.
unset PYTHONDONTWRITEBYTECODE
failed=()

step() {
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed+=("$name")
}

if [ "$which" = all ] && [ $# = 0 ]; then
    # The other Pythons have their turn while one core is idle. Job control gives them a group of processes of their own,
    # which ends with this one.
    mkdir -p build
    set -m
    bash packaging/setup/versions.sh >build/versions.txt 2>&1 </dev/null &
    set +m
    versions=$!
    trap 'kill -- -"$versions" 2>/dev/null' EXIT
fi
versions_ran() {
    local status=0
    wait "$versions" || status=$?
    cat build/versions.txt
    return $status
}

step 'format: ruff format --check' ruff format --check .
step 'lint: ruff check' ruff check .
step 'types: mypy --strict' mypy
step 'imports: lint-imports' lint-imports --no-logo
step 'translations: complete and up to date' python packaging/translations.py check
if [ "$which" = all ]; then
    # One process more than there are cores: a test of the window waits for its server and its disk about as long as it
    # works. (Two on two cores were idle for a third of the time once the other Pythons had had their turn.)
    # One that has nothing left to do takes tests from the others: else the one with the journeys ends a minute later.
    cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    step 'tests: pytest' bash tests/with_keyring.sh python -m pytest -n $((cores + 1)) --dist worksteal "$@"
    [ $# != 0 ] || step 'tests that need no window, under the oldest and the newest Python here' versions_ran
fi

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed:\n' >&2
    printf '  %s\n' "${failed[@]}" >&2
    exit 1
fi
