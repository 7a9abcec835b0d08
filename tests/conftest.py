"""What every test stands on: a fixed clock and time zone, a journal of its own, no real home."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from painlog.cli.app import main

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=BERLIN)

# What the smallest machine has that runs the suite.
PROCESSES = 2
TESTS = Path(__file__).parent
STARTING_PROCESSES = {"browser", "faults", "privacy", "process", "recipes", "shells"}

settings.register_profile("painlog", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("painlog")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Share the whole suite among two processes; a chosen file or test starts at once."""
    # A worker calls this hook, too, and must not start workers of its own.
    if hasattr(config, "workerinput") or config.option.numprocesses is not None:
        return
    chosen = config.args != config.getini("testpaths") or config.option.keyword
    if not chosen and not config.option.usepdb:
        config.option.numprocesses = PROCESSES
        config.option.dist = "worksteal"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts processes, by where it is."""
    for item in items:
        if item.path.relative_to(TESTS).parts[0] in STARTING_PROCESSES:
            item.add_marker("process")


@dataclass(frozen=True, slots=True)
class Result:
    """What a command did: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    own = [name for name in os.environ if name.startswith("PAINLOG_")]
    for name in ("NO_COLOR", "COLUMNS", "LINES", "XDG_DATA_HOME", "XDG_CONFIG_HOME", *own):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PAINLOG_DB", str(tmp_path / "painlog.db"))
    if not hasattr(time, "tzset"):
        yield  # Windows: a process keeps the zone that it began with
        return
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The journal of this test; there is no file yet."""
    return tmp_path / "painlog.db"


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Put the clock of the commands to a moment, with its zone."""

    def put(moment: datetime) -> None:
        monkeypatch.setattr("painlog.cli.base.settings.clock", lambda: moment)

    return put


@pytest.fixture
def painlog(capsys: pytest.CaptureFixture[str], set_clock: Callable[[datetime], None]) -> Run:
    """Run painlog in this process, in a pipe, on Tue 31 Mar 2026, 21:00 in Berlin."""
    set_clock(NOW)

    def run(*arguments: str) -> Result:
        capsys.readouterr()
        code = main(arguments)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run
