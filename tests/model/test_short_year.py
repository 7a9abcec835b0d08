"""Two digits are the latest such year up to 5 years ahead; two readings are asked about."""

import re
from datetime import date, datetime

import pytest

from conftest import BERLIN
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.asked_moment import A_VISIT
from painlog.model.date_order import in_order
from painlog.model.day_to_come import parse_day_to_come
from painlog.model.long_ago import said_long_ago
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
        ("28.11.85", "1985-11-28 12:00"),
        ("28.11.32", "1932-11-28 12:00"),
        ("28 nov 26", "2026-11-28 12:00"),
        ("5 mar 26", "2026-03-05 12:00"),
        ("5 mar 26 9pm", "2026-03-05 21:00"),
        ("mar 5, 26 at 21:00", "2026-03-05 21:00"),
        ("thu 5-mar-26", "2026-03-05 12:00"),
        ("5 march ’21", "2021-03-05 12:00"),
        ("5-mar-21", "2021-03-05 12:00"),
        ("5 mar 85", "1985-03-05 12:00"),
        # Only one of year and hour fits what stands beside it.
        ("5 nov 10 pm", "2026-11-05 22:00"),
        ("5 nov 10 9pm", "2010-11-05 21:00"),
        ("thu 5 nov 21", "2026-11-05 21:00"),
        ("fri 5 nov 21", "2021-11-05 12:00"),
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
        ("5 mar 21", "Write the year in four digits: 2026-03-05 21:00 or 2021-03-05 12:00."),
        ("24 dec 21", "Write the year in four digits: 2025-12-24 21:00 or 2021-12-24 12:00."),
        ("mar 5 09", "Write the year in four digits: 2026-03-05 09:00 or 2009-03-05 12:00."),
        ("3/4/85", "Write the year first: 1985-04-03 or 1985-03-04."),
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
    with pytest.raises(RefusedError, match=r'"28 nov 31" is 2031-11-28 12:00, which is still to'):
        parse_when("28 nov 31", MONDAY, BERLIN)
    assert parse_day_to_come("5 dec 26", MONDAY.date()) == date(2026, 12, 5)
    with pytest.raises(RefusedError, match=r'"15\.12\.85" is 1985-12-15, which is over'):
        parse_day_to_come("15.12.85", MONDAY.date())
    with pytest.raises(NotUnderstoodError, match="four digits: 2021-12-05 or 2026-12-05"):
        parse_day_to_come("5 dec 21", MONDAY.date())
    with pytest.raises(NotUnderstoodError, match="four digits: 2027-12-28 or 2028-12-27"):
        parse_day_to_come("27-12-28", MONDAY.date())


@pytest.mark.parametrize(
    ("typed", "order", "read"),
    [
        ("28.11.85", "day-first", "28 November '85"),
        ("11/28/85 9pm", "month-first", "28 November '85 9pm"),
        ("3/4/21", "day-first", "3 April '21"),
        ("3/4/2026", "day-first", "2026-04-03"),
        ("3/4", "month-first", "4 March"),
        ("29.2.27", "day-first", "29.2.27"),
    ],
)
def test_a_chosen_order_leaves_the_century_to_the_one_rule(typed, order, read):
    assert in_order(typed, order) == read


def test_a_chosen_order_and_none_read_two_digits_as_the_same_year():
    for year in range(100):
        typed = f"28.11.{year:02}"
        try:
            alone = parse_when(typed, MONDAY, BERLIN)
        except RefusedError:
            with pytest.raises(RefusedError):
                parse_when(in_order(typed, "day-first"), MONDAY, BERLIN)
        else:
            assert parse_when(in_order(typed, "day-first"), MONDAY, BERLIN) == alone
            assert 1932 <= alone.year <= 2026


@pytest.mark.parametrize(
    ("typed", "day", "said"),
    [
        ("28.11.85", date(1985, 11, 28), "41 years ago"),
        ("5 mar '21", date(2021, 3, 5), ""),
        ("24 dec 21", date(2021, 12, 24), "5 years ago"),
        ("24 dec 2021", date(2021, 12, 24), ""),
        ("2 nov", date(2025, 11, 2), "1 year ago"),
    ],
)
def test_a_year_of_two_digits_is_named_unless_it_may_be_an_hour(typed, day, said):
    assert said_long_ago(typed, day, MONDAY.date()) == said


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
