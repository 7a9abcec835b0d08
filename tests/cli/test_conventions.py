"""What people try first: other names, --json, --quiet, --color, help and version as words."""

import json
import shlex

import pytest

from painlog import __version__
from painlog.cli.app import Commands


@pytest.mark.parametrize(("typed", "meant"), Commands.other_names.items())
def test_a_command_under_another_name_is_answered_with_the_right_one(painlog, typed, meant):
    names = {name for group in Commands.groups.values() for name in group}
    assert typed not in names
    assert meant in names
    result = painlog(typed, "heel", "6")
    assert (result.code, result.out) == (2, "")
    assert result.err == f'There is no command "{typed}". For that, type: painlog {meant}\n'


def test_help_and_version_can_be_words(painlog):
    assert painlog("help").out == painlog("--help").out
    assert painlog("help", "add").out == painlog("add", "--help").out
    assert painlog("help", "treatments", "show").out == painlog("treatments", "show", "--help").out
    assert painlog("version").out == painlog("--version").out == painlog("-V").out
    assert painlog("version").out == f"painlog {__version__}\n"
    refused = painlog("help", "ls")
    assert (refused.code, refused.err) == (
        2,
        'There is no command "ls". For that, type: painlog list\n',
    )


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["report"],
        ["where"],
        ["courses"],
        ["regions", "list"],
        ["treatments", "show", "heat"],
        ["export"],
    ],
    ids=" ".join,
)
def test_json_is_short_for_format_json(painlog, command):
    painlog("add", "left heel", "6", "-t", "heat")
    short = painlog(*command, "--json")
    assert short == painlog(*command, "--format", "json")
    assert short.code == 0
    assert json.loads(short.out)["schema"].startswith("painlog.")


def test_json_beside_another_format_is_refused(painlog):
    result = painlog("list", "--json", "--format", "text")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("--json is short for --format json; give one of the two.")


def test_quiet_says_nothing_of_what_was_saved_and_all_that_must_be_said(painlog):
    for command in (
        ["add", "left heel", "6", "-t", "heat", "--at", "yesterday 20:00"],
        ["start", "rest", "--region", "heel"],
        ["edit", "1", "--intensity", "5"],
        ["undo"],
        ["take", "ibuprofen", "400 mg"],
    ):
        assert painlog("--quiet", *command).out == "", command
    told = painlog("add", "chest", "7", "--note", "tight, spreading to my left arm", "--quiet").out
    assert told.startswith("! ")
    assert "Saved" not in told
    assert "left heel   6/10" in painlog("list", "--quiet").out
    assert painlog("add", "left heel", "3").out.startswith("Saved entry 3: ")


def test_quiet_leaves_errors(painlog):
    result = painlog("--quiet", "add", "left hel", "6")
    assert (result.code, result.out) == (1, "")
    assert 'Did you mean "left heel"' in result.err


@pytest.mark.parametrize(("when", "bold"), [("always", True), ("never", False), ("auto", False)])
def test_colour_can_be_asked_for_in_a_pipe(painlog, monkeypatch, when, bold):
    monkeypatch.setenv("COLUMNS", "80")
    said = painlog("redflags", "--color", when).out
    assert ("\x1b[1m" in said) is bold
    refused = painlog("--color", "sometimes", "list")
    assert (refused.code, refused.out) == (2, "")


def test_the_documentation_is_named_where_the_package_knows_it(painlog, monkeypatch):
    assert "Documentation" not in painlog("--help").out
    links = ["Source, https://example.org/x", "Documentation, https://example.org/x/docs"]

    class Known:
        def get_all(self, _):
            return links

    monkeypatch.setattr("importlib.metadata.metadata", lambda _: Known())
    lines = painlog("--help").out.splitlines()
    assert lines[-1] == "Documentation: https://example.org/x/docs"
    assert len(lines) <= 24


def test_what_add_saved_is_data_and_what_it_says_goes_beside(painlog):
    result = painlog("add", "left heel", "6", "neck", "3", "-t", "heat", "--json")
    data = json.loads(result.out)
    assert data["schema"] == "painlog.added/1"
    told = [(e["id"], e["region"], e["side"], e["intensity"]) for e in data["entries"]]
    assert told == [(1, "heel", "left", 6), (2, "neck", None, 3)]
    assert data["entries"] == sorted(
        json.loads(painlog("list", "--json").out)["entries"], key=lambda e: e["id"]
    )
    assert result.err.startswith("Saved entry 1: left heel 6 of 10")
    warned = painlog("add", "chest", "8", "--note", "tight, into my left arm", "--json")
    assert warned.err.startswith("! ")
    assert json.loads(warned.out)["entries"][0]["region"] == "chest"


