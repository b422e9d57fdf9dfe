#!/usr/bin/env bash
# Signs "dist/Scoro Desktop.app" and makes the .dmg of it; packaging/package.py runs this on macOS. Untested: see README.md.
#
# MACOS_IDENTITY is the "Developer ID Application: ..." to sign with; without it the app is signed for this Mac only.
# NOTARY_KEY (a file), NOTARY_KEY_ID and NOTARY_ISSUER are those of an App Store Connect API key; with them and an identity
# the .dmg is notarised by Apple and the ticket is put into it.
set -euo pipefail

version=${1:?the version}
cd "$(dirname "$0")/../.."
app='dist/Scoro Desktop.app'
dmg="dist/scoro-desktop-$version-macos-$(uname -m).dmg"
identity=${MACOS_IDENTITY:--}
if [ "$identity" = - ]; then
    options=()
else
    options=(--timestamp --options runtime)
fi

# From the inside out: the signature of a bundle covers those of what is in it.
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) -print0 |
    while IFS= read -r -d '' file; do
        if file -b "$file" | grep -q 'Mach-O'; then
            codesign --force ${options[@]+"${options[@]}"} --sign "$identity" "$file"
        fi
    done
codesign --force ${options[@]+"${options[@]}"} --entitlements packaging/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$dmg"
hdiutil create -quiet -volname 'Scoro Desktop' -srcfolder "$folder" -fs HFS+ -format ULMO "$dmg"

if [ "$identity" != - ]; then
    codesign --force --timestamp --sign "$identity" "$dmg"
    if [ -n "${NOTARY_KEY:-}" ]; then
        xcrun notarytool submit "$dmg" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
        xcrun stapler staple "$dmg"
    fi
fi
