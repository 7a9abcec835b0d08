"""Write the program's own output into the documentation, so that it cannot lie.

`python docs/generate.py` fills README.md's examples and the tables of docs/medicines.md and
docs/red-flags.md, and writes docs/commands.md. With `--check` it changes nothing, and its exit code
says whether they are up to date.
"""

import io
import os
import re
import shlex
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

from typer.main import get_command

from painlog.advice.services import SERVICES, Services
from painlog.advice.warning_signs import SIGNS, WarningSign
from painlog.advice.warning_signs.pages import PublicPage
from painlog.cli.app import app, main
from painlog.cli.base.lazy import LazyGroup
from painlog.model.catalogue.brands import PRODUCTS
from painlog.model.catalogue.medicines import MEDICINES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
MEDICINES_PAGE = ROOT / "docs" / "medicines.md"
RED_FLAGS_PAGE = ROOT / "docs" / "red-flags.md"
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=ZoneInfo("Europe/London"))
WIDTH = "80"

_TOUR = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_FOREWORD = """# Commands

Look up any command: this is the output of `painlog --help`, and the help of every command. `make
docs` makes this page, and the tests check it.
"""


class _Terminal(io.TextIOWrapper):
    """A terminal of 80 columns that keeps what is printed on it."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined]


def readme() -> str:
    """Return README.md with the present output of its examples."""
    with newcomer():
        return _TOUR.sub(lambda block: _answered(block.group()), README.read_text("utf-8"))


def commands() -> str:
    """Return the whole of docs/commands.md."""
    parts = [_FOREWORD]
    with newcomer():
        for words in _every_command():
            title = " ".join(["painlog", *words])
            depth = "#" * (2 if len(words) < 2 else 3)
            parts.append(f"{depth} {title}\n\n```text\n{run([*words, '--help'])}```\n")
    return "\n".join(parts)


def medicines() -> str:
    """Return docs/medicines.md with the tables of the present catalogue."""
    return _filled(
        MEDICINES_PAGE,
        number=str(sum(bool(medicine.atc) for medicine in MEDICINES)),
        brands=f"\n\n{_brands()}\n\n",
        medicines=f"\n\n{_catalogue()}\n\n",
    )


def red_flags() -> str:
    """Return docs/red-flags.md with the present questions of the check and services."""
    return _filled(
        RED_FLAGS_PAGE, questions=f"\n\n{_questions()}\n\n", services=f"\n\n{_services()}\n\n"
    )


def _filled(file: Path, **parts: str) -> str:
    """Return a page with each part between its two marks."""
    page = file.read_text("utf-8")
    for name, made in parts.items():
        start, end = f"<!-- {name} -->", "<!-- end -->"
        before, _, rest = page.partition(start)
        page = f"{before}{start}{made}{end}{rest.partition(end)[2]}"
    return page


def _questions() -> str:
    return "\n".join(
        ("| asked | looking for | from |", "|---|---|---|", *map(_question, SIGNS.values()))
    )


def _question(sign: WarningSign) -> str:
    asked = f"**{sign.question}** {'; '.join(sign.such)}"
    return f"| {asked} | {'; '.join(sign.kinds)} | {'; '.join(map(_link, sign.pages))} |"


def _link(page: PublicPage) -> str:
    return f"[{page.name}]({page.address})" if page.address else f"{page.name}*"


def _services() -> str:
    return "\n".join(
        (
            "| country | emergency | crisis line | poison line | from |",
            "|---|---|---|---|---|",
            *map(_service, SERVICES.values()),
        )
    )


def _service(found: Services) -> str:
    pages = ", ".join(f"[{number}]({page})" for number, page in enumerate(found.sources, start=1))
    lines = (found.crisis or "not known", found.poison or "not known")
    return f"| {found.country} | {found.emergency} | {' | '.join(lines)} | {pages} |"


def _brands() -> str:
    rows = (f"| {brand} | {', '.join(products)} |" for brand, products in PRODUCTS.items())
    return "\n".join(("| brand | may be |", "|---|---|", *rows))


def _catalogue() -> str:
    rows = (
        f"| {m.name} | {m.medicine_class} | {m.atc} | {', '.join((*m.synonyms, *m.brands))} |"
        for m in MEDICINES
    )
    return "\n".join(
        ("| name | class | ATC | other names and brands |", "|---|---|---|---|", *rows)
    )


def _answered(block: str) -> str:
    lines = [line for line in block.splitlines() if line.startswith("$ ")]
    shown = [f"{line}\n{run(shlex.split(line.removeprefix('$ painlog')))}" for line in lines]
    return "\n".join(shown)


def run(words: list[str]) -> str:
    """Run painlog on a terminal of 80 columns, and return what it prints."""
    terminal = _Terminal()
    with redirect_stdout(terminal), redirect_stderr(terminal):
        main(words)
    return terminal.text()


def _every_command() -> Iterator[list[str]]:
    root = get_command(app)
    if not isinstance(root, LazyGroup):
        raise TypeError(root)
    context = root.make_context("painlog", [], resilient_parsing=True)
    yield []
    for name in root.list_commands(context):
        yield [name]
        command = root.get_command(context, name)
        yield from ([name, inner] for inner in getattr(command, "commands", {}))


@contextmanager
def newcomer() -> Iterator[None]:
    """Work in an empty home directory, one evening in London."""
    before = Path.cwd()
    with (
        tempfile.TemporaryDirectory() as home,
        patch.dict(
            os.environ,
            {
                "PAINLOG_DB": "painlog.db",
                "PAINLOG_SETTINGS": "settings.toml",
                "COLUMNS": WIDTH,
                # A terminal without colour and drawings; a dumb one would be read aloud.
                "TERM": "xterm",
                "NO_COLOR": "1",
                "LC_ALL": "C",
                "ACCESSIBLE": "",
                "TZ": "Europe/London",
            },
        ),
        patch("painlog.cli.base.settings.clock", lambda: NOW),
        patch("painlog.views.terminal.screen._shows_bar", bool),
        patch("painlog.store.log.now_text", lambda: NOW.astimezone(UTC).isoformat()),
        patch.object(sys, "stdin", io.StringIO()),
    ):
        time.tzset()
        os.chdir(home)
        try:
            yield
        finally:
            os.chdir(before)
    time.tzset()


def _write() -> int:
    README.write_text(readme(), "utf-8")
    COMMANDS.write_text(commands(), "utf-8")
    MEDICINES_PAGE.write_text(medicines(), "utf-8")
    RED_FLAGS_PAGE.write_text(red_flags(), "utf-8")
    return 0


def _check() -> int:
    stale = [
        page.name
        for page, now in (
            (README, readme()),
            (COMMANDS, commands()),
            (MEDICINES_PAGE, medicines()),
            (RED_FLAGS_PAGE, red_flags()),
        )
        if not page.exists() or page.read_text("utf-8") != now
    ]
    if stale:
        sys.stderr.write(f"Not up to date: {', '.join(stale)}. Run: make docs\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(_check() if sys.argv[1:] == ["--check"] else _write())
