"""Any sequence of changes, undone and made again, against a list of snapshots."""

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from builders import consultation, course, entry, peg, use
from painlog.errors import NotFoundError
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.model.use import Use
from painlog.store import log
from painlog.store.journal import Journal

RATINGS = st.integers(0, 10)
MAYBE_RATINGS = st.none() | RATINGS
SIDES = st.sampled_from([None, "left", "right", "both"])
TAGS = st.sets(st.sampled_from(["burning", "dull: deep", "'sharp'", "walk", "rain"]), max_size=2)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
NAMES = st.sampled_from(["bad spot", "other spot", "third spot"])
LAMPS = st.sampled_from(["heat lamp", "red lamp"])
DOSES = st.sampled_from(
    [parse_dose("2x500 mg"), parse_dose("half a tablet"), Dose(None, "", "30/500"), None]
)
SEEDS = st.integers(0, 99)


@dataclass(frozen=True)
class Content:
    """All that a journal holds, by id or name."""

    entries: dict[int, Entry] = field(default_factory=dict)
    courses: dict[int, Course] = field(default_factory=dict)
    visits: dict[int, Consultation] = field(default_factory=dict)
    pegs: dict[int, Peg] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    treatments: dict[str, Treatment] = field(default_factory=dict)
    uses: dict[int, Use] = field(default_factory=dict)
    diaries: tuple[str, ...] = ()


def without(things, key):
    return {k: thing for k, thing in things.items() if k != key}


def pick(things, seed):
    return [*things][seed % len(things)]


