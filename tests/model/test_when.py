"""Days and times are read as people write them, on the clock in force where they are."""

import re
import time
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.when import (
    at_local,
    offset_elsewhere,
    parse_clock,
    parse_day,
    parse_when,
)

EXAMPLES = '"now", "21:00", "yesterday 21:00", "3 days ago", "2026-03-27 21:00"'
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
TUESDAY_EVENING = datetime(2026, 3, 31, 21, 0, 30, 123456, tzinfo=BERLIN)
TUESDAY_MORNING = datetime(2026, 3, 31, 8, 0, tzinfo=BERLIN)


def wall(text):
    return datetime.fromisoformat(text)


def read(text, now=TUESDAY_EVENING, zone=BERLIN):
    return parse_when(text, now, zone).isoformat()


def refusal_of(text, now=TUESDAY_EVENING, zone=BERLIN):
    with pytest.raises(PainlogError) as refused:
        parse_when(text, now, zone)
    return type(refused.value), str(refused.value)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("now", "2026-03-31T21:00:30+02:00"),
        ("today", "2026-03-31T21:00:30+02:00"),
        (" ToDay ", "2026-03-31T21:00:30+02:00"),
        ("yesterday", "2026-03-30T12:00:00+02:00"),
        ("0 days ago", "2026-03-31T21:00:30+02:00"),
        ("a day ago", "2026-03-30T12:00:00+02:00"),
        ("one day ago", "2026-03-30T12:00:00+02:00"),
        ("two days ago", "2026-03-29T12:00:00+02:00"),
        ("3 days ago", "2026-03-28T12:00:00+01:00"),
        ("Three  days ago", "2026-03-28T12:00:00+01:00"),
        ("a week ago", "2026-03-24T12:00:00+01:00"),
        ("2 weeks ago", "2026-03-17T12:00:00+01:00"),
        ("an hour ago", "2026-03-31T20:00:30+02:00"),
        ("2 hours ago", "2026-03-31T19:00:30+02:00"),
        ("90 minutes ago", "2026-03-31T19:30:30+02:00"),
        ("5 min ago", "2026-03-31T20:55:30+02:00"),
        ("5 mins ago", "2026-03-31T20:55:30+02:00"),
        ("72 hours ago", "2026-03-28T20:00:30+01:00"),
        ("2026-03-31", "2026-03-31T21:00:30+02:00"),
        ("2026-03-05", "2026-03-05T12:00:00+01:00"),
        ("20260305", "2026-03-05T12:00:00+01:00"),
        ("1900-01-01", "1900-01-01T12:00:00+01:00"),
    ],
)
def test_a_day_is_read_as_its_noon_and_what_is_past_from_this_moment(written, moment):
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("21:00", "2026-03-31T21:00:00+02:00"),
        ("at 21:00", "2026-03-31T21:00:00+02:00"),
        ("21:00:15", "2026-03-31T21:00:15+02:00"),
        ("9:30", "2026-03-31T09:30:00+02:00"),
        ("9.30", "2026-03-31T09:30:00+02:00"),
        ("00:00", "2026-03-31T00:00:00+02:00"),
        ("9am", "2026-03-31T09:00:00+02:00"),
        ("9 PM", "2026-03-31T21:00:00+02:00"),
        ("9:30am", "2026-03-31T09:30:00+02:00"),
        ("12am", "2026-03-31T00:00:00+02:00"),
        ("12pm", "2026-03-31T12:00:00+02:00"),
        ("12:30 am", "2026-03-31T00:30:00+02:00"),
        ("today 20:00", "2026-03-31T20:00:00+02:00"),
        ("today at 8pm", "2026-03-31T20:00:00+02:00"),
        ("20:00 today", "2026-03-31T20:00:00+02:00"),
        ("yesterday 21:00", "2026-03-30T21:00:00+02:00"),
        ("yesterday, 9 pm", "2026-03-30T21:00:00+02:00"),
        ("yesterday, at 9pm", "2026-03-30T21:00:00+02:00"),
        ("9pm yesterday", "2026-03-30T21:00:00+02:00"),
        ("at 21:00, yesterday", "2026-03-30T21:00:00+02:00"),
        ("3 days ago 8pm", "2026-03-28T20:00:00+01:00"),
        ("two days ago at 20:00", "2026-03-29T20:00:00+02:00"),
        ("20:00 3 days ago", "2026-03-28T20:00:00+01:00"),
        ("2026-03-05 21:00", "2026-03-05T21:00:00+01:00"),
        ("2026-03-05T21:00", "2026-03-05T21:00:00+01:00"),
        ("2026-03-05t21:00:10", "2026-03-05T21:00:10+01:00"),
        ("20260305T2100", "2026-03-05T21:00:00+01:00"),
        ("2026-03-05 9pm", "2026-03-05T21:00:00+01:00"),
        ("2026-03-05 at 9pm", "2026-03-05T21:00:00+01:00"),
        ("9pm 2026-03-05", "2026-03-05T21:00:00+01:00"),
        ("2024-02-29 21:00", "2024-02-29T21:00:00+01:00"),
        ("2026-03-05 21.30", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05 21,30", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05T21.30", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05 9.30", "2026-03-05T09:30:00+01:00"),
        ("yesterday 20,30", "2026-03-30T20:30:00+02:00"),
        ("20,30", "2026-03-31T20:30:00+02:00"),
        ("20h", "2026-03-31T20:00:00+02:00"),
        ("20h30", "2026-03-31T20:30:00+02:00"),
        ("yesterday 21h30", "2026-03-30T21:30:00+02:00"),
        ("2026-W10-4", "2026-03-05T12:00:00+01:00"),
    ],
)
def test_a_time_is_read_with_the_offset_in_force_then(written, moment):
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-05T21:00+01:00", "2026-03-05T21:00:00+01:00"),
        ("2026-03-05 21:00-05:00", "2026-03-05T21:00:00-05:00"),
        ("2026-03-05T21:00+10:30", "2026-03-05T21:00:00+10:30"),
        ("2026-03-05T21:00Z", "2026-03-05T21:00:00+00:00"),
        ("2026-03-05t21:00:07.9z", "2026-03-05T21:00:07+00:00"),
        ("2026-03-05 21.30+01:00", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05T21,30Z", "2026-03-05T21:30:00+00:00"),
        ("2026-03-31T23:00+14:00", "2026-03-31T23:00:00+14:00"),
    ],
)
def test_an_offset_that_is_written_is_kept(written, moment):
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("last monday at 8pm", "2026-03-30T20:00:00+02:00"),
        ("monday", "2026-03-30T12:00:00+02:00"),
        ("5 march 2026 9pm", "2026-03-05T21:00:00+01:00"),
        ("5 march 2026", "2026-03-05T12:00:00+01:00"),
        ("March 5th, 2026 at 9:00 PM", "2026-03-05T21:00:00+01:00"),
        ("march 5", "2026-03-05T12:00:00+01:00"),
        ("29 february 2024", "2024-02-29T12:00:00+01:00"),
        ("25/12/2025", "2025-12-25T12:00:00+01:00"),
        ("12/25/2025 9pm", "2025-12-25T21:00:00+01:00"),
        ("3/3/2026", "2026-03-03T12:00:00+01:00"),
        ("3/3", "2026-03-03T12:00:00+01:00"),
        ("25/12", "2025-12-25T12:00:00+01:00"),
        ("2/29", "2024-02-29T12:00:00+01:00"),
        ("5 march 9.10", "2026-03-05T09:10:00+01:00"),
        ("march 5,2026", "2026-03-05T12:00:00+01:00"),
        ("25/2/2026 21.30", "2026-02-25T21:30:00+01:00"),
        ("3h ago", "2026-03-31T18:00:30+02:00"),
    ],
)
def test_other_ways_of_writing_a_time_are_read_too(written, moment):
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("today", "2026-03-31T08:00:00+02:00"),
        ("2026-03-31", "2026-03-31T08:00:00+02:00"),
        ("0 days ago", "2026-03-31T08:00:00+02:00"),
        ("yesterday", "2026-03-30T12:00:00+02:00"),
        ("3 days ago", "2026-03-28T12:00:00+01:00"),
    ],
)
def test_before_noon_today_is_this_moment(written, moment):
    assert read(written, now=TUESDAY_MORNING) == moment


