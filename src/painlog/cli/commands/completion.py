"""`painlog completion`: TAB in a shell."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.errors import UsageError
from painlog.views.terminal.screen import say, screen

Shell = Literal["bash", "zsh", "fish", "powershell"]

# A script of PowerShell has an ending of its own.
_ENDINGS = {"powershell": "ps1"}

SCRIPTS = Path(__file__).parents[1] / "completion"

HOW = (
    ("bash", "add to ~/.bashrc", 'eval "$(painlog completion bash)"'),
    ("zsh", "add to ~/.zshrc", 'eval "$(painlog completion zsh)"'),
    ("fish", "add to ~/.config/fish/config.fish", "painlog completion fish | source"),
    (
        "powershell",
        "add to the file that $PROFILE names",
        "painlog completion powershell | Out-String | Invoke-Expression",
    ),
)


@examples(
    "painlog completion",
    "painlog completion bash",
    "painlog completion fish | source",
)
def completion(
    ctx: typer.Context,  # noqa: ARG001 - every command takes its context
    shell: Annotated[
        Shell | None,
        argument("SHELL", "bash, zsh, fish or powershell; without it, how to set up each."),
    ] = None,
) -> None:
    """Print the script with which TAB completes commands, regions and treatments."""
    if shell is not None:
        say([(SCRIPTS / f"painlog.{_ENDINGS.get(shell, shell)}").read_text("utf-8").rstrip("\n")])
        return
    if not sys.stdout.isatty():
        raise UsageError("completion needs a shell, as in: painlog completion bash")
    page = screen()
    say(page.wrapped("With this line, TAB completes what you type to painlog in every new shell."))
    for name, where, line in HOW:
        say([f"{page.bold(name)}: {where}", f"  {line}"])
