"""`painlog explain`: the words of a report."""

from typing import Annotated

import typer

from painlog.advice.glossary import TERMS, find_term
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.views.terminal.screen import say, screen


@examples("painlog explain", "painlog explain NAP", "painlog explain interval")
def explain(
    ctx: typer.Context,  # noqa: ARG001 - every command takes its context
    word: Annotated[
        list[str] | None, argument("WORD", "A word or code of a report.", "terms")
    ] = None,
) -> None:
    """Explain a word of the report in a few sentences; without one, list all words."""
    page = screen()
    if not word:
        for term in TERMS:
            also = f" ({', '.join(term.synonyms)})" if term.synonyms else ""
            say(page.wrapped(f"{term.name}{also}", rest="  "))
        return
    term = find_term(" ".join(word))
    say([page.bold(term.name), *page.wrapped(term.text, "  ")])
    if term.source:
        say(page.wrapped(f"Source: {term.source}", "  "))
