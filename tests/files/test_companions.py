"""What SQLite keeps beside a database is beside the file that a link leads to."""

import pytest

from painlog.files.companions import PARTS, bytes_of, numbered, part, real


@pytest.fixture
def link(tmp_path):
    """A link to a journal in another directory."""
    (tmp_path / "synced").mkdir()
    (tmp_path / "synced" / "pain.db").write_text("x" * 7)
    link = tmp_path / "painlog.db"
    link.symlink_to(tmp_path / "synced" / "pain.db")
    return link


@pytest.mark.posix
def test_a_link_is_followed_also_where_there_is_no_file_yet(link, tmp_path):
    assert real(link) == tmp_path / "synced" / "pain.db"
    real(link).unlink()
    assert real(link) == tmp_path / "synced" / "pain.db"
    assert real(tmp_path / "other.db") == tmp_path / "other.db"


@pytest.mark.posix
def test_the_parts_are_beside_the_file_itself(link):
    assert [part(link, suffix).name for suffix in PARTS] == [
        "pain.db",
        "pain.db-wal",
        "pain.db-shm",
        "pain.db-journal",
    ]


@pytest.mark.posix
def test_the_size_counts_what_is_in_the_log_alone(link):
    assert bytes_of(link) == 7
    part(link, "-wal").write_text("xyz")
    part(link, "-shm").write_text("x" * 100)
    assert bytes_of(link) == 10


def test_the_first_free_number_is_taken(tmp_path):
    path = tmp_path / "painlog.db"
    assert numbered(path, "before-mend").name == "painlog.before-mend-1.db"
    (tmp_path / "painlog.before-mend-1.db").touch()
    (tmp_path / "painlog.before-mend-3.db").touch()
    assert numbered(path, "before-mend").name == "painlog.before-mend-2.db"
