"""The apps whose exports painlog knows, each with its mapping.

A TOML file for each app says by which column names, or by which kind of file, its export is
recognised. It also gives what is taken from it, and the options for that; docs/import.md gives the
source of each shape.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from painlog.formats.source import FileKind
from painlog.formats.table.columns import has_column
from painlog.formats.table.mapping import TableMapping, from_text
from painlog.formats.table.option_parts import tidy
from painlog.model.names import normal


@dataclass(frozen=True, slots=True)
class AppExport:
    """An app's export.

    Attributes:
        key: What --mapping calls it.
        name: The name of the app.
        kind: The kind of file by which it is known; "table" for one known by its headings.
        headings: Names of columns that it always has, folded.
        takes: What is taken from it, a phrase each.
        leaves: What is left out, in a phrase.
        parts: A mapping for each kind of row.
        guess: Whether its columns are the person's own, so that the rest is guessed.
        skip_bad: Whether it also has rows that are not about pain.
    """

    key: str
    name: str
    kind: FileKind
    headings: frozenset[str]
    takes: tuple[str, ...]
    leaves: str
    parts: tuple[TableMapping, ...]
    guess: bool
    skip_bad: bool

    def parts_for(self, headings: Sequence[str]) -> tuple[TableMapping, ...]:
        """Return its mappings without the columns that this file does not have."""
        return tuple(
            part._replace(columns=tuple(c for c in part.columns if has_column(headings, c[1])))
            for part in self.parts
        )


@lru_cache(maxsize=1)
def apps() -> Mapping[str, AppExport]:
    """Return all apps by their keys, in order."""
    found = (file for file in files(__package__).iterdir() if file.name.endswith(".toml"))
    return {
        app.key: app
        for app in sorted(
            (_read(file.name.removesuffix(".toml"), file.read_text("utf-8")) for file in found),
            key=lambda app: app.key,
        )
    }


def app_named(text: str) -> AppExport | None:
    """Return the app that a person named by its key or its name; None if there is none."""
    wanted = normal(text)
    return next(
        (app for app in apps().values() if wanted in (normal(app.key), normal(app.name))), None
    )


def app_of(kind: FileKind, headings: Sequence[str]) -> AppExport | None:
    """Return the app that wrote a file; None if it is not known."""
    there = {tidy(heading).casefold() for heading in headings}
    known = "apple-health" if kind == "apple-health-zip" else kind
    return next(
        (
            app
            for app in apps().values()
            if app.kind == known and (known != "table" or app.headings <= there)
        ),
        None,
    )


def _read(key: str, text: str) -> AppExport:
    said = tomllib.loads(text)
    return AppExport(
        key,
        said["name"],
        said.get("kind", "table"),
        frozenset(tidy(heading).casefold() for heading in said.get("headings", ())),
        tuple(said["takes"]),
        said["leaves"],
        tuple(from_text(key, json.dumps(part)) for part in said["part"]),
        said.get("guess", False),
        said.get("skip_bad", False),
    )
