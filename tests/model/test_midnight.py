"""Midnight beside a day is its start or its end, so that it is refused with both."""

from datetime import datetime

import pytest

from conftest import BERLIN
from painlog.errors import NotUnderstoodError
from painlog.model.when import parse_day, parse_when

MONDAY = datetime(2026, 11, 30, 18, 27, tzinfo=BERLIN)


def refusal_of(typed, parse=parse_when):
    with pytest.raises(NotUnderstoodError) as refused:
        parse(typed, MONDAY, BERLIN)
    return str(refused.value).removeprefix(f'"{typed}" ')


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("sat midnight", "2026-11-28", "2026-11-29"),
        ("Saturday at Midnight", "2026-11-28", "2026-11-29"),
        ("midnight on saturday", "2026-11-28", "2026-11-29"),
        ("midnight, sat", "2026-11-28", "2026-11-29"),
        ("12 midnight last saturday", "2026-11-28", "2026-11-29"),
        ("28 nov midnight", "2026-11-28", "2026-11-29"),
        ("28.11.26 midnight", "2026-11-28", "2026-11-29"),
        ("2026-11-28 midnight", "2026-11-28", "2026-11-29"),
        ("2 days ago at midnight", "2026-11-28", "2026-11-29"),
        ("yesterday midnight", "2026-11-29", "2026-11-30"),
        ("midnight yesterday", "2026-11-29", "2026-11-30"),
    ],
)
def test_midnight_of_a_day_is_refused_with_its_start_and_its_end(typed, start, end):
    assert refusal_of(typed) == (
        f'can be the start or the end of that day. Type "{start} 00:00" or "{end} 00:00".'
    )
    assert refusal_of(typed, parse_day).endswith(f'Type "{start}" or "{end}".')


def test_midnight_of_the_weekday_of_today_is_refused_with_all_that_are_over():
    assert refusal_of("monday midnight") == (
        "can be read in several ways. Write the year first: 2026-11-30 00:00, 2026-11-24 00:00 or "
        "2026-11-23 00:00."
    )


def test_midnight_of_a_date_in_two_orders_is_refused_with_the_start_and_the_end_of_each():
    for typed in ("2/3 midnight", "2/3/26 at midnight"):
        assert refusal_of(typed) == (
            "can be read in several ways. Write the year first: 2026-03-03 00:00, "
            "2026-03-02 00:00, 2026-02-04 00:00 or 2026-02-03 00:00."
        )
    assert refusal_of("2/3 midnight", parse_day) == (
        "can be read in several ways. Write the year first: 2026-03-03, 2026-03-02, 2026-02-04 or "
        "2026-02-03."
    )
    assert refusal_of("25-11-26 midnight") == (
        "can be read in several ways. Write the year in four digits: 2026-11-26 00:00, "
        "2026-11-25 00:00, 2025-11-27 00:00 or 2025-11-26 00:00."
    )


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("midnight", "2026-11-30 00:00"),
        ("at midnight", "2026-11-30 00:00"),
        ("12 midnight", "2026-11-30 00:00"),
        ("today midnight", "2026-11-30 00:00"),
        ("midnight last night", "2026-11-30 00:00"),
        ("last night at midnight", "2026-11-30 00:00"),
        ("sat night midnight", "2026-11-29 00:00"),
        ("sat 00:00", "2026-11-28 00:00"),
        ("sat 12am", "2026-11-28 00:00"),
    ],
)
def test_midnight_that_is_one_moment_is_taken(typed, moment):
    assert f"{parse_when(typed, MONDAY, BERLIN):%Y-%m-%d %H:%M}" == moment
