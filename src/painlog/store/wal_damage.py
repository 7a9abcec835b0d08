"""Tell whether SQLite would stop before the end of a write-ahead log, from bytes alone.

SQLite plays a log up to the first frame whose checksum is wrong, drops the rest and says nothing.
That is right for what a kill or a power cut left unfinished, and for frames of an earlier use of
the file. It hides that changes which had been saved are lost. The formats are fixed:
https://sqlite.org/fileformat2.html, "The Write-Ahead Log", and https://sqlite.org/walformat.html.
"""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from painlog.files.companions import part
from painlog.store.sqlite_logs import number_at

_MAGIC, _HEADER, _FRAME_HEADER = 0x377F0682, 32, 24
_INDEX_VERSION, _INDEX_HEADER = 3007000, 48
# A later transaction begins only when the one before is on the disk, so of the frames after a bad
# one, only those of one transaction may never have been written.
_UNFINISHED = 1

_Sums = tuple[int, int]


class _Frame(NamedTuple):
    salt: bytes
    is_commit: bool
    is_good: bool


class _Promise(NamedTuple):
    """What the index of a log (-shm) says: the salt, and how many frames were saved."""

    salt: bytes
    frames: int
    in_the_file: int


def damaged_after(path: Path) -> int | None:
    """Return how many bytes of a journal's log can be played, if saved changes come after them.

    Two things show that a change was saved: the index beside the log counts its frames, or another
    change follows it. None where neither does, as in every log that is whole. A log without a
    header or a frame that can be read has nothing to play; there the index alone tells.
    """
    log = part(path, "-wal")
    try:
        with log.open("rb") as file:
            header = file.read(_HEADER)
            frames = list(_frames(header, file))
    except FileNotFoundError:
        return None
    if not header:
        return None
    promise = _promise(part(path, "-shm"))
    salt = header[16:24] if _is_whole(header) or promise is None else promise.salt
    good = next((at for at, frame in enumerate(frames) if not frame.is_good), len(frames))
    played = max((at + 1 for at in range(good) if frames[at].is_commit), default=0)
    if promise and promise.salt == salt and promise.frames > played:
        lost = promise.frames > promise.in_the_file
    else:
        later = [f for f in frames[good + 1 :] if f.salt == salt and f.is_commit]
        lost = len(later) > _UNFINISHED
    size = _HEADER + played * (_FRAME_HEADER + _page_size(header)) if played else 0
    return size if lost else None


def _frames(header: bytes, file: BinaryIO) -> Iterator[_Frame]:
    """Yield the frames of a log; each is good if all checksums up to it are right."""
    if len(header) < _HEADER:
        return
    size = _page_size(header)
    if size < 512 or size > 65536 or size & (size - 1):
        return
    order = ">" if number_at(header, 0) & 1 else "<"
    sums, is_good = _added(header[:24], (0, 0), order), _is_whole(header)
    whole = _FRAME_HEADER + size
    while len(frame := file.read(whole)) == whole:
        is_good = is_good and frame[8:16] == header[16:24] and number_at(frame, 0) > 0
        if is_good:
            sums = _added(frame[_FRAME_HEADER:], _added(frame[:8], sums, order), order)
            is_good = sums == (number_at(frame, 16), number_at(frame, 20))
        yield _Frame(frame[8:16], number_at(frame, 4) > 0, is_good)


def _is_whole(header: bytes) -> bool:
    if len(header) < _HEADER:
        return False
    order = ">" if number_at(header, 0) & 1 else "<"
    return number_at(header, 0) & ~1 == _MAGIC and _added(header[:24], (0, 0), order) == (
        number_at(header, 24),
        number_at(header, 28),
    )


def _added(data: bytes, sums: _Sums, order: str) -> _Sums:
    """Return the checksums of a log after more data, in words of 4 bytes."""
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _promise(index: Path) -> _Promise | None:
    """Read the index of a log; None if there is none, or it was being written."""
    try:
        with index.open("rb") as file:
            content = file.read(2 * _INDEX_HEADER + 4)
    except OSError:
        return None
    first, second = content[:_INDEX_HEADER], content[_INDEX_HEADER : 2 * _INDEX_HEADER]
    if len(content) < 2 * _INDEX_HEADER + 4 or first != second:
        return None
    native = "<" if sys.byteorder == "little" else ">"
    (version,) = struct.unpack(f"{native}I", first[:4])
    if version != _INDEX_VERSION or _added(first[:40], (0, 0), native) != struct.unpack(
        f"{native}2I", first[40:]
    ):
        return None
    (frames,) = struct.unpack(f"{native}I", first[16:20])
    (in_the_file,) = struct.unpack(f"{native}I", content[96:])
    return _Promise(first[32:40], frames, in_the_file)


def _page_size(header: bytes) -> int:
    return number_at(header, 8)
