"""Asking a person on a terminal, again until the answer is understood."""

from collections.abc import Callable
from typing import TypeVar

import typer

from painlog.errors import PainlogError

Answer = TypeVar("Answer")


def ask(question: str, understand: Callable[[str], Answer], default: str = "") -> Answer:
    """The answer as `understand` gives it; what it refuses is said, and asked again.

    Args:
        question: Without its final colon.
        understand: Turns what was typed into an answer, or raises PainlogError.
        default: What Enter alone stands for.
    """
    while True:
        typed: str = typer.prompt(question, default=default, show_default=False)
        try:
            return understand(typed.strip())
        except PainlogError as refusal:
            typer.echo(str(refusal), err=True)
