#!/usr/bin/env bash
# Builds the Windows installer on this Linux system, installs, uses, updates and removes the app under wine, and looks each
# time at what is there. Stops at the first thing that is not as it should be. README.md says what this cannot show.
#
#   RUNTIME=FOLDER packaging/windows/smoke.sh
#
# RUNTIME is CPython's embeddable package for Windows, unpacked. Without it a stand-in is made, fit for this test only.
set -euo pipefail

cd "$(dirname "$0")/../.."
root=$PWD
build=$root/build/windows
python=$root/.venv/bin/python
tests=$root/tests/packaging/windows
mkdir -p "$build"

# --- What is needed ----------------------------------------------------------------------------------------------------

wine=$(command -v /usr/lib/wine/wine64 wine64 wine | head -n 1 || true)
missing=
[ -n "$wine" ] || missing+=' wine64 wine'
command -v makensis >/dev/null || missing+=' nsis'
command -v x86_64-w64-mingw32-gcc >/dev/null || missing+=' gcc-mingw-w64-x86-64'
command -v Xvfb >/dev/null || missing+=' xvfb xauth'
if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        printf 'Not installed:%s\n' "$missing" >&2
        exit 1
    fi
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of words is meant
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
    wine=$(command -v /usr/lib/wine/wine64 wine64 wine | head -n 1)
fi
# Everything below has one display. Its output goes through pipes: Python under wine 8 does not start with a file of this
# system as its standard output or error ("init_sys_streams: [WinError 6] Invalid handle").
if [ -z "${SMOKE_DISPLAY:-}" ]; then
    SMOKE_DISPLAY=1 xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24' bash "$0" "$@" 2>&1 | cat
    exit
fi
bash packaging/setup/system.sh test
bash packaging/setup/environment.sh test

# --- Building ----------------------------------------------------------------------------------------------------------

version=$("$python" -c 'import scoro_desktop; print(scoro_desktop.__version__)')
older=0.0.1
if [ -z "${RUNTIME:-}" ]; then
    RUNTIME=$build/runtime-for-test
    echo '== RUNTIME is not given: making a stand-in. What is built on it is for this test only.'
    "$python" "$tests/runtime_for_test.py" "$RUNTIME"
fi
echo '== Building'
"$python" packaging/windows/tree.py "$RUNTIME"
tree=$build/scoro-desktop
setup=$build/scoro-desktop-$version-setup.exe
"$python" packaging/windows/installer.py "$tree" --output "$setup"
# A version before it, with a file that the new one has no more.
rm -rf "$build/older" "$build/inside"
cp -al "$tree" "$build/older"
echo older >"$build/older/gone-since.txt"
older_setup=$build/scoro-desktop-$older-setup.exe
"$python" packaging/windows/installer.py "$build/older" --output "$older_setup" --version "$older" --uncompressed
# The app's own Python, to look from inside.
cp -al "$tree" "$build/inside"
library=$(basename "$tree"/python3?*.dll)
x86_64-w64-mingw32-gcc -std=c11 -O2 -s -municode -static -mconsole -DCONSOLE "-DPYTHON_DLL=L\"$library\"" \
    packaging/windows/launcher.c -o "$build/inside/python.exe"

# --- A Windows of its own ----------------------------------------------------------------------------------------------

export WINEPREFIX=$build/wine WINEARCH=win64 WINEDEBUG=-all
# Nothing is put into the menus of this system, and nothing is downloaded.
export WINEDLLOVERRIDES='winemenubuilder.exe=d;mscoree=;mshtml='
wineserver=$(command -v /usr/lib/wine/wineserver wineserver | head -n 1)
wait_for_all() { "$wineserver" -w; }
settle=wait_for_all
settle() { "$settle"; }
end() {
    "$wineserver" -k 2>/dev/null || true
    [ -z "${small:-}" ] || umount "$small" 2>/dev/null || true
}
trap end EXIT
echo '== Making a Windows'
rm -rf "$WINEPREFIX"
"$wine" wineboot --init >/dev/null 2>&1
"$wine" winecfg -v win10
settle
c=$WINEPREFIX/drive_c
x86_64-w64-mingw32-gcc -shared -s -o "$c/windows/system32/icuuc.dll" "$tests/icuuc.c"
home=$c/users/$(id -un)
local=$home/AppData/Local
data=$local/scoro-desktop
mine="$local/Programs/Scoro Desktop"
everyones="$c/Program Files/Scoro Desktop"
my_link="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Scoro Desktop.lnk"
everyones_link="$c/ProgramData/Microsoft/Windows/Start Menu/Programs/Scoro Desktop.lnk"
key='Software\Microsoft\Windows\CurrentVersion\Uninstall\scoro-desktop'

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
step() { printf '== %s\n' "$*"; }
equal() { [ "$2" = "$3" ] || fail "$1: $2, where it should be $3"; }
there() { for path in "$@"; do [ -e "$path" ] || fail "$path is not there"; done; }
gone() { for path in "$@"; do [ ! -e "$path" ] || fail "$path is still there"; done; }
as_windows() { printf '%sZ:%s' "$1" "${2//\//\\}"; }

