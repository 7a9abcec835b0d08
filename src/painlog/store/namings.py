"""Count how often a journal names a region or a treatment, before either is removed."""

import sqlite3
from collections.abc import Mapping

# An entry and what was used with it count as one. An arm of a trial is one text: "stretching +
# massage therapy".
_RATED_OR_USED = "(select region from entry union all select region from use where id > 0)"
_NAMING: Mapping[str, Mapping[str, str]] = {
    "region": {
        _RATED_OR_USED: "region = :name",
        "course": "region = :name",
        "checkin_place": "region = :name",
        "trial": "region = :name",
        "red_flag_answer": "region = :name",
    },
    "treatment": {
        "use": "treatment = :name",
        "course": "treatment = :name",
        "trial": "instr(' + ' || a || ' + ' || b || ' + ', ' + ' || :name || ' + ')",
    },
}


def namings(connection: sqlite3.Connection, kind: str, name: str) -> int:
    """Count the rows that name a region or a treatment.

    Args:
        connection: The journal.
        kind: "region" or "treatment".
        name: The name.
    """
    counts = (
        f"(select count(*) from {table} where {such})" for table, such in _NAMING[kind].items()
    )
    number: int = connection.execute(f"select {' + '.join(counts)}", {"name": name}).fetchone()[0]
    return number
