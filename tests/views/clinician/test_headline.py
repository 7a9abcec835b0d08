"""The headline: the last 28 days in figures, function, the latest changes, cautions in short."""

from typing import get_args

import pytest

from builders import CATALOGUE, TREATED_WITH, course, entry, on, peg
from painlog.analysis.cautions import Code
from painlog.analysis.report import build_report
from painlog.views.clinician.headline import (
    FEW_BEFORE,
    FEW_REGIONS,
    HEADLINE_NOTE,
    IN_SHORT,
    function_lines,
    headline_grid,
    headline_note,
    latest_changes,
    whole_body_line,
)

SIX = ("neck", "lower back", "left knee", "right knee", "left hip", "right hip")


def test_every_caution_has_its_words_in_short():
    assert IN_SHORT.keys() == set(get_args(Code))


@pytest.mark.parametrize("words", IN_SHORT.values())
def test_they_are_a_few_words(words):
    assert 2 <= len(words.split()) <= 4


def report(entries, courses=(), pegs=(), diaries=()):
    regions = CATALOGUE.by_name | {
        name: CATALOGUE.by_name[name]._replace(diary="attacks") for name in diaries
    }
    return build_report(
        entries,
        courses,
        [],
        pegs,
        regions=regions,
        treatments=TREATED_WITH.by_name,
        today=on(60),
    )


def daily(place, values, first=5, **rest):
    return [entry(place, value, day=first + i, **rest) for i, value in enumerate(values)]


def test_the_last_28_days_stand_beside_those_before():
    found = report(daily("head", [7] * 28 + [3, 4] * 14))
    assert headline_grid(found).rows == (
        ("1. Head", "28 (28)", "28 (28)", "0 (28)", "4 (7)", "3.5 (7.0)"),
    )
    assert headline_grid(report(daily("head", [4], 60))).rows == (
        ("1. Head", "1", "1", "0", "4", "4.0"),
    )
    assert headline_grid(report(daily("head", [4], 5))).rows[0][1:] == ("–",) * 5
    assert headline_grid(report([])) is None


def test_days_that_nobody_wrote_down_are_said_to_count_as_painless():
    assert "attack diary" in headline_note(report(daily("head", [4], 50), diaries=["head"]))
    assert "attack diary" not in headline_note(report(daily("head", [4], 50)))


def test_many_regions_begin_with_all_of_them_together():
    entries = [e for at, place in enumerate(SIX) for e in daily(place, [at, 8], 59)]
    found = report(entries)
    assert len(found.regions) > FEW_REGIONS
    first, *rows = headline_grid(found).rows
    assert first == ("Anywhere", "2", "2", "1", "8", "5.3")
    assert [row[0][:3] for row in rows] == ["1. ", "2. ", "3. ", "4. ", "5. ", "6. "]
    assert whole_body_line(found) == (
        "On a rated day of the last 28, 5.5 of 6 places hurt on average."
    )
    assert whole_body_line(report(daily("head", [4], 60))) == ""


def changes(values, courses=(), **rest):
    found = report(daily("head", values), courses, **rest)
    return list(latest_changes(found, found.regions))


@pytest.mark.parametrize(
    ("end", "said"),
    [(None, "Head, during heat: "), (59, "Head, during heat, which has ended: ")],
)
def test_the_latest_change_has_its_interval_its_verdict_and_its_cautions(end, said):
    (text,) = changes([7] * 28 + [3, 4] * 14, [course("heat", "head", start=33, end=end)])
    assert text.startswith(
        f"{said}3.5 points less than before, likely between 3.3 and 3.7 less. "
        "That is clearly more than a meaningful drop (2.1 points)."
    )


def test_what_cannot_be_told_apart_is_said_before_any_figure():
    courses = [course(name, "head", start=33) for name in ("heat", "rest")]
    (text,) = changes([7] * 28 + [3, 4] * 14, courses)
    assert text.startswith(
        "Head, during heat and rest, started on the same day: Cannot be told apart from heat, "
        "which came or went with it. 3.5 points less than before"
    )
    assert "Read with care: heat started 2 Apr." in text


def test_attacks_are_told_by_their_days():
    values = [8, 0] * 14 + [8, 0, 0, 0] * 7
    (text,) = changes(values, [course("rest", "head", start=33)])
    assert text.startswith(
        "Head, during rest: Pain days in 28: 14.0 before, 7.0 in course. Cannot tell yet: half "
        "as many "
    )


def test_no_change_is_told_where_the_days_are_too_few():
    assert changes([7, 7], [course("heat", "head", start=6)]) == []


def test_function_is_interference_and_the_peg():
    first, last = peg(6, 6, 6, day=40), peg(5, 5, 5, day=50)
    assert list(function_lines(report([]))) == []
    assert list(function_lines(report([], pegs=[last]))) == ["PEG: 5.0 of 10 on Sun 19 Apr 2026."]
    answers = [
        *(entry("head", 4, day=day, interference=6) for day in range(20, 23)),
        *(entry("head", 4, day=day, interference=3) for day in range(54, 61)),
    ]
    assert list(function_lines(report(answers, pegs=[first, last]))) == [
        "Interference with the day: mean 3.0 of 10 on 7 of the last 28 days, 6.0 on 3 of the 28 "
        "days before (few days: 3).",
        "PEG: 5.0 of 10 on Sun 19 Apr 2026, 1.0 point less than the first in this period.",
    ]


def test_the_days_with_an_answer_are_counted_and_their_fewest_named():
    def said(before, after):
        answers = [
            *(entry("head", 4, day=day, interference=4) for day in range(10, 10 + before)),
            *(entry("head", 4, day=day, interference=8) for day in range(60 - after, 60)),
            entry("head", 4, day=60),
        ]
        return next(function_lines(report(answers)))

    lately = "Interference with the day: mean 8.0 of 10 on {} of the last 28 days"
    assert said(8, 3) == f"{lately.format(3)}, 4.0 on 8 of the 28 days before (few days: 3)."
    assert said(8, 7) == f"{lately.format(7)}, 4.0 on 8 of the 28 days before."
    assert said(8, 2) == f"{lately.format(2)}."
    assert said(8, 0) == "Interference with the day: not answered in the last 28 days."


def test_of_too_few_days_before_only_their_number_is_shown():
    found = report(daily("head", [8, 8, *[4] * 28], 31))
    last_28_days = HEADLINE_NOTE.format(days="2 Apr to 29 Apr")
    assert headline_note(found) == f"{last_28_days} {FEW_BEFORE}"
    assert headline_note(report(daily("head", [8] * 7 + [4] * 28, 26))) == last_28_days
    assert headline_grid(found).rows == (("1. Head", "28 (2)", "28", "0", "4", "4.0"),)
