"""Entries put aside on disk come back as they were."""

import os
import stat
from pathlib import Path
from tempfile import gettempdir

import pytest

from builders import entry
from painlog.errors import RefusedError
from painlog.formats.spool import Spool


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1234])
def test_what_is_put_in_comes_back_in_order(number):
    entries = [(i, entry("left heel", i % 11, note=f"é\n{i}")) for i in range(number)]
    with Spool() as good:
        for line, rated in entries:
            good.put(line, rated)
        assert good.number == number
        assert list(good.things()) == entries


def test_no_one_else_can_open_it():
    with Spool() as good:
        good.put(1, entry("heel", 6))
        assert list(good.things())
        status = os.fstat(good.file.fileno())
        assert stat.S_IMODE(status.st_mode) == 0o600
        assert status.st_nlink == 0


def test_without_room_it_is_a_sentence():
    with Spool() as full:
        full.file.close()
        full.file = Path("/dev/full").open("wb")  # noqa: SIM115 - the spool closes it
        full.put(1, entry("heel", 6))
        with pytest.raises(RefusedError) as refused:
            next(full.things())
    assert str(refused.value) == (
        f"There is no room in {gettempdir()} to read the file: No space left on device. Nothing "
        "was imported. Make room, or name another directory with TMPDIR."
    )
