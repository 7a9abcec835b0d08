"""docs/analysis-api.md names what is there, with the parameters and fields that are there."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

import painlog.analysis
from painlog.analysis.cautions import Caution
from painlog.analysis.comparison import Comparison
from painlog.analysis.course_days import OveruseIfTaken
from painlog.analysis.days import RatedDay, Window
from painlog.analysis.effects import Effect
from painlog.analysis.interval import SerialInterval
from painlog.analysis.medicines import MedicineMonth, MedicineTotal, Overuse
from painlog.analysis.months import Attacks, Month
from painlog.analysis.overlap import Nap
from painlog.analysis.peg import PegSummary
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.relief import Relief
from painlog.analysis.report import Report
from painlog.analysis.trend import Slope
from painlog.analysis.whole_body import Interference, WholeBody
from painlog.formats.exported import Exported
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.peg import Peg

PAGE = (Path(__file__).parents[2] / "docs" / "analysis-api.md").read_text("utf-8")
NAMED = re.findall(r"`(painlog(?:\.\w+)+)\.(\w+)(?:\(([^`]*)\))?`", PAGE)
CALLED = [(module, name, arguments) for module, name, arguments in NAMED if arguments]


def fields(cell):
    """The names in the code of a cell, without what stands in brackets or in a module."""
    code = " ".join(re.findall(r"`([^`]*)`", re.sub(r"\([^)]*\)", "", cell)))
    return re.findall(r"\w+", re.sub(r"\bpainlog\.[\w.]+", "", code))


def row(start):
    (found,) = (line for line in PAGE.splitlines() if line.startswith(f"| {start}"))
    return fields(found.split(" | ", 1)[1])


@pytest.mark.parametrize(("module", "name"), sorted({found[:2] for found in NAMED}))
def test_what_is_named_is_there(module, name):
    try:
        found = getattr(importlib.import_module(module), name)
    except ModuleNotFoundError:
        importlib.import_module(f"{module}.{name}")
        return
    assert found.__doc__ or not callable(found)


@pytest.mark.parametrize(("module", "name", "arguments"), CALLED, ids=lambda word: word)
def test_a_function_is_called_as_the_page_does(module, name, arguments):
    function = getattr(importlib.import_module(module), name)
    given = [part.strip() for part in arguments.replace("\n", " ").split(",")]
    positional = [part for part in given if not part.endswith("=")]
    options = {part.removesuffix("=") for part in given if part.endswith("=")}
    signature = inspect.signature(function)
    signature.bind(*positional, **dict.fromkeys(options))
    if all(part.isidentifier() for part in positional):
        assert [*signature.parameters][: len(positional)] == positional
    assert options <= set(signature.parameters)


@pytest.mark.parametrize(
    ("start", "type_", "left_out"),
    [
        ("`Exported` |", Exported, set()),
        ("`painlog.model.entry.Entry`", Entry, {"id", "created_at", "updated_at"}),
        (
            "`painlog.model.course.Course`",
            Course,
            {"id", "uid", "inferred", "updated_at", "continues"},
        ),
        ("`painlog.model.contents.Consultation`", Consultation, {"id", "uid", "updated_at"}),
        ("`painlog.model.peg.Peg`", Peg, {"id", "uid", "updated_at"}),
        ("`regions` |", RegionSummary, set()),
        ("`effects` |", Effect, set()),
        ("`relief` |", Relief, set()),
        ("`attacks` |", Attacks, set()),
        ("`months` |", Month, set()),
        ("`medicine_months` |", MedicineMonth, set()),
        ("`taken` |", MedicineTotal, set()),
        ("`overuse` |", Overuse, set()),
        ("`overuse_if_taken` |", OveruseIfTaken, set()),
        ("`whole_body` |", WholeBody, set()),
        ("`interference` |", Interference, set()),
        ("`peg` |", PegSummary, set()),
        ("`comparison` |", Comparison, set()),
        ("`interval` |", SerialInterval, set()),
        ("`nap` |", Nap, {"less", "more"}),
        ("`trend_since` |", Slope, set()),
        ("a caution |", Caution, set()),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_record_has_the_fields_that_the_page_names(start, type_, left_out):
    named = set(row(start))
    there = set(getattr(type_, "_fields", None) or type_.__dataclass_fields__)
    assert there - left_out <= named
    assert {name for name in named if not hasattr(type_, name)} <= there


def test_a_window_has_the_fields_that_the_page_names():
    named = row("a window")
    assert named == [
        *Window._fields[:2],
        "calendar_days",
        "rated_days",
        "mean",
        "days",
        *RatedDay._fields,
    ]


def test_a_report_has_the_fields_that_the_page_names():
    table = PAGE.split("| field of `Report` | holds |\n|---|---|\n")[1].split("\n\n")[0]
    named = {name for line in table.splitlines() for name in fields(line.split(" | ")[0])}
    internal = {"window_days", "tags", "notes", "last_before", "asked", "medicines"}
    assert named | internal == {*Report._fields, "whole_body"}


def test_the_package_leads_to_the_page():
    assert "docs/analysis-api.md" in painlog.analysis.__doc__
