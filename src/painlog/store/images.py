"""Rows as images: what a change puts in their place, and what undo puts back.

An image is everything that the journal holds of one entry, course, consultation, PEG, region,
treatment or mapping, as a JSON object of its columns. Writing the image that was there before takes
a change back, whatever the change was.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any, Literal

Kind = Literal["entry", "course", "consultation", "peg", "region", "treatment", "mapping"]
# What has a uid and the time when it was last written.
Dated = Literal["entry", "course", "consultation", "peg"]
Key = int | str
Image = dict[str, Any]

_KEY: Mapping[Kind, str] = {
    "entry": "id",
    "course": "id",
    "consultation": "id",
    "peg": "id",
    "region": "name",
    "treatment": "name",
    "mapping": "name",
}
_COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    "entry": (
        "id", "uid", "felt_at", "region", "side", "intensity", "intensity_before",
        "interference", "note", "created_at", "updated_at",
    ),
    "course": (
        "id", "uid", "treatment", "region", "side", "started_on", "ended_on", "updated_at",
    ),
    "consultation": ("id", "uid", "held_on", "note", "updated_at"),
    "peg": ("id", "uid", "answered_on", "pain", "enjoyment", "activity", "updated_at"),
    "region": ("name", "sides", "area", "synonyms", "own"),
    "treatment": ("name", "kind", "conventional", "synonyms", "own"),
    "mapping": ("name", "options"),
}  # fmt: skip

KINDS = frozenset(_KEY)
# The kind of the one item that stands for a whole journal: see store/restore.py.
WHOLE = "journal"


def read(connection: sqlite3.Connection, kind: Kind, key: Key) -> Image | None:
    """What the journal holds now under `key`, None for nothing."""
    columns = _COLUMNS[kind]
    row = connection.execute(
        f"select {', '.join(columns)} from {kind} where {_KEY[kind]} = ?", [key]
    ).fetchone()
    if row is None:
        return None
    image = dict(zip(columns, row, strict=True))
    if kind == "entry":
        image["treatments"] = [
            name
            for (name,) in connection.execute(
                "select treatment from entry_treatment where entry_id = ?", [key]
            )
        ]
        image["tags"] = connection.execute(
            "select kind, value from entry_tag where entry_id = ?", [key]
        ).fetchall()
    return image


def insert(connection: sqlite3.Connection, kind: Kind, image: Image) -> Key:
    """Add what is not there yet; gives its key, a new one where the image has none."""
    columns = [column for column in _COLUMNS[kind] if image.get(column) is not None]
    marks = ", ".join("?" * len(columns))
    cursor = connection.execute(
        f"insert into {kind} ({', '.join(columns)}) values ({marks})",
        [image[column] for column in columns],
    )
    key: Key = image["name"] if _KEY[kind] == "name" else cursor.lastrowid or 0
    if kind == "entry":
        _insert_lists(connection, key, image)
    return key


def replace(connection: sqlite3.Connection, kind: Kind, key: Key, image: Image | None) -> Key:
    """Put `image` in the place of what is under `key`; None removes it. Gives the key then."""
    if image is None:
        connection.execute(f"delete from {kind} where {_KEY[kind]} = ?", [key])
        return key
    columns = _COLUMNS[kind]
    cursor = connection.execute(
        f"update {kind} set {', '.join(f'{c} = ?' for c in columns)} where {_KEY[kind]} = ?",
        [*(image[column] for column in columns), key],
    )
    if cursor.rowcount == 0:
        return insert(connection, kind, image)
    if kind == "entry":
        connection.execute("delete from entry_treatment where entry_id = ?", [key])
        connection.execute("delete from entry_tag where entry_id = ?", [key])
        _insert_lists(connection, key, image)
    new_key: Key = image[_KEY[kind]]
    return new_key


def to_text(image: Image | None) -> str | None:
    """An image as it is kept in the change log."""
    if image is None:
        return None
    import json

    return json.dumps(image, ensure_ascii=False)


def from_text(kind: Kind, text: str | None) -> Image | None:
    """An image from the change log."""
    if text is None:
        return None
    import json

    image: Image = json.loads(text)
    if "updated_at" in _COLUMNS[kind]:
        # An image that was logged before there was this column has none.
        image.setdefault("updated_at", "")
    return image


def is_readable(kind: object, text: str | None) -> bool:
    """Whether the change log's image of something can be put back."""
    import json

    if text is None:
        return kind in KINDS or kind == WHOLE
    try:
        image = json.loads(text)
    except ValueError:
        return False
    if kind == WHOLE:
        return isinstance(image, str)
    if kind not in KINDS or not isinstance(image, dict):
        return False
    needed = {*_COLUMNS[kind], *(("treatments", "tags") if kind == "entry" else ())}
    return needed - {"updated_at"} <= image.keys()


def _insert_lists(connection: sqlite3.Connection, entry_id: Key, image: Image) -> None:
    if image["treatments"]:
        connection.executemany(
            "insert into entry_treatment (entry_id, treatment) values (?, ?)",
            [(entry_id, name) for name in image["treatments"]],
        )
    if image["tags"]:
        connection.executemany(
            "insert into entry_tag (entry_id, kind, value) values (?, ?, ?)",
            [(entry_id, kind, value) for kind, value in image["tags"]],
        )
