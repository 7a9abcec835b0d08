"""Entries and uses, changed as the options of `edit` say."""

from datetime import UTC, datetime, timedelta

import pytest

from builders import entry, use
from conftest import NOW
from painlog.errors import NotFoundError, RefusedError, UsageError
from painlog.model.dose_reading import parse_dose
from painlog.store.journal import Journal
from painlog.tasks.editing import edited_all, read_changes, series

OLD = entry(
    "left heel",
    6,
    before=8,
    treatments=["heat"],
    doses=(("heat", parse_dose("20 minutes")),),
    note="stairs",
    interference=2,
)
USE = use("sumatriptan", "left head", dose="50 mg", id=7, note="n")


@pytest.fixture
def journal(path):
    with Journal(path) as journal:
        yield journal


def edited(journal, given, *cleared, old=OLD):
    changes = read_changes(journal, given, cleared, NOW)
    assert changes.said.new == ()
    [new] = edited_all(journal, [old], changes)
    return new


@pytest.mark.parametrize(
    ("given", "cleared", "changed"),
    [
        ({}, [], {}),
        ({"intensity": "3"}, [], {"intensity": 3}),
        ({"region": "neck"}, [], {"region": "neck"}),
        ({"region": "tailbone"}, [], {"region": "tailbone", "side": None}),
        ({"region": "right hip"}, [], {"region": "hip", "side": "right"}),
        ({"region": "hip"}, ["side"], {"region": "hip", "side": None}),
        ({"side": "none"}, [], {"side": None}),
        ({}, ["side", "note", "before"], {"side": None, "note": "", "intensity_before": None}),
        (
            {"note": "a"},
            ["treatment", "before"],
            {"note": "a", "treatments": (), "doses": (), "intensity_before": None},
        ),
        ({"treatment": ["tpt"]}, [], {"treatments": ("trigger point therapy",), "doses": ()}),
    ],
)
def test_an_edit_changes_what_is_given_and_empties_what_is_cleared(
    journal, given, cleared, changed
):
    new = edited(journal, given, *cleared)
    fields = {name: getattr(new, name) for name in changed}
    assert fields == changed
    assert entry_without(new, changed) == entry_without(OLD, changed)


def entry_without(thing, names):
    return {n: getattr(thing, n) for n in thing.__slots__ if n not in names}


@pytest.mark.parametrize(
    ("given", "cleared", "error", "said"),
    [
        ({}, ["region"], UsageError, '"region" cannot be cleared; --clear takes side, before,'),
        ({"note": "a"}, ["note"], UsageError, "--note and --clear note contradict each other;"),
        ({"side": "left"}, ["side"], UsageError, "--side and --clear side contradict each other;"),
        ({"region": "left hip"}, ["side"], UsageError, '"left hip" names a side, and --clear'),
        ({"region": "tailbone", "side": "left"}, [], RefusedError, "The tailbone has no left"),
    ],
)
def test_an_edit_that_says_two_things_is_refused(journal, given, cleared, error, said):
    with pytest.raises(error) as refused:
        edited(journal, given, *cleared)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("given", "cleared", "changed"),
    [
        ({"treatment": ["naproxen 500 mg"]}, [], {"treatment": "naproxen", "dose": "500 mg"}),
        ({"treatment": ["naproxen"]}, [], {"treatment": "naproxen", "dose": None}),
        ({"dose": "100mg"}, [], {"dose": "100 mg"}),
        ({}, ["dose"], {"dose": None}),
        ({"region": "neck"}, [], {"region": "neck", "side": "left"}),
        ({"region": "right neck"}, [], {"region": "neck", "side": "right"}),
        ({"side": "right"}, [], {"side": "right"}),
        ({}, ["region"], {"region": None, "side": None}),
        ({"note": "x"}, [], {"note": "x"}),
        ({}, ["note", "side"], {"note": "", "side": None}),
        ({"at": "2026-03-31 18:00"}, [], {"used_at": datetime(2026, 3, 31, 18, tzinfo=UTC)}),
    ],
)
def test_a_use_changes_as_an_entry_does(journal, given, cleared, changed):
    new = edited(journal, given, *cleared, old=USE)
    fields = {name: getattr(new, name) for name in changed}
    if fields.get("dose"):
        fields["dose"] = fields["dose"].written
    assert fields == changed
    assert entry_without(new, changed) == entry_without(USE, changed)


