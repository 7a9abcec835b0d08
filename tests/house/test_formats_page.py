"""docs/formats.md names every field that the JSON of a report and of a comparison has."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from painlog.formats.coverage import PARTS, Held
from painlog.model.contents import Background
from painlog.model.factor import KeptDays

FORMS = ("uses", "days", "fhir")
PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.fixture
def sample(painlog, tmp_path):
    path = str(tmp_path / "sample.db")
    assert painlog("demo", "--keep", path).code == 0
    return path


def fields(value) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            # The doses of an entry stand by the names of their treatments, which are no fields.
            yield from fields(list(inner.values()) if name == "doses" else inner)
    elif isinstance(value, list):
        for item in value:
            yield from fields(item)


COMMANDS = [
    ("report",),
    ("compare", "nothing", "stretching", "--region", "left heel"),
    ("list",),
    ("peg", "list"),
    ("courses",),
    ("consult", "list"),
    ("trial", "show"),
    ("trial", "list"),
    ("add", "left heel", "4"),
    ("today",),
    ("chart",),
    ("calendar",),
    ("map",),
    ("week",),
    ("export", "--what", "attacks"),
]


def test_every_field_is_documented(painlog, sample):
    page = PAGE.read_text("utf-8").replace("`", " ").replace(",", " ").replace(":", " ")
    told = {word.strip("();.|") for word in page.split()}
    for command in COMMANDS:
        found = json.loads(painlog("--db", sample, *command, "--format", "json").out)
        assert sorted(set(fields(found)) - told) == [], command


def test_every_column_of_an_exported_trial_is_documented_in_order(painlog, sample):
    _, _, section = PAGE.read_text("utf-8").partition("### The days of a trial as CSV")
    told = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)[:6]))
    header = painlog("--db", sample, "trial", "export").out.splitlines()[0]
    assert header.split(",") == told


def test_a_comparison_against_time_has_no_tau_u(painlog, sample):
    def compared(first, second):
        command = ("compare", first, second, "--region", "left heel", "--format", "json")
        return json.loads(painlog("--db", sample, *command).out)

    onward, back = compared("nothing", "stretching"), compared("stretching", "nothing")
    assert (onward["order"], back["order"]) == ("first", "second")
    assert onward["tau_u"] > 0
    assert onward["trend_before_tau"] is not None
    assert (back["tau_u"], back["trend_before_tau"]) == (None, None)
    assert back["change"] == pytest.approx(-onward["change"], abs=1e-12)


def test_the_page_says_what_each_export_holds():
    rows = [
        f"| {part.many} | "
        + " | ".join("yes" if form in part.forms else "no" for form in ("csv", *FORMS))
        + " |"
        for part in PARTS
    ]
    assert "\n".join(rows) in PAGE.read_text("utf-8")


def test_every_part_of_a_journal_is_in_that_table():
    held = Held((), (), KeptDays(), Background._make([[None]] * len(Background._fields)))
    counted = {part.many for part in PARTS if part.number(held)}
    # Names of the person's own are written beside what has them.
    own = {"own_regions", "own_treatments", "factors"}
    of_days = {"day_notes", "day_factors"}
    assert len(counted) == len({*Background._fields} - own - of_days)
