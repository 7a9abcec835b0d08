"""What an unknown table may mean. A guess is shown with its reasons and never used unasked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from painlog.errors import PainlogError
from painlog.formats.names import KnownNames
from painlog.formats.table.dates import is_iso, possible_formats
from painlog.formats.table.guess_values import options_for_values
from painlog.formats.table.header import InputTable, dates_of
from painlog.formats.table.mapping import FIELDS, SEVERAL, TableMapping, tidy
from painlog.formats.table.reader import bare, column
from painlog.formats.table.treatment_cells import in_parts
from painlog.formats.table.vocabulary import SIDE_WORDS, field_of, is_end, near_field, plain
from painlog.model.entry import looks_like_number
from painlog.model.region import parse_side
from painlog.model.when import parse_clock

_ENOUGH = 0.6
_LONGEST_HEADING = 60
OF_A_REGION = "its name is a region and its values are ratings"


class ColumnGuess(NamedTuple):
    """One column: its heading, the field that it may hold (None for none), and why."""

    heading: str
    field: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What a table may mean.

    `questions` are left to the person, a sentence each. `others` are mappings for what one mapping
    of the table cannot import: the ratings of further regions that have a column each.
    """

    columns: tuple[ColumnGuess, ...]
    mapping: TableMapping
    questions: tuple[str, ...]
    others: tuple[TableMapping, ...] = ()


def guess_table(table: InputTable, given: TableMapping, names: KnownNames, today: date) -> Guess:
    """Guess what the columns of a table mean, as far as the given options do not say so.

    Args:
        table: The table.
        given: The options that were given; they are not changed.
        names: Regions and treatments, by which a column of names is recognised.
        today: The present day.
    """
    # Where files were joined, the header row comes again.
    headings = list(map(bare, table.headings))
    sample = [cells for _, cells in table.sample() if list(map(bare, cells)) != headings]
    columns = tuple(_columns(table.headings, sample, names))
    if not {"region", "intensity"} & ({column.field for column in columns} | given.fields):
        columns = tuple(_rating_columns(columns, sample, names))
    mapping, questions = TableMapping(_pairs(columns)), list[str]()
    for place, guess in enumerate(columns):
        if guess.field is not None:
            asked = options_for_values(guess.field, guess.heading, _values(sample, place), given)
            mapping = asked.mapping.over(mapping)
            questions += asked.questions
    mapping, unsure = _dated(table, given.over(mapping), today)
    mapping, *others = list(_by_region(columns, mapping)) or [mapping]
    empty = () if others else _about_empty(table, sample, mapping)
    return Guess(columns, mapping, (*questions, *empty, *unsure), tuple(others))


def _rating_columns(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]], names: KnownNames
) -> Iterator[ColumnGuess]:
    """Give the columns; one of numbers whose name is a region holds its ratings."""
    for place, column_ in enumerate(columns):
        values = _values(sample, place)
        known = column_.field is None and names.regions.knows(column_.heading)
        if known and values and all(map(looks_like_number, values)):
            yield column_._replace(field="intensity", why=OF_A_REGION)
        else:
            yield column_


def _by_region(columns: Sequence[ColumnGuess], mapping: TableMapping) -> Iterator[TableMapping]:
    """Give a mapping for each column that holds the ratings of one region."""
    shared = tuple(pair for pair in mapping.columns if pair[0] != "intensity")
    pairs = _pairs(columns)
    own = [column_ for column_ in columns if column_.why == OF_A_REGION]
    headings = [heading for field, heading in pairs if field == "intensity"] if own else []
    for column_, heading in zip(own, headings, strict=True):
        yield replace(
            mapping,
            columns=(*shared, ("intensity", heading)),
            defaults=(*mapping.defaults, ("region", tidy(column_.heading))),
        )


def _about_empty(
    table: InputTable, sample: Sequence[Sequence[str]], mapping: TableMapping
) -> Iterator[str]:
    """Ask what to do about rows that lack what an entry needs."""
    said = {name for name, _ in mapping.defaults}
    for field, heading in mapping.columns:
        if field not in ("region", "intensity") or field in said:
            continue
        place = column(table.headings, heading)
        empty = sum(1 for cells in sample if not "".join(cells[place : place + 1]).strip())
        if empty:
            default = "name one with --default region=NAME, or " if field == "region" else ""
            yield (
                f'"{heading}" is empty in {empty:,} of the first {len(sample):,} rows, which '
                f"cannot be entries then: {default}skip them with --skip-bad"
            )


