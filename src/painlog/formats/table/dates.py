"""Find the date format of a column from all of its values, and read dates in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache
from math import floor

from painlog.errors import RefusedError, UsageError
from painlog.formats.table.date_words import (
    in_english,
    is_weekday,
    short_names,
    weekday_said,
    without_ending,
)
from painlog.model.short_year import in_its_century
from painlog.model.when import EARLIEST_YEAR, parse_iso
from painlog.model.zones import in_zone

EXCEL, UNIX = "excel", "unix"
# Formats of times that are numbers, and what they count.
COUNTED = {
    EXCEL: "the days that a spreadsheet counts",
    UNIX: "seconds, or thousandths, since 1970",
}
_NUMBER = re.compile(r"[0-9]{1,14}(?:[.,][0-9]{1,20})?")
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no zone
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_A_DAY = 24 * 60 * 60
# Numbers from here on are milliseconds: as such they begin in 1973, as seconds in the year 5138.
_THOUSANDTHS = 10**11
# Numbers that a guess takes for times: days from 1970 to 2173, seconds from 2001 to 2286.
_LIKELY = ((EXCEL, range(25_569, 100_000)), (UNIX, range(10**9, 10**10)))
_LIKELY_THOUSANDTHS = range(10**12, 10**13)

_WORD = r"[^\W\d_]{3,}"
_SHAPE = re.compile(
    rf"""
    (?:(?P<weekday>[^\W\d_]{{2,}})(?P<after_weekday>\.?,?\ ))?
    (?P<a>\d{{4}}|\d{{1,2}}|{_WORD})(?P<s1>\.\ |[./ -])
    (?P<b>\d{{1,2}}|{_WORD})(?P<s2>\.?,?\ |[./-])
    (?P<c>\d{{4}}|\d{{1,2}})
    (?:(?P<gap>,?\ (?:at\ )?|T)(?P<hour>\d{{1,2}})(?:(?P<s3>[:.h])\d\d(?P<seconds>(?P=s3)\d\d)?)?
    (?P<half>\ ?[ap]\.?\ ?m\.?)?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARTS = {
    "d": "day",
    "m": "month",
    "b": "month",
    "B": "month",
    "y": "year",
    "Y": "year",
    "a": "weekday",
    "A": "weekday",
    "H": "hour",
    "I": "hour",
    "M": "minute",
    "S": "second",
    "p": "am/pm",
}
_AN_ISO_DATE = (datetime(2026, 11, 12), "2026-11-12")  # noqa: DTZ001 - any that can be misread
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"


@dataclass(frozen=True, slots=True)
class DateFormat:
    """The only date format that fits, and the value that shows it, with its line.

    `beside_iso` says that there are dates in ISO 8601 as well, which need no format. `unread` is
    the first date that is written in another way, and so is not read.
    """

    format: str
    line: int
    text: str
    beside_iso: bool = False
    unread: tuple[int, str] | None = None


class WrongWeekdayError(ValueError):
    """A date names a weekday on which it is not."""

    def __init__(self, text: str, moment: datetime) -> None:
        super().__init__(f'"{text}" names the wrong weekday: {moment:%Y-%m-%d} is a {moment:%A}')


def is_iso(text: str) -> bool:
    """Return whether a text is a date or time as painlog itself writes it."""
    try:
        parse_iso(text.strip())
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1024)
def possible_formats(text: str) -> tuple[str, ...]:
    """Return the strptime formats in which a date can be read, day first before month first."""
    if counted := counted_format(text.strip()):
        return (counted,)
    found = _SHAPE.fullmatch(without_ending(" ".join(text.split())))
    if not found or (found["weekday"] and not is_weekday(found["weekday"])):
        return ()
    weekday = _name(found["weekday"], "%a", "%A") + (found["after_weekday"] or "")
    parts = [f"{weekday}{{}}{found['s1']}{{}}{found['s2']}{{}}{_clock(found)}"]
    orders = _orders(found["a"], found["b"], found["c"], found["s1"])
    return tuple(parts[0].format(*order) for order in orders)


def order_of(format_: str) -> str:
    """Say whether a format has the day, month or year first, or what it counts."""
    if format_ in COUNTED:
        return COUNTED[format_]
    for letter in re.findall(r"%([A-Za-z])", format_):
        if letter in "dmbByY":
            return {"d": DAY_FIRST, "y": YEAR_FIRST, "Y": YEAR_FIRST}.get(letter, MONTH_FIRST)
    return ""


def in_words(format_: str) -> str:
    """Return how a format writes a date, for a person: "day/month/year" of "%d/%m/%y"."""
    if format_ in COUNTED:
        return f"as {COUNTED[format_]}"
    return re.sub(r"%([A-Za-z])", lambda found: _PARTS.get(found[1], found[0]), format_)


