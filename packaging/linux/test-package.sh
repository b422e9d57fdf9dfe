#!/usr/bin/env bash
# Tries the packages in dist/: what can be looked at here, then the .deb on a bare Debian, made for it and thrown away.
# As root, or with sudo. SUITE names another release (Debian 12, bookworm); MIRROR where its packages come from, if not
# from where debootstrap takes them. What it leaves: build/trial/*.png, pictures of the installed app.
set -euo pipefail

cd "$(dirname "$0")/../.."
python=$PWD/.venv-package/bin/python
sudo=
[ "$(id -u)" = 0 ] || sudo='sudo --preserve-env=SUITE,MIRROR,http_proxy,https_proxy'

bash packaging/linux/look-at-packages.sh
# Mounts and processes of the trial are in spaces of their own: none outlives it.
status=0
$sudo unshare --mount --pid --fork --kill-child "$python" packaging/linux/trial.py || status=$?
$sudo rm -rf --one-file-system build/trial/root
exit "$status"
