"""What every command needs: the journal of this call, the person's settings and the clock."""

import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from painlog.errors import BadFileError, NotUnderstoodError, PainlogError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer

    from painlog.advice.services import Services
    from painlog.model.settings import Settings
    from painlog.store.connections import Waiting
    from painlog.store.journal import Journal

_A_DAY = 24 * 60 * 60


class Call:
    """The options of one call, --db, --debug and --quiet, and the note that was written for it."""

    # Not a dataclass, which would take longer to make than to use.
    def __init__(self) -> None:
        self.db: Path | None = None
        self.debug = False
        self.note = ""
        self.quiet = False

    @property
    def path(self) -> Path:
        """Return the journal's file: --db, else PAINLOG_DB, else the user's data directory."""
        if self.db is not None:
            return _from_home(self.db)
        if named := os.environ.get("PAINLOG_DB"):
            return _from_home(Path(named))
        from painlog.store.database import default_path

        return default_path()

    @property
    def named(self) -> Path | None:
        """Return the file that --db or PAINLOG_DB names; None for the default one."""
        return self.path if self.db is not None or os.environ.get("PAINLOG_DB") else None


def call_of(ctx: "typer.Context") -> Call:
    """Return the call that `ctx` belongs to."""
    return cast("Call", ctx.find_root().obj)


def chosen_settings() -> "Settings":
    """Return the person's settings: from the settings file, or from variables for this call.

    Call it where a setting is needed and no option was given: it may read a file.

    Raises:
        BadFileError: if the settings file cannot be read.
        NotUnderstoodError: if a value in it, or in a variable, is not allowed.
    """
    from painlog.tasks.settings import read_settings

    return read_settings(os.environ)


def settings_or_default() -> "Settings":
    """Return the settings; where they cannot be read, say so and go on as if none were set.

    For what must be said even if a file is broken, such as where to get help.
    """
    try:
        return chosen_settings()
    except PainlogError as error:
        from painlog.model.settings import Settings as Defaults
        from painlog.views.terminal.screen import say_aside

        say_aside(str(error))
        return Defaults()


def set_checkin_factors(names: "Iterable[str]") -> str:
    """Return the command that lets the setting `checkin-factors` have some names."""
    from painlog.files.command_line import quoted

    value = ", ".join(names)
    change = f"set checkin-factors {quoted(value)}" if value else "unset checkin-factors"
    return f"painlog settings {change}"


def country() -> str:
    """Return the person's country as they set it, such as "GB"; "" if they did not."""
    return settings_or_default().country or ""


def services() -> "Services":
    """Return whom to call in the person's country."""
    from painlog.advice.services import services_in

    return services_in(country())


def open_journal(
    ctx: "typer.Context", *, writing: bool = False, rehearsing: bool = False
) -> "Journal":
    """Open the journal of this call."""
    from painlog.store.journal import Journal

    check_zone()
    check_folder(call_of(ctx))
    if writing and call_of(ctx).quiet and not _is_conversation(ctx):
        from painlog.views.terminal.screen import be_quiet

        be_quiet()
    return Journal(call_of(ctx).path, writing=writing, rehearsing=rehearsing, waiting=waiting())


def check_folder(call: Call) -> None:
    """Make sure that the folder of a journal that was named is there: its disk may be absent.

    painlog makes folders for the default journal alone. A new journal in place of one on an absent
    encrypted disk would be open to all who have this one.

    Raises:
        BadFileError: if it is not there.
    """
    file = call.named
    if file is None or file.parent.exists():
        return
    from painlog.files.command_line import command_line

    make = command_line("mkdir", *(() if sys.platform == "win32" else ("-p",)), str(file.parent))
    raise BadFileError(
        f"The folder of the journal {file} is not there. Is its disk connected? To begin a journal "
        f"in a new folder, make that first: {make}"
    )


def _is_conversation(ctx: "typer.Context") -> bool:
    return not {"checkin", "redflags", "trial"}.isdisjoint(ctx.command_path.split())


def waiting() -> "Waiting | None":
    """Return a function that says that painlog is waiting for another program; None in a pipe."""
    return _say_waiting if sys.stderr.isatty() else None


def _say_waiting() -> None:
    from painlog.views.terminal.screen import say_aside

    say_aside("Another program is using the journal. Waiting for it; Ctrl-C stops.")


def _from_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # no user has that name, so it is the name of a file


def clock() -> datetime:
    """Return what the machine's clock says, with the UTC offset here."""
    check_zone()
    return datetime.now().astimezone()


def check_zone() -> None:
    """Make sure that the machine's time zone is one that a date can have.

    Raises:
        NotUnderstoodError: if it is a day or more from UTC, as TZ=UTC+25 says.
    """
    if max(abs(time.timezone), abs(time.altzone)) >= _A_DAY:
        raise NotUnderstoodError(
            f'The time zone "{os.environ.get("TZ", "")}" (the variable TZ) is a day or more from '
            "UTC, which no clock is. Set it to a name such as Europe/Berlin, or unset it."
        )


def now() -> datetime:
    """Return the time to the second, with the UTC offset here."""
    return clock().replace(microsecond=0)
