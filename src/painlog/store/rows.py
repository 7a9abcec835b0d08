"""Convert everything a journal holds to and from rows and the images of the change log.

A thing's fields are named like the columns of its table, so one line in `KINDS` says how it is
stored. An image is everything that the journal holds of one thing, as a JSON object of its columns.
Writing the image that was there before takes a change back, whatever the change was.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from painlog.store import uses

if TYPE_CHECKING:
    from typing import TypeAlias

    from painlog.model import contents
    from painlog.model.factor import CheckinPlace, Factor
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment
    from painlog.store.mappings import SavedMapping

    Thing: TypeAlias = contents.Thing | Region | Treatment | SavedMapping | Factor | CheckinPlace

AnyThing = TypeVar("AnyThing", bound="Thing")
Key = int | str
Image = dict[str, Any]


class Kind(NamedTuple):
    """One kind of thing: its table and the columns of it, the first of which is the key.

    A `tagged` kind also has rows in `use` and `entry_tag`.
    """

    name: str
    columns: tuple[str, ...]
    tagged: bool = False

    @property
    def key(self) -> str:
        """The column that names one thing: its id, or its name."""
        return self.columns[0]

    @property
    def is_dated(self) -> bool:
        """Whether it has an id, a uid and the time when it was last written."""
        return "uid" in self.columns


# By the name of the class, so that a class is imported only when it is needed.
KINDS: Mapping[str, Kind] = {
    "Entry": Kind(
        "entry",
        (
            "id", "uid", "felt_at", "region", "side", "intensity", "intensity_before",
            "interference", "note", "created_at", "updated_at", "until",
        ),
        tagged=True,
    ),
    # The uses of an entry live and die with it, and are not things of their own.
    "Use": Kind(
        "use",
        (
            "id", "uid", "used_at", "treatment", "dose", "dose_amount", "dose_unit", "region",
            "side", "note", "created_at", "updated_at",
        ),
    ),
    "Course": Kind(
        "course",
        (
            "id", "uid", "treatment", "region", "side", "started_on", "ended_on", "updated_at",
            "dose", "dose_amount", "dose_unit", "continues",
        ),
    ),
    "Consultation": Kind("consultation", ("id", "uid", "held_on", "note", "updated_at")),
    "Peg": Kind(
        "peg", ("id", "uid", "answered_on", "pain", "enjoyment", "activity", "updated_at")
    ),
    "Trial": Kind(
        "trial",
        (
            "id", "uid", "a", "b", "region", "side", "pairs", "block_days", "washout_days",
            "starts_on", "seed", "seed_given", "draws", "consultation", "agreed_on", "planned_on",
            "stopped_on", "updated_at",
        ),
    ),
    "VisitQuestion": Kind(
        "question", ("id", "uid", "text", "consultation", "asked_on", "updated_at")
    ),
    "TrialDay": Kind("trial_day", ("id", "uid", "trial", "day", "kept", "note", "updated_at")),
    "SignAnswer": Kind(
        "red_flag_answer",
        ("id", "uid", "answered_at", "sign", "region", "side", "answer", "updated_at"),
    ),
    "Region": Kind("region", ("name", "sides", "area", "synonyms", "own", "diary")),
    "Treatment": Kind(
        "treatment", ("name", "kind", "conventional", "synonyms", "own", "medicine_class")
    ),
    "SavedMapping": Kind("mapping", ("name", "options")),
    "Factor": Kind("factor", ("name", "measure", "unit", "asked", "own")),
    "DayFactor": Kind("day_factor", ("id", "uid", "day", "factor", "value", "updated_at")),
    "DayNote": Kind("day_note", ("id", "uid", "day", "note", "updated_at")),
    "CheckinPlace": Kind("checkin_place", ("position", "region", "side")),
}  # fmt: skip
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS.values()}


# The value of a column that did not exist yet when an image was logged.
LATER: Mapping[str, str | None] = {
    "updated_at": "",
    "until": None,
    "dose": None,
    "dose_amount": None,
    "dose_unit": None,
    "continues": "",
    "diary": "days",
    "medicine_class": "",
}
# A dose is one field of a thing, and three columns side by side.
_DOSE = ("dose", "dose_amount", "dose_unit")


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


# How to write a field whose column holds another form of it.
_WRITTEN: Mapping[str, Callable[[Any], object]] = {
    "id": lambda number: number or None,
    "felt_at": lambda moment: moment.isoformat(timespec="seconds"),
    "used_at": lambda moment: moment.isoformat(timespec="seconds"),
    "answered_at": lambda moment: moment.isoformat(timespec="seconds"),
    "until": lambda moment: moment and moment.isoformat(timespec="seconds"),
    "dose": lambda dose: dose and dose.written,
    "dose_amount": lambda dose: dose and dose.amount,
    "dose_unit": lambda dose: (dose and dose.unit) or None,
    "started_on": _day_text,
    "ended_on": _day_text,
    "held_on": _day_text,
    "answered_on": _day_text,
    "asked_on": _day_text,
    "starts_on": _day_text,
    "agreed_on": _day_text,
    "planned_on": _day_text,
    "stopped_on": _day_text,
    "day": _day_text,
    "seed_given": int,
    "asked": int,
    "synonyms": "; ".join,
    "conventional": int,
    "own": int,
}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()


# How to read such a column.
_READ: Mapping[str, Callable[[Any], object]] = {
    "felt_at": datetime.fromisoformat,
    "used_at": datetime.fromisoformat,
    "answered_at": datetime.fromisoformat,
    "until": _moment,
    "started_on": _day,
    "ended_on": _day,
    "held_on": _day,
    "answered_on": _day,
    "asked_on": _day,
    "starts_on": _day,
    "agreed_on": _day,
    "planned_on": _day,
    "stopped_on": _day,
    "day": _day,
    "seed_given": bool,
    "asked": bool,
    # A row that another program or an older `check --mend` wrote may have none.
    "area": lambda area: area or "own",
    "synonyms": _names,
    "conventional": bool,
    "own": bool,
}
# Batches are quicker to read than single rows, and still need little memory.
_ROWS_AT_A_TIME = 200
_TAGS = {"qualities": "quality", "triggers": "trigger", "conditions": "condition"}
_LISTS = f""",
    ({uses.JOINED}),
    (select group_concat(kind || ':' || value, ';') from entry_tag where entry_id = entry.id)
