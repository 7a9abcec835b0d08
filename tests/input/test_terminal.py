"""Whatever a person or a file says, nothing of it steers the terminal."""

import json
import sqlite3
from contextlib import closing

import pytest

from conftest import NOW
from painlog.cli.app import Commands, main
from steering import STEERING, steering_in

OWN = "Elbow\x1b[2JPit"


WORDS = ["--note", STEERING, "-q", STEERING, "--trigger", STEERING, "--condition", STEERING]
WRITTEN = (
    ["regions", "add", "crook", "--sides", "paired"],
    ["treatments", "add", "potion", "--kind", "other"],
    ["add", "left crook", "6", "-t", "potion", "--before", "8", *WORDS],
    ["add", "left crook", "4", "--at", "2026-03-01", *WORDS],
    ["take", "potion", "--for", "left crook", "--note", STEERING],
    ["start", "potion", "--region", "left crook", "--on", "2026-03-20"],
    ["consult", "--note", STEERING],
    ["consult", "--on", "2026-04-10", "--note", STEERING, "--question", STEERING],
    ["peg", "6", "5", "7"],
    ["factors", "add", "steps", "--unit", "a day"],
    ["day", "--factor", "steps=9", "--note", STEERING],
)


FILES = ("rows", "good", "columns", "unknown", "names", "broken", "long", "journal")


def write_files(directory, journal_bytes):
    """Files to take in that are hostile in each of their parts."""
    cell = '"' + STEERING.replace('"', '""') + '"'
    entry = {"felt_at": "2026-03-01T12:00:00+01:00", "region": STEERING, "intensity": 6}
    journal = {"schema": "painlog.journal/1", "entries": [entry]}
    texts = {
        "rows": f"date,region,intensity,note,side\n2026-03-01,{cell},{cell},{cell},{cell}\n",
        "good": f"date,region,intensity,note\n2026-03-01,heel,6,{cell}\n",
        "columns": f"{cell},{cell}x,date\n{cell},2,3\n{cell},5,6\n",
        "unknown": f"When,{cell},Pain\n{cell},{cell},{cell}\n",
        "names": json.dumps(journal),
        "broken": json.dumps({STEERING: 1, "entries": [STEERING]}) + STEERING,
        "long": f"date,region,intensity\n{cell * 2000},{cell * 2000},6\n",
    }
    for name, text in texts.items():
        (directory / f"{STEERING}.{name}").write_text(text, "utf-8", newline="")
    (directory / f"{STEERING}.journal").write_bytes(journal_bytes)


@pytest.fixture(scope="module")
def journal_bytes(tmp_path_factory):
    """A journal that is hostile in every text."""
    file = tmp_path_factory.mktemp("hostile") / "painlog.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("painlog.cli.base.settings.clock", lambda: NOW)
        for command in WRITTEN:
            assert main(["--db", str(file), *command]) == 0
    with closing(sqlite3.connect(file)) as journal, journal:
        # No command takes such a name, but another program may write it.
        journal.execute("pragma foreign_keys = on")
        journal.execute("update region set name = ? where name = 'crook'", [OWN])
        journal.execute("update treatment set name = ? where name = 'potion'", [OWN])
    return file.read_bytes()


@pytest.fixture
def hostile(on_terminal, tmp_path, monkeypatch, journal_bytes):
    """Run painlog on a terminal, on a journal that is hostile down to its name."""
    file = tmp_path / f"{STEERING}.db"
    file.write_bytes(journal_bytes)
    monkeypatch.setenv("PAINLOG_DB", str(file))
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, journal_bytes)
    return on_terminal


