# shellcheck shell=bash
# Read by the other scripts.

# Prints the first Python that can make the environment: 3.11 or newer, with venv and the pip that it brings.
# $PYTHON, if set, is the only one tried.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}
