#!/usr/bin/env bash
# Makes .venv, or brings it up to date after a change of pyproject.toml: for the app ("run") or for the check ("test").
# With "package" it is .venv-package, which has nothing that should not be shipped but the tools that make the packages.
# When it is up to date already nothing is downloaded, and this takes a fraction of a second.
set -euo pipefail

purpose=${1:?"run", "test" or "package"}
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup/python.sh
. packaging/setup/python.sh

venv=.venv
[ "$purpose" != package ] || venv=.venv-package
python=$venv/bin/python
stamp=$venv/scoro-desktop.stamp
# A virtual environment knows its own place by heart: one that was moved or copied is made anew.
state="$(cksum <pyproject.toml) $PWD"
made=$(cat "$stamp" 2>/dev/null || true)

works() { "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if ! works || { [ "$made" != "$purpose $state" ] && [ "$made" != "test $state" ]; }; then
    if ! works || { [ -n "$made" ] && [ "${made#*"$PWD"}" != '' ]; }; then
        echo "== Making $venv"
        "$(find_python)" -m venv --clear "$venv"
    fi
    rm -f "$stamp"
    echo "== Installing Python packages into $venv"
    # The requirements first, those for building among them, then the project without isolation: an isolated build would
    # download Qt a second time, for its compiler of translations.
    "$python" packaging/setup/requirements.py "$purpose" >"$venv/requirements.txt"
    "$python" -m pip install --quiet --disable-pip-version-check -r "$venv/requirements.txt"
    if [ "$purpose" != package ]; then # PyInstaller takes the source as it lies there
        "$python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    fi
    echo "$purpose $state" >"$stamp"
fi
"$python" packaging/translations.py compile
