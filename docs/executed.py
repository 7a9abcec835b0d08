"""Run the examples of the tutorial pages, and write their output into the pages.

`python docs/executed.py` renews the pages. With `--check` it changes nothing, and its exit code
says whether they are up to date. Each page is one session in an empty directory of its own, one
evening in London:

- in a `console` block, a line that starts with `$ ` is a command, which goes on in the `> ` lines
  under it; the lines after it are its output;
- `python` blocks are run, all those of a page in one interpreter, and a `text` block right under
  one is its output;
- everything else stays as it is, also a block after `<!-- not run -->`.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from shutil import which
from unittest.mock import patch

from generate import ROOT, newcomer, run

PAGES = tuple(
    ROOT / "docs" / name
    for name in (
        "first-week.md",
        "taking.md",
        "import.md",
        "recipes.md",
        "analysis-api.md",
        "moving.md",
        "backup.md",
        "trials.md",
    )
)
# Programs that a page may call, and that a machine may lack.
OTHERS = ("sqlite3", "iconv")
# Beside this page's own files: what a recipe says to put there.
_BESIDE = (
    "datasette.json",
    *(
        f"import/{name}"
        for name in (
            *("excel.csv", "libreoffice.csv", "app.csv", "scale.tsv"),
            *("migraine.csv", "intakes.csv", "daylio.csv", "no_titles.csv", "diary.xlsx"),
        )
    ),
)

_UNSEEN = " > /dev/null"
_BLOCK = re.compile(
    r"(?P<before>(?:<!-- not run -->\n)?)^```(?P<kind>console|python)\n(?P<body>.*?)^```\n"
    r"(?P<printed>\n?```text\n(?P<text>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)
_COMMAND = re.compile(r"^\$ .*\n(?:> .*\n)*", re.MULTILINE)


def executed(page: str, names: dict[str, object] | None = None) -> str:
    """Return the text of a page with the present output of its examples.

    Args:
        page: The text so far.
        names: Filled with the names that the Python blocks leave behind.
    """
    names = {} if names is None else names
    names["__name__"] = "__page__"
    with newcomer(), patch.dict(os.environ, {"PATH": _path()}):
        for name in _BESIDE:
            Path(Path(name).name).write_bytes((ROOT / "docs" / name).read_bytes())
        return _BLOCK.sub(lambda block: _renewed(block, names), page)


def lacking() -> list[str]:
    """Return the programs that are missing here; their output on a page stays as it is."""
    return [name for name in OTHERS if which(name) is None]


def _path() -> str:
    # The environment's own programs first, whether it is activated or not.
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def _renewed(block: re.Match[str], names: dict[str, object]) -> str:
    if block["before"]:
        return block.group()
    if block["kind"] == "console":
        return block.group().replace(block["body"], "".join(_session(block["body"])))
    printed = _printed(lambda: exec(compile(block["body"], "<page>", "exec"), names))  # noqa: S102
    if block["printed"] is None:
        if printed:
            raise ValueError(f"No text block is under what prints:\n{block['body']}{printed}")
        return block.group()
    return block.group().removesuffix(f"{block['text']}```\n") + f"{printed}```\n"


def _session(body: str) -> Iterator[str]:
    commands = [*_COMMAND.finditer(body)]
    ends = [command.start() for command in commands[1:]] + [len(body)]
    for command, end in zip(commands, ends, strict=True):
        line = command.group()
        typed = line.removeprefix("$ ").replace("\n> ", "\n").removesuffix("\n")
        if set(typed.split()) & set(lacking()):
            yield body[command.start() : end]
        else:
            yield line + _answer(typed)


def _answer(typed: str) -> str:
    words = typed.removesuffix(_UNSEEN)
    if words.startswith("painlog ") and not set("|<>") & set(words):
        # In this process, so that its clock stands still.
        printed = run(shlex.split(words)[1:])
        return printed if words == typed else ""
    # Safe: only pages of this project are run.
    done = subprocess.run(  # noqa: S602
        typed, shell=True, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        raise ValueError(f"$ {typed}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def _printed(call: Callable[[], object]) -> str:
    output = StringIO()
    with redirect_stdout(output), redirect_stderr(output):
        call()
    return output.getvalue()


def _main(*, check: bool) -> int:
    stale = []
    for page in PAGES:
        text = page.read_text("utf-8")
        now = executed(text)
        if now != text:
            stale.append(page.name)
            if not check:
                page.write_text(now, "utf-8")
    if stale and check:
        sys.stderr.write(f"Not up to date: {', '.join(stale)}. Run: make docs\n")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(_main(check=sys.argv[1:] == ["--check"]))
