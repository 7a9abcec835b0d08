"""Merge another journal into this one: nothing twice, and the newer of two versions.

A thing has the same uid in both journals, except for entries and uses that both took from one
table: those that say exactly the same are the same, and a corrected row of a table is another
version. Two PEGs of one day, or two overlapping courses of one treatment, cannot both be
kept, so they count as versions of one thing as well.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from painlog.model.contents import HIGHEST_ID, Background, Conflict, Thing
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.name_match import NameMatch
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.sign_answer import SignAnswer
from painlog.model.treatment import Treatment
from painlog.model.trial import Trial, TrialDay, renamed_arm
from painlog.model.use import Use
from painlog.store import log, rows
from painlog.store.counterparts import alike, key_of, versions_of
from painlog.store.journal import Journal
from painlog.store.leftovers import from_tables
from painlog.store.log import Change
from painlog.store.merge_days import take_days, take_order
from painlog.store.rows import KINDS, kind_of

MOST_CONFLICTS_KEPT = 20
_DATED = {kind.name: kind for kind in KINDS.values() if kind.is_dated}


@dataclass(slots=True)
class Merged:
    """What became of the things of another journal, counted by kind.

    `known` were here already, in this version or, according to the change log, once before; `alike`
    are entries and uses that say exactly what one here says under another uid.
    `of_table` counts the conflicts between versions of one row of a table, under two uids.
    `returned` counts those `added` that had been removed here; `first_returned` are the first of
    them. Conflicts were settled for the other journal (`taken`) or for this one (`stayed`); of
    those, `tied` counts the ones where nothing says which version is newer. Only the first few are
    kept in `conflicts`. `left_out` are things that are versions of several things here at once.
    """

    added: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    alike: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    stayed: Counter[str] = field(default_factory=Counter)
    tied: int = 0
    of_table: int = 0
    returned: int = 0
    first_returned: list[Thing] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    left_out: list[Thing] = field(default_factory=list)


class Names(NamedTuple):
    """What the names of the other journal are called here."""

    regions: NameMatch[Region]
    treatments: NameMatch[Treatment]


def merge(
    journal: Journal,
    change: Change,
    things: Iterable[Entry | Use],
    background: Background,
    names: Names,
    *,
    uids: Container[str] | None = None,
) -> Merged:
    """Add what only the other journal has, and replace what is newer there.

    A thing keeps its id if no thing of its kind has ever had it here, or if there is none of its
    kind now; otherwise it is given a new one.

    Args:
        journal: Open for writing.
        change: The change that all of this becomes part of.
        things: The entries and uses of the other journal, with the names that they have there.
        background: What else the other journal holds.
        names: What its names are called here; new ones are added.
        uids: Those of the entries and uses of the other journal, so that each one that says what
            one here alone says can be left out; None to add them all.
    """
    for region in names.regions.new:
        change.add(region)
    for treatment in names.treatments.new:
        change.add(treatment)
    merging = _Merging(journal, change, uids)
    for thing in things:
        if isinstance(thing, Entry):
            merging.take_logged(_named_as_here(thing, names), merging.entries_with(thing.uid))
        else:
            merging.take_logged(_use_named_as_here(thing, names), merging.uses_with(thing.uid))
    merging.settle_waiting()
    courses = _courses_named_as_here(background.courses, names)
    merging.take_all(courses, journal.courses(), _same_course)
    merging.take_all(background.consultations, journal.consultations(), _never)
    merging.take_all(background.questions, journal.questions(), _never)
    merging.take_all(background.pegs, journal.pegs(), _same_day)
    trials = _trials_named_as_here(background.trials, names)
    merging.take_all(trials, journal.trials(), _never)
    merging.take_all(background.trial_days, journal.trial_days(), _same_day_of_trial)
    take_days(journal, change, background, merging.take_all)
    answers = _answers_named_as_here(background.sign_answers, names)
    merging.take_all(answers, journal.sign_answers(), _never)
    _take_diaries(journal, change, background, names)
    take_order(journal, change, background, names.regions.here)
    return merging.merged


class _Merging:
    """A merge under way."""

    def __init__(self, journal: Journal, change: Change, uids: Container[str] | None) -> None:
        self.merged = Merged()
        self._uids = uids
        self._paired = set[str]()
        self._waiting: list[Entry | Use] = []
        self._from_tables: set[tuple[type, int]] | None = None
        self._journal = journal
        self._connection = journal.connection
        self._change = change
        self._highest: dict[str, int] = {kind: self._highest_id(kind) for kind in _DATED}
        self._logged: set[int] | None = None
        self._former: set[str] | None = None

    def entries_with(self, uid: str) -> list[Entry]:
        """Return the entry here with this uid, in a list, or an empty list."""
        found = self._connection.execute("select id from entry where uid = ?", [uid]).fetchone()
        return [self._journal.entry(found[0])] if found else []

    def uses_with(self, uid: str) -> list[Use]:
        """Return the use here with this uid, in a list, or an empty list."""
        found = self._connection.execute(
            "select id from use where uid = ? and entry_id is null", [uid]
        ).fetchone()
        return [self._journal.use(found[0])] if found else []

    def take_logged(self, there: Entry | Use, versions: Sequence[Entry | Use]) -> None:
        """Take an entry or a use, unless one that only this journal has says exactly the same."""
        if not versions and self._is_paired(there):
            self.merged.alike[kind_of(there).name] += 1
        elif not versions and self._table_versions(there):
            # What this one corrects may still turn out to be what another one repeats.
            self._waiting.append(there)
        else:
            self.take(there, versions)

    def settle_waiting(self) -> None:
        """Take what may be another version of a row that a table brought here."""
        for there in self._waiting:
            here = self._table_versions(there)[:1]
            self._paired.update(thing.uid for thing in here)
            settled = self.merged.taken.total() + self.merged.stayed.total()
            self.take(there, here)
            self.merged.of_table += self.merged.taken.total() + self.merged.stayed.total() - settled

    def _table_versions(self, there: Entry | Use) -> list[Entry | Use]:
        """Return what a table brought here, of the same moment and place, that is not there."""
        if self._uids is None:
            return []
        found = [
            here
            for here in versions_of(self._journal, there)
            if here.uid not in self._uids and here.uid not in self._paired
        ]
        if found and self._from_tables is None:
            self._from_tables = {key for _, key, _ in from_tables(self._connection)}
        return [here for here in found if key_of(here) in (self._from_tables or ())]

    def _is_paired(self, there: Entry | Use) -> bool:
        if self._uids is None:
            return False
        # Two that are alike in one journal are two: each is paired with one of the other.
        for here in alike(self._journal, there):
            if here.uid not in self._uids and here.uid not in self._paired:
                self._paired.add(here.uid)
                return True
        return False

    def take_all(
        self,
        things: Iterable[Any],
        present: Iterable[Any],
        is_same: Callable[[Any, Any], bool],
    ) -> None:
        """Take several things; `is_same` finds versions of them that have another uid."""
        here = {thing.id: thing for thing in present}
        for thing in things:
            versions = [h for h in here.values() if h.uid == thing.uid or is_same(h, thing)]
            now = self.take(thing, versions)
            if now is not None:
                here[now.id] = now

    def take(self, there: Any, versions: Sequence[Any]) -> Any:  # noqa: ANN401 - any kind of thing
        """Take one thing; return it as it is here afterwards, or None if it was not taken.

        Args:
            there: The thing as the other journal has it.
            versions: What this journal has of it.
        """
        merged, kind = self.merged, kind_of(there).name
        if not versions:
            there = self._added(there)
            merged.added[kind] += 1
            return there
        if any(content(here) == content(there) for here in versions):
            merged.known[kind] += 1
            return None
        if len(versions) > 1:
            merged.left_out.append(there)
            return None
        (here,) = versions
        there = there._replace(id=here.id)
        if taken := _is_newer(there, here):
            self._change.put(there)
        elif self._is_logged(there):
            merged.known[kind] += 1
            return None
        else:
            # The log holds what changes have replaced. Putting the older version in and replacing
            # it at once gets it into the log, and undo still changes nothing.
            self._change.put(there)
            self._change.put(here)
        (merged.taken if taken else merged.stayed)[kind] += 1
        tied = not taken and not _is_newer(here, there)
        merged.tied += tied
        if len(merged.conflicts) < MOST_CONFLICTS_KEPT:
            merged.conflicts.append(Conflict(here, there, taken, tied))
        return there if taken else None

    def _added(self, there: Any) -> Any:  # noqa: ANN401 - as take
        was_removed = there.uid in self._uids_in_log()
        is_free = self._is_free(kind_of(there).name, there.id)
        there = there._replace(id=there.id if is_free else 0)
        if isinstance(there, Entry | Use):
            there = self._change.add(there)
        else:
            there = there._replace(id=self._change.put(there))
        if was_removed:
            self.merged.returned += 1
            if len(self.merged.first_returned) < MOST_CONFLICTS_KEPT:
                self.merged.first_returned.append(there)
        return there

    def _uids_in_log(self) -> set[str]:
        """Return the uids of what earlier changes have removed or replaced."""
        if self._former is None:
            found = self._connection.execute(
                "select json_extract(other, '$.uid') from change_item"
                " join change on change.id = change_id"
                " where undone_at is null and other is not null"
            )
            self._former = {uid for (uid,) in found if uid}
        return self._former

    def _is_free(self, kind: str, number: int) -> bool:
        if not self._highest[kind] < number <= HIGHEST_ID:
            return False
        found = self._connection.execute(f"select 1 from {kind} where id = ?", [number])
        return found.fetchone() is None

    def _highest_id(self, kind: str) -> int:
        if self._connection.execute(f"select 1 from {kind} limit 1").fetchone() is None:
            return 0
        (highest,) = self._connection.execute(
            "select seq from sqlite_sequence where name = ?", [kind]
        ).fetchone()
        return int(highest)

    def _is_logged(self, there: Thing) -> bool:
        if self._logged is None:
            items = self._connection.execute(
                "select kind, key, other from change_item where other is not null"
            )
            self._logged = {
                _mark(kind, key, log.from_text(_DATED[kind], other))
                for kind, key, other in items
                if kind in _DATED
            }
        return _mark(kind_of(there).name, there.id, rows.image_of(there)) in self._logged


def content(thing: Thing) -> Thing:
    """Return a thing as the person said it, without uid, id and times of writing."""
    bare: Thing = thing._replace(uid="", id=0, updated_at="")
    return bare._replace(created_at="") if isinstance(bare, Entry | Use) else bare


def _is_newer(there: Thing, here: Thing) -> bool:
    try:
        return datetime.fromisoformat(there.updated_at) > datetime.fromisoformat(here.updated_at)
    except (ValueError, TypeError):
        return False  # a row of an earlier version has no time, or one without a UTC offset


def _mark(kind: str, key: rows.Key, image: rows.Image | None) -> int:
    import json

    plain = {
        name: sorted(map(str, map(tuple, value) if name == "tags" else value))
        if isinstance(value, list | tuple)
        else value
        for name, value in (image or {}).items()
    }
    return hash((kind, key, json.dumps(plain, sort_keys=True)))


def _named_as_here(entry: Entry, names: Names) -> Entry:
    regions, treatments = names.regions.here, names.treatments.here
    if entry.region not in regions and treatments.keys().isdisjoint(entry.treatments):
        return entry
    return entry._replace(
        region=regions.get(entry.region, entry.region),
        treatments=tuple(sorted({treatments.get(name, name) for name in entry.treatments})),
        doses=tuple(
            sorted({treatments.get(name, name): dose for name, dose in entry.doses}.items())
        ),
    )


def _use_named_as_here(use: Use, names: Names) -> Use:
    return use._replace(
        treatment=names.treatments.here.get(use.treatment, use.treatment),
        region=use.region and names.regions.here.get(use.region, use.region),
    )


def _take_diaries(journal: Journal, change: Change, background: Background, names: Names) -> None:
    """Keep an attack diary where the other journal keeps one."""
    present = {**journal.regions.by_name, **{region.name: region for region in names.regions.new}}
    for there in background.attack_diaries:
        name = names.regions.here.get(there, there)
        if name in present and present[name].diary != "attacks":
            change.edit(present[name]._replace(diary="attacks"))


def _courses_named_as_here(courses: Iterable[Course], names: Names) -> list[Course]:
    return [
        course._replace(
            treatment=names.treatments.here.get(course.treatment, course.treatment),
            region=course.region and names.regions.here.get(course.region, course.region),
        )
        for course in courses
    ]


def _trials_named_as_here(trials: Iterable[Trial], names: Names) -> list[Trial]:
    return [
        trial._replace(
            a=renamed_arm(trial.a, names.treatments.here),
            b=renamed_arm(trial.b, names.treatments.here),
            region=names.regions.here.get(trial.region, trial.region),
        )
        for trial in trials
    ]


def _answers_named_as_here(answers: Iterable[SignAnswer], names: Names) -> list[SignAnswer]:
    here = names.regions.here
    return [
        answer._replace(region=answer.region and here.get(answer.region, answer.region))
        for answer in answers
    ]


def _never(_here: Thing, _there: Thing) -> bool:
    return False


def _same_course(here: Course, there: Course) -> bool:
    # A step may begin on the day on which the step before it ends.
    return here.overlaps(there) and not _is_step(here, there)


def _is_step(one: Course, other: Course) -> bool:
    return bool(one.uid) and (one.continues == other.uid or other.continues == one.uid)


def _same_day_of_trial(here: TrialDay, there: TrialDay) -> bool:
    return (here.trial, here.day) == (there.trial, there.day)


def _same_day(here: Peg, there: Peg) -> bool:
    return here.answered_on == there.answered_on
