#!/usr/bin/env bash
# What the tests of completion need and pip does not bring: zsh, fish, and bash's own package.
# Installs what is absent where that is possible, says loudly what is not, and never fails: the
# tests themselves decide whether they can do without.
set -u

loader=/usr/share/bash-completion/bash_completion
packages=()
command -v zsh >/dev/null || packages+=(zsh)
command -v fish >/dev/null || packages+=(fish)
[ -f "$loader" ] || packages+=(bash-completion)

if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q || true
  # One by one: where one cannot be had, the others still can.
  for package in "${packages[@]}"; do
    apt-get install -qy --no-install-recommends "$package" || true
  done
fi

missing=()
command -v zsh >/dev/null || missing+=(zsh)
command -v fish >/dev/null || missing+=(fish)
[ -f "$loader" ] || missing+=(bash-completion)
for what in "${missing[@]}"; do
  echo "!!! MISSING: $what (Debian: apt-get install $what). Tests of completion that need it are skipped, or fail where CI=true." >&2
done
exit 0