def day_part(format_: str) -> str:
    """Return the part of a format from the first of day, month and year to the last; "" for none.

    Without a weekday and a time of day: "%d.%m.%Y" of "%a, %d.%m.%Y %H:%M".
    """
    found = re.search(r"%[dmbByY].*%[dmbByY]", format_)
    return found[0] if found else ""


def formats_like(text: str, format_: str) -> Iterator[str]:
    """Yield a format, then those of a text that differ from it in the weekday and the clock."""
    yield format_
    if day := day_part(format_):
        yield from (f for f in possible_formats(text) if f != format_ and day_part(f) == day)


def says_clock(format_: str) -> bool:
    """Return whether a format has a time of day."""
    return format_ in COUNTED or any(f"%{letter}" in format_ for letter in "HITXcrR")


def found_format(values: Iterable[tuple[int, str]], today: date) -> DateFormat | None:
    """Return the only format in which the dates of a column can be read; None if none is known.

    Dates in ISO 8601 need no format: the cells of a spreadsheet, or rows that were added later. A
    reading before 1900 or after tomorrow could not be stored. It counts only where nothing else
    tells the format.

    Args:
        values: The line and the text of each date.
        today: The present day.

    Raises:
        RefusedError: if two formats fit all of them, or some dates fit only one and others only
            another.
    """
    seen = _Seen(today)
    for line, text in values:
        if is_iso(text):
            seen.beside_iso = True
        else:
            seen.add(line, text)
    alone = seen.alone or seen.told
    if len(alone) > 1:
        raise RefusedError(_mixed(alone))
    if seen.doubt and not alone:
        raise RefusedError(_undecided(*seen.doubt, seen.formats, today))
    return next(
        (
            DateFormat(format_, *where, seen.beside_iso, seen.unread.get(format_))
            for format_, where in (alone or seen.fits).items()
        ),
        None,
    )


@dataclass(slots=True)
class _Seen:
    """What the dates of a column say about their format.

    Each mapping has the first date of its kind, by format: `alone`, those that only this format
    reads; `told`, the same where the day may be one that cannot be stored; `fits`, those that it
    reads; `unread`, those that it does not read. `doubt` is the first with several readings.
    """

    today: date
    formats: tuple[str, ...] = ()
    alone: dict[str, tuple[int, str]] = field(default_factory=dict)
    told: dict[str, tuple[int, str]] = field(default_factory=dict)
    fits: dict[str, tuple[int, str]] = field(default_factory=dict)
    unread: dict[str, tuple[int, str]] = field(default_factory=dict)
    doubt: tuple[int, str] | None = None
    beside_iso: bool = False

    def add(self, line: int, text: str) -> None:
        self.formats = self.formats or possible_formats(text)
        readings = _readings(text, self.formats, self.today)
        days = _storable(readings, self.today)
        for format_ in days:
            self.fits.setdefault(format_, (line, text))
        if len(readings) == 1:
            self.told.setdefault(next(iter(readings)), (line, text))
        if len(days) == 1:
            self.alone.setdefault(next(iter(days)), (line, text))
        elif len(set(days.values())) > 1:
            self.doubt = self.doubt or (line, text)
        if len(readings) < len(self.formats) and possible_formats(text):
            for format_ in self.formats:
                if format_ not in readings:
                    self.unread.setdefault(format_, (line, text))


def misreads_iso(format_: str) -> bool:
    """Tell whether a format reads a date in ISO 8601 as another day, as %Y-%d-%m does."""
    meant, text = _AN_ISO_DATE
    try:
        return read_date(text, format_, meant.date()) != meant
    except ValueError:
        return False


def read_date(text: str, format_: str, today: date, zone: tzinfo | None = None) -> datetime:
    """Read a date or time in a format; names of months and days may be in any known language.

    Args:
        text: As written.
        format_: As in strptime, or one of `COUNTED`.
        today: The present day, which says the century of a year in two digits.
        zone: The time zone of the person; None is the machine's.

    Returns:
        A time with an offset if the format has one, or counts seconds.

    Raises:
        ValueError: if it is not in that format; WrongWeekdayError if its weekday is another one.
    """
    if format_ in COUNTED:
        return _counted(text, format_, zone)
    try:
        moment = datetime.strptime(text, format_)  # noqa: DTZ007 - as it is written
    except ValueError:
        try:
            moment = datetime.strptime(in_english(text, format_), short_names(format_))  # noqa: DTZ007
        except re.error:
            # "%A, %a": now the same name twice.
            raise ValueError(text) from None
    if "%y" in format_:
        of_2000 = moment.date().replace(year=2000 + moment.year % 100)
        moment = datetime.combine(in_its_century(of_2000, today), moment.timetz())
    said = weekday_said(text, format_)
    if said not in (None, moment.weekday()):
        raise WrongWeekdayError(text, moment)
    return moment


