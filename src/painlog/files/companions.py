"""What a database file starts with, and the files that SQLite keeps beside it."""

from pathlib import Path

DATABASE_START = b"SQLite format 3\0"
# What the names of the files beside a database end in; PARTS has the database itself, too.
COMPANIONS = ("-wal", "-shm", "-journal")
PARTS = ("", *COMPANIONS)


def real(path: Path) -> Path:
    """Return the file that a link leads to, or the path itself: SQLite's files lie beside it."""
    return path.resolve() if path.is_symlink() else path


def part(path: Path, suffix: str) -> Path:
    """Return the file that SQLite keeps beside a database; `suffix` is one of PARTS."""
    file = real(path)
    return file.with_name(file.name + suffix)


def bytes_of(path: Path) -> int:
    """Return the size of a database, with its write-ahead log."""
    files = (part(path, suffix) for suffix in ("", "-wal"))
    return sum(found.stat().st_size for found in files if found.exists())


def numbered(path: Path, what: str) -> Path:
    """Return the first free name beside a journal: `painlog.before-restore-1.db`."""
    number = 1
    while (free := path.with_name(f"{path.stem}.{what}-{number}{path.suffix}")).exists():
        number += 1
    return free
