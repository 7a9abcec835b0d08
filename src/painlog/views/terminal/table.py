"""The import of a table: what its columns may mean, and what became of its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from painlog.files.command_line import as_typed, command_line
from painlog.model.joined_treatments import separate_with_commas
from painlog.model.line_numbers import LinesRead
from painlog.model.names import did_you_mean
from painlog.views.terminal.entries import details, summary
from painlog.views.terminal.screen import Screen, cells, padded
from painlog.views.wording import TAKE_BACK, as_written, count, listed, moment, printable, shortened

if TYPE_CHECKING:
    from painlog.formats.names import UnknownName
    from painlog.formats.read_row import ReadRow
    from painlog.formats.table.guess_columns import ColumnGuess
    from painlog.formats.table.header import InputTable
    from painlog.model.use import Use

MOST_COLUMNS_SHOWN = 40
_WIDE_ENOUGH = 70
_MOST_MEDICINES = 5
_MOST_BY_NAME = 3
# The width of a field and its reason, with room for a few words on each line.
_BESIDE_NAME = 45


def guess_lines(
    name: str,
    found: Sequence[str],
    columns: Sequence["ColumnGuess"],
    rows: Sequence["ReadRow"],
    questions: Sequence[str],
    commands: Sequence[Sequence[str]],
    screen: Screen,
    counts: Sequence[str] = (),
) -> Iterator[str]:
    """Show what a table may mean, its first rows as they would be stored, and what to type.

    Args:
        name: The name of the file.
        found: Lines about how the file is written.
        columns: What each column may mean.
        rows: The first rows as they would be read.
        questions: What the person has to decide, a sentence each.
        commands: The commands to run, each as a list of words.
        screen: Where it is shown.
        counts: Lines about how many rows there are.
    """
    yield from screen.wrapped(
        f"painlog does not know the columns of {printable(name)}. They could mean:"
    )
    yield ""
    yield from _columns(columns, screen)
    yield ""
    yield from found
    yield from counts
    if rows:
        yield from screen.wrapped("The first rows would be stored as:")
        for row in rows:
            yield from screen.wrapped(stored_line(row), "  ", "    ")
    if rows or found or counts:
        yield ""
    if questions:
        yield "Before you run it:"
        for question in questions:
            yield from screen.wrapped(printable(question), "- ", "  ")
        yield ""
    run = "this command, then run it"
    if len(commands) > 1:
        run = "these commands, then run them all; each imports one part"
    yield from screen.wrapped(f"To import it like this, check each part of {run}:")
    yield ""
    # Never wrapped, so that a command can be copied.
    yield from (screen.told(f"  {printable(command_line(*command))}") for command in commands)
    yield ""
    yield from screen.wrapped(
        "With --dry-run it only says what it would do; with --save-mapping NAME it saves the "
        "options for next time."
    )


def read_lines(lines: LinesRead, entries: int, uses: int, screen: Screen) -> list[str]:
    """Say how many rows were read, what they make, and which of them make nothing."""
    if not lines.number:
        return []
    made = [
        *([count(entries, "entry", "entries")] if entries or not uses else []),
        *([count(uses, "use")] if uses else []),
    ]
    makes = "makes" if lines.number == 1 else "make"
    out = ""
    if lines.out:
        named = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in lines.ranges)
        more = " and more" if lines.more else ""
        out = f" Left out: {count(lines.out, 'row')} (line {named}{more})."
    where = f"line {lines.first}"
    if lines.last != lines.first:
        where = f"lines {lines.first} to {lines.last}"
    return screen.wrapped(
        f"Read {count(lines.number, 'row')} ({where}), which {makes} {listed(made)}.{out}"
    )


def header_lines(table: "InputTable", screen: Screen) -> Iterator[str]:
    """Say what was decided from the file alone, so that nothing is assumed silently."""
    for sentence in table.told:
        yield from screen.wrapped(printable(sentence))
    if table.above:
        above = "line above it was" if table.line == 2 else "lines above it were"
        yield from screen.wrapped(f"The header is on line {table.line}; the {above} skipped.")
    if table.dialect.assumed is not None:
        others = listed(
            (f'{name} ("{printable(word)}")' for name, word in table.dialect.others), "or"
        )
        yield from screen.wrapped(
            "The file does not say which encoding it uses. It was read as Windows-1252: "
            f'"{printable(table.dialect.assumed)}". If that looks wrong, name the encoding with '
            f"--encoding{f': {others}' if others else ''}"
        )


def format_line(
    date_format: str,
    order: str,
    screen: Screen,
    *,
    beside_iso: bool = False,
    unread: tuple[int, str] | None = None,
) -> list[str]:
    """Say how the dates of a table are written, and name one that is written in another way."""
    its = "Some of its dates" if beside_iso or unread else "Its dates"
    some = " and some as 2026-03-05" if beside_iso else ""
    said = f"{its} are written as {date_format}, {order}{',' if some else ''}{some}."
    if unread:
        line, text = unread
        said += f' Others are not read, such as "{shortened(printable(text))}" on line {line}.'
    return screen.wrapped(said)


def told_format_lines(
    date_format: str,
    order: str,
    example: tuple[int, str],
    screen: Screen,
    *,
    beside_iso: bool = False,
    all_read: bool = True,
) -> list[str]:
    """Say how ambiguous dates were read, and which line and text settled it."""
    line, text = example
    which = "Dates not written as 2026-03-05" if beside_iso else "Dates"
    if not all_read:
        which = "Some dates"
    return screen.wrapped(
        f'{which} were read as {date_format}, {order}, as "{printable(text)}" on line {line} '
        "shows. If that is wrong, give another: --date-format"
    )


def added_line(source: str, added: str, screen: Screen, *, dry_run: bool = False) -> list[str]:
    """Say how many things were added, or would be."""
    verb = "Would add" if dry_run else "Added"
    return screen.wrapped(f"{verb} {added} from {printable(source)}.")


class Skipped(NamedTuple):
    """What was not imported.

    `known` are in the journal, by their uid; `duplicates` look like entries in the journal or like
    rows above them, and the first are on `lines`; `alike`, of another journal, say exactly what one
    here says under another uid; `bad` cannot be read; `left_out` are of a kind that was not asked
    for; `headers` repeat the header row; `changed` are in the journal with other values; `lacking`
    hold nothing, for they have `lacks`. `all_listed` says that every bad row is among those that
    are shown.
    """

    known: int = 0
    duplicates: int = 0
    lines: Sequence[int] = ()
    bad: int = 0
    left_out: int = 0
    headers: int = 0
    changed: int = 0
    alike: int = 0
    lacking: int = 0
    lacks: Sequence[str] = ()
    all_listed: bool = True


def skipped_lines(skipped: Skipped, screen: Screen) -> list[str]:
    """Say how much was skipped and why, and how to import duplicates anyway."""
    why, advice = list[str](), ""
    if skipped.known:
        are = "is" if skipped.known == 1 else "are"
        why.append(f"{skipped.known:,} that {are} already in the journal")
    if skipped.duplicates:
        more = " and more" if skipped.duplicates > len(skipped.lines) else ""
        lines = ", ".join(map(str, sorted(skipped.lines)))
        look = "looks like an entry" if skipped.duplicates == 1 else "look like entries"
        why.append(
            f"{skipped.duplicates:,} that {look} you have, or like a row above (line {lines}{more})"
        )
    if skipped.alike:
        says, uids = ("says", "another uid") if skipped.alike == 1 else ("say", "other uids")
        why.append(f"{skipped.alike:,} that {says} exactly what you have, under {uids}")
    if skipped.duplicates or skipped.alike:
        advice = " To import what looks alike anyway: --allow-duplicates"
    if skipped.changed:
        differ = "differs" if skipped.changed == 1 else "differ"
        why.append(f"{skipped.changed:,} that {differ} from the journal, as listed above")
    if skipped.left_out:
        why.append(f"{skipped.left_out:,} of other kinds")
    if skipped.headers:
        repeat = "repeats" if skipped.headers == 1 else "repeat"
        why.append(f"{skipped.headers:,} that {repeat} the header row")
    if skipped.lacking:
        have = "has" if skipped.lacking == 1 else "have"
        why.append(f"{skipped.lacking:,} that {have} {_lacks(skipped.lacks)}")
    if skipped.bad:
        listed_above = "as listed above" if skipped.all_listed else "the first as listed above"
        why.append(f"{skipped.bad:,} that cannot be read, {listed_above}")
    return screen.wrapped(f"Skipped {listed(why) or 'nothing'}.{advice}")


def new_name_lines(
    regions: Sequence[str], treatments: Sequence[str], screen: Screen
) -> Iterator[str]:
    """Say which new names were added as the person's own, and with which properties."""
    if regions:
        yield from screen.wrapped(
            "Added as regions of your own, with an optional side: "
            f"{listed(map(printable, regions))}."
        )
    if treatments:
        yield from screen.wrapped(
            "Added as treatments of your own, whose kind nobody said: "
            f"{listed(map(printable, treatments))}."
        )


