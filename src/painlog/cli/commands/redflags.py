"""`painlog redflags`: when to get help now."""

import typer

from painlog.advice.red_flags import RED_FLAGS
from painlog.cli.base.lazy import examples
from painlog.views.terminal.catalogue import red_flag_lines
from painlog.views.terminal.screen import say, screen


@examples("painlog redflags")
def redflags(ctx: typer.Context) -> None:  # noqa: ARG001 - every command takes its context
    """List the signs that need care now, not a journal, with their public source."""
    page = screen()
    say(red_flag_lines(RED_FLAGS, page))
    say(page.wrapped("This list is not complete, and painlog only reads words. If in doubt, ask."))
