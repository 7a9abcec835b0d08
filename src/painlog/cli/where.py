"""`painlog where`: where the journal is and how large."""

import typer

from painlog.cli.lazy import examples
from painlog.cli.settings import open_journal
from painlog.views.screen import say
from painlog.views.wording import count, day


@examples("painlog where", "painlog --db other.db where")
def where(ctx: typer.Context) -> None:
    """Say which file holds the journal, its size and what is in it."""
    with open_journal(ctx) as journal:
        say([f"Journal: {journal.path.absolute()}"])
        if not journal.exists:
            say(["There is no file yet; your first entry makes it: painlog add heel 6"])
            return
        size = journal.path.stat().st_size
        say([f"Size: {max(round(size / 1024), 1):,} KiB"])
        entries = journal.count()
        say([f"Entries: {entries:,}"])
        if span := journal.span():
            say([f"From {day(span[0])} to {day(span[1])}"])
        visits = count(len(journal.consultations()), "visit")
        say([f"{count(len(journal.courses()), 'course')}, {visits} to a clinician"])
