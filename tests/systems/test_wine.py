"""Windows' own Python, in wine: the tests that hold there, and the program on a terminal."""

import os
import re
import subprocess
from pathlib import Path

import pexpect
import pytest

from absent import do_without

ROOT = Path(__file__).parents[2]
VERSION = os.environ.get("PAINLOG_WINDOWS_PYTHON", "3.13")
WINDOWS = Path(__file__).parent / ".windows"
WINE = "/usr/lib/wine/wine64"
PYTHON = WINDOWS / VERSION / "python.exe"
# Those that touch files, the clock, the system's shell or a pipe, or that everybody uses daily.
HOLD_THERE = (
    "tests/systems/test_windows.py",
    "tests/files",
    "tests/cli/test_backup.py",
)


@pytest.fixture(scope="module")
def environment(pytestconfig):
    if not (PYTHON.with_name("ready").exists() and Path(WINE).exists()):
        # A CI without Debian's packages has Windows itself.
        what = f"wine with Windows' Python {VERSION}"
        do_without(pytestconfig, what, "run tests/systems/setup.sh", on_ci=True)
    without = (
        "DISPLAY",
        "PAINLOG_DB",
        "TERM",
        "COLUMNS",
        "PYTEST_CURRENT_TEST",
        "LINTED",
        "CI",
        "PYTEST_DEBUG_TEMPROOT",
    )
    own = {name: value for name, value in os.environ.items() if name not in without}
    return own | {
        "WINEPREFIX": str(WINDOWS / "prefix"),
        "WINEDEBUG": "-all",
        # What Python 3.13 asks about Windows itself, and wine cannot answer; Python does without.
        "WINEDLLOVERRIDES": "wbemprox=;mscoree=;mshtml=",
        "TZ": "Europe/Berlin",
    }


def test_the_tests_that_hold_on_windows_pass_there(environment, tmp_path):
    options = f"-B -m pytest -q -p no:cacheprovider --basetemp={_for_windows(tmp_path / 't')}"
    # Wine takes the zone from TZ. Windows knows no such names, so Python may not see it.
    command = f"set TZ=&& {_for_windows(PYTHON)} {options} {' '.join(HOLD_THERE)}"
    done = subprocess.run(
        [WINE, "cmd", "/c", command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout
    passed = re.search(r"^(\d+) passed", done.stdout, re.MULTILINE)
    assert passed, done.stdout
    assert int(passed[1]) > 80


def test_a_terminal_of_windows_shows_bold_and_pictures_without_being_told(
    environment, painlog, path
):
    painlog("add", "left heel", "6")
    child = pexpect.spawn(
        WINE,
        [str(PYTHON), "-m", "painlog", "--db", _for_windows(path), "chart"],
        env=environment,
        encoding="utf-8",
        dimensions=(40, 100),
        timeout=60,
    )
    try:
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    assert "\x1b[1mLeft heel, " in child.before
    assert "●" in child.before


def _for_windows(path):
    # Wine's drive Z: is the root of this system.
    return "Z:" + str(path).replace("/", "\\")
