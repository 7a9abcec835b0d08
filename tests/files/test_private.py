"""Private files and directories are for their owner alone, and temporary ones go."""

import os

import pytest

from painlog.files.private import private_directory


def names_in(directory):
    return sorted(found.name for found in directory.iterdir())


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Where private directories are made."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


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
