"""`painlog import` of another journal: its JSON or its file, merged into this one."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from painlog.cli.settings import now, open_journal
from painlog.errors import PainlogError, RefusedError
from painlog.model.adopted import adopted_regions, adopted_treatments
from painlog.model.names import did_you_mean, nearest
from painlog.store.changes import rehearsal
from painlog.store.merge import Merged, Names, merge
from painlog.views.merging import conflict_lines, counted, left_out_lines, new_names
from painlog.views.progress import watched
from painlog.views.screen import say, screen
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    import typer

    from painlog.formats.source import Source
    from painlog.model.entry import Entry
    from painlog.model.kept import Kept
    from painlog.store.journal import Journal

MOST_NAMES_LISTED = 20
MOST_NAMES = 10_000


class _Other(NamedTuple):
    """Another journal. `kept` is known when `entries` has been gone through."""

    entries: "Callable[[str], Iterator[Entry]]"
    kept: "Callable[[], Kept]"


class _Plan(NamedTuple):
    """What is known of another journal before anything of it is taken in."""

    entries: int
    kept: "Kept"
    names: Names

    @property
    def is_empty(self) -> bool:
        return not self.entries and not any(self.kept)


def import_journal(ctx: "typer.Context", source: "Source", *, dry_run: bool) -> None:
    """Merge another journal, as JSON or as its file, into that of this call, in one change.

    Raises:
        PainlogError: if it cannot be read or names what nobody knows; nothing is changed then.
    """
    with open_journal(ctx, writing=True) as journal, _opened(source, journal) as other:
        plan = _looked_through(source, journal, other)
        if plan.is_empty:
            say(screen().wrapped(f"{printable(source.name)} is an empty journal: nothing to add."))
            return
        doing = rehearsal(journal.connection, "import") if dry_run else journal.change("import")
        with doing as change:
            entries = other.entries(f"Taking in {source.name}")
            merged = merge(journal, change, entries, plan.kept, plan.names)
            change.summary = _summary(source, merged, plan.names)
            changed = not change.changes_nothing
    _say(source, merged, plan.names, dry_run=dry_run, changed=changed)


@contextmanager
def _opened(source: "Source", journal: "Journal") -> Iterator[_Other]:
    if source.kind == "database":
        from painlog.store.other import other_journal

        with other_journal(source.file, source.name, source.path, journal.path) as other:
            yield _Other(lambda _: other.entries(), other.kept)
        return
    from painlog.formats.journal_from_json import JsonJournal

    read = JsonJournal(source.file, now())
    yield _Other(lambda what: watched(read.entries(), what, source.file), lambda: read.kept)


def _looked_through(source: "Source", journal: "Journal", other: _Other) -> _Plan:
    """All of the other journal, read once without taking anything in."""
    number = 0
    regions, treatments = dict[str, None](), dict[str, None]()
    for entry in other.entries(f"Reading {source.name}"):
        number += 1
        regions[entry.region] = None
        treatments |= dict.fromkeys(entry.treatments)
        if len(regions) + len(treatments) > MOST_NAMES:
            raise RefusedError(
                f"{source.name} has more than {MOST_NAMES:,} names of regions and treatments. "
                "Nothing was imported."
            )
    kept = other.kept()
    for course in kept.courses:
        treatments[course.treatment] = None
        if course.region is not None:
            regions[course.region] = None
    try:
        names = Names(
            adopted_regions(journal.regions, kept.own_regions, regions),
            adopted_treatments(journal.treatments, kept.own_treatments, treatments),
        )
    except PainlogError as error:
        raise RefusedError(f"{source.name} has a name that cannot be taken in: {error}") from error
    _refuse_unknown(source, journal, names)
    return _Plan(number, kept, names)


def _refuse_unknown(source: "Source", journal: "Journal", names: Names) -> None:
    lines = [
        f'The {noun} "{name}".{did_you_mean(nearest(name, forms))}'
        for noun, unknown, forms in (
            ("region", names.regions.unknown, journal.regions.forms),
            ("treatment", names.treatments.unknown, journal.treatments.forms),
        )
        for name in unknown[:MOST_NAMES_LISTED]
    ]
    if lines:
        raise RefusedError(
            f"{source.name} names what is neither in painlog's catalogue nor among its own names, "
            "so nothing was imported. Add it here first, with: painlog regions add, or painlog "
            "treatments add",
            *lines,
        )


def _summary(source: "Source", merged: Merged, names: Names) -> str:
    new = len(names.regions.new) + len(names.treatments.new)
    parts = [
        counted(merged.added) if merged.added else "",
        count(merged.taken.total(), "newer version"),
        count(new, "name"),
        count(merged.stayed.total(), "older version"),
    ]
    said = [part for part in parts if part and not part.startswith("0 ")]
    return f"{', '.join(said)} from {printable(source.name)}"


def _say(source: "Source", merged: Merged, names: Names, *, dry_run: bool, changed: bool) -> None:
    page = screen()
    verb = "Would add" if dry_run else "Added"
    say(page.wrapped(f"{verb} {counted(merged.added)} from {printable(source.name)}."))
    if merged.returned:
        say(page.wrapped(f"Of these, {merged.returned:,} had been removed here."))
    say(new_names(names.regions, names.treatments, page))
    if known := merged.known.total():
        say(page.wrapped(f"Passed over {known:,} that the journal has already."))
    different = Counter(merged.taken) + Counter(merged.stayed)
    say(conflict_lines(merged.conflicts, different.total(), page, now().utcoffset()))
    say(left_out_lines(merged.left_out, page))
    if dry_run:
        say(["Nothing was changed."])
    elif changed:
        say(["To take it back: painlog undo"])
