"""How long `painlog add` takes, as a ratio to other programs measured in the same run.

    python benchmarks/add.py [--peers VENV] [--rounds N]

Each round runs every program once, so that a noisy moment meets all of them. The peers, jrnl and
Watson, add an entry to a journal of their own: `python -m venv V && V/bin/pip install jrnl
td-watson`, then `--peers V`. Printed are the median times and painlog's ratio to each.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from race import environment, race

BUDGETS = {"bare Typer": 1.3, "jrnl": 0.55, "watson": 0.65}

_BARE = """
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
timeformat: '%%F %%r'
version: '4.2'
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--peers", type=Path, help="virtual environment with jrnl and td-watson")
    options.add_argument("--rounds", type=int, default=21)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        programs = _programs(Path(home), chosen.peers)
        env = environment(
            Path(home), PAINLOG_DB=Path(home) / "painlog.db", WATSON_DIR=Path(home) / "watson"
        )
        medians = {n: m.seconds for n, m in race(programs, env, chosen.rounds).items()}
    ours = medians["painlog add"]
    print(f"{'program':<12} {'median':>9}  painlog's ratio  budget")
    for name, median in medians.items():
        said = f"{name:<12} {median * 1000:>6.0f} ms"
        if name in BUDGETS:
            met = "met" if ours <= BUDGETS[name] * median else "MISSED"
            said += f"  {ours / median:>15.2f}  {BUDGETS[name]} ({met})"
        print(said)


def _programs(home: Path, peers: Path | None) -> Mapping[str, Sequence[str]]:
    bare = home / "bare.py"
    bare.write_text(_BARE, "utf-8")
    programs: dict[str, Sequence[str]] = {
        "painlog add": [str(Path(sys.executable).with_name("painlog")), "add", "heel", "6"],
        "bare Typer": [sys.executable, str(bare), "heel", "6"],
        "python": [sys.executable, "-c", "pass"],
    }
    if peers:
        config = home / "jrnl.yaml"
        config.write_text(_JRNL % (home / "jrnl.txt"), "utf-8")
        (home / "jrnl.txt").touch()
        bin_ = peers / "bin"
        jrnl = [str(bin_ / "jrnl"), "--config-file", str(config), "Heel pain 6 of 10."]
        programs["jrnl"] = jrnl
        programs["watson"] = [
            *(str(bin_ / "watson"), "add", "-f", "2026-03-01 10:00", "-t", "2026-03-01 10:01"),
            "heel",
        ]
    return programs


if __name__ == "__main__":
    main()
