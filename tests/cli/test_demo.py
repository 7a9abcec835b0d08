"""`painlog demo`: the sample journal, and the person's own left alone."""

import json
import re
import shlex
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conftest import NOW
from painlog.store.journal import Journal
from painlog.tasks.report import report_on
from painlog.tasks.sample import NOTICE, sample_journal
from painlog.views.terminal.brief import brief_blocks
from painlog.views.terminal.drawn import drawn_lines
from painlog.views.terminal.screen import Screen, cells

BERLIN = ZoneInfo("Europe/Berlin")


def test_it_says_first_that_all_of_it_is_invented(painlog):
    result = painlog("demo")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{NOTICE}\n\nPain report, ")


def test_it_shows_what_a_report_has(painlog):
    out = painlog("demo").out
    for shown in (
        "In short",
        "- Left heel, trigger point therapy from ",
        "Cannot be told apart from trigger point therapy.",
        "Against it: ",
        "Cannot tell yet.",
        "Regions",
        "Months",
        "PEG ",
        "Advice",
    ):
        assert shown in out


def test_the_same_moment_gives_the_same_report(painlog):
    assert painlog("demo").out == painlog("demo").out


def test_the_journal_of_the_person_is_neither_made_nor_touched(painlog, path):
    painlog("demo")
    assert not path.exists()
    painlog("add", "knee", "4")
    before = path.read_bytes()
    out = painlog("demo").out
    assert "knee" not in out.casefold()
    assert path.read_bytes() == before


def test_what_it_suggests_is_about_the_sample_and_runs(painlog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = painlog("demo").out
    assert out.endswith(
        "\nThe sample is not kept. To try commands on it, first type:\n"
        "  painlog demo --keep sample.db\n"
    )
    about_it = re.findall(r"painlog --db sample\.db [^.\n]*", out)
    assert about_it == [
        "painlog --db sample.db factors show",
        "painlog --db sample.db report --full",
        "painlog --db sample.db explain MCID",
    ]
    assert "painlog report" not in out
    assert painlog("demo", "--keep", "sample.db").code == 0
    for command in about_it:
        assert painlog(*shlex.split(command)[1:]).code == 0


def test_it_can_be_kept_and_used_as_a_journal(painlog, tmp_path):
    kept = tmp_path / "new" / "my sample.db"
    result = painlog("demo", "--keep", str(kept))
    assert result.code == 0
    said, command = result.out.splitlines()[-2:]
    assert said == f"The sample journal is in {kept}. Try:"
    assert shlex.split(command) == ["painlog", "--db", str(kept), "list"]
    report = painlog("--db", str(kept), "report").out
    assert report in result.out
    with closing(sqlite3.connect(kept)) as journal:
        assert journal.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("there", ["a file", "a directory"])
def test_what_is_there_is_left_alone(painlog, tmp_path, there):
    kept = tmp_path / "kept"
    if there == "a file":
        kept.write_text("mine")
    else:
        kept.mkdir()
    result = painlog("demo", "--keep", str(kept))
    assert (result.code, result.out) == (1, "")
    assert "already exists and was left alone" in result.err
    if there == "a file":
        assert kept.read_text() == "mine"
    else:
        assert list(kept.iterdir()) == []


@pytest.mark.parametrize(
    "now",
    [
        datetime(2024, 2, 29, 0, 0, tzinfo=BERLIN),
        datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
        datetime(2026, 12, 31, 23, 59, tzinfo=BERLIN),
        datetime(2040, 1, 1, 12, 0, tzinfo=BERLIN),
    ],
)
def test_any_moment_has_a_sample_that_ends_on_it(painlog, set_clock, now):
    set_clock(now)
    result = painlog("demo")
    assert (result.code, result.err) == (0, "")
    sample = sample_journal(now)
    assert max(e.felt_at for e in sample.entries) <= now
    assert now.date() - min(e.day for e in sample.entries) <= timedelta(days=119)
    assert len(sample.entries) > 150


def test_its_report_with_its_trial_fits_a_screen_of_100_by_40_above_the_prompt(tmp_path, painlog):
    kept = tmp_path / "sample.db"
    painlog("demo", "--keep", str(kept))
    with Journal(kept) as journal:
        found = report_on(journal, NOW)
    blocks = brief_blocks(found.report, (), found.advice)
    shown = [line for line in drawn_lines(blocks, Screen(100, drawn=True)) if line]
    assert found.report.trials
    assert len(shown) == 39
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown]
    assert max(map(cells, plain)) <= 100


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ([], True),
        (["-r", "left heel"], True),
        (["-r", "heel"], True),
        (["--side", "left"], True),
        (["--side", "none"], False),
        (["-r", "heel", "--side", "none"], False),
        (["-r", "head"], False),
        (["--min", "5"], False),
        (["--quality", "dull"], False),
        (["--until", "2026-01-15"], False),
    ],
)
def test_its_trial_is_in_the_reports_that_are_about_it(painlog, tmp_path, filters, shown):
    kept = str(tmp_path / "sample.db")
    painlog("demo", "--keep", kept)
    for more in ([], ["--full"], ["--format", "markdown"]):
        said = painlog("--db", kept, "report", *filters, *more).out
        assert ("stretching + trigger point therapy" in said) is shown, more
    data = json.loads(painlog("--db", kept, "report", *filters, "--format", "json").out)
    assert bool(data["trials"]) is shown


def test_the_figures_of_a_region_stand_under_its_heading_and_a_trial_after_them(painlog, tmp_path):
    kept = str(tmp_path / "kept.db")
    painlog("demo", "--keep", kept)
    lines = painlog("--db", kept, "report", "--full").out.splitlines()
    heel, head = lines.index("Left heel"), lines.index("Head")
    assert lines[heel + 1].startswith("93 entries on 93 rated days.")
    parts = [
        line.partition(",")[0]
        for before, line in zip(lines[heel:head], lines[heel + 1 : head], strict=False)
        if not before
    ]
    assert [part for part in parts if part[:1] not in ("", " ")] == [
        *("Stretching", "Trigger point therapy", "Left heel", "Trial 1"),
    ]
