"""What an unknown table may mean. A guess is shown with its reasons and never used unasked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from painlog.errors import PainlogError
from painlog.files.command_line import command_line
from painlog.formats.names import KnownNames, Unknown, places_in
from painlog.formats.table.dates import is_iso
from painlog.formats.table.durations import unit_in
from painlog.formats.table.guess_columns import (
    ColumnGuess,
    guess_columns,
    is_date,
    mostly,
    values_of,
)
from painlog.formats.table.guess_values import options_for_values
from painlog.formats.table.header import InputTable, dates_of
from painlog.formats.table.mapping import FIELDS, TableMapping, tidy
from painlog.formats.table.reader import bare, column
from painlog.formats.table.treatment_cells import dose_unit_in
from painlog.model.entry import looks_like_number
from painlog.model.treatment import NO_TREATMENT

_LONGEST_HEADING = 60
OF_A_REGION = "its name is a region and its values are ratings"
# A table of intakes has these and no rating.
_OF_USES = frozenset({"felt_at", "treatments"})


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
    guesses, equal = guess_columns(table.headings, sample, names)
    columns = tuple(guesses)
    if not {"region", "intensity"} & ({column.field for column in columns} | given.fields):
        columns = tuple(_rating_columns(columns, sample, names))
    mapping, questions = TableMapping(_pairs(columns)), equal
    for place, guess in enumerate(columns):
        if guess.field is not None:
            asked = options_for_values(guess.field, guess.heading, values_of(sample, place), given)
            mapping = asked.mapping.over(mapping)
            questions += asked.questions
    mapping, unsure = _dated(table, given.over(mapping), today)
    mapping, of_uses = _of_uses(_split(mapping, columns, sample, names))
    questions += of_uses
    mapping, *others = list(_by_region(columns, mapping)) or [mapping]
    empty = () if others else _about_empty(table, sample, mapping)
    questions += [*_about_headings(table.headings), *_about_units(columns, sample, given)]
    kept = _about_kept(columns, mapping)
    return Guess(columns, mapping, (*questions, *empty, *unsure, *kept), tuple(others))


def _split(
    mapping: TableMapping,
    columns: Sequence[ColumnGuess],
    sample: Sequence[Sequence[str]],
    names: KnownNames,
) -> TableMapping:
    """Propose an entry for each region where cells name several that are known."""
    values = [
        value
        for place, column_ in enumerate(columns)
        if column_.field == "region"
        for value in values_of(sample, place)
        if names.holds_several(Unknown("region", value)) and not names.regions.knows(value)
    ]
    known = any(all(map(names.regions.knows, places_in(value))) for value in values)
    return replace(mapping, split=mapping.split or known)


def _of_uses(mapping: TableMapping) -> tuple[TableMapping, Sequence[str]]:
    """Take rows of what was used, without any rating, for uses; say how else they can be taken."""
    if mapping.uses or "intensity" in mapping.fields or not mapping.fields >= _OF_USES:
        return mapping, ()
    beside = {"qualities", "triggers", "conditions"}
    # A use has a note only.
    moved = ["note" if field in beside else field for field, _ in mapping.columns]
    pairs = zip(moved, (heading for _, heading in mapping.columns), strict=True)
    as_uses = replace(mapping, uses=True, columns=tuple(sorted(pairs, key=_field_order)))
    if as_uses.missing:
        return mapping, ()
    question = (
        "No column has a rating, so each row is read as what was used, without one: --uses. If a "
        "column has the ratings, name it in its place: --map intensity=COLUMN. If every row has "
        "the same one: --default intensity=5"
    )
    return as_uses, (question,)


def _about_headings(headings: Sequence[str]) -> Iterator[str]:
    """Ask about a header row that looks like a row of the table."""
    dates = [heading for heading in map(tidy, headings) if mostly(is_date, [heading])]
    if dates:
        yield (
            f'The row that is read as column names looks like data: "{dates[0]}". If it is data, '
            "give the file a row of column names above it, as in: Date,Pain,Where"
        )


def _about_units(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]], given: TableMapping
) -> Iterator[str]:
    """Ask what the bare numbers of lengths and doses count, where nothing says it."""
    said = dict(given.units)
    for field, unit_of, example in (("lasted", unit_in, "hours"), ("dose", dose_unit_in, "mg")):
        places = [place for place, column_ in enumerate(columns) if column_.field == field]
        if len(places) != 1 or field in said or unit_of(columns[places[0]].heading):
            continue
        numbers = [value for value in values_of(sample, places[0]) if looks_like_number(value)]
        if numbers:
            yield (
                f'"{tidy(columns[places[0]].heading)}" holds numbers ("{numbers[0]}"), and nothing '
                f"says what they count. Say it, as in: --unit {field}={example}"
            )


def _about_kept(columns: Sequence[ColumnGuess], mapping: TableMapping) -> Iterator[str]:
    """Say how to keep what painlog has no field for."""
    taken = {heading for _, heading in mapping.columns}
    as_note = _pairs([column_._replace(field="note") for column_ in columns])
    lost = tuple(
        pair
        for pair, column_ in zip(as_note, columns, strict=True)
        if column_.for_note and pair[1] not in taken
    )
    if lost:
        option = command_line(*TableMapping(columns=lost).words())
        names = ", ".join(f'"{heading}"' for _, heading in lost)
        them = "it in the note, " if len(lost) == 1 else "them in the note, each "
        yield f"{names} would not be kept. To keep {them}with its heading, add: {option}"


def _field_order(pair: tuple[str, str]) -> int:
    return FIELDS.index(pair[0])


def _rating_columns(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]], names: KnownNames
) -> Iterator[ColumnGuess]:
    """Give the columns; one of numbers whose name is a region holds its ratings."""
    for place, column_ in enumerate(columns):
        values = values_of(sample, place)
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
    needed = {"treatments"} if mapping.is_of_uses else {"region", "intensity"}
    for field, heading in mapping.columns:
        if field not in needed or field in said:
            continue
        place = column(table.headings, heading)
        nothing = {"", *(NO_TREATMENT if field == "treatments" else ())}
        empty = sum(
            1 for cells in sample if "".join(cells[place : place + 1]).strip().casefold() in nothing
        )
        if empty and field == "treatments":
            yield (
                f'"{heading}" names nothing in {empty:,} of the first {len(sample):,} rows: skip '
                "them with --skip-bad"
            )
        elif empty:
            default = "name one with --default region=NAME, or " if field == "region" else ""
            yield (
                f'"{heading}" is empty in {empty:,} of the first {len(sample):,} rows, which '
                f"cannot be entries then: {default}skip them with --skip-bad"
            )


def _pairs(columns: Sequence[ColumnGuess]) -> tuple[tuple[str, str], ...]:
    headings = [tidy(guess.heading) for guess in columns]
    found = [
        (guess.field, heading if _can_be_typed(heading, headings) else f"#{place}")
        for place, (guess, heading) in enumerate(zip(columns, headings, strict=True), start=1)
        if guess.field is not None
    ]
    return tuple(sorted(found, key=_field_order))


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
    values = values_of([cells for _, cells in table.sample()], place)
    if not values or mostly(is_iso, values):
        return mapping, ()
    return mapping, (
        f'How are the dates of "{heading}" written? Say so with --date-format, as in %d.%m.%Y',
    )