@pytest.mark.parametrize(
    "written",
    [
        *("", "  ", "soon", "\0", "\ud800", "yesterday 25", "2026", "1e400"),
        *("0am", "13pm", "0:30pm", "25:00", "12:60", "21:00:60", "2026-03-05 24:00"),
        *("yesterday 25:00", "3 days ago 25:00", "2026-03-05T21:00+25:00", "march 2026"),
        *("2026-13-01", "2026-13-01 10:00", "10:00 2026-13-01", "31/31/2026"),
        "99999999999999 years ago",
        *("2026-03-05 21.5", "2026-03-05 21.305", "2026-03-05T21:30.5", "2026-03-05T2130.5"),
        *("21.5", "yesterday 21.5", "21:30.5", "1700000000", "1700000000.5"),
        *("2026-W10", "2026w10", "2026-W10 21:00", "1700000000000"),
    ],
)
def test_what_means_no_moment_is_refused_with_examples(written):
    assert refusal_of(written) == (
        NotUnderstoodError,
        f'"{written}" is not a time painlog understands. Type a time such as {EXAMPLES}.',
    )


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("today 22:00", "2026-03-31 22:00"),
        ("21:02", "2026-03-31 21:02"),
        ("21h30", "2026-03-31 21:30"),
        ("22h", "2026-03-31 22:00"),
        ("tomorrow", "2026-04-01 12:00"),
        ("in 3 days", "2026-04-03 12:00"),
        ("2026-04-01", "2026-04-01 12:00"),
        ("2026-03-31T20:02+01:00", "2026-03-31 20:02"),
        ("9999-12-31", "9999-12-31 12:00"),
    ],
)
def test_the_future_is_refused(written, moment):
    error, sentence = refusal_of(written)
    assert error is RefusedError
    assert sentence.startswith(
        f'"{written}" is {moment}, which is still to come. Give a time up to now, such as '
    )
    assert sentence.endswith(f"{EXAMPLES}.")


