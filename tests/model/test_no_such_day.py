"""Days that no calendar has are named as such."""

from datetime import UTC, datetime

import pytest

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.no_such_day import no_such_day
from painlog.model.when import parse_when

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31 November", "31 November"),
        ("Nov 31", "31 November"),
        ("31st of november 20:00", "31 November"),
        ("2026-11-31", "31 November 2026"),
        ("2026-02-29 21:00", "29 February 2026"),
        ("31/11/2026", "31 November 2026"),
        ("31.11.2026 20:00", "31 November 2026"),
        ("2026/11/31", "31 November 2026"),
        ("29-2-2026", "29 February 2026"),
        ("2/30", "30 February"),
        ("31/11", "31 November"),
        ("13/13/2026", None),
        ("29/2", None),
        ("3/4/2026", None),
        ("21:30-02", None),
        ("29 February", None),
        ("30 November", None),
        ("32 minutes ago", None),
        ("2026-13-40", None),
        ("0000-01-32", None),
    ],
)
def test_a_day_that_the_calendar_does_not_have_is_found(written, day):
    assert no_such_day(written) == day


@pytest.mark.parametrize(
    "written", ["31 November", "2026-11-31", "2026-11-31 20:00", "31/11", "31.11."]
)
def test_it_is_said_where_a_time_is_refused(written):
    with pytest.raises(NotUnderstoodError, match="There is no 31 November"):
        parse_when(written, NOW, UTC)


@pytest.mark.parametrize(
    "written",
    [
        *("2026-02-29", "2026-02-31", "2026-02-31 9pm", "9pm 2026-02-31", "31 february 2026"),
        "29 feb 2025",
    ],
)
def test_a_day_beyond_february_is_refused_with_examples(written):
    with pytest.raises(NotUnderstoodError, match=r"There is no (29|31) February") as refused:
        parse_when(written, NOW, UTC)
    assert str(refused.value).endswith(
        ' a day that exists, such as "now", "10:00", "yesterday 21:00", "3 days ago", "2026-11-26 '
        '21:00".'
    )


def test_a_time_to_come_is_not_explained_by_itself():
    with pytest.raises(RefusedError, match=r'^"2026-12-12 20:00" is still to come'):
        parse_when("2026-12-12 20:00", NOW, UTC)
