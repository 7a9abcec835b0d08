"""Import another journal, as JSON or as its file: everything is read before anything is merged."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Literal, NamedTuple

from painlog.errors import PainlogError, RefusedError
from painlog.formats.source import Source
from painlog.model.contents import Background
from painlog.model.entry import Entry
from painlog.model.name_match import FormerNames, match_names
from painlog.model.names import LONGEST_NAME, did_you_mean
from painlog.model.region import Side
from painlog.model.trial import treatments_in
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.store.merge import Merged, Names, merge
from painlog.store.namings import former_names
from painlog.tasks import Progress

MOST_NAMES_LISTED = 20
MOST_NAMES = 10_000

_NOUNS = {
    "entry": ("entry", "entries"),
    "use": ("use", "uses"),
    "course": ("course", "courses"),
    "consultation": ("visit to a clinician", "visits to a clinician"),
    "question": ("question", "questions"),
    "peg": ("PEG", "PEGs"),
    "trial": ("trial", "trials"),
    "trial_day": ("day of a trial", "days of a trial"),
    "day_note": ("note of a day", "notes of days"),
    "day_factor": ("factor of a day", "factors of days"),
    "red_flag_answer": ("answer about a warning sign", "answers about warning signs"),
}


class JournalImport(NamedTuple):
    """What became of another journal's things and names, and the change, 0 for none."""

    merged: Merged
    names: Names
    change_id: int

    @property
    def changed(self) -> bool:
        """Whether this journal changed."""
        return self.change_id != 0


class _OtherJournal(NamedTuple):
    """Another journal. `background` is complete once `things` has been read to its end.

    `journal` is set if it came as its file, which has a change log.
    """

    things: Callable[[str], Iterator[Entry | Use]]
    background: Callable[[], Background]
    journal: Journal | None = None


class _Contents(NamedTuple):
    """What is known of another journal before any of it is merged.

    `uids` are those of its entries and uses.
    """

    uids: AbstractSet[str]
    background: Background
    names: Names


def import_journal(
    journal: Journal,
    source: Source,
    now: datetime,
    progress: Progress,
    *,
    allow_duplicates: bool = False,
) -> JournalImport | None:
    """Merge another journal, as JSON or as its file, into this one, in one change.

    Args:
        journal: Open for writing.
        source: The other journal.
        now: The present moment.
        progress: Shows how far the work is.
        allow_duplicates: Add also what says exactly what this journal has under another uid.

    Returns:
        None if the other journal is empty.

    Raises:
        PainlogError: if it cannot be read, or has an unknown name; nothing is changed then.
    """
    with _opened(source, journal, now, progress) as other:
        contents = _read(source, journal, other)
        if not contents.uids and not any(contents.background):
            return None
        with journal.change("import") as change:
            things = other.things(f"Importing {source.name}")
            uids = None if allow_duplicates else contents.uids
            merged = merge(journal, change, things, contents.background, contents.names, uids=uids)
            change.summary = f"{_summary(merged, contents.names)} from {source.name}"
            return JournalImport(merged, contents.names, 0 if change.changes_nothing else change.id)


@contextmanager
def _opened(
    source: Source, journal: Journal, now: datetime, progress: Progress
) -> Iterator[_OtherJournal]:
    if source.kind == "database":
        from painlog.store.merge_source import other_journal

        with other_journal(source.file, source.name, source.path, journal.path, now) as other:
            yield _OtherJournal(
                lambda _: chain(other.entries(), other.uses()), other.background, other
            )
        return
    from painlog.formats.journal_from_json import JsonJournal

    read = JsonJournal(source.file, now)
    yield _OtherJournal(
        lambda what: progress(read.things(), what, source.file), lambda: read.background
    )


