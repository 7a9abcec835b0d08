"""A zipped file of XML parts, read in bounded memory."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from painlog.errors import BadFileError

MOST_PARTS = 10_000
# What one part may unpack to, in bytes.
MOST_BYTES = 512 * 1024 * 1024
_ENCRYPTED = 0x1


class Archive:
    """The parts of a zipped file, by their names."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Open it.

        Raises:
            BadFileError: if it is damaged, or has too many parts.
        """
        file.seek(0)
        self.name = name
        with _damage(name):
            self._zip = zipfile.ZipFile(file)
        self._parts = {part.filename: part for part in self._zip.infolist()}
        if len(self._parts) > MOST_PARTS:
            raise BadFileError(f"{name} has more than {MOST_PARTS:,} parts. Nothing was imported.")

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._parts)

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part in self._parts

    @contextmanager
    def open(self, part: str, most: int = 0) -> Iterator[BinaryIO]:
        """Open a part to read.

        Args:
            part: Its name.
            most: What it may unpack to, in bytes; 0 for `MOST_BYTES`.

        Raises:
            BadFileError: if there is none, it has a password, is damaged, or unpacks to more.
        """
        if part not in self._parts:
            raise BadFileError(f"{self.name} lacks {part}, so it is damaged. Nothing was imported.")
        if self._parts[part].flag_bits & _ENCRYPTED:
            raise BadFileError(
                f"{self.name} has a password. Save it without one, and import it again."
            )
        with _damage(self.name), self._zip.open(self._parts[part]) as opened:
            yield cast(
                "BinaryIO", _Bounded(cast("BinaryIO", opened), most or MOST_BYTES, self.name)
            )


class _Bounded:
    """A file that refuses to give more than its limit of bytes."""

    def __init__(self, file: BinaryIO, most: int, name: str) -> None:
        self._file = file
        self._left = most
        self._most = most
        self._name = name

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise BadFileError(
                f"{self._name} unpacks to more than {self._most // 1024**2:,} MB, which is more "
                "than painlog reads. Nothing was imported."
            )
        return data


@contextmanager
def _damage(name: str) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise BadFileError(
            f"{name} is damaged and cannot be unpacked ({error}). Nothing was imported."
        ) from error
