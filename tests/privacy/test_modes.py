"""Whatever painlog makes is for its owner alone, whatever the umask."""

import os
import sqlite3
import stat

import pytest

from painlog.store.journal import Journal

UMASKS = (0o000, 0o022, 0o077, 0o777)
MAKING = [
    ["export", "--output", "out.csv"],
    ["export", "--what", "uses", "--output", "uses.csv"],
    ["export", "--format", "json", "--output", "out.json"],
    ["export", "--format", "fhir", "--output", "out.fhir"],
    ["report", "--output", "report.txt"],
    ["report", "--format", "html", "--output", "report.html"],
    ["report", "--format", "pdf", "--output", "report.pdf"],
    ["demo", "--keep", "new/demo.db"],
    ["backup"],
    ["backup", "copy.db"],
    ["import", "out.json"],
    ["import", "out.csv"],
    ["import", "uses.csv"],
    ["restore", "copy.db"],
    ["settings", "set", "country", "GB"],
    ["undo"],
    ["redo"],
    ["check", "--mend"],
]


@pytest.fixture(params=UMASKS, ids=oct)
def umask(request):
    """Make files under this umask."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """The modes of all that is there whenever a program waits for the disk; drafts are, then."""
    seen = {}

    def look():
        for directory, directories, files in os.walk(tmp_path):
            for name in (*directories, *files):
                found = os.path.join(directory, name)  # noqa: PTH118 - as os.walk gives it
                seen[os.path.relpath(found, tmp_path)] = stat.S_IMODE(os.lstat(found).st_mode)

    fsync, link, replace = os.fsync, os.link, os.replace

    def looked_at(function):
        def call(*arguments, **options):
            look()
            done = function(*arguments, **options)
            look()
            return done

        return call

    for name, function in (("fsync", fsync), ("link", link), ("replace", replace)):
        monkeypatch.setattr(os, name, looked_at(function))
    return seen, look


def test_every_file_is_for_its_owner_alone(painlog, tmp_path, monkeypatch, watched, umask):
    seen, look = watched
    # painlog makes the folders of the default journal.
    monkeypatch.delenv("PAINLOG_DB")
    monkeypatch.setattr(
        "painlog.store.database.default_path", lambda: tmp_path / "deep" / "deeper" / "painlog.db"
    )
    monkeypatch.chdir(tmp_path)
    for command in (["add", "left heel", "6", "--note", "private"], *MAKING):
        done = painlog(*command)
        assert (done.code, done.err.count("fault")) == (0, 0), (oct(umask), command)
        look()
    drafts = [name for name in seen if os.path.basename(name).startswith(".")]  # noqa: PTH119
    assert len(drafts) >= 8
    assert len(seen) - len(drafts) >= 12
    open_to_others = {
        name: oct(mode)
        for name, mode in seen.items()
        if mode != (0o700 if (tmp_path / name).is_dir() else 0o600)
    }
    assert open_to_others == {}


@pytest.mark.usefixtures("umask")
def test_what_sqlite_keeps_beside_a_journal_is_for_its_owner_alone(painlog, path, watched):
    seen, look = watched
    painlog("add", "left heel", "6")
    with Journal(path, writing=True) as journal, journal.change("edit") as change:
        change.summary = "nothing"
        look()
    assert {oct(mode) for name, mode in seen.items() if name.startswith("painlog.db")} == {"0o600"}
    assert {"painlog.db-wal", "painlog.db-shm"} <= set(seen)


@pytest.mark.usefixtures("umask")
def test_a_copy_before_an_update_is_for_its_owner_alone(painlog, path):
    from painlog.store.copies import keep_copy

    painlog("add", "left heel", "6")
    journal = sqlite3.connect(path)
    copy = path.with_name("copy.db")
    keep_copy(journal, copy)
    journal.close()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
