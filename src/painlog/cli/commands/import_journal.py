"""`painlog import` of another journal: its JSON or its file, merged into this one."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from painlog.cli.base.settings import now, open_journal
from painlog.errors import PainlogError, RefusedError
from painlog.model.name_match import FormerNames, match_names
from painlog.model.names import LONGEST_NAME, did_you_mean, nearest
from painlog.store.log import rehearsal
from painlog.store.merge import Merged, Names, merge
from painlog.store.renamed import renamed
from painlog.views.terminal.merging import conflict_lines, counted, left_out_lines, new_names
from painlog.views.terminal.screen import say, screen, watched
from painlog.views.terminal.table import already_there_line
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Literal

    import typer

    from painlog.formats.source import Source
    from painlog.model.contents import Background
    from painlog.model.entry import Entry
    from painlog.model.region import Side
    from painlog.store.journal import Journal

MOST_NAMES_LISTED = 20
MOST_NAMES = 10_000


class _Other(NamedTuple):
    """Another journal. `background` is known when `entries` has been gone through.

    `journal` is there where it came as its file, with its change log.
    """

    entries: "Callable[[str], Iterator[Entry]]"
    background: "Callable[[], Background]"
    journal: "Journal | None" = None


class _Plan(NamedTuple):
    """What is known of another journal before anything of it is taken in."""

    entries: int
    background: "Background"
    names: Names

    @property
    def is_empty(self) -> bool:
        return not self.entries and not any(self.background)


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
            merged = merge(journal, change, entries, plan.background, plan.names)
            change.summary = _summary(source, merged, plan.names)
            changed = not change.changes_nothing
    _say(source, merged, plan.names, dry_run=dry_run, changed=changed)


@contextmanager
def _opened(source: "Source", journal: "Journal") -> Iterator[_Other]:
    if source.kind == "database":
        from painlog.store.other import other_journal

        with other_journal(source.file, source.name, source.path, journal.path, now()) as other:
            yield _Other(lambda _: other.entries(), other.background, other)
        return
    from painlog.formats.journal_from_json import JsonJournal

    read = JsonJournal(source.file, now())
    yield _Other(lambda what: watched(read.entries(), what, source.file), lambda: read.background)


def _looked_through(source: "Source", journal: "Journal", other: _Other) -> _Plan:
    """All of the other journal, read once without taking anything in."""
    used = _Used()
    for number, entry in enumerate(other.entries(f"Reading {source.name}"), start=1):
        used.entries = number
        used.name(entry.region, entry.side, entry.treatments)
        if len(used.regions) + len(used.treatments) > MOST_NAMES:
            raise RefusedError(
                f"{source.name} has more than {MOST_NAMES:,} names of regions and treatments. "
                "Nothing was imported."
            )
    background = other.background()
    for course in background.courses:
        used.name(course.region, course.side, (course.treatment,))
    try:
        names = Names(
            match_names(
                journal.regions,
                background.own_regions,
                used.regions,
                _renamed("region", journal, other),
            ),
            match_names(
                journal.treatments,
                background.own_treatments,
                used.treatments,
                _renamed("treatment", journal, other),
            ),
        )
    except PainlogError as error:
        raise RefusedError(f"{source.name} has a name that cannot be taken in: {error}") from error
    plan = _Plan(used.entries, background, names)
    _refuse_unknown(source, journal, names)
    _refuse_sides_of_what_has_none(source, journal, plan, used.sided)
    return plan


@dataclass(slots=True)
class _Used:
    """The names that another journal's entries and courses have, in the order of their coming."""

    entries: int = 0
    regions: dict[str, None] = field(default_factory=dict)
    treatments: dict[str, None] = field(default_factory=dict)
    sided: dict[str, None] = field(default_factory=dict)

    def name(self, region: str | None, side: "Side | None", treatments: "Iterable[str]") -> None:
        if region is not None:
            self.regions[region] = None
            if side is not None:
                self.sided[region] = None
        self.treatments |= dict.fromkeys(treatments)


def _renamed(kind: "Literal['region', 'treatment']", here: "Journal", other: _Other) -> FormerNames:
    there = other.journal
    return FormerNames(
        renamed(here.connection, kind), renamed(there.connection, kind) if there else {}
    )


def _refuse_unknown(source: "Source", journal: "Journal", names: Names) -> None:
    lines = [
        f'The {noun} "{_cut(name)}".{did_you_mean(nearest(name, forms))}'
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


def _refuse_sides_of_what_has_none(
    source: "Source", journal: "Journal", plan: _Plan, sided: "Iterable[str]"
) -> None:
    # A region of the other person's own is as it is there; here it may be another.
    own = {region.name: region for region in plan.background.own_regions}
    for name in sided:
        region = own.get(name) or journal.regions.by_name[plan.names.regions.here.get(name, name)]
        if region.sides == "none":
            raise RefusedError(
                f"{source.name} gives a side to the {region.name}, which has no left or right, so "
                "nothing was imported. Take the side off there, and import it again."
            )


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


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
        say(already_there_line(known, page))
    different = Counter(merged.taken) + Counter(merged.stayed)
    say(conflict_lines(merged.conflicts, different.total(), page, now().utcoffset()))
    say(left_out_lines(merged.left_out, page))
    if dry_run:
        say(["Nothing was changed."])
    elif changed:
        say(["To take it back: painlog undo"])
