"""What is said of a trial: each code has its sentence, and warning signs come most urgent first."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from builders import entry, on
from painlog.advice.red_flags import told_of
from painlog.advice.services import services_in
from painlog.advice.trials import signs_of, trial_caution, trial_warning
from painlog.analysis.trial_cautions import TrialCaution, TrialCode
from painlog.analysis.trial_warnings import TrialWarning, WarningCode
from painlog.model.sign_answer import SignAnswer

FACTS = {
    "day": on(3), "pairs": 7, "used": 5, "lost": 1, "yes": 2, "partly": 1, "answered": 4,
    "draws": 2, "mean": 2.5,
    "treatment": "massage therapy", "what": "started", "weeks": 13, "points": 1.25, "more": True,
    "days": 28, "arm": "B", "plan": "nothing",
}  # fmt: skip


@pytest.mark.parametrize("code", get_args(TrialCode))
def test_every_caution_is_a_sentence(code):
    said = trial_caution(TrialCaution(code, FACTS))
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(("partly", "said"), [(0, ""), (1, ", 1 partly")])
def test_days_as_planned_are_counted_and_a_partly_kept_one_is_named(partly, said):
    facts = {"yes": 2, "partly": partly, "answered": 4}
    assert trial_caution(TrialCaution("low-adherence", facts)) == (
        f"2 of 4 answered days were as planned{said}. The fewer they are, the less the two arms "
        "differ."
    )


@pytest.mark.parametrize("code", get_args(WarningCode))
def test_every_warning_is_a_sentence(code):
    said = trial_warning(TrialWarning(code, FACTS))
    assert said[0].isupper()
    assert "{" not in said


def test_what_is_told_to_a_clinician_is_not_told_to_you():
    said = trial_caution(TrialCaution("not-blinded"), to_clinician=True)
    assert "you" not in said.lower()


def sign(day, answer="yes", **rest):
    at = datetime(2026, 3, 1, 20, tzinfo=UTC) + timedelta(days=day - 1)
    return SignAnswer(at, "breathing", answer, "lower back", **rest)


@pytest.mark.parametrize(
    ("answers", "days"),
    [
        ([sign(10)], [10]),
        ([sign(4)], []),
        ([sign(5)], [5]),
        ([sign(10, "known")], []),
        ([sign(10), sign(11, "no")], []),
        ([sign(10), sign(30, "no")], [10]),
    ],
)
def test_an_answer_counts_unless_it_is_old_known_or_no_longer_so(answers, days):
    found = signs_of((), answers, on(5), on(19))
    assert [one.day for one in found] == [on(day) for day in days]


def test_an_emergency_is_named_before_a_later_sign_that_can_wait():
    emergency = entry("lower back", 6, day=7, note="numb around the genitals")
    urgent = entry("neck", 4, day=15, note="a fever")
    found = signs_of(told_of([emergency, urgent]), [sign(16)], on(5), on(19))
    assert [one.day for one in found] == [on(7), on(16), on(15)]


def test_what_entries_tell_of_stands_beside_it_the_latest_first():
    noted = entry("lower back", 6, day=12)._replace(note="numb around the genitals, cannot pee")
    found = signs_of(told_of([noted]), [sign(10)], on(5), on(19))
    assert [one.day for one in found][-1] == on(10)
    assert found[0].day == on(12)
    assert "Call 112 now." in found[0].action_in(services_in("NL"))
