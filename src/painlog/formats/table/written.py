"""Dates in the forms that Python's own reading does not know: month names, counted days, "p.m."."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache
from math import floor

from painlog.formats.table.titles import plain

EXCEL, UNIX = "excel", "unix"
# Formats of moments that are numbers, and what they count.
COUNTED = {
    EXCEL: "the days that a spreadsheet counts",
    UNIX: "seconds, or thousandths, since 1970",
}
_NUMBER = re.compile(r"[0-9]{1,14}(?:[.,][0-9]{1,10})?")
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no place
_A_DAY = 24 * 60 * 60
# A day in thousandths of seconds is as great as this from 1973 on; in seconds, from the year 5138.
_THOUSANDTHS = 10**11
# Numbers that a guess takes for moments: days from 1970 to 2173, seconds from 2001 to 2286.
_LIKELY = ((EXCEL, range(25_569, 100_000)), (UNIX, range(10**9, 10**10)))
_LIKELY_THOUSANDTHS = range(10**12, 10**13)

# English; German; French; Spanish; Dutch.
_WORDS = {
    "Jan": "jan january; januar jaenner; janvier janv; enero ene; januari",
    "Feb": "feb february; februar; fevrier fevr fev; febrero; februari",
    "Mar": "mar march; maerz mrz; mars; marzo; maart mrt",
    "Apr": "apr april; avril avr; abril abr",
    "May": "may; mai; mayo; mei",
    "Jun": "jun june; juni; juin; junio",
    "Jul": "jul july; juli; juillet juil; julio",
    "Aug": "aug august; aout; agosto ago; augustus",
    "Sep": "sep sept september; septembre; septiembre",
    "Oct": "oct october; oktober okt; octobre; octubre",
    "Nov": "nov november; novembre; noviembre",
    "Dec": "dec december; dezember dez; decembre; diciembre dic",
    "Mon": "mon monday; montag; lundi; lunes; maandag",
    "Tue": "tue tuesday; dienstag; mardi; martes; dinsdag",
    "Wed": "wed wednesday; mittwoch; mercredi; miercoles; woensdag",
    "Thu": "thu thursday; donnerstag; jeudi; jueves; donderdag",
    "Fri": "fri friday; freitag; vendredi; viernes; vrijdag",
    "Sat": "sat saturday; samstag sonnabend; samedi; sabado; zaterdag",
    "Sun": "sun sunday; sonntag; dimanche; domingo; zondag",
}
_ENGLISH = {word: short for short, words in _WORDS.items() for word in re.split(r"\W+", words)}
_NAME = re.compile(r"[^\W\d_]{3,}\.?")
_HALF = re.compile(r"\b([ap])\.?\s?m\b\.?", re.IGNORECASE)
_NAME_IN_FORMAT = re.compile(r"%([AaBb])\.?")


def read_date(text: str, format_: str, zone: tzinfo | None = None) -> datetime:
    """A date or time as a format says; names of months and days may be in any language known.

    Args:
        text: As written.
        format_: As in strptime, or one of `COUNTED`.
        zone: The clock in force where the person is; None is the machine's.

    Returns:
        With an offset where the format says one, or counts seconds.

    Raises:
        ValueError: if it is not written so.
    """
    if format_ in COUNTED:
        return _counted(text, format_, zone)
    try:
        return datetime.strptime(text, format_)  # noqa: DTZ007 - as it is written
    except ValueError:
        return datetime.strptime(_in_english(text), _short_names(format_))  # noqa: DTZ007


def counted_format(text: str) -> str:
    """The format of a number that is likely a moment; "" where it is none."""
    if not _NUMBER.fullmatch(text) or text.startswith("0"):
        return ""
    whole = int(re.split("[.,]", text)[0])
    if whole in _LIKELY_THOUSANDTHS:
        return UNIX
    return next((format_ for format_, likely in _LIKELY if whole in likely), "")


def _counted(text: str, format_: str, zone: tzinfo | None) -> datetime:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    number = Fraction(text.replace(",", "."))
    try:
        if format_ == EXCEL:
            return _DAY_ZERO + timedelta(seconds=round(number * _A_DAY))
        seconds = number / 1000 if number >= _THOUSANDTHS else number
        return datetime.fromtimestamp(floor(seconds), UTC).astimezone(zone)
    except OverflowError:
        raise ValueError(text) from None


@lru_cache(maxsize=1024)
def _in_english(text: str) -> str:
    words = _NAME.sub(lambda name: _ENGLISH.get(plain(name[0]), name[0]), text)
    return _HALF.sub(r"\1m", words)


@lru_cache(maxsize=16)
def _short_names(format_: str) -> str:
    return _NAME_IN_FORMAT.sub(lambda name: f"%{name[1].lower()}", format_)
