"""Sentences about a before-and-after: verdicts, ranges, what stands beside them."""

from datetime import date

import pytest

from builders import CATALOGUE, TREATED_WITH, compared, course, entry, on
from painlog.analysis.cautions import Caution
from painlog.analysis.effects import FirstDays, MedicineDays, PlaceboInTime
from painlog.analysis.interval import SerialInterval
from painlog.analysis.report import build_report
from painlog.views.statements import (
    attack_days_words,
    before_in_short,
    confounders,
    course_days,
    days_range,
    dose_cut_words,
    effect_verdict,
    first_28_words,
    medicine_days_words,
    placebo_words,
    range_words,
    verdict_words,
)
from painlog.views.wording import held


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-3.0, -1.0, "1.0 and 3.0 less"),
        (-3.0, 0.0, "0.0 and 3.0 less"),
        (-3.0, -0.0, "0.0 and 3.0 less"),
        (-0.0, 2.0, "0.0 and 2.0 more"),
        (0.0, 2.0, "0.0 and 2.0 more"),
        (1.0, 3.0, "1.0 and 3.0 more"),
        (-1.25, 0.5, "1.3 less and 0.5 more"),
    ],
)
def test_the_ends_of_an_interval_in_words_have_no_sign(low, high, said):
    assert range_words(low, high) == said


@pytest.mark.parametrize(
    ("low", "high", "before", "words"),
    [
        (-15.3, 15.0, 5.9, "5.9 less and 4.1 more"),
        (-27.0, -2.0, 6.5, "2.0 and 6.5 less"),
        (-1.0, 8.0, 4.0, "1.0 less and 6.0 more"),
        (-15.3, 15.0, None, "10.0 less and 10.0 more"),
    ],
)
def test_no_mean_falls_below_0_or_rises_above_10(low, high, before, words):
    assert range_words(*held(low, high, before)) == words


def test_a_meaningful_drop_of_one_is_one_point():
    assert verdict_words(compared([2, 3] * 7, [2, 3] * 7)) == (
        "That is not a meaningful change: it is less than 1.0 point either way."
    )
    assert "less than 2.6 points either" in verdict_words(compared([9, 8] * 7, [9, 8] * 7))


@pytest.mark.parametrize(
    ("found", "low", "high", "words"),
    [
        ("cannot tell", -4.0, 0.49, "a meaningful drop (2.0 points) and no change both fit"),
        ("cannot tell", -4.0, 0.5, "a meaningful drop (2.0 points), no change and more pain all"),
        ("no drop", -1.5, 3.49, "these ratings also fit more pain."),
        ("no drop", -1.5, 3.5, "more pain is likelier."),
    ],
)
def test_more_pain_is_spoken_of_as_the_interval_allows(found, low, high, words):
    comparison = compared([7, 6] * 7, [7, 6] * 7)._replace(
        interval=SerialInterval((low + high) / 2, low, high, 0.0, 14.0, 14.0, 26.0),
        drop=2.0,
        verdict=found,
    )
    assert words in verdict_words(comparison)


def test_more_pain_is_told_against_what_it_is_compared_with():
    comparison = compared([2, 3] * 7, [8, 9] * 7)._replace(verdict="slightly worse")
    rise = "but less than a meaningful rise (1.0 point)."
    assert verdict_words(comparison) == f"That is more pain than before, {rise}"
    assert verdict_words(comparison, "on heat") == f"That is more pain than on heat, {rise}"


def effects(entries, courses=(), today=56):
    return build_report(
        entries,
        courses,
        [],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(today),
    ).effects


def fallen(**rest):
    return [entry("left heel", 7 if d < 29 else 3, day=d, **rest) for d in range(1, 57)]


def test_two_treatments_that_came_together_are_not_given_a_verdict_each():
    started = [course(name, "left heel", start=29) for name in ("stretching", "insoles")]
    first, second = effects(fallen(), started)
    assert effect_verdict(first) == (
        "Cannot be told apart from stretching, which came or went with it."
    )
    assert effect_verdict(second) == (
        "Cannot be told apart from insoles, which came or went with it."
    )
    (alone,) = effects(fallen(), started[:1])
    assert effect_verdict(alone) == verdict_words(alone.comparison) != ""


def test_another_dose_is_named_unless_the_treatment_itself_came_or_went():
    def said(*doses):
        steps = [
            course("insoles", "left heel", start=start, end=end, dose=dose)
            for start, end, dose in doses
        ]
        heat = course("heat", "left heel", start=29)
        (found,) = (e for e in effects(fallen(), [heat, *steps]) if e.course == heat)
        return confounders(found)

    assert said((1, 39, "10 mg"), (40, None, "20 mg")) == ["another dose of insoles"]
    assert said((1, 29, "10 mg"), (30, None, "20 mg")) == ["another dose of insoles"]
    assert said((1, 29, "10 mg"), (30, 50, "20 mg")) == ["insoles"]
    assert said((1, None, "10 mg")) == []


