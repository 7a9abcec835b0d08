"""Write the manual page painlog(1) from the help of the commands.

`python docs/manpage.py` writes docs/painlog.1, which a wheel installs; a test compares it with the
help.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from painlog import __version__
from painlog.cli.app import app
from painlog.cli.base.inside_typer import click
from painlog.cli.base.lazy import LazyGroup

PAGE = Path(__file__).parent / "painlog.1"
OPTIONS = Path(__file__).parent / "options.md"
# The tables of docs/options.md, and their usual headings in a manual page.
_TABLES = {"Options": "OPTIONS", "Exit codes": "EXIT STATUS", "Variables": "ENVIRONMENT"}
_ABOUT = (
    "painlog keeps how much it hurts, where, and what was done about it in one SQLite file on this "
    "machine. It shows the days before and in the course of a treatment, and says how uncertain "
    "the figures are. It is a diary: no diagnosis, no triage, no treatment decision. It never uses "
    "the network."
)


def manual() -> str:
    """Return the whole page in the markup of man."""
    root = get_command(app)
    if not isinstance(root, LazyGroup):
        raise TypeError(root)
    context = root.make_context("painlog", [], resilient_parsing=True)
    lines = [
        f'.TH PAINLOG 1 "" "painlog {__version__}" "User Commands"',
        ".SH NAME",
        r"painlog \- a private pain journal on the command line",
        ".SH SYNOPSIS",
        r".B painlog\fR [\fIoption\fR ...] \fIcommand\fR [\fIargument\fR ...]",
        ".SH DESCRIPTION",
        _text(_ABOUT),
        r"With an empty journal,\fB painlog\fR alone says how to begin.",
        ".SH COMMANDS",
    ]
    for name in root.list_commands(context):
        if command := root.get_command(context, name):
            lines += _command(command, f"painlog {name}", context)
    for title, heading in _TABLES.items():
        lines += [f".SH {heading}", *_table(title)]
    return "\n".join([*lines, ".SH SEE ALSO", ".BR sqlite3 (1)", ""])


def _command(command: click.Command, path: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=path.rsplit(maxsplit=1)[-1], parent=parent)
    usage = [piece for piece in command.collect_usage_pieces(context) if piece != "[OPTIONS]"]
    yield f".SS {_text(' '.join([path, *usage]))}"
    yield _text(" ".join((command.help or "").split()))
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record and record[0] not in ("-h, --help", "--help, -h"):
            yield ".TP"
            yield rf"\fB{_text(record[0])}\fR"
            yield _text(record[1]) or r"\&"
    for name, below in getattr(command, "commands", {}).items():
        yield from _command(below, f"{path} {name}", context)


def _table(title: str) -> Iterator[str]:
    """Yield the rows of a table of docs/options.md."""
    section = OPTIONS.read_text("utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    for row in re.findall(r"^\| (.+?) \| (.+) \|$", section, re.MULTILINE)[1:]:
        yield ".TP"
        yield rf"\fB{_text(_plain(row[0]))}\fR"
        yield _text(_plain(row[1]))


def _plain(cell: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell).replace("`", "")


def _text(words: str) -> str:
    """Return words escaped for man."""
    safe = words.replace("\\", r"\e").replace("-", r"\-")
    safe = re.sub(r"[^\x00-\x7f]", lambda found: f"\\[u{ord(found[0]):04X}]", safe)
    return rf"\&{safe}" if safe[:1] in (".", "'") else safe


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text("utf-8") == manual() else "docs/painlog.1 is not up to date")
    PAGE.write_text(manual(), "utf-8")
