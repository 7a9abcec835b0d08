"""How a journal names regions and treatments: how often, and what their former names were."""

import sqlite3
from collections.abc import Mapping
from typing import Literal

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


def former_names(
    connection: sqlite3.Connection, kind: Literal["region", "treatment"]
) -> Mapping[str, str]:
    """Return what each former name is called now, according to the change log."""
    renamed = connection.execute(
        "select json_extract(other, '$.name'), key"
        # Changes are few, and each finds its items by an index.
        " from change cross join change_item on change.id = change_id"
        " where command = ? and kind = ? and undone_at is null and other is not null"
        " and json_extract(other, '$.name') <> key order by change_id, position",
        [f"{kind}s rename", kind],
    )
    now: dict[str, str] = {}
    for former, name in renamed:
        now |= {older: name for older, newer in now.items() if newer == former}
        now[former] = name
    return now
