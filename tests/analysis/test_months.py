"""Months of one place, and its attacks."""

from datetime import UTC, date, datetime, timedelta

from builders import entry, on
from painlog.analysis.days import RatedDay, gather
from painlog.analysis.months import Attacks, Month, attacks_of, months_of

HEAD = ("head", None)


def test_a_month_counts_days_by_their_worst_rating():
    days = [
        RatedDay(date(2026, 3, 1), 0.0, 0, 1),
        RatedDay(date(2026, 3, 2), 0.5, 1, 2),
        RatedDay(date(2026, 3, 31), 6.5, 7, 2),
        RatedDay(date(2026, 5, 1), 9.0, 9, 1),
    ]
    assert months_of(HEAD, days) == (
        Month("head", None, date(2026, 3, 1), 3, 2, 1),
        Month("head", None, date(2026, 5, 1), 1, 1, 1),
    )


def test_a_pain_before_a_treatment_makes_a_bad_day():
    days = gather(
        [
            entry("head", 0, day=1, treatments=["ibuprofen"], before=7),
            entry("head", 0, day=2, treatments=["ibuprofen"], before=1),
        ]
    )[HEAD].days()
    (month,) = months_of(HEAD, days)
    assert (month.rated_days, month.pain_days, month.bad_days) == (2, 2, 1)


def attack(day, hours):
    begun = datetime(2026, 3, day, 20, tzinfo=UTC)
    return entry("head", 8, felt_at=begun, until=begun + timedelta(hours=hours))


def test_attacks_have_a_usual_length_and_a_longest():
    attacks = [attack(1, 4), attack(5, 6), attack(9, 72), attack(20, 5)]
    assert attacks_of(HEAD, attacks, on(1)) == Attacks(
        "head",
        None,
        4,
        timedelta(hours=5, minutes=30),
        timedelta(hours=72),
        tuple(timedelta(hours=h) for h in (4, 5, 6, 72)),
    )
    assert attacks_of(HEAD, attacks, on(21)) is None
    assert attacks_of(HEAD, [], on(1)) is None
