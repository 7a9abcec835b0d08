"""One test over a table: all rows are tried, and those that fail are named."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Row = TypeVar("Row")


def each(
    rows: Iterable[Row], label: Callable[[Row], object]
) -> Callable[[Callable[[Row], None]], Callable[[], None]]:
    """Make one test of a test that takes a row; for hundreds of rows, of which all must hold.

    Args:
        rows: The table.
        label: What a row is called.
    """
    table = list(rows)

    def over_all(test: Callable[[Row], None]) -> Callable[[], None]:
        def try_all() -> None:
            failed: list[Exception] = []
            for row in table:
                try:
                    test(row)
                except Exception as error:  # noqa: BLE001 - it is raised below, with its row
                    error.add_note(f"in the row {label(row)}")
                    failed.append(error)
            assert table
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(table)} rows", failed)

        named: Any = try_all
        named.__name__, named.__doc__, named.__module__ = test.__name__, test.__doc__, __name__
        return try_all

    return over_all
