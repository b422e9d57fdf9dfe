#!/usr/bin/env bash
# Looks at the packages in dist/ without installing them: names, rules, budgets, and that the .rpm holds what the .deb does.
set -euo pipefail

cd "$(dirname "$0")/../.."
deb=$(ls dist/scoro-desktop_*.deb)
rpm=$(ls dist/scoro-desktop-*.rpm)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

echo '== SHA256SUMS'
(cd dist && sha256sum --quiet --check SHA256SUMS)

echo '== Sizes'
.venv-package/bin/python packaging/package.py sizes
unpacked=$(dpkg-deb --field "$deb" Installed-Size)
[ "$unpacked" -le 88300 ] || { echo "The .deb says that it takes $unpacked kB, and 88300 are its budget"; exit 1; }

echo '== Desktop file, metainfo, man page'
dpkg-deb --extract "$deb" "$tree/deb"
desktop-file-validate "$tree"/deb/usr/share/applications/*.desktop
appstreamcli validate --no-net --pedantic "$tree"/deb/usr/share/metainfo/*.xml
warnings=$(LC_ALL=C.UTF-8 man --warnings --encoding=utf8 --local-file "$tree"/deb/usr/share/man/man1/*.gz 2>&1 >/dev/null)
[ -z "$warnings" ] || { printf '%s\n' "$warnings"; exit 1; }

echo '== Bill of materials'
.venv-package/bin/python packaging/linux/look_at_bill.py "$tree/deb/usr/lib/scoro-desktop/_internal"

echo '== lintian'
# What every frozen app has: libraries of its own, found by a path of their own, some without the C library behind them.
lintian --allow-root --tag-display-limit 0 --fail-on error,warning --suppress-tags "$(tr '\n' , <<'TAGS'
custom-library-search-path
embedded-library
hardening-no-pie
library-not-linked-against-libc
shared-library-lacks-prerequisites
TAGS
)" "$deb"

echo '== The .rpm'
rpm --checksig --nosignature "$rpm"
rpm --query --package --requires "$rpm" >"$tree/requires"
grep -q '^libssl.so.3()(64bit)$' "$tree/requires"
mkdir "$tree/rpm"
rpm2cpio "$rpm" | (cd "$tree/rpm" && cpio --quiet --extract --make-directories)
(cd "$tree/deb" && find . -not -type d -not -path './usr/share/doc/*' -printf '%p %s %m %l\n' | sort) >"$tree/deb.list"
(cd "$tree/rpm" && find . -not -type d -not -path './usr/share/doc/*' -printf '%p %s %m %l\n' | sort) >"$tree/rpm.list"
diff "$tree/deb.list" "$tree/rpm.list"
"$tree/rpm/usr/bin/scoro-desktop" --smoke
