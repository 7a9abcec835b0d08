"""What belongs to a day and not to a region: factors such as sleep and stress, and one note."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple, Self

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.files.command_line import quoted
from painlog.model.names import did_you_mean, nearest, normal, own_name, refuse_leading_dash
from painlog.model.nothing_said import means_nothing
from painlog.model.number_words import with_digits
from painlog.model.rating import parse_rating
from painlog.model.region import Side, label
from painlog.model.two_readings import in_one_reading, two_readings

Measure = Literal["number", "scale", "yes-no"]
MEASURES: tuple[Measure, ...] = ("number", "scale", "yes-no")
IN_WORDS: Mapping[Measure, str] = {
    "number": "a number",
    "scale": "0 to 10",
    "yes-no": "yes or no",
}
# What else a row of days has: no factor of a new name can be called that.
DAY_COLUMN, NOTE_COLUMN = "day", "note"
LARGEST = 1_000_000
HOURS_A_DAY = 24
_YES = frozenset({"yes", "y", "1", "true"})
_NO = frozenset({"0", "false"})
# Words that are surely no number.
_SAID_YES_NO = frozenset({"yes", "y", "true", "no", "n", "false"})
_OF_TEN = r"(?:10|\d)\s*/\s*10"
_WITH_UNIT = r"\d+(?:[.,]\d+)?\s*([^\W\d_]+)"
_HOURS = r"(\d{1,2})\s*(?:h|:)\s*([0-5]\d)?(?:\s*(?:m|min))?"


class Factor(NamedTuple):
    """Something that a day has, besides pain: hours of sleep, stress, steps.

    A "number" is any amount, a "scale" a whole number 0-10, "yes-no" is 1 or 0. `asked` says that
    checkin asks about it. One that is `own` was added by the person.
    """

    name: str
    measure: Measure = "number"
    unit: str = ""
    asked: bool = False
    own: bool = True

    @property
    def how(self) -> str:
        """How it is measured, in words: "a number (km)", "0 to 10", "yes or no"."""
        return f"{IN_WORDS[self.measure]} ({self.unit})" if self.unit else IN_WORDS[self.measure]

    def words(self, value: float) -> str:
        """Return a value as a person reads it: "6.5 hours", "3 of 10", "yes"."""
        if self.measure == "yes-no":
            return "yes" if value else "no"
        if self.measure == "scale":
            return f"{value:g} of 10"
        # Without commas: "8,000" is not read back.
        number = in_one_reading(f"{value:.10g}")
        return f"{number} {self.unit}" if self.unit else number


SLEEP = Factor("sleep", "number", "hours", own=False)
STRESS = Factor("stress", "scale", own=False)
# These are known without being added.
FACTORS = (SLEEP, STRESS)


class DayFactor(NamedTuple):
    """The value of a factor on one day. A day has each factor at most once."""

    day: date
    factor: str
    value: float
    uid: str = ""
    id: int = 0
    updated_at: str = ""


class DayNote(NamedTuple):
    """The one note of a day."""

    day: date
    note: str
    uid: str = ""
    id: int = 0
    updated_at: str = ""


class KeptDays(NamedTuple):
    """The records of days: notes, the factors in use, and their values, oldest first."""

    notes: tuple[DayNote, ...] = ()
    factors: tuple[Factor, ...] = ()
    values: tuple[DayFactor, ...] = ()

    def within(self, since: date, until: date) -> Self:
        """Return the records of the days from one to another, both included."""
        return self._replace(
            notes=tuple(note for note in self.notes if since <= note.day <= until),
            values=tuple(value for value in self.values if since <= value.day <= until),
        )


class DayState(NamedTuple):
    """The record of one day besides ratings: each factor with its value, and the note."""

    values: tuple[tuple[Factor, float], ...] = ()
    note: str = ""

    @property
    def in_words(self) -> tuple[str, ...]:
        """The factors in words: "sleep 6.5 hours"."""
        return tuple(f"{factor.name} {factor.words(value)}" for factor, value in self.values)


class CheckinPlace(NamedTuple):
    """A region and side that checkin asks about, at its place in the person's own order."""

    position: int
    region: str
    side: Side | None = None

    @property
    def place(self) -> str:
        """Region and side in words: "left heel"."""
        return label(self.region, self.side)


def parse_value(text: str, factor: Factor) -> float:
    """Return the value that a person typed: "6.5", "6h30" for hours, "7", "yes".

    Raises:
        NotUnderstoodError: if it is not a value of this factor.
    """
    words = " ".join(text.casefold().split())
    if factor.measure == "yes-no":
        if words in _YES | _NO:
            return float(words in _YES)
        if means_nothing(text):
            return 0.0
        raise _not_understood(text, factor, "Type yes or no.")
    if factor.measure == "scale":
        try:
            return float(parse_rating(text, "interference"))
        except NotUnderstoodError as refused:
            if "Choose" in str(refused):
                raise
            raise _not_understood(text, factor, "Type a whole number from 0 to 10.") from refused
    return _number(text, with_digits(words), factor)


