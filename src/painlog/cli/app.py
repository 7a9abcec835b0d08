"""The program: its commands, and the one place where an error becomes a sentence."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

import typer
from typer.main import get_command

from painlog.cli.base.lazy import HELP_OPTIONS, Groups, Lazy, LazyGroup
from painlog.cli.base.settings import Call, call_of
from painlog.files.command_line import as_typed
from painlog.files.systems import write_utf8_in_pipes
from painlog.outcome import held_signals, outcome, stopped_by_signals
from painlog.views.terminal.screen import begin_anew, choose_colour, suggest

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

# A shell reports a command that a signal ended as 128 plus the number of the signal.
SIGNALLED = 128
STOPPED = SIGNALLED + 2


class Commands(LazyGroup):
    """All commands, in the groups that the help shows."""

    only_named = "More"
    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("ls", "entries"), "list"),
        **dict.fromkeys(("rm", "del", "delete"), "remove"),
        **dict.fromkeys(("log", "new", "record", "track"), "add"),
        **dict.fromkeys(("stats", "summary", "trends"), "report"),
        **dict.fromkeys(("graph", "plot"), "chart"),
        **dict.fromkeys(("search", "grep"), "find"),
        **dict.fromkeys(("config", "configure"), "settings"),
        **dict.fromkeys(("change", "update", "correct"), "edit"),
        **dict.fromkeys(("status", "now"), "today"),
        "dose": "take",
        **dict.fromkeys(("visit", "doctor"), "consult"),
        **dict.fromkeys(("check-in", "daily"), "checkin"),
        "body": "map",
        "revert": "undo",
        "changes": "history",
        "doc": "help",
        "verify": "check",
    }
    groups: ClassVar[Groups] = {
        "Write": {
            "add": Lazy("add", "add", "log how much it hurts"),
            "checkin": Lazy("checkin", "checkin", "be asked, in 20 seconds"),
            "take": Lazy("take", "take", "what you took, no rating"),
            "day": Lazy("day", "day", "sleep, stress, a note"),
            "peg": Lazy("peg", "app", "three questions a week"),
            "start": Lazy("courses", "start", "begin a treatment"),
            "stop": Lazy("courses", "stop", "end a treatment"),
            "consult": Lazy("consult", "app", "log a clinician visit"),
            "edit": Lazy("edit", "edit", "correct an entry"),
            "remove": Lazy("entries", "remove", "remove entries"),
            "undo": Lazy("history", "undo", "take back a change"),
        },
        "Look": {
            "today": Lazy("today", "today", "today (or just: painlog)"),
            "list": Lazy("entries", "list_", "entries, newest first"),
            "show": Lazy("entries", "show", "one entry in full"),
            "week": Lazy("week", "week", "the last seven days"),
            "find": Lazy("find", "find", "words in notes, tags"),
            "chart": Lazy("pictures", "chart", "ratings over time"),
            "calendar": Lazy("pictures", "calendar", "a digit for each day"),
            "map": Lazy("pictures", "map_", "where on the body"),
            "courses": Lazy("courses", "app", "treatments in use"),
            "regions": Lazy("regions", "app", "body regions"),
            "treatments": Lazy("treatments", "app", "treatments, evidence"),
            "redflags": Lazy("redflags", "redflags", "when to get help now"),
        },
        "Analyse": {
            "report": Lazy("report", "report", "what the ratings did"),
            "compare": Lazy("compare", "compare", "two regimens"),
            "factors": Lazy("factors", "app", "what goes with pain"),
            "trial": Lazy("trial", "app", "two things by turns"),
        },
        "Data": {
            "export": Lazy("export", "export", "as CSV, JSON or FHIR"),
            "import": Lazy("import_", "import_", "from a table or journal"),
            "backup": Lazy("backup", "backup", "a checked copy"),
            "restore": Lazy("backup", "restore", "put a copy back"),
        },
        "More": {
            "over": Lazy("over", "over", "an attack has ended"),
            "redo": Lazy("history", "redo", "redo what was undone"),
            "history": Lazy("history", "history", "the last changes made"),
            "demo": Lazy("demo", "demo", "report on sample data"),
            "explain": Lazy("explain", "explain", "the report's words"),
            "mappings": Lazy("mappings", "app", "saved import options"),
            "check": Lazy("check", "check", "is the file whole?"),
            "settings": Lazy("settings", "app", "country, dates, paper"),
            "remind": Lazy("remind", "remind", "be asked every day"),
            "where": Lazy("where", "where", "where the journal is"),
            "erase": Lazy("erase", "erase", "everything, for good"),
            "completion": Lazy("completion", "completion", "TAB in your shell"),
            "help": Lazy("help", "help_", "help on a command"),
            "version": Lazy("help", "version", "which version this is"),
        },
    }


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": HELP_OPTIONS},
    epilog='Examples: painlog add --help. Begin with: painlog add "left heel" 6',
)


def _take_db(ctx: typer.Context, value: Path | None) -> None:
    if value is not None:
        call_of(ctx).db = value
        suggest_for(value)


def suggest_for(journal: Path) -> None:
    """Name a journal in every command that is suggested from now on."""
    names = (name for group in Commands.groups.values() for name in group)
    # A name with characters that steer a terminal cannot be shown as it would be typed.
    file = as_typed(str(journal)) if str(journal).isprintable() else "FILE"
    suggest(f"painlog --db {file}", names)


def _take_debug(ctx: typer.Context, value: bool) -> None:  # noqa: FBT001 - Typer's signature
    if value:
        call_of(ctx).debug = True


def _take_quiet(ctx: typer.Context, value: bool) -> None:  # noqa: FBT001 - Typer's signature
    if value:
        call_of(ctx).quiet = True


def _take_color(_: typer.Context, value: Literal["auto", "always", "never"]) -> None:
    if value != "auto":
        choose_colour(value)


def _show_version(ctx: typer.Context, value: bool) -> None:  # noqa: FBT001 - Typer's signature
    if value and not ctx.resilient_parsing:
        from painlog.cli.commands.help import version

        version()
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    _db: Annotated[
        Path | None,
        typer.Option(
            "--db",
            help="Journal (or PAINLOG_DB).",
            metavar="FILE",
            callback=_take_db,
            expose_value=False,
        ),
    ] = None,
    _debug: Annotated[
        bool,
        typer.Option(
            "--debug", help="Show an error's trace.", callback=_take_debug, expose_value=False
        ),
    ] = False,
    _quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            help="Say nothing when saved.",
            callback=_take_quiet,
            expose_value=False,
        ),
    ] = False,
    _color: Annotated[
        Literal["auto", "always", "never"],
        typer.Option(
            "--color",
            help="auto, always, never",
            metavar="WHEN",
            show_default=False,
            callback=_take_color,
            expose_value=False,
        ),
    ] = "auto",
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
    _version_too: Annotated[
        bool, typer.Option("-V", callback=_show_version, is_eager=True, hidden=True)
    ] = False,
) -> None:
    """A private pain journal, which records and counts. Nothing ever leaves this machine.

    It makes no diagnosis, no triage and no treatment decision.
    """  # noqa: D401 - the help's title
    if ctx.invoked_subcommand is None:
        from painlog.cli.commands.today import today

        today(ctx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run painlog and return its exit code: 0 done, 1 refused, 2 usage, 130 stopped.

    SIGTERM gives 143, and a terminal that closes 129.
    """
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _name_only
    _open_closed_streams()
    words = sys.argv[1:] if arguments is None else arguments
    call = Call()
    try:
        write_utf8_in_pipes()
        for stream in (sys.stdout, sys.stderr):
            # A note may hold characters that the terminal's encoding lacks.
            getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
        begin_anew()
        outcome.begin()
        with stopped_by_signals():
            return _ended(words, call)
    except KeyboardInterrupt:
        return _stop()
    except Exception as error:  # noqa: BLE001 - here every error becomes a sentence
        return _refuse(error, words, call)