def counted_format(text: str) -> str:
    """Return the format of a number that is likely a time; "" if it is not."""
    if not _NUMBER.fullmatch(text) or text.startswith("0"):
        return ""
    whole = int(re.split("[.,]", text)[0])
    if whole in _LIKELY_THOUSANDTHS:
        return UNIX
    return next((format_ for format_, likely in _LIKELY if whole in likely), "")


def checked_format(text: str) -> str:
    """Return a format that a person typed, "" for none.

    Raises:
        UsageError: if it does not say day, month and year.
    """
    if text.strip().casefold() in COUNTED:
        return text.strip().casefold()
    if not text:
        return ""
    moment = datetime(2026, 3, 25, tzinfo=UTC)  # any day whose parts all differ
    again = None
    # A part that is there twice makes a pattern that `re` refuses.
    with suppress(ValueError, re.error):
        written = moment.strftime(text)
        if written != moment.replace(year=2025).strftime(text):
            # Without a year, Python warns and assumes one.
            again = datetime.strptime(written, text)  # noqa: DTZ007 - as it is written
    if again is None or again.date() != moment.date():
        raise UsageError(
            f'"{text}" does not say day, month and year. Write it as in: '
            "--date-format %d/%m/%Y for 25/03/2026, %m/%d/%Y for 03/25/2026, "
            '"%d.%m.%Y %H:%M" for 25.03.2026 21:30; or excel for the days that a spreadsheet '
            "counts, unix for seconds since 1970."
        )
    return text


@lru_cache(maxsize=1024)
def _day(text: str, format_: str, today: date) -> date | None:
    for like in formats_like(text, format_):
        try:
            return read_date(text, like, today).date()
        except WrongWeekdayError:
            return None
        except ValueError:
            continue
    return None


def _readings(text: str, formats: Sequence[str], today: date) -> dict[str, date]:
    return {f: day for f in formats if (day := _day(text.strip(), f, today)) is not None}


def _storable(days: dict[str, date], today: date) -> dict[str, date]:
    latest = today + timedelta(days=1)
    return {f: day for f, day in days.items() if day.year >= EARLIEST_YEAR and day <= latest}


def _orders(a: str, b: str, c: str, sign: str) -> list[tuple[str, str, str]]:
    year = "%Y" if len(c) == 4 else "%y"
    if len(a) == 4 and a.isdigit():
        return [("%Y", _name(b, "%b", "%B") or "%m", "%d")] if len(c) < 4 else []
    if not c.isdigit() or len(c) not in (2, 4):
        return []
    if not a.isdigit():
        return [(_name(a, "%b", "%B"), "%d", year)] if b.isdigit() else []
    if not b.isdigit():
        return [("%d", _name(b, "%b", "%B"), year)]
    either = [("%d", "%m", year), ("%m", "%d", year)]
    # As in ISO 8601, but short: "26-03-05".
    return [*either, ("%y", "%m", "%d")] if sign == "-" and year == "%y" else either


def _name(text: str | None, short: str, whole: str) -> str:
    if not text or text.isdigit():
        return ""
    return short if len(text) <= 3 else whole


def _clock(found: re.Match[str]) -> str:
    if found["hour"] is None:
        return ""
    sign = found["s3"] or ""
    minutes = f"{sign}%M" if sign else ""
    seconds = f"{sign}%S" if found["seconds"] else ""
    half = found["half"] or ""
    hour = "%I" if half else "%H"
    half = f"{half[: len(half) - len(half.lstrip())]}%p" if half else ""
    return f"{found['gap']}{hour}{minutes}{seconds}{half}"


def _mixed(alone: dict[str, tuple[int, str]]) -> str:
    said = " and ".join(
        f'"{text}" (line {line}) can only be {order_of(format_)}'
        for format_, (line, text) in alone.items()
    )
    options = " or ".join(f'--date-format "{format_}"' for format_ in alone)
    return (
        f"The dates are in two formats: {said}. Correct the file, or say which format counts with "
        f"{options}."
    )


def _undecided(line: int, text: str, formats: Sequence[str], today: date) -> str:
    readings = _storable(_readings(text, formats, today), today)
    days = " or ".join(f"{day.day} {day:%B %Y}" for day in readings.values())
    options = " or ".join(f'--date-format "{f}" ({order_of(f)})' for f in readings)
    return (
        f'"{text}" (line {line}) can be {days}, and no date written like it shows which. '
        f"Say which is meant: {options}."
    )


def _counted(text: str, format_: str, zone: tzinfo | None) -> datetime:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    number = Fraction(text.replace(",", "."))
    try:
        if format_ == EXCEL:
            return _DAY_ZERO + timedelta(seconds=round(number * _A_DAY))
        seconds = number / 1000 if number >= _THOUSANDTHS else number
        return in_zone(_EPOCH + timedelta(seconds=floor(seconds)), zone)
    except OverflowError:
        raise ValueError(text) from None
