"""Local time on a system that knows it from 1970 on only, as Windows."""

from datetime import UTC, datetime, timedelta

import pytest

from painlog.model import zones
from painlog.model.when import at_local, moved, offset_elsewhere, parse_when

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Forgetful(datetime):
    """A time whose system tells nothing of local time before 1970 and after 3000."""

    def astimezone(self, tz=None):
        found = super().astimezone(tz)
        if tz is None and (found < BEGINNING or found.year > 3000):
            raise OSError(22, "Invalid argument")
        return found


def test_the_rule_of_later_years_tells_the_offset():
    for moment, offset in (
        (Forgetful(1965, 7, 1, 12), 2),
        (Forgetful(1965, 1, 1, 12), 1),
        (Forgetful(1904, 2, 29, 12), 1),
        (Forgetful(1970, 1, 1, 0, 30), 1),
        (Forgetful(1990, 7, 1, 12), 2),
    ):
        here = zones.in_zone(moment)
        assert here.replace(tzinfo=None) == moment.replace(tzinfo=None)
        assert here.utcoffset() == timedelta(hours=offset), moment


def test_a_moment_is_the_same_in_another_zone():
    moment = Forgetful(1965, 7, 1, 12, tzinfo=UTC)
    here = zones.in_zone(moment)
    assert here == moment
    assert here.hour == 14
    assert zones.in_zone(moment, UTC).hour == 12


def test_what_lies_too_far_ahead_is_no_time():
    with pytest.raises(OverflowError):
        zones.in_zone(Forgetful(3500, 1, 1))


def test_people_may_write_of_a_year_before(monkeypatch):
    monkeypatch.setattr("painlog.model.when.datetime", Forgetful)
    now = Forgetful(2026, 3, 31, 21, tzinfo=UTC)
    assert parse_when("1965-07-01 12:00", now).isoformat() == "1965-07-01T12:00:00+02:00"
    assert at_local(Forgetful(1930, 1, 5, 8)).isoformat() == "1930-01-05T08:00:00+01:00"
    then = Forgetful(1965, 7, 1, 12, tzinfo=UTC)
    assert offset_elsewhere(then) is UTC
    assert moved(then, timedelta(hours=1)) == then + timedelta(hours=1)