def _ended(words: Sequence[str], call: Call) -> int:
    try:
        code = _run(words, call)
        sys.stdout.flush()
    except BrokenPipeError:
        return _end_without_reader()
    except typer.Abort:
        return _stop()
    except SystemExit as stop:
        # Typer exits like this when the reader has gone.
        if isinstance(stop.__context__, BrokenPipeError):
            return _end_without_reader()
        return stop.code if isinstance(stop.code, int) else 1
    # Typer turns an interruption into an exit code.
    return _stop() if outcome.signal or code == STOPPED else (code or 0)


def _refuse(error: Exception, words: Sequence[str], call: Call) -> int:
    from painlog.cli.base.refusals import refusal, trace
    from painlog.views.wording import as_written

    _let_go_of_output()
    if outcome.signal:
        # SQLite turns an interruption in a callback into an error of its own.
        return _stop()
    said, code = refusal(error, words, call.path)
    # The options of words that were not understood have not reached `call`.
    if call.debug or "--debug" in words:
        said = trace(error)
    elif call.note and not (outcome.saved or outcome.unsure):
        said = (*said, f"What you wrote: {as_written(call.note)}")
    return _complain(said, code)


def _run(words: Sequence[str], call: Call) -> int | None:
    command = get_command(app)
    if shell := os.environ.get("_PAINLOG_COMPLETE"):
        from painlog.cli.completion.answer import answer

        return answer(shell, words, command)
    code: int | None = command.main(
        args=list(words), prog_name="painlog", standalone_mode=False, obj=call
    )
    return code


def _name_only(error: "UnraisableHookArgs") -> None:
    # Python would print the message of an error raised while cleaning up, which may contain a note.
    # An interruption there is no fault: the command goes on to its end and says what it did.
    if sys.stderr is not None and not issubclass(error.exc_type, KeyboardInterrupt):
        sys.stderr.write(f"painlog has a fault: {error.exc_type.__name__}, while cleaning up.\n")


def _open_closed_streams() -> None:
    # A script may have closed them, as in `painlog add heel 6 >&-`; Python has None for them then.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for good
            setattr(sys, name, nothing)


def _end_without_reader() -> int:
    # The reader has gone, as in `painlog list | head -1`: it has what it wanted.
    _let_go_of_output()
    return 0


def _let_go_of_output() -> None:
    # Output that fails now would fail at exit, too, and Python would complain again.
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop() -> int:
    from painlog.cli.base.refusals import what_was_saved

    code = SIGNALLED + outcome.signal if outcome.signal else STOPPED
    return _complain([f"Stopped. {what_was_saved()}"], code)


def _complain(said: Sequence[str], code: int) -> int:
    from painlog.views.terminal.screen import say_aside

    with held_signals() as signals:
        with suppress(OSError):
            say_aside(*said)
        # A second Ctrl-C changes nothing any more.
        signals.came.clear()
    return code
