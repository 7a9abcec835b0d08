"""Rows that painlog took out of another kind of file: a sheet, an app's XML or JSON.

Each line is a JSON list, the row's number and its cells, so that messages name the row of the file
and memory stays flat.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from painlog.errors import BadFileError
from painlog.files.private import unnamed_file

# What the rows of one table may take, in bytes.
MOST_BYTES = 512 * 1024 * 1024


@contextmanager
def prepared_file(rows: Iterable[tuple[int, list[str]]]) -> Iterator[BinaryIO]:
    """Write rows with their numbers to a file without a name, and give it from its start.

    Raises:
        BadFileError: if they are more than `MOST_BYTES`.
    """
    with unnamed_file() as file:
        written = 0
        for number, cells in rows:
            written += file.write(json.dumps([number, *cells]).encode() + b"\n")
            if written > MOST_BYTES:
                raise BadFileError(
                    f"The table has more than {MOST_BYTES // 1024**2} MB of text, which is more "
                    "than painlog reads. Nothing was imported."
                )
        file.seek(0)
        yield file


def prepared_rows(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that `prepared_file` wrote; those without any text are left out."""
    for line in file:
        number, *cells = json.loads(line)
        if any(map(str.strip, cells)):
            yield number, cells