COMMANDS = [
    [],
    [STEERING],
    [f"--{STEERING}"],
    ["--db", f"{STEERING}/{STEERING}", "add", "heel", "6"],
    ["--db", f"{STEERING}.other", "list"],
    ["--db", f"{STEERING}.other", "today"],
    ["add", STEERING, "6"],
    ["add", "heel", STEERING],
    ["add", f"left {OWN}", "7", "--note", STEERING, "-q", STEERING, "--trigger", STEERING],
    ["add", "heel", "6", "-t", STEERING],
    ["add", "heel", "6", "--at", STEERING],
    ["add", "heel", "6", "--side", STEERING],
    ["add", "heel", "6", "--interference", STEERING],
    ["add", "heel", "6", "-t", OWN, "--before", STEERING],
    ["add", "heel", "6", "--condition", f"cancer {STEERING}"],
    ["checkin"],
    ["checkin", STEERING],
    ["regions", "order", STEERING],
    ["day", "--note", STEERING],
    ["day", "--factor", f"{STEERING}={STEERING}"],
    ["day", "--sleep", STEERING],
    ["day"],
    ["factors", "add", STEERING],
    ["factors", "add", "steps", "--unit", "a day"],
    ["factors", "rename", "steps", STEERING],
    ["factors", "remove", STEERING],
    ["factors", "ask", STEERING],
    ["factors"],
    ["peg", STEERING, "5", "7"],
    ["peg", "list"],
    ["peg", "list", "--format", "csv"],
    ["peg", "remove", STEERING],
    ["start", STEERING],
    ["start", OWN, "--region", STEERING],
    ["start", OWN, "--region", f"left {OWN}"],
    ["stop", STEERING],
    ["stop", OWN, "--region", "neck"],
    ["stop", OWN],
    ["consult", "--note", STEERING],
    ["consult", "--on", STEERING],
    ["consult", "list"],
    ["consult", "list", "--format", "json"],
    ["consult", "remove", "1"],
    ["edit", "1", "--note", f"{STEERING} new"],
    ["edit", "1", "--region", STEERING],
    ["edit", "1", "--clear", STEERING],
    ["edit", STEERING],
    ["edit", "1", "--lasted", STEERING],
    ["edit", "u1", "--note", f"{STEERING} new"],
    ["edit", "--region", f"left {OWN}", "--no-side", "--side", "right"],
    ["edit", "--region", f"left {OWN}", "--side", "right"],
    ["take", STEERING],
    ["over", STEERING],
    ["over", f"left {OWN}"],
    ["over", f"left {OWN}", "--at", STEERING],
    ["regions", "set", OWN, "--diary", "attacks"],
    ["take", OWN, "--for", f"left {OWN}", "--note", STEERING],
    ["take", OWN, "--for", STEERING],
    ["show", "u1"],
    ["remove", "u1"],
    ["remove", f"u{STEERING}"],
    ["remove", STEERING],
    ["remove", "1", "2"],
    ["undo"],
    ["redo"],
    ["history"],
    ["today"],
    ["list"],
    ["list", "--format", "json"],
    ["list", "--region", STEERING],
    ["list", "--treatment", STEERING],
    ["list", "--since", STEERING],
    ["list", "--limit", STEERING],
    ["show", "1"],
    ["show", "1", "--format", "json"],
    ["show", "1", "--format", STEERING],
    ["chart"],
    ["chart", "--region", STEERING],
    ["calendar", "--region", f"left {OWN}"],
    ["calendar", "--month", STEERING],
    ["map"],
    ["courses"],
    ["courses", "--format", "json"],
    ["courses", "remove", "1"],
    ["regions"],
    ["regions", "list", "--format", "json"],
    ["regions", "search", STEERING],
    ["regions", "show", STEERING],
    ["regions", "show", OWN],
    ["regions", "add", STEERING],
    ["regions", "add", "nook", "--synonym", STEERING],
    ["regions", "rename", OWN, STEERING],
    ["regions", "rename", OWN, "corner"],
    ["regions", "remove", OWN],
    ["treatments"],
    ["treatments", "list", "--format", "json"],
    ["treatments", "search", STEERING],
    ["treatments", "show", STEERING],
    ["treatments", "show", OWN],
    ["treatments", "add", STEERING, "--kind", "other"],
    ["treatments", "rename", OWN, STEERING],
    ["treatments", "remove", OWN],
    ["redflags"],
    ["report"],
    ["report", "--format", "json"],
    ["report", "--format", "markdown"],
    ["report", "--format", "html", "--notes", "--name", STEERING, "--question", STEERING],
    ["report", "--output", f"{STEERING}.txt"],
    ["report", "--output", "."],
    ["compare", "nothing", OWN, "--region", f"left {OWN}"],
    ["compare", "nothing", STEERING, "--region", "heel"],
    ["explain", STEERING],
    ["demo", "--keep", f"{STEERING}.demo"],
    ["export"],
    ["export", "--format", "json"],
    ["export", "--format", STEERING],
    ["export", "--output", f"{STEERING}.csv"],
    ["export", "--output", f"{STEERING}/no/such.csv"],
    ["export", "--format", "fhir"],
    ["import", f"{STEERING}.csv"],
    *(["import", f"{STEERING}.{name}"] for name in FILES),
    *(["import", f"{STEERING}.{name}", "--dry-run"] for name in FILES),
    ["import", f"{STEERING}.rows", "--skip-bad"],
    ["import", f"{STEERING}.rows", "--add-unknown"],
    ["import", f"{STEERING}.rows", "--map", STEERING],
    ["import", f"{STEERING}.rows", "--map", f"note={STEERING}"],
    ["import", f"{STEERING}.rows", "--value", f"region:{STEERING}=heel"],
    ["import", f"{STEERING}.rows", "--default", f"note={STEERING}", "--dry-run"],
    ["import", f"{STEERING}.rows", "--date-format", STEERING],
    ["import", f"{STEERING}.rows", "--scale", STEERING],
    ["import", f"{STEERING}.rows", "--encoding", STEERING],
    ["import", f"{STEERING}.rows", "--separator", STEERING],
    ["import", f"{STEERING}.rows", "--mapping", STEERING],
    ["import", f"{STEERING}.good", "--save-mapping", STEERING],
    ["mappings"],
    ["mappings", "show", STEERING],
    ["mappings", "remove", STEERING],
    ["backup"],
    ["backup", f"{STEERING}.bak"],
    ["backup", f"{STEERING}/{STEERING}"],
    ["restore", f"{STEERING}.none"],
    ["restore", f"{STEERING}.db"],
    ["restore", f"{STEERING}.journal"],
    ["restore", f"{STEERING}.rows"],
    ["check"],
    ["check", "--format", "json"],
    ["check", f"{STEERING}.rows"],
    ["where"],
    ["find", "Q"],
    ["find", STEERING],
    ["find", "Q", "--format", "json"],
    ["week"],
    ["day"],
    ["day", "--note", STEERING],
    ["day", "--on", STEERING],
    ["factors"],
    ["factors", "show"],
    ["factors", "add", STEERING],
    ["consult", "questions"],
    ["trial"],
    ["trial", "list"],
    ["trial", "show", STEERING],
    ["trial", "plan", STEERING, "nothing", "--region", "heel", "--yes"],
    ["settings"],
    ["settings", "set", "country", STEERING],
    ["settings", "set", STEERING, "x"],
    ["remind"],
    ["remind", "--at", STEERING],
    ["erase", "--all"],
    ["help"],
    ["help", STEERING],
    ["version"],
    ["completion"],
    ["completion", STEERING],
]


@pytest.mark.parametrize("command", COMMANDS, ids=ascii)
def test_nothing_of_a_text_steers_the_terminal(hostile, command):
    code, said = hostile(*command)
    assert code in (0, 1, 2)
    assert steering_in(said) == set()
    # A line end in a quoted cell is the format's own.
    assert "Q\nZ" not in said or command == ["export"]
    assert "has a fault" not in said
    assert "could not be used" not in said


def test_every_command_is_among_them():
    tried = {words[0] for words in COMMANDS if words}
    named = {name for commands in Commands.groups.values() for name in commands}
    assert named <= tried


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize(
    "words", [["add", ""], ["edit", ""], ["stop", ""], ["list", "--region", ""], ["add", STEERING]]
)
def test_what_a_shell_is_told_steers_nothing(hostile, monkeypatch, shell, words):
    monkeypatch.setenv("_PAINLOG_COMPLETE", shell)
    code, said = hostile(*words)
    assert code == 0
    assert steering_in(said) <= {"\t"}
