"""`painlog remind`: a daily reminder that asks only if today is empty."""

import sys
from typing import Annotated

import typer

from painlog.cli.base.again import command_again
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import option
from painlog.cli.base.settings import call_of, now, open_journal
from painlog.errors import RefusedError, UsageError
from painlog.model.reminder import Reminder, Scheduler
from painlog.tasks import reminding
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import listed, printable

_DEFAULT_TIME = "20:00"


@examples(
    "painlog remind",
    "painlog remind --at 21:30 --install",
    "painlog remind --remove",
)
def remind(
    ctx: typer.Context,
    at: Annotated[str, option("--at", metavar="TIME", help_="The time of day.")] = _DEFAULT_TIME,
    with_: Annotated[
        Scheduler | None,
        typer.Option(
            "--with", help="Which scheduler. Default: what fits here.", show_default=False
        ),
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="Install the reminder.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Remove it again.")] = False,
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Ask now if today is empty. The reminder runs this.")
    ] = False,
) -> None:
    """Show how to be asked every day, but only if today is empty. --install sets it up."""
    if install + remove + if_empty > 1:
        raise UsageError("Give one of --install, --remove and --if-empty.")
    if if_empty:
        _ask_if_empty(ctx)
    elif remove:
        _remove()
    else:
        reminder = _reminder(ctx, at)
        if install:
            _install(ctx, reminder, with_)
        else:
            _show(ctx, reminder, with_)


def _reminder(ctx: typer.Context, at: str) -> Reminder:
    import os

    from painlog.model.when import parse_clock

    # A journal that is named for this call is the reminder's as well.
    named = call_of(ctx).db is not None or os.environ.get("PAINLOG_DB")
    journal = ("--db", str(call_of(ctx).path.absolute())) if named else ()
    command = reminding.own_command(*journal, "remind", "--if-empty")
    if not all(map(str.isprintable, command)):
        raise RefusedError(
            "The name of the journal or of painlog's directory has a character that no scheduler "
            "takes. Move it to a place with a plain name."
        )
    return Reminder(command, parse_clock(at))


def _show(ctx: typer.Context, reminder: Reminder, scheduler: Scheduler | None) -> None:
    page = screen()
    install = command_again(ctx, "--install")
    say(page.wrapped(f"Nothing is installed yet. To have painlog do it: {install}"))
    say(["To do it by hand:"])
    for which in [scheduler] if scheduler else reminding.schedulers_here():
        schedule = reminding.written(reminder, which)
        say(["", *page.wrapped(f"{which}: {schedule.how}")])
        for name, text in schedule.texts:
            say([f"# {name}"] if name else [])
            # Never wrapped, so that it can be copied.
            say(text.splitlines())


def _install(ctx: typer.Context, reminder: Reminder, scheduler: Scheduler | None) -> None:
    which = scheduler or reminding.best_scheduler()
    try:
        where = reminding.install(reminder, which)
    except RefusedError as refused:
        raise RefusedError(
            f"{refused} Nothing was changed. {_another_way(ctx, which)}"
        ) from refused
    say(
        screen().wrapped(
            f"Every day at {reminder.at:%H:%M} {which} asks if nothing was logged. The reminder is "
            f"in {printable(listed(where))}.",
            rest="  ",
        )
    )
    say(screen().wrapped("To remove it again: painlog remind --remove"))


def _another_way(ctx: typer.Context, failed: Scheduler) -> str:
    other = reminding.other_scheduler(failed)
    if other is None:
        return f"How to do it by hand: {command_again(ctx, without=('--install',))}"
    with_other = ("--install", "--with", other)
    return f"Another way: {command_again(ctx, *with_other, without=with_other)}"


def _remove() -> None:
    removed = reminding.remove()
    if removed.where:
        say(screen().wrapped(f"Removed from {printable(listed(removed.where))}.", rest="  "))
    elif not removed.failures:
        say(["No reminder was installed; nothing was changed."])
    if removed.failures:
        raise RefusedError(*removed.failures)


def _ask_if_empty(ctx: typer.Context) -> None:
    with open_journal(ctx) as journal:
        if not reminding.is_empty(journal, now()):
            return
    from painlog.files.schedulers import notify

    if sys.stdout.isatty() or not notify(reminding.TITLE, reminding.NOTICE):
        say(screen().wrapped(reminding.NOTICE))
        if _is_in_a_window_of_its_own() and can_ask():
            ask("Enter closes this window", str)


def _is_in_a_window_of_its_own() -> bool:
    """Tell whether the scheduler gave this run a window, which closes when it ends."""
    return sys.platform == "win32"
