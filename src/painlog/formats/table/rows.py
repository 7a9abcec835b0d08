"""The rows of a table as cells, in bounded memory whatever the file holds."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from painlog.errors import BadFileError

LONGEST_CELL = 16 * 1024 * 1024
LONGEST_ROW = 17 * 1024 * 1024


class Lines:
    """The lines of a file, none longer than `LONGEST_ROW` letters.

    `in_row` counts the letters since it was last set to 0, so that a quote which is never closed
    ends as well.
    """

    def __init__(self, file: TextIO) -> None:
        self.in_row = 0
        self._read = file.readline

    def __iter__(self) -> Iterator[str]:
        """Line by line, with its end.

        Raises:
            BadFileError: if a row is too long to be one.
        """
        # A mark at the start that the encoding did not take off is no letter of the first cell.
        first = self._read(LONGEST_ROW).removeprefix("\ufeff")
        self.in_row = len(first)
        if first:
            yield first
        while line := self._read(LONGEST_ROW):
            self.in_row += len(line)
            if self.in_row >= LONGEST_ROW:
                raise BadFileError(
                    f"A row of this file has more than {LONGEST_ROW:,} letters, so it is no table "
                    'that painlog can read. A quote (") that is never closed does that, too. '
                    "Nothing was imported."
                )
            yield line


def numbered_rows(
    lines: Iterable[str], separator: str = ",", *, strict: bool = True, spaced: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds anything, with the number of the line where it begins.

    Args:
        lines: With their ends.
        separator: The letter between two cells.
        strict: Refuse quotes that are not as in CSV.
        spaced: A space after a separator is no part of the cell.

    Raises:
        BadFileError: if it is no table, or not the text that it was said to be.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, strict=strict, delimiter=separator, skipinitialspace=spaced)
    try:
        while True:
            line = reader.line_num + 1
            cells = next(reader, None)
            if cells is None:
                return
            if isinstance(lines, Lines):
                lines.in_row = 0
            if any(cells) and any(map(str.strip, cells)):
                yield line, cells
    except csv.Error as error:
        raise _not_a_table(reader.line_num, error) from error
    except UnicodeError as error:
        name = str(getattr(error, "encoding", "")).upper()
        raise BadFileError(
            f"The file is not {name} text. Save it as CSV UTF-8 and try again, or name its "
            "encoding: --encoding windows-1252. Nothing was imported."
        ) from error


def _not_a_table(line: int, error: csv.Error) -> BadFileError:
    if "field limit" in str(error):
        return BadFileError(
            f'Line {line} ends a cell of more than {LONGEST_CELL:,} letters. A quote (") that is '
            "never closed does that. Nothing was imported."
        )
    return BadFileError(f"Line {line} is not CSV ({error}). Nothing was imported.")
