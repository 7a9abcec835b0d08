"""Find values that painlog would not have written, and may not be able to read."""

import json
import re
import sqlite3
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, get_args

from painlog.model.factor import LARGEST, MEASURES
from painlog.model.finding import Finding
from painlog.model.names import LONGEST_NAME
from painlog.model.sign_answer import SignReply, is_sign_code
from painlog.model.treatment import KINDS
from painlog.model.trial import (
    BETWEEN_TREATMENTS,
    FEWEST_PAIRS,
    KEPT,
    MOST_BLOCK_DAYS,
    MOST_PAIRS,
    is_seed,
)
from painlog.model.when import EARLIEST_YEAR
from painlog.store import log
from painlog.store.check.finding import AFTER_MENDING, BY_HAND, Mendable, MendRows, for_each
from painlog.store.log import Change
from painlog.store.rows import BY_NAME

LATEST_YEAR = 2999
_UID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# For a value as its bytes in the file, which may not be UTF-8.
_VALUE = "cast(? as text)"
_TAKEN_OUT = "Taken out of the journal"

Test = Callable[[Any], bool]


class _Table(NamedTuple):
    """What a person calls the rows of a table, the column that names one, and a test per column."""

    noun: str
    key: str
    tests: Mapping[str, Test]
    where: str = ""


def is_moment(value: object) -> bool:
    """Return whether a value is a local time with its UTC offset, as an entry has it."""
    return _is_date(value, _MOMENT, datetime.fromisoformat)


def is_day(value: object) -> bool:
    """Return whether a value is a day that painlog can calculate with."""
    return _is_date(value, _DAY, date.fromisoformat)


def _is_date(value: object, form: re.Pattern[str], read: Callable[[str], date]) -> bool:
    if not isinstance(value, str) or not form.fullmatch(value):
        return False
    try:
        return EARLIEST_YEAR <= read(value).year <= LATEST_YEAR
    except ValueError:
        return False


def _is_written(value: object) -> bool:
    return value == "" or (isinstance(value, str) and _is_utc(value))


def _is_utc(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_uid(value: object) -> bool:
    return isinstance(value, str) and _UID.fullmatch(value) is not None


def _is_uid_or_empty(value: object) -> bool:
    return value == "" or _is_uid(value)


def _is_rating(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= 10


def _is_side(value: object) -> bool:
    return value in (None, "left", "right", "both")


def _is_name(value: object) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= LONGEST_NAME
        and ";" not in value
        and value.isprintable()
    )


def _is_arm(value: object) -> bool:
    return isinstance(value, str) and all(map(_is_name, value.split(BETWEEN_TREATMENTS)))


def _whole(lowest: int, highest: int | None) -> Test:
    return lambda value: (
        isinstance(value, int) and lowest <= value and (highest is None or value <= highest)
    )


def _is_tag(value: object) -> bool:
    return is_text(value) and value != "" and ";" not in str(value)


def _is_object(value: object) -> bool:
    try:
        return isinstance(json.loads(str(value)), dict)
    except (ValueError, RecursionError):
        return False


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) <= LARGEST


def _or_none(test: Test) -> Test:
    return lambda value: value is None or test(value)


def _one_of(*allowed: object) -> Test:
    return lambda value: value in allowed


def is_text(value: object) -> bool:
    """Return whether a value is text that painlog would store: UTF-8 without a null character."""
    try:
        return isinstance(value, str) and value.encode() is not None and "\0" not in value
    except UnicodeEncodeError:
        return False


