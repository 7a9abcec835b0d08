"""`painlog factors show` and the block of the report: what goes with the pain."""

import csv
import io
import json
import shlex
from datetime import date, timedelta

import pytest

from painlog.model.entry import Entry
from painlog.model.factor import SLEEP, Factor
from painlog.store import days
from painlog.store.journal import Journal

LAST = date(2026, 3, 31)


@pytest.fixture
def sixty(painlog, path):
    """Sixty days: after short nights the neck hurts more; of the rain nothing follows."""
    from painlog.cli.base.settings import clock

    evening = clock()
    rain = Factor("rain", "yes-no")
    with Journal(path, writing=True) as journal, journal.change("add") as change:
        change.add(rain)
        for back in range(60):
            moment = evening - timedelta(days=back)
            slept = 5.0 + back % 4
            change.add(
                Entry(
                    moment,
                    "neck",
                    round(9 - slept + back % 3 * 0.4) % 11,
                    triggers=("wind",) * (back % 5 == 0),
                )
            )
            days.put_factor(journal, change, moment.date(), SLEEP, slept)
            days.put_factor(journal, change, moment.date(), rain, float(back % 7 < 3))
        days.put_note(journal, change, LAST, "a long drive")
    return painlog


def test_without_factors_and_triggers_it_says_how_to_keep_them(painlog):
    assert painlog("factors", "show").out.startswith("There is nothing to compare yet: ")
    painlog("add", "heel", "6")
    assert "What goes with it" not in painlog("report", "--full").out


def test_what_stands_out_comes_first_and_the_looks_are_counted(sixty):
    lines = sixty("factors", "show").out.splitlines()
    assert lines[0] == "What goes with it"
    assert lines[1].startswith("6 comparisons of days with and without, for the same day")
    assert lines[3].startswith("- Neck, the same day: ")
    assert "with sleep of 7 hours or more" in lines[3]
    assert lines[3].endswith("stands out, these days hurt less.")
    assert len([line for line in lines if line.startswith("- Neck")]) == 6


def test_the_report_has_it_in_text_markdown_json_and_on_the_page(sixty, tmp_path):
    assert "What goes with it: Neck, the same day: " in sixty("report").out
    full = sixty("report", "--full").out
    assert "What goes with it\n6 comparisons" in full
    assert "## What goes with it" in sixty("report", "--full", "--format", "markdown").out
    found = json.loads(sixty("report", "--format", "json").out)["factors"]
    shown = json.loads(sixty("factors", "show", "--format", "json").out)
    assert shown["schema"] == "painlog.goes-with/1"
    assert {name: shown[name] for name in found} == found
    first = found["compared"][0]
    assert (found["looks"], first["name"], first["days_later"]) == (6, "sleep", 0)
    assert (first["upper_third_from"], first["lower_third_to"]) == (7.0, 6.0)
    assert first["stands_out"]
    assert first["interval"][0] < first["change"] < first["interval"][1] < 0
    page = tmp_path / "page.html"
    sixty("report", "--format", "html", "--output", str(page), "--notes")
    text = page.read_text("utf-8")
    assert "Days with and without" in text
    assert "a long drive" in text


def test_days_are_written_as_a_table_and_days_of_a_period_alone(sixty):
    result = sixty("export", "--what", "days", "--since", "2026-03-30")
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert rows == [
        {"day": "2026-03-30", "sleep (hours)": "6", "rain": "1", "note": ""},
        {"day": "2026-03-31", "sleep (hours)": "5", "rain": "1", "note": "a long drive"},
    ]
    assert result.err.startswith("Wrote 2 days to standard output.")
    assert "60 days" in sixty("export").err
    assert sixty("export", "--what", "days", "--format", "json").code == 2


def test_today_and_an_entry_show_what_is_kept_of_the_day(sixty):
    said = "  The day: sleep 5 hours; rain yes; note: a long drive\n"
    assert said in sixty("today").out
    assert said in sixty("show", "1").out


def test_a_report_on_some_entries_compares_nothing(sixty):
    assert "What goes with it" not in sixty("report", "--trigger", "wind").out


@pytest.mark.parametrize(
    ("value", "options"),
    [
        ("yes", " --measure yes-no"),
        ("No", " --measure yes-no"),
        ("4/10", " --measure scale"),
        ("3 cups", ' --unit "cups"'),
        ("8000", ""),
        ("none", ""),
    ],
)
def test_the_command_for_a_new_factor_takes_the_value_that_was_given(painlog, value, options):
    command = f'painlog factors add "period"{options}'
    refused = painlog("day", "--factor", f"period={value}")
    assert (refused.code, refused.err) == (
        1,
        f'There is no factor "period". See them with: painlog factors; add one with: {command}\n',
    )
    assert painlog(*shlex.split(command)[1:]).code == 0
    assert painlog("day", "--factor", f"period={value}").code == (value == "none")