@pytest.mark.parametrize("written", ["noon", "12 noon", "at noon", "midday", "12:00", "today noon"])
def test_noon_in_the_morning_is_refused_and_yesterday_offered(written):
    error, sentence = refusal_of(written, TUESDAY_EVENING.replace(hour=9))
    assert error is RefusedError
    assert 'such as "yesterday 12:00", "now", "09:00", "yesterday 21:00", ' in sentence


@pytest.mark.parametrize("written", ["31/2/26", "31.2.2026", "30-2-26"])
def test_a_day_that_no_order_has_is_not_read_in_two_ways(written):
    assert "two ways" not in refusal_of(written)[1]


@pytest.mark.parametrize("hour", [0, 9, 21])
@pytest.mark.parametrize("written", ["23:00", "tomorrow", "24 april", "soon", "31 November"])
@pytest.mark.parametrize("parse", [parse_when, parse_day])
def test_what_is_offered_instead_is_accepted(written, hour, parse):
    now = TUESDAY_EVENING.replace(hour=hour, minute=0)
    with pytest.raises(PainlogError) as refused:
        parse(written, now, BERLIN)
    offered = re.findall(
        '"([^"]+)"',
        str(refused.value).rpartition("ype " if written == "24 april" else "such as ")[2],
    )
    assert len(set(offered)) == len(offered) > 0
    for text in offered:
        assert parse(text, now, BERLIN)


def test_a_day_is_asked_for_where_a_day_is_wanted():
    with pytest.raises(RefusedError) as refused:
        parse_day("today 21:30", TUESDAY_EVENING, BERLIN)
    assert (refused.value.instead, str(refused.value)) == (
        "yesterday",
        '"today 21:30" is 2026-03-31 21:30, which is still to come. Give a day up to today, such '
        'as "yesterday", "today", "3 days ago", "2026-03-27".',
    )


def test_yesterday_is_not_offered_for_another_day_or_zone():
    assert '"yesterday 12:00"' not in refusal_of("tomorrow")[1]
    assert '"yesterday 20:02"' not in refusal_of("2026-03-31T20:02+01:00")[1]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("noon", "2026-03-31T12:00:00+02:00"),
        ("yesterday at noon", "2026-03-30T12:00:00+02:00"),
        ("noon yesterday", "2026-03-30T12:00:00+02:00"),
        ("2026-03-05 noon", "2026-03-05T12:00:00+01:00"),
        ("midnight", "2026-03-31T00:00:00+02:00"),
        ("12 midnight", "2026-03-31T00:00:00+02:00"),
    ],
)
def test_noon_and_midnight_are_times_of_day(written, moment):
    assert read(written) == moment


def test_a_time_in_the_place_of_one_from_elsewhere_is_told_apart_by_its_offset():
    assert offset_elsewhere(datetime.fromisoformat("2026-03-31T09:00+02:00"), BERLIN) is None
    assert offset_elsewhere(datetime.fromisoformat("2026-03-01T09:00+01:00"), BERLIN) is None
    tokyo = datetime.fromisoformat("2026-03-31T09:00+09:00")
    assert offset_elsewhere(tokyo, BERLIN) == tokyo.tzinfo


