"""The journal: read what its file holds, and make one change after another."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from painlog.errors import BadFileError, NotFoundError
from painlog.files.companions import part
from painlog.model.entry import Entry
from painlog.model.region import Region, Regions, Side
from painlog.store import conditions, database
from painlog.store import rows as codec
from painlog.store.connections import closed_on_error, open_in_memory, open_to_look
from painlog.store.foreign import refuse_foreign_parts

if TYPE_CHECKING:
    from painlog.model.contents import Background, Consultation, VisitQuestion
    from painlog.model.course import Course
    from painlog.model.known_treatments import Treatments
    from painlog.model.peg import Peg
    from painlog.model.selection import Selection
    from painlog.model.sign_answer import SignAnswer
    from painlog.model.trial import Trial, TrialDay
    from painlog.model.use import Use
    from painlog.store.connections import Waiting
    from painlog.store.log import Change, Logged
    from painlog.store.mappings import SavedMapping
    from painlog.store.rows import AnyThing


class Journal:
    """An open journal. Use it in a `with` block, or close it.

    Without a file it is empty, and the first change makes the file. With `rehearsing`, changes can
    be seen inside their block and are then rolled back. With `glancing`, it never waits or
    complains, and counts what it cannot read as absent.
    """

    def __init__(
        self,
        path: Path,
        *,
        writing: bool = False,
        rehearsing: bool = False,
        glancing: bool = False,
        waiting: "Waiting | None" = None,
    ) -> None:
        self.path = path
        self._rehearsing, self._glancing = rehearsing, glancing
        found = (
            _opened_at_a_glance(path)
            if glancing
            else _opened(path, writing=writing, waiting=waiting)
        )
        self.exists = found is not None
        self.connection = found or _without_file(glancing=glancing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def change(self, command: str, continues: int = 0) -> "Iterator[Change]":
        """Make one change by `command`; it is saved when the block ends without error.

        `continues` is the number of a change that it is to be part of: see `log.change`.
        """
        from painlog.store import log

        if self._rehearsing:
            making = log.rehearsal(self.connection, command)
        else:
            self._make_sure_of_file()
            making = log.change(self.connection, command, continues)
        with making as change:
            yield change

    def undo(self) -> "Logged":
        """Take back the newest change that still stands."""
        from painlog.store import history

        return history.undo(self.connection, self.path)

    def redo(self) -> "Logged":
        """Redo the change that was undone last."""
        from painlog.store import history

        return history.redo(self.connection, self.path)

    def _make_sure_of_file(self) -> None:
        if self.exists:
            return

        from painlog.store import empty

        empty.create(self.path)
        self.connection.close()
        made = database.connect(self.path, writing=True)
        if made is None:
            raise BadFileError(f"{self.path} vanished as soon as it was made. Nothing was saved.")
        self.connection, self.exists = made, True

    @cached_property
    def regions(self) -> Regions:
        """The catalogue's regions and the person's own, each with its kind of diary."""
        from painlog.model.catalogue.regions import REGIONS

        found = [*self._things(Region, "where own or diary <> 'days'")]
        diaries = {region.name: region.diary for region in found if not region.own}
        return Regions(
            (
                *(r._replace(diary=diaries[r.name]) if r.name in diaries else r for r in REGIONS),
                *(region for region in found if region.own),
            )
        )

    @cached_property
    def treatments(self) -> "Treatments":
        """The catalogue's treatments and the person's own."""
        from painlog.model.catalogue.treatments import TREATMENTS
        from painlog.model.own_treatments import known_treatments
        from painlog.model.treatment import Treatment

        return known_treatments(TREATMENTS, self._things(Treatment, "where own"))

    def entries(
        self, selection: "Selection | None" = None, *, newest_first: bool = False
    ) -> Iterator[Entry]:
        """Read the chosen entries, one by one, in the order in which they were felt."""
        where, values = conditions.of_entries(selection)
        newest = f"where {where} order by felt_at desc, id desc"
        oldest = "order by felt_at, id"
        if selection is None or selection.limit is None:
            return self._things(
                Entry, newest if newest_first else f"where {where} {oldest}", values
            )
        condition = f"{newest} limit ?"
        if not newest_first:
            condition = f"where id in (select id from entry {condition}) {oldest}"
        return self._things(Entry, condition, [*values, selection.limit])

    def entry(self, entry_id: int) -> Entry:
        """Return the entry with this id.

        Raises:
            NotFoundError: if there is none.
        """
        # As text, because the id may be larger than any number that SQLite takes.
        for entry in self._things(Entry, "where id = ?", [str(entry_id)]):
            return entry
        raise NotFoundError(f"There is no entry {entry_id}. See the ids with: painlog list")

    def uses(
        self, selection: "Selection | None" = None, *, newest_first: bool = False
    ) -> "Iterator[Use]":
        """Read the chosen uses without a rating, one by one, in the order of time.

        Uses with a rating are part of their entry.
        """
        from painlog.model.use import Use

        where, values = conditions.of_uses(selection)
        newest = f"where {where} order by used_at desc, id desc"
        oldest = "order by used_at, id"
        if selection is None or selection.limit is None:
            return self._things(Use, newest if newest_first else f"where {where} {oldest}", values)
        condition = f"{newest} limit ?"
        if not newest_first:
            condition = f"where id in (select id from use {condition}) {oldest}"
        return self._things(Use, condition, [*values, selection.limit])

    def use(self, use_id: int) -> "Use":
        """Return the use without a rating that has this id.

        Raises:
            NotFoundError: if there is none.
        """
        from painlog.model.use import Use

        for use in self._things(Use, "where entry_id is null and id = ?", [str(use_id)]):
            return use
        raise NotFoundError(f"There is no use u{use_id}. See the ids with: painlog list")

    def count_uses(self, selection: "Selection | None" = None, *, most: int | None = None) -> int:
        """Count the chosen uses without a rating, whatever the limit, up to `most`."""
        where, values = conditions.of_uses(selection)
        found = self.connection.execute(
            f"select count(*) from (select 1 from use where {where} limit ?)",
            [*values, -1 if most is None else most],
        )
        number: int = found.fetchone()[0]
        return number

    def count(self, selection: "Selection | None" = None, *, most: int | None = None) -> int:
        """Count the chosen entries, whatever the limit, up to `most`."""
        where, values = conditions.of_entries(selection)
        found = self.connection.execute(
            f"select count(*) from (select 1 from entry where {where} limit ?)",
            [*values, -1 if most is None else most],
        )
        number: int = found.fetchone()[0]
        return number

    @property
    def is_empty(self) -> bool:
        """Whether it has no entry."""
        return not self.count(most=1)

    def span(self) -> tuple[date, date] | None:
        """Return the days of the first and the last entry."""
        first, last = self.connection.execute(
            # Separate selects read only the ends of an index; one select would read all of it.
            "select (select min(felt_at) from entry), (select max(felt_at) from entry)"
        ).fetchone()
        if first is None:
            return None
        return datetime.fromisoformat(first).date(), datetime.fromisoformat(last).date()

    def places(self, selection: "Selection") -> list[tuple[str, Side | None]]:
        """Return the regions and sides of the chosen entries."""
        where, values = conditions.of_entries(selection)
        limit = -1 if selection.limit is None else selection.limit
        return self.connection.execute(
            f"select distinct region, side from (select region, side from entry where {where}"
            " order by felt_at desc, id desc limit ?)",
            [*values, limit],
        ).fetchall()

    def courses(self) -> "tuple[Course, ...]":
        """Return every course that was started by hand, oldest first."""
        from painlog.model.course import Course, for_its_place

        return tuple(map(for_its_place, self._things(Course, "order by started_on, id")))

    def consultations(self) -> "tuple[Consultation, ...]":
        """Return every visit to a clinician, oldest first."""
        from painlog.model.contents import Consultation

        return tuple(self._things(Consultation, "order by held_on, id"))

    def questions(self) -> "tuple[VisitQuestion, ...]":
        """Return every question for a clinician, in the order in which they were kept."""
        from painlog.model.contents import VisitQuestion

        return tuple(self._things(VisitQuestion, "order by id"))

    def pegs(self) -> "tuple[Peg, ...]":
        """Return every PEG, oldest first."""
        from painlog.model.peg import Peg

        return tuple(self._things(Peg, "order by answered_on"))

    def trials(self) -> "tuple[Trial, ...]":
        """Return every trial, in the order of their first days."""
        from painlog.model.trial import Trial

        return tuple(self._things(Trial, "order by starts_on, id"))

    def trial_days(self, trial: "Trial | None" = None) -> "tuple[TrialDay, ...]":
        """Return what was said of the days of a trial, or of every trial, oldest first."""
        from painlog.model.trial import TrialDay

        where, values = ("where trial = ?", [trial.uid]) if trial else ("", [])
        return tuple(self._things(TrialDay, f"{where} order by day, id", values))

    def sign_answers(self) -> "tuple[SignAnswer, ...]":
        """Return every answer about a warning sign, in the order in which they were given."""
        from painlog.model.sign_answer import SignAnswer

        found = self._things(SignAnswer, "order by answered_at, id")
        # Texts with different UTC offsets are not in order.
        return tuple(sorted(found, key=lambda answer: (answer.answered_at, answer.id)))

    def mappings(self) -> "tuple[SavedMapping, ...]":
        """Return the saved mappings, in alphabetical order."""
        from painlog.store.mappings import SavedMapping

        return tuple(self._things(SavedMapping, "order by name"))

    def background(self) -> "Background":
        """Return all that the journal holds besides entries and uses."""
        from painlog.model.contents import Background
        from painlog.store import days

        return Background(
            self.courses(),
            self.consultations(),
            self.pegs(),
            tuple(region for region in self.regions.all if region.own),
            tuple(treatment for treatment in self.treatments.all if treatment.own),
            tuple(region.name for region in self.regions.all if region.diary == "attacks"),
            self.trials(),
            self.trial_days(),
            *days.kept_days(self),
            days.checkin_places(self),
            sign_answers=self.sign_answers(),
            questions=self.questions(),
        )

    def namings(self, kind: str, name: str) -> int:
        """Count the rows that name a region or a treatment; an entry and its uses count as one."""
        from painlog.store.namings import namings

        return namings(self.connection, kind, name)

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return what a query finds; when glancing, nothing where it cannot be read."""
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.Error:
            if self._glancing:
                return []
            raise

    def things(
        self, type_: "type[AnyThing]", condition: str, values: Sequence[object] = ()
    ) -> "Iterator[AnyThing]":
        """Read things of a type, one by one; `condition` says which and in which order, in SQL."""
        return self._things(type_, condition, values)

    def _things(
        self, type_: "type[AnyThing]", condition: str, values: Sequence[object] = ()
    ) -> "Iterator[AnyThing]":
        if self._glancing:
            return self._legible(type_, condition, values)
        return codec.things(self.connection, type_, condition, values)

    def _legible(
        self, type_: "type[AnyThing]", condition: str, values: Sequence[object]
    ) -> "Iterator[AnyThing]":
        # A table that an older journal lacks, or a damaged page, ends the reading.
        with suppress(sqlite3.Error):
            yield from codec.legible_things(self.connection, type_, condition, values)


