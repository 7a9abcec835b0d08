"""Calendar months by their first day."""

from datetime import date

from painlog.model.when import every, months, months_before


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
