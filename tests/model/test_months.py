"""Calendar months by their first day."""

from datetime import date

import pytest

from painlog.errors import RefusedError
from painlog.model.months import days_of_month, days_of_year, every, months, months_before


def test_months_are_all_that_hold_a_day_of_the_span():
    assert months(date(2025, 11, 30), date(2026, 2, 1)) == [
        *(date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)),
    ]
    assert months(date(2026, 3, 31), date(2026, 3, 1)) == [date(2026, 3, 1)]
    assert months(date(2026, 4, 1), date(2026, 3, 31)) == []


def test_months_before_a_day_end_with_the_one_before_its_own():
    assert months_before(date(2026, 2, 28), 3) == [
        *(date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)),
    ]
    assert months_before(date(2026, 2, 28), 0) == []


def test_steps_are_counted_from_january():
    year = months(date(2026, 1, 1), date(2026, 12, 31))
    assert [first.month for first in every(3, year)] == [1, 4, 7, 10]
    assert every(1, year) == year
    assert [first.year for first in every(24, months(date(2021, 1, 1), date(2026, 1, 1)))] == [
        *(2022, 2024, 2026),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-02", (date(2026, 2, 1), date(2026, 2, 28))),
        (" 2025-12 ", (date(2025, 12, 1), date(2025, 12, 31))),
        ("2026-3", (date(2026, 3, 1), date(2026, 3, 5))),
        ("0001-1", (date(1, 1, 1), date(1, 1, 31))),
    ],
)
def test_a_month_ends_today_at_the_latest(text, days):
    assert days_of_month(text, date(2026, 3, 5)) == days


def test_a_year_ends_today_at_the_latest():
    assert days_of_year("2025", date(2026, 3, 5)) == (date(2025, 1, 1), date(2025, 12, 31))
    assert days_of_year("2026", date(2026, 3, 5)) == (date(2026, 1, 1), date(2026, 3, 5))


@pytest.mark.parametrize("year", ["9999", "2027"])
def test_what_is_still_to_come_is_refused(year):
    with pytest.raises(RefusedError, match=f"{year} is still to come. Give one up to 2026"):
        days_of_year(year, date(2026, 3, 5))
    with pytest.raises(RefusedError, match=f"{year}-12 is still to come. Give one up to 2026-03"):
        days_of_month(f"{year}-12", date(2026, 3, 5))