def test_a_clock_that_is_up_to_a_minute_ahead_is_borne_with():
    assert read("21:01") == "2026-03-31T21:01:00+02:00"


@pytest.mark.parametrize(
    "written", ["1899-12-31", "31/12/1899", "99999 days ago", "1899-12-31T23:00-05:00"]
)
def test_what_is_before_1900_is_refused(written):
    assert refusal_of(written) == (
        RefusedError,
        f'"{written}" is before 1900, in which painlog starts.',
    )


@pytest.mark.parametrize("zone", [None, BERLIN, NEW_YORK])
@pytest.mark.parametrize("written", ["0001-01-01 00:00", "9999-12-31 23:59", "99999 weeks ago"])
def test_the_ends_of_the_calendar_are_refused(written, zone):
    assert refusal_of(written, zone=zone)[0] is RefusedError


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("3/4/2026", "2026-04-03 (still to come) or 2026-03-04"),
        ("03.04.2026", "2026-04-03 (still to come) or 2026-03-04"),
        ("3-4-26", "2026-04-03 (still to come) or 2026-03-04"),
        (" 3/4/2026 9pm", "2026-04-03 21:00 (still to come) or 2026-03-04 21:00"),
        ("2/3", "2026-03-02 or 2026-02-03"),
        ("2.3.", "2026-03-02 or 2026-02-03"),
        ("2-3", "2026-03-02 or 2026-02-03"),
        ("12/11", "2025-12-11 or 2025-11-12"),
        ("2/3 21:00", "2026-03-02 21:00 or 2026-02-03 21:00"),
        ("21:00 2.3.", "2026-03-02 21:00 or 2026-02-03 21:00"),
        ("9.5", "2025-09-05 or 2025-05-09"),
    ],
)
def test_a_date_that_can_be_read_in_two_ways_is_refused_with_both(written, readings):
    assert refusal_of(written) == (
        NotUnderstoodError,
        f'"{written}" can be read in two ways. Write the year first: {readings}.',
    )


@pytest.mark.parametrize(
    ("skipped", "zone"),
    [
        ("2026-03-29 02:00", BERLIN),
        ("2026-03-29 02:30", BERLIN),
        ("2026-03-08 02:59", NEW_YORK),
        ("2025-10-05 02:15", LORD_HOWE),
    ],
)
def test_a_time_that_the_clocks_skipped_is_refused(skipped, zone):
    assert refusal_of(skipped, zone=zone) == (
        RefusedError,
        f"{skipped} did not exist here: the clocks were put forward then. "
        "Give a time before or after.",
    )


@pytest.mark.parametrize(
    ("written", "zone", "moment"),
    [
        ("2026-03-29 01:59", BERLIN, "2026-03-29T01:59:00+01:00"),
        ("2026-03-29 03:00", BERLIN, "2026-03-29T03:00:00+02:00"),
        ("2025-10-26 02:30", BERLIN, "2025-10-26T02:30:00+02:00"),
        ("2025-10-26 03:00", BERLIN, "2025-10-26T03:00:00+01:00"),
        ("2025-11-02 01:30", NEW_YORK, "2025-11-02T01:30:00-04:00"),
        ("2025-10-05 01:59", LORD_HOWE, "2025-10-05T01:59:00+10:30"),
        ("2025-10-05 02:30", LORD_HOWE, "2025-10-05T02:30:00+11:00"),
        ("2025-04-06 01:29", LORD_HOWE, "2025-04-06T01:29:00+11:00"),
        ("2025-04-06 01:45", LORD_HOWE, "2025-04-06T01:45:00+11:00"),
        ("2025-04-06 02:00", LORD_HOWE, "2025-04-06T02:00:00+10:30"),
        ("1900-01-01 12:00", ZoneInfo("Asia/Singapore"), "1900-01-01T12:00:00+06:55"),
    ],
)
def test_a_time_has_the_offset_in_force_and_is_the_first_where_it_came_twice(written, zone, moment):
    assert read(written, zone=zone) == moment


