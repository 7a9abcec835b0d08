"""How the dates of a column are written, told from all of its values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from painlog.errors import RefusedError
from painlog.formats.table.written import COUNTED, counted_format, read_date
from painlog.model.when import EARLIEST_YEAR, parse_iso

_WORD = r"[^\W\d_]{3,}"
_SHAPE = re.compile(
    rf"""
    (?P<weekday>{_WORD})?(?P<after_weekday>\.?,?\ )?
    (?P<a>\d{{4}}|\d{{1,2}}|{_WORD})(?P<s1>\.\ |[./ -])
    (?P<b>\d{{1,2}}|{_WORD})(?P<s2>\.?,?\ |[./-])
    (?P<c>\d{{4}}|\d{{1,2}})
    (?:(?P<gap>,?\ (?:at\ )?|T)(?P<hour>\d{{1,2}})(?:(?P<s3>[:.h])\d\d(?P<seconds>(?P=s3)\d\d)?)?
    (?P<half>\ ?[ap]\.?\ ?m\.?)?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"


@dataclass(frozen=True, slots=True)
class Found:
    """A format that alone fits, and a value that shows it."""

    format: str
    line: int
    text: str


def is_iso(text: str) -> bool:
    """Whether a text is a date or time as painlog itself writes it."""
    try:
        parse_iso(text.strip())
    except ValueError:
        return False
    return True


def possible_formats(text: str) -> tuple[str, ...]:
    """The strptime formats in which a date can be read, day first before month first."""
    if counted := counted_format(text.strip()):
        return (counted,)
    found = _SHAPE.fullmatch(" ".join(text.split()))
    if not found or bool(found["weekday"]) != bool(found["after_weekday"]):
        return ()
    weekday = _name(found["weekday"], "%a", "%A") + (found["after_weekday"] or "")
    parts = [f"{weekday}{{}}{found['s1']}{{}}{found['s2']}{{}}{_clock(found)}"]
    orders = _orders(found["a"], found["b"], found["c"], found["s1"])
    return tuple(parts[0].format(*order) for order in orders)


def order_of(format_: str) -> str:
    """Whether the day, the month or the year stands first in a format, or what it counts."""
    if format_ in COUNTED:
        return COUNTED[format_]
    for letter in re.findall(r"%([A-Za-z])", format_):
        if letter in "dmbByY":
            return {"d": DAY_FIRST, "y": YEAR_FIRST, "Y": YEAR_FIRST}.get(letter, MONTH_FIRST)
    return ""


def says_clock(format_: str) -> bool:
    """Whether a format has a time of day."""
    return format_ in COUNTED or any(f"%{letter}" in format_ for letter in "HITXcrR")


def found_format(values: Iterable[tuple[int, str]], today: date) -> Found | None:
    """The one format in which the dates of a column can be read; None where none is known.

    A reading before 1900 or after tomorrow does not count, as it could not be stored.

    Args:
        values: The line and the text of each.
        today: The present day.

    Raises:
        RefusedError: if two fit all of them, or some fit only one and some only the other.
    """
    formats: tuple[str, ...] = ()
    alone: dict[str, tuple[int, str]] = {}
    doubt: tuple[int, str] | None = None
    fits: dict[str, tuple[int, str]] = {}
    for line, text in values:
        if not formats and not is_iso(text):
            formats = possible_formats(text)
        days = _readings(text, formats, today)
        for format_ in days:
            fits.setdefault(format_, (line, text))
        if len(days) == 1:
            alone.setdefault(next(iter(days)), (line, text))
        elif len(set(days.values())) > 1:
            doubt = doubt or (line, text)
    if len(alone) > 1:
        raise RefusedError(_mixed(alone))
    if alone:
        format_, (line, text) = next(iter(alone.items()))
        return Found(format_, line, text)
    if doubt:
        raise RefusedError(_undecided(*doubt, formats, today))
    return next((Found(f, *where) for f, where in fits.items()), None)


@lru_cache(maxsize=1024)
def _day(text: str, format_: str) -> date | None:
    try:
        return read_date(text, format_).date()
    except ValueError:
        return None


def _readings(text: str, formats: Sequence[str], today: date) -> dict[str, date]:
    days = {f: day for f in formats if (day := _day(text.strip(), f)) is not None}
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
    return short if len(text) == 3 else whole


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
        f"The dates are not all written in one way: {said}. Mend the file, or say which is meant "
        f"with {options}."
    )


def _undecided(line: int, text: str, formats: Sequence[str], today: date) -> str:
    readings = _readings(text, formats, today)
    days = " or ".join(f"{day.day} {day:%B %Y}" for day in readings.values())
    options = " or ".join(f'--date-format "{f}" ({order_of(f)})' for f in readings)
    return (
        f'"{text}" (line {line}) can be {days}, and no date of this file tells which. '
        f"Say which is meant: {options}."
    )
