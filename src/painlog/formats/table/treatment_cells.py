"""Cells that name treatments: several in one cell, with doses there or in a column of their own."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from painlog.errors import NotUnderstoodError
from painlog.formats.table.vocabulary import NOTHING_WORDS
from painlog.model.dose_reading import parse_dose, split_dose
from painlog.model.joined_treatments import separated_by

# Between several things in one cell of another program's; semicolons, if any, count alone.
_BETWEEN = re.compile(r"[|\r\n]|,(?!\d)")
# A list as programs write it: ["stress", "sleep"].
_BRACKETED = re.compile(r"\[(.*)\]", re.DOTALL)
# What programs put between treatments, and people in other languages.
_LISTED = re.compile(r"[|\r\n]")
_IN_OTHER_LANGUAGES = re.compile(r"\b(?:und|et|y|en|mit|avec|con)\b", re.IGNORECASE)
_BETWEEN_DOSES = re.compile(r"[;|+&\r\n]|,(?!\d)")
_NUMBER = re.compile(r"(?:\d{1,3}\s*[xX×]\s*)?\d{1,6}(?:[.,]\d{1,4})?")

Meaning = Callable[[str], str | None]


def in_parts(text: str, *, own: bool = False) -> list[str]:
    """Split a cell that lists several things, as painlog separates them or other programs do."""
    if own or (";" in text and not _BRACKETED.fullmatch(text.strip())):
        return text.split(";")
    return _in_list(text) or _BETWEEN.split(text)


def treatments_in(text: str, meaning: Meaning, *, own: bool = False) -> Iterator[str]:
    """Yield the treatments that a cell names, each in painlog's own words if known.

    Apart from the signs of programs it is read as what a person types is.

    Args:
        text: As written.
        meaning: Gives painlog's words for a single treatment, or None if it is not known.
        own: Whether it is painlog's own cell, where only semicolons separate.
    """
    listed = None if own else _in_list(text)
    for part in listed or text.split(";"):
        yield from (
            [part.strip()] if own and meaning(part.strip()) is None else _named(part, meaning)
        )


def _in_list(text: str) -> list[str] | None:
    found = _BRACKETED.fullmatch(text.strip())
    return found and [part.strip().strip("\"'") for part in _BETWEEN.split(found[1])]


def _named(text: str, meaning: Meaning) -> Iterator[str]:
    text = text.strip()
    meant = meaning(text)
    if meant is not None:
        yield meant
        return
    pieces = [piece for piece in _LISTED.split(text) if piece.strip()]
    if len(pieces) < 2:
        pieces = separated_by(text, lambda part: meaning(part) is not None)
    if len(pieces) < 2:
        others = [piece for piece in _IN_OTHER_LANGUAGES.split(text) if piece.strip()]
        pieces = others if any(meaning(piece.strip()) is not None for piece in others) else [text]
    for piece in pieces:
        yield from _named(piece, meaning) if len(pieces) > 1 else [piece]


def with_doses(treatments: Sequence[str], text: str, unit: str) -> list[str]:
    """Put the doses of a column of their own beside the treatments of a row.

    Args:
        treatments: One or several.
        text: The doses, as many as there are treatments.
        unit: What a bare number counts, "" if nothing says it.

    Raises:
        NotUnderstoodError: if there are more or fewer, or one is not a dose.
    """
    doses = [_dose(part.strip(), unit) for part in _BETWEEN_DOSES.split(text) if part.strip()]
    if len(doses) != len(treatments):
        raise NotUnderstoodError(
            f'"{text}" does not give one dose for each of: {", ".join(treatments)}'
        )
    return [
        _joined(treatment, dose) if dose else treatment
        for treatment, dose in zip(treatments, doses, strict=True)
    ]


@lru_cache(maxsize=1024)
def _dose(text: str, unit: str) -> str:
    if text.casefold() in NOTHING_WORDS:
        return ""
    if _NUMBER.fullmatch(text):
        if not unit:
            raise NotUnderstoodError(
                f'"{text}" is a dose without a unit. Say which one it is in: --unit dose=mg'
            )
        text = f"{text} {unit}"
    return parse_dose(text).written


def _joined(treatment: str, dose: str) -> str:
    """Return a treatment with its dose: "ibuprofen 400 mg, 2 tablets" where both say something."""
    rest, there = split_dose(treatment)
    if not (there and rest):
        return f"{treatment} {dose}"
    return treatment if there.same(parse_dose(dose)) else f"{treatment}, {dose}"


def is_unit_of_dose(text: str) -> bool:
    """Tell whether a word is a unit in which painlog counts doses."""
    try:
        return not text.strip()[:1].isdigit() and bool(parse_dose(f"1 {text}"))
    except NotUnderstoodError:
        return False


def dose_unit_in(heading: str) -> str:
    """Return the unit that a heading names in brackets or at its end, as "Dose (mg)" does."""
    words = re.findall(r"[^\W\d_]+|%", heading)
    return words[-1] if len(words) > 1 and is_unit_of_dose(words[-1]) else ""
