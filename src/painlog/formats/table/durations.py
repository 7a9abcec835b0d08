"""How long something lasted, as tables write it: "3h 20m", "2:30", a number in a known unit."""

import re
from datetime import timedelta
from functools import lru_cache

from painlog.errors import NotUnderstoodError
from painlog.formats.table.vocabulary import plain
from painlog.model.two_readings import refuse_two_readings

# English; German; French; Spanish; Dutch.
_WORDS = {
    "days": "d day days; tag tage tagen; jour jours j; dia dias; dag dagen",
    "hours": "h hr hrs hour hours; std stunde stunden; heure heures; hora horas; uur uren",
    "minutes": "m min mins minute minutes; minuten; minuto minutos; minuut",
    "seconds": "s sec secs second seconds; sekunden; secondes; segundos; seconden",
}
_UNIT_OF = {word: unit for unit, words in _WORDS.items() for word in re.findall(r"\w+", words)}
UNITS = tuple(_WORDS)
_CLOCK = re.compile(r"(?:(\d{1,3})\s*(?:d|days?),?\s+)?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:\.0+)?")
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,20})?)\s*([^\W\d_]+)\.?(?:[\s,]|(?:and|und|et|y|en)\s)*")
# "1h30".
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3})\s*h\s*([0-5]\d)")
_ISO = re.compile(r"p(?:(\d{1,4})d)?(?:t(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?)?")
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,20})?")


def unit_in(heading: str) -> str:
    """Return the unit that a heading names, as "Duration (h)" does; "" for none, or several."""
    words = re.findall(r"[^\W\d_]+", plain(heading))
    # "(h:mm)" says how the cells are written.
    if "mm" in words:
        return ""
    units = {_UNIT_OF[word] for word in words if word in _UNIT_OF}
    return units.pop() if len(units) == 1 else ""


def unit_called(text: str) -> str:
    """Return the unit that a person named ("h", "Minutes"); "" if it is none."""
    return _UNIT_OF.get(plain(text), "")


@lru_cache(maxsize=1024)
def read_duration(text: str, unit: str) -> timedelta:
    """Read how long something lasted.

    Args:
        text: As written.
        unit: What a bare number counts, one of `UNITS`; "" if nothing says it.

    Raises:
        NotUnderstoodError: if it is not a length of time, or a number whose unit is not known.
    """
    words = " ".join(text.casefold().split())
    if _NUMBER.fullmatch(words):
        if not unit:
            raise NotUnderstoodError(
                f'"{text}" is a number without a unit. Say what it counts: --unit lasted=hours'
            )
        return timedelta(**{unit: _value(words)})
    if (found := _CLOCK.fullmatch(words)) and unit not in ("minutes", "seconds"):
        return _sum("days", found[1]) + _sum("hours", found[2]) + _minutes(found[3], found[4])
    if found := _HOURS_AND_MINUTES.fullmatch(words):
        return _sum("hours", found[1]) + _sum("minutes", found[2])
    if (found := _ISO.fullmatch(words)) and any(found.groups()):
        return sum(map(_sum, UNITS, found.groups()), timedelta())
    parts = _PART.findall(words)
    if parts and not _PART.sub("", words) and all(word in _UNIT_OF for _, word in parts):
        return sum((_sum(_UNIT_OF[word], number) for number, word in parts), timedelta())
    raise NotUnderstoodError(f'"{text}" is not a length of time such as "3h 20m" or "2:30"')


def _minutes(minutes: str, seconds: str | None) -> timedelta:
    return _sum("minutes", minutes) + _sum("seconds", seconds)


def _sum(unit: str, number: str | None) -> timedelta:
    return timedelta(**{unit: _value(number)}) if number else timedelta()


def _value(number: str) -> float:
    refuse_two_readings(number)
    return float(number.replace(",", "."))