# A column means the same in every table that has it. Those without a test refer to another row.
_TESTS: Mapping[str, Test] = {
    "uid": _is_uid,
    "felt_at": is_moment,
    "used_at": is_moment,
    "until": _or_none(is_moment),
    **dict.fromkeys(("started_on", "held_on", "answered_on", "day"), is_day),
    **dict.fromkeys(("starts_on", "agreed_on", "planned_on"), is_day),
    **dict.fromkeys(("ended_on", "stopped_on"), _or_none(is_day)),
    "answered_at": is_moment,
    "sign": lambda value: isinstance(value, str) and is_sign_code(value),
    "answer": _one_of(*get_args(SignReply)),
    "asked_on": _or_none(is_day),
    "text": lambda value: is_text(value) and bool(value),
    "created_at": _is_written,
    "updated_at": _is_written,
    "side": _is_side,
    **dict.fromkeys(("intensity", "pain", "enjoyment", "activity"), _is_rating),
    **dict.fromkeys(("intensity_before", "interference"), _or_none(_is_rating)),
    "note": is_text,
    "name": _is_name,
    "sides": _one_of("paired", "optional", "none"),
    "kind": _one_of(*KINDS),
    "conventional": _one_of(0, 1),
    "options": _is_object,
    "diary": _one_of("days", "attacks"),
    "continues": _is_uid_or_empty,
    "a": _is_arm,
    "b": _is_arm,
    "pairs": _whole(FEWEST_PAIRS, MOST_PAIRS),
    "block_days": _whole(1, MOST_BLOCK_DAYS),
    "washout_days": _whole(0, MOST_BLOCK_DAYS // 2),
    "seed": is_seed,
    "seed_given": _one_of(0, 1),
    "draws": _whole(1, None),
    "consultation": _is_uid_or_empty,
    "trial": _is_uid,
    "kept": _one_of(*KEPT),
    "measure": _one_of(*MEASURES),
    "unit": is_text,
    "asked": _one_of(0, 1),
    "value": _is_number,
    "medicine_class": lambda value: value == "" or _is_name(value),
}
_NOUNS: Mapping[str, str] = {
    "consultation": "visit",
    "peg": "PEG",
    "trial_day": "day of trial",
    "day_note": "note of a day",
    "day_factor": "factor of a day",
    "checkin_place": "place of checkin",
    "red_flag_answer": "answer about a warning sign",
}
_TABLES: Mapping[str, _Table] = {
    kind.name: _Table(
        _NOUNS.get(kind.name, kind.name),
        kind.key,
        {column: _TESTS[column] for column in kind.columns if column in _TESTS},
        # doses.py tests doses, and compares uses that came with an entry with it.
        "where entry_id is null" if kind.name == "use" else "",
    )
    # Names first: they are mended before the rows that name them.
    for kind in sorted(BY_NAME.values(), key=lambda kind: kind.is_dated)
} | {
    "entry_tag": _Table(
        "tag of entry",
        "entry_id",
        {"kind": _one_of("quality", "trigger", "condition"), "value": _is_tag},
    ),
}
# Time and place of a use that came with an entry are those of the entry.
_WITH_ENTRIES = _Table(
    "use",
    "id",
    {column: _TESTS[column] for column in ("uid", "note", "created_at", "updated_at")},
    "where entry_id is not null",
)
_INSTEAD: Mapping[tuple[str, str], object] = {
    ("region", "sides"): "optional",
    ("region", "diary"): "days",
    ("course", "continues"): "",
    ("treatment", "kind"): "other",
    ("treatment", "conventional"): 0,
    ("factor", "measure"): "number",
    ("factor", "unit"): "",
    ("factor", "asked"): 0,
    ("treatment", "medicine_class"): "",
}


def unreadable(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find values that painlog would not have written; one finding for each column."""
    for name, table in (*_TABLES.items(), ("use", _WITH_ENTRIES)):
        columns = tuple(table.tests)
        tests = tuple(table.tests.values())
        bad: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
        for key, *row in connection.execute(
            f"select {table.key}, {', '.join(columns)} from {name} {table.where}"
        ):
            for column, test, value in zip(columns, tests, row, strict=True):
                if not test(value):
                    bad[column].append((key, value))
        for column, found in bad.items():
            yield _finding(name, table, column, found)
    yield from _backwards(connection)


def unreadable_log(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find changes that undo could not take back, and notes of backups without a time."""
    items = connection.execute("select change_id, kind, other from change_item")
    said = connection.execute("select id, made_at || command || summary from change")
    bad = sorted(
        {change for change, kind, other in items if not _is_image(kind, other)}
        | {change for change, words in said if not is_text(words)}
    )
    if bad:
        yield Mendable(
            "log",
            "fault",
            "painlog cannot read part of the change log, so undo cannot go back past it.",
            tuple(f"change {number}" for number in bad),
            AFTER_MENDING,
            f"Removed the change log up to change {bad[-1]}: undo goes back no further.",
            for_each("delete from change where id <= ?", [(bad[-1],)]),
        )
    notes = connection.execute("select id, made_at from backup").fetchall()
    if wrong := [number for number, made_at in notes if not _is_utc(str(made_at))]:
        yield Mendable(
            "value",
            "fault",
            "The note of a backup has a time that painlog cannot read (made_at).",
            tuple(f"note {number}" for number in wrong),
            AFTER_MENDING,
            f"Notes of backups removed: {len(wrong)}. The backups themselves stay.",
            for_each("delete from backup where id = ?", [(number,) for number in wrong]),
        )


def _is_image(kind: object, other: str | None) -> bool:
    return (other is None or is_text(other)) and log.is_readable(kind, other)


def _finding(name: str, table: _Table, column: str, found: list[tuple[Any, Any]]) -> Finding:
    mend, done = _mend(name, table, column, found)
    return Mendable(
        "value",
        "fault",
        f"{table.noun[0].upper()}{table.noun[1:]} with a value that painlog would not write: "
        f"{column}.",
        # A note that is not valid text may still be legible, and is private.
        tuple(
            f"{table.noun} {key}" if column == "note" else f'{table.noun} {key}: "{value}"'
            for key, value in found
        ),
        AFTER_MENDING if mend else BY_HAND,
        done,
        mend,
        undoable=done.startswith(_TAKEN_OUT),
    )


def _mend(
    name: str, table: _Table, column: str, found: list[tuple[Any, Any]]
) -> tuple[MendRows | None, str]:
    keys = [key for key, _ in found]
    listed = ", ".join(f"{table.noun} {key}" for key in keys)
    if column == "name":
        return _renamed(name, keys)
    if name in ("entry_tag", "mapping", "checkin_place"):
        delete = f"delete from {name} where {table.key} = {_VALUE} and {column} = {_VALUE}"
        pairs = [(_raw(key), _raw(value)) for key, value in found]
        return for_each(delete, pairs), f"Removed: {listed}."
    new = [_instead(name, column, value) for _, value in found]
    if None in new:
        return _set_aside(name, keys), f"{_TAKEN_OUT}: {listed}. To bring back: painlog undo"
    update = f"update {name} set {column} = ? where {table.key} = {_VALUE}"
    pairs = [(value, _raw(key)) for value, key in zip(new, keys, strict=True)]
    return for_each(update, pairs), f"Given a new {column}: {listed}."


def _instead(name: str, column: str, value: object) -> object:
    """Return what can replace a bad value; None if nothing can."""
    if column == "uid":
        return str(uuid.uuid4())
    if column in ("created_at", "updated_at"):
        return log.now_text()
    if column == "note":
        legible = str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return legible.replace("\0", "\ufffd")
    return _INSTEAD.get((name, column))


def _raw(value: object) -> object:
    """Return a value in the form in which SQLite can look for it, even if it is not UTF-8."""
    return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value


def _set_aside(name: str, keys: list[int]) -> MendRows:
    def remove(connection: sqlite3.Connection, change: Change) -> None:
        for key in keys:
            # The row may be gone already because of another of its columns.
            if connection.execute(f"select 1 from {name} where id = ?", [key]).fetchone():
                change.remove_key(name, key)

    return remove


def _renamed(name: str, keys: list[str]) -> tuple[MendRows | None, str]:
    if not all(isinstance(key, str) for key in keys):
        return None, ""
    new = {key: _tidied(key) for key in keys}

    def rename(connection: sqlite3.Connection, _: Change) -> None:
        for old, tidy in new.items():
            free, number = tidy, 2
            while connection.execute(f"select 1 from {name} where name = ?", [free]).fetchone():
                free, number = f"{tidy[: LONGEST_NAME - 4]} {number}", number + 1
            connection.execute(
                f"update {name} set name = ? where name = {_VALUE}", [free, _raw(old)]
            )

    return rename, "Renamed: " + ", ".join(f"{old} to {tidy}" for old, tidy in new.items()) + "."


def _tidied(name: str) -> str:
    letters = "".join(
        "," if letter == ";" else letter if letter.isprintable() else " " for letter in name
    )
    return " ".join(letters.split())[:LONGEST_NAME] or "unnamed"


def _backwards(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, what, ends in (
        ("course", "A course ended before it began.", "ended_on < started_on"),
        (
            "entry",
            "An attack was over before it began.",
            "julianday(until) <= julianday(felt_at)",
        ),
    ):
        keys = [key for (key,) in connection.execute(f"select id from {table} where {ends}")]
        if keys:
            named = tuple(f"{table} {key}" for key in keys)
            yield Mendable(
                "value",
                "fault",
                what,
                named,
                AFTER_MENDING,
                f"{_TAKEN_OUT}: {', '.join(named)}. To bring back: painlog undo",
                _set_aside(table, keys),
                undoable=True,
            )
