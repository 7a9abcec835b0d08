"""Two regimens compared: their days, their order, what it cannot tell, how to learn more."""

import pytest

from builders import course, on
from painlog.advice.standing import WHOLE
from painlog.analysis.courses import phases_of
from painlog.analysis.days import RatedDay
from painlog.analysis.regimens import compare_regimens
from painlog.views.terminal.page import Heading, Item, Paragraph
from painlog.views.terminal.regimens import regimen_blocks

NOTHING: frozenset[str] = frozenset()
HEAT = frozenset({"heat"})
CALM = [6, 5] * 7


def blocks(courses, values, *, first=NOTHING, second=HEAT, alternate=True):
    days = [RatedDay(on(i), float(v), v, 1) for i, v in enumerate(values, 1)]
    phases = phases_of(courses, on(1), on(14))
    found = compare_regimens(("heel", "left"), first, second, phases, days)
    return list(regimen_blocks(found, alternate=alternate))


def test_it_names_both_their_days_and_their_order_first_and_the_advice_last():
    shown = blocks([course("heat", start=8)], CALM)
    assert shown[0] == Heading("Left heel: nothing, compared with heat", 1)
    assert shown[2:6] == [
        Item("nothing started: 7 rated days between Sun 1 Mar 2026 and Sat 7 Mar 2026"),
        Item("heat: 7 rated days between Sun 8 Mar 2026 and Sat 14 Mar 2026"),
        Paragraph("First came nothing, then heat."),
        Paragraph(
            "Compared: all days of each. A report takes only the last of a course, 28 by default."
        ),
    ]
    assert shown[-2:] == [Heading("Advice"), Paragraph(WHOLE.text)]


@pytest.mark.parametrize(
    ("first", "second", "courses", "order"),
    [
        (HEAT, NOTHING, [(8, None)], "First came nothing, then heat."),
        (
            NOTHING,
            HEAT,
            [(5, 9)],
            "There were few blocks: first nothing, then heat, then nothing again.",
        ),
        (NOTHING, HEAT, [(4, 6), (10, 12)], "The two alternated."),
    ],
)
def test_the_order_in_time_is_said(first, second, courses, order):
    of_heat = [course("heat", start=start, end=end) for start, end in courses]
    shown = blocks(of_heat, CALM, first=first, second=second)
    assert Paragraph(order) in shown


def test_what_it_cannot_tell_depends_on_whether_the_two_alternated():
    def limit(courses):
        shown = blocks(courses, CALM)
        return shown[shown.index(Heading("What this cannot tell")) + 1].text

    assert limit([course("heat", start=8)]).endswith(
        " Anything else that changed in the meantime is in these numbers, too."
    )
    alternating = [course("heat", start=4, end=6), course("heat", start=10, end=12)]
    assert limit(alternating) == (
        "Alternating days tell more than one block after another, but still not why: whatever made "
        "you choose one or the other on a day is in these numbers, too."
    )


@pytest.mark.parametrize(
    ("alternate", "more"),
    [
        (
            True,
            "To learn more: alternate nothing and heat in an order drawn by chance, if your "
            "clinician agrees: painlog trial plan. ",
        ),
        (False, "Ask your clinician how to find out safely. "),
    ],
)
def test_alternating_is_only_suggested_where_it_may_be(alternate, more):
    shown = blocks([course("heat", start=8)], CALM, alternate=alternate)
    assert Paragraph(f"{more}What was prescribed to you is not for a test of your own.") in shown


def test_where_one_was_never_followed_those_that_were_are_named():
    shown = blocks([course("rest", start=8)], CALM)
    assert Item("heat, with nothing else started: no rated day") in shown
    at = shown.index(Paragraph("Regimens with rated days:"))
    assert shown[at + 1 : at + 3] == [
        Item("nothing started: 7 rated days"),
        Item("rest: 7 rated days"),
    ]
    shown = blocks([course("rest", start=8)], [])
    assert Paragraph("There are no ratings of left heel in this period.") in shown


def test_where_others_were_in_course_too_the_report_is_told_apart():
    alone = Paragraph(
        "This compares the days with heat and nothing else started; the report's before-and-after "
        "of heat also has days with rest."
    )
    heat = course("heat", start=5)
    assert alone in blocks([heat, course("rest", start=10)], CALM)
    assert alone not in blocks([heat], CALM)
    assert alone not in blocks([course("rest", start=10)], CALM)
