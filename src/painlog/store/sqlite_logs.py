"""Read the logs that SQLite keeps beside a database while it writes, from their bytes alone.

The formats are fixed: https://sqlite.org/fileformat2.html, "The Rollback Journal" and "The
Write-Ahead Log". Checksums are left to SQLite, which plays no page that has a wrong one, and to
wal_damage.py.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from painlog.store.generation import Generation

_WAL_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_WAL_HEADER, _FRAME_HEADER = 32, 24
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_JOURNAL_HEADER = 28
_UNCOUNTED = 0xFFFFFFFF

# The only cell of the leaf page of the one-row table `generation`: payload of 68 bytes, row 1, a
# header of 4 bytes (its own length, the id, two texts of 32 bytes), the texts.
_CELL = re.compile(rb"\x44\x01\x04\x00\x4d\x4d([0-9a-f]{32})([0-9a-f]{32})")
_LEAF = b"\x0d"


class WalContent(NamedTuple):
    """How many transactions a write-ahead log holds, and the states that they led to, in order.

    A transaction of another program leads to no known state.
    """

    transactions: int
    generations: tuple[Generation, ...]


class RollbackJournal(NamedTuple):
    """What a rollback journal puts back: the size and number of pages, and the content of some."""

    page_size: int
    pages: int
    before: dict[int, bytes]


def read_wal(path: Path) -> WalContent:
    """Read the committed transactions of a write-ahead log; any other file holds none."""
    transactions, generations = 0, []
    latest = None
    with path.open("rb") as file:
        for size_after_commit, page in _frames(file):
            latest = generation_in(page) or latest
            if size_after_commit:
                transactions += 1
                if latest:
                    generations.append(latest)
                latest = None
    return WalContent(transactions, tuple(generations))


def _frames(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    header = file.read(_WAL_HEADER)
    if len(header) < _WAL_HEADER or header[:4] not in _WAL_MAGIC:
        return
    page_size, salt = number_at(header, 8), header[16:24]
    while len(frame := file.read(_FRAME_HEADER + page_size)) == _FRAME_HEADER + page_size:
        # Frames with another salt are left from an earlier use of the file.
        if frame[8:16] != salt or not number_at(frame, 0):
            return
        yield number_at(frame, 4), frame[_FRAME_HEADER:]


def read_rollback_journal(path: Path) -> RollbackJournal | None:
    """Read a rollback journal; None for one that SQLite does not play."""
    with path.open("rb") as file:
        header = file.read(_JOURNAL_HEADER)
        if len(header) < _JOURNAL_HEADER or not header.startswith(_JOURNAL_MAGIC):
            return None
        pages, page_size = number_at(header, 16), number_at(header, 24)
        if not page_size or not number_at(header, 20):
            return None
        before: dict[int, bytes] = {}
        file.seek(0)
        for number, page in _records(file, page_size):
            before.setdefault(number, page)
    return RollbackJournal(page_size, pages, before)


def _records(file: BinaryIO, page_size: int) -> Iterator[tuple[int, bytes]]:
    # Each part begins at a sector with a header that says how many records follow.
    while (header := file.read(_JOURNAL_HEADER)).startswith(_JOURNAL_MAGIC):
        count, sector = number_at(header, 8), number_at(header, 20)
        file.seek(sector - _JOURNAL_HEADER, 1)
        while count:
            record = file.read(page_size + 8)
            if len(record) < page_size + 8:
                return
            yield number_at(record, 0), record[4:-4]
            count -= count != _UNCOUNTED
        file.seek(-(-file.tell() // sector) * sector)


def generation_in(page: bytes) -> Generation | None:
    """Return the state that a page of a database holds, if it is the page of `generation`."""
    # The header of a leaf: its kind, the number of cells in bytes 3 and 4, and from byte 8 on the
    # place of each cell in the page.
    if not page.startswith(_LEAF) or page[3:5] != b"\0\1":
        return None
    cell = _CELL.match(page, int.from_bytes(page[8:10], "big"))
    return Generation(cell[1].decode(), cell[2].decode()) if cell else None


def number_at(data: bytes, at: int) -> int:
    """Return the four bytes at a place as SQLite keeps a number: unsigned, the highest first."""
    return int.from_bytes(data[at : at + 4], "big")
