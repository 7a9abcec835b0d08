"""How painlog reads, writes out and takes in much, as ratios to other programs in the same run.

    python benchmarks/report.py [--peers VENV] [--rounds N] [--long-rounds N]

The journals are drawn, the same ones each time: 90 days of three regions, and 100,000 entries over
27 years. Watson comes from the virtual environment of benchmarks/add.py; sqlite-utils is one of
painlog's own dependencies; `sqlite3` is the program of that name. What is not there is left out,
and the output says so.
"""

import argparse
import csv
import json
import random
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from math import log10
from pathlib import Path

from race import Measured, environment, race

from painlog.formats.journal_csv import COLUMNS

LAST_DAY = date(2025, 12, 31)
SHORT_DAYS, SHORT_ENTRIES = 90, 270
LONG_DAYS, LONG_ENTRIES = 9862, 100_000
TENTH = 10

MOST_SECONDS, MOST_MIB, MOST_GROWTH = 2.0, 150, 1.0
WATSON, SQLITE3, SQLITE_UTILS = 1.3, 3.0, 2.0

_PLACES = (("heel", "left"), ("lower back", ""), ("head", ""))
_TREATMENTS = ("stretching", "ibuprofen", "massage therapy; stretching")
_NOTES = ("", "", "", "after work, on my feet all day", '- "stairs" were hard')
_SHARE_TREATED = 0.3
_BIN = Path(sys.executable).parent
_PAINLOG = str(_BIN / "painlog")


