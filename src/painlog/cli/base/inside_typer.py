"""Typer's internals: the one module that relies on what Typer does not promise.

Typer is pinned to versions that have them: docs/decisions/003-typer-pin.md. `click` holds the
classes of commands, parameters and contexts that Typer's own public ones are made of.
"""

from collections.abc import Sequence
from typing import Any

from typer import _click as click
from typer._click import shell_completion as _completion
from typer._click.shell_completion import CompletionItem

__all__ = ["CompletionItem", "click", "context_behind", "what_is_typed"]


def context_behind(
    root: click.Command, words: Sequence[str], name: str, obj: object
) -> click.Context:
    """Return the context of the command that the typed words lead to, without calling it.

    Args:
        root: The program.
        words: As typed so far, without the program's name.
        name: The program's name.
        obj: What the context carries.
    """
    settings: dict[str, Any] = {"obj": obj}
    return _completion._resolve_context(root, settings, name, list(words))  # noqa: SLF001 - as above


def what_is_typed(
    context: click.Context, words: Sequence[str], beginning: str
) -> click.Command | click.Parameter:
    """Return the option or argument whose value is being typed, or the command that comes next."""
    return _completion._resolve_incomplete(context, list(words), beginning)[0]  # noqa: SLF001 - as above
