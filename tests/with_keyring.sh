#!/usr/bin/env bash
# Runs a command on a session bus of its own with an empty, unlocked Secret Service, whose folder SCORO_TEST_KEYRING names:
#     bash tests/with_keyring.sh python -m pytest -m keyring
# Nothing of the user's own keyring is seen or touched, and nothing is left behind. Where such a session cannot be
# started it says so and runs the command without: the tests that need it are then skipped, with the reason.
set -uo pipefail

without() {
    printf 'No keyring to test with: %s. The tests marked "keyring" will be skipped.\n' "$1" >&2
    shift
    SCORO_TEST_KEYRING='' exec "$@"
}

answers() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'
}

# The part that runs on the new bus.
if [ "${1:-}" = --on-the-bus ]; then
    exec 2>&3 3>&-
    folder=$2 display=$3
    shift 3
    : >"$folder/bus-started"
    gnome-keyring-daemon --foreground --unlock --components=secrets \
        < <(printf 'only for tests') >"$folder/daemon.log" 2>&1 &
    daemon=$!
    tries=0
    # `gdbus introspect` would be a nicer question, but it would make the bus start a second daemon.
    until answers; do
        tries=$((tries + 1))
        if [ "$tries" -ge 100 ] || ! kill -0 "$daemon" 2>/dev/null; then
            kill "$daemon" 2>/dev/null
            without "gnome-keyring-daemon did not start: $(tail -n 1 "$folder/daemon.log")" "$@"
        fi
        sleep 0.1
    done
    [ -z "$display" ] || export DISPLAY="$display"
    SCORO_TEST_KEYRING="$folder" "$@"
    status=$?
    kill "$daemon" 2>/dev/null
    wait "$daemon" 2>/dev/null
    exit "$status"
fi

[ $# -gt 0 ] || { echo "usage: $0 command [argument...]" >&2; exit 2; }
[ "$(uname)" = Linux ] || without 'this is not Linux' "$@"
for program in dbus-run-session dbus-send gnome-keyring-daemon; do
    command -v "$program" >/dev/null || without "$program is not installed" "$@"
done

folder=$(mktemp -d) # mktemp makes it 0700, as a runtime folder has to be
trap 'rm -rf "$folder"' EXIT
# With a display the daemon might open a window to ask something, and wait for ever. What the bus says of limits that it
# could not raise is of interest only if it does not start.
env -u DISPLAY -u WAYLAND_DISPLAY XDG_RUNTIME_DIR="$folder" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" \
    dbus-run-session -- bash "$0" --on-the-bus "$folder" "${DISPLAY:-}" "$@" 3>&2 2>"$folder/bus.log"
status=$?
[ -e "$folder/bus-started" ] || without "the session bus did not start: $(tail -n 1 "$folder/bus.log")" "$@"
exit "$status"