def test_the_pictures_are_data_too(painlog):
    for day, rating in (("2026-03-29", 8), ("2026-03-30", 6), ("2026-03-31", 3)):
        painlog("add", "left heel", str(rating), "--at", f"{day} 12:00", "-t", "heat")
    painlog("start", "stretching", "--region", "left heel", "--on", "2026-03-30")
    days = [("2026-03-29", 8, 8), ("2026-03-30", 6, 6), ("2026-03-31", 3, 3)]

    def shown(*command):
        data = json.loads(painlog(*command, "--json").out)
        assert data["schema"] == f"painlog.{command[0]}/1"
        assert data["advice"]
        return data

    [heel] = shown("chart")["regions"]
    assert (heel["region"], heel["side"], heel["diary"]) == ("heel", "left", "days")
    assert [(d["day"], d["mean"], d["worst"]) for d in heel["days"]] == days
    assert ("stretching", False) in [(c["treatment"], c["inferred"]) for c in heel["courses"]]
    assert heel["gaps"] == []
    [heel] = shown("calendar", "--month", "2026-03")["regions"]
    assert [(d["day"], d["mean"], d["worst"]) for d in heel["days"]] == days
    [heel] = shown("map", "--since", "2026-03-29")["regions"]
    assert heel == {
        "region": "heel",
        "side": "left",
        "mean": pytest.approx(17 / 3),
        "rated_days": 3,
        "mean_worst": pytest.approx(17 / 3),
        "pain_days": 3,
        "assumed_days": 0,
    }


def test_today_is_data_too(painlog):
    assert json.loads(painlog("today", "--json").out)["entries"] == []
    painlog("add", "neck", "4", "--at", "2026-03-28 12:00")
    painlog("add", "left heel", "6")
    painlog("start", "rest", "--region", "neck")
    data = json.loads(painlog("today", "--json").out)
    assert [e["region"] for e in data["entries"]] == ["heel"]
    assert [c["treatment"] for c in data["courses"]] == ["rest"]
    assert data["not_rated_yet"] == [{"region": "neck", "side": None}]
    assert (data["day"], data["rated_last_before"]) == ("2026-03-31", "2026-03-28")


@pytest.mark.parametrize(
    "refused",
    [
        ("edit", "1"),
        ("edit", "u1"),
        ("edit", "1", "u1"),
        ("courses", "edit", "1"),
        ("peg", "edit", "1"),
        ("consult", "edit", "1"),
        ("consult", "edit", "q1"),
        ("start", "heat", "--side", "left"),
        ("add", "heel", "5", "7"),
        ("add", "heel", "5", "--before", "7"),
        ("add", "heel", "5", "--at", "21:30"),
        ("take", "heat", "--at", "21:30"),
        ("take", "heat 20 min at 14:00"),
        ("take", "heat", "for", "heel"),
        ("take", "heat", "20", "min", "nightly"),
        ("edit", "1", "--at", "21:30"),
        ("edit", "1", "--at", "12 april"),
        ("over", "neck"),
        ("day", "-f", "mood=3"),
    ],
)
def test_the_command_that_a_refusal_names_is_accepted(painlog, refused):
    for words in (
        ("add", "left heel", "5", "--at", "2026-03-30 12:00", "-t", "stretching"),
        ("take", "rest", "--at", "2026-03-30 12:00"),
        ("start", "yoga", "--on", "2026-03-10"),
        ("peg", "1", "2", "3", "--on", "2026-03-10"),
        ("consult", "--on", "2026-03-10"),
        ("consult", "--on", "friday", "--question", "Why?"),
    ):
        assert painlog(*words).code == 0
    said = painlog(*refused)
    assert said.code in (1, 2)
    named = said.err.strip().partition("painlog factors add" if "mood" in said.err else "painlog ")
    sentence = (named[1] + named[2]).removeprefix("painlog ").partition(". ")[0]
    command = sentence.partition(", where")[0]
    accepted = painlog(*shlex.split(command))
    assert (command, accepted.code, accepted.err.count("still to come")) == (command, 0, 0)
