"""Months of one place, and its attacks."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builders import entry, on
from painlog.analysis.days import RatedDay, gather
from painlog.analysis.months import (
    Attacks,
    Month,
    PainSpan,
    attacks_of,
    months_of,
    pain_spans,
)

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


def in_attacks(entries):
    return gather(entries)[HEAD].attacks(diary=False)


def test_attacks_have_a_usual_length_and_a_longest():
    attacks = [attack(1, 4), attack(5, 6), attack(9, 72), attack(20, 5)]
    assert attacks_of(HEAD, in_attacks(attacks), on(1)) == Attacks(
        "head",
        None,
        4,
        timedelta(hours=5, minutes=30),
        timedelta(hours=72),
        tuple(timedelta(hours=h) for h in (4, 5, 6, 72)),
        entries=4,
    )
    reaching = attacks_of(HEAD, in_attacks(attacks), on(21))
    assert reaching
    assert reaching.lengths == (timedelta(hours=5),)
    assert attacks_of(HEAD, in_attacks(attacks), on(22)) is None
    assert attacks_of(HEAD, [], on(1)) is None


def test_an_attack_that_was_rated_several_times_is_one():
    end = datetime(2026, 3, 2, 2, tzinfo=UTC)
    rated = [
        entry("head", intensity, felt_at=end - timedelta(hours=ago), until=end)
        for ago, intensity in ((2, 3), (6, 8), (4, 5))
    ]
    # One that begins after the other ended is another.
    begun = end + timedelta(minutes=1)
    next_one = entry("head", 4, felt_at=begun, until=end + timedelta(hours=1))
    longer = entry("head", 4, felt_at=end + timedelta(minutes=30), until=end + timedelta(hours=3))
    found = attacks_of(HEAD, in_attacks([*rated, next_one, longer]), on(1))
    assert found.lengths == (timedelta(hours=2, minutes=59), timedelta(hours=6))
    assert (found.attacks, found.entries) == (2, 5)
    # One that begins as another ends goes on with it.
    meeting = next_one._replace(felt_at=end)
    assert attacks_of(HEAD, in_attacks([*rated, meeting]), on(1)).lengths == (timedelta(hours=7),)


def test_pain_days_are_counted_by_weeks_up_to_the_last_day_and_a_cut_first_one_is_kept():
    days = [RatedDay(on(d), 5.0, d % 2, 1) for d in range(1, 18)]
    assert pain_spans(days, on(1), on(17)) == (
        PainSpan(on(1), on(3), 3, 2, whole=False),
        PainSpan(on(4), on(10), 7, 3),
        PainSpan(on(11), on(17), 7, 4),
    )
    assert pain_spans(days, on(15), on(17)) == (PainSpan(on(15), on(17), 3, 2, whole=False),)
    assert pain_spans(days, on(4), on(17)) == pain_spans(days, on(1), on(17))[1:]


@given(st.integers(0, 700))
def test_every_day_of_the_period_is_in_one_span(length):
    days = [RatedDay(on(d), 5.0, 5, 1) for d in range(1, length + 2)]
    found = pain_spans(days, on(1), on(length + 1))
    assert sum(span.pain_days for span in found) == len(days)
    assert (found[0].since, found[-1].until) == (on(1), on(length + 1))
    assert all(b.since - a.until == timedelta(days=1) for a, b in pairwise(found))


def test_pain_days_of_over_half_a_year_are_counted_by_month():
    days = [RatedDay(date(2026, 3, 20), 5.0, 5, 1)]
    found = pain_spans(days, date(2026, 1, 10), date(2026, 8, 2))
    assert len(found) == 8
    assert found[0] == PainSpan(date(2026, 1, 10), date(2026, 1, 31), 0, 0, whole=False)
    assert found[2] == PainSpan(date(2026, 3, 1), date(2026, 3, 31), 1, 1)
    assert found[-1] == PainSpan(date(2026, 8, 1), date(2026, 8, 2), 0, 0, whole=False)