@pytest.mark.parametrize(
    ("rest", "short", "words"),
    [
        ((1, None), "at 10 mg", []),
        (
            (20, None),
            "at 10 mg (from 20 Mar, with rest)",
            [
                "Of the days at 10 mg, only those from Fri 20 Mar 2026 on are compared. Rest "
                "started on Fri 20 Mar 2026, so the days before that were different."
            ],
        ),
        (
            (1, 19),
            "at 10 mg (from 20 Mar, after rest)",
            [
                "Of the days at 10 mg, only those from Fri 20 Mar 2026 on are compared. Rest ended "
                "on Thu 19 Mar 2026, so the days before that were different."
            ],
        ),
    ],
)
def test_fewer_days_at_the_old_dose_say_from_when_they_count_and_why(rest, short, words):
    started = [
        course("naproxen", "left heel", start=8, end=34, dose="10 mg"),
        course("rest", "left heel", start=rest[0], end=rest[1]),
        course("naproxen", "left heel", start=35, dose="20 mg"),
    ]
    (step,) = (e for e in effects(fallen(), started) if e.course.what == "naproxen 20 mg")
    assert before_in_short(step, on(56)) == short
    assert list(dose_cut_words(step)) == words


def test_what_was_used_because_it_hurt_has_no_verdict():
    entries = [
        entry("neck", level, day=day, treatments=["heat"] if day > 10 and level > 5 else ())
        for day, level in enumerate([4, 5, 5, 4, 3, 4, 5, 4, 5, 4] + [8, 2, 7, 3] * 6, start=1)
    ]
    (heat,) = effects(entries, today=34)
    assert effect_verdict(heat) == "No verdict: it was used on the days that hurt more."


def test_days_that_are_too_few_have_no_verdict_at_all():
    (found,) = effects([entry("neck", 4)], [course("heat", start=1)], today=1)
    assert effect_verdict(found) == ""


def test_an_episodic_pain_is_told_by_its_days():
    comparison = compared([8, 0] * 14, [8, 0, 0, 0] * 7)
    assert next(attack_days_words(comparison)).startswith(
        "Pain days in 28: 14.0 before, 7.0 in course (likely between "
    )
    assert list(attack_days_words(comparison))[1].startswith("Bad days (7 or more) in 28: 14.0")
    assert list(attack_days_words(comparison))[2] == (
        "Mean worst of the pain days: 8.0 before, 8.0 in course."
    )
    assert "Pain days" in verdict_words(comparison) or "half as many" in verdict_words(comparison)
    assert list(attack_days_words(compared([4] * 7, [4] * 7))) == []


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ("clearly more", "Pain days fell by clearly more than half."),
        ("less", "Pain days fell, but by less than half."),
        ("little change", "Pain days changed by less than half, up or down."),
        ("worse", "Pain days rose; these ratings cannot tell whether by half or more."),
    ],
)
def test_pain_days_are_held_against_half_as_many(found, words):
    comparison = compared([8, 0] * 14, [8, 0, 0, 0] * 7)._replace(verdict=found)
    assert verdict_words(comparison) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-9.0, -2.0, "2.0 and 9.0 fewer"),
        (-40.0, 2.0, "28.0 fewer and 2.0 more"),
        (1.0, 40.0, "1.0 and 28.0 more"),
    ],
)
def test_no_more_than_28_days_in_28_can_change(low, high, words):
    assert days_range(low, high) == words


def test_what_stands_beside_a_before_and_after():
    assert first_28_words(FirstDays(-1.25, -9.0, -0.5), 2.0) == (
        "Over its first 28 days: 1.3 points less, likely between 0.5 and 2.0 less."
    )
    assert placebo_words(PlaceboInTime(-1.5, 4, 71, 84)) == (
        "In your 84 untreated days a week-to-week change this big (-1.5) or bigger came at 4 of 71 "
        "possible start days."
    )
    assert medicine_days_words(MedicineDays(14, 28, 7, 28)) == (
        "Days with acute medicine (for anything): 14 of 28 before, 7 of 28 in course."
    )
    assert medicine_days_words(MedicineDays(14, 28, 7, 28), ("at 10 mg", "in course")) == (
        "Days with acute medicine (for anything): 14 of 28 at 10 mg, 7 of 28 in course."
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (on(10), None, "from 10 Mar, in use"),
        (on(10), on(20), "from 10 Mar to 20 Mar"),
        (on(10), on(10), "on 10 Mar"),
        (date(2025, 6, 1), on(1), "from 1 Jun 2025 to 1 Mar 2026"),
        (date(2025, 6, 1), date(2025, 7, 1), "from 1 Jun 2025 to 1 Jul 2025"),
        (date(2025, 6, 1), None, "from 1 Jun 2025, in use"),
    ],
)
def test_the_days_of_a_course_name_the_years_of_both_ends_where_one_is_of_another_year(
    start, end, said
):
    shown = course("heat", "head")._replace(started_on=start, ended_on=end)
    assert course_days(shown, on(60)) == said


def test_a_factor_is_named_beside_what_else_cannot_be_told_apart():
    (found,) = effects(fallen(), [course("heat", "left heel", start=29)])
    period = Caution("other-factor", {"factor": "period"})
    insoles = Caution("other-change", {"treatment": "insoles"})
    assert effect_verdict(found._replace(cautions=(period,))) == (
        "Cannot be told apart from period, which had more days on one side than on the other."
    )
    assert effect_verdict(found._replace(cautions=(period, insoles))) == (
        "Cannot be told apart from insoles and period, which came or went with it."
    )
