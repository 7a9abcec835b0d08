"""Find what may be intended but is worth a look: wrong clocks, courses without an entry."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from painlog.model.course import Course, for_its_place
from painlog.model.finding import Finding
from painlog.store import rows
from painlog.store.check.values import is_moment

_CLOCKS_DIFFER = timedelta(minutes=5)
_LONG_OPEN = timedelta(days=365)


def clocks(connection: sqlite3.Connection, now: datetime) -> Iterator[Finding]:
    """Find entries in the future or out of order: a clock must have been wrong."""
    to_come, ahead, back = [], [], []
    latest = 0.0
    limit = (now + _CLOCKS_DIFFER).timestamp()
    for entry_id, felt_at, created_at, imported in _written(connection):
        felt = _stamp(felt_at) if is_moment(felt_at) else None
        written = _stamp(created_at)
        if felt is not None and felt > limit:
            to_come.append(entry_id)
        elif (
            felt is not None
            and written is not None
            and felt > written + _CLOCKS_DIFFER.total_seconds()
        ):
            ahead.append(entry_id)
        # An import keeps the times at which entries were written elsewhere.
        if written is None or imported:
            continue
        if written < latest - _CLOCKS_DIFFER.total_seconds():
            back.append(entry_id)
        latest = max(latest, written) if entry_id not in back else written
    for ids, what in (
        (to_come, "Entries with a time that is still to come."),
        (ahead, "Entries felt after they were written: the clock or its time zone was wrong."),
        (back, "Entries written earlier than the entry one number lower: a clock was set back."),
    ):
        if ids:
            yield _remark(
                "clock",
                what,
                (f"entry {entry_id}" for entry_id in ids),
                "If a time is wrong: painlog edit ID --at TIME",
            )


def entries_at_odds(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find entries whose parts do not fit together, which painlog would not have accepted."""
    alone = connection.execute(
        "select id from entry where intensity_before is not null"
        " and not exists (select 1 from use where entry_id = entry.id)"
    ).fetchall()
    if alone:
        yield _remark(
            "entry",
            "Entries with an intensity before a treatment, and no treatment.",
            (f"entry {entry_id}" for (entry_id,) in alone),
            "Name the treatment with: painlog edit ID -t NAME",
        )
    sided = connection.execute(
        "select entry.id from entry join region on region.name = entry.region"
        " where side is not null and sides = 'none'"
    ).fetchall()
    if sided:
        yield _remark(
            "entry",
            "Entries with a side, for a region that has none.",
            (f"entry {entry_id}" for (entry_id,) in sided),
            "Take the side off with: painlog edit ID --clear side",
        )


def courses(connection: sqlite3.Connection, today: date) -> Iterator[Finding]:
    """Find courses that cover no entry, overlap another, or may have been forgotten."""
    # Unreadable rows are findings of their own.
    found = [
        *map(for_its_place, rows.legible_things(connection, Course, "order by started_on, id"))
    ]
    rated = connection.execute("select distinct region, side from entry").fetchall()
    empty = [c for c in found if not any(c.covers(region, side) for region, side in rated)]
    if empty:
        yield _remark(
            "course",
            "Courses for a place that no entry rates.",
            map(_called, empty),
            "If one was for another place: painlog courses remove NUMBER, then painlog start",
        )
    doubled = [
        (one, other)
        for one, other in combinations(found, 2)
        # A step may begin on the day on which the step before it ends.
        if one.overlaps(other) and one.uid != other.continues and other.uid != one.continues
    ]
    if doubled:
        yield _remark(
            "course",
            "Courses of one treatment that overlap for a place.",
            (f"course {one.id} and {other.id}: {_named(one)}" for one, other in doubled),
            "Keep one of each pair: painlog courses remove NUMBER",
        )
    forgotten = [
        course
        for course in found
        if course.ended_on is None
        and today - course.started_on > _LONG_OPEN
        and not _named_since(connection, course.treatment, today - _LONG_OPEN)
    ]
    if forgotten:
        yield _remark(
            "course",
            "Courses open for more than a year whose treatment was not logged in the last year.",
            map(_called, forgotten),
            "If one has ended: painlog stop TREATMENT --on DAY",
        )
    to_come = [c for c in found if c.started_on > today or (c.ended_on and c.ended_on > today)]
    if to_come:
        yield _remark(
            "course",
            "Courses with a day that is still to come.",
            map(_called, to_come),
            "If a day is wrong: painlog courses remove NUMBER, then painlog start",
        )


def _remark(code: str, what: str, where: Iterable[str], remedy: str) -> Finding:
    return Finding(code, "remark", what, tuple(where), remedy)


def _written(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str, int]]:
    yield from connection.execute(
        "select id, felt_at, created_at, id in ("
        " select key from change_item join change on change.id = change_id"
        " where kind = 'entry' and command = 'import')"
        " from entry order by id"
    )


def _stamp(text: object) -> float | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _named_since(connection: sqlite3.Connection, treatment: str, since: date) -> bool:
    row = connection.execute(
        "select 1 from use where treatment = ? and day >= ? limit 1",
        [treatment, since.isoformat()],
    )
    return row.fetchone() is not None


def _called(course: Course) -> str:
    return f"course {course.id}: {_named(course)}"


def _named(course: Course) -> str:
    return f"{course.treatment} for the {course.place}"
