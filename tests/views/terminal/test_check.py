"""What a check found and mended, in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from painlog.model.finding import Finding
from painlog.views.terminal.check import MOST_NAMED, check_lines, conclusion
from painlog.views.terminal.screen import Screen

FAULT = Finding("value", "fault", "A visit has no day.", ("visit 1",), "To mend it: --mend")
REMARK = Finding("future", "remark", "An entry\x1b[1m is early.")


def test_each_finding_has_its_places_and_what_can_be_done():
    assert list(check_lines([FAULT, REMARK], Screen())) == [
        "Fault: A visit has no day.",
        "  - visit 1",
        "  To mend it: --mend",
        "Remark: An entry<001B>[1m is early.",
        "The journal is not whole: 1 fault, 1 remark.",
    ]


def test_what_was_mended_comes_first_with_where_the_original_is():
    copies = [Path("painlog.before-mend-1.db")]
    assert list(check_lines([], Screen(), ["Visit 1 was taken out."], copies)) == [
        "Mended: Visit 1 was taken out.",
        "The original file is kept in painlog.before-mend-1.db",
        "The journal is whole.",
    ]


def test_of_many_places_the_first_are_named():
    many = replace(FAULT, where=tuple(map(str, range(MOST_NAMED + 1_000))))
    lines = list(check_lines([many], Screen()))
    assert lines[MOST_NAMED : MOST_NAMED + 2] == ["  - 9", "  - and 1,000 more"]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "The journal is whole."),
        ([REMARK, REMARK], "The journal is whole; 2 remarks."),
        ([FAULT], "The journal is not whole: 1 fault."),
        ([FAULT, FAULT, REMARK], "The journal is not whole: 2 faults, 1 remark."),
    ],
)
def test_the_result_is_one_sentence(found, said):
    assert conclusion(found) == said
