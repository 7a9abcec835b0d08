"""How long something lasted, in the ways in which tables write it."""

from datetime import timedelta

import pytest

from painlog.errors import NotUnderstoodError
from painlog.formats.table.durations import read_duration, unit_called, unit_in


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("3h 20m", "", 200),
        ("3h20m", "", 200),
        ("1h30", "", 90),
        ("2:30", "", 150),
        ("2:30", "hours", 150),
        ("02:30:00", "", 150),
        ("04h 00m", "", 240),
        ("2d 03h 00m", "", 51 * 60),
        ("1 day, 2:30:00", "", 26.5 * 60),
        ("90 min", "", 90),
        ("1.5 hours", "", 90),
        ("1,5 Std.", "", 90),
        ("2 hours and 5 minutes", "", 125),
        ("2 Stunden und 5 Minuten", "", 125),
        ("PT3H20M", "", 200),
        ("P1DT2H", "", 26 * 60),
        ("45", "minutes", 45),
        ("2.5", "hours", 150),
        ("0.083333333333333333", "hours", 5),
        ("0", "hours", 0),
    ],
)
def test_a_length_of_time_is_read(text, unit, minutes):
    assert read_duration(text, unit) == timedelta(minutes=minutes)


def test_a_number_without_a_unit_is_never_guessed():
    with pytest.raises(NotUnderstoodError) as asked:
        read_duration("90", "")
    assert str(asked.value).endswith("--unit lasted=hours")


@pytest.mark.parametrize("text", ["all day", "2:75", "3x", "P", "-2h", "2h or so", "2:30 pm"])
def test_what_is_no_length_of_time_says_so(text):
    with pytest.raises(NotUnderstoodError):
        read_duration(text, "hours")


def test_minutes_and_seconds_are_not_taken_for_hours_and_minutes():
    with pytest.raises(NotUnderstoodError):
        read_duration("2:30", "minutes")


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Duration (h)", "hours"),
        ("Duration [min]", "minutes"),
        ("duration_minutes", "minutes"),
        ("Dauer in Stunden", "hours"),
        ("Duration (h:mm)", ""),
        ("Duration", ""),
        ("Hours or minutes", ""),
    ],
)
def test_a_heading_may_say_the_unit(heading, unit):
    assert unit_in(heading) == unit


def test_a_unit_is_known_by_its_names():
    assert [unit_called(t) for t in ("h", "Minutes", "mg")] == ["hours", "minutes", ""]
