#!/usr/bin/env bash
# Tests on the other Pythons that painlog is for, where they are found: on the first with the lowest
# versions of its dependencies, on the rest with the highest, which the whole suite has on this one.
set -euo pipefail
cd "$(dirname "$0")/../.."

here=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
bound=lowest
failed=()

# A shim of pyenv is there for a version that is not chosen, too.
found() {
  for python in "python$1" "$HOME"/.pyenv/versions/"$1".*/bin/python; do
    if "$python" -c 'import sqlite3, ensurepip' >/dev/null 2>&1; then
      echo "$python"
      return
    fi
  done
}

for version in $(sed -n 's/.*Programming Language :: Python :: \(3\.[0-9]*\)".*/\1/p' pyproject.toml); do
  [ "$version" != "$here" ] || continue
  python=$(found "$version")
  if [ -n "$python" ]; then
    "$python" tests/systems/bounds.py "$bound" || failed+=("Python $version, $bound versions")
    bound=highest
  else
    echo "!!! MISSING: Python $version. No test is run on it." >&2
  fi
done
if [ "$bound" = lowest ]; then
  python3 tests/systems/bounds.py lowest || failed+=("the lowest versions")
fi
[ ${#failed[@]} -eq 0 ] || { printf '!!! FAILED with %s\n' "${failed[@]}" >&2; exit 1; }
