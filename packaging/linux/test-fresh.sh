#!/usr/bin/env bash
# Tries what README.md promises on machines that have nothing but make: bare Debians, made for it and thrown away, whose
# own Python is taken. As root, or with sudo. SUITES names other releases than Debian 12 and 13; MIRROR where their packages
# come from. With "--no-test" nobody runs `make test`, which takes most of the time.
set -euo pipefail

cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup/python.sh
. packaging/setup/python.sh
python=$(find_python)
sudo=
[ "$(id -u)" = 0 ] || sudo='sudo --preserve-env=MIRROR,http_proxy,https_proxy,PIP_CERT,PIP_INDEX_URL'

status=0
for suite in ${SUITES:-bookworm trixie}; do
    for who in root people; do
        # Mounts and processes of a trial are in spaces of their own: none outlives it.
        $sudo env SUITE="$suite" unshare --mount --pid --fork --kill-child "$python" packaging/linux/fresh.py $who "$@" || status=1
        $sudo rm -rf --one-file-system build/trial/root
    done
done
exit $status
