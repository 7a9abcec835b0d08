"""How long something lasted and when it ended, as people write it."""

from datetime import datetime, timedelta

import pytest

from conftest import BERLIN, NOW
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError, UsageError
from painlog.model.duration import Span, end_after, latest_before, parse_duration, span_of


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def span(began=None, **said):
    return span_of(NOW, began and at(began), zone=BERLIN, **said)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3h", 3),
        ("3 h", 3),
        ("3 hours", 3),
        ("90 min", 1.5),
        ("90min", 1.5),
        ("45m", 0.75),
        ("3h30", 3.5),
        ("3:30", 3.5),
        ("3 h 30 min", 3.5),
        ("3 hours and 30 minutes", 3.5),
        ("1 hour, 15 minutes", 1.25),
        ("1.5 hours", 1.5),
        ("1,5h", 1.5),
        ("half an hour", 0.5),
        ("an hour", 1),
        ("2 days", 48),
        ("2d", 48),
        ("1 day 6 hours", 30),
        ("a week", 168),
    ],
)
def test_a_length_of_time_is_read_as_people_write_it(text, hours):
    assert parse_duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "3", "long", "3 apples", "until 5", "3h at most", "h", "-3h"])
def test_what_is_no_length_is_not_understood(text):
    with pytest.raises(NotUnderstoodError, match='Write it as in "3h", "3h30", "90 min"'):
        parse_duration(text)


@pytest.mark.parametrize("text", ["0h", "0 min", "400 days", "9999 weeks"])
def test_a_length_that_no_attack_has_is_refused(text):
    with pytest.raises(RefusedError, match="is not how long an attack lasts"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("began", "said", "expected"),
    [
        (None, {}, (NOW, None)),
        ("2026-03-31 09:00", {}, ("2026-03-31 09:00", None)),
        (None, {"lasted": "3h"}, ("2026-03-31 18:00", "2026-03-31 21:00")),
        (None, {"lasted": "3h", "until": "17:30"}, ("2026-03-31 14:30", "2026-03-31 17:30")),
        ("2026-03-31 09:00", {"lasted": "3h30"}, ("2026-03-31 09:00", "2026-03-31 12:30")),
        ("2026-03-31 09:00", {"until": "17:30"}, ("2026-03-31 09:00", "2026-03-31 17:30")),
        # A time of day is the first one after the beginning.
        ("2026-03-29 22:00", {"until": "6 am"}, ("2026-03-29 22:00", "2026-03-30 06:00")),
        ("2026-03-29 09:00", {"until": "17:30"}, ("2026-03-29 09:00", "2026-03-29 17:30")),
        ("2026-03-29 09:00", {"until": "yesterday 8:00"}, ("2026-03-29 09:00", "2026-03-30 08:00")),
        ("2026-03-29 09:00", {"until": "now"}, ("2026-03-29 09:00", NOW)),
        # The clocks went forward on 29 March at 02:00.
        ("2026-03-28 23:00", {"lasted": "5h"}, ("2026-03-28 23:00", "2026-03-29 05:00")),
    ],
)
def test_two_of_beginning_length_and_end_give_the_third(began, said, expected):
    first, last = (at(t) if isinstance(t, str) else t for t in expected)
    assert span(began, **said) == Span(first, last)


@pytest.mark.parametrize(
    ("began", "said", "error", "sentence"),
    [
        (None, {"until": "17:30"}, UsageError, "--until says when it ended, but nothing"),
        ("2026-03-31 09:00", {"lasted": "1h", "until": "10:00"}, UsageError, "--from, --lasted"),
        ("2026-03-31 20:00", {"lasted": "3h"}, RefusedError, "It would have lasted until 2026-03"),
        ("2026-03-31 09:00", {"until": "08:00"}, RefusedError, '"08:00" is 2026-04-01 08:00, whi'),
        ("2026-03-31 09:00", {"until": "23:00"}, RefusedError, '"23:00" is 2026-03-31 23:00, whi'),
        (
            "2026-03-31 09:00",
            {"until": "yesterday"},
            RefusedError,
            '"yesterday" is 2026-03-30 12:00, which is before it began, at 2026-03-31 09:00. '
            "Give a later end.",
        ),
        ("2025-03-01 09:00", {"until": "now"}, RefusedError, "From 2025-03-01 to 2026-03-31 is ov"),
        ("2026-03-31 09:00", {"until": "soon"}, NotUnderstoodError, '"soon" is not a time'),
    ],
)
def test_an_end_that_cannot_be_is_refused(began, said, error, sentence):
    with pytest.raises(error) as refused:
        span(began, **said)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize("said", [{"until": "23:00"}, {"lasted": "14h"}])
def test_an_end_that_is_still_to_come_is_answered_with_now(said):
    with pytest.raises(RefusedError) as refused:
        span("2026-03-31 09:00", **said)
    assert str(refused.value).endswith(
        'which is still to come. Give an end up to now, such as "--until now"; or give none yet, '
        "and when it is over type: painlog over"
    )
    assert span("2026-03-31 09:00", until="now").until == NOW


def test_a_time_of_day_that_is_still_to_come_was_yesterday():
    assert latest_before("17:30", NOW, BERLIN) == at("2026-03-31 17:30")
    assert latest_before("23:30", NOW, BERLIN) == at("2026-03-30 23:30")
    assert latest_before("yesterday 8:00", NOW, BERLIN) == at("2026-03-30 08:00")
    with pytest.raises(PainlogError, match="still to come"):
        latest_before("tomorrow", NOW, BERLIN)


def test_a_beginning_elsewhere_keeps_its_offset():
    began = datetime.fromisoformat("2026-03-31T09:00+09:00")
    assert str(span_of(NOW, began, lasted="1h", zone=BERLIN).until) == "2026-03-31 10:00:00+09:00"
    assert end_after(began, "2026-03-31T11:00+09:00", NOW, BERLIN).hour == 11