def _read(source: Source, journal: Journal, other: _OtherJournal) -> _Contents:
    """Read all of the other journal once, without merging anything."""
    used = _UsedNames()
    uids = set[str]()
    for thing in other.things(f"Reading {source.name}"):
        uids.add(thing.uid)
        used.add(thing.region, thing.side, thing.treatments)
        if len(used.regions) + len(used.treatments) > MOST_NAMES:
            raise RefusedError(
                f"{source.name} has more than {MOST_NAMES:,} names of regions and treatments. "
                "Nothing was imported."
            )
    background = other.background()
    for region in background.attack_diaries:
        used.add(region, None, ())
    for place in background.checkin_places:
        used.add(place.region, place.side, ())
    for course in background.courses:
        used.add(course.region, course.side, (course.treatment,))
    for trial in background.trials:
        used.add(trial.region, trial.side, treatments_in(trial.a) | treatments_in(trial.b))
    for answer in background.sign_answers:
        used.add(answer.region, answer.side, ())
    contents = _Contents(uids, background, _names(source, journal, other, used))
    _refuse_unknown(source, journal, contents.names)
    _refuse_sides_of_what_has_none(source, journal, contents, used.sided)
    return contents


@dataclass(slots=True)
class _UsedNames:
    """The names that another journal uses, in order of appearance."""

    regions: dict[str, None] = field(default_factory=dict)
    treatments: dict[str, None] = field(default_factory=dict)
    sided: dict[str, None] = field(default_factory=dict)

    def add(self, region: str | None, side: Side | None, treatments: Iterable[str]) -> None:
        if region is not None:
            self.regions[region] = None
            if side is not None:
                self.sided[region] = None
        self.treatments |= dict.fromkeys(treatments)


def _names(source: Source, journal: Journal, other: _OtherJournal, used: _UsedNames) -> Names:
    background = other.background()
    try:
        return Names(
            match_names(
                journal.regions,
                background.own_regions,
                used.regions,
                _former_names("region", journal, other.journal),
            ),
            match_names(
                journal.treatments,
                background.own_treatments,
                used.treatments,
                _former_names("treatment", journal, other.journal),
            ),
        )
    except PainlogError as error:
        raise RefusedError(f"{source.name} has a name that cannot be imported: {error}") from error


def _former_names(
    kind: Literal["region", "treatment"], here: Journal, there: Journal | None
) -> FormerNames:
    return FormerNames(
        former_names(here.connection, kind), former_names(there.connection, kind) if there else {}
    )


def _refuse_unknown(source: Source, journal: Journal, names: Names) -> None:
    lines = [
        f'The {noun} "{_cut(name)}".{did_you_mean(near(name))}'
        for noun, unknown, near in (
            ("region", names.regions.unknown, journal.regions.near),
            ("treatment", names.treatments.unknown, journal.treatments.near),
        )
        for name in unknown[:MOST_NAMES_LISTED]
    ]
    if lines:
        raise RefusedError(
            f"{source.name} uses names that painlog does not know, so nothing was imported. "
            "Add them here first, with: painlog regions add, or painlog treatments add",
            *lines,
        )


def _refuse_sides_of_what_has_none(
    source: Source, journal: Journal, contents: _Contents, sided: Iterable[str]
) -> None:
    # A region of the other journal's own has the sides that it has there; here its name may mean
    # another region.
    own = {region.name: region for region in contents.background.own_regions}
    here = contents.names.regions.here
    for name in sided:
        region = own.get(name) or journal.regions.by_name[here.get(name, name)]
        if region.sides == "none":
            raise RefusedError(
                f"{source.name} gives a side to the {region.name}, which has no left or right, so "
                "nothing was imported. Remove the side there, and import it again."
            )


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _summary(merged: Merged, names: Names) -> str:
    numbers = [
        *((merged.added[kind], *nouns) for kind, nouns in _NOUNS.items()),
        (merged.taken.total(), "newer version", "newer versions"),
        (len(names.regions.new) + len(names.treatments.new), "name", "names"),
        (merged.stayed.total(), "older version", "older versions"),
    ]
    return ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in numbers if n)
