"""The programs to time: painlog's commands and their peers, on journals of each size."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from samples import LAST_DAY, write_csv, write_jrnl, write_watson
from timing import Program

from painlog.formats.journal_csv import COLUMNS

REPORT_DAYS, REPORT_ENTRIES = 90, 270

_BIN = Path(sys.executable).parent
BARE = """
import typer
def hello(name: str, often: int) -> None:
    print(name, often)
typer.run(hello)
"""
_JRNL = """
colors: {body: none, date: none, tags: none, title: none}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {default: {journal: %s}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%%Y-%%m-%%d %%H:%%M'
version: '4.2'
"""


@dataclass(frozen=True, slots=True)
class Programs:
    """The programs and their journals, all in `home`.

    `peers` is the environment with jrnl and Watson, if any.
    """

    home: Path
    peers: Path | None

    def painlog(self, size: int, *words: str) -> Program:
        """Return a painlog command on the journal of that size."""
        return [str(_BIN / "painlog"), "--db", str(self.journal(size)), *words]

    def journal(self, size: int) -> Path:
        """Return the path of the journal of that size."""
        return self.home / f"{size}.db"

    def csv(self, size: int) -> Path:
        """Return the path of that journal's entries as CSV."""
        return self.home / f"{size}.csv"

    def make(self, size: int, env: Mapping[str, str]) -> None:
        """Make the journal of that size, logged as if `add` had added each entry."""
        if size:
            write_csv(self.csv(size), size)
            words: tuple[str, ...] = ("import", str(self.csv(size)))
        else:
            words = ("consult",)
        subprocess.run(self.painlog(size, *words), env=env, check=True, stdout=subprocess.DEVNULL)
        _log_each_entry(self.journal(size))

    def usual(self, *words: str) -> Program:
        """Return a painlog command on the journal at its usual place."""
        return [str(_BIN / "painlog"), *words]

    def make_usual(self, size: int, env: Mapping[str, str]) -> None:
        """Make the journal at its usual place, of that size, after `make` has made its CSV."""
        subprocess.run(
            self.usual("import", str(self.csv(size))),
            env=env,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def bare(self) -> Program:
        """Return a Typer app with one command that does nothing."""
        script = self.home / "bare.py"
        script.write_text(BARE, "utf-8")
        return [sys.executable, str(script), "heel", "6"]

    def python(self) -> Program:
        """Return Python itself."""
        return [sys.executable, "-c", "pass"]

    def jrnl(self, size: int, *words: str) -> Program | None:
        """Return jrnl on a journal of that size; None if it is not installed."""
        if self.peers is None:
            return None
        config, text = self.home / f"jrnl-{size}.yaml", self.home / f"jrnl-{size}.txt"
        if not config.exists():
            write_jrnl(text, size)
            config.write_text(_JRNL % text, "utf-8")
        return [str(self.peers / "bin" / "jrnl"), "--config-file", str(config), *words]

    def watson(self, size: int, *words: str) -> Program | None:
        """Return Watson on as many frames; None if it is not installed."""
        if self.peers is None:
            return None
        directory = self.home / f"watson-{size}"
        if not directory.exists():
            write_watson(directory, size)
        named = f"WATSON_DIR={directory}"
        return ["env", named, str(self.peers / "bin" / "watson"), *words]

    def sqlite_utils(self, size: int, target: Path) -> Program:
        """Return sqlite-utils inserting the same CSV into a table."""
        words = ("insert", str(target), "entry", str(self.csv(size)), "--csv")
        return [str(_BIN / "sqlite-utils"), *words]

    def sqlite3(self, size: int) -> Program | None:
        """Return the program sqlite3 writing the same cells; None if it is not installed."""
        found = shutil.which("sqlite3")
        if found is None:
            return None
        return [found, "-csv", "-header", str(self.journal(size)), _same_cells()]


def report_period() -> tuple[str, str]:
    """Return the first and last day of the short report, as Watson takes them."""
    return str(LAST_DAY - timedelta(days=REPORT_DAYS - 1)), str(LAST_DAY)


def _log_each_entry(journal: Path) -> None:
    # An import is one change, but a journal kept day by day has one change for each entry.
    with closing(sqlite3.connect(journal)) as connection, connection:
        connection.execute("delete from change_item")
        connection.execute("delete from change")
        connection.execute(
            "insert into change (id, made_at, command, summary)"
            " select id, created_at, 'add', region || ' ' || intensity || '/10' from entry"
        )
        connection.execute(
            "insert into change_item (change_id, position, kind, key)"
            " select id, 1, 'entry', id from entry"
        )


def _same_cells() -> str:
    """Return a query for the cells of painlog's CSV: lists joined, formulas kept from running."""

    def guarded(text: str) -> str:
        would_run = f"ltrim({text}, '''') glob '[-=+@' || char(9, 13) || ']*'"
        return f"iif({would_run}, '''' || {text}, {text})"

    def listed(values: str) -> str:
        return (
            f"(select {guarded('list')} from (select group_concat(value, '; ') as list {values}))"
        )

    tags = "from entry_tag where entry_id = entry.id and kind ="
    named = "iif(dose is null, treatment, treatment || ' ' || dose)"
    used = f"select {named} as value from use where entry_id = entry.id order by treatment"
    cells = (
        *("uid", "felt_at", guarded("region"), "side"),
        *("intensity", "intensity_before", "interference"),
        listed(f"from ({used})"),
        *(listed(f"{tags} '{kind}'") for kind in ("quality", "trigger", "condition")),
        guarded("note"),
        "until",
    )
    columns = (f"{cell} as {name}" for cell, name in zip(cells, COLUMNS, strict=True))
    return f"select {', '.join(columns)} from entry order by felt_at, id"