"""
_LISTS_BEFORE_USES = """,
    (select group_concat(treatment, ';') from entry_treatment where entry_id = entry.id),
    (select group_concat(kind || ':' || value, ';') from entry_tag where entry_id = entry.id)
"""
_INSERT = {
    kind.name: f"insert into {kind.name} ({', '.join(kind.columns)})"
    f" values ({', '.join('?' * len(kind.columns))})"
    for kind in KINDS.values()
}
_UPDATE = {
    kind.name: f"update {kind.name} set {', '.join(f'{column} = ?' for column in kind.columns)}"
    f" where {kind.key} = ?"
    for kind in KINDS.values()
}
_FIELDS = {
    kind.name: attrgetter(*("dose" if column in _DOSE else column for column in kind.columns))
    for kind in KINDS.values()
}
_CONVERTED = {
    kind.name: [(column, _WRITTEN[column]) for column in kind.columns if column in _WRITTEN]
    for kind in KINDS.values()
}


def kind_of(thing: "Thing") -> Kind:
    """Return the kind that a thing's type says."""
    return KINDS[type(thing).__name__]


def image_of(thing: "Thing") -> Image:
    """Return the image of a thing, with everything that belongs to it."""
    kind = kind_of(thing)
    image: Image = dict(zip(kind.columns, _FIELDS[kind.name](thing), strict=True))
    for column, written in _CONVERTED[kind.name]:
        image[column] = written(image[column])
    if kind.tagged:
        entry: Any = thing
        image["treatments"] = uses.image_of(entry)
        # In the order in which the table gives them.
        image["tags"] = [
            *(("condition", value) for value in entry.conditions),
            *(("quality", value) for value in entry.qualities),
            *(("trigger", value) for value in entry.triggers),
        ]
    return image


def things(
    connection: sqlite3.Connection,
    type_: type[AnyThing],
    condition: str = "",
    values: Sequence[object] = (),
) -> Iterator[AnyThing]:
    """Read things of a type, one by one.

    Args:
        connection: The journal.
        type_: The type of the things.
        condition: Which of them, and in which order, in SQL.
        values: The values of the placeholders in the condition.
    """
    kind = KINDS[type_.__name__]
    thing = _thing_from_row(kind, type_)
    for row in _rows(connection, kind, kind.columns, condition, values):
        yield thing(row)


def legible_things(
    connection: sqlite3.Connection,
    type_: type[AnyThing],
    condition: str = "",
    values: Sequence[object] = (),
) -> Iterator[AnyThing]:
    """Read things as `things` does, but skip rows with a value that painlog would not write.

    A column that an older painlog's table lacks gets its value from `LATER`.
    """
    kind = KINDS[type_.__name__]
    thing = _thing_from_row(kind, type_)
    there = {name for _, name, *_ in connection.execute(f"pragma table_info({kind.name})")}
    columns = [
        column if column in there or column not in LATER else _literal(LATER[column])
        for column in kind.columns
    ]
    lists = _LISTS if "until" in there else _LISTS_BEFORE_USES
    for row in _rows(connection, kind, columns, condition, values, lists):
        with suppress(ValueError, TypeError, AttributeError):
            yield thing(row)


