"""PEGs in words: the echo, the list and the part of the report."""

from builders import peg
from painlog.advice.standing import SHORT
from painlog.analysis.peg import summarise_pegs
from painlog.views.terminal.page import Heading, Paragraph, Table
from painlog.views.terminal.peg import SHOWN, answers, echo, history, in_words, peg_blocks
from painlog.views.terminal.screen import Screen

THIRD = peg(6, 5, 7, day=31, id=3)


def test_one_in_words():
    assert in_words(THIRD) == "PEG 3, 6.0 of 10, Tue 31 Mar 2026"
    assert answers(THIRD) == "pain 6, enjoyment 5, activity 7"


def test_the_echo_has_the_change_since_the_last_one():
    earlier = peg(7, 6, 8, day=24)
    assert list(echo(THIRD, earlier, Screen())) == [
        "Saved PEG 3: 6.0 of 10, Tue 31 Mar 2026.",
        "  pain 6, enjoyment 5, activity 7",
        "  Since the last one, 7.0 on Tue 24 Mar 2026: 1.0 point less.",
        SHORT.text,
    ]
    assert list(echo(THIRD, None, Screen()))[2] == "  There is no earlier one to compare it with."


def test_the_list_is_numbered_for_removing():
    assert history([THIRD]) == Table(
        ("Number", "Day", "Pain", "Enjoyment", "Activity", "Score"),
        [("3", "Tue 31 Mar 2026", "6", "5", "7", "6.0")],
        numbers=frozenset({0, 2, 3, 4, 5}),
    )
    assert history([THIRD], numbered=False).header[0] == "Day"


def test_the_report_shows_the_newest():
    pegs = [peg(5, 5, 5, day=7 * n + 1) for n in range(SHOWN + 2)]
    heading, *_, table, more = peg_blocks(summarise_pegs(pegs))
    assert heading == Heading("PEG")
    assert isinstance(table, Table)
    assert len(table.rows) == SHOWN
    assert more == Paragraph("The newest 12 of 14. All: painlog peg list")
    assert list(peg_blocks(None)) == []