def first_medicine_lines(names: Sequence[str], screen: Screen) -> list[str]:
    """Name the medicines that are in the journal for the first time, and where to read on."""
    if not names:
        return []
    told = [*map(printable, names[:_MOST_MEDICINES])]
    more = [f"{len(names) - len(told):,} more"] if len(names) > len(told) else []
    each = "" if len(names) == 1 else " with each"
    return screen.wrapped(
        f"For the first time here: {listed([*told, *more])}. To read what to watch for{each}: "
        + "; ".join(f"painlog treatments show {as_typed(name)}" for name in told)
    )


def bad_row_lines(bad: Iterable[tuple[int, str]], more: int) -> Iterator[str]:
    """Show each bad row with its line and reason, then how many more there are."""
    for line, reason in bad:
        yield f"Line {line}: {shortened(reason).rstrip('.')}."
    if more:
        yield f"And {more:,} more."


def lacking_lines(lacking: Mapping[str, int], lines: Sequence[int]) -> Iterator[str]:
    """Say once how many rows lack something, and name the lines of the first."""
    if not lacking:
        return
    number = sum(lacking.values())
    have = "has" if number == 1 else "have"
    more = " and more" if number > len(lines) else ""
    yield (
        f"{count(number, 'row')} {have} {_lacks(list(lacking))} "
        f"(line {', '.join(map(str, lines))}{more})."
    )


