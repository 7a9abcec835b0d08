"""Every command for those who hear or feel its output: one thing a line, from left to right."""

import re

import pytest

from conftest import NOW
from painlog.cli.app import Commands
from painlog.store.journal import Journal
from painlog.tasks.sample import add_sample

# Gaps that line up with other lines, and what is drawn. An indent begins a line and is neither.
COLUMNS = re.compile(r"\S {3,}\S")
DRAWN = re.compile(r"[\u2500-\u25ff]|([-=_.#*])\1\1|[|+]-|<- |\S \|( |$)")
CALLS = {
    "today": [[], ["today"]],
    "add": [["add", "left heel", "6", "neck", "3", "-t", "heat", "-q", "burning"]],
    "take": [["take", "ibuprofen", "400 mg"]],
    "day": [["day", "--sleep", "7"], ["day"]],
    "peg": [["peg", "6", "5", "7"], ["peg", "list"]],
    "consult": [
        ["consult", "--note", "agreed to a trial"],
        ["consult", "list"],
        ["consult", "--question", "Is it the shoe?"],
        ["consult", "questions"],
        ["consult", "show", "1"],
    ],
    "list": [["list"]],
    "show": [["show", "1"], ["show", "u1"]],
    "edit": [["edit", "1", "--intensity", "5"]],
    "remove": [["remove", "2"]],
    "find": [["find", "heel"], ["find", "ibuprofen"]],
    "week": [["week"]],
    "start": [["start", "rest", "-r", "neck"]],
    "courses": [["courses"], ["courses", "list"]],
    "stop": [["stop", "rest", "-r", "neck"]],
    "undo": [["undo"]],
    "redo": [["redo"]],
    "history": [["history"]],
    "over": [["add", "head", "5", "--from", "20:00"], ["over", "head"]],
    "report": [["report"], ["report", "--full"]],
    "compare": [["compare", "nothing", "stretching", "-r", "left heel"]],
    "chart": [["chart"], ["chart", "-r", "head"]],
    "calendar": [["calendar"], ["calendar", "-r", "head"]],
    "map": [["map"]],
    "trial": [["trial"], ["trial", "list"]],
    "treatments": [
        ["treatments"],
        ["treatments", "search", "triptan"],
        ["treatments", "show", "heat"],
    ],
    "regions": [["regions"], ["regions", "show", "heel"]],
    "factors": [
        ["factors", "add", "alcohol", "--unit", "glasses"],
        ["factors", "list"],
        ["factors"],
    ],
    "redflags": [["redflags"]],
    "explain": [["explain"], ["explain", "course"]],
    "settings": [["settings"]],
    "where": [["where"]],
    "check": [["check"]],
    "mappings": [["mappings"], ["mappings", "apps"]],
    "remind": [["remind"]],
    "backup": [["backup"]],
    "import": [["import", "{table}"]],
    "demo": [["demo"]],
    "help": [["help"], ["help", "add"], ["help", "trial"], ["help", "trial", "plan"]],
    "version": [["version"]],
}

# They print data, a script or one sentence, or talk with the person.
OTHERS = {"checkin", "completion", "erase", "export", "restore"}


@pytest.fixture
def journal(painlog, path):
    """The journal of the demo, with its trial, and the clock of the tests."""
    with Journal(path, writing=True) as made:
        add_sample(made, NOW)
    return painlog


def test_every_command_says_one_thing_a_line(journal, monkeypatch, tmp_path):
    assert {*CALLS, *OTHERS} == {name for group in Commands.groups.values() for name in group}
    monkeypatch.setenv("ACCESSIBLE", "1")
    table = tmp_path / "pain.csv"
    table.write_text("When,How bad,Where\n2026-03-05 08:00,6,left heel\n")
    for call in (call for calls in CALLS.values() for call in calls):
        result = journal(*(word.format(table=table) for word in call))
        # The preview of a table asks first what its columns mean.
        assert result.code == ("import" in call), (call, result.err)
        for line in result.out.splitlines():
            bare = line.removeprefix("  ").replace("...", "")
            assert not COLUMNS.search(bare), (call, line)
            assert not DRAWN.search(bare), (call, line)


@pytest.mark.parametrize("command", ["week", "chart", "calendar", "map"])
def test_the_words_are_the_same_as_with_the_option(journal, monkeypatch, command):
    in_words = journal(command, "--words").out
    assert in_words != journal(command).out
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert journal(command).out == in_words
    monkeypatch.setenv("ACCESSIBLE", "")
    assert journal(command).out != in_words


def test_the_list_of_commands_has_each_on_a_line_of_its_own(painlog, monkeypatch):
    monkeypatch.setenv("ACCESSIBLE", "1")
    lines = painlog("--help").out.splitlines()
    assert lines[3:6] == [
        "  add: log how much it hurts",
        "  checkin: be asked, in 20 seconds",
        "  take: what you took, no rating",
    ]
    assert "  --db FILE: Journal (or PAINLOG_DB)." in lines
    assert painlog("help").out.splitlines() == lines
    assert '  --until TIME: When it was over: "17:30".' in painlog("add", "-h").out.splitlines()
    assert "  search: Search regions by their names and by where they are." in (
        painlog("regions", "--help").out.splitlines()
    )


def test_rows_and_months_are_told_from_left_to_right(journal, monkeypatch):
    monkeypatch.setenv("ACCESSIBLE", "1")
    journal("add", "neck", "3", "-t", "heat", "-q", "burning")
    assert journal("list", "--limit", "1").out.splitlines()[0] == (
        "239, 2026-03-31 21:00, neck, 3/10: heat; burning"
    )
    pair = "- Pair 1, B then A: A 7.0, B 7.5, difference +0.5."
    full = journal("report", "--full").out.splitlines()
    assert full.count(pair) == 1
    month = "- Month: Jan 2026; Region: left heel; Rated days: 26; Pain days: 26; Bad days: 9"
    assert month in full
    trial = journal("trial", "show", "1").out.splitlines()
    assert trial[trial.index("Pairs") + 1] == pair
