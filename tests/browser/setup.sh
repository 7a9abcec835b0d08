#!/usr/bin/env bash
# What the tests of the web page need and pip does not bring: a browser, pdftoppm, axe-core.
# Installs what is absent where that is possible, says loudly what is not, and never fails: the
# tests themselves decide whether they can do without.
set -u
cd "$(dirname "$0")"

packages=()
command -v chromium >/dev/null || packages+=(chromium fonts-liberation fonts-dejavu-core)
command -v pdftoppm >/dev/null || packages+=(poppler-utils)
command -v npm >/dev/null || packages+=(npm)

if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q || true
  # One by one: where one cannot be had, the others still can.
  for package in "${packages[@]}"; do
    apt-get install -qy --no-install-recommends "$package" || true
  done
fi
pinned=$(sed -n 's/.*"axe-core": "\(.*\)".*/\1/p' package.json)
if ! grep -qs "\"version\": \"$pinned\"" node_modules/axe-core/package.json; then
  command -v npm >/dev/null && { npm install --prefix . --no-audit --no-fund --loglevel=error || true; }
fi

missing=()
command -v chromium >/dev/null || missing+=("chromium (Debian: apt-get install chromium)")
command -v pdftoppm >/dev/null || missing+=("pdftoppm (Debian: apt-get install poppler-utils)")
[ -f node_modules/axe-core/axe.min.js ] || missing+=("axe-core (npm install --prefix tests/browser)")
for what in "${missing[@]}"; do
  echo "!!! MISSING: $what. Tests of the web page that need it are skipped, or fail where CI=true." >&2
done
exit 0