def _columns(
    headings: Sequence[str], sample: Sequence[Sequence[str]], names: KnownNames
) -> Iterator[ColumnGuess]:
    fields = [_field(heading, _values(sample, i), names) for i, heading in enumerate(headings)]
    # "Start time" may be a whole date, or the time alone beside it.
    fields = [
        ("time", why)
        if field == "felt_at" and _are(_is_clock, _values(sample, i))
        else (field, why)
        for i, (field, why) in enumerate(fields)
    ]
    # A column called "time" may hold the date as well.
    has_date = any(field == "felt_at" for field, _ in fields)
    taken: dict[str, str] = {}
    for heading, (found, why) in zip(headings, fields, strict=True):
        field = "felt_at" if found == "time" and not has_date else found
        if field is not None and field in taken and field not in SEVERAL:
            yield ColumnGuess(heading, None, f'{field} is already "{taken[field]}"')
            continue
        if field is not None:
            taken[field] = tidy(heading)
        yield ColumnGuess(heading, field, why)


def _values(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    return [
        text
        for cells in sample
        if place < len(cells) and (text := " ".join(bare(cells[place]).split()))
    ]


def _field(heading: str, values: Sequence[str], names: KnownNames) -> tuple[str | None, str]:
    if field := field_of(heading):
        return field, "its name"
    if not values:
        return None, "it is empty"
    if is_end(heading):
        return None, "it says when it ended"
    for field, fits, what in (
        ("uid", _is_uid, "UUIDs"),
        ("felt_at", _is_date, "dates"),
        ("time", _is_clock, "times of day"),
        ("side", _is_side, "sides"),
        ("region", names.regions.knows, "regions"),
        (
            "treatments",
            lambda text: all(map(names.treatments.understands, in_parts(text))),
            "treatments",
        ),
    ):
        if _are(fits, values):
            return field, f"its values are {what}"
    if field := near_field(heading):
        return field, "its name is almost that"
    return None, "nothing that painlog keeps"


def _are(fits: Callable[[str], bool], values: Sequence[str]) -> bool:
    return bool(values) and sum(map(fits, values)) >= _ENOUGH * len(values)


def _pairs(columns: Sequence[ColumnGuess]) -> tuple[tuple[str, str], ...]:
    headings = [tidy(guess.heading) for guess in columns]
    found = [
        (guess.field, heading if _can_be_typed(heading, headings) else f"#{place}")
        for place, (guess, heading) in enumerate(zip(columns, headings, strict=True), start=1)
        if guess.field is not None
    ]
    return tuple(sorted(found, key=lambda pair: FIELDS.index(pair[0])))


def _can_be_typed(heading: str, headings: Sequence[str]) -> bool:
    alike = [other for other in headings if other.casefold() == heading.casefold()]
    return 0 < len(heading) <= _LONGEST_HEADING and heading.isprintable() and len(alike) == 1


def _dated(
    table: InputTable, mapping: TableMapping, today: date
) -> tuple[TableMapping, tuple[str, ...]]:
    """Add the date format that the values show, or give the question that they leave open."""
    heading = dict(mapping.columns).get("felt_at")
    if mapping.date_format or heading is None:
        return mapping, ()
    place = column(table.headings, heading)
    try:
        dates = dates_of(table, lambda cells: "".join(cells[place : place + 1]).strip(), today)
    except PainlogError as undecided:
        return mapping, (str(undecided),)
    if dates is not None:
        return replace(mapping, date_format=dates.format), ()
    values = _values([cells for _, cells in table.sample()], place)
    if not values or _are(is_iso, values):
        return mapping, ()
    return mapping, (
        f'How are the dates of "{heading}" written? Say so with --date-format, as in %d.%m.%Y',
    )


def _is_date(text: str) -> bool:
    # A bare number may count anything.
    return not text.replace(".", "").isdigit() and (is_iso(text) or bool(possible_formats(text)))


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
