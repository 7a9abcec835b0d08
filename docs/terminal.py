"""Draw the terminal pictures in docs/images: the real program's output, as SVG.

`python docs/terminal.py` renews them. With `--check` it changes nothing, and its exit code says
whether they are up to date.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from generate import ROOT, newcomer, run
from rich.console import Console
from rich.text import Text

IMAGES = ROOT / "docs" / "images"
WIDTH = 100
# A terminal with colours and UTF-8.
SHOWN = {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
PICTURES = {"report.svg": ["--db", "sample.db", "report"]}


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield each picture's file and its present content."""
    with newcomer(), patch.dict(os.environ, SHOWN):
        os.environ.pop("NO_COLOR", None)
        run(["demo", "--keep", "sample.db"])
        for name, words in PICTURES.items():
            yield IMAGES / name, _picture(run(words), name)


def _picture(printed: str, name: str) -> str:
    console = Console(width=WIDTH, record=True, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(printed))
    # Without it the styles get a random id, and the picture changes at every run.
    return console.export_svg(title="painlog report", unique_id=name.removesuffix(".svg"))


def stale() -> list[str]:
    """Return the names of the pictures that are out of date."""
    return [
        file.name for file, now in pictures() if not file.exists() or file.read_text("utf-8") != now
    ]


def _main() -> int:
    if sys.argv[1:] == ["--check"]:
        found = stale()
        if found:
            sys.stderr.write(f"Not up to date: {', '.join(found)}. Run: make docs\n")
        return 1 if found else 0
    for file, now in pictures():
        file.write_text(now, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
