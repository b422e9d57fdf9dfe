# shellcheck shell=bash
# Read by the other scripts: one line a step on the terminal, and everything that programs say meanwhile in a log.

log=${SCORO_SETUP_LOG:-build/setup.log} # in the project's folder, which Git ignores

# Says what begins.
step() {
    if ! mkdir -p build 2>/dev/null || ! : 2>/dev/null >>"$log"; then
        printf '%s cannot be written to, and that is where everything is installed.\n' "$PWD" >&2
        exit 1
    fi
    # The old lines go when there are too many: what is looked for is in the last ones.
    [ "$(wc -c <"$log")" -lt 1000000 ] || : >"$log"
    printf '== %s\n' "$*"
    printf '\n== %s\n' "$*" >>"$log"
}

# Says in one sentence why it goes no further.
stop() {
    printf '%s\n' "$*" >&2
    exit 1
}
