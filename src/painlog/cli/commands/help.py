"""`painlog help` and `painlog version`: for those who try a word before an option."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from painlog import __version__
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.views.terminal.screen import say

if TYPE_CHECKING:
    from painlog.cli.base.inside_typer import click


@examples("painlog help", "painlog help add", "painlog help treatments show")
def help_(
    ctx: typer.Context,
    command: Annotated[list[str] | None, argument("COMMAND", known="commands")] = None,
) -> None:
    """Show the help of painlog or of a command, as --help does."""
    found: click.Context = ctx.find_root()
    for name in command or ():
        group = found.command
        if not hasattr(group, "resolve_command"):
            break
        _, asked, _ = group.resolve_command(found, [name])
        if asked is None:
            break
        found = asked.context_class(asked, info_name=name, parent=found, **asked.context_settings)
    say([found.get_help()])


@examples("painlog version")
def version() -> None:
    """Print the version, as --version does."""
    sys.stdout.write(f"painlog {__version__}\n")
