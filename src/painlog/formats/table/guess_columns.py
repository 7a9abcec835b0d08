"""Guess what each column of a table holds, by its name or its values."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from painlog.errors import PainlogError
from painlog.formats.names import KnownNames, Unknown
from painlog.formats.table.columns import bare
from painlog.formats.table.dates import is_iso, possible_formats, says_clock
from painlog.formats.table.mapping import RATED, SEVERAL
from painlog.formats.table.option_parts import tidy
from painlog.formats.table.part_columns import BEFORE, INSIDE, PartColumn
from painlog.formats.table.treatment_cells import treatments_in
from painlog.formats.table.vocabulary import (
    INTENSITY_WORDS,
    SIDE_WORDS,
    field_of,
    is_length,
    is_nothing,
    is_recorded,
    is_relief,
    is_unit,
    is_yes_or_no,
    near_field,
    plain,
    rated_place,
)
from painlog.model.entry import HIGHEST, looks_like_number
from painlog.model.names import normal
from painlog.model.region import parse_side
from painlog.model.when import parse_clock

NOT_KEPT = "nothing that painlog keeps"
OF_A_DAY = "it belongs to a day, and no table brings in days; see: painlog day"
IN_PARTS = "its parts are read, see below"
BY_NUMBERS = "its values are numbers from 0 to 10"
SAYS_RELIEF = "it says how much something helped"
SAYS_YES_OR_NO = "it says yes or no, not how much"
_UNIT_BEHIND = re.compile(r"\s(?:h|hrs?|hours?|min|mins|minutes?)\.?\s*$", re.IGNORECASE)
_FOR_A_NOTE = frozenset({NOT_KEPT, OF_A_DAY, SAYS_RELIEF, SAYS_YES_OR_NO})
# A second column of these says nothing new.
_WHEN = frozenset({"felt_at", "time", "uid"})
_ENOUGH = 0.6
# How well a column fits, best first: by its name, its values, or a name that is almost right.
_NAME, _VALUES, _ALMOST = range(3)


class ColumnGuess(NamedTuple):
    """One column: its heading, the field that it may hold (None for none), and why.

    `for_note` says that painlog has no field for it, but a note could keep it. `place` is the only
    region that its ratings are about, as in its heading, and `REGION_TO_NAME` if that is not known.
    """

    heading: str
    field: str | None
    why: str
    for_note: bool = False
    place: str = ""


class _Claim(NamedTuple):
    """What a column may hold, and how well that fits: less is better."""

    field: str | None
    why: str
    strength: tuple[int, ...] = (9,)


def guess_columns(
    headings: Sequence[str],
    sample: Sequence[Sequence[str]],
    names: KnownNames,
    parts: Sequence[PartColumn] = (),
) -> tuple[list[ColumnGuess], list[str]]:
    """Return what each column may hold, and questions where two fit a field equally well.

    Args:
        headings: The names of the columns, followed by those of their parts.
        sample: Rows as wide as that.
        names: Regions and treatments, by which a column of names is recognised.
        parts: Which part each of the last columns is.
    """
    claims = [_claim(heading, values_of(sample, i), names) for i, heading in enumerate(headings)]
    claims = list(_claims_of_parts(claims, headings, sample, names, parts))
    # "Start time" may be a whole date, or the time alone beside it.
    claims = [
        claim._replace(field="time")
        if claim.field == "felt_at" and mostly(_is_clock, values_of(sample, i))
        else claim
        for i, claim in enumerate(claims)
    ]
    # A column called "time" may hold the date as well.
    if not any(claim.field == "felt_at" for claim in claims):
        claims = [c._replace(field="felt_at") if c.field == "time" else c for c in claims]
    has_doses = any(
        claim.field == "dose" and not is_unit(heading)
        for heading, claim in zip(headings, claims, strict=True)
    )
    best = dict[str, int]()
    for place in sorted(range(len(claims)), key=lambda place: claims[place].strength):
        field = claims[place].field
        if field is not None and (field != "dose" or has_doses):
            best.setdefault(field, place)
    guesses, questions = list[ColumnGuess](), list[str]()
    for place, (heading, claim) in enumerate(zip(headings, claims, strict=True)):
        field = claim.field
        if field is None or field in SEVERAL or best[field] == place:
            guesses.append(_alone(heading, claim, has_doses=has_doses))
            continue
        taken = tidy(headings[best[field]])
        why = f'{field} is already "{taken}"'
        guesses.append(ColumnGuess(heading, None, why, for_note=field not in _WHEN))
        if claim.strength == claims[best[field]].strength and claim.strength[0] < _ALMOST:
            questions.append(
                f'"{taken}" and "{tidy(heading)}" could both be {field}; painlog takes "{taken}". '
                f"If the other one is right, name it instead: --map {field}=…"
            )
    return guesses, questions


def _claims_of_parts(
    claims: Sequence[_Claim],
    headings: Sequence[str],
    sample: Sequence[Sequence[str]],
    names: KnownNames,
    parts: Sequence[PartColumn],
) -> Iterator[_Claim]:
    """Yield the claims; a part claims by its label, and what it is part of claims nothing."""
    width = len(headings) - len(parts)
    whole = {part.place for part in parts}
    for place, claim in enumerate(claims[:width]):
        yield _Claim(None, IN_PARTS) if place in whole else claim
    for place, part in enumerate(parts, start=width):
        values = values_of(sample, place)
        if part.label == INSIDE:
            yield _Claim("intensity", "its values are words of intensity", (_VALUES,))
        elif part.label == BEFORE:
            title = claims[part.place]
            by_values = _claim("", values, names)
            yield title if title.strength[0] == _NAME else by_values
        else:
            yield _claim(part.label, values, names)


def _alone(heading: str, claim: _Claim, *, has_doses: bool) -> ColumnGuess:
    if claim.field == "dose" and not has_doses:
        return ColumnGuess(heading, None, "it has units, but no column has doses")
    return ColumnGuess(heading, claim.field, claim.why, for_note=claim.why in _FOR_A_NOTE)


def rated_by_values(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]]
) -> Iterator[ColumnGuess]:
    """Yield the columns of a table without titles; the only one of numbers 0–10 is the rating."""
    rated = [
        place
        for place, column in enumerate(columns)
        if column.field is None and mostly(_is_rating, values_of(sample, place))
    ]
    found = any(column.field == "intensity" for column in columns)
    for place, column in enumerate(columns):
        if [place] == rated and not found:
            yield column._replace(field="intensity", why=BY_NUMBERS, for_note=False)
        else:
            yield column


def _is_rating(text: str) -> bool:
    return text.isdecimal() and text.isascii() and int(text[:3]) <= HIGHEST


def values_of(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    """Return the cells of a column that hold anything, with single spaces."""
    return [
        text
        for cells in sample
        if place < len(cells) and (text := " ".join(bare(cells[place]).split()))
    ]


def _claim(heading: str, values: Sequence[str], names: KnownNames) -> _Claim:
    if values and is_relief(heading, values):
        return _Claim(None, SAYS_RELIEF)
    if field := "dose" if is_unit(heading) else field_of(heading):
        if field in RATED and is_yes_or_no(values):
            return _Claim(None, SAYS_YES_OR_NO)
        # A column called a date that holds none gives way to one that holds dates.
        dated = field != "felt_at" or not values or mostly(_says_when, values)
        fit = _NAME if dated else _ALMOST
        return _Claim(field, "its name", (fit, *_of_date(field, heading, values)))
    if not values:
        return _Claim(None, "it is empty")
    for field, fits, what in (
        ("uid", _is_uid, "UUIDs"),
        ("felt_at", is_date, "dates"),
        ("time", _is_clock, "times of day"),
        ("side", _is_side, "sides"),
        ("region", names.regions.knows, "regions"),
        ("treatments", lambda text: are_treatments(text, names), "treatments"),
    ):
        if mostly(fits, values) and not (field == "time" and is_length(heading)):
            return _Claim(
                field, f"its values are {what}", (_VALUES, *_of_date(field, heading, values))
            )
    return _by_likeness(heading, names)


def _by_likeness(heading: str, names: KnownNames) -> _Claim:
    if _is_of_a_day(heading, names):
        return _Claim(None, OF_A_DAY)
    near = None if names.regions.knows(rated_place(heading)) else near_field(heading)
    if near == "time" and is_length(heading):
        near = None
    return _Claim(near, "its name is almost that", (_ALMOST,)) if near else _Claim(None, NOT_KEPT)


def _is_of_a_day(heading: str, names: KnownNames) -> bool:
    """Tell whether a column is called like a factor, with or without its unit: "Sleep (h)"."""
    bare_name = re.sub(r"\([^()]*\)\s*$", "", heading)
    forms = {normal(bare_name), normal(_UNIT_BEHIND.sub("", bare_name))}
    return not forms.isdisjoint(map(normal, names.day_factors))


def _of_date(field: str, heading: str, values: Sequence[str]) -> tuple[int, ...]:
    """Rank a date: the time of the pain before that of writing, with a clock before without."""
    if field != "felt_at":
        return ()
    return (is_recorded(heading), not mostly(_has_clock, values))


def _has_clock(text: str) -> bool:
    if is_iso(text):
        return len(text) > len("2026-03-05")
    return any(map(says_clock, possible_formats(text)))


def are_treatments(text: str, names: KnownNames) -> bool:
    """Tell whether a cell names treatments that are known, and nothing else."""
    known = names.treatments.understands
    parts = treatments_in(text, lambda name: name if known(name) else None)
    return all(known(part) or names.apart(Unknown("treatment", part)) for part in parts)


def are_ratings(values: Sequence[str]) -> bool:
    """Tell whether all that cells say are numbers and words of intensity, whatever the scale."""
    said = [value for value in values if not is_nothing(value)]
    return bool(said) and all(
        looks_like_number(value) or plain(value) in INTENSITY_WORDS for value in said
    )


def mostly(fits: Callable[[str], bool], values: Sequence[str]) -> bool:
    """Tell whether enough of the values fit."""
    return bool(values) and sum(map(fits, values)) >= _ENOUGH * len(values)


def is_date(text: str) -> bool:
    """Tell whether a text is a date, and not a bare number."""
    # A bare number may count anything.
    return not text.replace(".", "").isdigit() and (is_iso(text) or bool(possible_formats(text)))


def _says_when(text: str) -> bool:
    return is_iso(text) or bool(possible_formats(text)) or _is_clock(text)


def _is_clock(text: str) -> bool:
    try:
        parse_clock(text)
    except PainlogError:
        return False
    return True


def _is_side(text: str) -> bool:
    try:
        return parse_side(text) is not None
    except PainlogError:
        return plain(text) in SIDE_WORDS


def _is_uid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
