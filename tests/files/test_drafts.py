"""Drafts of programs that were killed go; those of programs that run stay."""

import os

import pytest

from painlog.files.drafts import draft_beside, remove_abandoned
from soundness import names_in


def test_a_draft_is_hidden_beside_its_place(tmp_path):
    assert draft_beside(tmp_path / "out.csv") == tmp_path / f".out.csv.{os.getpid()}.part"


def test_the_drafts_of_programs_that_are_gone_are_removed(tmp_path, gone):
    for suffix in ("", "-wal", "-shm", "-journal"):
        (tmp_path / f".my [1].db.{gone}.part{suffix}").touch()
    draft_beside(tmp_path / "my [1].db")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("painlog.before-restore-1.db", "painlog.before-restore-12.db"),
        ("painlog-2026-03-31-2100.db", "painlog-2026-04-01-0900.db"),
    ],
)
def test_one_of_the_same_series_is_removed(tmp_path, gone, earlier, later):
    (tmp_path / f".{earlier}.{gone}.part").touch()
    draft_beside(tmp_path / later)
    assert names_in(tmp_path) == []


def test_one_of_an_earlier_program_with_our_number_is_removed(tmp_path):
    (tmp_path / f".out.csv.{os.getpid()}.part").touch()
    draft_beside(tmp_path / "out.csv")
    assert names_in(tmp_path) == []


@pytest.mark.posix
def test_everything_else_stays(tmp_path, gone):
    others = [
        f".out.csv.{os.getppid()}.part",
        f".out.csv.{gone}.parts",
        f".out.csv.{gone}.part.txt",
        f".other.csv.{gone}.part",
        ".out.csv.1.part",
        ".out.csv.x.part",
        "out.csv",
    ]
    for name in others:
        (tmp_path / name).touch()
    remove_abandoned(tmp_path / "out.csv")
    assert names_in(tmp_path) == sorted(others)


def test_where_there_is_no_directory_nothing_is_removed_or_made(tmp_path):
    remove_abandoned(tmp_path / "nowhere" / "out.csv")
    assert list(tmp_path.iterdir()) == []
