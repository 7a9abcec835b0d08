"""What docs/recipes.md says of DuckDB beside its examples."""

from datetime import UTC, datetime

import duckdb
import pytest

from builders import entry
from journals import fill
from painlog.formats import journal_csv


@pytest.fixture
def database():
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as made:
        made.sql("set timezone = 'Pacific/Auckland'")
        yield made


def test_the_sqlite_extension_is_not_in_the_package(database, path):
    fill(path, [entry("heel", 6)])
    with pytest.raises(duckdb.Error, match="sqlite_scanner"):
        database.sql(f"attach '{path}' (type sqlite)")


def test_a_time_that_is_not_read_as_text_may_fall_on_another_day(database, tmp_path):
    late = entry("heel", 6, felt_at=datetime(2026, 3, 1, 20, 0, tzinfo=UTC))
    with (tmp_path / "pain.csv").open("w", newline="") as file:
        journal_csv.write([late], file)
    read = f"read_csv('{tmp_path}/pain.csv'"
    ((guessed, _),) = database.sql(f"select felt_at::date, felt_at from {read})").fetchall()
    ((said, _),) = database.sql(
        f"select left(felt_at, 10)::date, felt_at from {read}, types = {{'felt_at': 'varchar'}})"
    ).fetchall()
    assert (str(guessed), str(said)) == ("2026-03-02", "2026-03-01")
