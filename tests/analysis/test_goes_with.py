"""Days with and without are compared, the surest first, at one level for all looks."""

import random
from datetime import timedelta

import pytest

from builders import on
from painlog.analysis.days import Place, RatedDay
from painlog.analysis.goes_with import (
    FALSE_SHARE,
    GoesWith,
    Split,
    TooFewDays,
    goes_with,
    split_factors,
    split_triggers,
)
from painlog.analysis.interval import serial_interval
from painlog.model.factor import DayFactor, Factor

HEEL: Place = ("heel", "left")
NECK: Place = ("neck", None)


def rated(means, first=1):
    return tuple(
        RatedDay(on(first) + timedelta(days=n), mean, round(mean), 1, 1)
        for n, mean in enumerate(means)
        if mean is not None
    )


def days(*numbers):
    return frozenset(map(on, numbers))


def split(name, having, lacking):
    return Split("trigger", name, days(*having), days(*lacking))


def test_a_day_with_is_held_against_the_days_without_on_the_day_and_the_day_after():
    means = [5, 2] * 10
    having, lacking = range(1, 21, 2), range(2, 21, 2)
    found = goes_with({HEEL: rated(means)}, [split("wine", having, lacking)])
    same, after = sorted(found.looks, key=lambda look: look.days_later)
    assert (same.days_with, same.days_without, same.mean_with, same.mean_without) == (10, 10, 5, 2)
    assert (after.days_with, after.days_without) == (10, 9)
    assert (same.change, after.change) == (3, -3)
    assert (same.place, same.split.name) == ("left heel", "wine")


def test_one_look_has_an_interval_of_95_percent_and_is_the_serial_interval():
    means = [4, 5, 6, 4, 5, 7, 6, 3, 2, 4, 3, 2, 3, 4]
    found = goes_with({HEEL: rated(means)}, [split("wine", range(1, 8), range(8, 15))])
    same = next(look for look in found.looks if look.days_later == 0)
    plain = serial_interval(means[7:], means[:7], confidence=found.confidence)
    assert (same.low, same.high) == pytest.approx((plain.low, plain.high))
    assert found.confidence == 1 - FALSE_SHARE * len(found.standing_out) / 1
    assert len(found.looks) == 1  # the days after are 7 and 6


def test_with_more_looks_the_interval_is_wider_and_exactly_what_stands_out_leaves_0_out():
    luck = random.Random(7)
    means = [5 + 3 * (n % 3 == 0) + luck.gauss(0, 1) for n in range(60)]
    every = range(1, 61)
    real = split("real", range(1, 61, 3), [n for n in every if n % 3 != 1])
    empty = []
    for number in range(9):
        having = set(luck.sample(every, 20))
        empty.append(split(f"empty {number}", having, set(every) - having))
    alone = goes_with({HEEL: rated(means)}, [real])
    found = goes_with({HEEL: rated(means)}, [real, *empty])
    assert len(found.looks) == 20
    first = found.looks[0]
    assert (first.split.name, first.days_later, first.stands_out) == ("real", 0, True)
    assert [look.p for look in found.looks] == sorted(look.p for look in found.looks)
    standing = len(found.standing_out)
    assert found.confidence == pytest.approx(1 - 0.05 * standing / 20)
    assert first.high - first.low > alone.looks[0].high - alone.looks[0].low
    for rank, look in enumerate(found.looks, start=1):
        assert look.stands_out == (rank <= standing)
        assert look.stands_out == (look.p <= 0.05 * standing / 20)


def test_under_7_days_on_a_side_there_is_no_look_and_it_is_told():
    means = [5] * 20
    found = goes_with({HEEL: rated(means)}, [split("wine", range(1, 7), range(7, 21))])
    assert found == GoesWith(too_few=(TooFewDays("wine", 6, 14),))
    assert goes_with({}, [split("wine", range(1, 9), range(9, 21))]) == GoesWith()


def test_days_without_a_rating_count_on_neither_side():
    means = [5, None] * 10
    found = goes_with({HEEL: rated(means)}, [split("wine", range(1, 11), range(11, 21))])
    assert found.too_few == (TooFewDays("wine", 5, 5),)


def test_each_place_is_a_look_of_its_own():
    means = [4, 5, 6, 4, 5, 7, 6, 3, 2, 4, 3, 2, 3, 4, 5, 5]
    places = {HEEL: rated(means), NECK: rated(means[::-1])}
    found = goes_with(places, [split("wine", range(1, 9), range(9, 17))])
    assert {(look.place, look.days_later) for look in found.looks} == {
        ("left heel", 0),
        ("left heel", 1),
        ("neck", 0),
        ("neck", 1),
    }


# splits


def test_a_trigger_is_one_in_every_spelling_and_says_nothing_before_the_first_was_named():
    named = {"Red wine": days(5, 6), "red wine": days(7, 8, 9), "rain": days(4)}
    wine, rain = split_triggers(named, map(on, range(1, 11)))
    assert (wine.name, wine.having, wine.lacking) == ("red wine", days(5, 6, 7, 8, 9), days(4, 10))
    assert (rain.having, rain.lacking) == (days(4), days(5, 6, 7, 8, 9, 10))
    assert list(split_triggers({}, map(on, range(1, 11)))) == []


def values(name, *numbers):
    return [DayFactor(on(day), name, float(n)) for day, n in enumerate(numbers, 1) if n is not None]


def test_a_number_is_split_into_the_persons_own_thirds_and_a_day_without_is_on_neither_side():
    steps = Factor("steps")
    (found,) = split_factors([steps], values("steps", 9, 1, 5, None, 2, 8, 7))
    assert (found.low, found.high) == (2, 8)
    assert (found.lacking, found.having) == (days(2, 5), days(1, 6))


def test_yes_and_no_are_the_two_sides():
    rain = Factor("rain", "yes-no")
    (found,) = split_factors([rain], values("rain", 1, 0, None, 1))
    assert (found.having, found.lacking) == (days(1, 4), days(2))


def test_a_number_that_hardly_changes_has_no_thirds():
    stress = Factor("stress", "scale")
    (found,) = split_factors([stress], values("stress", 3, 3, 3, 3, 9))
    assert (found.having, found.lacking, found.alike) == (days(), days(), 5)
    assert goes_with({HEEL: rated([5, 6, 7, 8, 9])}, [found]).too_few == (
        TooFewDays("stress", 0, 0, 5),
    )
    assert list(split_factors([Factor("unused")], values("stress", 3))) == []
