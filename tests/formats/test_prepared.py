"""Rows put aside with their numbers come back as they were, within bounds."""

import pytest

from painlog.errors import BadFileError
from painlog.formats import prepared
from painlog.formats.dialect import Dialect, rows_of
from painlog.formats.prepared import prepared_file

ROWS = [(1, ["a", 'b "c"\nd']), (7, ["", "é"]), (8, [" ", ""]), (9, ["x"])]


def test_rows_come_back_with_their_numbers_and_again():
    with prepared_file(ROWS) as file:
        for _ in range(2):
            with rows_of(file, Dialect(prepared=True)) as rows:
                assert list(rows) == [ROWS[0], ROWS[1], ROWS[3]]


def test_more_than_fits_is_refused(monkeypatch):
    monkeypatch.setattr(prepared, "MOST_BYTES", 100)
    with (
        pytest.raises(BadFileError, match="more than 0 MB of text"),
        prepared_file([(1, ["x" * 99])]),
    ):
        pass
