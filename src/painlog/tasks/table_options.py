"""How a table is to be imported: options, the mapping that is named, and the command to type."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from painlog.formats.apps.exports import AppExport, app_named, apps
from painlog.formats.source import Source
from painlog.formats.table.mapping import COLUMN_TO_NAME, TableMapping, from_text
from painlog.model.names import normal
from painlog.store import mappings
from painlog.store.journal import Journal

NO_OPTIONS = TableMapping()


class TableOptions(NamedTuple):
    """How a table is to be imported.

    `named` is the name of the saved mapping or of the app whose mapping to use; `app` is that app.
    `save_as` is the name under which to save this mapping.
    """

    mapping: TableMapping = NO_OPTIONS
    named: str | None = None
    save_as: str | None = None
    skip_bad: bool = False
    add_unknown: bool = False
    allow_duplicates: bool = False
    replace: bool = False
    app: AppExport | None = None

    def mappings(self, headings: Sequence[str]) -> tuple[TableMapping, ...]:
        """Return the mappings by which rows are read, each for its own kind of rows."""
        if self.app is None:
            return (self.mapping,)
        return tuple(self.mapping.over(part) for part in self.app.parts_for(headings))


def with_saved_mapping(journal: Journal, options: TableOptions) -> TableOptions:
    """Add the options of the mapping that is named, and settle the name to save one under.

    Raises:
        NotFoundError: if no mapping has that name, neither a saved one nor an app's.
    """
    if options.save_as is not None:
        options = options._replace(
            save_as=mappings.name_to_keep(journal.mappings(), options.save_as)
        )
    if options.named is not None:
        if app := app_called(journal, options.named):
            return options._replace(app=app)
        saved = mappings.find(journal.mappings(), options.named, apps())
        options = options._replace(
            mapping=options.mapping.over(from_text(saved.name, saved.options))
        )
    return options


def app_called(journal: Journal, name: str) -> AppExport | None:
    """Return the app of that name, unless a saved mapping has the same name."""
    if any(normal(saved.name) == normal(name) for saved in journal.mappings()):
        return None
    return app_named(name)


def command(
    source: Source,
    mapping: TableMapping,
    options: TableOptions,
    needed: Sequence[str] | None = None,
) -> list[str]:
    """Return the words of the command that imports a table through a mapping.

    Args:
        source: The file.
        mapping: What its columns mean.
        options: What else was said.
        needed: The fields for which a column is still to be named; None for all that are missing.
    """
    flags = (
        ("--add-unknown", options.add_unknown),
        ("--skip-bad", options.skip_bad),
        ("--allow-duplicates", options.allow_duplicates),
        ("--replace", options.replace),
    )
    return [
        *("painlog", "import", "-" if source.path is None else _as_argument(source.path)),
        *mapping.words(),
        *(
            word
            for field in (mapping.missing if needed is None else needed)
            for word in ("--map", f"{field}={COLUMN_TO_NAME}")
        ),
        *(word for word, said in flags if said),
        *([] if options.save_as is None else ["--save-mapping", options.save_as]),
    ]


def _as_argument(path: Path) -> str:
    # A file name that begins like an option would be read as one.
    return f"./{path}" if str(path).startswith("-") else str(path)
