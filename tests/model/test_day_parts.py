"""Times as people say them are read as one moment, or refused with what to type."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.day_to_come import parse_day_to_come
from painlog.model.when import parse_day, parse_when

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY_EVENING = datetime(2026, 3, 31, 21, 0, 30, tzinfo=BERLIN)
WEDNESDAY_MORNING = datetime(2026, 4, 1, 7, 10, tzinfo=BERLIN)
AFTER_MIDNIGHT = datetime(2026, 3, 31, 0, 30, tzinfo=BERLIN)


def read(text, now=TUESDAY_EVENING):
    return f"{parse_when(text, now, BERLIN):%a %d %H:%M}"


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("last night", "Mon 30 22:00"),
        ("Last  Night", "Mon 30 22:00"),
        ("last night 23:30", "Mon 30 23:30"),
        ("last night at 11", "Mon 30 23:00"),
        ("last night at 2", "Tue 31 02:00"),
        ("last night 2am", "Tue 31 02:00"),
        ("last evening", "Mon 30 19:00"),
        ("this morning", "Tue 31 08:00"),
        ("this morning at 7", "Tue 31 07:00"),
        ("7:30 this morning", "Tue 31 07:30"),
        ("8 in the morning", "Tue 31 08:00"),
        ("in the afternoon", "Tue 31 15:00"),
        ("yesterday evening", "Mon 30 19:00"),
        ("yesterday evening at 8", "Mon 30 20:00"),
        ("tonight", "Tue 31 21:00"),
        ("just now", "Tue 31 21:00"),
        ("half an hour ago", "Tue 31 20:30"),
        ("a quarter of an hour ago", "Tue 31 20:45"),
        ("an hour and a half ago", "Tue 31 19:30"),
        ("four hours ago", "Tue 31 17:00"),
        ("last tuesday", "Tue 24 12:00"),
        ("last sunday", "Sun 29 12:00"),
        ("on sunday", "Sun 29 12:00"),
        ("sat 9pm", "Sat 28 21:00"),
        ("monday night", "Mon 30 22:00"),
        ("tuesday last week", "Tue 24 12:00"),
        ("last week's friday", "Fri 27 12:00"),
        ("the day before yesterday 18:00", "Sun 29 18:00"),
        ("2026-03-05 evening", "Thu 05 19:00"),
        ("3 days ago evening", "Sat 28 19:00"),
        ("0730", "Tue 31 07:30"),
        ("at 1930", "Tue 31 19:30"),
        ("yesterday 0730", "Mon 30 07:30"),
        ("9am", "Tue 31 09:00"),
    ],
)
def test_an_everyday_time_is_one_moment(said, moment):
    assert read(said) == moment


def test_a_part_of_today_that_has_begun_is_never_later_than_now():
    assert read("this morning", WEDNESDAY_MORNING) == "Wed 01 07:10"


@pytest.mark.parametrize(
    ("said", "readings"),
    [
        ("tuesday", "2026-03-31 or 2026-03-24"),
        ("on tuesday", "2026-03-31 or 2026-03-24"),
        ("tuesday evening", "2026-03-31 19:00 or 2026-03-24 19:00"),
        ("tuesday 9am", "2026-03-31 09:00 or 2026-03-24 09:00"),
        ("9am on tuesday", "2026-03-31 09:00 or 2026-03-24 09:00"),
    ],
)
def test_the_weekday_of_today_is_refused_with_both_moments(said, readings):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_when(said, TUESDAY_EVENING, BERLIN)
    assert str(refused.value).endswith(f"in two ways. Write the year first: {readings}.")


def test_the_weekday_of_today_is_a_week_ago_at_a_time_that_is_still_to_come():
    assert read("tuesday 11pm") == "Tue 24 23:00"
    assert read("wednesday evening", WEDNESDAY_MORNING) == "Wed 25 19:00"
    assert str(parse_day("tuesday 11pm", TUESDAY_EVENING, BERLIN)) == "2026-03-24"


@pytest.mark.parametrize("said", ["last week", "this", "this tuesdy", "7 yesterday", "2026"])
def test_what_means_no_moment_stays_refused(said):
    with pytest.raises(NotUnderstoodError):
        parse_when(said, TUESDAY_EVENING, BERLIN)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("21:00", "yesterday 21:00"),
        ("9pm", "yesterday 21:00"),
        ("2130", "yesterday 21:30"),
        ("this evening", "yesterday 19:00"),
        ("31 March 21:00", "2025-03-31 21:00"),
        ("5 april", "2025-04-05 12:00"),
    ],
)
def test_a_time_still_to_come_names_the_one_that_was_probably_meant(said, instead):
    with pytest.raises(RefusedError, match="still to come") as refused:
        parse_when(said, AFTER_MIDNIGHT, BERLIN)
    assert refused.value.instead == instead
    assert instead in str(refused.value)


def test_a_day_without_a_year_is_last_years_where_that_is_nearer():
    assert f"{parse_day('20 december', AFTER_MIDNIGHT, BERLIN)}" == "2025-12-20"
    assert f"{parse_when('12 october 9am', AFTER_MIDNIGHT, BERLIN):%Y-%m-%d %H}" == "2025-10-12 09"


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("this tuesday", "Tue 31 21:00"),
        ("on this tue", "Tue 31 21:00"),
        ("this tuesday 3am", "Tue 31 03:00"),
        ("3am this tuesday", "Tue 31 03:00"),
        ("this tuesday morning", "Tue 31 08:00"),
    ],
)
def test_this_weekday_is_today_where_it_can_be(said, moment):
    assert read(said) == moment
    assert str(parse_day(said, TUESDAY_EVENING, BERLIN)) == "2026-03-31"
    assert parse_day_to_come("this tuesday", TUESDAY_EVENING.date()) == TUESDAY_EVENING.date()
    assert str(parse_day_to_come("next tuesday", TUESDAY_EVENING.date())) == "2026-04-07"


@pytest.mark.parametrize(
    ("said", "coming", "last"),
    [
        ("this saturday", "2026-04-04 12:00", "2026-03-28 12:00"),
        ("this sat 3am", "2026-04-04 03:00", "2026-03-28 03:00"),
        ("3am this sat", "2026-04-04 03:00", "2026-03-28 03:00"),
        ("this friday 21:00", "2026-04-03 21:00", "2026-03-27 21:00"),
        ("this friday evening", "2026-04-03 19:00", "2026-03-27 19:00"),
        ("this mon at 0730", "2026-04-06 07:30", "2026-03-30 07:30"),
    ],
)
def test_this_weekday_of_another_day_is_refused_with_its_time_and_the_last_one(said, coming, last):
    with pytest.raises(RefusedError) as refused:
        parse_when(said, TUESDAY_EVENING, BERLIN)
    assert str(refused.value) == (
        f'"{said}" is {coming}, which is still to come. If you mean the last one, type "{last}".'
    )
    with pytest.raises(RefusedError, match=f'mean the last one, type "{last[:10]}"'):
        parse_day(said, TUESDAY_EVENING, BERLIN)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("this tuesday 23:00", "2026-03-31 23:00"),
        ("tomorrow 3am", "2026-04-01 03:00"),
        ("tomorrow evening", "2026-04-01 19:00"),
        ("next friday 21:00", "2026-04-03 21:00"),
        ("in 3 days at 9pm", "2026-04-03 21:00"),
        ("tomorrow at 8", "2026-04-01"),
    ],
)
def test_a_time_of_a_day_to_come_is_said_as_it_was_typed(said, moment):
    with pytest.raises(RefusedError) as refused:
        parse_when(said, TUESDAY_EVENING, BERLIN)
    assert str(refused.value).startswith(f'"{said}" is {moment}, which is still to come. Give a')
