"""Entries gathered into days, windows and rows of means."""

from datetime import timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import entry, on, use
from painlog.analysis.attack_medicines import AttackMedicines
from painlog.analysis.days import (
    MOST_BUCKETS,
    Place,
    RatedDay,
    buckets,
    gather,
    last_days,
    window,
)

LEFT: Place = ("heel", "left")


def test_several_ratings_of_a_day_are_one_day():
    entries = [
        entry("left heel", 8, day=2),
        entry("left heel", 3, day=1),
        entry("left heel", 5, day=2, hour=9, treatments=["heat"], before=6),
        entry("right heel", 1, day=2),
    ]
    places = gather(entries)
    assert places[LEFT].days() == (
        RatedDay(on(1), 3.0, 3, 1, 1),
        RatedDay(on(2), 19 / 3, 8, 3, 2, 1),
    )
    assert places["heel", "right"].days() == (RatedDay(on(2), 1.0, 1, 1, 1),)
    assert places[LEFT].namings == {"heat": {on(2)}}


def test_an_intensity_before_a_use_is_a_rating_like_any_other():
    entries = [
        entry("left heel", 2, day=1, treatments=["heat"], before=8),
        entry("left heel", 4, day=1, hour=9),
        entry("left heel", 5, day=2, before=3),
    ]
    assert gather(entries)[LEFT].days() == (
        RatedDay(on(1), 14 / 3, 8, 3, 2, 1),
        RatedDay(on(2), 4.0, 5, 2, 1, 1),
    )


@given(st.permutations(range(6)))
def test_the_order_of_entries_does_not_matter(order):
    entries = [entry("left heel", i, day=1 + i // 2, treatments=["heat"] * (i % 2)) for i in order]
    assert (
        gather(entries)[LEFT].days()
        == gather(sorted(entries, key=lambda e: e.intensity))[LEFT].days()
    )


def test_a_window_holds_both_its_ends():
    days = gather(entry("left heel", i, day=i) for i in range(1, 9))[LEFT].days()
    found = window(days, on(3), on(5))
    assert (found.dates, found.values) == ((on(3), on(4), on(5)), (3.0, 4.0, 5.0))
    assert (found.rated_days, found.calendar_days, found.mean) == (3, 3, 4.0)
    assert last_days(days, on(8), 2).dates == (on(7), on(8))
    assert window(days, on(20), on(30)).mean is None
    assert window(days, on(5), on(4)).calendar_days == 0


def test_the_last_bucket_ends_with_the_last_day():
    days = gather(entry("left heel", i % 10, day=i) for i in range(1, 16))[LEFT].days()
    assert buckets(days, on(1), on(15))[:2] == (7, (1.0, 5.0, 24 / 7))


def test_a_long_time_has_longer_buckets_and_gaps_stay_gaps():
    days = [RatedDay(on(1), 4.0, 4, 1), RatedDay(on(211), 6.0, 6, 1)]
    assert buckets(days[:1], on(1), on(210)).length == 7
    assert buckets(days, on(1), on(211))[:2] == (28, (4.0, *[None] * 6, 6.0))


def rated(numbers):
    return [RatedDay(on(n), float(n % 11), n % 11, 1) for n in numbers]


@given(st.sets(st.integers(1, 900), min_size=1), st.integers(0, 300))
def test_every_day_is_in_the_span_that_it_lies_in(numbers, more):
    days, until = rated(sorted(numbers)), on(max(numbers) + more)
    found = buckets(days, on(1), until)
    assert len(found.means) <= MOST_BUCKETS
    for i, mean in enumerate(reversed(found.means)):
        last = until - timedelta(days=i * found.length)
        first = last - timedelta(days=found.length - 1)
        within = [d.mean for d in days if first <= d.day <= last]
        assert mean == (fmean(within) if within else None)


@pytest.mark.parametrize(
    ("span", "length"),
    [(1, 7), (210, 7), (211, 28), (840, 28), (841, 91), (2730, 91), (2731, 364), (20_000, 364)],
)
def test_spans_grow_from_weeks_to_years(span, length):
    assert buckets([], on(1), on(span)).length == length


def test_one_day_is_one_span():
    assert buckets(rated([4]), on(4), on(4)).means == (4.0,)


def test_no_rating_is_a_row_of_gaps():
    assert buckets([], on(1), on(15)).means == (None, None, None)


def test_a_day_with_a_tablet_and_no_rating_is_not_free_of_pain_in_an_attack_diary():
    entries = [entry("head", 8, day=1), entry("left head", 3, day=1), entry("head", 2, day=5)]
    uses = [
        use("sumatriptan", "head", day=2),
        use("amitriptyline", "head", day=3),
        use("sumatriptan", "neck", day=4),
        use("sumatriptan", "head", day=5),
        use("sumatriptan", "left head", day=6),
    ]
    places = gather(entries, uses, acute=AttackMedicines(frozenset({"sumatriptan"})))
    assert places["head", None].taken == {on(2), on(5), on(6)}
    days = {
        place: [(d.day.day, d.worst, d.assumed) for d in found.days(on(7))]
        for place, found in places.items()
    }
    assert days == {
        ("head", None): [(1, 8, False), (3, 0, True), (4, 0, True), (5, 2, False), (7, 0, True)],
        ("head", "left"): [(1, 3, False), (3, 0, True), (4, 0, True), (7, 0, True)],
    }
    # Elsewhere a day without a rating says nothing anyhow.
    assert [d.day.day for d in places["head", None].days()] == [1, 5]


def test_a_side_is_not_free_of_pain_in_an_attack_diary_on_a_day_with_pain_on_both():
    entries = [
        *(entry(place, 3, day=1) for place in ("left head", "right head", "both head", "head")),
        entry("both head", 8, day=2),
        entry("both head", 0, day=3),
        entry("left head", 4, day=4),
        entry("right head", 4, day=4),
        entry("left head", 4, day=5),
    ]
    places = gather(entries)
    days = {
        side: [(d.day.day, d.worst) for d in found.days(on(6))]
        for (_, side), found in places.items()
    }
    assert days == {
        "left": [(1, 3), (3, 0), (4, 4), (5, 4), (6, 0)],
        "right": [(1, 3), (3, 0), (4, 4), (5, 0), (6, 0)],
        "both": [(1, 3), (2, 8), (3, 0), (5, 0), (6, 0)],
        None: [(1, 3), (3, 0), (5, 0), (6, 0)],
    }
    # Of one side alone, the ratings of the others are told apart.
    left = gather([e for e in entries if e.side == "left"], elsewhere=places)["head", "left"]
    assert [d.day.day for d in left.days(on(6))] == [1, 3, 4, 5, 6]
