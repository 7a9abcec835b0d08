"""The commands that change something, each with the journal that it starts from."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from warm import Warm

OLDER = Path(__file__).parents[1] / "store" / "fixtures" / "version_1.db.gz"
CLOCK = "2026-03-05 21:00"
ROWS = "".join(f"2026-02-{day:02},left heel,{day % 11},imported\n" for day in range(1, 29))
CSV = f"date,region,intensity,note\n{ROWS * 6}"


@dataclass(frozen=True, slots=True)
class Case:
    """A command, and what it starts from: see `make_starts`.

    `makes` is a file that it writes; `taken_back_by` is the command that takes it back.
    """

    name: str
    arguments: tuple[str, ...]
    start: str = "journal"
    makes: str = ""
    taken_back_by: str = "undo"


CASES = (
    Case(
        "add",
        (
            *("add", "left heel", "6", "neck", "3", "-t", "heat", "-q", "burning"),
            *("--trigger", "long walk", "--note", "after a walk", "--at", CLOCK),
        ),
    ),
    Case("first add", ("add", "left heel", "6", "--at", CLOCK, "-t", "heat"), start="nothing"),
    Case("bring up to date", ("list",), start="older", taken_back_by=""),
    Case("edit", ("edit", "2", "-i", "9", "-t", "massage", "--note", "worse")),
    Case("edit several", ("edit", "2", "3", "--side", "left", "--lasted", "3h")),
    Case("take", ("take", "ibuprofen", "400 mg", "heat", "--for", "head", "--at", CLOCK)),
    Case("remove", ("remove", "1", "2", "3")),
    Case("undo", ("undo",), taken_back_by="redo"),
    Case("redo", ("redo",)),
    Case("import", ("import", "new.csv", "--allow-duplicates")),
    Case("import JSON", ("import", "new.json")),
    Case("start", ("start", "heat", "-r", "left heel", "--on", "2026-03-05")),
    Case("regions add", ("regions", "add", "old scar")),
    Case("export", ("export", "-o", "out.csv", "--force"), makes="out.csv", taken_back_by=""),
    Case("backup", ("backup", "kept.db", "--force"), makes="kept.db", taken_back_by=""),
    Case("restore", ("restore", "older.db")),
)


def make_starts(warm: Warm, directory: Path) -> dict[str, Path]:
    """What the cases start from, by name, a directory each.

    "nothing" has no journal, "journal" one of some changes with the last one undone, "older" one of
    an earlier version. Beside them lie a table, the JSON of another journal, and a backup of an
    earlier day.
    """
    starts = {name: directory / name for name in ("nothing", "journal", "older")}
    for start in starts.values():
        start.mkdir(parents=True)
        (start / "new.csv").write_text(CSV)
    (starts["older"] / "painlog.db").write_bytes(gzip.decompress(OLDER.read_bytes()))
    other = directory / "other.db"
    _run(warm, other, ("add", "nose", "4", "elbow", "2", "--at", "2026-03-02 08:00"))
    _run(warm, other, ("start", "heat", "--on", "2026-03-01"))
    _run(warm, other, ("export", "--format", "json", "-o", str(starts["journal"] / "new.json")))
    journal = starts["journal"] / "painlog.db"
    for arguments in (
        ("add", "left heel", "6", "-t", "heat", "--note", "first", "--at", "2026-03-01 20:00"),
        ("add", "neck", "3", "head", "2", "--at", "2026-03-02 20:00"),
        ("backup", "older.db"),
        ("import", "new.csv"),
        ("add", "nose", "4", "--at", "2026-03-03 20:00"),
        ("undo",),
    ):
        _run(warm, journal, arguments)
    return starts


def _run(warm: Warm, journal: Path, arguments: tuple[str, ...]) -> None:
    done = warm.run(journal, *arguments)
    assert done.code == 0, done


def there_are() -> list[Case]:
    """The cases whose command this painlog has."""
    from painlog.cli.app import Commands

    known = {name for commands in Commands.groups.values() for name in commands}
    return [case for case in CASES if case.arguments[0] in known]
