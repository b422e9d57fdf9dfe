#!/usr/bin/env bash
# Makes .venv, or brings it up to date after a change of what it holds: for the app ("run") or for the check ("test").
# With "package" it is .venv-package, which has nothing that should not be shipped but the tools that make the packages;
# with "lock", .venv-lock, whose tool renews packaging/locks.
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
bring_up_to_date "$venv" "$purpose" "$find"
[ "$purpose" = lock ] || "$venv/bin/python" packaging/translations.py compile
