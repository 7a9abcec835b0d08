"""What painlog knows by itself: regions and treatments, as tables of text.

A row is a line of cells separated by " | ", followed by indented lines "field: text". A field may
come more than once, and a line that is indented further continues the line above it.
"""

from collections.abc import Mapping, Sequence

Fields = Mapping[str, Sequence[str]]


def read_table(table: str) -> Sequence[tuple[Sequence[str], Fields]]:
    """Return the rows of a table: the cells of each and its fields."""
    rows: list[tuple[list[str], dict[str, list[str]]]] = []
    for line in table.replace("\n    ", " ").split("\n"):
        if line.startswith("  "):
            field, text = line[2:].split(": ", 1)
            rows[-1][1].setdefault(field, []).append(text)
        elif line:
            rows.append((line.split(" | "), {}))
    return rows


def names_in(fields: Fields, field: str) -> tuple[str, ...]:
    """Return the comma-separated names of a field, or none if the row does not have it."""
    return tuple(name for text in fields.get(field, ()) for name in text.split(", "))
