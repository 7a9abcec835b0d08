"""How far the reading of a long file is, on a terminal, and nothing elsewhere."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO, TypeVar

from painlog.views.wording import printable

LONG_BYTES = 500_000
_EVERY = 500
Item = TypeVar("Item")


def watched(items: Iterable[Item], what: str, file: TextIO | BinaryIO) -> Iterator[Item]:
    """The items that a file is read as, with a bar on standard error if a person is there to see.

    A file under half a megabyte is read before a bar could be looked at.

    Args:
        items: What comes of the file, one by one.
        what: What is being done, in words.
        file: Open for reading; its place tells how far the reading is.
    """
    total = os.fstat(file.fileno()).st_size
    if total < LONG_BYTES or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    # A long name is cut on a narrow screen, never the number.
    columns = (
        TextColumn("{task.percentage:>3.0f} %", table_column=Column(min_width=5, no_wrap=True)),
        BarColumn(bar_width=20, table_column=Column(min_width=20)),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(printable(what), total=total)
        for number, item in enumerate(items):
            if number % _EVERY == 0:
                bar.update(task, completed=getattr(file, "buffer", file).tell())
            yield item
