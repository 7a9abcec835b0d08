"""Two regimens compared on the days of a journal."""

from typing import Any

import pytest

from builders import course, entry, selection, use
from journals import fill
from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.store.journal import Journal
from painlog.tasks.compare import compare_regimens

NOW = entry("heel", 0, day=20).felt_at


@pytest.fixture
def journal(tmp_path):
    entries = [
        *(entry("left heel", 6, day=day) for day in range(1, 6)),
        *(entry("left heel", 4, day=day) for day in range(8, 13)),
        entry("right heel", 2, day=3),
        entry("neck", 5, day=3),
    ]
    stretching = course("stretching", "left heel", start=8)
    with Journal(fill(tmp_path / "a.db", entries, [stretching])) as opened:
        yield opened


def test_the_days_of_each_regimen_are_compared(journal):
    compared = compare_regimens(journal, ("nothing", "stretching"), selection("left heel"), NOW)
    comparison = compared.comparison.comparison
    assert (comparison.before.rated_days, comparison.after.rated_days) == (5, 5)
    assert comparison.change == -2
    assert compared.comparison.order == "first"


def test_the_only_side_that_was_rated_is_meant(journal):
    compared = compare_regimens(journal, ("nothing", "heat"), selection("neck"), NOW)
    assert (compared.comparison.region, compared.comparison.side) == ("neck", None)


def test_a_place_without_ratings_has_no_days(journal):
    compared = compare_regimens(journal, ("nothing", "heat"), selection("knee"), NOW)
    assert compared.comparison.comparison.before.rated_days == 0


@pytest.mark.parametrize(
    ("texts", "place", "refusal"),
    [
        (("nothing", "stretching"), "heel", RefusedError),
        (("stretching", "stretching"), "left heel", UsageError),
        (("nothing", "moonlight"), "left heel", NotUnderstoodError),
    ],
)
def test_what_cannot_be_compared_is_refused(journal, texts, place, refusal):
    with pytest.raises(refusal):
        compare_regimens(journal, texts, selection(place), NOW)


def test_steps_of_a_course_are_one_treatment_and_as_needed_uses_no_regimen(tmp_path):
    things: list[Any] = [
        *(entry("head", 6, day=day, treatments=["ibuprofen"]) for day in range(1, 6)),
        *(entry("head", 3, day=day) for day in range(6, 16)),
        *(use("heat", "head", day=day) for day in range(6, 16)),
        course("amitriptyline", "head", start=6, end=10, dose="10 mg"),
        course("amitriptyline", "head", start=10, dose="25 mg"),
    ]
    with Journal(fill(tmp_path / "b.db", things)) as opened:
        question = ("nothing", "amitriptyline")
        found = compare_regimens(opened, question, selection("head"), NOW).comparison
        assert (found.comparison.before.rated_days, found.comparison.after.rated_days) == (5, 10)
        question = ("amitriptyline", "amitriptyline + heat")
        found = compare_regimens(opened, question, selection("head"), NOW).comparison
        # Heat is asked about, so the days on which it was used count as its course.
        assert found.comparison.after.rated_days == 10
