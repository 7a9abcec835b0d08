"""A table that one test goes through names the rows that fail."""

import pytest

from rows import each


def test_each_row_is_tried_and_those_that_fail_are_named():
    tried = []

    @each([1, 2, 3, 4], lambda row: f"number {row}")
    def test_numbers(row):
        tried.append(row)
        assert row % 2

    with pytest.raises(ExceptionGroup, match="2 of 4 rows") as failed:
        test_numbers()
    assert tried == [1, 2, 3, 4]
    assert [error.__notes__[-1] for error in failed.value.exceptions] == [
        "in the row number 2",
        "in the row number 4",
    ]
    assert test_numbers.__name__ == "test_numbers"


def test_a_table_without_rows_is_no_success():
    with pytest.raises(AssertionError):
        each([], str)(print)()