@pytest.mark.parametrize(
    ("given", "cleared", "error", "said"),
    [
        ({"intensity": "3"}, [], UsageError, "u7 is a use without a rating, which has no intens"),
        ({"quality": ["dull"]}, [], UsageError, "u7 is a use without a rating, which has no qual"),
        ({"lasted": "3h"}, [], UsageError, "u7 is a use without a rating, which has no lasted."),
        ({}, ["before"], UsageError, '"before" cannot be cleared; --clear takes region, side'),
        ({"treatment": ["heat", "rest"]}, [], UsageError, "u7 is one use; give one treatment"),
        ({"treatment": [""]}, [], UsageError, "u7 is one use; give one treatment"),
        (
            {"treatment": ["heat 5 min"], "dose": "1 g"},
            [],
            UsageError,
            "-t and --dose both give a",
        ),
    ],
)
def test_a_use_has_nothing_that_only_a_rating_has(journal, given, cleared, error, said):
    with pytest.raises(error) as refused:
        edited(journal, given, *cleared, old=USE)
    assert str(refused.value).startswith(said)


def test_a_use_for_no_region_has_no_side(journal):
    with pytest.raises(RefusedError, match="Nothing says what this use was for"):
        edited(journal, {"side": "left"}, old=use("heat", id=1))


@pytest.mark.parametrize(
    ("given", "cleared", "doses"),
    [
        ({"dose": "30 minutes"}, [], ["30 minutes"]),
        ({"treatment": ["heat 10 min"]}, [], ["10 minutes"]),
        ({"treatment": ["rest"], "dose": "1 hour"}, [], ["1 hour"]),
        ({"treatment": ["heat"]}, [], []),
        ({}, ["dose"], []),
    ],
)
def test_the_dose_of_an_entry_is_changed_or_dropped(journal, given, cleared, doses):
    assert [dose.written for _, dose in edited(journal, given, *cleared).doses] == doses


def test_a_dose_alone_needs_one_treatment(journal):
    with pytest.raises(RefusedError, match=r"and entry 0 has 2\. Name each with its dose"):
        edited(journal, {"treatment": ["heat; rest"], "dose": "1 g"})
    with pytest.raises(RefusedError, match="and entry 0 has none"):
        edited(journal, {"dose": "1 g"}, old=entry("heel", 3))


BEGAN = entry("head", 8).felt_at
ATTACK = entry("head", 8, until=BEGAN + timedelta(hours=3))


@pytest.mark.parametrize(
    ("given", "cleared", "began", "until"),
    [
        ({"lasted": "90 min"}, [], BEGAN, BEGAN + timedelta(minutes=90)),
        ({"until": "2026-03-02 20:00Z"}, [], BEGAN, BEGAN + timedelta(days=1)),
        ({}, ["until"], BEGAN, None),
        ({"intensity": "9"}, [], BEGAN, ATTACK.until),
        ({"at": "2026-03-01 21:00Z"}, [], BEGAN + timedelta(hours=1), ATTACK.until),
        (
            {"at": "2026-03-05 20:00Z"},
            [],
            BEGAN + timedelta(days=4),
            BEGAN + timedelta(days=4, hours=3),
        ),
        ({"at": "2026-03-05 20:00Z"}, ["until"], BEGAN + timedelta(days=4), None),
        (
            {"at": "2026-03-05 20:00Z", "lasted": "1h"},
            [],
            BEGAN + timedelta(days=4),
            BEGAN + timedelta(days=4, hours=1),
        ),
        (
            {"lasted": "1h", "until": "2026-03-05 20:00Z"},
            [],
            BEGAN + timedelta(days=4, hours=-1),
            BEGAN + timedelta(days=4),
        ),
    ],
)
def test_the_end_of_an_attack_is_changed_or_dropped(journal, given, cleared, began, until):
    new = edited(journal, given, *cleared, old=ATTACK)
    assert (new.felt_at, new.until) == (began, until)


