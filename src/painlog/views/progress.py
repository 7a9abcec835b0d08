"""How far a long piece of work is, on a terminal, and nothing elsewhere."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

EVERY = 500
Item = TypeVar("Item")


def watched(
    items: Iterable[Item], what: str, done: Callable[[], int], total: int
) -> Iterator[Item]:
    """The items one by one, with a bar on standard error if a person is there to see it.

    Args:
        items: What the work goes through.
        what: What it is called.
        done: How much of `total` is done, asked now and then.
        total: How much there is.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for number, item in enumerate(items):
            if number % EVERY == 0:
                bar.update(task, completed=done())
            yield item
