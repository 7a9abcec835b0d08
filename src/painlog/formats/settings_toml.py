"""The settings file: TOML that a person may write by hand and painlog changes line by line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from painlog.errors import BadFileError

if TYPE_CHECKING:
    from painlog.model.settings import SettingValue

BEGINNING = "# Settings of painlog. See what there is with: painlog settings\n"


def parse(text: str, file: str) -> Mapping[str, object]:
    """Return the values of a settings file by name.

    Raises:
        BadFileError: if it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFileError(
            f"The settings in {file} cannot be read: {_where(error)}. Correct it with: "
            "painlog settings edit"
        ) from error


def with_value(text: str, name: str, value: "SettingValue | None") -> str:
    """Return a settings file with one value changed or removed; the rest stays as it is.

    Args:
        text: The present file, which must be valid TOML.
        name: The setting.
        value: The new value; None removes it.
    """
    lines = text.splitlines()
    place = _place(lines, name)
    new = [] if value is None else [f"{name} = {_written(value)}"]
    if place is None:
        # After the heading of a table, it would belong to that table.
        tables = (n for n, line in enumerate(lines) if line.lstrip().startswith("["))
        end = next(tables, len(lines))
        place = slice(end, end)
    lines[place] = new
    return "".join(f"{line}\n" for line in lines)


def _place(lines: Sequence[str], name: str) -> slice | None:
    """Find the lines of a value; a list may take several."""
    key = rf"""\s*(?:{re.escape(name)}|"{re.escape(name)}"|'{re.escape(name)}')\s*="""
    for first, line in enumerate(lines):
        if not re.match(key, line):
            continue
        for end in range(first + 1, len(lines) + 1):
            try:
                tomllib.loads("\n".join(lines[first:end]))
            except tomllib.TOMLDecodeError:
                continue
            return slice(first, end)
    return None


def _written(value: "SettingValue") -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    return f"[{', '.join(map(_quoted, value))}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _where(error: tomllib.TOMLDecodeError) -> str:
    """Name the line and nothing else: the parser's own words are for programmers."""
    found = re.search(r"\(at line (\d+)", str(error))
    return f"line {found[1]} is not valid TOML" if found else "it is not valid TOML"
