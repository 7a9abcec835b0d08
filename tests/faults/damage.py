"""Damage a journal's files and see what painlog says and does.

As a script: python tests/faults/damage.py --flips 1000
"""

import argparse
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from soundness import copied, is_a_sentence, put
from warm import Done, Warm

JOURNAL = "painlog.db"
PAGE = 4096
ENTRIES = 400
READING = (
    ("list", "--limit", "0"),
    ("report", "--format", "json"),
    ("export",),
    ("export", "--format", "json"),
    ("today",),
    ("courses",),
)
WRITING = (
    ("add", "left heel", "7", "--note", "new", "--at", "2026-03-05 21:00"),
    ("edit", "3", "--note", "edited"),
    ("undo",),
)
Rows = set[tuple[object, ...]]
# The place of `entry_id` in a row of `use`, behind the name of the table.
_ENTRY_OF_USE = 11


@dataclass(frozen=True, slots=True)
class Whole:
    """An undamaged journal in a directory, what each reading command says of it, and its rows."""

    start: Path
    work: Path
    said: tuple[str, ...]
    rows: Rows

    @property
    def path(self) -> Path:
        """The journal that is damaged and used."""
        return self.work / JOURNAL

    def begin(self) -> None:
        """Put the undamaged journal back."""
        put(self.start, self.work)


def make(warm: Warm, directory: Path) -> Whole:
    """A journal of some pages, with all kinds of rows."""
    start, work = directory / "start", directory / "work"
    start.mkdir(parents=True)
    path = start / JOURNAL
    rows = "".join(
        f"{2025 + n // 365}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02},left heel,{n % 11},heat,"
        f"burning,achü number {n}\n"
        for n in range(ENTRIES)
    )
    (directory / "rows.csv").write_text(f"date,region,intensity,treatments,qualities,note\n{rows}")
    for arguments in (
        ("import", "../rows.csv", "--allow-duplicates"),
        ("start", "heat", "-r", "left heel", "--on", "2025-06-01"),
        ("peg", "6", "5", "7"),
        ("consult", "--note", "doctor"),
        ("add", "neck", "3", "--at", "2026-03-02 20:00"),
    ):
        done = warm.run(path, *arguments)
        assert done.code == 0, done
    put(start, work)
    said = tuple(warm.run(work / JOURNAL, *arguments).out for arguments in READING)
    return Whole(start, work, said, readable(path))


def readable(path: Path) -> Rows:
    """The rows that SQLite still gives of all that a person wrote, asked for one by one."""
    found: Rows = set()
    # The tables' own names may be damaged, too.
    broken = (sqlite3.Error, UnicodeDecodeError)
    with copied(path) as copy, suppress(*broken), closing(sqlite3.connect(copy)) as base:
        base.text_factory = bytes
        for table in ("entry", "use", "course", "peg", "consultation"):
            # The uses that came with an entry have ids below 0.
            for rowid in range(-ENTRIES if table == "use" else 1, ENTRIES + 10):
                with suppress(*broken):
                    found |= set(
                        base.execute(f"select '{table}', * from {table} where rowid = ?", [rowid])
                    )
    return found


def sqlite_finds(path: Path) -> bool:
    """Whether SQLite's own check finds the file damaged."""
    with copied(path) as copy, closing(sqlite3.connect(copy)) as base:
        try:
            return base.execute("pragma integrity_check").fetchall() != [("ok",)] or bool(
                base.execute("pragma foreign_key_check").fetchall()
            )
        except (sqlite3.Error, UnicodeDecodeError):
            return True


def judge(warm: Warm, whole: Whole) -> Iterator[str]:
    """Read and write the journal as it lies in `work`; gives a word for each thing met.

    Raises:
        AssertionError: if a command ends without a sentence, or something readable is lost.
    """
    path, work = whole.path, whole.work
    kept = {p.name: p.read_bytes() for p in work.iterdir() if not p.name.endswith("-shm")}
    before = readable(path)
    found = sqlite_finds(path)
    for arguments, right in zip(READING, whole.said, strict=True):
        done = warm.run(path, *arguments)
        _ends_well(arguments, done)
        assert before <= readable(path), "reading lost something"
        if done.code:
            yield "refused to read"
        elif done.out == right:
            yield "read right"
        else:
            yield f"read wrong, SQLite's check {'finds it' if found else 'finds nothing'}"
    for arguments in WRITING:
        for name, data in kept.items():
            (work / name).write_bytes(data)
        for suffix in ("-wal", "-shm"):
            if JOURNAL + suffix not in kept:
                Path(f"{path}{suffix}").unlink(missing_ok=True)
        done = warm.run(path, *arguments)
        _ends_well(arguments, done)
        lost = {row for row in before - readable(path) if not _is_meant(row, arguments)}
        assert not lost or done.code == 0, f"a refused {arguments[0]} lost {len(lost)}"
        assert not lost, f"{arguments[0]} lost {len(lost)}: {list(lost)[:3]}"
        yield "refused to write" if done.code else "written"


def _ends_well(arguments: tuple[str, ...], done: Done) -> None:
    assert done.code in (0, 1), (arguments, done)
    if done.code == 1:
        assert is_a_sentence(done.err), (arguments, done.err)


def _is_meant(row: tuple[object, ...], arguments: tuple[str, ...]) -> bool:
    """Whether a row was to go."""
    if arguments[0] == "edit":
        # What was used with the entry is written anew with it.
        return row[:2] == (b"entry", 3) or (row[0] == b"use" and row[_ENTRY_OF_USE] == 3)
    return arguments[0] == "undo" and row[:2] == (b"entry", ENTRIES + 1)


def truncations(whole: Whole) -> Iterator[int]:
    """Cut the journal after every page; gives the bytes that are left."""
    size = (whole.start / JOURNAL).stat().st_size
    for left in range(PAGE, size, PAGE):
        whole.begin()
        with whole.path.open("r+b") as file:
            file.truncate(left)
        yield left


def flips(whole: Whole, number: int, seed: int) -> Iterator[int]:
    """Change one byte at a random place, so many times; gives the place."""
    chance = random.Random(seed)
    data = (whole.start / JOURNAL).read_bytes()
    for _ in range(number):
        whole.begin()
        place = chance.randrange(len(data))
        changed = bytearray(data)
        changed[place] ^= 1 << chance.randrange(8)
        whole.path.write_bytes(changed)
        yield place


def main() -> None:
    """Damage, and print what was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory, Warm(faults=False) as warm:
        whole = make(warm, Path(directory))
        for what, damaged in (
            ("cut after every page", truncations(whole)),
            ("a bit changed", flips(whole, chosen.flips, chosen.seed)),
        ):
            met, places = Counter[str](), 0
            for place in damaged:
                places += 1
                try:
                    met.update(judge(warm, whole))
                except AssertionError as wrong:
                    wrong.add_note(f"{what}, at {place}")
                    raise
            said = ", ".join(f"{word} {count}" for word, count in sorted(met.items()))
            print(f"{what}: {places}: {said}", flush=True)


if __name__ == "__main__":
    main()