def _number(text: str, words: str, factor: Factor) -> float:
    hours = factor.unit in ("hours", "h")
    if hours and (found := re.fullmatch(_HOURS, words)):
        value = int(found[1]) + int(found[2] or 0) / 60
    else:
        plain = words.removesuffix(factor.unit.casefold()).strip() if factor.unit else words
        if hours:
            plain = plain.removesuffix("hour").strip()
        if not re.fullmatch(r"[+-]?\d{1,9}(?:[.,]\d{1,6})?", plain):
            example = "6.5" if hours else "8000"
            raise _not_understood(text, factor, f"Type a number, such as {example}.")
        if readings := two_readings(plain.lstrip("+-")):
            sign = "-" if plain.startswith("-") else ""
            whole, part = (f"{sign}{reading}" for reading in readings)
            raise _not_understood(text, factor, f"Type {whole} or {part}, whichever it is.")
        value = float(plain.replace(",", "."))
    is_sleep = factor.name == SLEEP.name and not factor.own
    if abs(value) > LARGEST or (is_sleep and not 0 <= value <= HOURS_A_DAY):
        allowed = "0 to 24 hours" if is_sleep else f"up to {LARGEST}"
        raise NotUnderstoodError(
            f'"{text}" is out of range for {factor.name}. Give a value of {allowed}.'
        )
    return value


def is_value(value: float, measure: str) -> bool:
    """Return whether a stored number is one of this measure."""
    if measure == "yes-no":
        return value in (0, 1)
    if measure == "scale":
        return 0 <= value <= 10 and float(value).is_integer()
    return abs(value) <= LARGEST


def factor_of(text: str, factors: Iterable[Factor], value: str = "") -> Factor:
    """Return the factor that a person's words name.

    Args:
        text: The name, as typed.
        factors: Those that there are.
        value: What was given for it, which tells how a new one is measured.

    Raises:
        NotUnderstoodError: if there is none; it suggests similar names.
    """
    known = {normal(factor.name): factor for factor in factors}
    if found := known.get(normal(text)):
        return found
    near = nearest(text, {form: factor.name for form, factor in known.items()})
    raise NotUnderstoodError(
        f'There is no factor "{text}".{did_you_mean(near)} See them with: painlog factors; add '
        f"one with: painlog factors add {quoted(text)}{_measured_as(value)}"
    )


def _measured_as(value: str) -> str:
    """Return the options with which a new factor takes a value; "" for a plain number."""
    words = value.strip().casefold()
    if words in _SAID_YES_NO:
        return " --measure yes-no"
    if re.fullmatch(_OF_TEN, words):
        return " --measure scale"
    found = re.fullmatch(_WITH_UNIT, value.strip())
    return f" --unit {quoted(found[1])}" if found else ""


def factors_named(names: Iterable[str], factors: Iterable[Factor]) -> tuple[str, ...]:
    """Return the names of the factors that a person listed, each once.

    Raises:
        NotUnderstoodError: if one is none; it suggests similar names, or the comma that is missing.
    """
    known = tuple(factors)
    found = dict[str, None]()
    for text in names:
        try:
            found[factor_of(text, known).name] = None
        except NotUnderstoodError:
            words = [_name_of(word, known) for word in text.split()]
            if len(words) < 2 or None in words:
                raise
            raise NotUnderstoodError(
                f'There is no factor "{text}". Write a comma between several: '
                f'"{", ".join(filter(None, words))}".'
            ) from None
    return tuple(found)


def _name_of(text: str, factors: Iterable[Factor]) -> str | None:
    return next((f.name for f in factors if normal(f.name) == normal(text)), None)


def new_factor(name: str, measure: Measure, unit: str, factors: Iterable[Factor]) -> Factor:
    """Return a factor of the person's own that is not among these yet.

    Raises:
        RefusedError: if the name is taken or cannot be one, or a unit is given to what has none.
    """
    first = own_name(name, "factor")
    refuse_leading_dash(first, "factor")
    if sign := next((sign for sign in "=," if sign in first), ""):
        does = "stands before its value" if sign == "=" else "separates factors in a list"
        raise RefusedError(f'The name of a factor cannot contain "{sign}", which {does}.')
    if normal(first) in (DAY_COLUMN, NOTE_COLUMN):
        raise RefusedError(
            f'"{first}" is a column of its own beside the factors; choose another name, such as '
            f'"{first} of work".'
        )
    for factor in factors:
        if normal(factor.name) == normal(first):
            raise RefusedError(f'There is a factor "{factor.name}" already; choose another name.')
    tidy = " ".join(unit.split())
    if tidy and measure != "number":
        raise RefusedError(f"A unit belongs to a number; {first} is {IN_WORDS[measure]}.")
    if len(tidy) > 20 or not tidy.isprintable():
        raise RefusedError("A unit has at most 20 characters, such as km or cups.")
    return Factor(first, measure, tidy)


def _not_understood(text: str, factor: Factor, expected: str) -> NotUnderstoodError:
    if means_nothing(text):
        expected = "If none means 0, type 0."
    return NotUnderstoodError(f'"{text}" is not a value of {factor.name}. {expected}')
