"""Find unreadable doses, uses that disagree with their entry, and steps that follow nothing."""

import sqlite3
from collections.abc import Iterator

from painlog.model.dose import MOST
from painlog.model.finding import Finding
from painlog.store.check.finding import AFTER_MENDING, Mendable, for_each
from painlog.store.check.values import is_moment

_AT_ODDS = (
    "from entry where entry.id = entry_id"
    " and (used_at is not felt_at or use.region is not entry.region or use.side is not entry.side)"
)


def unreadable_doses(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find doses of uses and courses that painlog would not write."""
    for table in ("use", "course"):
        bad = [
            (key,)
            for key, *dose in connection.execute(
                f"select id, dose, dose_amount, dose_unit from {table}"
                " where dose is not null or dose_amount is not null or dose_unit is not null"
            )
            if not _is_dose(*dose)
        ]
        if bad:
            listed = [f"{table} {key}" for (key,) in bad]
            yield Mendable(
                "value",
                "fault",
                f"A {table} with a dose that painlog would not write.",
                tuple(listed),
                AFTER_MENDING,
                f"Removed the dose of: {', '.join(listed)}.",
                for_each(
                    f"update {table} set dose = null, dose_amount = null, dose_unit = null"
                    " where id = ?",
                    bad,
                ),
            )


def uses_at_odds(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find uses with another time or place than the entry that they came with."""
    bad = connection.execute(
        f"select use.id, entry.id, used_at {_AT_ODDS.replace('from entry', 'from use, entry', 1)}"
    ).fetchall()
    if bad:
        yield Mendable(
            "use",
            "remark" if all(is_moment(used_at) for *_, used_at in bad) else "fault",
            "A use that came with an entry has another time or place than the entry.",
            tuple(dict.fromkeys(f"entry {entry}" for _, entry, _ in bad)),
            AFTER_MENDING,
            f"Uses given the time and place of their entry: {len(bad)}.",
            for_each(
                "update use set (used_at, region, side) ="
                " (select felt_at, region, side from entry where entry.id = entry_id)"
                " where id = ?",
                [(use,) for use, *_ in bad],
            ),
        )


def steps_at_odds(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find courses that continue one that is not there."""
    bad = connection.execute(
        "select id from course where continues <> ''"
        " and continues not in (select uid from course) order by id"
    ).fetchall()
    if bad:
        listed = [f"course {key}" for (key,) in bad]
        yield Mendable(
            "course",
            "remark",
            "Courses that continue one that the journal does not have.",
            tuple(listed),
            AFTER_MENDING,
            f"Made into first steps: {', '.join(listed)}.",
            for_each("update course set continues = '' where id = ?", bad),
        )


def _is_dose(written: object, amount: object, unit: object) -> bool:
    if not isinstance(written, str) or not written or ";" in written or not written.isprintable():
        return False
    if amount is None or unit is None:
        return amount is unit
    return (
        isinstance(amount, float)
        and 0 < amount <= MOST
        and isinstance(unit, str)
        and unit != ""
        and unit.isprintable()
    )
