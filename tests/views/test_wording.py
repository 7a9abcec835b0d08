"""How days, numbers, changes and stored texts are written."""

from datetime import UTC, date, datetime, timedelta

import pytest

from painlog.views.wording import (
    change,
    change_against,
    count,
    day,
    duration,
    listed,
    moment,
    points,
    printable,
    printable_lines,
    short_day,
    shortened,
    signed,
    size,
    times,
    titled,
)


def test_days_and_times():
    assert day(date(2026, 3, 1)) == "Sun 1 Mar 2026"
    assert short_day(date(2026, 3, 1), date(2026, 12, 31)) == "1 Mar"
    assert short_day(date(2025, 3, 1), date(2026, 12, 31)) == "1 Mar 2025"
    at = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    assert moment(at) == moment(at, timedelta(0)) == "Sun 1 Mar 2026, 09:05"
    assert moment(at, timedelta(hours=1)) == "Sun 1 Mar 2026, 09:05 (UTC+00:00)"


def test_numbers():
    assert (count(1, "day"), count(1_000, "day")) == ("1 day", "1,000 days")
    assert count(2, "entry", "entries") == "2 entries"
    assert (size(1), size(20_000), size(20_000_000)) == ("1 KiB", "20 KiB", "19.1 MiB")
    assert (points(5.25), points(2.75), points(None)) == ("5.3", "2.8", "-")
    # The nearest number that a computer has is a little less than a half.
    assert (points(1.15), signed(-1.15), points(1.1499)) == ("1.2", "-1.2", "1.1")
    assert (signed(-0.04), signed(0.3), signed(-37.2, 0)) == ("0.0", "+0.3", "-37")


def test_lists():
    assert [listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_stored_text_is_one_line_or_its_own_lines():
    assert printable("one\ntwo\x1b[1m") == "one / two<001B>[1m"
    assert printable_lines("one\n\ttwo") == ["one", " two"]


@pytest.mark.parametrize(
    ("value", "alone", "against"),
    [
        (0.0, "no change", "the same as the 7 before"),
        (-0.04, "no change", "the same as the 7 before"),
        (-0.4, "0.4 points less", "0.4 points less than the 7 before"),
        (1.0, "1.0 point more", "1.0 point more than the 7 before"),
    ],
)
def test_a_change_alone_and_against_something(value, alone, against):
    assert change(value) == alone
    assert change_against(value, "the 7 before") == against


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d⚕️ 🏳️\u200d🌈 👨🏽\u200d🦽",
        "می\u200cخواهم",
        "ක්\u200dෂ",
    ],
)
def test_what_holds_letters_together_stays_between_them(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("he\u200del", "he<200D>el"),
        ("\u200c\u0645", "<200C>\u0645"),
        ("\u0645\u200c", "\u0645<200C>"),
        ("👩\u200d\u200d⚕", "👩<200D><200D>⚕"),
        ("a\ufdd0b", "a<FDD0>b"),
    ],
)
def test_elsewhere_what_cannot_be_seen_is_named(text, shown):
    assert printable(text) == shown


def test_a_very_long_text_loses_its_middle():
    assert shortened("x" * 2000) == "x" * 2000
    assert shortened("a" * 1500 + "b" * 1500) == "a" * 1000 + " […] " + "b" * 1000


def test_a_stored_name_begins_a_sentence_and_steers_nothing():
    assert titled("left heel\x1b[1m") == "Left heel<001B>[1m"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(minutes=45), "45 min"),
        (timedelta(0), "0 min"),
        (timedelta(hours=5, minutes=30), "5 h 30 min"),
        (timedelta(hours=26), "26 h"),
        (timedelta(hours=72), "3 days"),
        (timedelta(hours=60), "2.5 days"),
    ],
)
def test_a_length_of_time_in_words(length, words):
    assert duration(length) == words


def test_how_often_in_words():
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
