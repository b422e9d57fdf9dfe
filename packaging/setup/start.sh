#!/usr/bin/env bash
# Starts the app, or says in words why no window can open, where Qt would only abort.
set -euo pipefail

cd "$(dirname "$0")/../.."

# Asks the X server that DISPLAY names, as Qt will: a name alone is no display.
x_answers() {
    .venv/bin/python - <<'PYTHON'
import ctypes, os, sys

xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
refused = xcb.xcb_connection_has_error(connection)
sys.stdout.flush()
os._exit(1 if refused else 0)
PYTHON
}

needs_screen() {
    [ "$(uname)" = Linux ] && [ -z "${QT_QPA_PLATFORM:-}" ] || return 1
    case " $* " in *' --smoke '* | *' --help '* | *' -h '* | *' --version '*) return 1 ;; esac
}

if needs_screen "$@" && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    if [ -z "${DISPLAY:-}" ]; then
        echo 'There is no display to open the window on: neither DISPLAY nor WAYLAND_DISPLAY is set.'
    elif ! x_answers; then
        printf 'There is no display to open the window on: %s, which DISPLAY names, does not let us in.\n' "$DISPLAY"
    else
        exec .venv/bin/scoro-desktop "$@"
    fi >&2
    echo 'Start from a desktop session. To try the app without a screen: make run ARGS=--smoke' >&2
    exit 1
fi
exec .venv/bin/scoro-desktop "$@"