# Runs a program and waits for everything that it started; its exit code must be the one given.
ends_with() {
    local wanted=$1 code=0
    shift
    "$wine" "$@" | cat >"$build/output" || code=$?
    settle
    if [ "$code" != "$wanted" ]; then
        cat "$build/output" >&2
        fail "$1 ${*:2} ended with $code, where it should be $wanted"
    fi
}
# uninstall.exe works from a copy of itself, and is told by _?= to work itself only when its exit code is asked for.
uninstall() {
    local wanted=$1 folder=$2
    shift 2
    if [ "$wanted" = 0 ]; then
        ends_with 0 "$folder/uninstall.exe" /S "$@"
    else
        # shellcheck disable=SC2046 # several words are meant: NSIS takes no quotes here, and wine puts them around spaces
        ends_with "$wanted" "$folder/uninstall.exe" /S "$@" $(as_windows "_?=" "$folder")
    fi
}
value() { "$wine" reg query "$1\\$key" /v "$2" 2>/dev/null | tr -d '\r' | sed -n "s/^ *$2 *REG_[A-Z]* *//p"; }
inside() { "$wine" "$build/inside/python.exe" "$tests/inside.py" "$@" | tr -d '\r'; }
files() { (cd "$c" && find . -path './users/*/Temp' -prune -o -print | sort); }
version_of() { "$wine" "$1/app/scoro-desktop-console.exe" --version | tr -d '\r'; }
# push and SMS sent to the sandbox, the counts read; on the platform given
sends() {
    QT_QPA_PLATFORM=$2 ends_with 0 "$1/app/scoro-desktop.exe" --smoke
    "$python" - "$build/output" <<'PYTHON' || fail "what --smoke says: $(cat "$build/output")"
import json, pathlib, sys
report = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
assert report["keyring"] == "Windows Credential Manager"
for channel in ("push", "sms"):
    assert report[channel]["outcome"] == "sent"
    assert int(report[channel]["count"]) > 0
PYTHON
    printf '   %s: %s\n' "$2" "$(cat "$build/output")"
}
is_installed() {
    there "$2/app/scoro-desktop.exe" "$2/uninstall.exe" "$3"
    gone "$2/app.old" "$2/uninstall.new.exe"
    equal 'DisplayVersion' "$(value "$1" DisplayVersion)" "$4"
    equal 'DisplayName' "$(value "$1" DisplayName)" 'Scoro Desktop'
    local target
    target="$(value "$1" InstallLocation)\\app\\scoro-desktop.exe"
    equal 'DisplayIcon' "$(value "$1" DisplayIcon)" "$target"
    grep -aqF "$target" "$3" || fail "$3 does not lead to $target"
}
is_removed() {
    gone "$2" "$3"
    equal 'the entry among the installed programs' "$(value "$1" DisplayName)" ''
}

settle
files >"$build/files-before"

# --- The life of the app -----------------------------------------------------------------------------------------------

step "install $older, silently, for this user"
ends_with 0 "$older_setup" /S
is_installed HKCU "$mine" "$my_link" "$older"
there "$mine/app/gone-since.txt"
gone "$everyones" "$everyones_link"

step 'push and SMS to the sandbox'
sends "$mine" offscreen
sends "$mine" windows
equal 'version' "$(version_of "$mine")" "scoro-desktop $version"
gone "$data" # --smoke works in a folder of its own

step 'the Credential Manager'
inside rules

step 'accounts, and their keys'
inside fill
everything='{"accounts": ["bank", "shop"], "keys": ["bank", "shop"]}'
equal 'inside' "$(inside look)" "$everything"
settle

step 'neither updated nor removed while it runs'
"$wine" start /unix "$my_link" >/dev/null 2>&1 # as the Start menu does
for _ in $(seq 100); do
    [ ! -e "$data/scoro-desktop.lock" ] || break
    sleep 0.2
done
there "$data/scoro-desktop.lock"
settle=: # it runs on
ends_with 3 "$setup" /S
uninstall 3 "$mine"
settle=wait_for_all
is_installed HKCU "$mine" "$my_link" "$older"

