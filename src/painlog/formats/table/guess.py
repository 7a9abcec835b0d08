"""What an unknown table may mean. A guess is shown with its reasons and never used unasked."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from painlog.errors import PainlogError
from painlog.formats.names import KnownNames, Unknown, places_in
from painlog.formats.table.columns import cell_called, row_filter
from painlog.formats.table.dates import DateFormat, is_iso
from painlog.formats.table.guess_columns import (
    ColumnGuess,
    are_ratings,
    guess_columns,
    is_date,
    mostly,
    rated_by_values,
    values_of,
)
from painlog.formats.table.guess_long import RowKinds, row_kinds
from painlog.formats.table.guess_questions import (
    about_empty,
    about_kept,
    about_kinds,
    about_named_places,
    about_places,
    about_same_place,
    about_units,
    about_unreadable,
    can_be_typed,
    column_pairs,
    field_order,
)
from painlog.formats.table.guess_values import options_for_values
from painlog.formats.table.header import InputTable, dates_of
from painlog.formats.table.mapping import REGION_TO_NAME, TableMapping
from painlog.formats.table.option_parts import tidy
from painlog.formats.table.part_columns import (
    PartColumn,
    label_of,
    parts_named,
    parts_seen,
    widened,
)
from painlog.formats.table.vocabulary import field_of, rated_place, speaks_of_pain
from painlog.model.entry import looks_like_number
from painlog.model.region import label

OF_PAIN = "its name mentions pain and its values are ratings"
# Where these are said, no column is looked at for ratings of its own region.
_SAID = frozenset({"region", "intensity"})
# A table of intakes has these and no rating.
_OF_USES = frozenset({"felt_at", "treatments"})


class Guess(NamedTuple):
    """What a table may mean.

    `questions` are left to the person, a sentence each. `others` are further mappings, for tables
    in which each region has a column of ratings: one mapping cannot import them all. The last
    are those for which the person must name the region. `dates` is set if their format was told
    from the values alone, and `dates_open` if the person must say it.
    """

    columns: tuple[ColumnGuess, ...]
    mapping: TableMapping
    questions: tuple[str, ...]
    others: tuple[TableMapping, ...] = ()
    dates: DateFormat | None = None
    dates_open: bool = False


def guess_table(table: InputTable, given: TableMapping, names: KnownNames, today: date) -> Guess:
    """Guess what the columns of a table mean, as far as the given options do not say so.

    Args:
        table: The table.
        given: The options that were given; they are not changed.
        names: Regions and treatments, by which a column of names is recognised.
        today: The present day.
    """
    sample = [cells for _, cells in table.sample()]
    whole = _guess_rows(table, sample, given, names, today)
    if given.only or not {"region", "intensity"}.difference(whole.mapping.fields):
        return whole
    kinds = row_kinds(table.headings, sample, names)
    return (kinds and _guess_kinds(kinds, table, sample, given, names, today)) or whole


def _guess_kinds(
    kinds: RowKinds,
    table: InputTable,
    sample: Sequence[Sequence[str]],
    given: TableMapping,
    names: KnownNames,
    today: date,
) -> Guess | None:
    """Guess what a table in long form means, each kind of row by itself; None if that fails."""
    guess, *others = (
        _guess_rows(
            table,
            sample,
            given._replace(only=((kinds.column, kind),), uses=given.uses or kind != kinds.places),
            names,
            today,
        )
        for kind in (kinds.places, kinds.treatments)
        if kind
    )
    if guess.mapping.missing:
        return None
    asked = [*about_kinds(kinds), *guess.questions]
    asked += [question for other in others for question in other.questions]
    further = [other.mapping for other in others if not other.mapping.missing]
    return guess._replace(questions=tuple(dict.fromkeys(asked)), others=(*guess.others, *further))


def _guess_rows(
    table: InputTable,
    sample: Sequence[Sequence[str]],
    given: TableMapping,
    names: KnownNames,
    today: date,
) -> Guess:
    wants = row_filter(table.headings, given.only)
    sample = [cells for cells in sample if wants(cells)]
    parts = _parts(table.headings, sample, given)
    headings = [*table.headings, *(part.heading(table.headings) for part in parts)]
    sample = [widened(cells, len(table.headings), parts) for cells in sample]
    guesses, questions = guess_columns(headings, sample, names, parts)
    columns = tuple(guesses)
    if given.no_header:
        columns = tuple(rated_by_values(columns, sample))
    if "region" not in {column.field for column in columns} and not given.fields & _SAID:
        columns = _rating_columns(columns, sample, names)
    mapping = TableMapping(column_pairs(columns))
    apart, own = _each_by_itself(columns), list[TableMapping]()
    for place, guess in enumerate(columns):
        if guess.field is not None:
            asked = options_for_values(guess.field, guess.heading, values_of(sample, place), given)
            questions += asked.questions
            if guess in apart:
                # It may have a scale of its own.
                own.append(asked.mapping)
            else:
                mapping = asked.mapping.over(mapping)
    mapping, unsure, dates = _dated(table, given.over(mapping), today)
    mapping, of_uses = _of_uses(_split(mapping, columns, sample, names))
    questions += of_uses
    by_region = list(_by_region(columns, mapping, own))
    mapping, *others = sorted(by_region, key=lambda m: not m.names_region) or [mapping]
    empty = () if others else about_empty(headings, sample, mapping)
    if "region" not in {name for name, _ in (*mapping.columns, *given.defaults)}:
        questions += about_places([c for c in columns if c.why == OF_PAIN], names.regions)
        questions += about_same_place(columns)
        questions += about_named_places(columns, sample, names.regions)
    questions += [*about_unreadable(table), *about_units(columns, sample, given)]
    questions += [*empty, *unsure, *about_kept(columns, mapping)]
    return Guess(columns, mapping, tuple(questions), tuple(others), dates, bool(unsure))


def looks_like_data(headings: Sequence[str]) -> str:
    """Return a cell that makes a header row look like data; "" if there is none."""
    written = [tidy(heading) for heading in headings]
    if any(field_of(heading) for heading in written):
        return ""
    values = [text for text in written if mostly(is_date, [text]) or looks_like_number(text)]
    return values[0] if values else ""


def _parts(
    headings: Sequence[str], sample: Sequence[Sequence[str]], given: TableMapping
) -> tuple[PartColumn, ...]:
    """Return the parts of columns that are named, and those that the values show."""
    named = parts_named(headings, (name for _, name in (*given.columns, *given.only)))
    columns = [values_of(sample, place) for place in range(len(headings))]
    plain = [tidy(heading) for heading in headings]
    seen = (p for p in parts_seen(headings, columns) if can_be_typed(plain[p.place], plain))
    return tuple(dict.fromkeys((*named, *seen)))


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
    return mapping._replace(split=mapping.split or known)


def _of_uses(mapping: TableMapping) -> tuple[TableMapping, Sequence[str]]:
    """Read treatments without any rating as uses, and say how else they can be read."""
    if mapping.uses or "intensity" in mapping.fields or not mapping.fields >= _OF_USES:
        return mapping, ()
    beside = {"qualities", "triggers", "conditions"}
    # Of these fields, a use has only a note.
    moved = ["note" if field in beside else field for field, _ in mapping.columns]
    pairs = zip(moved, (heading for _, heading in mapping.columns), strict=True)
    as_uses = mapping._replace(uses=True, columns=tuple(sorted(pairs, key=field_order)))
    if as_uses.missing:
        return mapping, ()
    question = (
        "No column has a rating, so each row is read as a use without a rating (--uses). If a "
        "column has the ratings, name it instead: --map intensity=COLUMN. If every row has the "
        "same rating: --default intensity=5"
    )
    return as_uses, (question,)


def _rating_columns(
    columns: Sequence[ColumnGuess], sample: Sequence[Sequence[str]], names: KnownNames
) -> tuple[ColumnGuess, ...]:
    """Return the columns; a column of ratings named after a region holds those of that region.

    So does one whose name mentions pain, or that is the intensity beside such columns: the only
    one, or beside others that are of a region or nearly are ("Back pain").
    """
    places = [rated_place(label_of(column_.heading)) for column_ in columns]
    general = [column_.field == "intensity" for column_ in columns]
    found = [
        _place(column_, values_of(sample, number), place, names, alone=not any(general))
        for number, (column_, place) in enumerate(zip(columns, places, strict=True))
    ]
    pain = [place for place, to in zip(places, found, strict=True) if to == REGION_TO_NAME]
    of_a_region = any(to and to != REGION_TO_NAME for to in found)
    if any(general):
        if not of_a_region:
            return tuple(columns)
        found = [REGION_TO_NAME if g else to for g, to in zip(general, found, strict=True)]
    elif not (of_a_region or len(pain) == 1 or any(map(names.regions.near, pain))):
        return tuple(columns)
    return tuple(
        _rating_column(column_, to, names) if to else column_
        for column_, to in zip(columns, found, strict=True)
    )


def _place(
    column_: ColumnGuess, values: Sequence[str], place: str, names: KnownNames, *, alone: bool
) -> str:
    """Return the region of which a column may hold ratings: to be named, or "" for none.

    Args:
        column_: What it may hold by itself.
        values: Its values.
        place: What its name says is rated.
        names: The known regions.
        alone: Whether no other column holds ratings; beside them, 0 and 1 only mark a place.
    """
    if column_.field is not None or not are_ratings(values):
        return ""
    if names.regions.knows(place):
        return tidy(place) if alone or not {"0", "1"}.issuperset(values) else ""
    of_pain = speaks_of_pain(label_of(column_.heading)) and any(map(looks_like_number, values))
    return REGION_TO_NAME if of_pain else ""


def _rating_column(column_: ColumnGuess, place: str, names: KnownNames) -> ColumnGuess:
    why = OF_PAIN
    if place != REGION_TO_NAME:
        region, side = names.regions.find(place)
        why = f"ratings of: {label(region.name, side)}, by its name"
    return column_._replace(field="intensity", why=why, for_note=False, place=place)


def _each_by_itself(columns: Sequence[ColumnGuess]) -> Sequence[ColumnGuess]:
    """Return the columns that hold the ratings of one region each."""
    found = [column_ for column_ in columns if column_.place]
    return () if [column_.place for column_ in found] == [REGION_TO_NAME] else found


def _by_region(
    columns: Sequence[ColumnGuess], mapping: TableMapping, options: Sequence[TableMapping]
) -> Iterator[TableMapping]:
    """Give a mapping for each column that holds the ratings of one region.

    Args:
        columns: All columns.
        mapping: What their mappings share.
        options: What the values of each of these columns call for.
    """
    shared = tuple(pair for pair in mapping.columns if pair[0] != "intensity")
    pairs = column_pairs(columns)
    own = _each_by_itself(columns)
    headings = [heading for field, heading in pairs if field == "intensity"] if own else []
    for column_, heading, called_for in zip(own, headings, options, strict=True):
        yield mapping.over(called_for)._replace(
            columns=(*shared, ("intensity", heading)),
            defaults=(*mapping.defaults, ("region", column_.place)),
        )


def _dated(
    table: InputTable, mapping: TableMapping, today: date
) -> tuple[TableMapping, tuple[str, ...], DateFormat | None]:
    """Add the date format that the values show, or give the question that they leave open.

    The last value is the format with the date that shows it.
    """
    heading = dict(mapping.columns).get("felt_at")
    if mapping.date_format or heading is None:
        return mapping, (), None
    cell, wants = cell_called(table.headings, heading), row_filter(table.headings, mapping.only)
    try:
        dates = dates_of(table, lambda cells: cell(cells) if wants(cells) else "", today)
    except PainlogError as undecided:
        return mapping, (str(undecided),), None
    if dates is not None:
        return mapping._replace(date_format=dates.format), (), dates
    values = [text for _, cells in table.sample() if wants(cells) and (text := cell(cells))]
    if not values or mostly(is_iso, values):
        return mapping, (), None
    asked = f'How are the dates of "{heading}" written? Say so with --date-format, as in %d.%m.%Y'
    return mapping, (asked,), None
