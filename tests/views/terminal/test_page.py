"""A page of blocks on a terminal, in a pipe and as Markdown."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from painlog.views.terminal.page import (
    Block,
    Heading,
    Item,
    Paragraph,
    Spark,
    Table,
    bars,
    to_lines,
    to_markdown,
)
from painlog.views.terminal.screen import Screen

PIPE = Screen()
TABLE = Table(
    ("Month", "Region", "Rated days", "Medicine"),
    [
        ("Mar 2026", "left heel", "9", ""),
        ("Apr 2026", "head", "28", "a medicine with a long name 12, another one 3"),
    ],
    numbers=frozenset({2}),
)
PAGE: list[Block] = [
    Heading("A page", 1),
    Paragraph("Some words. " * 12 + "The end."),
    Heading("Its part"),
    Spark("Week by week: from 3.0 to 5.0.", (3.0, None, 5.0)),
    Item("One."),
    Item("Two, " * 20),
    TABLE,
]


def test_in_a_pipe_a_line_stays_one_line_and_there_is_nothing_to_see():
    lines = list(to_lines(PAGE, PIPE))
    assert lines[:5] == [
        "A page",
        "Some words. " * 12 + "The end.",
        "",
        "Its part",
        "Week by week: from 3.0 to 5.0.",
    ]
    assert lines[5] == "- One."
    assert lines[-3:] == [
        "Month     Region     Rated days  Medicine",
        "Mar 2026  left heel           9",
        "Apr 2026  head               28  a medicine with a long name 12, another one 3",
    ]


@pytest.mark.parametrize("width", [30, 40, 60, 72, 80, 200])
@pytest.mark.parametrize("styled", [True, False])
def test_no_line_is_wider_than_the_screen(width, styled):
    screen = Screen(width, styled=styled, drawn=True)
    lines = [re.sub("\x1b\\[[0-9]*m", "", line) for line in to_lines(PAGE, screen)]
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("text", ["膝の痛み、" * 30, "a膝 " * 40, "x" * 25 + "🙂" * 40, "ü " * 90])
def test_letters_that_take_two_columns_are_counted_as_two(text):
    for width in (30, 31, 60):
        lines = list(to_lines([Item(text), Heading(text)], Screen(width)))
        assert max(map(cell_len, lines)) <= width
        assert "".join(lines).replace("- ", "", 1).replace(" ", "") == 2 * text.replace(" ", "")


def test_a_table_that_is_too_wide_becomes_sentences_without_its_empty_cells():
    lines = list(to_lines([TABLE], Screen(60)))
    assert lines == [
        "- Month: Mar 2026; Region: left heel; Rated days: 9",
        "- Month: Apr 2026; Region: head; Rated days: 28; Medicine: a",
        "  medicine with a long name 12, another one 3",
    ]


def test_a_table_that_just_fits_stays_a_table():
    table = Table(("A", "B"), [("x" * 28, "y" * 30)])
    assert list(to_lines([table], Screen(60)))[1] == f"{'x' * 28}  {'y' * 30}"
    assert next(iter(to_lines([table], Screen(59)))).startswith("- A: ")


def test_only_headings_are_bold_and_only_where_that_is_possible():
    styled = list(to_lines(PAGE, Screen(80, styled=True)))
    assert [line for line in styled if "\x1b" in line][:2] == [
        "\x1b[1mA page\x1b[0m",
        "\x1b[1mIts part\x1b[0m",
    ]
    assert not any("\x1b" in line for line in to_lines(PAGE, Screen(80, drawn=True)))


def test_bars_stand_beside_the_words_and_never_alone():
    spark = Spark("From 0 to 10.", (0.0, None, 5.0, 10.0))
    assert list(to_lines([spark], Screen(80, drawn=True))) == ["▁ ▅█", "From 0 to 10."]
    assert list(to_lines([spark], Screen(80))) == ["From 0 to 10."]
    assert list(to_lines([spark], PIPE)) == ["From 0 to 10."]


def test_bars_that_would_not_fit_are_left_out():
    spark = Spark("Many.", (5.0,) * 61)
    assert list(to_lines([spark], Screen(60, drawn=True))) == ["Many."]


@given(st.lists(st.none() | st.floats(0, 10), max_size=60))
def test_every_mean_has_one_bar(means):
    drawn = bars(means)
    assert len(drawn) == len(means)
    assert [bar == " " for bar in drawn] == [mean is None for mean in means]


def test_markdown_is_headings_lists_and_tables():
    assert list(to_markdown(PAGE[:1] + PAGE[2:5] + PAGE[-1:])) == [
        "# A page",
        "",
        "## Its part",
        "",
        "Week by week: from 3.0 to 5.0.",
        "",
        "- One.",
        "",
        "| Month | Region | Rated days | Medicine |",
        "| --- | --- | ---: | --- |",
        "| Mar 2026 | left heel | 9 |  |",
        "| Apr 2026 | head | 28 | a medicine with a long name 12, another one 3 |",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", r"a \| b"),
        ("**bold** _slanted_ `code`", r"\*\*bold\*\* \_slanted\_ \`code\`"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[a](http://b)", r"\[a\](http://b)"),
        ("~~gone~~ &lt;b&gt; $x$", r"\~\~gone\~\~ \&lt;b\&gt; \$x\$"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("+ no item", r"\+ no item"),
        ("1. no item", r"1\. no item"),
        ("12) no item", r"12\) no item"),
        ("2.5 points less, 1. of all", "2.5 points less, 1. of all"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_what_markdown_would_read_as_markup_is_escaped(text, written):
    assert list(to_markdown([Paragraph(text)])) == [written]
    assert list(to_markdown([Item(text)])) == [f"- {written}"]
    assert list(to_markdown([Table(("A",), [(text,)])]))[-1] == f"| {written} |"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")))))
@example(["|", "\\|", "\\"])
def test_a_row_has_as_many_cells_as_its_table_whatever_they_hold(cells):
    header = tuple("x" for _ in cells)
    row = list(to_markdown([Table(header, [cells])]))[-1]
    bare = re.sub(r"\\.", "", row)
    assert bare.count("|") == len(cells) + 1 or not cells
