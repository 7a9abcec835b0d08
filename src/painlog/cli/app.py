"""The program: its commands, and the one place where an error becomes a sentence."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, ClassVar

import typer
from typer.main import get_command

from painlog import __version__
from painlog.cli.lazy import HELP_OPTIONS, Groups, Lazy, LazyGroup
from painlog.cli.settings import Settings, settings_of

STOPPED = 130


class Commands(LazyGroup):
    """All commands, in the groups that the help shows."""

    groups: ClassVar[Groups] = {
        "Write": {
            "add": Lazy("add", "add", "log how much it hurts"),
            "checkin": Lazy("checkin", "checkin", "be asked, in 20 seconds"),
            "start": Lazy("courses", "start", "begin a treatment"),
            "stop": Lazy("courses", "stop", "end a treatment"),
            "consult": Lazy("consult", "app", "log a clinician visit"),
            "edit": Lazy("entries", "edit", "correct an entry"),
            "remove": Lazy("entries", "remove", "remove entries"),
            "undo": Lazy("history", "undo", "take back a change"),
            "redo": Lazy("history", "redo", "make it again"),
        },
        "Look": {
            "today": Lazy("today", "today", "today (or just: painlog)"),
            "list": Lazy("entries", "list_", "entries, newest first"),
            "show": Lazy("entries", "show", "one entry in full"),
            "courses": Lazy("courses", "app", "treatments in use"),
            "regions": Lazy("regions", "app", "body regions"),
            "treatments": Lazy("treatments", "app", "treatments, evidence"),
            "redflags": Lazy("redflags", "redflags", "when to get help now"),
        },
        "Analyse": {
            "report": Lazy("report", "report", "what the ratings did"),
            "compare": Lazy("compare", "compare", "two regimens"),
            "explain": Lazy("explain", "explain", "a word of the report"),
            "demo": Lazy("demo", "demo", "a report on sample data"),
        },
        "Move data": {
            "export": Lazy("transfer", "export", "entries as CSV"),
            "import": Lazy("transfer", "import_", "take in a CSV"),
        },
        "Look after the file": {
            "where": Lazy("where", "where", "where the journal is"),
        },
    }


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": HELP_OPTIONS},
    epilog='Each command has examples: painlog add --help. First: painlog add "left heel" 6',
)


def _take_db(ctx: typer.Context, value: Path | None) -> None:
    if value is not None:
        settings_of(ctx).db = value


def _take_debug(ctx: typer.Context, value: bool) -> None:  # noqa: FBT001 - Typer's signature
    if value:
        settings_of(ctx).debug = True


def _show_version(value: bool) -> None:  # noqa: FBT001 - Typer's signature
    if value:
        sys.stdout.write(f"painlog {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    _db: Annotated[
        Path | None,
        typer.Option(
            "--db",
            help="The journal's file (or PAINLOG_DB).",
            metavar="FILE",
            callback=_take_db,
            expose_value=False,
        ),
    ] = None,
    _debug: Annotated[
        bool,
        typer.Option(
            "--debug", help="Show the trace of an error.", callback=_take_debug, expose_value=False
        ),
    ] = False,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """A private pain journal. Nothing ever leaves this machine."""
    if ctx.invoked_subcommand is None:
        from painlog.cli.today import today

        today(ctx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run painlog and give its exit code: 0 done, 1 refused, 2 usage, 130 stopped."""
    settings = Settings()
    for stream in (sys.stdout, sys.stderr):
        # A note may hold what the terminal's encoding cannot say.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        code = get_command(app).main(
            args=None if arguments is None else list(arguments),
            prog_name="painlog",
            standalone_mode=False,
            obj=settings,
        )
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone, as in `painlog list | head -1`; Python must not notice at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (typer.Abort, KeyboardInterrupt):
        return _complain("Stopped. Nothing was saved.", STOPPED)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except Exception as error:
        if settings.debug:
            raise
        from painlog.cli.refusals import refusal

        return _complain(*refusal(error, sys.argv[1:] if arguments is None else arguments))
    return _complain("Stopped.", STOPPED) if code == STOPPED else (code or 0)


def _complain(sentence: str, code: int) -> int:
    from painlog.views.screen import say_aside

    try:
        say_aside(sentence)
    except OSError:
        return code
    return code
