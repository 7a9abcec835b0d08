"""`painlog import`: entries from elsewhere, in."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.lazy import examples
from painlog.cli.settings import now, open_journal
from painlog.errors import BadFileError, RefusedError
from painlog.formats.journal_csv import Reader
from painlog.store.take_in import Taken, take_in
from painlog.views.progress import watched
from painlog.views.screen import say, say_aside, screen
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from painlog.formats.journal_csv import Row
    from painlog.model.entry import Entry
    from painlog.store.journal import Journal

MOST_LINES_NAMED = 20


@examples(
    "painlog import pain.csv",
    "painlog import pain.csv --skip-bad",
    "painlog import - < pain.csv",
)
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV; - is standard input.")],
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Take the good rows and leave the bad ones.")
    ] = False,
    allow_duplicates: Annotated[
        bool, typer.Option("--allow-duplicates", help="Take rows that look like stored ones.")
    ] = False,
) -> None:
    """Take in entries from a CSV, all in one change that `undo` takes back.

    It needs the columns felt_at (or date), region and intensity.
    """
    source = "standard input" if str(file) == "-" else str(file)
    with open_journal(ctx, writing=True) as journal:
        # All is understood before anything is written, so that a refusal makes no journal and a
        # slow source keeps no other painlog waiting.
        good, bad = _read(journal, file, source)
        if bad and not skip_bad:
            raise RefusedError(_refused(source, bad))
        taken = Taken()
        if good:
            with journal.change("import") as change:
                taken = take_in(journal, change, good, allow_duplicates=allow_duplicates)
                change.summary = f"{count(taken.added, 'entry', 'entries')} from {source}"
    _say_taken(source, taken)
    if bad:
        say_aside(f"Left out {count(len(bad), 'bad row')}:\n{_listed(bad)}")
    if taken.added:
        say(["To take it back: painlog undo"])


def _read(
    journal: "Journal", file: Path, source: str
) -> "tuple[list[tuple[int, Entry]], list[Row]]":
    """The entries of a file with their lines, and its bad rows."""
    good: list[tuple[int, Entry]] = []
    bad: list[Row] = []
    with _opened(file) as text:
        reader = Reader(journal.regions, journal.treatments, now())
        for row in watched(reader.rows(text), f"Reading {source}", text):
            if row.entry is None:
                bad.append(row)
            else:
                good.append((row.line, row.entry))
    return good, bad


def _refused(source: str, bad: "Sequence[Row]") -> str:
    return (
        f"{source} has {count(len(bad), 'bad row')}, so nothing was imported. Mend what is listed "
        f"here, or take the good rows with --skip-bad.\n{_listed(bad)}"
    )


def _listed(bad: "Sequence[Row]") -> str:
    return "\n".join(f"Line {row.line}: {printable(row.reason).rstrip('.')}." for row in bad)


def _say_taken(source: str, taken: Taken) -> None:
    page = screen()
    say(page.wrapped(f"Added {count(taken.added, 'entry', 'entries')} from {source}."))
    if taken.known:
        say(page.wrapped(f"Passed over {taken.known:,} that the journal has already."))
    if taken.duplicates:
        lines = ", ".join(map(str, taken.duplicates[:MOST_LINES_NAMED]))
        more = " and more" if len(taken.duplicates) > MOST_LINES_NAMED else ""
        say(
            page.wrapped(
                f"Passed over {len(taken.duplicates):,} that look like entries you have "
                f"(line {lines}{more}). To take them too: --allow-duplicates"
            )
        )


@contextmanager
def _opened(file: Path) -> "Iterator[TextIO]":
    if str(file) == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", newline="")  # type: ignore[union-attr]
        yield sys.stdin
        return
    try:
        # utf-8-sig takes off the mark that spreadsheets put at the start.
        text = file.open(encoding="utf-8-sig", newline="")
    except FileNotFoundError:
        raise BadFileError(f"There is no file {file}.") from None
    except OSError as error:
        raise BadFileError(f"{file} cannot be read: {error.strerror}.") from error
    with text:
        yield text
