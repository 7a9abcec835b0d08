#!/usr/bin/env bash
# What the fault tests need and pip does not bring: a C compiler for failing.c, and mount.
# Installs what is absent where that is possible, says loudly what is not, and never fails: the
# tests themselves decide whether they can do without.
set -u

packages=()
command -v gcc >/dev/null && echo '#include <stdio.h>' | gcc -E - >/dev/null 2>&1 || packages+=(gcc libc6-dev)
command -v mount >/dev/null || packages+=(mount)

if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q || true
  apt-get install -qy --no-install-recommends "${packages[@]}" || true
fi

command -v gcc >/dev/null || echo "!!! MISSING: gcc (Debian: apt-get install gcc libc6-dev)." \
  "Tests of failing and killed writes are skipped, or fail where CI=true." >&2
command -v mount >/dev/null || echo "!!! MISSING: mount. The test of a full disk is skipped." >&2
exit 0
