"""At a glance: a region and the PEG in a sentence each, and the cautions in short."""

from typing import get_args

import pytest

from builders import CATALOGUE, TREATED_WITH, course, entry, on, peg
from painlog.analysis.cautions import Code
from painlog.analysis.report import build_report
from painlog.views.clinician.glance import IN_SHORT, at_a_glance, peg_at_a_glance


def test_every_caution_has_its_words_in_short():
    assert IN_SHORT.keys() == set(get_args(Code))


@pytest.mark.parametrize("words", IN_SHORT.values())
def test_they_are_a_few_words(words):
    assert 2 <= len(words.split()) <= 4


def report(entries, courses=(), pegs=()):
    return build_report(
        entries,
        courses,
        [],
        pegs,
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(60),
    )


def glance(values, courses=(), first=5):
    entries = [entry("head", value, day=first + i) for i, value in enumerate(values)]
    found = report(entries, courses)
    return at_a_glance(found.regions[0], found.effects, found.period.until)


def test_the_last_28_days_are_set_against_those_before():
    assert glance([7] * 28 + [3, 4] * 14) == (
        "Head: mean 3.5 over the last 28 days, 3.5 points less than the 28 before."
    )
    assert glance([4], first=60) == "Head: mean 4.0 over the last 28 days."
    assert glance([4], first=5) == "Head: not rated in the last 28 days; mean 4.0 before that."


@pytest.mark.parametrize(
    ("end", "said"),
    [(None, "During heat, compared"), (59, "During heat, which has ended, compared")],
)
def test_the_latest_change_has_its_interval_and_its_cautions(end, said):
    text = glance([7] * 28 + [3, 4] * 14, [course("heat", "head", start=33, end=end)])
    assert f"{said} with before: 3.5 points less, likely between 3.3 and 3.7 less" in text


def test_the_peg_is_set_against_the_first():
    first, last = peg(6, 6, 6, day=40), peg(5, 5, 5, day=50)
    assert peg_at_a_glance(report([])) == ""
    assert peg_at_a_glance(report([], pegs=[last])) == "PEG: 5.0 of 10 on Sun 19 Apr 2026."
    assert peg_at_a_glance(report([], pegs=[first, last])) == (
        "PEG: 5.0 of 10 on Sun 19 Apr 2026, 1.0 point less than the first in this period."
    )