@pytest.mark.parametrize(
    ("given", "cleared", "error", "said"),
    [
        (
            {"at": "2026-03-01 23:30"},
            [],
            RefusedError,
            "2026-03-01 23:00 is before it began",
        ),
        ({"until": "2026-02-01"}, [], RefusedError, '"2026-02-01" is 2026-02-01 12:00, whic'),
        ({"lasted": "1h"}, ["until"], UsageError, "--lasted and --no-until contradict each"),
        (
            {"until": "now"},
            ["until"],
            UsageError,
            "--until and --clear until contradict",
        ),
    ],
)
def test_an_attack_ends_after_it_began(journal, given, cleared, error, said):
    with pytest.raises(error) as refused:
        edited(journal, given, *cleared, old=ATTACK)
    assert str(refused.value).startswith(said)


def test_several_change_together_but_never_to_one_time(journal):
    changes = read_changes(journal, {"side": "left"}, [], NOW)
    both = edited_all(journal, [entry("heel", 1), use("heat", "heel")], changes)
    assert [thing.side for thing in both] == ["left", "left"]
    with pytest.raises(UsageError, match="--at is for one entry; give one number"):
        edited_all(journal, both, read_changes(journal, {"at": "today"}, [], NOW))


def test_a_series_is_every_entry_of_a_region_or_those_without_a_side(path):
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            for day, place in enumerate(["heel", "left heel", "heel", "neck"], 1):
                change.add(entry(place, 5, day=day))
        assert [e.id for e in series(journal, "heel", without_side=False)] == [1, 2, 3]
        assert [e.id for e in series(journal, "heel", without_side=True)] == [1, 3]
        assert [e.id for e in series(journal, "left heel", without_side=False)] == [2]
        with pytest.raises(NotFoundError, match="There is no entry of hip without a side"):
            series(journal, "hip", without_side=True)


@pytest.mark.parametrize(
    ("given", "began", "until"),
    [
        ({"at": "2026-03-02 21:00"}, "2026-03-02T21:00:00+09:00", None),
        ({"at": "yesterday noon"}, "2026-03-31T12:00:00+09:00", None),
        ({"at": "2026-03-02T21:00+02:00"}, "2026-03-02T21:00:00+02:00", None),
        ({"until": "21:00"}, "2026-03-01T20:00:00+09:00", "2026-03-01T21:00:00+09:00"),
        (
            {"at": "2026-03-02 21:00", "until": "22:30"},
            "2026-03-02T21:00:00+09:00",
            "2026-03-02T22:30:00+09:00",
        ),
        (
            {"at": "2026-03-02 21:00", "lasted": "2h"},
            "2026-03-02T21:00:00+09:00",
            "2026-03-02T23:00:00+09:00",
        ),
    ],
)
def test_what_was_written_in_another_zone_keeps_its_offset(journal, given, began, until):
    there = OLD._replace(felt_at=datetime.fromisoformat("2026-03-01T20:00+09:00"))
    # It is the first of April there.
    new = edited(journal, given, old=there)
    assert new.felt_at.isoformat() == began
    assert (new.until and new.until.isoformat()) == until


def test_a_use_written_in_another_zone_keeps_its_offset(journal):
    there = USE._replace(used_at=datetime.fromisoformat("2026-03-01T20:00+09:00"))
    new = edited(journal, {"at": "2026-03-02 21:00"}, old=there)
    assert new.used_at.isoformat() == "2026-03-02T21:00:00+09:00"


def test_what_was_written_here_follows_the_clocks_of_its_day(journal):
    here = OLD._replace(felt_at=datetime.fromisoformat("2026-03-01T20:00+01:00"))
    new = edited(journal, {"at": "2026-03-30 21:00"}, old=here)
    assert new.felt_at.isoformat() == "2026-03-30T21:00:00+02:00"
