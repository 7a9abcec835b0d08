"""The journal: entries, courses and consultations in, entries, courses and consultations out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from painlog.errors import BadFileError, NotFoundError
from painlog.model.entry import Entry
from painlog.model.region import Region, Regions, Side
from painlog.store import database, log
from painlog.store.connections import closed_on_error
from painlog.store.foreign import refuse_foreign_parts

if TYPE_CHECKING:
    from painlog.model.contents import Background, Consultation
    from painlog.model.course import Course
    from painlog.model.peg import Peg
    from painlog.model.selection import ChosenPlace, Selection
    from painlog.model.treatment import Treatments
    from painlog.store.connections import Waiting

_ENTRY = """
    select
        id, uid, felt_at, region, side, intensity, intensity_before, interference, note,
        created_at, updated_at,
        (select group_concat(treatment, ';') from entry_treatment where entry_id = entry.id),
        (select group_concat(kind || ':' || value, ';') from entry_tag where entry_id = entry.id)
    from entry
"""
# Some at a time are read quicker than one by one, and need no memory to speak of.
_ROWS_AT_A_TIME = 200


class Journal:
    """An open journal. Use it in a `with` block, or close it.

    Where there is no file yet it is empty, and the first change makes the file.
    """

    def __init__(
        self, path: Path, *, writing: bool = False, waiting: "Waiting | None" = None
    ) -> None:
        self.path = path
        found = database.connect(path, writing=writing, waiting=waiting)
        if found is not None:
            with closed_on_error(found):
                refuse_foreign_parts(found, writing=writing)
        self.exists = found is not None
        if found is None:
            from painlog.store import empty

            found = empty.in_memory()
        self.connection = found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def change(self, command: str) -> Iterator[log.Change]:
        """One change by `command`, saved when the block ends without error."""
        self._make_sure_of_file()
        with log.change(self.connection, command) as change:
            yield change

    def undo(self) -> log.Logged:
        """Take back the newest change that still stands."""
        from painlog.store import history

        return history.undo(self.connection, self.path)

    def redo(self) -> log.Logged:
        """Make again the change that was taken back last."""
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
        """The catalogue's regions and the person's own."""
        from painlog.model.catalogue.regions import REGIONS

        own = self.connection.execute("select name, sides, synonyms from region where own")
        return Regions(
            (*REGIONS, *(Region(n, s, "own", _split(syn), own=True) for n, s, syn in own))
        )

    @cached_property
    def treatments(self) -> "Treatments":
        """The catalogue's treatments and the person's own."""
        from painlog.model.catalogue.treatments import TREATMENTS
        from painlog.model.treatment import Treatment, Treatments

        own = self.connection.execute(
            "select name, kind, conventional, synonyms from treatment where own"
        )
        return Treatments(
            (
                *TREATMENTS,
                *(Treatment(n, k, bool(c), _split(syn), own=True) for n, k, c, syn in own),
            )
        )

    def entries(
        self, selection: "Selection | None" = None, *, newest_first: bool = False
    ) -> Iterator[Entry]:
        """The entries that are meant, one by one, in the order in which they were felt."""
        where, values = _where(selection)
        sql = f"{_ENTRY} where {where} order by felt_at desc, id desc"
        if selection and selection.limit is not None:
            sql += " limit ?"
            values.append(selection.limit)
            if not newest_first:
                sql = f"select * from ({sql}) order by felt_at, id"
        elif not newest_first:
            sql = f"{_ENTRY} where {where} order by felt_at, id"
        found = self.connection.execute(sql, values)
        while rows := found.fetchmany(_ROWS_AT_A_TIME):
            yield from map(_entry, rows)

    def entry(self, entry_id: int) -> Entry:
        """The entry with this id.

        Raises:
            NotFoundError: if there is none.
        """
        # As text, because SQLite takes no number beyond its own largest.
        row = self.connection.execute(f"{_ENTRY} where id = ?", [str(entry_id)]).fetchone()
        if row is None:
            raise NotFoundError(f"There is no entry {entry_id}. See the ids with: painlog list")
        return _entry(row)

    def count(self, selection: "Selection | None" = None, *, most: int | None = None) -> int:
        """How many entries are meant, whatever the limit; no more than `most` are counted."""
        where, values = _where(selection)
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
        """The days of the first and the last entry."""
        first, last = self.connection.execute(
            # Apart, each is the end of an index; together they would be a walk through all of it.
            "select (select min(felt_at) from entry), (select max(felt_at) from entry)"
        ).fetchone()
        if first is None:
            return None
        return datetime.fromisoformat(first).date(), datetime.fromisoformat(last).date()

    def same_rating_since(self, entry: Entry, since: datetime) -> bool:
        """Whether another entry written since then has its region, side and intensity."""
        row = self.connection.execute(
            "select 1 from entry where region = ? and felt_at > ? and felt_at < ?"
            " and side is ? and intensity = ? and id <> ?"
            " and created_at >= ? and abs(strftime('%s', felt_at) - ?) < 60 limit 1",
            [
                entry.region,
                *around(entry.felt_at),
                entry.side,
                entry.intensity,
                entry.id,
                since.astimezone(UTC).isoformat(timespec="seconds"),
                int(entry.felt_at.timestamp()),
            ],
        )
        return row.fetchone() is not None

    def places(self, selection: "Selection") -> list[tuple[str, Side | None]]:
        """The regions and sides of the entries that are meant."""
        where, values = _where(selection)
        limit = -1 if selection.limit is None else selection.limit
        return self.connection.execute(
            f"select distinct region, side from (select region, side from entry where {where}"
            " order by felt_at desc, id desc limit ?)",
            [*values, limit],
        ).fetchall()

    def places_since(self, since: date) -> list[tuple[str, Side | None]]:
        """Regions and sides rated since a day, the one rated most often first."""
        return self.connection.execute(
            "select region, side from entry where felt_at >= ?"
            # With the sign, the index of regions is of no use here, and that of times is taken.
            " group by +region, side order by count(*) desc, region, side",
            [since.isoformat()],
        ).fetchall()

    def treatments_since(self, since: date) -> list[str]:
        """Treatments that entries named since a day, the one named most often first."""
        rows = self.connection.execute(
            # A cross join goes through the left table first: the few entries since that day.
            "select treatment from entry cross join entry_treatment on entry.id = entry_id"
            " where felt_at >= ? group by treatment order by count(*) desc, treatment",
            [since.isoformat()],
        )
        return [name for (name,) in rows]

    def treatments_by_place_since(self, since: date) -> set[tuple[str, Side | None, str]]:
        """Which treatments entries of which region and side named since a day."""
        rows = self.connection.execute(
            "select distinct +region, side, treatment"
            " from entry cross join entry_treatment on entry.id = entry_id where felt_at >= ?",
            [since.isoformat()],
        )
        return set(rows)

    def courses(self) -> "tuple[Course, ...]":
        """Every course that was started by hand, oldest first."""
        from painlog.model.course import Course, place_of_course

        rows = self.connection.execute(
            "select treatment, started_on, ended_on, region, side, uid, id, updated_at from course"
            " order by started_on, id"
        )
        return tuple(
            Course(
                treatment,
                date.fromisoformat(started),
                date.fromisoformat(ended) if ended else None,
                *place_of_course(region, side),
                uid,
                course_id,
                updated_at=updated_at,
            )
            for treatment, started, ended, region, side, uid, course_id, updated_at in rows
        )

    def consultations(self) -> "tuple[Consultation, ...]":
        """Every visit to a clinician, oldest first."""
        from painlog.model.contents import Consultation

        rows = self.connection.execute(
            "select held_on, note, uid, id, updated_at from consultation order by held_on, id"
        )
        return tuple(Consultation(date.fromisoformat(on), *rest) for on, *rest in rows)

    def pegs(self) -> "tuple[Peg, ...]":
        """Every PEG, oldest first."""
        from painlog.model.peg import Peg

        rows = self.connection.execute(
            "select answered_on, pain, enjoyment, activity, uid, id, updated_at from peg"
            " order by answered_on"
        )
        return tuple(Peg(date.fromisoformat(on), *rest) for on, *rest in rows)

    def background(self) -> "Background":
        """All that the journal holds beside its entries."""
        from painlog.model.contents import Background

        return Background(
            self.courses(),
            self.consultations(),
            self.pegs(),
            tuple(region for region in self.regions.all if region.own),
            tuple(treatment for treatment in self.treatments.all if treatment.own),
        )

    def uses(self, kind: str, name: str) -> int:
        """How many entries and courses name a region or a treatment."""
        entries = "entry" if kind == "region" else "entry_treatment"
        number: int = self.connection.execute(
            f"select (select count(*) from {entries} where {kind} = :name)"
            f" + (select count(*) from course where {kind} = :name)",
            {"name": name},
        ).fetchone()[0]
        return number


def around(moment: datetime) -> tuple[str, str]:
    """Between which two texts of `felt_at` a moment is stored, whatever the offset of its clock."""
    # A clock elsewhere is less than a day away.
    there = moment.astimezone(UTC).replace(tzinfo=None)
    day = timedelta(days=1)
    return (there - day).isoformat(timespec="seconds"), (there + day).isoformat(timespec="seconds")


def _where(selection: "Selection | None") -> tuple[str, list[object]]:
    parts, values = ["true"], list[object]()
    if selection is None:
        return "true", values
    if selection.places:
        asked = [_of_place(place) for place in selection.places]
        parts.append(f"({' or '.join(sql for sql, _ in asked)})")
        values += (value for _, given in asked for value in given)
    if selection.since:
        parts.append("felt_at >= ?")
        values.append(selection.since.isoformat())
    if selection.until:
        parts.append("felt_at < ?")
        values.append((selection.until + timedelta(days=1)).isoformat())
    if selection.treatments:
        marks = ", ".join("?" * len(selection.treatments))
        parts.append(
            "exists (select 1 from entry_treatment"
            f" where entry_id = entry.id and treatment in ({marks}))"
        )
        values += selection.treatments
    return " and ".join(parts), values


def _of_place(place: "ChosenPlace") -> tuple[str, list[object]]:
    parts = []
    if place.region is not None:
        parts.append("region = ?")
    if place.side is not None:
        parts.append("side = ?")
    if place.without_side:
        parts.append("side is null")
    values: list[object] = [v for v in (place.region, place.side) if v is not None]
    return " and ".join(parts) or "true", values


def _entry(row: tuple[Any, ...]) -> Entry:
    (
        entry_id, uid, felt_at, region, side, intensity, before, interference, note,
        created_at, updated_at, treatments, tags,
    ) = row  # fmt: skip
    qualities, triggers, conditions = _tags(tags)
    return Entry(
        datetime.fromisoformat(felt_at),
        region,
        intensity,
        side,
        before,
        interference,
        _treatments(treatments),
        qualities,
        triggers,
        conditions,
        note,
        uid,
        entry_id,
        created_at,
        updated_at,
    )


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def _treatments(joined: str | None) -> tuple[str, ...]:
    return tuple(sorted(joined.split(";"))) if joined else ()


@lru_cache(maxsize=1024)
def _tags(joined: str | None) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Qualities, triggers and conditions."""
    tags = [tag.split(":", 1) for tag in joined.split(";")] if joined else []
    qualities, triggers, conditions = (
        tuple(sorted(value for kind, value in tags if kind == wanted))
        for wanted in ("quality", "trigger", "condition")
    )
    return qualities, triggers, conditions


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()
