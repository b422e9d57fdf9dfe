#!/usr/bin/env bash
# Installs the system packages that are missing for the app ("run"), the whole check ("test"), the making of packages
# ("package") or their trial on a bare Debian ("test-package").
# On Debian and Ubuntu it installs them; on another Linux it names them; elsewhere there is nothing to do.
# When nothing is missing it needs neither the network nor root, and takes a fraction of a second.
set -euo pipefail

purpose=${1:?"run", "test", "package" or "test-package"}
# shellcheck source=packaging/setup/python.sh
. "$(dirname "$0")/python.sh"

# What Qt loads, as `file package-in-Debian`. The first six are needed always, the rest by a real window (X11, Wayland).
libraries='
libGL.so.1             libgl1
libEGL.so.1            libegl1
libglib-2.0.so.0       libglib2.0-0
libdbus-1.so.3         libdbus-1-3
libfontconfig.so.1     libfontconfig1
libxkbcommon.so.0      libxkbcommon0
libX11-xcb.so.1        libx11-xcb1
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-image.so.0      libxcb-image0
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-randr.so.0      libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0      libxcb-shape0
libxcb-sync.so.1       libxcb-sync1
libxcb-xfixes.so.0     libxcb-xfixes0
libxcb-xkb.so.1        libxcb-xkb1
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1    libwayland-egl1
'
# Letters for Latin and Cyrillic, and emoji, which messages are full of.
fonts='fonts-dejavu-core fonts-noto-color-emoji'
# A real keyring on a session bus of its own, for the tests that want one: see tests/with_keyring.sh.
keyring='dbus gnome-keyring'
# What the tests hold our own work against: true curl, and what binutils says of a program.
judges='binutils curl'
# Reads and strips programs; then: makes a bare Debian, and looks whether the packages keep to the rules.
packaging='binutils'
trial='appstream debootstrap desktop-file-utils lintian man-db rpm cpio'

# Prints the names of the installed packages and of what they provide (Ubuntu 24.04 has libglib2.0-0t64, which provides
# libglib2.0-0), one a line.
installed() {
    dpkg-query --show --showformat='${db:Status-Status}, ${Package}, ${Provides}\n' |
        sed -n 's/^installed, //p' | tr ',' '\n' | sed 's/^ *//; s/ .*//' | sort -u
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" # nobody is there to type a password
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

install_on_debian() {
    local wanted missing package
    # shellcheck disable=SC2086 # lists of words are meant
    wanted=$(printf '%s\n' $libraries $fonts | sed '/\.so\./d')
    if [ "$purpose" = test ]; then
        # shellcheck disable=SC2086
        wanted=$(printf '%s\n' "$wanted" $keyring $judges)
    elif [ "$purpose" = package ] || [ "$purpose" = test-package ]; then
        # shellcheck disable=SC2086
        wanted=$(printf '%s\n' "$wanted" $packaging)
    fi
    if [ "$purpose" = test-package ]; then
        # shellcheck disable=SC2086
        wanted=$(printf '%s\n' "$wanted" $trial)
    fi
    if ! find_python >/dev/null; then
        wanted=$(printf '%s\n' "$wanted" python3 python3-venv)
    fi
    missing=$(printf '%s\n' "$wanted" | sort -u | comm -23 - <(installed) | tr '\n' ' ')
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        printf 'Not installed, and this is not root and there is no sudo: %s\n' "$missing" >&2
        printf 'As root:  apt-get install --no-install-recommends %s\n' "$missing" >&2
        return 0
    fi
    printf '== Installing system packages: %s\n' "$missing"
    apt update -qq || echo 'The package lists could not be refreshed; trying with what there is.' >&2
    # shellcheck disable=SC2086
    if ! apt install -qq -y --no-install-recommends $missing; then
        # One that cannot be had must not keep the others away.
        for package in $missing; do
            apt install -qq -y --no-install-recommends "$package" ||
                printf 'Could not install %s; going on without it.\n' "$package" >&2
        done
    fi
}

name_on_linux() {
    local known missing
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    missing=$(while read -r file _; do
        [ -z "$file" ] || case $known in *"$file"*) ;; *) printf '%s ' "$file" ;; esac
    done <<<"$libraries")
    [ -z "$missing" ] ||
        printf 'Qt needs these libraries, and they were not found; please install their packages: %s\n' "$missing" >&2
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_on_debian
elif [ "$(uname)" = Linux ]; then
    name_on_linux
fi

if ! find_python >/dev/null; then
    echo 'Python 3.11 or newer with its venv module is needed, and was not found. PYTHON=/path/to/python3 names one.' >&2
    exit 1
fi
