#!/usr/bin/env bash
# Installs the system packages that are missing for the app ("run"), the whole check ("test"), the making of packages
# ("package"), or their trial and that of these scripts on a bare Debian ("test-package").
# On Debian and Ubuntu it installs them; on another Linux it names them; elsewhere there is nothing to do.
# When nothing is missing it needs neither the network nor root, and takes a fraction of a second.
set -euo pipefail

purpose=${1:?"run", "test", "package" or "test-package"}
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup/steps.sh
. packaging/setup/steps.sh
# shellcheck source=packaging/setup/python.sh
. packaging/setup/python.sh

# What Qt loads, as `file package-in-Debian when`: always, or by a window of X11 or of Wayland. Kerberos is for its compiler
# of translations, by way of QtNetwork.
libraries='
libGL.so.1             libgl1            always
libEGL.so.1            libegl1           always
libglib-2.0.so.0       libglib2.0-0      always
libdbus-1.so.3         libdbus-1-3       always
libfontconfig.so.1     libfontconfig1    always
libxkbcommon.so.0      libxkbcommon0     always
libgssapi_krb5.so.2    libgssapi-krb5-2  always
libX11-xcb.so.1        libx11-xcb1       x11
libxcb-cursor.so.0     libxcb-cursor0    x11
libxcb-icccm.so.4      libxcb-icccm4     x11
libxcb-image.so.0      libxcb-image0     x11
libxcb-keysyms.so.1    libxcb-keysyms1   x11
libxcb-randr.so.0      libxcb-randr0     x11
libxcb-render-util.so.0 libxcb-render-util0 x11
libxcb-shape.so.0      libxcb-shape0     x11
libxcb-sync.so.1       libxcb-sync1      x11
libxcb-xfixes.so.0     libxcb-xfixes0    x11
libxcb-xkb.so.1        libxcb-xkb1       x11
libxkbcommon-x11.so.0  libxkbcommon-x11-0 x11
libwayland-cursor.so.0 libwayland-cursor0 wayland
libwayland-egl.so.1    libwayland-egl1   wayland
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

# The libraries of these kinds: one column of the table, a line each.
column() {
    printf '%s\n' "$libraries" | while read -r file package when; do
        case " $2 " in *" $when "*) [ "$1" = file ] && echo "$file" || echo "$package" ;; esac
    done
}

# The kinds without which the purpose cannot be served: a window needs those of its screen, too.
needed_kinds() {
    echo always
    [ "$purpose" = run ] && [ -z "${QT_QPA_PLATFORM:-}" ] || return 0
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then echo wayland; elif [ -n "${DISPLAY:-}" ]; then echo x11; fi
}

# Prints the names of the installed packages and of what they provide (Ubuntu 24.04 has libglib2.0-0t64, which provides
# libglib2.0-0), one a line.
installed() {
    dpkg-query --show --showformat='${db:Status-Status}, ${Package}, ${Provides}\n' |
        sed -n 's/^installed, //p' | tr ',' '\n' | sed 's/^ *//; s/ .*//' | LC_ALL=C sort -u
}

# The missing ones among the words of its arguments, in one line.
missing_of() { printf '%s\n' "$@" | tr ' ' '\n' | sed '/^$/d' | LC_ALL=C sort -u | LC_ALL=C comm -23 - <(installed) | xargs; }

# The package of the newest supported Python that apt knows, where none that is as new is here already.
newer_python() {
    local known
    known=$(apt-cache pkgnames python3. 2>/dev/null | sed -n 's/^python3\.\(1[0-4]\)-venv$/\1/p' | sort -n | tail -n 1)
    [ -z "$known" ] || [ "$known" -lt 11 ] ||
        python_programs | sed -n 's/.*python3\.\(1[0-4]\)$/\1/p' | awk -v known="$known" '$1 >= known { here = 1 } END { exit !here }' ||
        echo "python3.$known-venv"
}

# Runs apt.sh as root, without a word of it on the terminal. Status 4: this person is not let.
install_as_root() {
    local status=0
    if [ "$(id -u)" = 0 ]; then
        bash packaging/setup/apt.sh "$@" >>"$log" || status=$?
    elif ! command -v sudo >/dev/null; then
        return 4
    elif [ -t 0 ] || [ -t 2 ]; then
        # All in one command, so that sudo asks once, however soon it forgets. It asks on the terminal itself.
        sudo -p 'Password of %u, to install them: ' bash packaging/setup/apt.sh "$@" >>"$log" || status=$?
    else
        sudo -n bash packaging/setup/apt.sh "$@" >>"$log" 2>>"$log" || status=$? # nobody is there to type a password
    fi
    case $status in 0 | 3) return $status ;; *) return 4 ;; esac
}

install_on_debian() {
    local needed useful missing status=0
    needed=$(column package "$(needed_kinds | xargs)" | xargs)
    useful="$(column package 'always x11 wayland' | xargs) $fonts"
    case $purpose in
        test) useful="$useful $keyring $judges python3 python3-venv $(newer_python)" ;;
        package) needed="$needed $packaging" ;;
        test-package) needed="$needed $packaging $trial" ;;
    esac
    find_python >/dev/null || needed="$needed $(debian_python)"
    missing=$(missing_of "$needed" "$useful")
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        status=4
    else
        step "Installing system packages: $missing"
        # shellcheck disable=SC2086 # a list of words is meant
        install_as_root $missing || status=$?
    fi
    [ $status != 0 ] || missing=$(missing_of "$needed" "$useful")
    [ -n "$missing" ] || return 0
    if [ -z "$(missing_of "$needed")" ]; then
        printf 'Going on without these system packages: %s\n' "$missing" >&2
        return 0
    fi
    case $status in
        4) stop "System packages are missing, and installing them takes an administrator:  apt-get install --no-install-recommends $missing" ;;
        3) stop "System packages are missing, and could not be downloaded. Is this computer online? Details are in $log: $missing" ;;
        *) stop "System packages could not be installed; details are in $log: $(missing_of "$needed")" ;;
    esac
}

# What brings a Python that can make the environment: the system's own, or another where that is not supported.
debian_python() {
    if command -v python3 >/dev/null && ! python3 -c "import sys; sys.exit(not $is_supported)"; then
        newer_python
    else
        echo python3 python3-venv
    fi
}

name_on_linux() {
    local known missing file
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    missing=$(column file "$(needed_kinds | xargs)" | while read -r file; do
        case $known in *"$file"*) ;; *) printf '%s ' "$file" ;; esac
    done)
    [ -z "$missing" ] || [ -z "$known" ] ||
        stop "Qt needs these libraries, and they were not found; please install their packages: $missing"
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_on_debian
elif [ "$(uname)" = Linux ]; then
    name_on_linux
fi

find_python >/dev/null ||
    stop 'Python 3.11 to 3.14 with its venv module is needed, and was not found. PYTHON=/path/to/python3 names one.'
