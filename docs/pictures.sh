#!/bin/sh
# Make the picture of the README: the first screen of the brief of the bundled operation.
#
#   docs/pictures.sh                               needs Chromium
#   BROWSER_FLAGS=--no-sandbox docs/pictures.sh    where it may not use its sandbox
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT

"$root/run" assess ukraine-2025 --html "$scratch/brief.html" > "$scratch/brief.txt"
mkdir -p "$root/docs/_static"
# shellcheck disable=SC2086  the flags are several words on purpose
chromium --headless --disable-gpu --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$scratch/profile" \
    ${BROWSER_FLAGS:-} --window-size=1280,900 --screenshot="$root/docs/_static/brief.png" \
    "file://$scratch/brief.html"
