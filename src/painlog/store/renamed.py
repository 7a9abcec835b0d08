"""Which names of the person's own a journal has given to regions and treatments before."""

import sqlite3
from collections.abc import Mapping
from typing import Literal


def renamed(
    connection: sqlite3.Connection, kind: Literal["region", "treatment"]
) -> Mapping[str, str]:
    """What each former name is called now, as far as the change log knows."""
    rows = connection.execute(
        "select json_extract(other, '$.name'), key"
        " from change_item join change on change.id = change_id"
        " where kind = ? and undone_at is null and other is not null"
        " and json_extract(other, '$.name') <> key order by change_id, position",
        [kind],
    )
    now: dict[str, str] = {}
    for former, name in rows:
        now |= {older: name for older, newer in now.items() if newer == former}
        now[former] = name
    return now