def _lacks(several: Sequence[str]) -> str:
    return listed((shortened(printable(lacks)) for lacks in several), "or")


def unknown_lines(
    unknown: Sequence["UnknownName"], more: int, *, uncounted: bool = False
) -> Iterator[str]:
    """Show each unknown name once, with its rows, similar names and what to type.

    Args:
        unknown: The names to show.
        more: How many more names there are.
        uncounted: Whether there are even more than that.
    """
    for unknown_name in unknown:
        noun, name, rows, near, options, several, apart, why, _ = unknown_name
        if apart:
            yield side_by_side_line(unknown_name)
            continue
        if several:
            yield (
                f'"{shortened(name)}" names several regions ({count(rows, "row")}), but an entry '
                "has only one. For an entry of each: --split region. If one of them is meant: "
                f"{command_line(*options)}"
            )
            continue
        yield (
            f'Unknown {noun}: "{shortened(name)}" ({count(rows, "row")}).'
            f"{f' {shortened(why)}' if why else did_you_mean(near)} "
            f"To say what it means: {command_line(*options)}"
        )
    if more:
        yield f"And {more:,} {'or more names' if uncounted else 'more names'}."
    own = [n for n in unknown if n.may_be_own and not (n.several or n.apart)]
    if own:
        which = "these names"
        if not all(name.may_be_own for name in unknown):
            few = not more and len(own) <= _MOST_BY_NAME
            named = listed(f'"{shortened(name.name)}"' for name in own)
            which = named if few else "the other names"
        yield f"To keep {which} as your own: --add-unknown"


def side_by_side_line(name: "UnknownName") -> str:
    """Say that a name consists of several treatments, and how to say so."""
    return (
        f'"{shortened(name.name)}" ({count(name.rows, "row")}): '
        f"{separate_with_commas(name.apart)} Or say what it means: {command_line(*name.options)}"
    )


def saved_mapping_line(saved_as: str | None, screen: Screen, *, dry_run: bool) -> list[str]:
    """Say how to use the mapping that was saved."""
    if saved_as is None or dry_run:
        return []
    command = command_line("painlog", "import", "FILE", "--mapping", saved_as)
    return screen.wrapped(f"Saved the mapping {printable(saved_as)}. To use it: {command}")


def back_line(screen: Screen, *, dry_run: bool, saved: bool) -> list[str]:
    """Say how to take the import back, where it changed anything."""
    return screen.wrapped(TAKE_BACK if saved and not dry_run else "Nothing was changed.")


def _columns(columns: Sequence["ColumnGuess"], screen: Screen) -> Iterator[str]:
    shown = columns[:MOST_COLUMNS_SHOWN]
    names = [
        shortened(printable(column.heading.strip())) or f"(column {place})"
        for place, column in enumerate(shown, start=1)
    ]
    width = max(map(cells, names))
    narrow = screen.width is not None and screen.width < max(_WIDE_ENOUGH, width + _BESIDE_NAME)
    for name, (_, field, why, *_) in zip(names, shown, strict=True):
        reason = why if field else f"ignored: {why}"
        if narrow or screen.spoken:
            yield from screen.wrapped(f"{name}: {field or '-'}, {reason}", "  ", "    ")
        else:
            start = f"  {padded(name, width)}  {padded(field or '-', 16)}  "
            yield from screen.wrapped(reason, start)
    if len(columns) > len(shown):
        yield f"  and {count(len(columns) - len(shown), 'column')} more"


def stored_line(row: "ReadRow") -> str:
    """Return a row as it would be stored, or why it could not be."""
    if row.uses:
        when = moment(row.uses[0].used_at)
        said = f"{listed(printable(use.what) for use in row.uses)}, {when}"
        return f"Line {row.line}: {shortened(said)}{_about_uses(row.uses[0])}"
    if row.entry is None:
        return f"Line {row.line} could not be stored: {printable(row.reason).rstrip('.')}."
    said = "; ".join([summary(row.entry), *details(row.entry)])
    also = f"; and the same for: {listed(printable(e.place) for e in row.further)}"
    return f"Line {row.line}: {shortened(said)}{also if row.further else ''}"


def _about_uses(use: "Use") -> str:
    place = f", for the {printable(use.place)}" if use.place else ""
    return place + (f"; note: {as_written(shortened(printable(use.note)))}" if use.note else "")
