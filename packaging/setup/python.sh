# shellcheck shell=bash
# Read by the other scripts.

# What is tried, as `requires-python` of pyproject.toml says. Locked versions need not be there for a newer one.
is_supported='(3, 11) <= sys.version_info[:2] <= (3, 14)'

# Whether a program is a Python that can make an environment: a supported one, with venv and the pip that it brings.
can_make_environments() { "$1" -c "import ensurepip, sys, venv; sys.exit(not $is_supported)" 2>/dev/null; }

# Prints the first Python that can make the environment. $PYTHON, if set, is the only one tried. The system's own comes
# first: it is what people have, and built with all optimizations, which one that pyenv made is not. (Debian's takes two
# thirds of the processor time of that for the same tests.)
find_python() {
    local candidate
    for candidate in ${PYTHON:-/usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11}; do
        if can_make_environments "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# Prints the first Python that packages can be built with, and shipped: see check_python in packaging/package.py.
find_python_to_ship() {
    local candidate
    candidate=$(find_python) || return 1
    if [ -z "${PYTHON:-}" ] && ! is_to_ship "$candidate"; then
        candidate=$(pythons | sed -n '$s/^[^ ]* //p')
    fi
    is_to_ship "$candidate" && echo "$candidate"
}
is_to_ship() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null; }

# Prints every Python here that can make an environment, the oldest first, as `version path`; of one version, one. Looked
# for where people have them: on the PATH, the system's own, and those of pyenv.
pythons() {
    local candidate
    python_programs | while read -r candidate; do
        "$candidate" -c 'import ensurepip, platform, sys, venv; print(platform.python_version(), sys.executable)' \
            2>/dev/null </dev/null || true
    done | grep -E '^3\.1[1-4]\.[0-9]+ ' | sort -t. -k2,2n -k3,3n | awk '!seen[$1]++'
}

# Their paths, without asking them. A shim of pyenv would only be slow.
python_programs() {
    {
        compgen -c python3 | grep -xE 'python3(\.[0-9]+)?' | sort -u | while read -r name; do type -P "$name" || true; done
        ls /usr/bin/python3 "${PYENV_ROOT:-${HOME:-}/.pyenv}"/versions/*/bin/python3 2>/dev/null || true
    } | grep -v /shims/ | while read -r name; do realpath "$name"; done | sort -u
}
