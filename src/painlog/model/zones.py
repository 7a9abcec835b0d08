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


def same_time_again(moment: datetime, zone: tzinfo | None = None) -> datetime | None:
    """Return the other moment at which a clock in a zone showed the same time.

    Clocks that are put back show an hour twice. For every other moment this is None, and for one
    that was written with the offset of another place.
    """
    naive = moment.replace(tzinfo=None)
    try:
        first, second = (in_zone(naive.replace(fold=fold), zone) for fold in (0, 1))
    except (OverflowError, ValueError):
        return None
    # Where the clocks skipped a time, its first reading has the smaller offset.
    if second - first <= timedelta(0) or moment not in (first, second):
        return None
    other = second if moment == first else first
    return other.replace(tzinfo=timezone(other.utcoffset() or timedelta()), fold=0)


def _offset_of_later(moment: datetime) -> timedelta:
    if moment.year >= _FIRST_KNOWN:
        raise OverflowError(moment)
    cycles = -((moment.year - _FIRST_KNOWN) // _CYCLE)
    later = moment.replace(year=moment.year + cycles * _CYCLE).astimezone()
    return later.utcoffset() or timedelta()
