"""A reminder that asks only if nothing was logged today: what it says, and where to install it."""

import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import RefusedError
from painlog.model import reminder as texts
from painlog.model.reminder import LABEL, UNIT, Reminder, Scheduler
from painlog.model.selection import Selection

if TYPE_CHECKING:
    from painlog.store.journal import Journal

# A notice may be seen by others, so it names neither pain nor regions.
TITLE = "painlog"
NOTICE = "Nothing is noted for today yet. When you have a moment: painlog checkin"
_UNITS = (f"{UNIT}.service", f"{UNIT}.timer")


class WrittenSchedule(NamedTuple):
    """The reminder as one scheduler needs it written: what to do with it, and its lines."""

    scheduler: Scheduler
    how: str
    texts: tuple[tuple[str, str], ...]


def is_empty(journal: "Journal", now: datetime) -> bool:
    """Tell whether nothing was logged today: no rating and no use."""
    today = Selection(since=now.date(), until=now.date())
    return not journal.count(today, most=1) and not journal.count_uses(today, most=1)


def own_command(*words: str) -> tuple[str, ...]:
    """Return the command that starts this very painlog, whatever the directory and PATH."""
    script = Path(sys.executable).with_name("painlog.exe" if sys.platform == "win32" else "painlog")
    start = (str(script),) if script.exists() else (sys.executable, "-m", "painlog")
    return (*start, *words)


def schedulers_here() -> tuple[Scheduler, ...]:
    """Return the schedulers that this kind of system has, the best first."""
    if sys.platform == "win32":
        return ("windows",)
    return ("launchd", "cron") if sys.platform == "darwin" else ("systemd", "cron")


def written(reminder: Reminder, scheduler: Scheduler) -> WrittenSchedule:
    """Return the reminder as a scheduler needs it written, for a person who installs it by hand."""
    if scheduler == "cron":
        return WrittenSchedule(
            "cron", "A line for: crontab -e", (("", texts.crontab_line(reminder) + "\n"),)
        )
    if scheduler == "systemd":
        return WrittenSchedule(
            "systemd",
            f"Files in ~/.config/systemd/user, then: systemctl --user enable --now {UNIT}.timer",
            (
                (_UNITS[0], texts.systemd_service(reminder)),
                (_UNITS[1], texts.systemd_timer(reminder)),
            ),
        )
    if scheduler == "launchd":
        return WrittenSchedule(
            "launchd",
            "A file in ~/Library/LaunchAgents, then: launchctl bootstrap gui/$(id -u) FILE",
            ((f"{LABEL}.plist", texts.launchd_agent(reminder)),),
        )
    command = texts.quoted_for_windows(texts.windows_task(reminder))
    return WrittenSchedule("windows", "A command for the prompt", (("", command + "\n"),))


def install(reminder: Reminder, scheduler: Scheduler | None) -> tuple[Scheduler, list[str]]:
    """Install the reminder, replacing one that is there, and return where it is.

    Args:
        reminder: What is run, and when.
        scheduler: Where to put it; None for the best there is.

    Raises:
        RefusedError: if the scheduler refuses it.
    """
    from painlog.files import schedulers

    chosen = scheduler or _best()
    if chosen == "cron":
        schedulers.put_crontab(texts.with_line(schedulers.crontab(), texts.crontab_line(reminder)))
        return chosen, ["your crontab"]
    if chosen == "systemd":
        units = {
            _UNITS[0]: texts.systemd_service(reminder),
            _UNITS[1]: texts.systemd_timer(reminder),
        }
        return chosen, [str(file) for file in schedulers.put_units(units, _UNITS[1])]
    if chosen == "launchd":
        return chosen, [str(schedulers.put_agent(LABEL, texts.launchd_agent(reminder)))]
    if not schedulers.run_task_command(texts.windows_task(reminder)):
        raise RefusedError("The Task Scheduler did not take the task. Nothing was changed.")
    return chosen, [f"the task {UNIT}"]


def remove() -> list[str]:
    """Take the reminder out of every scheduler that has it; return where it was.

    Raises:
        RefusedError: if a scheduler refuses to remove it.
    """
    from painlog.files import schedulers

    if sys.platform == "win32":
        gone = schedulers.run_task_command(("schtasks", "/Delete", "/F", "/TN", UNIT))
        return [f"the task {UNIT}"] if gone else []
    found = [*schedulers.remove_agent(LABEL), *schedulers.remove_units(_UNITS, _UNITS[1])]
    where = [str(file) for file in found]
    if shutil.which("crontab") and texts.has_line(present := schedulers.crontab()):
        schedulers.put_crontab(texts.with_line(present, None))
        where.append("your crontab")
    return where


def _best() -> Scheduler:
    from painlog.files import schedulers

    here = schedulers_here()
    if here[0] == "systemd" and not schedulers.has_systemd():
        return "cron"
    return here[0]
