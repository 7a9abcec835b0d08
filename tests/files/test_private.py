"""Private files and directories are for their owner alone, and temporary ones go."""

import os

import pytest

from painlog.files.private import (
    copy_database,
    copy_privately,
    make_directories,
    private_directory,
    unnamed_file,
)
from soundness import names_in


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Where private directories are made."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.posix
def test_a_private_directory_is_for_its_owner_alone_and_goes(elsewhere):
    with private_directory() as directory:
        assert directory.parent == elsewhere
        assert directory.stat().st_mode & 0o777 == 0o700
    assert names_in(elsewhere) == []


def test_the_private_directories_of_programs_that_are_gone_are_removed(elsewhere, gone):
    left = elsewhere / f"painlog-{gone}-abcd_123"
    left.mkdir()
    (left / "painlog.db").touch()
    with private_directory(), private_directory():
        assert len(names_in(elsewhere)) == 2
    assert names_in(elsewhere) == []


def test_what_is_no_private_directory_of_ours_stays(elsewhere, gone):
    others = [
        f"painlog-{os.getppid()}-abcdefgh",
        f"painlog-{gone}-abcdefgh-mine",
        f"painlog-{gone}",
        "painlog-backups",
    ]
    for name in others:
        (elsewhere / name).mkdir()
    (elsewhere / f"painlog-{gone}-afile123").touch()
    (elsewhere / f"painlog-{gone}-link1234").symlink_to(elsewhere / "painlog-backups")
    before = names_in(elsewhere)
    with private_directory():
        pass
    assert names_in(elsewhere) == before


# --- Copies and directories ---


@pytest.mark.posix
def test_a_copy_has_the_same_bytes_and_is_for_its_owner_alone(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"ache\r\n\0")
    source.chmod(0o644)
    copy_privately(source, tmp_path / "copy", for_good=True)
    assert (tmp_path / "copy").read_bytes() == b"ache\r\n\0"
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600


def test_a_copy_never_goes_over_a_file(tmp_path):
    for name in ("source", "copy"):
        (tmp_path / name).write_text(name)
    with pytest.raises(FileExistsError):
        copy_privately(tmp_path / "source", tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "copy"


@pytest.mark.posix
def test_a_database_is_copied_with_its_companions_and_they_come_first(tmp_path, monkeypatch):
    (tmp_path / "link.db").symlink_to(tmp_path / "real.db")
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"real.db{suffix}").write_text(f"content{suffix}")
    copied = []
    monkeypatch.setattr(
        "painlog.files.private.copy_privately",
        lambda _, target, **__: (copied.append(target.name), target.write_text("")),
    )
    copy_database(tmp_path / "link.db", tmp_path / "copy.db")
    assert copied == ["copy.db-wal", "copy.db-shm", "copy.db"]
    copied.clear()
    copy_database(tmp_path / "link.db", tmp_path / "copy.db", ("", "-wal"))
    assert copied == ["copy.db-wal", "copy.db"]


@pytest.mark.posix
def test_missing_directories_are_made_and_closed_to_others(tmp_path):
    tmp_path.chmod(0o755)
    before = os.umask(0)
    try:
        make_directories(tmp_path / "a" / "b")
        make_directories(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    modes = [d.stat().st_mode & 0o777 for d in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")]
    assert modes == [0o755, 0o700, 0o700]


@pytest.mark.posix
def test_a_file_without_a_name_is_seen_by_nobody(elsewhere):
    with unnamed_file() as file:
        file.write(b"ache")
        assert names_in(elsewhere) == []
        assert os.fstat(file.fileno()).st_mode & 0o777 == 0o600
