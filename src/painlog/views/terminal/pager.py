"""Showing more lines than the terminal has, with the pager of the person's choice."""

import os
import shutil
import sys
from collections.abc import Iterable

from painlog.files.command_line import words_of_command
from painlog.files.systems import terminal_kind
from painlog.views.terminal.screen import DUMB, Screen, is_accessible, say

# Quit where it fits, show colours, leave the text on the screen.
LESS = "FRX"


def page_out(
    lines: Iterable[str], screen: Screen, *, wanted: bool = True, chosen: str | None = None
) -> None:
    """Print lines, through a pager where they are more than a terminal shows.

    No pager is used in a pipe, on a terminal that can only print, or with `PAGER=cat` or `PAGER=`.
    Nor is one with `ACCESSIBLE`: it shows a screen at a time, and a screen reader reads on.

    Args:
        lines: The lines to print.
        screen: Where they are shown.
        wanted: Whether a pager may be used.
        chosen: The pager's command; None for `PAGER`, else less.
    """
    shown = list(lines)
    if _needs_one(shown, screen):
        # Without blank lines it may fit, and then needs no pager.
        close = [line for line in shown if line]
        shown = shown if _needs_one(close, screen) else close
    command = _pager(chosen) if wanted and _needs_one(shown, screen) else []
    if not command or not _paged(command, shown):
        say(shown)


def _needs_one(lines: list[str], screen: Screen) -> bool:
    if screen.width is None or is_accessible() or terminal_kind() in DUMB:
        return False
    # The pager writes to the terminal itself, which a stand-in for standard output is not.
    if not (sys.stdin.isatty() and _is_standard_output()):
        return False
    # The last line is where the prompt comes back.
    return len(lines) >= shutil.get_terminal_size().lines


def _is_standard_output() -> bool:
    try:
        return sys.stdout.fileno() == 1
    except OSError:
        return False


def _pager(chosen: str | None) -> list[str]:
    """Return the command of the pager, empty for none."""
    said = os.environ.get("PAGER") if chosen is None else chosen
    try:
        command = words_of_command("less" if said is None else said)
    except ValueError:
        return []
    if not command or command == ["cat"]:
        return []
    found = shutil.which(command[0])
    return [found, *command[1:]] if found else []


def _paged(command: list[str], lines: list[str]) -> bool:
    """Run the pager on the lines; False where it could not be started."""
    import signal
    import subprocess

    text = "".join(f"{line}\n" for line in lines)
    # Searches in a report are private, so less keeps no history of them.
    environment = {"LESS": LESS, "LESSHISTFILE": "-", **os.environ}
    sys.stdout.flush()
    # The pager decides what an interrupt does, as it does in a shell.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        subprocess.run(  # noqa: S603 - the person's own pager
            command, input=text.encode(), env=environment, check=False
        )
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return True