step 'closed as by its window'
# The lock is there before the window is, and only a window can be asked to close: it is asked until it did.
for _ in $(seq 6); do
    "$wine" taskkill /im scoro-desktop.exe >/dev/null || true
    ! timeout 10 "$wineserver" -w || break
done
timeout 1 "$wineserver" -w || fail 'it does not close'
gone "$data/scoro-desktop.lock"

step "update to $version"
ends_with 0 "$setup" /S
is_installed HKCU "$mine" "$my_link" "$version"
gone "$mine/app/gone-since.txt"
equal 'inside' "$(inside look)" "$everything"
sends "$mine" windows

step "not back to $older without a question"
ends_with 5 "$older_setup" /S
is_installed HKCU "$mine" "$my_link" "$version"

step 'an update that was interrupted is taken up'
mv "$mine/app" "$mine/app.old"
mkdir "$mine/app"
ends_with 0 "$setup" /S
is_installed HKCU "$mine" "$my_link" "$version"
equal 'version' "$(version_of "$mine")" "scoro-desktop $version"

step 'what an update could not take away is no hindrance to the next'
mkdir "$mine/app.old"
echo older >"$mine/app.old/in-use-then.dll"
ends_with 0 "$setup" /S
is_installed HKCU "$mine" "$my_link" "$version"

step 'remove: data and keys stay'
uninstall 0 "$mine"
is_removed HKCU "$mine" "$my_link"
equal 'inside' "$(inside look)" "$everything"

step 'remove, and the keys: when they cannot be deleted, nothing is removed'
ends_with 0 "$setup" /S
mv "$data/scoro-desktop.sqlite3" "$data/aside"
head -c 100000 /dev/zero >"$data/scoro-desktop.sqlite3"
uninstall 4 "$mine" /DeleteKeys
is_installed HKCU "$mine" "$my_link" "$version"
mv "$data/aside" "$data/scoro-desktop.sqlite3"
uninstall 0 "$mine" /DeleteKeys
is_removed HKCU "$mine" "$my_link"
equal 'inside' "$(inside look)" '{"accounts": ["bank", "shop"], "keys": []}'

step 'remove with everything: nothing is left'
inside fill
ends_with 0 "$setup" /S
uninstall 0 "$mine" /DeleteData /DeleteKeys
is_removed HKCU "$mine" "$my_link"
gone "$data"
equal 'inside' "$(inside look)" '{"accounts": [], "keys": []}'
rmdir "$local/Programs" 2>/dev/null || true # Windows has this folder from the beginning, wine has not
settle
files >"$build/files-after"
diff "$build/files-before" "$build/files-after" || fail 'files are left'
! grep -ai scoro "$WINEPREFIX"/*.reg || fail 'something is left in the registry'

step 'for everyone'
ends_with 0 "$setup" /S /AllUsers
is_installed HKLM "$everyones" "$everyones_link" "$version"
gone "$mine" "$my_link"
sends "$everyones" windows
ends_with 0 "$setup" /S # again, without the switch: it stays for everyone
is_installed HKLM "$everyones" "$everyones_link" "$version"
gone "$mine"
uninstall 0 "$everyones"
is_removed HKLM "$everyones" "$everyones_link"

step 'a folder "app" of somebody else is left alone'
mkdir -p "$c/tools/app"
echo theirs >"$c/tools/app/theirs.txt"
ends_with 6 "$setup" /S '/D=C:\tools'
equal 'the files there' "$(find "$c/tools" -type f)" "$c/tools/app/theirs.txt"
rm -r "$c/tools"

step 'a disk that is full'
small=$build/small-disk
mkdir -p "$small"
if mount -t tmpfs -o size=120m none "$small" 2>/dev/null; then
    place=$small/Scoro\ Desktop
    fallocate -l 80m "$small/full"
    # shellcheck disable=SC2046 # as above
    ends_with 2 "$setup" /S $(as_windows /D= "$place")
    is_removed HKCU "$place" "$my_link"
    rm "$small/full"
    # shellcheck disable=SC2046
    ends_with 0 "$older_setup" /S $(as_windows /D= "$place")
    there "$place/app/gone-since.txt"
    ends_with 2 "$setup" /S
    there "$place/app/gone-since.txt"
    gone "$place/app.old" "$place/uninstall.new.exe"
    equal 'version' "$(version_of "$place")" "scoro-desktop $version"
    equal 'DisplayVersion' "$(value HKCU DisplayVersion)" "$older"
    uninstall 0 "$place"
    equal 'the files left' "$(ls -A "$small")" ''
    umount "$small"
    small=
else
    echo '   left out: only root can mount a small one'
fi

printf '\nEverything is as it should be: %s\n' "${setup#"$root"/}"
