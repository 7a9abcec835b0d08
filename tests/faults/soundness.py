"""What is whole: a journal's content, its integrity, its log, and what lies beside it."""

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

Content = dict[str, list[tuple[object, ...]]]

_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
_KEPT = re.compile(r"painlog\.before-\w+-\d+\.db")
# What is written by other means than painlog's changes, or tells only when. A note of a backup is
# taken where that can be written, and is no part of the journal's content.
_LEFT_OUT = ("sqlite_sequence", "_sqlite_migrations", "backup", "generation")


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A copy of a journal and its write-ahead log, so that looking changes nothing."""
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory) / path.name
        for suffix in ("", "-wal"):
            if (there := Path(f"{path}{suffix}")).exists():
                shutil.copy(there, f"{copy}{suffix}")
        yield copy


def content(path: Path) -> Content:
    """Every row of a journal, but for the catalogue's.

    Uids and times of writing are taken out, because they differ from run to run.

    Raises:
        AssertionError: if SQLite finds anything wrong with the file, or a log entry without items.
    """
    if not path.exists():
        return {}
    with copied(path) as copy, closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        empty = "select id from change where id not in (select change_id from change_item)"
        assert connection.execute(empty).fetchall() == []
        tables = connection.execute("select name from sqlite_master where type = 'table'")
        rows = {
            name: sorted((tuple(map(_lasting, row)) for row in _kept(connection, name)), key=repr)
            for (name,) in tables.fetchall()
            if name not in _LEFT_OUT
        }
        # Where there is no journal, an empty one comes to the same.
        return {name: found for name, found in rows.items() if found}


def held(path: Path) -> Content:
    """The content without the change log: what undo brings back to the row."""
    log = ("change", "change_item")
    return {name: rows for name, rows in content(path).items() if name not in log}


def intensities(path: Path) -> list[int]:
    """The ratings of a journal, in the order in which painlog gives them.

    Raises:
        AssertionError: if SQLite finds anything wrong with it.
    """
    from painlog.store.journal import Journal

    with Journal(path) as journal:
        assert journal.connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert journal.connection.execute("pragma foreign_key_check").fetchall() == []
        return [stored.intensity for stored in journal.entries()]


def differences(one: Content, other: Content) -> str:
    """The rows that only one of two contents has, shortened."""
    said = [
        f"{sign} {name} {row}"[:300]
        for sign, these, those in (("-", one, other), ("+", other, one))
        for name, rows in these.items()
        for row in rows
        if row not in those.get(name, [])
    ]
    return "\n".join(said[:10])


def _kept(connection: sqlite3.Connection, table: str) -> sqlite3.Cursor:
    own = " where own" if table in ("region", "treatment", "factor") else ""
    return connection.execute(f"select * from {table}{own}")


def _lasting(value: object) -> object:
    if not isinstance(value, str):
        return value
    return _KEPT.sub("kept", _UTC.sub("then", _UID.sub("uid", value)))


def put(files: Path, into: Path) -> None:
    """Fill a directory with what another holds, and nothing else."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(files, into)


def names_in(directory: Path) -> list[str]:
    """What is there, hidden files too."""
    return sorted(found.name for found in directory.iterdir())


def drafts_in(directory: Path) -> list[str]:
    """What is being made there, or was when its program was killed."""
    return [name for name in names_in(directory) if ".part" in name]


def is_a_sentence(err: str) -> bool:
    """Whether standard error is one line for a person, with nothing of Python in it."""
    return err.count("\n") == 1 and "Traceback" not in err and "has a fault" not in err
