"""The page drawn with Rich: nothing wider than the screen, the words beside every picture."""

import re

import pytest

from painlog.views.answers import Answer, Reach
from painlog.views.by_month import MonthDays
from painlog.views.terminal.drawn import GAUGE_CELLS, drawn_lines
from painlog.views.terminal.page import (
    LINE_ALONE,
    Beside,
    Gauges,
    Heading,
    Item,
    MonthBars,
    Paragraph,
    RegionRow,
    RegionRows,
    Table,
)
from painlog.views.terminal.screen import Screen, cells

WORDS = "mean 7.0 before and 3.5 in course, and so on for rather more than a line " * 3
ANSWERS = Gauges(
    "In short",
    [
        Answer("Left heel, heat", WORDS, "A drop.", "few days", Reach(-1.5, -1.0, -0.5, told=True)),
        Answer("Neck, rest", WORDS, "Cannot tell yet.", "", Reach(-9.0, 0.0, 9.0, told=True)),
        Answer("Head, ibuprofen", "3 uses."),
    ],
)
REGIONS = RegionRows(
    "Regions",
    [
        RegionRow("Left heel", [7, None, 3], 3.6, 3.5, -3.5, 28, 28, 28, None, "Left heel: words."),
        RegionRow("Head", [2, 1, 0], 0.0, 1.0, -0.1, 7, 28, 5, -7, "Head: words."),
        RegionRow("Neck", [None, None, 9], None, 9.0, None, 1, 1, 0, None, "Neck: words."),
    ],
    "week",
)
MONTHS = MonthBars(
    "Months", [MonthDays("Mar 2026", 31, 31, 9, 10), MonthDays("Apr 2026", 5, 0, 0, 0)]
)
PAGE = [
    Heading("Pain report", 1),
    Paragraph(WORDS),
    ANSWERS,
    Beside([REGIONS], [MONTHS, Item(WORDS)]),
    Table(("Month", "Days"), [("Mar 2026", "3")], frozenset({1})),
    Heading("Advice", LINE_ALONE),
    Paragraph(WORDS),
]


def plain(blocks, width, **rest):
    shown = drawn_lines(blocks, Screen(width, styled=True, drawn=True, shaded=True, **rest))
    return [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100, 119, 120, 160, 250])
def test_no_line_is_wider_than_the_screen(width):
    assert [line for line in plain(PAGE, width) if cells(line) > width] == []


@pytest.mark.parametrize("width", [60, 100, 200])
def test_all_words_of_the_answers_are_there(width):
    shown = " ".join(" ".join(plain([ANSWERS], width)).split())
    for words in ("Left heel, heat:", "A drop.", "Against it: few", "Cannot tell yet.", "3 uses."):
        assert words in re.sub(r"[━●┊│◂▸] ?", "", shown) or words in shown


def test_an_interval_lies_on_one_scale_with_0_and_a_meaningful_change_marked():
    title, *rows = plain([ANSWERS], 100)
    assert title.rstrip().endswith(f"less{' ' * 5}0{' ' * 5}more")
    fallen, open_to_both = (row[-GAUGE_CELLS:] for row in rows if "●" in row)
    assert fallen.index("●") == 6
    assert "│" in fallen
    assert open_to_both[0] == "◂"
    assert open_to_both[-1] == "▸"
    assert open_to_both[GAUGE_CELLS // 2] == "●"


def test_a_change_has_an_arrow_a_word_and_a_number():
    text = "\n".join(plain([REGIONS], 100))
    assert "▼ 3.5 points less" in text
    assert "▼ 7 fewer pain days" in text
    assert "not rated then" in text


def test_a_gap_in_a_trend_stays_a_gap():
    row = next(line for line in plain([REGIONS], 100) if line.startswith("Left heel"))
    assert "▆ ▃" in row


def test_months_have_a_bar_and_a_number():
    march, april = plain([MONTHS], 100)[1:]
    assert "█ 31 of 31 rated" in march
    assert "█ 10" in march
    assert "█" not in april


def test_a_month_that_was_not_rated_or_is_cut_is_said_to_be():
    cut, unrated = plain(
        [
            MonthBars(
                "Months",
                [
                    MonthDays("Mar 2026 (from 20 Mar)", 12, 12, 9, 10),
                    MonthDays("Apr 2026", 0, 0, 0, 3),
                ],
            )
        ],
        80,
    )[1:]
    assert cut.startswith("Mar 2026 (from 20 Mar)  ")
    assert "12 of 12 rated" in cut
    assert " ".join(unrated.replace("█", "").split()) == "Apr 2026 not rated 3"


def test_the_columns_of_the_months_say_what_is_of_one_place():
    months = [MonthDays("Mar 2026", 12, 12, 9, 10)]
    everything, place = (
        plain([MonthBars("Months", months, anywhere=anywhere)], 100)[0]
        for anywhere in (True, False)
    )
    assert everything.split("  ")[0] == "Months"
    assert "Days with pain anywhere" in everything
    assert everything.rstrip().endswith("Days with acute medicine")
    assert "anywhere" not in place
    assert place.rstrip().endswith("Days with acute medicine, for anything")


def test_from_120_columns_on_the_months_stand_beside_the_regions():
    assert any("Regions" in line and "Months" in line for line in plain(PAGE, 120))
    assert not any("Regions" in line and "Months" in line for line in plain(PAGE, 119))


def test_a_verdict_that_is_not_told_has_no_colour_that_stands_out():
    told = Answer("A", "b.", reach=Reach(-2, -1.5, -1, told=True))
    untold = told._replace(reach=Reach(-2, -1.5, -1, told=False))
    screen = Screen(100, styled=True, drawn=True)
    first, second = ("".join(drawn_lines([Gauges("T", [a])], screen)) for a in (told, untold))
    assert "\x1b[1;36m" in first
    assert "\x1b[1;36m" not in second


def test_a_heading_that_only_parts_is_a_blank_line():
    assert plain([Paragraph("a"), Heading("Advice", LINE_ALONE), Paragraph("b")], 80) == [
        "a",
        "",
        "b",
    ]
