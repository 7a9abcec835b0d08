"""What every test stands on: a fixed clock and time zone, a journal of its own, no real home."""

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from typer.main import get_command

from painlog.cli.app import main
from painlog.store import connections, empty
from painlog.views.terminal.screen import begin_anew

if TYPE_CHECKING:
    from forks import Forks

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=BERLIN)

# What the smallest machine has that runs the suite.
PROCESSES = 2
TESTS = Path(__file__).parent
STARTING_PROCESSES = {"browser", "faults", "privacy", "process", "recipes", "shells", "systems"}
SLOWEST_FIRST = (
    *("house", "faults", "browser", "shells", "process", "recipes", "systems"),
    *("privacy", "store", "input", "cli"),
)
# A disk in memory: what painlog syncs after every change takes no time there.
IN_MEMORY = Path("/dev/shm")
ROOM = 2 << 30

_IN_MEMORY, _IN_DRAFT = empty.in_memory, empty.in_draft

settings.register_profile("painlog", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("painlog")


def pytest_configure() -> None:
    """Keep the files of the tests in memory, where there is a place with enough room for them."""
    if _has_room(IN_MEMORY):
        # pytest's own variable for where its temporary directories are.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def _has_room(directory: Path) -> bool:
    if not (hasattr(os, "statvfs") and directory.is_dir() and os.access(directory, os.W_OK)):
        return False
    found = os.statvfs(directory)
    # Some tests run programs that they write.
    return not found.f_flag & os.ST_NOEXEC and found.f_bavail * found.f_frsize >= ROOM


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
    """Mark what starts processes, by where it is; skip what only POSIX has on Windows.

    What takes long comes first, so that both processes end together.
    """
    items.sort(key=_speed)
    for item in items:
        if item.path.relative_to(TESTS).parts[0] in STARTING_PROCESSES:
            item.add_marker("process")
        if sys.platform == "win32" and item.get_closest_marker("posix"):
            item.add_marker(pytest.mark.skip(reason="Windows has no such thing"))


def _speed(item: pytest.Item) -> int:
    room = item.path.relative_to(TESTS).parts[0]
    return SLOWEST_FIRST.index(room) if room in SLOWEST_FIRST else len(SLOWEST_FIRST)


@dataclass(frozen=True, slots=True)
class Result:
    """What a command did: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(scope="session", autouse=True)
def _built_once() -> Iterator[None]:
    """Build the commands once; a process of its own does so once, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("painlog.cli.app.get_command", cache(get_command))
        yield


@pytest.fixture(scope="session")
def _empty_journal() -> bytes:
    with closing(empty.in_memory()) as made:
        return made.serialize()


@pytest.fixture(scope="session")
def _empty_draft(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    draft = tmp_path_factory.getbasetemp() / "empty.db"
    draft.touch()
    empty.in_draft(draft).close()
    return draft.read_bytes()


@pytest.fixture(scope="session", autouse=True)
def _copied_journals(_empty_journal: bytes, _empty_draft: bytes) -> Iterator[None]:
    """Make an empty journal by copying one that the migrations made, which takes them 20 ms."""

    def in_memory() -> sqlite3.Connection:
        connection = connections.open_in_memory()
        connection.deserialize(_empty_journal)
        connections.keep_safe(connection)
        return connection

    def in_draft(draft: Path) -> sqlite3.Connection:
        draft.write_bytes(_empty_draft)
        connection = connections.open_file(draft)
        connection.execute("update generation set token = lower(hex(randomblob(16)))")
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(empty, "in_memory", in_memory)
        patch.setattr(empty, "in_draft", in_draft)
        yield


@pytest.fixture
def migrated_journals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each empty journal of this test by the migrations, as painlog does."""
    monkeypatch.setattr(empty, "in_memory", _IN_MEMORY)
    monkeypatch.setattr(empty, "in_draft", _IN_DRAFT)


@pytest.fixture(scope="session")
def forks() -> "Iterator[Forks]":
    """The process that has painlog loaded, to start copies of."""
    from forks import Forks  # Windows cannot

    with Forks() as running:
        yield running


@pytest.fixture(scope="session")
def _next_directory(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give a path that no test has had, with a name in it."""
    base, numbers = tmp_path_factory.getbasetemp(), count()
    return lambda name: base / f"{name[:30]}-{next(numbers)}"


@pytest.fixture
def _directory(request: pytest.FixtureRequest, _next_directory: Callable[[str], Path]) -> Path:
    """Where the files of this test would be. Most tests have none, and no directory is made."""
    return _next_directory(request.function.__name__)


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, _directory: Path) -> Iterator[Path]:
    """Give this test a directory, which stays if the test fails."""
    _directory.mkdir(mode=0o700)
    failed = request.session.testsfailed
    yield _directory
    if request.session.testsfailed == failed:
        shutil.rmtree(_directory, ignore_errors=True)


@pytest.fixture(autouse=True)
def _surroundings(_directory: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # What an earlier command chose for its output is no part of this test.
    begin_anew()
    own = [name for name in os.environ if name.startswith("PAINLOG_")]
    for name in (
        "ACCESSIBLE",
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "LINES",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        *own,
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(_directory / "home"))
    monkeypatch.setenv("PAINLOG_DB", str(_directory / "painlog.db"))
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
def painlog(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,  # noqa: ARG001 - the journal is in it
    set_clock: Callable[[datetime], None],
) -> Run:
    """Run painlog in this process, in a pipe, on Tue 31 Mar 2026, 21:00 in Berlin."""
    set_clock(NOW)

    def run(*arguments: str) -> Result:
        capsys.readouterr()
        code = main(arguments)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run
