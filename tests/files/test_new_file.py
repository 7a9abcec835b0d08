"""A file is written whole or not at all, and never over another unasked."""

import os
import stat
from pathlib import Path

import pytest

from painlog.errors import BadFileError, RefusedError
from painlog.files.drafts import new_file
from soundness import names_in


@pytest.fixture
def target(tmp_path):
    return tmp_path / "pain.csv"


def write(path, text, *, force=False):
    with new_file(path, force=force) as file:
        file.write(text)


@pytest.mark.parametrize("force", [False, True])
def test_it_is_there_whole_and_alone(target, force):
    write(target, "ache \N{FOOT}\r\n\n", force=force)
    assert target.read_bytes() == "ache \N{FOOT}\r\n\n".encode()
    assert names_in(target.parent) == ["pain.csv"]


@pytest.mark.posix
@pytest.mark.parametrize("force", [False, True])
def test_only_its_owner_can_read_it(target, force):
    if force:
        target.write_text("old")
        target.chmod(0o644)
    before = os.umask(0)
    try:
        write(target, "new", force=force)
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == 0o600


def test_it_is_not_in_place_before_the_end(target):
    with new_file(target, force=False) as file:
        file.write("half")
        file.flush()
        assert not target.exists()
    assert target.read_text() == "half"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_a_directory_is_no_file(tmp_path, monkeypatch, name, force):
    monkeypatch.chdir(tmp_path)
    path = Path(name)
    with pytest.raises(BadFileError) as refused:
        write(path, "new", force=force)
    assert str(refused.value) == f"{path} is a directory; name a file."


@pytest.mark.posix
@pytest.mark.parametrize("force", [False, True])
def test_a_link_to_nothing_is_called_that(target, force):
    target.symlink_to("nowhere")
    with pytest.raises(BadFileError) as refused:
        write(target, "new", force=force)
    assert str(refused.value) == f"{target} is a link that leads to no file. Name another file."
    assert names_in(target.parent) == ["pain.csv"]


def test_a_file_that_is_there_is_left_alone(target):
    target.write_text("old")
    with pytest.raises(RefusedError) as refused:
        write(target, "new")
    assert str(refused.value) == (
        f"{target} already exists and was left alone. Name another file, or add --force."
    )
    assert target.read_text() == "old"
    assert names_in(target.parent) == ["pain.csv"]


def test_force_puts_the_new_one_in_its_place_whole(target):
    target.write_text("old and much longer")
    write(target, "new", force=True)
    assert target.read_text() == "new"
    assert names_in(target.parent) == ["pain.csv"]


def test_a_file_that_appears_in_the_meantime_is_left_alone(target):
    def write_slowly():
        with new_file(target, force=False) as file:
            file.write("new")
            target.write_text("somebody else's")

    with pytest.raises(RefusedError) as refused:
        write_slowly()
    assert str(refused.value) == f"{target} appeared in the meantime and was left alone."
    assert target.read_text() == "somebody else's"
    assert names_in(target.parent) == ["pain.csv"]


def test_a_file_system_without_hard_links_will_do(target, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write(target, "new")
    assert target.read_text() == "new"
    assert names_in(target.parent) == ["pain.csv"]


def test_without_hard_links_too_a_file_that_appears_in_the_meantime_is_left_alone(
    target, monkeypatch
):
    def appear_and_refuse(*_):
        target.write_text("somebody else's")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", appear_and_refuse)
    with pytest.raises(RefusedError) as refused:
        write(target, "new")
    assert str(refused.value) == f"{target} appeared in the meantime and was left alone."
    assert target.read_text() == "somebody else's"
    assert names_in(target.parent) == ["pain.csv"]


@pytest.mark.posix
@pytest.mark.parametrize("force", [False, True])
def test_the_directory_is_synced_once_the_file_is_in_place(target, monkeypatch, force):
    synced = []
    fsync = os.fsync

    def watch(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            synced.append(names_in(target.parent))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    write(target, "new", force=force)
    assert len(synced) == 1
    assert "pain.csv" in synced[0]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, BadFileError])
@pytest.mark.parametrize("old", [None, "old"])
def test_when_writing_breaks_off_all_is_as_it_was(target, error, old):
    if old:
        target.write_text(old)

    def break_off():
        with new_file(target, force=True) as file:
            file.write("half")
            raise error

    with pytest.raises(error):
        break_off()
    assert names_in(target.parent) == (["pain.csv"] if old else [])
    if old:
        assert target.read_text() == old


@pytest.mark.parametrize("force", [False, True])
def test_when_the_disk_is_full_all_is_as_it_was(target, monkeypatch, force):
    def fail(_):
        raise OSError(28, "No space left on device")

    if force:
        target.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BadFileError) as refused:
        write(target, "new", force=force)
    assert str(refused.value) == f"{target} could not be written: No space left on device."
    assert names_in(target.parent) == (["pain.csv"] if force else [])
    if force:
        assert target.read_text() == "old"


@pytest.mark.parametrize("force", [False, True])
def test_a_directory_is_left_alone(target, force):
    target.mkdir()
    with pytest.raises(BadFileError) as refused:
        write(target, "new", force=force)
    assert str(refused.value) == f"{target} is a directory; name a file."
    assert names_in(target) == []


@pytest.mark.parametrize("force", [False, True])
def test_a_device_is_left_alone(force):
    with pytest.raises(BadFileError) as refused:
        write(Path(os.devnull), "new", force=force)
    assert str(refused.value) == (
        f"{os.devnull} is not a plain file and was left alone. Name another file."
    )
    assert Path(os.devnull).is_char_device()


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/pain.csv", "No such file or directory"),
        ("file/pain.csv", "Not a directory"),
        ("x" * 250, "File name too long"),
        ("x" * 300, "File name too long"),
    ],
    ids=["no directory", "a file for a directory", "a long name", "a name that is too long"],
)
def test_where_it_cannot_be_written_a_sentence_says_so(tmp_path, name, reason):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadFileError) as refused:
        write(tmp_path / name, "new")
    assert str(refused.value) == f"{tmp_path / name} could not be written: {reason}."
    assert names_in(tmp_path) == ["file"]
