"""Removing a file whose bytes nobody should read any more."""

import os
from pathlib import Path

_BLOCK = bytes(1_000_000)


def erase_file(path: Path) -> None:
    """Write zeros over a file, wait until they are on the disk, and remove it.

    An SSD and many file systems write new bytes to another place and may keep the old ones for a
    while. No program can reach those.

    Raises:
        OSError: if it cannot be written or removed.
    """
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(_BLOCK[:left])
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
