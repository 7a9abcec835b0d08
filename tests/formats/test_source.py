"""A file to take in is told by its first bytes, and can always be read again."""

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from painlog.errors import BadFileError
from painlog.formats.source import opened

JSON = '{"schema": "painlog.journal/1"}'
CSV = "date,region,intensity\n2026-03-01,heel,6\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (CSV.encode(), "table"),
        (CSV.encode("utf-16"), "table"),
        (CSV.encode("utf-8-sig"), "table"),
        (b"", "table"),
        (JSON.encode(), "json"),
        (f"\n\t {JSON}".encode(), "json"),
        (b"[1]", "json"),
        (JSON.encode("utf-8-sig"), "json"),
        (JSON.encode("utf-16"), "json"),
        (JSON.encode("utf-16-le"), "json"),
        (JSON.encode("utf-16-be"), "json"),
        (JSON.encode("utf-32"), "json"),
        (b"SQLite format 3\0 and more", "database"),
    ],
)
def test_the_kind_is_told_by_the_first_bytes(tmp_path, content, kind):
    file = tmp_path / "anything.xyz"
    file.write_bytes(content)
    with opened(file) as source:
        assert (source.name, source.kind, source.path) == (str(file), kind, file)
        assert source.file.read() == content


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04 xlsx", "a zipped file that is not an XLSX or ODS spreadsheet"),
        (
            b"\xd0\xcf\x11\xe0 xls",
            "a file of an old Office program, or one with a password",
        ),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "a text document"),
        (b"\x1f\x8b gz", "a compressed file"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff\xe0 a picture", "a picture"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "a web page"),
        (b"<HTML><table>", "a web page"),
        (b"<?xml version='1.0'?>", "XML"),
    ],
)
def test_a_file_that_holds_no_text_is_called_by_its_kind(tmp_path, content, what):
    file = tmp_path / "pain.xlsx"
    file.write_bytes(content)
    with pytest.raises(BadFileError) as refused, opened(file):
        pass
    assert str(refused.value) == (
        f"{file} is {what}, which painlog does not read. Open it in the program that it belongs "
        'to, save the table as CSV ("Save as" or "Export"; CSV UTF-8 where that is offered), and '
        "import that file."
    )


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(device):
    with pytest.raises(BadFileError) as refused, opened(Path(device)):
        pass
    assert str(refused.value) == f"{device} is a device, not a file. Give the file to import."


def test_standard_input_is_copied_so_that_it_can_be_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(JSON.encode())))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with opened(tmp_path.__class__("-")) as source:
        assert (source.name, source.kind, source.path) == ("standard input", "json", None)
        assert source.file.read() == JSON.encode()
        source.file.seek(0)
        assert source.file.read() == JSON.encode()
        status = os.fstat(source.file.fileno())
        assert (status.st_nlink, status.st_mode & 0o777) == (0, 0o600)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_with_a_name_is_copied_too(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(CSV.encode(),))
    writer.start()
    with opened(pipe) as source:
        assert (source.name, source.kind, source.path) == (str(pipe), "table", None)
        assert source.file.seekable()
        assert source.file.read() == CSV.encode()
    writer.join()


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path):
    for file, sentence in (
        (tmp_path / "none.csv", f"There is no file {tmp_path}/none.csv."),
        (tmp_path, f"{tmp_path} cannot be read: Is a directory."),
    ):
        with pytest.raises(BadFileError) as refused, opened(file):
            pass
        assert str(refused.value) == sentence


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "closed.csv"
    file.write_text(CSV)
    file.chmod(0)
    with pytest.raises(BadFileError, match=r"closed\.csv cannot be read: Permission denied\.$"):
        opened(file).__enter__()