@pytest.mark.parametrize(
    ("fold", "written", "moment"),
    [
        (0, "now", "2025-10-26T02:30:00+02:00"),
        (1, "now", "2025-10-26T02:30:00+01:00"),
        (1, "30 minutes ago", "2025-10-26T02:00:00+01:00"),
        (1, "1 hour ago", "2025-10-26T02:30:00+02:00"),
        (1, "2 hours ago", "2025-10-26T01:30:00+02:00"),
        (1, "2:15", "2025-10-26T02:15:00+02:00"),
    ],
)
def test_in_the_hour_that_comes_twice_what_has_passed_is_counted(fold, written, moment):
    now = datetime(2025, 10, 26, 2, 30, tzinfo=BERLIN, fold=fold)
    assert read(written, now=now) == moment


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Europe/Berlin", "2026-03-05T21:00:00+01:00"),
        ("America/New_York", "2026-03-05T21:00:00-05:00"),
        ("Asia/Kathmandu", "2026-03-05T21:00:00+05:45"),
        ("UTC", "2026-03-05T21:00:00+00:00"),
    ],
)
def test_without_a_zone_the_clock_of_the_machine_counts(zone, moment, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    now = datetime(2026, 3, 31, 12, tzinfo=UTC).astimezone()
    assert read("2026-03-05 21:00", now=now, zone=None) == moment
    assert parse_when("now", now).utcoffset() == now.utcoffset()


def test_the_clock_of_the_machine_skips_and_repeats_times_too():
    assert at_local(wall("2025-10-26 02:30")).isoformat() == "2025-10-26T02:30:00+02:00"
    with pytest.raises(RefusedError, match="the clocks were put forward then"):
        at_local(wall("2026-03-29 02:30"))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("today", date(2026, 3, 31)),
        ("yesterday", date(2026, 3, 30)),
        ("3 days ago", date(2026, 3, 28)),
        ("2026-03-05", date(2026, 3, 5)),
        ("2026-03-05 23:30", date(2026, 3, 5)),
        ("last monday", date(2026, 3, 30)),
    ],
)
def test_a_day_is_the_date_there(written, day):
    assert parse_day(written, TUESDAY_EVENING, BERLIN) == day


def test_a_day_to_come_is_refused():
    with pytest.raises(RefusedError, match="still to come"):
        parse_day("tomorrow", TUESDAY_EVENING, BERLIN)


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(
    wall("1900-01-02"), wall("2026-03-29"), timezones=OFFSETS, allow_imaginary=False
).map(lambda moment: moment.replace(microsecond=0))


@given(MOMENTS, st.sampled_from(["T", " ", "t"]))
def test_a_moment_with_its_offset_is_read_back_as_itself(moment, between):
    parsed = parse_when(moment.isoformat(between), TUESDAY_EVENING, BERLIN)
    assert parsed == moment
    assert parsed.isoformat() == moment.isoformat()


@given(st.datetimes(wall("1900-01-02"), wall("2026-03-29")))
def test_a_wall_time_is_kept_or_refused(naive):
    for zone in (BERLIN, NEW_YORK, LORD_HOWE):
        try:
            moment = at_local(naive, zone)
        except RefusedError:
            continue
        assert moment.replace(tzinfo=None) == naive.replace(microsecond=0)


WORDS = st.sampled_from(
    [
        *("3", "99999", "a", "days", "week", "hour", "ago", "at", "9pm", "21:00", "yesterday"),
        *("2026-02-31", "9999-12-31", "0001-01-01", "T", "+14:00", "march", "monday", "3/4/2026"),
    ]
)


@limits(max_examples=60)
@given(st.text(max_size=20) | st.lists(WORDS, max_size=4).map(" ".join))
def test_any_text_is_a_moment_or_a_refusal(text):
    try:
        moment = parse_when(text, TUESDAY_EVENING, BERLIN)
    except PainlogError:
        return
    assert moment.year >= 1900
    assert moment <= TUESDAY_EVENING + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("21:30", "21:30:00"),
        ("9:30 PM", "21:30:00"),
        ("9:30:15\u202fpm", "21:30:15"),
        ("9 a.m.", "09:00:00"),
        ("9:30 p. m.", "21:30:00"),
        ("12 am", "00:00:00"),
        ("21.30 Uhr", "21:30:00"),
        ("20 Uhr", "20:00:00"),
        ("7 Uhr 05", "07:05:00"),
        ("21h30", "21:30:00"),
        ("21h", "21:00:00"),
        ("21:30:15.250", "21:30:15"),
    ],
)
def test_a_time_of_day_is_read_as_people_and_programs_write_it(text, clock):
    assert str(parse_clock(text)) == clock


@pytest.mark.parametrize(
    "text", ["", "9", "0930", "24:00", "13 pm", "noon", "9:5", "21:30:00+01:00", "21:30 x"]
)
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_clock(text)
    assert str(refused.value) == f'"{text}" is not a time of day such as 21:30 or 9:30 pm'
