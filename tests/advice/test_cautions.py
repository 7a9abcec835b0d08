"""The sentence of every caution."""

from typing import get_args

import pytest

from builders import on
from painlog.advice.cautions import sentence
from painlog.analysis.cautions import Caution, Code

DAYS = {"before_name": "before", "after_name": "in course", "fewest": 3}
OPEN = DAYS | {"before_over": True, "after_over": False}
ENDED = DAYS | {"before_over": True, "after_over": True}
SHARES = {"before": 28, "before_rated": 28, "after": 4, "after_rated": 9}
SENTENCES = [
    (
        Caution("not-enough-days", {"before": 7, "after": 2, **OPEN}),
        "Not enough days to compare: 7 rated before and 2 in course; 3 are needed on each side. "
        "Rate 1 more day in course, and this can be compared.",
    ),
    (
        Caution("not-enough-days", {"before": 0, "after": 1, **OPEN}),
        "Not enough days to compare: 0 rated before and 1 in course; 3 are needed on each side. "
        "Add days before, if you noted them elsewhere, with --at, or compare a later restart.",
    ),
    (
        Caution("not-enough-days", {"before": 7, "after": 1, **ENDED}),
        "Not enough days to compare: 7 rated before and 1 in course; 3 are needed on each side. "
        "Add days in course, if you noted them elsewhere, with --at, or compare a later restart.",
    ),
    (
        Caution("not-enough-days", {"before": 0, "after": 1, **ENDED}),
        "Not enough days to compare: 0 rated before and 1 in course; 3 are needed on each side. "
        "Add days before and in course, if you noted them elsewhere, with --at, or compare a later "
        "restart.",
    ),
    (
        Caution("few-days", {"before": 3, "after": 9, **DAYS}),
        "Few days: 3 rated before and 9 in course. The numbers may still move a lot.",
    ),
    (
        Caution("falling-before", {"which": "before", "tau": -0.304}),
        "The pain was already falling before (Kendall's tau -0.30): the change may be the same "
        "fall going on.",
    ),
    (
        Caution("falling-before", {"which": "on nothing", "tau": -1.0}),
        "The pain was already falling on nothing (Kendall's tau -1.0): the change may be the same "
        "fall going on.",
    ),
    (
        Caution("rising-before", {"which": "before", "tau": 0.3}),
        "The pain was already rising before (Kendall's tau 0.30): the change may be the same rise "
        "going on.",
    ),
    (
        Caution("high-before", {"which": "before", "mean": 7.75, "rated": 9}),
        "The 9 rated days before average 7.8: people tend to begin when it is worst, and the worst "
        "tends to pass by itself.",
    ),
    (
        Caution("long-between", {"weeks": 9, "before_name": "before", "after_name": "in course"}),
        "9 weeks lie between the days before and the days in course. Much else may have changed in "
        "that time.",
    ),
    (
        Caution("as-needed", {"treatment": "heat"}),
        "No start of heat was logged, so the days are those from its first use to 7 days after "
        "its last. If it is used when pain is high, they are not days before and after a start.",
    ),
    (
        Caution("named-on-bad-days", {"treatment": "heat", "named": 6.25, "unnamed": 4.0}),
        "The days with heat average 6.3, the days without it 4.0. What is used because it hurts "
        "has such days, so they cannot say what it does.",
    ),
    (
        Caution(
            "other-factor",
            {
                "factor": "period",
                "before": 9,
                "before_answered": 28,
                "before_name": "before",
                "after": 0,
                "after_answered": 27,
                "after_name": "in course",
                "with_it": 7.64,
                "without_it": 1.84,
            },
        ),
        "Period was yes on 9 of 28 answered days before, and on 0 of 27 in course. Days with it "
        "average 7.6, days without it 1.8. The ratings cannot tell the two apart.",
    ),
    (
        Caution(
            "also-used",
            {
                "treatment": "heat",
                "before": 3,
                "before_rated": 28,
                "before_name": "before",
                "after": 2,
                "after_rated": 27,
                "after_name": "in course",
            },
        ),
        "Heat was also used now and then: on 3 of 28 rated days before, and on 2 of 27 in course.",
    ),
    (
        Caution("assumed-days", {"days": 40, "rated": 56}),
        "40 of 56 days have no entry and count as days without pain, because every attack is "
        "written down.",
    ),
    (
        Caution("few-before", {"which": "before", "rated": 9}),
        "Only 9 rated days before, and then a drop: people begin when it is worst, and the "
        "worst tends to pass by itself.",
    ),
    (
        Caution(
            "weekends",
            {
                "before": 3,
                "before_rated": 8,
                "before_name": "before",
                "after": 0,
                "after_rated": 5,
                "after_name": "in course",
            },
        ),
        "3 of 8 rated days before and 0 of 5 in course are weekend days. Weekends may hurt more or "
        "less than other days.",
    ),
    (
        Caution("baseline-peak", {"which": "before", "points": 1.25, "days": 3}),
        "The days before began at a peak: the first 3 rated ones were 1.3 points above the rest. "
        "Pain tends to come down from a peak by itself.",
    ),
    (
        Caution("start-peak", {"which": "before", "points": 2.0, "days": 3}),
        "The days before ended at a peak: the last 3 rated ones were 2.0 points above the rest. "
        "Pain tends to come down from a peak by itself.",
    ),
    (
        Caution("ended-before", {"treatment": "rest", "day": on(9), "which": "on heat"}),
        "Rest ended on 9 Mar 2026, within 7 days before days on heat began. What it did may reach "
        "into those days.",
    ),
    (
        Caution("other-change", {"treatment": "rest", "what": "started", "day": on(9)}),
        "Rest started on 9 Mar 2026, within 7 days of this start. The ratings cannot tell the two "
        "apart.",
    ),
    (
        Caution("other-treatment", {"treatment": "rest", **SHARES}),
        "Rest was in use on 28 of the 28 rated days before, and on 4 of the 9 in course. The "
        "ratings cannot tell the two apart.",
    ),
    (
        Caution(
            "other-dose",
            {
                "treatment": "naproxen",
                "first_doses": "250 mg",
                "first": "on heat",
                "second_doses": "500 mg (3 days) or 1 g (4 days)",
                "second": "on rest",
            },
        ),
        "Naproxen was at 250 mg on heat, and at 500 mg (3 days) or 1 g (4 days) on rest. The "
        "ratings cannot tell the dose from the rest.",
    ),
    (
        Caution("missing-days", {"which": "in course", "rated": 9, "days": 28}),
        "Many days are missing: 9 of 28 days in course are rated. The others may have been "
        "different.",
    ),
    (
        Caution("only-around-uses", {"which": "in course", "days": 13, "rated": 14}),
        "On 13 of 14 days in course the only ratings were made when a treatment was used; that "
        "says little about the rest of the day.",
    ),
    (
        Caution("no-percent", {"which": "before"}),
        "The mean before is 0, so the change has no percentage.",
    ),
]


@pytest.mark.parametrize(
    ("caution", "said"), SENTENCES, ids=lambda value: getattr(value, "code", "")
)
def test_a_caution_has_its_sentence(caution, said):
    assert sentence(caution) == said


def test_every_code_is_checked_here():
    assert {caution.code for caution, _ in SENTENCES} == set(get_args(Code))


def test_a_name_with_braces_is_only_a_name():
    caution = Caution("other-treatment", {"treatment": "{after} {0}", **SHARES})
    assert sentence(caution).startswith("{after} {0} was in use on 28 of")
