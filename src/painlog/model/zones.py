"""The offset of a moment in a time zone, also for years in which the system knows none.

Windows knows local time only from 1970 on. For an earlier moment painlog asks for the same day of a
later year with the same calendar: Windows uses today's rule for every year anyway.
"""

from datetime import datetime, timedelta, timezone, tzinfo

_FIRST_KNOWN = 1971
# After this many years a calendar repeats, weekdays and leap days alike, from 1901 to 2099.
_CYCLE = 28


def in_zone(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """Return a moment as a clock in a zone shows it.

    Args:
        moment: With an offset; without one, the time that the machine's clock shows.
        zone: None for the machine's.

    Raises:
        OverflowError: if it is at the very end of the calendar, or the system does not go so far.
        ValueError: likewise.
    """
    try:
        return moment.astimezone(zone)
    except OSError:
        offset = timezone(_offset_of_later(moment))
    return moment.astimezone(offset) if moment.tzinfo else moment.replace(tzinfo=offset)


def _offset_of_later(moment: datetime) -> timedelta:
    if moment.year >= _FIRST_KNOWN:
        raise OverflowError(moment)
    cycles = -((moment.year - _FIRST_KNOWN) // _CYCLE)
    later = moment.replace(year=moment.year + cycles * _CYCLE).astimezone()
    return later.utcoffset() or timedelta()
