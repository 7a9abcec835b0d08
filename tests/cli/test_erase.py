"""`painlog erase`: the whole journal, for good, and what is said of its copies."""

import os
import shlex
import sqlite3
import subprocess

import pytest

SECRET = "chrysanthemum"


@pytest.fixture
def journal(painlog, path):
    painlog("add", "left heel", "6", "--note", SECRET)
    painlog("take", "heat", "--note", SECRET)
    return path


@pytest.fixture
def copies(painlog, journal, tmp_path):
    """A backup in its usual place, one elsewhere, and what a restore kept."""
    painlog("backup")
    elsewhere = tmp_path / "my stick" / "saved.db"
    elsewhere.parent.mkdir()
    painlog("backup", str(elsewhere))
    painlog("restore", str(elsewhere))
    (usual,) = (journal.parent / "backups").iterdir()
    return [journal.with_name("painlog.before-restore-1.db"), usual, elsewhere]


@pytest.fixture
def answer(monkeypatch):
    """Answer on a terminal that is not there."""

    def put(text):
        monkeypatch.setattr("painlog.cli.commands.erase.can_ask", lambda: True)
        monkeypatch.setattr("painlog.cli.commands.erase.ask", lambda *_: text)

    return put


def test_it_is_gone_with_its_companions_and_its_bytes(painlog, journal, tmp_path):
    alias = tmp_path / "the same bytes"
    os.link(journal, alias)
    reader = sqlite3.connect(journal)
    reader.execute("select note from entry").fetchall()
    assert journal.with_name("painlog.db-wal").exists()
    log = tmp_path / "the same log"
    os.link(journal.with_name("painlog.db-wal"), log)
    painlog("settings", "set", "country", "GB")
    result = painlog("erase", "--all", "--yes")
    reader.close()
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[:4] == [
        "To be erased for good: 1 entry and 1 use of treatments, all else in the "
        "journal, and its 2 changes, in",
        f"  {journal}",
        "undo cannot bring it back. To keep a copy first: painlog backup FILE",
        "Erased:",
    ]
    assert "exports, reports and printed pages" in result.out
    settings = tmp_path / "home" / ".config" / "painlog" / "settings.toml"
    assert f"Your settings stay in {settings}\n" in result.out
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("painlog")] == []
    for file in (alias, log):
        assert set(file.read_bytes()) <= {0}
    assert painlog("today").out.startswith("Your journal is empty.")


def test_copies_are_named_with_the_line_that_deletes_them(painlog, journal, copies):
    said = painlog("erase", "--all", "--yes").out.splitlines()
    named = [f"  {file}" for file in copies]
    assert said[2:7] == [
        *("These copies of it stay:", *named),
        "To erase them, too: painlog erase --all --copies",
    ]
    at = said.index("Copies that still hold what was in it:")
    assert said[at + 1 : at + 5] == [*named, "To delete them:"]
    command = said[at + 5].strip()
    assert command == f"rm -- {shlex.join(map(str, copies))}"
    assert all(file.exists() for file in copies)
    subprocess.run(["/bin/sh", "-c", command], check=True)
    assert not any(file.exists() for file in copies)
    assert not journal.exists()


def test_copies_are_erased_with_it_where_that_is_said_and_no_other_journals(
    painlog, journal, copies, tmp_path
):
    other = tmp_path / "backups" / "painlog-2-2026-03-31-2100.db"
    other.write_bytes(copies[0].read_bytes())
    gone = copies[2]
    gone.unlink()
    said = painlog("erase", "--all", "--yes", "--copies").out
    assert "With these copies of it:" in said
    assert f"Backups that were made, but are gone or out of reach now:\n  {gone}\n" in said
    assert not any(file.exists() for file in copies)
    assert other.exists()
    assert not journal.exists()


def test_copies_can_be_erased_after_the_journal(painlog, journal, copies):
    painlog("erase", "--all", "--yes")
    beside = copies[:2]
    refused = painlog("erase", "--all", "--yes")
    assert (refused.code, refused.err) == (
        1,
        f"There is no journal {journal}. Nothing was erased. Its copies are left: painlog erase "
        "--all --copies\n",
    )
    assert all(copy.exists() for copy in beside)
    done = painlog("erase", "--all", "--copies", "--yes")
    assert done.code == 0
    assert done.out.splitlines()[:2] == [
        f"The journal {journal} is gone already.",
        "To be erased for good, these copies of it:",
    ]
    assert "painlog backup FILE" not in done.out
    assert not any(copy.exists() for copy in beside)
    assert painlog("erase", "--all", "--copies", "--yes").err == (
        f"There is no journal {journal}. Nothing was erased.\n"
    )


@pytest.mark.parametrize("typed", ["", "y", "yes", "ERASE ALL"])
def test_only_the_whole_word_erases(painlog, journal, answer, typed):
    answer(typed)
    result = painlog("erase", "--all")
    assert (result.code, result.out.splitlines()[-1]) == (0, "Nothing was erased.")
    assert journal.exists()
    answer(" Erase ")
    assert "Erased:" in painlog("erase", "--all").out
    assert not journal.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "erase removes the whole journal: painlog erase --all. To remove single entries"),
        (["--yes"], 2, "erase removes the whole journal"),
        (["--all"], 1, "Nobody can be asked here, so nothing was erased. To do it: add --yes"),
    ],
)
def test_nothing_is_erased_by_a_slip(painlog, journal, words, code, said):
    result = painlog("erase", *words)
    assert (result.code, result.err.startswith(said)) == (code, True)
    assert SECRET in painlog("list").out
    assert journal.exists()


def test_what_is_no_journal_is_left_alone(painlog, tmp_path):
    absent = painlog("erase", "--all", "--yes")
    assert (absent.code, absent.err.startswith("There is no journal ")) == (1, True)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table mine (a)")
    connection.close()
    before = other.read_bytes()
    for file in (other, tmp_path / "text.db"):
        if file != other:
            file.write_text("my novel")
        result = painlog("--db", str(file), "erase", "--all", "--yes")
        assert (result.code, "left alone" in result.err) == (1, True)
    assert other.read_bytes() == before


def test_a_damaged_journal_can_be_erased_and_one_in_use_is_refused(painlog, journal, monkeypatch):
    monkeypatch.setattr("painlog.store.connections.BUSY_SECONDS", 0.01)
    writer = sqlite3.connect(journal, isolation_level=None)
    writer.execute("begin immediate")
    result = painlog("erase", "--all", "--yes")
    assert (result.code, "Another program is using" in result.err) == (1, True)
    writer.execute("rollback")
    assert writer.execute("select count(*) from entry").fetchone() == (1,)
    writer.close()
    content = journal.read_bytes()
    journal.write_bytes(content[:4096] + b"x" * 4096 + content[8192:])
    assert painlog("erase", "--all", "--yes").code == 0
    assert not journal.exists()


def test_a_link_to_a_journal_goes_with_it(painlog, journal, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(journal)
    assert painlog("--db", str(link), "erase", "--all", "--yes").code == 0
    assert not link.is_symlink()
    assert not journal.exists()
