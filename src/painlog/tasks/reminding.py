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


def best_scheduler() -> Scheduler:
    """Return the scheduler that is used where the person names none."""
    from painlog.files import schedulers

    here = schedulers_here()
    if here[0] == "systemd" and not schedulers.has_systemd():
        return "cron"
    return here[0]


def other_scheduler(failed: Scheduler) -> Scheduler | None:
    """Return another scheduler that is on this machine, after one failed; None if there is none."""
    return next((s for s in schedulers_here() if s != failed and _is_there(s)), None)


def _is_there(scheduler: Scheduler) -> bool:
    from painlog.files import schedulers

    if scheduler == "systemd":
        return schedulers.has_systemd()
    return shutil.which({"cron": "crontab", "launchd": "launchctl"}.get(scheduler, "")) is not None


def install(reminder: Reminder, scheduler: Scheduler) -> list[str]:
    """Install the reminder, replacing one that is there, and return where it is.

    Args:
        reminder: What is run, and when.
        scheduler: Where to put it.

    Raises:
        RefusedError: if the scheduler refuses it. Then all is as it was.
    """
    from painlog.files import schedulers

    if scheduler == "cron":
        schedulers.put_crontab(texts.with_line(schedulers.crontab(), texts.crontab_line(reminder)))
        return ["your crontab"]
    if scheduler == "systemd":
        units = {
            _UNITS[0]: texts.systemd_service(reminder),
            _UNITS[1]: texts.systemd_timer(reminder),
        }
        return [str(file) for file in schedulers.put_units(units, _UNITS[1])]
    if scheduler == "launchd":
        return [str(schedulers.put_agent(LABEL, texts.launchd_agent(reminder)))]
    if not schedulers.run_task_command(texts.windows_task(reminder)):
        raise RefusedError("The Task Scheduler did not take the task.")
    return [f"the task {UNIT}"]


class Removed(NamedTuple):
    """Where a reminder was, and is no more; and what could not be reached, as sentences."""

    where: tuple[str, ...]
    failures: tuple[str, ...] = ()


def remove() -> Removed:
    """Take the reminder out of every scheduler that has it, also if one cannot be reached."""
    from painlog.files import schedulers

    if sys.platform == "win32":
        gone = schedulers.run_task_command(("schtasks", "/Delete", "/F", "/TN", UNIT))
        return Removed((f"the task {UNIT}",) if gone else ())
    agent = schedulers.remove_agent(LABEL)
    units, failure = schedulers.remove_units(_UNITS, _UNITS[1])
    where = [str(file) for file in (*agent, *units)]
    failures = [failure] if failure else []
    try:
        if shutil.which("crontab") and texts.has_line(present := schedulers.crontab()):
            schedulers.put_crontab(texts.with_line(present, None))
            where.append("your crontab")
    except RefusedError as refused:
        failures.append(f"Whether it is in your crontab is not known: {refused}")
    return Removed(tuple(where), tuple(failures))
