"""docs/data-model.md names every table, view and column of a journal, and nothing else."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from painlog.store import empty

PAGE = (Path(__file__).parents[2] / "docs" / "data-model.md").read_text("utf-8")
# SQLite's, and sqlite-utils'.
THEIRS = {"sqlite_sequence", "_sqlite_migrations"}


def named(text):
    return {word for code in re.findall(r"`([^`]*)`", text) for word in re.findall(r"\w+", code)}


@pytest.fixture(scope="module")
def names():
    with closing(empty.in_memory()) as connection:
        tables = connection.execute(
            "select name from sqlite_master where type in ('table', 'view')"
        ).fetchall()
        return {
            table: [
                column
                for (column,) in connection.execute(
                    "select name from pragma_table_xinfo(?)", [table]
                )
            ]
            for (table,) in tables
            if table not in THEIRS
        }


def test_every_table_and_column_is_named(names):
    missing = {table: sorted(set(columns) - named(PAGE)) for table, columns in names.items()}
    assert missing == {table: [] for table in names}
    assert set(names) <= named(PAGE)


@pytest.mark.parametrize(
    ("heading", "tables"),
    [
        ("entry", ["entry"]),
        ("use", ["use"]),
        ("course and consultation", ["course", "consultation"]),
        ("question", ["question"]),
        ("peg", ["peg"]),
        ("trial and trial_day", ["trial", "trial_day"]),
        ("region and treatment", ["region", "treatment"]),
        ("mapping and backup", ["mapping", "backup"]),
    ],
)
def test_a_table_has_the_columns_that_the_page_names(names, heading, tables):
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    columns = {column for table in tables for column in names[table]}
    assert named(" ".join(rows)) | {"id", "uid"} == columns | {"id", "uid"}


def test_the_view_has_the_columns_that_the_page_names(names):
    section = PAGE.split("\n## The views\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    assert named(" ".join(rows)) == set(names["effect_days"])
