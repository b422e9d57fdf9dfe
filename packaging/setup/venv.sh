# shellcheck shell=bash
# Read by the other scripts, behind steps.sh and python.sh: makes virtual environments and fills them from packaging/locks.

works_in() { "$1/bin/python" -c "import pip, sys; sys.exit(not $is_supported)" 2>/dev/null; }

# Whether the environment $1 has all that the purpose $2 needs, which that of the whole check has for every purpose.
is_up_to_date() {
    local made
    made=$(cat "$1/scoro-desktop.stamp" 2>/dev/null || true)
    works_in "$1" && { [ "$made" = "$(stamp_of "$2")" ] || [ "$made" = "$(stamp_of test)" ]; }
}

# A virtual environment knows its own place by heart: one that was moved or copied is made anew.
stamp_of() { echo "$1 $(cat pyproject.toml "packaging/locks/$1.txt" 2>/dev/null | cksum) $PWD"; }

# Brings the environment $1 up to date for the purpose $2; `$3` prints the Python to make it with.
bring_up_to_date() {
    local venv=$1 purpose=$2 stamp=$1/scoro-desktop.stamp made
    ! is_up_to_date "$venv" "$purpose" || return 0
    made=$(cat "$stamp" 2>/dev/null || true)
    if ! works_in "$venv" || { [ -n "$made" ] && [ "${made#*"$PWD"}" != '' ]; }; then
        step "Making $venv with $("$("$3")" --version)"
        "$("$3")" -m venv --clear "$venv" >>"$log" 2>&1 ||
            stop "$venv could not be made; details are in $log."
    fi
    rm -f "$stamp"
    step "Installing Python packages into $venv"
    fill "$venv" "$purpose"
    stamp_of "$purpose" >"$stamp"
}

# Installs what the lock names, by its hashes, then the project itself: editable, without dependencies, and without an
# isolated build, which would download Qt a second time for its compiler of translations.
fill() {
    local venv=$1 purpose=$2
    local -a how=()
    # Of the tools of the check a small part is ever loaded, and compiled then: to compile all takes a fifth of the time.
    [ "$purpose" = run ] || how=(--no-compile)
    quietly_install "$venv" ${how[@]+"${how[@]}"} --require-hashes -r "packaging/locks/$purpose.txt"
    case $purpose in
        run | test)
            quietly_install "$venv" --no-deps --no-build-isolation -e .
            # The path in pip's own file is read in the encoding of the locale, which may not have its letters.
            find "$venv/lib" -name _scoro_desktop.pth -exec sh -c \
                'echo "import os, sys; sys.path.append(os.path.dirname(sys.prefix))" >"$1"' - {} \;
            ;;
    esac
}

quietly_install() {
    local venv=$1 from
    shift
    from=$(wc -c <"$log")
    PIP_DEFAULT_TIMEOUT=${PIP_DEFAULT_TIMEOUT-20} PIP_RETRIES=${PIP_RETRIES-2} "$venv/bin/python" -m pip install \
        --no-input --progress-bar off --disable-pip-version-check "$@" >>"$log" 2>&1 </dev/null && return
    if tail -c "+$((from + 1))" "$log" | grep -qE 'Failed to establish a new connection|NewConnectionError|NameResolutionError|ConnectTimeoutError|Read timed out|ProxyError'; then
        stop "The Python packages could not be downloaded. Is this computer online? Details are in $log."
    fi
    stop "The Python packages could not be installed; details are in $log."
}
