"""Merging another journal, called from a program: what comes back, and what is here then."""

from datetime import UTC, datetime

import pytest

from builders import entry
from journals import fill
from painlog.errors import RefusedError
from painlog.formats.journal_json import write_journal
from painlog.formats.source import opened
from painlog.model.contents import Background
from painlog.store.journal import Journal
from painlog.tasks.import_journal import import_journal

NOW = datetime(2026, 3, 31, 19, tzinfo=UTC)
HEEL = entry("left heel", 6, day=5, uid="0f8fad5b-d9cb-469f-a165-70867728950e")


@pytest.fixture
def run(tmp_path):
    """Merge a file into the journal: what came back, and the entries that are here then."""

    def _run(file, *, rehearsing=False):
        def progress(items, _what, _file):
            return iter(items)

        here = Journal(tmp_path / "here.db", writing=True, rehearsing=rehearsing)
        with opened(file) as source, here as journal:
            result = import_journal(journal, source, NOW, progress)
            return result, [(e.uid, e.intensity) for e in journal.entries()]

    return _run


def as_json(path, *entries):
    with path.open("w") as file:
        write_journal(lambda: entries, Background(), file)
    return path


def test_an_empty_journal_is_nothing_to_merge(run, tmp_path):
    assert run(as_json(tmp_path / "in.json")) == (None, [])
    assert not (tmp_path / "here.db").exists()


@pytest.mark.parametrize("kind", ["json", "database"])
def test_what_is_not_here_is_added_once(run, tmp_path, kind):
    file = (
        as_json(tmp_path / "in.json", HEEL) if kind == "json" else fill(tmp_path / "in.db", [HEEL])
    )
    first, entries = run(file)
    assert (dict(first.merged.added), first.changed, entries) == (
        {"entry": 1},
        True,
        [(HEEL.uid, 6)],
    )
    again, entries = run(file)
    assert (again.merged.added.total(), again.merged.known.total()) == (0, 1)
    assert (again.changed, entries) == (False, [(HEEL.uid, 6)])
    with Journal(tmp_path / "here.db", writing=True) as journal:
        assert journal.undo().summary == f"1 entry from {file}"


def test_a_rehearsal_changes_nothing(run, tmp_path):
    result, entries = run(as_json(tmp_path / "in.json", HEEL), rehearsing=True)
    assert (result.merged.added.total(), entries) == (1, [])


def test_an_unknown_name_or_an_impossible_side_changes_nothing(run, tmp_path):
    for region in ("moon", "tailbone"):
        wrong = HEEL._replace(region=region, uid=HEEL.uid.replace("0f8", "0f9"))
        with pytest.raises(RefusedError, match=region):
            run(as_json(tmp_path / f"{region}.json", HEEL, wrong))
    assert not (tmp_path / "here.db").exists()