def _literal(text: str | None) -> str:
    return "null" if text is None else f"'{text}'"


def _rows(
    connection: sqlite3.Connection,
    kind: Kind,
    columns: Sequence[str],
    condition: str,
    values: Sequence[object],
    lists: str = _LISTS,
) -> Iterator[tuple[Any, ...]]:
    found = connection.execute(
        f"select {', '.join(columns)}{lists if kind.tagged else ''} from {kind.name} {condition}",
        values,
    )
    while some := found.fetchmany(_ROWS_AT_A_TIME):
        yield from some


def _thing_from_row(kind: Kind, type_: type[AnyThing]) -> Callable[[tuple[Any, ...]], AnyThing]:
    converted = [
        (number, _READ[column]) for number, column in enumerate(kind.columns) if column in _READ
    ]
    at_dose = kind.columns.index("dose") if "dose" in kind.columns else None
    fields = [column for column in kind.columns if column not in _DOSE[1:]]
    if kind.tagged:
        fields += ["treatments", "doses", *_TAGS]
    # If every field of a type is stored, pass them in its order: this is faster for many entries.
    order = type_.__match_args__
    in_order = itemgetter(*map(fields.index, order)) if set(order) == set(fields) else None

    def thing(row: tuple[Any, ...]) -> AnyThing:
        cells = list(row)
        for number, read_column in converted:
            cells[number] = read_column(cells[number])
        if kind.tagged:
            cells[-2:] = *uses.of_joined(cells[-2]), *_tags(cells[-1])
        elif at_dose is not None:
            cells[at_dose : at_dose + 3] = [uses.dose_of(*cells[at_dose : at_dose + 3])]
        if in_order:
            return type_(*in_order(cells))
        return type_(**dict(zip(fields, cells, strict=True)))

    return thing


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def _tags(joined: str | None) -> tuple[tuple[str, ...], ...]:
    tags = [tag.split(":", 1) for tag in joined.split(";")] if joined else []
    return tuple(
        tuple(sorted(value for kind, value in tags if kind == wanted)) for wanted in _TAGS.values()
    )


def read(connection: sqlite3.Connection, kind: Kind, key: Key) -> Image | None:
    """Return the image of what the journal holds under `key`; None if there is nothing."""
    row = connection.execute(
        f"select {', '.join(kind.columns)} from {kind.name} where {kind.key} = ?", [key]
    ).fetchone()
    if row is None:
        return None
    image = dict(zip(kind.columns, row, strict=True))
    if kind.tagged:
        image["treatments"] = uses.read_of_entry(connection, key)
        image["tags"] = connection.execute(
            "select kind, value from entry_tag where entry_id = ?", [key]
        ).fetchall()
    return image


def insert(connection: sqlite3.Connection, kind: Kind, image: Image) -> Key:
    """Add a thing by its image; return its key, a new one if the image has none."""
    values = [image[column] for column in kind.columns]
    cursor = uses.with_names(connection, _INSERT[kind.name], values)
    key: Key = image[kind.key] or cursor.lastrowid or 0
    if kind.tagged:
        _insert_lists(connection, key, image)
    return key


def replace(connection: sqlite3.Connection, kind: Kind, key: Key, image: Image | None) -> Key:
    """Replace what is under `key` with `image`, or remove it if None; return its key afterwards."""
    if image is None:
        connection.execute(f"delete from {kind.name} where {kind.key} = ?", [key])
        return key
    values = [*(image[column] for column in kind.columns), key]
    cursor = uses.with_names(connection, _UPDATE[kind.name], values)
    if cursor.rowcount == 0:
        return insert(connection, kind, image)
    if kind.tagged:
        connection.execute("delete from use where entry_id = ?", [key])
        connection.execute("delete from entry_tag where entry_id = ?", [key])
        _insert_lists(connection, key, image)
    new_key: Key = image[kind.key]
    return new_key


def _insert_lists(connection: sqlite3.Connection, entry_id: Key, image: Image) -> None:
    if image["treatments"]:
        uses.insert_of_entry(connection, entry_id, image)
    if image["tags"]:
        connection.executemany(
            "insert into entry_tag (entry_id, kind, value) values (?, ?, ?)",
            [(entry_id, kind, value) for kind, value in image["tags"]],
        )
