"""docs/trials.md: the table of the benchmark has every cell, and the size that is promised."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "trials.md").read_text("utf-8")
ROWS = re.findall(
    r"^\| (\d+ × \d+, \d uncounted) \| (.*?) \| (\.\d{3}) \| (.*?) \| (\.\d{3}) \|$",
    PAGE,
    re.MULTILINE,
)
MOST = 0.05


def test_a_difference_is_found_where_there_is_none_in_at_most_one_of_twenty_trials():
    assert [row for row in ROWS if float(row[2]) > MOST] == []


def test_an_interval_holds_the_truth_nearly_everywhere_in_19_of_20_trials():
    under = {row[:2]: float(row[4]) for row in ROWS if float(row[4]) < 1 - MOST}
    assert under == {("8 × 7, 1 uncounted", "level wanders 0.3 a day"): 0.943}


def test_the_table_has_every_plan_and_every_pain(monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT / "benchmarks")])
    import trials

    expected = [
        (f"{shape.pairs} × {shape.block_days}, {shape.washout_days} uncounted", world.name)
        for shape in trials.SHAPES
        for world in trials.WORLDS
    ]
    assert [row[:2] for row in ROWS] == expected
    assert f"{trials.RUNS:,} trials in each cell." in PAGE


def test_what_the_page_says_of_the_default_plan_is_in_the_table():
    (default,) = [row for row in ROWS if row[:2] == ("7 × 4, 1 uncounted", "r 0.5")]
    one, _, two = map(float, default[3].split(" | "))
    assert (round(10 * one), round(10 * two)) == (2, 7)
