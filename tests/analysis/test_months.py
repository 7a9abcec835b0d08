"""Months of one place, and the overuse line."""

from datetime import date

import pytest

from builders import entry
from painlog.analysis.days import RatedDay, gather
from painlog.analysis.months import Month, Overuse, months_of, overuse
from painlog.model.treatment import Treatment

HEAD = ("head", None)
LINES = {
    "triptan": Treatment("triptan", "medication", overuse_days=10),
    "ibuprofen": Treatment("ibuprofen", "medication", overuse_days=15, overuse_class="NSAIDs"),
    "naproxen": Treatment("naproxen", "medication", overuse_days=15, overuse_class="NSAIDs"),
    "paracetamol": Treatment("paracetamol", "medication", overuse_days=15),
    "heat": Treatment("heat"),
}


def test_a_month_counts_days_by_their_worst_rating():
    days = [
        RatedDay(date(2026, 3, 1), 0.0, 0, 1),
        RatedDay(date(2026, 3, 2), 0.5, 1, 2),
        RatedDay(date(2026, 3, 31), 6.5, 7, 2),
        RatedDay(date(2026, 5, 1), 9.0, 9, 1),
    ]
    taken = {"ibuprofen": [date(2026, 3, 2), date(2026, 3, 31), date(2026, 4, 1)]}
    assert months_of(HEAD, days, taken) == (
        Month("head", None, date(2026, 3, 1), 3, 2, 1, {"ibuprofen": 2}),
        Month("head", None, date(2026, 5, 1), 1, 1, 1, {}),
    )


MONTHS = [(2025, 12), (2026, 1), (2026, 2), (2026, 3)]


def intake(medicine, days_a_month):
    """Entries that name a medicine on these days of December to March."""
    return [
        entry("head", 5, treatments=[medicine], felt_at=moment)
        for (year, month), days in zip(MONTHS, days_a_month, strict=True)
        for day in days
        for moment in [entry("head", 0).felt_at.replace(year=year, month=month, day=day)]
    ]


def test_a_pain_before_a_treatment_makes_a_bad_day():
    days = gather(
        [
            entry("head", 0, day=1, treatments=["ibuprofen"], before=7),
            entry("head", 0, day=2, treatments=["ibuprofen"], before=1),
        ]
    )[HEAD].days()
    (month,) = months_of(HEAD, days, {})
    assert (month.rated_days, month.pain_days, month.bad_days) == (2, 2, 1)


def taken(medicine, days_a_month):
    """Places whose entries name a medicine on so many days of December to March."""
    return gather(intake(medicine, [range(1, days + 1) for days in days_a_month])).values()


@pytest.mark.parametrize(
    ("medicine", "days", "found"),
    [
        ("triptan", [10, 10, 10, 1], (Overuse("triptan", 10, (10, 10, 10), ("triptan",)),)),
        ("triptan", [10, 9, 10, 1], ()),
        ("triptan", [10, 10, 10, 0], ()),
        ("ibuprofen", [15, 16, 15, 2], (Overuse("ibuprofen", 15, (15, 16, 15), ("ibuprofen",)),)),
        ("ibuprofen", [15, 14, 15, 9], ()),
        ("heat", [28, 28, 28, 28], ()),
        ("a herb of one's own", [28, 28, 28, 28], ()),
    ],
)
def test_overuse_is_the_line_in_three_whole_months_and_intake_since(medicine, days, found):
    assert overuse(taken(medicine, days), LINES, date(2026, 3, 20)) == found


def test_a_day_counts_once_whatever_it_was_taken_for():
    moment = entry("head", 5).felt_at
    twice = [
        entry(place, 5, treatments=["triptan"], felt_at=moment.replace(month=month, day=day))
        for month in (1, 2)
        for day in range(1, 6)
        for place in ("head", "neck")
    ]
    assert overuse(gather(twice).values(), LINES, date(2026, 3, 20)) == ()


FIRST_8, NEXT_8 = [range(1, 9)] * 4, [range(9, 17)] * 4


@pytest.mark.parametrize(
    ("other", "days", "found"),
    [
        # 8 days of each, 16 together.
        ("naproxen", NEXT_8, (Overuse("NSAIDs", 15, (16, 16, 16), ("ibuprofen", "naproxen")),)),
        # The same 8 days: a day with both is one day.
        ("naproxen", FIRST_8, ()),
        # Paracetamol has a line of its own, and so has a triptan.
        ("paracetamol", NEXT_8, ()),
        ("triptan", NEXT_8, ()),
    ],
)
def test_the_days_of_one_class_are_counted_together_and_once_each(other, days, found):
    entries = [*intake("ibuprofen", FIRST_8), *intake(other, days)]
    assert overuse(gather(entries).values(), LINES, date(2026, 3, 20)) == found


def test_a_medicine_of_the_class_that_was_taken_long_ago_is_not_named():
    entries = [
        entry(
            "head", 5, treatments=["naproxen"], felt_at=entry("head", 0).felt_at.replace(year=2024)
        ),
        *intake("ibuprofen", [range(1, 16)] * 4),
    ]
    found = overuse(gather(entries).values(), LINES, date(2026, 3, 20))
    assert found == (Overuse("ibuprofen", 15, (15, 15, 15), ("ibuprofen",)),)
