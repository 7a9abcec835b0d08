"""A time that is not wholly understood is refused with what to type; no number is dropped."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from conftest import BERLIN
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.asked_moment import A_VISIT
from painlog.model.duration import end_after, parse_duration
from painlog.model.when import parse_day, parse_when

MONDAY = datetime(2026, 11, 30, 18, 27, tzinfo=BERLIN)


def read(text):
    return f"{parse_when(text, MONDAY, BERLIN):%Y-%m-%d %H:%M}"


def refusal_of(text):
    with pytest.raises(PainlogError) as refused:
        parse_when(text, MONDAY, BERLIN)
    return str(refused.value).removeprefix(f'"{text}" ')


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("18 30", 'is in two pieces. Type "yesterday 18:30".'),
        ("14 15", 'is in two pieces. Type "14:15".'),
        ("7 15", 'is in two pieces. Type "07:15".'),
        ("seven thirty", 'is in two pieces. Type "07:30".'),
        ("11 30 pm", 'is in two pieces. Type "yesterday 23:30".'),
        ("yesterday 17 45", 'is in two pieces. Type "yesterday 17:45".'),
        ("last friday 7 30", 'is in two pieces. Type "last friday 07:30".'),
        ("2-3pm", 'gives two times. Type one of them: "14:00" or "15:00".'),
        ("2-3 pm", 'gives two times. Type one of them: "14:00" or "15:00".'),
        ("11am-1pm", 'gives two times. Type one of them: "11:00" or "13:00".'),
        ("10:00–11:30", 'gives two times. Type one of them: "10:00" or "11:30".'),
        ("between 7 and 8am", 'gives two times. Type one of them: "07:00" or "08:00".'),
        ("7-8pm", 'gives two times. Type one of them: "yesterday 19:00" or "yesterday 20:00".'),
        (
            "yesterday 9-10pm",
            'gives two times. Type one of them: "yesterday 21:00" or "yesterday 22:00".',
        ),
        (
            "yesterday at 8",
            'can be morning or evening. Type "yesterday 08:00" or "yesterday 20:00".',
        ),
        ("yesterday 8", 'can be morning or evening. Type "yesterday 08:00" or "yesterday 20:00".'),
        ("8", 'can be morning or evening. Type "08:00" or "yesterday 20:00".'),
        ("9 o'clock", 'can be morning or evening. Type "09:00" or "yesterday 21:00".'),
        ("at 12", 'can be noon or midnight. Type "12:00" or "00:00".'),
        ("28 nov 8", 'can be morning or evening. Type "28 nov 08:00" or "28 nov 20:00".'),
        ("yesterday 21", 'has an hour alone. Type "yesterday 21:00".'),
        ("half past three", 'can be morning or evening. Type "03:30" or "15:30".'),
        ("quarter to 4", 'can be morning or evening. Type "03:45" or "15:45".'),
        ("at a quarter past nine", 'can be morning or evening. Type "09:15" or "yesterday 21:15".'),
        ("ten to one", 'can be morning or evening. Type "00:50" or "12:50".'),
        ("half past 12", 'can be morning or evening. Type "00:30" or "12:30".'),
        (
            "yesterday at half past three",
            'can be morning or evening. Type "yesterday 03:30" or "yesterday 15:30".',
        ),
        ("half past three pm", 'is a time in words. Type "15:30".'),
        ("quarter to 12 pm yesterday", 'is a time in words. Type "11:45 yesterday".'),
        ("half past 15", 'is a time in words. Type "15:30".'),
        ("half past 3 this afternoon", 'is a time in words. Type "15:30 this afternoon".'),
        ("10 to 11 am", 'gives two times. Type one of them: "10:00" or "11:00".'),
        ("half past 2 last night", 'is a time in words. Type "02:30 last night".'),
        ("lunchtime yesterday", 'has no time of day. Give one, such as "12:30 yesterday".'),
        ("yesterday at bedtime", 'has no time of day. Give one, such as "yesterday 22:00".'),
        ("2.5 h", 'is a length of time. Type "2.5 h ago".'),
        ("2 hours 30", 'is a length of time. Type "2 hours 30 ago".'),
        ("3 days", 'is a length of time. Type "3 days ago".'),
        ("2h", 'can be read in two ways. Type "02:00" or "2 hours ago".'),
        ("2 h", 'can be read in two ways. Type "02:00" or "2 hours ago".'),
        ("1h30", 'can be read in two ways. Type "01:30" or "1 hour 30 minutes ago".'),
        ("2 h 30", 'can be read in two ways. Type "02:30" or "2 hours 30 minutes ago".'),
        (
            "monday 9am",
            "can be read in two ways. Write the year first: 2026-11-30 09:00 or 2026-11-23 09:00.",
        ),
        ("thu 27 nov", "is no such day: 2026-11-27 is a Friday. Type the day as in 2026-11-27."),
    ],
)
def test_a_time_that_is_nearly_understood_is_refused_with_what_to_type(typed, refusal):
    assert refusal_of(typed) == refusal
    for offer in re.findall('"([^"]+)"', refusal):
        assert parse_when(offer, MONDAY, BERLIN) <= MONDAY


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "5 minutes before 3",
            "18:30 30",
            "9pm EST",
            "half past",
            "after lunch",
            "2026 11 05",
        ),
        *("march 2026", "5/11/2026 7 30", "yesterday 3 days ago", "1.5 ago", "in 2 months"),
    ],
)
def test_what_is_not_wholly_understood_is_refused(typed):
    assert refusal_of(typed).startswith("is not a time painlog understands. Type a time such as")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("15h", "2026-11-30 15:00"),
        ("17h30", "2026-11-30 17:30"),
        ("2 h 30 ago", "2026-11-30 15:57"),
        ("2 hours 30 ago", "2026-11-30 15:57"),
        ("1 hour 30 ago", "2026-11-30 16:57"),
        ("2.5 h ago", "2026-11-30 15:57"),
        ("two and a half hours ago", "2026-11-30 15:57"),
        ("ten minutes ago", "2026-11-30 18:17"),
        ("twenty-five minutes ago", "2026-11-30 18:02"),
        ("four days ago 8pm", "2026-11-26 20:00"),
        ("a week ago at 8pm", "2026-11-23 20:00"),
        ("monday 9pm", "2026-11-23 21:00"),
        ("7 p.m. yesterday", "2026-11-29 19:00"),
        ("nov 5 in the evening at 8", "2026-11-05 20:00"),
        ("on friday, 27 november 2026", "2026-11-27 12:00"),
        ("21:00, 5 sept", "2026-09-05 21:00"),
        ("5 sept 0730", "2026-09-05 07:30"),
        ("2026/11/05 9.30", "2026-11-05 09:30"),
    ],
)
def test_a_time_is_read_with_all_that_was_typed(typed, moment):
    assert read(typed) == moment


@pytest.mark.parametrize(
    ("joined", "apart"), [("15h", "15 h"), ("17h30", "17 h 30"), ("yesterday 9h", "yesterday 9 h")]
)
def test_a_space_makes_no_difference(joined, apart):
    assert read(joined) == read(apart)


def test_hours_alone_are_not_taken_for_an_end_either():
    began = datetime(2026, 11, 30, 1, tzinfo=BERLIN)
    with pytest.raises(NotUnderstoodError, match='Type "02:00" or "2 hours ago"'):
        end_after(began, "2h", MONDAY, BERLIN)
    assert f"{end_after(began, '17 h 30', MONDAY, BERLIN):%H:%M}" == "17:30"


def test_an_end_of_four_digits_is_the_first_such_time_after_the_beginning():
    began = datetime(2026, 11, 29, 22, tzinfo=BERLIN)
    assert f"{end_after(began, '0330', MONDAY, BERLIN):%d %H:%M}" == "30 03:30"
    assert f"{end_after(began, '2330', MONDAY, BERLIN):%d %H:%M}" == "29 23:30"


@pytest.mark.parametrize(
    "typed", ["24.12.", "24/12", "12/24", "24-12", "24.12", "dec 24", "24 dec", "24th of december"]
)
def test_a_day_without_a_year_is_the_nearest_however_it_is_written(typed):
    with pytest.raises(RefusedError) as refused:
        parse_day(typed, MONDAY, BERLIN)
    assert str(refused.value) == (
        f'"{typed}" is 2026-12-24, which is still to come. If you mean last year, type '
        '"2025-12-24".'
    )
    assert refused.value.instead == "2025-12-24"


def test_this_year_is_called_so():
    assert refusal_of("5 march") == (
        "is 2027-03-05 12:00, which is still to come. If you mean this year, type "
        '"2026-03-05 12:00".'
    )


def test_a_day_to_come_is_offered_only_where_a_visit_may_be_planned():
    with pytest.raises(NotUnderstoodError) as refused:
        parse_day("5.12.", MONDAY, BERLIN, A_VISIT)
    assert str(refused.value).endswith(
        "in several ways. Write the year first: 2027-05-12 (still to come), 2026-12-05 (still to "
        "come), 2026-05-12 or 2025-12-05."
    )
    assert refusal_of("5.12.").endswith("Write the year first: 2026-05-12 or 2025-12-05.")


def test_numbers_in_words_are_lengths_too():
    assert parse_duration("ten mins") == parse_duration("10 min")
    assert parse_duration("an hour and a half") == parse_duration("90 min")
    assert parse_duration("1 hour 30") == parse_duration("90 min")
    assert parse_duration("twenty five minutes") == parse_duration("25 min")


NUMBERS = st.integers(0, 60).map(str) | st.sampled_from(
    ["05", "07", "2026", "1930", "2.5", "24.12."]
)
WORDS = st.sampled_from(
    [
        *("h", "hours", "min", "minutes", "days", "weeks", "ago", "at", "am", "pm", "of", "the"),
        *("yesterday", "today", "monday", "last friday", "evening", "night", "before", "to", "and"),
        *("mar", "5 dec", "2026-03-05", "21:30", "9pm", "3/4", "half", "a", "-", ":", ".", ","),
    ]
)


def outcome(text):
    try:
        return parse_when(text, MONDAY, BERLIN)
    except PainlogError:
        return None


@limits(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(NUMBERS | WORDS, st.sampled_from([" ", " ", ""])), min_size=1, max_size=6)
)
def test_no_number_that_was_typed_is_dropped(parts):
    text = "".join(part + space for part, space in parts)
    moment = outcome(text)
    if moment is None:
        return
    for number in re.finditer(r"\d+", text):
        others = [
            outcome(f"{text[: number.start()]}{other:0{len(number[0])}}{text[number.end() :]}")
            for other in (*range(60), 2020, 2024, 1999)
            if other != int(number[0])
        ]
        read_too = [other for other in others if other]
        # If every other number in its place means the same moment, it was not read at all.
        assert not read_too or any(other != moment for other in read_too), (text, number[0])
