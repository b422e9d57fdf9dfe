#!/usr/bin/env bash
# Makes .venv, or brings it up to date after a change of what it holds: for the app ("run") or for the check ("test").
# With "package" it is .venv-package, which has nothing that should not be shipped but the tools that make the packages;
# with "lock", .venv-lock, whose tool renews packaging/locks.
# With "others" behind "test", the environments of the other Pythons too (versions.sh).
# When it is up to date already nothing is downloaded, and this takes a fraction of a second.
set -euo pipefail

purpose=${1:?"run", "test", "package" or "lock"}
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup/steps.sh
. packaging/setup/steps.sh
# shellcheck source=packaging/setup/python.sh
. packaging/setup/python.sh
# shellcheck source=packaging/setup/venv.sh
. packaging/setup/venv.sh

venv=.venv
case $purpose in package | lock) venv=.venv-$purpose ;; esac
find=find_python
[ "$purpose" != package ] || find=find_python_to_ship
if ! works_in "$venv" && ! "$find" >/dev/null; then
    case $purpose in package) oldest=3.11.5 ;; *) oldest=3.11 ;; esac
    stop "Python $oldest or newer with its venv module is needed, and was not found. PYTHON=/path/to/python3 names one."
fi
if [ "${2:-}" = others ]; then
    # Those of the other Pythons are made meanwhile, with a log of their own: a core would have nothing to do. What cannot
    # be installed there is said when their turn comes.
    set -m
    SCORO_SETUP_LOG=build/versions-setup.log bash packaging/setup/versions.sh prepare >/dev/null 2>&1 </dev/null &
    set +m
    others=$!
    trap 'kill -- -"$others" 2>/dev/null || true' EXIT
fi
bring_up_to_date "$venv" "$purpose" "$find"
[ "$purpose" = lock ] || "$venv/bin/python" packaging/translations.py compile
[ -z "${others:-}" ] || wait "$others" || true
