"""A daily reminder, as each system's scheduler needs it: cron, systemd, launchd, Windows."""

import plistlib
import shlex
from collections.abc import Sequence
from datetime import time
from typing import Literal, NamedTuple, TypeAlias

Scheduler: TypeAlias = Literal["cron", "systemd", "launchd", "windows"]

# Marks a line of a crontab as painlog's own.
MARK = "# painlog remind"
UNIT = "painlog-remind"
LABEL = "painlog.remind"
_DESCRIPTION = "painlog: ask for today's entry if there is none"


class Reminder(NamedTuple):
    """A command that runs every day at a set time; it says something only where today is empty."""

    command: tuple[str, ...]
    at: time


def crontab_line(reminder: Reminder) -> str:
    """Return the line of a crontab."""
    # In a crontab, % ends the command.
    command = shlex.join(reminder.command).replace("%", r"\%")
    return f"{reminder.at.minute} {reminder.at.hour} * * * {command} {MARK}"


def with_line(crontab: str, line: str | None) -> str:
    """Return a crontab with this line in place of painlog's own; None only takes that out."""
    kept = [each for each in crontab.splitlines() if not each.rstrip().endswith(MARK)]
    new = [*kept, *([line] if line else [])]
    return "".join(f"{each}\n" for each in new)


def has_line(crontab: str) -> bool:
    """Tell whether a crontab has a line of painlog's own."""
    return any(each.rstrip().endswith(MARK) for each in crontab.splitlines())


def systemd_service(reminder: Reminder) -> str:
    """Return the unit that runs the command."""
    command = " ".join(map(_quoted_for_systemd, reminder.command))
    return f"[Unit]\nDescription={_DESCRIPTION}\n\n[Service]\nType=oneshot\nExecStart={command}\n"


def systemd_timer(reminder: Reminder) -> str:
    """Return the unit that starts the other one, later if the machine was off at that time."""
    return (
        f"[Unit]\nDescription={_DESCRIPTION}\n\n[Timer]\n"
        f"OnCalendar=*-*-* {reminder.at:%H:%M}:00\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def launchd_agent(reminder: Reminder) -> str:
    """Return the property list of an agent of launchd."""
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(reminder.command),
        "StartCalendarInterval": {"Hour": reminder.at.hour, "Minute": reminder.at.minute},
    }
    return plistlib.dumps(agent).decode()


def windows_task(reminder: Reminder) -> tuple[str, ...]:
    """Return the command that makes a task of Windows' Task Scheduler."""
    return (
        *("schtasks", "/Create", "/F", "/SC", "DAILY", "/TN", UNIT),
        *("/ST", f"{reminder.at:%H:%M}", "/TR", quoted_for_windows(reminder.command)),
    )


def quoted_for_windows(command: Sequence[str]) -> str:
    """Return a command line as Windows takes it apart again."""
    import subprocess  # noqa: PLC0415 - only for its rules of quoting

    return subprocess.list2cmdline(command)


def _quoted_for_systemd(word: str) -> str:
    """Return a word as systemd takes it from a command line, where % and $ stand for something."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'
