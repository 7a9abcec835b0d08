"""How dates are written, told from all values; where they do not tell, it is asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.errors import RefusedError
from painlog.formats.table.dates import (
    DateFormat,
    WrongWeekdayError,
    found_format,
    is_iso,
    misreads_iso,
    order_of,
    possible_formats,
    read_date,
    says_clock,
)

TODAY = date(2026, 3, 31)


def found(*texts, today=TODAY):
    return found_format(enumerate(texts, start=2), today)


def refusal(*texts):
    with pytest.raises(RefusedError) as refused:
        found(*texts)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("05/03/2026", ("%d/%m/%Y", "%m/%d/%Y")),
        ("5.3.26", ("%d.%m.%y", "%m.%d.%y")),
        ("05-03-26", ("%d-%m-%y", "%m-%d-%y", "%y-%m-%d")),
        ("3/5/2026 9:30 p.m.", ("%d/%m/%Y %I:%M %p", "%m/%d/%Y %I:%M %p")),
        ("46086.875", ("excel",)),
        ("1772744400", ("unix",)),
        ("05-03-2026 21:30", ("%d-%m-%Y %H:%M", "%m-%d-%Y %H:%M")),
        ("3/5/2026, 9:30:15 PM", ("%d/%m/%Y, %I:%M:%S %p", "%m/%d/%Y, %I:%M:%S %p")),
        ("05.03.2026 21.30", ("%d.%m.%Y %H.%M", "%m.%d.%Y %H.%M")),
        ("5. 3. 2026", ("%d. %m. %Y", "%m. %d. %Y")),
        ("2026/03/05", ("%Y/%m/%d",)),
        ("2026.03.05 9pm", ("%Y.%m.%d %I%p",)),
        ("5 Mar 2026", ("%d %b %Y",)),
        ("05-Mar-26", ("%d-%b-%y",)),
        ("March 5, 2026 at 9:30 PM", ("%B %d, %Y at %I:%M %p",)),
        ("Thu, 5 Mar 2026 21:30", ("%a, %d %b %Y %H:%M",)),
        ("Thursday 5 March 2026", ("%A %d %B %Y",)),
        ("5 Mar. 2026", ("%d %b. %Y",)),
        ("Mo, 02.11.2026", ("%a, %d.%m.%Y", "%a, %m.%d.%Y")),
        ("lun. 2 nov. 2026", ("%a. %d %b. %Y",)),
        ("02.11.2026 um 20 Uhr", ("%d.%m.%Y %H:%M", "%m.%d.%Y %H:%M")),
        ("Morgen, 02.11.2026", ()),
        ("yesterday", ()),
        ("05/03", ()),
        ("050326", ()),
        ("5/3/123", ()),
        ("", ()),
    ],
)
def test_a_date_has_its_possible_formats(text, formats):
    assert possible_formats(text) == formats


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2026-03-05", True), (" 2026-03-05 21:30 ", True), ("05/03/2026", False), ("", False)],
)
def test_what_painlog_writes_itself_is_told(text, iso):
    assert is_iso(text) is iso


def test_a_format_has_an_order_and_may_have_a_clock():
    assert [order_of(f) for f in ("%d/%m/%Y", "%m/%d/%Y", "%B %d", "%a %d %b", "%Y", "%H")] == [
        *("day first", "month first", "month first", "day first", "year first", "")
    ]
    assert says_clock("%d %I:%M %p")
    assert not says_clock("%d/%m/%Y")


def test_a_day_after_the_twelfth_tells():
    assert found("01/02/2026", "13/02/2026", "01/03/2026") == DateFormat(
        "%d/%m/%Y", 3, "13/02/2026"
    )
    assert found("01/02/2026", "02/13/2026") == DateFormat("%m/%d/%Y", 3, "02/13/2026")


def test_what_would_be_in_the_future_is_no_reading():
    assert found("05/03/2026") == DateFormat("%d/%m/%Y", 2, "05/03/2026")
    assert found("03/05/2026") == DateFormat("%m/%d/%Y", 2, "03/05/2026")


def test_today_elsewhere_may_be_tomorrow():
    assert "can be 4 January 2026 or 1 April 2026" in refusal("04/01/2026")
    assert found("04/02/2026").format == "%d/%m/%Y"


def test_where_no_date_tells_it_is_asked():
    assert refusal("02/02/2025", "05/03/2025", "06/03/2025") == (
        '"05/03/2025" (line 3) can be 5 March 2025 or 3 May 2025, and no date written like it '
        'shows which. Say which is meant: --date-format "%d/%m/%Y" (day first) or --date-format '
        '"%m/%d/%Y" (month first).'
    )


def test_dates_in_two_ways_are_refused():
    assert refusal("13/03/2025", "01/01/2025", "03/14/2025") == (
        'The dates are in two formats: "13/03/2025" (line 2) can only be day first and '
        '"03/14/2025" (line 4) can only be month first. Correct the file, or say which '
        'format counts with --date-format "%d/%m/%Y" or --date-format "%m/%d/%Y".'
    )


def test_a_date_with_another_clock_or_weekday_tells_too():
    assert found("2.3.2025, 20:15 Uhr", "3.3.2025, 8 Uhr", "13.3.2025 um 9 Uhr") == DateFormat(
        "%d.%m.%Y, %H:%M", 4, "13.3.2025 um 9 Uhr"
    )
    assert found("02.03.2025", "Mo, 03.02.2025").line == 3


def test_a_date_that_cannot_be_stored_tells_where_no_other_does():
    assert found("01.02.2025", "13.11.2027") == DateFormat("%d.%m.%Y", 3, "13.11.2027")
    assert found("13.11.2027", "02.13.2025").format == "%m.%d.%Y"


def test_the_first_date_that_is_written_in_another_way_is_not_read():
    dates = ("Mo, 03.02.2025", "2025-02-04", "soon", "5.2.25", "6. Februar 2025")
    assert found(*dates) == DateFormat(
        "%a, %d.%m.%Y", 2, "Mo, 03.02.2025", beside_iso=True, unread=(5, "5.2.25")
    )


def test_where_both_readings_are_one_day_there_is_nothing_to_ask():
    assert found("05/05/2025", "06/06/2025") == DateFormat("%d/%m/%Y", 2, "05/05/2025")


def test_what_is_no_date_is_left_to_the_reader():
    assert found("n/a", "13.02.2026", "soon") == DateFormat("%d.%m.%Y", 3, "13.02.2026")
    assert found("soon", "2026-03-05", "2026-03-05T21:30+01:00") is None
    assert found() is None


@given(
    st.lists(st.dates(date(2000, 1, 1), TODAY), min_size=1, max_size=30),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y %H:%M", "%m-%d-%Y, %I:%M %p"]),
)
def test_a_format_is_found_as_it_was_written_or_asked_about(days, written):
    texts = [day.strftime(written) for day in days]
    try:
        told = found(*texts)
    except RefusedError as asked:
        said = str(asked)
    else:
        # Where both readings are one day, either is right.
        assert told.format == written or all(day.day == day.month for day in days)
        return
    assert written in said
    assert all(day.day <= 12 for day in days)


def test_a_short_year_may_stand_first():
    with pytest.raises(RefusedError, match="26 March 2005 or 5 March 2026"):
        found_format([(2, "26-03-05")], date(2026, 3, 31))


@pytest.mark.parametrize(
    "text", ["5th Jan 2026", "January 5th, 2026", "5TH January 2026", "January 5, 2026"]
)
def test_ordinal_days_and_long_months_are_read(text):
    (format_,) = possible_formats(text)
    assert read_date(text, format_, date(2026, 3, 31)).date() == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "format_", "read"),
    [
        ("Mo, 02.03.2026", "%a, %d.%m.%Y", "2026-03-02T00:00:00"),
        ("Di. 3.3.2026", "%a. %d.%m.%Y", "2026-03-03T00:00:00"),
        ("mar. 3 mars 2026", "%a. %d %B %Y", "2026-03-03T00:00:00"),
        ("miércoles, 4 mar 2026", "%A, %d %b %Y", "2026-03-04T00:00:00"),
        ("do 5-3-2026", "%a %d-%m-%Y", "2026-03-05T00:00:00"),
        ("sabato 7 marzo 2026", "%A %d %B %Y", "2026-03-07T00:00:00"),
        ("02.03.2026 20 Uhr", "%d.%m.%Y %H:%M", "2026-03-02T20:00:00"),
        ("02.03.2026, um 20.15 Uhr", "%d.%m.%Y, %H:%M", "2026-03-02T20:15:00"),
        ("02.03.2026 7 Uhr 05", "%d.%m.%Y %H:%M", "2026-03-02T07:05:00"),
        ("02.03.2026 20 Uhr", "%d.%m.%Y %H Uhr", "2026-03-02T20:00:00"),
    ],
)
def test_weekdays_months_and_clocks_are_read_in_other_languages(text, format_, read):
    assert read_date(text, format_, date(2026, 3, 31)).isoformat() == read


def test_a_wrong_weekday_is_no_reading():
    with pytest.raises(WrongWeekdayError) as wrong:
        read_date("Di, 02.03.2026", "%a, %d.%m.%Y", date(2026, 3, 31))
    assert str(wrong.value) == ('"Di, 02.03.2026" names the wrong weekday: 2026-03-02 is a Monday')
    # 2 March is a Monday, and 3 February a Tuesday.
    assert found("Mo, 02.03.2026").format == "%a, %d.%m.%Y"
    assert found("Di, 02.03.2026").format == "%a, %m.%d.%Y"
    assert found("Wed, 02/03/2026") is None


def test_dates_that_are_dates_already_need_no_format():
    assert found("2026-03-05", "27.02.2026", "2026-03-06") == DateFormat(
        "%d.%m.%Y", 3, "27.02.2026", beside_iso=True
    )
    assert "can be 3 September 2025 or 9 March 2025" in refusal("2026-03-05", "03.09.2025")


def test_only_a_format_with_the_day_in_the_middle_misreads_them():
    formats = ("%Y-%d-%m", "%Y-%m-%d", "%d.%m.%Y", "excel", "")
    assert list(map(misreads_iso, formats)) == [True, False, False, False, False]