class AnyChanges(RuleBasedStateMachine):
    """A journal, and beside it the content after each change and how many of these stand."""

    def __init__(self):
        super().__init__()
        self.journal = Journal(Path("there is no such file.db"))
        self.snapshots = [Content()]
        self.standing = 0

    def teardown(self):
        try:
            self.undo_all_and_redo_all()
        finally:
            self.journal.close()

    @property
    def now(self):
        return self.snapshots[self.standing]

    @contextmanager
    def change(self):
        with log.change(self.journal.connection, "step") as change:
            yield change

    def then(self, **parts):
        changed = replace(self.now, **parts)
        # A change that changes nothing is not logged.
        if changed != self.now:
            self.snapshots[self.standing + 1 :] = [changed]
            self.standing += 1

    def stored(self):
        # Names are read once for each command; here there are many commands.
        for name in ("regions", "treatments"):
            vars(self.journal).pop(name, None)
        return Content(
            {e.id: e for e in self.journal.entries()},
            {c.id: c for c in self.journal.courses()},
            {c.id: c for c in self.journal.consultations()},
            {p.id: p for p in self.journal.pegs()},
            {r.name: r for r in self.journal.regions.all if r.own},
            {t.name: t for t in self.journal.treatments.all if t.own},
            {u.id: u for u in self.journal.uses()},
            tuple(r.name for r in self.journal.regions.all if r.diary == "attacks"),
        )

    def rating(self, data):
        """An entry for a region of the catalogue or of the person's own."""
        day = data.draw(st.integers(1, 20))
        treatments = tuple(
            sorted(data.draw(st.sets(st.sampled_from(["heat", *self.now.treatments]))))
        )
        doses = ((name, data.draw(DOSES)) for name in treatments)
        return entry("heel", data.draw(RATINGS), day=day)._replace(
            region=data.draw(st.sampled_from(["heel", "neck", *self.now.regions])),
            side=data.draw(SIDES),
            intensity_before=data.draw(MAYBE_RATINGS),
            interference=data.draw(MAYBE_RATINGS),
            treatments=treatments,
            doses=tuple((name, dose) for name, dose in doses if dose),
            until=data.draw(st.none() | st.just(entry("heel", 0, day=day + 2).felt_at)),
            qualities=tuple(sorted(data.draw(TAGS))),
            triggers=tuple(sorted(data.draw(TAGS))),
            note=data.draw(TEXTS),
        )

    @rule(data=st.data(), number=st.integers(1, 2))
    def add_entries(self, data, number):
        with self.change() as change:
            added = [change.add(self.rating(data)) for _ in range(number)]
        self.then(entries=self.now.entries | {e.id: e for e in added})

    @precondition(lambda self: self.now.entries)
    @rule(data=st.data(), seed=SEEDS)
    def edit_entry(self, data, seed):
        old = self.now.entries[pick(self.now.entries, seed)]
        new = self.rating(data)._replace(id=old.id, uid=old.uid, created_at=old.created_at)
        with self.change() as change:
            new = change.edit(new)
        self.then(entries=self.now.entries | {old.id: new})

    @precondition(lambda self: self.now.entries)
    @rule(seed=SEEDS)
    def remove_entry(self, seed):
        gone = pick(self.now.entries, seed)
        with self.change() as change:
            change.remove_key("entry", gone)
        self.then(entries=without(self.now.entries, gone))

    @rule(data=st.data(), start=st.integers(1, 20))
    def add_course(self, data, start):
        new = course("heat", start=start)._replace(
            treatment=data.draw(st.sampled_from(["heat", *self.now.treatments])),
            region=data.draw(st.sampled_from([None, "heel", *self.now.regions])),
            dose=data.draw(DOSES),
            continues=data.draw(st.sampled_from(["", *(c.uid for c in self.now.courses.values())])),
        )
        with self.change() as change:
            new = change.add(new)
        self.then(courses=self.now.courses | {new.id: new})

    @precondition(lambda self: self.now.courses)
    @rule(seed=SEEDS, days=st.integers(0, 9))
    def edit_course(self, seed, days):
        old = self.now.courses[pick(self.now.courses, seed)]
        new = old._replace(ended_on=old.started_on.replace(day=20 + days))
        with self.change() as change:
            # With the time at which it was written.
            new = change.edit(new)
        self.then(courses=self.now.courses | {old.id: new})

    @precondition(lambda self: self.now.courses)
    @rule(seed=SEEDS)
    def remove_course(self, seed):
        gone = pick(self.now.courses, seed)
        with self.change() as change:
            change.remove_key("course", gone)
        self.then(courses=without(self.now.courses, gone))

    def taken(self, data):
        """A use without a rating."""
        return use("heat", day=data.draw(st.integers(1, 20)), note=data.draw(TEXTS))._replace(
            treatment=data.draw(st.sampled_from(["heat", *self.now.treatments])),
            region=data.draw(st.sampled_from([None, "heel", *self.now.regions])),
            dose=data.draw(DOSES),
        )

    @rule(data=st.data())
    def add_use(self, data):
        with self.change() as change:
            new = change.add(self.taken(data))
        self.then(uses=self.now.uses | {new.id: new})

    @precondition(lambda self: self.now.uses)
    @rule(data=st.data(), seed=SEEDS)
    def edit_use(self, data, seed):
        old = self.now.uses[pick(self.now.uses, seed)]
        new = self.taken(data)._replace(id=old.id, uid=old.uid, created_at=old.created_at)
        with self.change() as change:
            new = change.edit(new)
        self.then(uses=self.now.uses | {old.id: new})

    @precondition(lambda self: self.now.uses)
    @rule(seed=SEEDS)
    def remove_use(self, seed):
        gone = pick(self.now.uses, seed)
        with self.change() as change:
            change.remove_key("use", gone)
        self.then(uses=without(self.now.uses, gone))

    @rule(name=st.sampled_from(["head", "neck"]))
    def turn_diary(self, name):
        region = self.journal.regions.by_name[name]
        on = region.diary == "days"
        with self.change() as change:
            change.edit(region._replace(diary="attacks" if on else "days"))
        names = {*self.now.diaries, name} if on else {*self.now.diaries} - {name}
        self.then(diaries=tuple(sorted(names)))

    @rule(day=st.integers(1, 20), note=TEXTS)
    def add_consultation(self, day, note):
        with self.change() as change:
            new = change.add(consultation(day, note))
        self.then(visits=self.now.visits | {new.id: new})

    @precondition(lambda self: self.now.visits)
    @rule(seed=SEEDS)
    def remove_consultation(self, seed):
        gone = pick(self.now.visits, seed)
        with self.change() as change:
            change.remove_key("consultation", gone)
        self.then(visits=without(self.now.visits, gone))

    @rule(day=st.integers(1, 5), answers=st.tuples(RATINGS, RATINGS, RATINGS))
    def add_peg(self, day, answers):
        new = peg(*answers, day=day)
        if new.answered_on in {p.answered_on for p in self.now.pegs.values()}:
            return
        with self.change() as change:
            new = change.add(new)
        self.then(pegs=self.now.pegs | {new.id: new})

    @precondition(lambda self: self.now.pegs)
    @rule(seed=SEEDS)
    def remove_peg(self, seed):
        gone = pick(self.now.pegs, seed)
        with self.change() as change:
            change.remove_key("peg", gone)
        self.then(pegs=without(self.now.pegs, gone))

    @rule(name=NAMES)
    def add_region(self, name):
        if name in self.now.regions:
            return
        new = Region(name, "optional", "own", (f"{name} too",), own=True)
        with self.change() as change:
            change.add(new)
        self.then(regions=self.now.regions | {name: new})

    @precondition(lambda self: self.now.regions)
    @rule(seed=SEEDS, name=NAMES)
    def rename_region(self, seed, name):
        old = pick(self.now.regions, seed)
        if name in without(self.now.regions, old):
            return
        new = self.now.regions[old]._replace(name=name)
        with self.change() as change:
            change.edit(new, old)
        self.then(
            regions=without(self.now.regions, old) | {name: new},
            entries={
                i: e._replace(region=name) if e.region == old else e
                for i, e in self.now.entries.items()
            },
            courses={
                i: c._replace(region=name) if c.region == old else c
                for i, c in self.now.courses.items()
            },
            uses={
                i: u._replace(region=name) if u.region == old else u
                for i, u in self.now.uses.items()
            },
        )

    @precondition(lambda self: self.now.regions)
    @rule(seed=SEEDS)
    def remove_region(self, seed):
        gone = pick(self.now.regions, seed)
        if self.journal.namings("region", gone):
            return
        with self.change() as change:
            change.remove_key("region", gone)
        self.then(regions=without(self.now.regions, gone))

    @rule(name=LAMPS)
    def add_treatment(self, name):
        if name in self.now.treatments:
            return
        new = Treatment(name, "self-care", own=True)
        with self.change() as change:
            change.add(new)
        self.then(treatments=self.now.treatments | {name: new})

    @precondition(lambda self: len(self.now.treatments) == 1)
    @rule(name=LAMPS)
    def rename_treatment(self, name):
        (old,) = self.now.treatments
        new = self.now.treatments[old]._replace(name=name)
        with self.change() as change:
            change.edit(new, old)
        self.then(
            treatments={name: new},
            entries={
                i: e._replace(
                    treatments=tuple(sorted(name if t == old else t for t in e.treatments)),
                    doses=tuple(sorted((name if t == old else t, d) for t, d in e.doses)),
                )
                for i, e in self.now.entries.items()
            },
            courses={
                i: c._replace(treatment=name) if c.treatment == old else c
                for i, c in self.now.courses.items()
            },
            uses={
                i: u._replace(treatment=name) if u.treatment == old else u
                for i, u in self.now.uses.items()
            },
        )

    @rule()
    def undo(self):
        if self.standing:
            self.journal.undo()
            self.standing -= 1
        else:
            with pytest.raises(NotFoundError):
                self.journal.undo()

    @rule()
    def redo(self):
        if self.standing < len(self.snapshots) - 1:
            self.journal.redo()
            self.standing += 1
        else:
            with pytest.raises(NotFoundError):
                self.journal.redo()

    @invariant()
    def holds_what_the_model_holds(self):
        assert self.stored() == self.now

    def undo_all_and_redo_all(self):
        for step, count in ((self.undo, self.standing), (self.redo, len(self.snapshots) - 1)):
            for _ in range(count):
                step()
                self.holds_what_the_model_holds()
        assert self.stored() == self.snapshots[-1]


TestAnyChanges = AnyChanges.TestCase
TestAnyChanges.settings = settings(max_examples=40, stateful_step_count=25)
