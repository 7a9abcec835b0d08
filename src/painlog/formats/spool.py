"""Entries and uses put aside while the rest of a file is read, so that memory does not grow."""

import pickle
from collections.abc import Iterator
from contextlib import suppress
from tempfile import gettempdir
from typing import Self

from painlog.errors import RefusedError
from painlog.files.private import unnamed_file
from painlog.model.entry import Entry
from painlog.model.use import Use

_AT_A_TIME = 500


class Spool:
    """Entries and uses with their line numbers; first all are put in, then all are read.

    They are in a file without a name, which nobody else can open and which is gone when closed.
    """

    def __init__(self) -> None:
        self.number = 0
        self.file = unnamed_file()
        self._waiting: list[tuple[int, tuple[object, ...] | Use]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # If there was no room to write them, there is still none when closing writes the rest.
        with suppress(OSError):
            self.file.close()

    def put(self, line: int, thing: Entry | Use) -> None:
        """Put one entry or use aside.

        Raises:
            RefusedError: if there is no room for it.
        """
        self.number += 1
        # Storing only the parts of an entry is quicker, and there may be a million entries.
        self._waiting.append((line, thing if isinstance(thing, Use) else tuple(thing)))
        if len(self._waiting) >= _AT_A_TIME:
            self._write()

    def things(self) -> Iterator[tuple[int, Entry | Use]]:
        """Give all of them with their line numbers, in the order in which they were put in."""
        self._write()
        self.file.seek(0)
        while True:
            try:
                some = pickle.load(self.file)  # noqa: S301 - our own file, which no one else can open
            except EOFError:
                return
            for line, parts in some:
                yield line, parts if isinstance(parts, Use) else Entry(*parts)

    def _write(self) -> None:
        try:
            pickle.dump(self._waiting, self.file, pickle.HIGHEST_PROTOCOL)
            self.file.flush()
        except OSError as error:
            raise RefusedError(
                f"There is no room in {gettempdir()} to read the file: {error.strerror}. "
                "Nothing was imported. Make room, or name another directory with TMPDIR."
            ) from error
        self._waiting.clear()
