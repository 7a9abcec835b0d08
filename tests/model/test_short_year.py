"""A year of two digits is taken where only one reading exists, and else asked for in four."""

import re
from datetime import date, datetime

import pytest

from conftest import BERLIN
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.asked_moment import A_VISIT
from painlog.model.day_to_come import parse_day_to_come
from painlog.model.when import parse_day, parse_when

MONDAY = datetime(2026, 11, 30, 18, 27, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("28.11.26 23:40", "2026-11-28 23:40"),
        ("23:40 28.11.26", "2026-11-28 23:40"),
        ("28/11/26", "2026-11-28 12:00"),
        ("11/28/26 9pm", "2026-11-28 21:00"),
        ("sat 28.11.26", "2026-11-28 12:00"),
        ("25.12.25", "2025-12-25 12:00"),
        ("3/3/26", "2026-03-03 12:00"),
        ("1/13/00", "2000-01-13 12:00"),
        ("28-11-26", "2026-11-28 12:00"),
        ("26-11-28 21:00", "2026-11-28 21:00"),
    ],
)
def test_the_only_reading_of_a_short_year_is_taken(typed, moment):
    assert f"{parse_when(typed, MONDAY, BERLIN):%Y-%m-%d %H:%M}" == moment
    assert str(parse_day(typed, MONDAY, BERLIN)) == moment[:10]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("25-11-26", "Write the year in four digits: 2026-11-25 or 2025-11-26."),
        ("25-11-26 9pm", "Write the year in four digits: 2026-11-25 21:00 or 2025-11-26 21:00."),
        ("28.11.85", "Write the year in four digits: 2085-11-28 (still to come) or 1985-11-28."),
        ("5.11.26", "Write the year first: 2026-11-05 or 2026-05-11."),
    ],
)
def test_a_year_or_an_order_that_is_unclear_is_refused_with_both(typed, said):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_when(typed, MONDAY, BERLIN)
    assert str(refused.value) == f'"{typed}" can be read in two ways. {said}'


def test_a_short_year_of_a_day_to_come_is_said():
    with pytest.raises(RefusedError, match=r'"28\.12\.26" is 2026-12-28 12:00, which is st'):
        parse_when("28.12.26", MONDAY, BERLIN)
    assert parse_day_to_come("28.12.26", MONDAY.date()) == date(2026, 12, 28)
    with pytest.raises(NotUnderstoodError, match="four digits: 2027-12-28 or 2028-12-27"):
        parse_day_to_come("27-12-28", MONDAY.date())


FIGURES = [
    f"{first}{sign}{second}{sign}{year}"
    for first in ("3", "11", "28", "31")
    for second in ("02", "3", "11", "13", "30")
    for year in ("00", "25", "26", "27", "28", "85")
    for sign in "./-"
]


@pytest.mark.parametrize(
    "read",
    [
        lambda text: parse_when(text, MONDAY, BERLIN),
        lambda text: parse_when(f"{text} 21:00", MONDAY, BERLIN),
        lambda text: parse_day(text, MONDAY, BERLIN),
        lambda text: parse_day(text, MONDAY, BERLIN, A_VISIT),
        lambda text: parse_day_to_come(text, MONDAY.date()),
    ],
)
def test_two_ways_are_never_said_of_one_reading(read):
    shown = 0
    for text in FIGURES:
        try:
            read(text)
        except PainlogError as refused:
            if "two ways" in str(refused):
                said = str(refused).partition("Write the year")[2]
                assert len(set(re.findall(r"\d{4}-\d\d-\d\d", said))) == 2, text
                shown += 1
    assert shown
