#!/usr/bin/env bash
# As root: installs the named packages, and those that can be had if one cannot. What apt says goes to standard output.
# Status 3: the lists could not be refreshed, and nothing could be installed: this computer is offline, most likely.
set -uo pipefail

exec 2>&1 </dev/null
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

apt() {
    apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Acquire::Retries=1 \
        -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 "$@"
}

refreshed=yes
apt update -q -o APT::Update::Error-Mode=any || refreshed=no
apt install -q -y --no-install-recommends "$@" && exit 0
[ $refreshed = yes ] || exit 3
for package in "$@"; do
    apt install -q -y --no-install-recommends "$package"
done
exit 0
