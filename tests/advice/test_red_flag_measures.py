"""How many signs are found, and how many alarms are true, is what docs/red-flags.md says."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from painlog.advice.red_flags import find_red_flags, signs_in

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "red-flags.md").read_text("utf-8")


def rows_of(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def raised_by(row):
    found = find_red_flags(
        region=row["region"],
        intensity=int(row["intensity"]),
        qualities=[part for part in row["qualities"].split(";") if part],
        note=row["note"],
    )
    return {flag.code for flag in found}


UNSEEN = rows_of("red_flag_unseen.csv")
LISTS = {
    "worked on": rows_of("red_flag_sentences.csv"),
    "first": tuple(row for row in UNSEEN if row["list"] == "1"),
    "second": tuple(row for row in UNSEEN if row["list"] == "2"),
    "third": tuple(row for row in UNSEEN if row["list"] == "3"),
}


def measured(rows):
    """Sentences, those with a sign, signs told of, signs found, and alarms that nothing told of."""
    counts: Counter[str] = Counter()
    for row in rows:
        told, raised = set(row["codes"].split()), raised_by(row)
        counts += Counter(
            sentences=1,
            with_sign=bool(told),
            told=len(told),
            found=len(told & raised),
            false=len(raised - told),
        )
    return counts


@pytest.mark.parametrize("name", LISTS)
def test_the_page_says_what_is_found_now(name):
    counts = measured(LISTS[name])
    found, told, false = counts["found"], counts["told"], counts["false"]
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| {name} |")]
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    assert cells[1:3] == [str(counts["sentences"]), str(counts["with_sign"])]
    assert cells[-2:] == [
        f"{found} of {told} ({found / told:.0%})",
        f"{found} of {found + false} ({found / (found + false):.0%})",
    ]


def test_no_sentence_is_in_two_lists():
    notes = [(row["region"], row["note"] or row["qualities"]) for row in UNSEEN]
    worked_on = {(row["region"], row["note"] or row["qualities"]) for row in LISTS["worked on"]}
    assert len(set(notes)) == len(notes)
    assert worked_on.isdisjoint(notes)


def test_the_page_lists_every_miss_and_every_false_alarm():
    wrong = [
        f"- {row['region']}: “{row['note'] or row['qualities']}” ({', '.join(sorted(codes))})"
        for missed in (True, False)
        for row in UNSEEN
        for told, raised in [(set(row["codes"].split()), raised_by(row))]
        if (codes := told - raised if missed else raised - told)
    ]
    _, _, older = PAGE.partition("### Older lists")
    assert [line for line in older.splitlines() if line.startswith("- ") and "“" in line] == wrong


FIRST_READ = rows_of("red_flag_first_read.csv")
# False alarms of which a later rule was made. They count as they were read, or the figures would
# be of sentences that had been seen.
SILENT_SINCE = {
    "pharmacist label says stop if black stools, havent had any, just noting it": ["bleeding"]
}


def codes_of(row):
    """What is said to a sentence as a note at its region, with a rating of 6."""
    raised = signs_in(region=row["region"], intensity=6, note=row["sentence"])
    return sorted(one.flag.code for one in raised)


def as_read(row):
    """What was said to it when the figures were taken."""
    return SILENT_SINCE.get(row["sentence"]) or codes_of(row)


def test_a_false_alarm_that_is_silent_since_is_named_as_such():
    rows = [row for row in FIRST_READ if row["sentence"] in SILENT_SINCE]
    assert [(row["urgent"], codes_of(row)) for row in rows] == [("no", [])] * len(SILENT_SINCE)
    assert "The one with the label is silent since a rule for advice was made" in PAGE


def test_the_page_says_what_was_found_of_emergencies_of_every_kind():
    urgent = [row for row in FIRST_READ if row["urgent"] == "yes"]
    calm = [row for row in FIRST_READ if row["urgent"] == "no"]
    found = sum(bool(codes_of(row)) for row in urgent)
    false = [row for row in calm if as_read(row)]
    silent = len(calm) - len(false)
    read_for = [row for row in urgent if row["read_for"] == "yes"]
    of_these = sum(bool(codes_of(row)) for row in read_for)
    assert (len(urgent), len(calm)) == (90, 60)
    for line in (
        f"| all emergencies | 90 | {found} of 90 ({found / 90:.0%}) | {found} of "
        f"{found + len(false)} ({found / (found + len(false)):.0%}) | {silent} of 60 "
        f"({silent / 60:.0%}) |",
        f"| of the kinds that painlog reads for | {len(read_for)} | {of_these} of {len(read_for)} "
        f"({of_these / len(read_for):.0%}) | | |",
        *(f"- {row['region']}: “{row['sentence']}” ({', '.join(as_read(row))})" for row in false),
    ):
        assert line in PAGE.splitlines()
    assert f"painlog noticed {found}" in PAGE
    for name in ("README.md", "docs/intended-purpose.md"):
        text = " ".join((HERE.parents[1] / name).read_text("utf-8").split())
        assert re.search(rf"Of 90 emergencies.{{1,60}} it noticed {found}\b", text), name


def test_the_page_says_what_was_found_of_each_kind():
    kinds = dict.fromkeys(row["kind"] for row in FIRST_READ if row["urgent"] == "yes")
    page = " ".join(PAGE.split())
    for kind in kinds:
        rows = [row for row in FIRST_READ if row["kind"] == kind and row["urgent"] == "yes"]
        assert f"{kind} {sum(bool(codes_of(row)) for row in rows)} of {len(rows)}" in page


def test_no_sentence_that_was_first_read_is_in_another_list():
    notes = {row["note"] for row in (*UNSEEN, *LISTS["worked on"])}
    assert len(FIRST_READ) == 150
    assert notes.isdisjoint(row["sentence"] for row in FIRST_READ)
