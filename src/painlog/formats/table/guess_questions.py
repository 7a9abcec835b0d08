"""Questions that a guess leaves to the person, each a sentence with the option that answers it."""

from collections.abc import Iterator, Sequence

from painlog.files.command_line import command_line
from painlog.formats.table.columns import column
from painlog.formats.table.durations import unit_in
from painlog.formats.table.guess_columns import ColumnGuess, are_ratings, values_of
from painlog.formats.table.guess_long import RowKinds
from painlog.formats.table.header import InputTable
from painlog.formats.table.mapping import FIELDS, REGION_TO_NAME, TableMapping
from painlog.formats.table.option_parts import tidy
from painlog.formats.table.part_columns import label_of
from painlog.formats.table.treatment_cells import dose_unit_in
from painlog.formats.table.vocabulary import is_general, rated_place
from painlog.model.entry import looks_like_number
from painlog.model.nothing_said import is_no_treatment
from painlog.model.region import Regions

_LONGEST_HEADING = 60


def about_unreadable(table: InputTable) -> Iterator[str]:
    """Say that a row is not CSV, and how to import the others."""
    if found := table.unreadable():
        line, cells = found
        yield (
            f"Line {line} cannot be read: {cells.reason}. Correct it, or skip such lines with "
            "--skip-bad"
        )


def about_units(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]], given: TableMapping
) -> Iterator[str]:
    """Ask what bare numbers of lengths and doses count, where nothing says so."""
    said = dict(given.units)
    for field, unit_of, example in (("lasted", unit_in, "hours"), ("dose", dose_unit_in, "mg")):
        places = [place for place, column_ in enumerate(columns) if column_.field == field]
        if len(places) != 1 or field in said or unit_of(columns[places[0]].heading):
            continue
        numbers = [value for value in values_of(sample, places[0]) if looks_like_number(value)]
        if numbers:
            yield (
                f'"{tidy(columns[places[0]].heading)}" holds numbers ("{numbers[0]}"), and nothing '
                f"says what they count. Name the unit, as in: --unit {field}={example}"
            )


def about_places(columns: Sequence[ColumnGuess], regions: Regions) -> Iterator[str]:
    """Ask of which region the ratings are, where a column's name mentions pain but no region."""
    for column_ in columns:
        place = rated_place(label_of(column_.heading))
        *near, last = (not is_general(place) and regions.near(place)) or ("",)
        choice = f": {', '.join(near)} or {last}" if near else f": {last}" if last else ""
        yield (
            f'Which region is "{tidy(column_.heading)}" about{choice}? Say so with --default '
            f"region={REGION_TO_NAME}; to see all regions: painlog regions"
        )


def about_named_places(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]], regions: Regions
) -> Iterator[str]:
    """Ask about columns of numbers whose names have a region among other words: "Knee AM"."""
    for number, (guess, pair) in enumerate(
        zip(columns, column_pairs([c._replace(field="note") for c in columns]), strict=True)
    ):
        values = values_of(sample, number)
        near = regions.within(label_of(guess.heading)) if guess.for_note else ()
        if len(near) == 1 and are_ratings(values) and not {"0", "1"}.issuperset(values):
            meant = TableMapping((("intensity", pair[1]),), defaults=(("region", near[0]),))
            yield (
                f'"{tidy(guess.heading)}" may have ratings of the {near[0]}, but has other words, '
                f"too. If so, import it by itself, with: {command_line(*meant.words())}"
            )


def about_same_place(columns: Sequence[ColumnGuess]) -> Iterator[str]:
    """Say that several columns have the ratings of one region, where each may be another time."""
    alike = dict[str, list[str]]()
    for column_ in columns:
        if column_.place and column_.place != REGION_TO_NAME:
            alike.setdefault(column_.why, []).append(f'"{tidy(column_.heading)}"')
    for headings in alike.values():
        if len(headings) > 1:
            first, last = ", ".join(headings[:-1]), headings[-1]
            yield (
                f"{first} and {last} have ratings of the same region. Run the commands of those "
                "that are ratings of the pain; for a second one, add --allow-duplicates"
            )


def about_kinds(kinds: RowKinds) -> Iterator[str]:
    """Say that only some rows are read, which ones, and how to read others."""
    others = ", ".join(f"{kind} ({rows:,})" for kind, rows in kinds.others)
    if others:
        option = command_line(*TableMapping(only=((kinds.column, kinds.others[0][0]),)).words())
        yield (
            f'"{kinds.column}" says what a row is about, and rows of these kinds are left out: '
            f"{others}. To read one of them instead: {option}"
        )


def about_kept(columns: Sequence[ColumnGuess], mapping: TableMapping) -> Iterator[str]:
    """Say how to keep what painlog has no field for."""
    taken = {heading for _, heading in mapping.columns}
    as_note = column_pairs([column_._replace(field="note") for column_ in columns])
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


def about_empty(
    headings: Sequence[str], sample: Sequence[Sequence[str]], mapping: TableMapping
) -> Iterator[str]:
    """Ask what to do about rows that lack what an entry needs."""
    said = {name for name, _ in mapping.defaults}
    needed = {"treatments"} if mapping.is_of_uses else {"region", "intensity"}
    for field, heading in mapping.columns:
        if field not in needed or field in said:
            continue
        place = column(headings, heading)
        empty_words = {w.casefold() for n, w, meant in mapping.values if (n, meant) == (field, "")}
        texts = ["".join(cells[place : place + 1]).strip() for cells in sample]
        empty = sum(
            not text
            or text.casefold() in empty_words
            or (field == "treatments" and is_no_treatment(text))
            for text in texts
        )
        if empty and field == "treatments":
            yield (
                f'"{heading}" names nothing in {empty:,} of the first {len(sample):,} rows, which '
                "are left out"
            )
        elif empty and mapping.rates_one_place:
            yield (
                f'"{heading}" is empty in {empty:,} of the first {len(sample):,} rows, which are '
                "left out"
            )
        elif empty:
            default = "name one with --default region=NAME, or " if field == "region" else ""
            yield (
                f'"{heading}" is empty in {empty:,} of the first {len(sample):,} rows. Such '
                f"rows cannot be entries: {default}skip them with --skip-bad"
            )


def column_pairs(columns: Sequence[ColumnGuess]) -> tuple[tuple[str, str], ...]:
    """Return the fields with their columns, each called so that it can be typed."""
    headings = [tidy(guess.heading) for guess in columns]
    found = [
        (guess.field, heading if can_be_typed(heading, headings) else f"#{place}")
        for place, (guess, heading) in enumerate(zip(columns, headings, strict=True), start=1)
        if guess.field is not None
    ]
    return tuple(sorted(found, key=field_order))


def can_be_typed(heading: str, headings: Sequence[str]) -> bool:
    """Tell whether a column can be called by its name: short, readable and the only one."""
    alike = [other for other in headings if other.casefold() == heading.casefold()]
    return 0 < len(heading) <= _LONGEST_HEADING and heading.isprintable() and len(alike) == 1


def field_order(pair: tuple[str, str]) -> int:
    """Return where a field stands among all."""
    return FIELDS.index(pair[0])
