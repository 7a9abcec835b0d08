"""Importing a table, called from a program: what comes back, and what is in the journal then."""

from datetime import UTC, datetime

import pytest

from painlog.errors import BadFileError, NotFoundError
from painlog.formats.source import opened
from painlog.formats.table.mapping import parse_mapping
from painlog.store.journal import Journal
from painlog.tasks import bad_rows
from painlog.tasks.import_table import BadTable, TableImport, import_table
from painlog.tasks.propose_table import Proposal
from painlog.tasks.table_options import TableOptions

NOW = datetime(2026, 3, 31, 19, tzinfo=UTC)
OWN = "felt_at,region,intensity\n2026-03-05,heel,6\n2026-03-06,neck,4\n"
APP = "When,Where,Pain\n2026-03-05,heel,6\n2026-03-06,moon,4\n2026-03-07,heel,99\n"
COLUMNS = ["felt_at=When,region=Where,intensity=Pain"]


@pytest.fixture
def run(tmp_path):
    """Import a text into the journal: what came back, the entries then, what was watched."""

    def _run(text, *, rehearsing=False, **options):
        file = tmp_path / "in.csv"
        file.write_text(text)
        seen = []

        def progress(items, what, _file):
            seen.append(what)
            return iter(items)

        here = Journal(tmp_path / "a.db", writing=True, rehearsing=rehearsing)
        with opened(file) as source, here as journal:
            result = import_table(journal, source, TableOptions(**options), NOW, progress)
            entries = [(e.day.day, e.region, e.intensity) for e in journal.entries()]
            return result, sorted(entries), seen

    return _run


def mapped(*columns, **options):
    return parse_mapping(columns or COLUMNS, **options)


def test_the_rows_of_an_own_table_become_entries(run, tmp_path):
    result, entries, seen = run(OWN)
    assert isinstance(result, TableImport)
    assert (result.taken.added, result.bad.number, result.saved_as) == (2, 0, None)
    assert entries == [(5, "heel", 6), (6, "neck", 4)]
    assert seen == [f"Reading {tmp_path}/in.csv", f"Importing {tmp_path}/in.csv"]
    with Journal(tmp_path / "a.db", writing=True) as journal:
        assert journal.undo().summary == f"2 entries from {tmp_path}/in.csv"


def test_an_unknown_table_is_a_proposal_and_makes_no_journal(run, tmp_path):
    result, entries, _ = run(APP, skip_bad=True)
    assert isinstance(result, Proposal)
    assert [column.field for column in result.guess.columns] == ["felt_at", "region", "intensity"]
    assert [row.entry is not None for row in result.rows] == [True, False, False]
    ((program, command, *words),) = result.commands
    assert (program, command, words[-1]) == ("painlog", "import", "--skip-bad")
    assert entries == []
    assert not (tmp_path / "a.db").exists()


def test_bad_rows_keep_all_out(run, tmp_path):
    result, entries, _ = run(APP, mapping=mapped())
    assert isinstance(result, BadTable)
    assert (result.bad.number, result.bad.with_unknown) == (2, 1)
    assert [row.line for row in result.bad.listed] == [4]
    (unknown,) = result.bad.unknown_names(result.names)
    assert (unknown.noun, unknown.name, unknown.rows) == ("region", "moon", 1)
    assert unknown.options == ["--value", "region:moon=NAME"]
    assert entries == []
    assert not (tmp_path / "a.db").exists()


def test_bad_rows_are_skipped_when_asked(run):
    result, entries, _ = run(APP, mapping=mapped(), skip_bad=True)
    assert isinstance(result, TableImport)
    assert (result.taken.added, result.bad.number) == (1, 2)
    assert entries == [(5, "heel", 6)]


def test_only_new_names_that_an_entry_uses_are_added(run):
    result, entries, _ = run(
        "date,region,intensity,treatments\n2026-03-05,moon,6,\n2026-03-06,heel,99,moonlight\n",
        add_unknown=True,
        skip_bad=True,
    )
    assert [region.name for region in result.regions] == ["moon"]
    assert result.treatments == []
    assert entries == [(5, "moon", 6)]


def test_a_rehearsal_changes_nothing(run, tmp_path):
    result, entries, _ = run(OWN, rehearsing=True)
    assert result.taken.added == 2
    assert entries == []
    with Journal(tmp_path / "a.db") as journal:
        assert journal.count() == 0


def test_a_saved_mapping_is_used_and_overridden(run):
    run(APP, mapping=mapped(), save_as="App", skip_bad=True)
    saved = run(APP, named="app", skip_bad=True, allow_duplicates=True)[0]
    assert (saved.how.mapping, saved.taken.added) == (mapped(), 1)
    other = parse_mapping(["region=Pain"], defaults=["region=head"])
    changed = run(APP, named="app", mapping=other, skip_bad=True)[0]
    assert dict(changed.how.mapping.columns)["region"] == "Pain"


def test_a_mapping_that_was_never_saved_is_refused(run):
    with pytest.raises(NotFoundError):
        run(APP, named="app")


def test_a_missing_column_changes_nothing(run, tmp_path):
    with pytest.raises(BadFileError):
        run(APP, mapping=mapped("felt_at=When,region=Where,intensity=Pian"))
    assert not (tmp_path / "a.db").exists()


def test_what_is_kept_of_bad_rows_is_bounded(run, monkeypatch):
    monkeypatch.setattr(bad_rows, "MOST_BAD_LISTED", 2)
    monkeypatch.setattr(bad_rows, "MOST_NAMES_COUNTED", 2)
    rows = "".join(f"2026-03-05,moon {n},6\n2026-03-05,heel,{n + 11}\n" for n in range(4))
    result, _, _ = run(f"date,region,intensity\n{rows}")
    assert (result.bad.number, result.bad.with_unknown) == (8, 4)
    assert (len(result.bad.listed), result.bad.unlisted) == (2, 2)
    assert (len(result.bad.unknown), result.bad.uncounted) == (2, True)