def _opened(path: Path, *, writing: bool, waiting: "Waiting | None") -> sqlite3.Connection | None:
    connection = database.connect(path, writing=writing, waiting=waiting)
    if connection is not None:
        with closed_on_error(connection):
            refuse_foreign_parts(connection, writing=writing)
    return connection


def _without_file(*, glancing: bool) -> sqlite3.Connection:
    if glancing:
        return open_in_memory()

    from painlog.store import empty

    return empty.in_memory()


def _opened_at_a_glance(path: Path) -> sqlite3.Connection | None:
    """Open a journal without making a file, waiting for a lock or bringing it up to date."""
    connection = None
    with suppress(OSError, sqlite3.Error, BadFileError):
        if path.is_file():
            # SQLite makes files beside a WAL journal even to read it, unless they are there
            # already or the file is opened as immutable. If the file changes all the same, the
            # glance may fail. A log that nobody is writing may be of another state of the file,
            # so it is not read.
            from painlog.store.leftover import is_in_use

            parts = [part(path, suffix) for suffix in ("-wal", "-shm")]
            live = all(map(Path.exists, parts)) and is_in_use(path)
            connection = open_to_look(path, immutable=not live, seconds=0)
            (found,) = connection.execute("pragma application_id").fetchone()
            refuse_foreign_parts(connection, writing=False)
            if found == database.APPLICATION_ID:
                return connection
    if connection is not None:
        connection.close()
    return None
