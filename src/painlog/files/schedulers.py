"""The schedulers of a system: installing a daily reminder, and removing it again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from painlog.errors import RefusedError
from painlog.files.drafts import new_file
from painlog.files.private import make_directories

if TYPE_CHECKING:
    from collections.abc import Mapping

_APPLE_SCRIPT = """on run argv
display notification (item 2 of argv) with title (item 1 of argv)
end"""
# What cron says to a person who has no crontab yet.
_NO_CRONTAB = ("no crontab", "can't open")


def crontab() -> str:
    """Return the person's crontab, empty where there is none.

    Raises:
        RefusedError: if there is no cron, or it does not show the crontab.
    """
    done = _run(["crontab", "-l"], "cron")
    if done.returncode == 0:
        return done.stdout
    if any(text in done.stderr for text in _NO_CRONTAB):
        return ""
    raise _failed("crontab -l", done)


def put_crontab(text: str) -> None:
    """Replace the person's crontab.

    Raises:
        RefusedError: if cron does not accept it.
    """
    done = _run(["crontab", "-"], "cron", text)
    if done.returncode:
        raise _failed("crontab", done)


def systemd_directory() -> Path:
    """Return the directory of the person's own systemd units."""
    config = os.environ.get("XDG_CONFIG_HOME", "")
    root = Path(config) if config.startswith("/") else Path.home() / ".config"
    return root / "systemd" / "user"


def put_units(units: "Mapping[str, str]", timer: str) -> list[Path]:
    """Write systemd units and start the timer; return the units' files.

    Raises:
        RefusedError: if systemd does not accept them. The files are then as they were.
    """
    files = [systemd_directory() / name for name in units]
    was_wanted = _wanted(timer).is_symlink()
    with _put_back(files):
        for file, text in zip(files, units.values(), strict=True):
            _write(file, text)
        try:
            systemctl("daemon-reload")
            systemctl("enable", "--now", timer)
        except RefusedError:
            if not was_wanted:
                _wanted(timer).unlink(missing_ok=True)
            raise
    return files


def remove_units(names: Sequence[str], timer: str) -> tuple[list[Path], str]:
    """Stop a timer and remove the units that are there, also if systemd cannot be reached.

    Returns:
        Their files, and what systemd could not be told, as a sentence; "" if all went well.
    """
    files = [file for name in names if (file := systemd_directory() / name).exists()]
    if not files:
        return [], ""
    failure = _untold("disable", "--now", timer)
    for file in (*files, _wanted(timer)):
        file.unlink(missing_ok=True)
    failure = failure or _untold("daemon-reload")
    return files, failure


def _wanted(timer: str) -> Path:
    """Return the link by which systemd starts a timer that is enabled."""
    return systemd_directory() / "timers.target.wants" / timer


def _untold(*words: str) -> str:
    try:
        systemctl(*words)
    except RefusedError as refused:
        return f"{refused} The files are gone, and a timer that still runs ends when you log out."
    return ""


@contextmanager
def _put_back(files: Sequence[Path]) -> Iterator[None]:
    """Leave files as they were, or absent, if the block is refused."""
    before = {file: file.read_text("utf-8") if file.exists() else None for file in files}
    try:
        yield
    except (RefusedError, OSError):
        for file, text in before.items():
            if text is None:
                file.unlink(missing_ok=True)
            else:
                _write(file, text)
        raise


def systemctl(*words: str) -> None:
    """Run a command of the person's own systemd.

    Raises:
        RefusedError: if it fails.
    """
    done = _run(["systemctl", "--user", *words], "systemd")
    if done.returncode:
        raise _failed(f"systemctl --user {' '.join(words)}", done)


def has_systemd() -> bool:
    """Tell whether the person's own systemd is running."""
    if not shutil.which("systemctl"):
        return False
    return _run(["systemctl", "--user", "show-environment"], "systemd").returncode == 0


def agents_directory() -> Path:
    """Return the directory of the person's own launchd agents."""
    return Path.home() / "Library" / "LaunchAgents"


def put_agent(name: str, text: str) -> Path:
    """Write a launchd agent and load it; return its file.

    Raises:
        RefusedError: if launchd does not accept it. The file is then as it was.
    """
    file = agents_directory() / f"{name}.plist"
    replaced = file.exists()
    try:
        with _put_back([file]):
            if replaced:
                _launchctl("bootout", str(file))
            _write(file, text)
            _launchctl("bootstrap", str(file))
    except RefusedError:
        if replaced:
            with suppress(RefusedError):
                _launchctl("bootstrap", str(file))
        raise
    return file


def remove_agent(name: str) -> list[Path]:
    """Unload an agent if launchd can be reached; remove its file, and return it if it was there."""
    file = agents_directory() / f"{name}.plist"
    if not file.exists():
        return []
    with suppress(RefusedError):
        _launchctl("bootout", str(file))
    file.unlink()
    return [file]


def run_task_command(command: Sequence[str]) -> bool:
    """Run a command of Windows' Task Scheduler; return whether it succeeded."""
    return _run(command, "the Task Scheduler").returncode == 0


def notify(title: str, text: str) -> bool:
    """Show a notice on the person's screen; return whether a program showed it."""
    for command in _notices(title, text):
        if shutil.which(command[0]) and _run(command, "", env=_session()).returncode == 0:
            return True
    return False


def _notices(title: str, text: str) -> Iterator[Sequence[str]]:
    if sys.platform == "darwin":
        yield ["osascript", "-e", _APPLE_SCRIPT, title, text]
    else:
        yield ["notify-send", "--app-name=painlog", title, text]


def _session() -> "dict[str, str]":
    """Return the environment with the address of the desktop's D-Bus, which cron leaves out."""
    environment = dict(os.environ)
    if hasattr(os, "getuid") and "DBUS_SESSION_BUS_ADDRESS" not in environment:
        bus = Path(f"/run/user/{os.getuid()}/bus")
        if bus.exists():
            environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    return environment


def _launchctl(verb: str, file: str) -> None:
    done = _run(["launchctl", verb, f"gui/{os.getuid()}", file], "launchd")
    if done.returncode and verb != "bootout":
        raise _failed(f"launchctl {verb}", done)


def _write(file: Path, text: str) -> Path:
    make_directories(file.parent)
    with new_file(file, force=True) as opened:
        opened.write(text)
    return file


def _run(
    command: Sequence[str], scheduler: str, text: str = "", env: "dict[str, str] | None" = None
) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(  # noqa: S603 - the system's own schedulers, never a shell
            list(command), input=text, capture_output=True, text=True, check=False, env=env
        )
    except OSError as error:
        raise RefusedError(
            f"{command[0]} could not be run ({error.strerror}), so {scheduler} cannot be used here."
        ) from error


def _failed(what: str, done: "subprocess.CompletedProcess[str]") -> RefusedError:
    said = " ".join((done.stderr or done.stdout).split()) or f"exit code {done.returncode}"
    return RefusedError(f"{what} failed: {said}.")
