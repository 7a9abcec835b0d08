"""What a person wrote is in no message that is meant to be pasted into a report of a fault."""

import sqlite3
import subprocess
import sys
from itertools import count, cycle
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import NOW
from painlog.cli.app import main
from painlog.outcome import outcome

SECRET = "SECRET-7f3a"
WRITTEN = [
    ["treatments", "add", f"{SECRET} oil", "--kind", "other"],
    ["add", "left heel", "6", "-t", f"{SECRET} oil", "--before", "7", "--note", SECRET],
    ["add", "left heel", "5", "--at", "2026-03-20", "-q", SECRET, "--trigger", SECRET],
    ["start", f"{SECRET} oil", "--region", "left heel", "--on", "2026-03-25"],
    ["add", "neck", "5", "--at", "08:00", "--note", SECRET],
    ["take", f"{SECRET} oil", "2 ml", "--for", "left heel", "--note", SECRET],
    ["consult", "--note", SECRET],
]
COMMANDS = [
    ["today"],
    ["add", "left heel", "6", "--note", SECRET, "-q", SECRET],
    ["edit", "1", "--note", f"{SECRET} new"],
    ["take", f"{SECRET} oil", "3 ml", "--note", SECRET],
    ["edit", "u1", "--note", f"{SECRET} new"],
    ["over", "neck"],
    ["show", "u1"],
    ["remove", "1"],
    ["undo"],
    ["consult", "--note", SECRET],
    ["list"],
    ["list", "--format", "json"],
    ["show", "1"],
    ["report"],
    ["report", "--format", "html", "--notes", "--name", SECRET, "--output", "it.html", "--force"],
    ["compare", "nothing", f"{SECRET} oil", "--region", "left heel"],
    ["chart"],
    ["export"],
    ["export", "--format", "json"],
    ["export", "--format", "fhir"],
    ["import", "it.csv"],
    ["import", "it.json"],
    ["backup"],
    ["check"],
]
# What Python itself raises may quote what it was about.
FAULTS = (
    lambda: ValueError(SECRET),
    lambda: KeyError(SECRET),
    lambda: TypeError(f"{SECRET!r} is not a number"),
    lambda: UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
    lambda: sqlite3.OperationalError(SECRET),
    lambda: sqlite3.OperationalError(f"Could not decode to UTF-8 column with text '{SECRET}'"),
    lambda: RecursionError(SECRET),
    lambda: MemoryError(SECRET),
)
POINTS = 8


@pytest.fixture(scope="module")
def journal_bytes(tmp_path_factory):
    """A journal with a secret in each of its texts."""
    file = tmp_path_factory.mktemp("secret") / "painlog.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("painlog.cli.base.settings.clock", lambda: NOW)
        for command in WRITTEN:
            assert main(["--db", str(file), *command]) == 0
    return file.read_bytes()


class Failing:
    """Raise an error when painlog calls its `at`th function; 0 counts them only.

    Counting begins where every error becomes a sentence.
    """

    def __init__(self, at, error):
        self.at, self.error, self.calls, self.begun = at, error, 0, False

    def __call__(self, frame, event, _):
        module = frame.f_globals.get("__name__", "")
        if event != "call" or not module.startswith("painlog.") or module == "painlog.cli.app":
            return
        self.begun = self.begun or frame.f_code is outcome.begin.__code__
        if self.begun:
            self.calls += 1
            if self.calls == self.at:
                raise self.error


@pytest.fixture
def fail(painlog, tmp_path, monkeypatch, journal_bytes):
    """Run a command on the journal with an error at one of its calls."""
    monkeypatch.chdir(tmp_path)
    numbers = count()

    def run(command, at, error, *more):
        # A journal that a program failed on may still be open in this process.
        journal = Path(f"{next(numbers)}.db")
        journal.write_bytes(journal_bytes)
        journal.chmod(0o600)
        failing = Failing(at, error)
        sys.setprofile(failing)
        try:
            return painlog("--db", str(journal), *command, *more), failing
        finally:
            sys.setprofile(None)

    for format_ in ("csv", "json"):
        run(["export", "--format", format_, "--output", f"it.{format_}"], 0, None)
    return run


# An error may be raised while Python clears up, too; the last test is about that.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_fault_anywhere_says_nothing_that_was_written(fail, command):
    done, counted = fail(command, 0, None)
    assert (done.code, done.err.count(SECRET)) == (0, 0)
    faults = cycle(FAULTS)
    for point in range(POINTS):
        at = 1 + point * (counted.calls - 1) // POINTS
        for debug in ([], ["--debug"]):
            error = next(faults)()
            done, _ = fail(command, at, error, *debug)
            assert SECRET not in done.err
            assert "Traceback" not in done.err


def test_the_trace_names_types_and_lines(fail):
    done, _ = fail(["show", "1"], 30, ValueError(SECRET), "--debug")
    first, kind, *places, last = done.err.splitlines()
    assert first.startswith("painlog ")
    assert kind == "ValueError, raised in:"
    assert places[0].startswith("  painlog.cli.app:")
    assert all(line.startswith("  ") and ":" in line for line in places)
    assert last == "Nothing you wrote is in these lines. To see what is wrong, leave out --debug."


def test_the_trace_names_what_caused_what(painlog, monkeypatch):
    def fail(*_):
        try:
            dict[str, str]()[SECRET]
        except KeyError as error:
            raise ValueError(SECRET) from error

    monkeypatch.setattr("painlog.cli.commands.add.save", fail)
    done = painlog("--debug", "add", "heel", "6", "--note", SECRET)
    kinds = [line for line in done.err.splitlines() if line.endswith(", raised in:")]
    assert kinds == ["KeyError, raised in:", "ValueError, raised in:"]
    assert SECRET not in done.err


@pytest.mark.parametrize(
    "command",
    [
        ["add", SECRET, "6"],
        ["add", "heel", SECRET],
        ["add", "heel", "6", "--at", SECRET],
        ["list", "--region", SECRET],
        ["show", SECRET],
        [SECRET],
        [f"--{SECRET}"],
        ["import", SECRET],
        ["--db", f"/dev/null/{SECRET}", "add", "heel", "6"],
    ],
    ids=" ".join,
)
def test_a_refusal_quotes_what_it_is_about_and_its_trace_does_not(painlog, command):
    assert SECRET.casefold() in painlog(*command).err.casefold()
    assert SECRET.casefold() not in painlog("--debug", *command).err.casefold()


def test_text_that_is_no_utf_8_is_not_quoted(painlog, path):
    painlog("add", "heel", "6")
    journal = sqlite3.connect(path)
    journal.execute("update entry set note = cast(? as text)", [SECRET.encode() + b"\xff"])
    journal.commit()
    journal.close()
    for command in (["list"], ["show", "1"], ["today"], ["export"], ["--debug", "list"]):
        assert SECRET not in painlog(*command).err


def test_an_error_in_clearing_up_is_named_only(path):
    script = f"""
        from painlog.cli.app import main
        class Broken:
            def __del__(self):
                raise ValueError({SECRET!r})
        main(["list"])
        Broken()
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(script)],
        env={"PAINLOG_DB": str(path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[1:] == ["painlog has a fault: ValueError, while cleaning up."]
