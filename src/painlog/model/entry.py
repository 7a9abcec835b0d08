"""One pain rating, and how to read its parts as people write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.region import Side, label

if TYPE_CHECKING:
    from painlog.model.dose import Dose
    from painlog.model.use import Use

LOWEST, HIGHEST = 0, 10
ANCHORS = "0 is no pain and 10 is the worst pain imaginable"
INTERFERENCE_ANCHORS = "0 is no interference with your day and 10 is complete interference"

LONGEST_ATTACK = timedelta(days=366)
_MOMENT = timedelta(microseconds=1)
_COMMA = r",(?!\d)"
_NUMBER = r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:\s*/\s*[0-9]+)?%?"
_RATING = r"\+?0*([0-9]|10)(?:[.,]0+)?(?:\s*/\s*10)?"
_PLAIN = {str(intensity): intensity for intensity in range(LOWEST, HIGHEST + 1)}


def earliest_start(day: date) -> date:
    """Return the first day on which an attack may have begun that is still felt on a day."""
    return day - min(LONGEST_ATTACK, day - date.min)


class Entry(NamedTuple):
    """One pain rating.

    Intensities are whole numbers 0–10, the 11-point numeric rating scale (NRS-11): 0 is no pain, 10
    the worst pain imaginable. `felt_at` is the local time where the person was, with its UTC
    offset, and its date is the day of the entry. `uid` is the same on every machine; `id` is the
    number that people type in this journal. The tuples are sorted and contain each value once.
    """

    felt_at: datetime
    region: str
    intensity: int
    side: Side | None = None
    intensity_before: int | None = None
    interference: int | None = None
    treatments: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    note: str = ""
    uid: str = ""
    id: int = 0
    created_at: str = ""
    updated_at: str = ""
    doses: "tuple[tuple[str, Dose], ...]" = ()
    until: datetime | None = None

    @property
    def moment(self) -> datetime:
        """When it was felt, or began, under the name that a use has for it, too."""
        return self.felt_at

    @property
    def day(self) -> date:
        """The local date on which it was felt, or began."""
        return self.felt_at.date()

    @property
    def days(self) -> tuple[date, ...]:
        """Every local date on which it was felt; one that ended at midnight is over by then."""
        if self.until is None:
            return (self.day,)
        last = max(self.day, (self.until - _MOMENT).date())
        return tuple(self.day + timedelta(days=n) for n in range((last - self.day).days + 1))

    @property
    def lasted(self) -> timedelta | None:
        """How long an attack lasted, None for a rating of one moment."""
        return None if self.until is None else self.until - self.felt_at

    @property
    def uses(self) -> "tuple[Use, ...]":
        """What was used with it, a use for each treatment."""
        if not self.treatments:
            return ()
        from painlog.model.use import Use

        at, region, side, doses = self.felt_at, self.region, self.side, dict(self.doses)
        return tuple([Use(at, t, doses.get(t), region, side) for t in self.treatments])

    @property
    def place(self) -> str:
        """Region and side in words: "left heel"."""
        return label(self.region, self.side)


def checked(entry: Entry, otherwise: str = "leave that intensity out") -> Entry:
    """Return the entry if its parts go together.

    Args:
        entry: As it is to be stored.
        otherwise: What the person can do instead of naming a treatment.

    Raises:
        RefusedError: if it has an intensity before treatment, but no treatment.
    """
    if entry.intensity_before is not None and not entry.treatments:
        raise RefusedError(
            f"An intensity before treatment needs a treatment: name one, or {otherwise}."
        )
    return entry


def looks_like_number(text: str) -> bool:
    """Tell whether a word was meant as an intensity, valid or not ("7/10", "11", "6.5")."""
    return text in _PLAIN or re.fullmatch(_NUMBER, text.strip()) is not None


def parse_intensity(text: str, what: str = "intensity") -> int:
    """Return the rating that a person wrote: "7", "7/10".

    Raises:
        NotUnderstoodError: if it is not a whole number 0–10.
    """
    if text in _PLAIN:
        return _PLAIN[text]
    found = re.fullmatch(_RATING, text.strip())
    if not found:
        anchors = INTERFERENCE_ANCHORS if what == "interference" else ANCHORS
        raise NotUnderstoodError(
            f'"{text}" is not an {what} on the 0–10 scale. '
            f"Type a whole number from 0 to 10, where {anchors}."
        )
    return int(found.group(1))


def parse_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Return qualities, triggers or conditions, sorted and each once.

    A text may hold several with ";" between them.

    Raises:
        RefusedError: if one holds characters that cannot be stored.
    """
    parts = (" ".join(clean_text(part).split()) for text in texts for part in text.split(";"))
    return tuple(sorted({part for part in parts if part}))


def typed_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what `parse_tags` does of texts that a person typed, where "," separates as well.

    A comma before a digit separates nothing: "1,5 km walk". One that is stored stays in its tag.

    Raises:
        RefusedError: if one holds characters that cannot be stored.
    """
    return parse_tags(re.sub(_COMMA, ";", text) for text in texts)


def clean_text(text: str) -> str:
    """Return the text unchanged if it can be stored.

    Raises:
        RefusedError: if it holds a null character or bytes that are not valid UTF-8.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise RefusedError("A text holds bytes that are not valid UTF-8; type it again.") from None
    if "\0" in text:
        raise RefusedError("A text holds a null character, which cannot be stored; remove it.")
    return text
