"""The sentence of every caution."""

import pytest

from builders import on
from painlog.advice.cautions import sentence
from painlog.analysis.cautions import Caution, Code

DAYS = {"before_name": "before", "after_name": "in course", "fewest": 3}
SENTENCES = [
    (
        Caution("not-enough-days", {"before": 7, "after": 2, **DAYS}),
        "Not enough days to compare: 7 rated before and 2 in course; 3 are needed on each side. "
        "Rate 1 more day in course, and this can be compared.",
    ),
    (
        Caution("not-enough-days", {"before": 0, "after": 1, **DAYS}),
        "Not enough days to compare: 0 rated before and 1 in course; 3 are needed on each side. "
        "Days before that you noted elsewhere can be added with --at. "
        "Rate 2 more days in course, and this can be compared.",
    ),
    (
        Caution("few-days", {"before": 3, "after": 9, **DAYS}),
        "Few days: 3 rated before and 9 in course. The numbers may still move a lot.",
    ),
    (
        Caution("falling-before", {"which": "before", "tau": -0.304, "tau_u": -0.001}),
        "The pain was already falling before (Kendall's tau -0.30). With that taken off, Tau-U is "
        "0.00.",
    ),
    (
        Caution("falling-before", {"which": "on nothing", "tau": -1.0, "tau_u": 1.02}),
        "The pain was already falling on nothing (Kendall's tau -1.0). With that taken off, Tau-U "
        "is 1.0.",
    ),
    (
        Caution("baseline-peak", {"which": "before", "points": 1.25, "days": 3}),
        "The days before began at a peak: the first 3 rated ones were 1.2 points above the rest. "
        "Pain tends to come down from a peak by itself.",
    ),
    (
        Caution("start-peak", {"which": "before", "points": 2.0, "days": 3}),
        "The days before ended at a peak: the last 3 rated ones were 2.0 points above the rest. "
        "Pain tends to come down from a peak by itself.",
    ),
    (
        Caution("other-change", {"treatment": "rest", "what": "started", "day": on(9)}),
        "Rest started on 9 Mar 2026, within 7 days of this start. The ratings cannot tell the two "
        "apart.",
    ),
    (
        Caution("other-treatment", {"treatment": "rest", "days": 4, "rated": 9}),
        "Rest was not in use before, but on 4 of the 9 rated days in course. The ratings cannot "
        "tell the two apart.",
    ),
    (
        Caution("missing-days", {"which": "in course", "rated": 9, "days": 28}),
        "Many days are missing: 9 of 28 days in course are rated. The others may have been "
        "different.",
    ),
    (
        Caution("only-sessions", {"which": "in course"}),
        "The days in course were rated only at sessions, which says little about the days between "
        "them.",
    ),
    (
        Caution("no-percent", {"which": "before"}),
        "The mean before is 0, and nothing can be told in percent of 0.",
    ),
]


@pytest.mark.parametrize(
    ("caution", "said"), SENTENCES, ids=lambda value: getattr(value, "code", "")
)
def test_a_caution_has_its_sentence(caution, said):
    assert sentence(caution) == said


def test_every_code_is_checked_here():
    assert {caution.code for caution, _ in SENTENCES} == set(Code.__args__)


def test_a_name_with_braces_is_only_a_name():
    caution = Caution("other-treatment", {"treatment": "{days} {0}", "days": 4, "rated": 9})
    assert sentence(caution).startswith("{days} {0} was not in use before")
