#!/usr/bin/env bash
# Runs everything that needs no window under the oldest and the newest Python that are here, and says which ran. The one
# of .venv has the whole suite, and is left out. They have environments of their own, without Qt: .venv-oldest and
# .venv-newest. For each one line of what pytest says, or all of it if anything failed. "prepare" makes them and runs
# nothing, also while .venv is still being made.
set -euo pipefail

cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup/steps.sh
. packaging/setup/steps.sh
# shellcheck source=packaging/setup/python.sh
. packaging/setup/python.sh
# shellcheck source=packaging/setup/venv.sh
. packaging/setup/venv.sh

# What stands below ui in ARCHITECTURE.md: all but what drives a window or builds packages, and the rig of faults, which
# takes its time. A module of tests that needs Qt is left out by tests/conftest.py.
rooms=$(ls -d tests/*/ | grep -vE '/(ui|journey|scenes|packaging|faults|__pycache__)/')

version_of() { "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null || true; }
the_one() { printf '%s\n' "$path"; }

status=0
if works_in .venv; then tried=$(version_of .venv/bin/python); else tried=$(version_of "$(find_python)"); fi
echo "Python $tried: the whole suite"
here=$(pythons)
while read -r name version path; do
    case " $tried " in *" $version "*) continue ;; esac
    tried="$tried $version"
    venv=.venv-$name
    [ "$(version_of "$venv/bin/python")" = "$version" ] || rm -rf "$venv"
    bring_up_to_date "$venv" versions the_one >/dev/null
    [ "${1:-}" != prepare ] || continue
    report=build/$name.txt
    # The assertions are left as they are: to rewrite those of every module takes 11 s of the processor, and what is wrong
    # under .venv too is told there. The values of a failed test are shown by --showlocals.
    # shellcheck disable=SC2086 # a list of words is meant
    if SCORO_OTHER_PYTHON=1 "$venv/bin/python" -m pytest -q --assert=plain --showlocals -p no:cacheprovider $rooms >"$report" 2>&1 </dev/null; then
        printf 'Python %s: %s\n' "$version" "$(tail -n 1 "$report")"
    else
        status=1
        printf 'Python %s:\n' "$version"
        cat "$report"
    fi
done < <(printf '%s\n' "$here" | sed -n '1{s/^/oldest /p;d};$s/^/newest /p')
[ "${tried% *}" != "$tried" ] || echo 'There is no other Python here to try.'
exit $status
