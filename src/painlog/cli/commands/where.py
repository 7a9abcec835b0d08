"""`painlog where`: where the journal is, how large, and when it was last backed up."""

from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format
from painlog.cli.base.settings import open_journal
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import count, day, moment, printable, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from painlog.store.backup import NotedBackup
    from painlog.views.terminal.screen import Screen

SCHEMA = "painlog.where/1"


class Whereabouts(NamedTuple):
    """A journal's file, and how much is in it; `uses_alone` are those without a rating."""

    file: str
    exists: bool
    bytes: int
    numbers: "Mapping[str, int]"
    uses_alone: int
    span: "tuple[date, date] | None"
    last_backup: "NotedBackup | None"


@examples("painlog where", "painlog where --format json", "painlog --db other.db where")
def where(ctx: typer.Context, format_: Format = "text") -> None:
    """Show which file holds the journal, its size, what is in it and the last backup."""
    from painlog.files.companions import bytes_of
    from painlog.store.backup import latest
    from painlog.store.verify import counts, uses_once

    with open_journal(ctx) as journal:
        path, there = journal.path.absolute(), journal.exists
        found = Whereabouts(
            str(path),
            there,
            bytes_of(path) if there else 0,
            {**counts(journal.connection), "use": uses_once(journal.connection)},
            journal.count_uses(),
            journal.span(),
            latest(journal.connection),
        )
    if format_ == "json":
        from painlog.formats.journal_json import to_text

        say([to_text(_object(found))])
    else:
        say(_lines(found))


def _object(found: Whereabouts) -> "Mapping[str, Any]":
    first, final = found.span or (None, None)
    last = found.last_backup
    return {
        "schema": SCHEMA,
        "file": found.file,
        "exists": found.exists,
        "bytes": found.bytes,
        "entries": found.numbers["entry"],
        "uses": found.numbers["use"],
        "uses_without_rating": found.uses_alone,
        "first_day": first.isoformat() if first else None,
        "last_day": final.isoformat() if final else None,
        "courses": found.numbers["course"],
        "consultations": found.numbers["consultation"],
        "pegs": found.numbers["peg"],
        "last_backup": last
        and {
            "made_at": last.made_at.isoformat(),
            "file": str(last.file),
            "exists": last.is_there,
            "entries": last.entries,
            "changes_since": last.changes,
        },
    }


def _lines(found: Whereabouts) -> "Iterator[str]":
    page = screen()
    numbers = found.numbers
    yield from page.wrapped(f"Journal: {printable(found.file)}", rest="  ")
    if not found.exists:
        yield from page.wrapped(
            "There is no file yet; your first entry creates it: painlog add heel 6"
        )
        return
    yield f"Size: {size(found.bytes)}"
    yield f"Entries: {numbers['entry']:,}"
    if numbers["use"]:
        yield f"Uses: {numbers['use']:,} ({found.uses_alone:,} without a rating)"
    if found.span:
        yield f"From {day(found.span[0])} to {day(found.span[1])}"
    courses, visits = count(numbers["course"], "course"), count(numbers["consultation"], "visit")
    yield f"{courses}, {visits} to a clinician, {count(numbers['peg'], 'PEG')}"
    yield from _backup(found.last_backup, page)


def _backup(last: "NotedBackup | None", page: "Screen") -> "Iterator[str]":
    if last is None:
        yield from page.wrapped("Last backup: none yet. Make one with: painlog backup")
        return
    when = moment(last.made_at.astimezone())
    seen = {True: "", False: ", not there any more", None: ", which cannot be seen now"}
    yield from page.wrapped(f"Last backup: {when}; {_since(last)}", rest="  ")
    yield from page.wrapped(f"{printable(str(last.file))}{seen[last.is_there]}", "  ")


def _since(last: "NotedBackup") -> str:
    if last.changes is None:
        held = count(last.entries, "entry", "entries")
        return f"it holds {held}; the whole journal was replaced since (restore, undo or redo)"
    if last.changes:
        return f"{count(last.changes, 'change')} since (anything added, edited, removed or undone)"
    return "nothing changed since"