def main() -> None:
    """Draw the journals, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--peers", type=Path, help="virtual environment with td-watson")
    options.add_argument("--rounds", type=int, default=15, help="of the report on 90 days")
    options.add_argument("--long-rounds", type=int, default=5, help="of everything else")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        home = Path(directory)
        env = environment(home, WATSON_DIR=home / "watson")
        _short_report(home, env, chosen.peers, chosen.rounds)
        _make(home / "long.csv", LONG_ENTRIES, LONG_DAYS)
        _import(home, env, chosen.long_rounds)
        _take_in(home, "long", env)
        _export(home, env, chosen.long_rounds)
        _long_report(home, env, chosen.long_rounds)


def rows(number: int, days: int) -> Iterator[tuple[object, ...]]:
    """Rows of a journal in the columns of its CSV, spread evenly up to `LAST_DAY`."""
    draw = random.Random(number)
    for i in range(number):
        place = _PLACES[i % len(_PLACES)]
        day = LAST_DAY - timedelta(days=days - 1) + timedelta(days=i * days // number)
        # The ratings of a day follow each other, so that the file is in time order.
        in_day = i - (day - LAST_DAY + timedelta(days=days - 1)).days * number // days
        treated = draw.random() < _SHARE_TREATED
        intensity = draw.randint(2, 8)
        yield (
            uuid.UUID(int=draw.getrandbits(128), version=4),
            f"{day}T{7 + in_day:02}:{draw.randrange(60):02}:00+01:00",
            *place,
            intensity,
            min(10, intensity + draw.randrange(3)) if treated else "",
            draw.choice(["", intensity]),
            draw.choice(_TREATMENTS) if treated else "",
            draw.choice(["", "burning", "aching; dull"]),
            draw.choice(["", "", "long walk"]),
            "",
            draw.choice(_NOTES),
        )


def _short_report(home: Path, env: Mapping[str, str], peers: Path | None, rounds: int) -> None:
    _make(home / "short.csv", SHORT_ENTRIES, SHORT_DAYS)
    _take_in(home, "short", env)
    programs = {"painlog": _report(home, "short")}
    if peers is None:
        print("report, 90 days: left out watson; it needs --peers")
    else:
        _write_frames(home)
        since = LAST_DAY - timedelta(days=SHORT_DAYS - 1)
        period = ("--from", str(since), "--to", str(LAST_DAY))
        programs["watson"] = [str(peers / "bin" / "watson"), "report", "--no-pager", *period]
    measured = race(programs, env, rounds)
    _say_ratio("report, 90 days, 3 regions", measured, "watson", WATSON)


def _import(home: Path, env: Mapping[str, str], rounds: int) -> None:
    programs = {
        "painlog": [_PAINLOG, "--db", str(home / "new.db"), "import", str(home / "long.csv")],
        "sqlite-utils": [
            *(str(_BIN / "sqlite-utils"), "insert", str(home / "new.db"), "entry"),
            *(str(home / "long.csv"), "--csv"),
        ],
    }

    def start_anew() -> None:
        for file in home.glob("new.db*"):
            file.unlink()

    measured = race(programs, env, rounds, before_each=start_anew)
    start_anew()
    _say_ratio("import, 100,000 rows", measured, "sqlite-utils", SQLITE_UTILS)


def _export(home: Path, env: Mapping[str, str], rounds: int) -> None:
    programs = {"painlog": [_PAINLOG, "--db", str(home / "long.db"), "export"]}
    output = {"painlog": home / "ours.csv", "sqlite3": home / "theirs.csv"}
    sqlite3 = shutil.which("sqlite3")
    if sqlite3 is None:
        print("export, 100,000 rows: left out sqlite3; it needs the package sqlite3")
    else:
        programs["sqlite3"] = [sqlite3, "-csv", "-header", str(home / "long.db"), _same_cells()]
    measured = race(programs, env, rounds, output)
    if "sqlite3" in measured and not _hold_the_same(output["painlog"], output["sqlite3"]):
        sys.exit("The two exports do not hold the same cells, so their times say nothing.")
    _say_ratio("export, 100,000 rows", measured, "sqlite3", SQLITE3)
    print(f"{'':<28} most memory {measured['painlog'].peak:.0f} MiB")


def _long_report(home: Path, env: Mapping[str, str], rounds: int) -> None:
    _make(home / "tenth.csv", LONG_ENTRIES // TENTH, LONG_DAYS // TENTH)
    _take_in(home, "tenth", env)
    programs = {name: _report(home, name) for name in ("long", "tenth", "short")}
    measured = race(programs, env, rounds)
    long = measured["long"]
    # What starting and 90 days cost has no part in the growth.
    per_entry = [measured[n].seconds - measured["short"].seconds for n in ("long", "tenth")]
    growth = log10(per_entry[0] / per_entry[1])
    _say("report, 100,000 entries", f"{long.seconds:.2f} s", long.seconds, MOST_SECONDS)
    _say("", f"most memory {long.peak:.0f} MiB", long.peak, MOST_MIB)
    # Time is never exact: a tenth over one is not growth.
    _say("", f"growth from a tenth: n^{growth:.2f}", round(growth, 1), MOST_GROWTH)


def _make(file: Path, number: int, days: int) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        writer.writerows(rows(number, days))


def _take_in(home: Path, name: str, env: Mapping[str, str]) -> None:
    command = [_PAINLOG, "--db", str(home / f"{name}.db"), "import", str(home / f"{name}.csv")]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)


def _report(home: Path, name: str) -> list[str]:
    return [_PAINLOG, "--db", str(home / f"{name}.db"), "report", "--until", str(LAST_DAY)]


def _write_frames(home: Path) -> None:
    """The same ratings as Watson keeps time: ten minutes each, of a project called as the place."""
    frames = []
    for uid, felt_at, region, side, *_ in rows(SHORT_ENTRIES, SHORT_DAYS):
        start = int(datetime.fromisoformat(str(felt_at)).astimezone(UTC).timestamp())
        project = f"{side} {region}".strip()
        frames.append([start, start + 600, project, uid.hex, [], start + 600])
    (home / "watson").mkdir()
    (home / "watson" / "frames").write_text(json.dumps(frames), "utf-8")


def _same_cells() -> str:
    """A query that gives the cells of painlog's CSV: lists joined, no formula for spreadsheets."""

    def guarded(text: str) -> str:
        would_run = f"ltrim({text}, '''') glob '[-=+@' || char(9, 13) || ']*'"
        return f"iif({would_run}, '''' || {text}, {text})"

    def listed(values: str) -> str:
        return (
            f"(select {guarded('list')} from (select group_concat(value, '; ') as list {values}))"
        )

    tags = "from entry_tag where entry_id = entry.id and kind ="
    cells = (
        *("uid", "felt_at", guarded("region"), "side"),
        *("intensity", "intensity_before", "interference"),
        listed("from (select treatment as value from entry_treatment where entry_id = entry.id)"),
        *(listed(f"{tags} '{kind}'") for kind in ("quality", "trigger", "condition")),
        guarded("note"),
    )
    named = (f"{cell} as {name}" for cell, name in zip(cells, COLUMNS, strict=True))
    return f"select {', '.join(named)} from entry order by felt_at, id"


def _hold_the_same(one: Path, other: Path) -> bool:
    # Row by row: what this process held would count as the memory of the next one it starts.
    with one.open(encoding="utf-8", newline="") as a, other.open(encoding="utf-8", newline="") as b:
        pairs = zip_longest(csv.reader(a), csv.reader(b))
        return all(ours == theirs for ours, theirs in pairs)


def _say_ratio(what: str, measured: Mapping[str, Measured], peer: str, budget: float) -> None:
    if peer in measured:
        ratio = measured["painlog"].seconds / measured[peer].seconds
        _say(what, f"{ratio:.2f} x {peer}", ratio, budget)


def _say(what: str, figure: str, value: float, budget: float) -> None:
    print(f"{what:<28} {figure:<28} budget {budget:g}: {'met' if value <= budget else 'MISSED'}")


if __name__ == "__main__":
    main()
