"""Sentences about figures: verdicts, ranges, trends, the last weeks, the PEG."""

from dataclasses import replace
from datetime import timedelta

import pytest

from builders import CATALOGUE, TREATED_WITH, compared, course, entry, on, peg, selection
from painlog.analysis.days import Buckets
from painlog.analysis.effects import FirstDays, MedicineDays, PlaceboInTime
from painlog.analysis.interval import SerialInterval
from painlog.analysis.months import Attacks
from painlog.analysis.peg import summarise_pegs
from painlog.analysis.relief import Relief
from painlog.analysis.report import build_report
from painlog.analysis.whole_body import WholeBody
from painlog.model.dose import parse_dose
from painlog.views.statements import (
    attack_days_words,
    attacks_words,
    days_range,
    diary_hint,
    effect_verdict,
    first_28_words,
    held,
    lately,
    medicine_days_words,
    only_words,
    peg_sentences,
    placebo_words,
    range_words,
    rated,
    relief_words,
    trend_words,
    verdict_words,
    whole_body_words,
)


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


@pytest.mark.parametrize(
    ("length", "means", "said"),
    [
        (7, (6.0, None, 7.0, 2.75), "Week by week: from 6.0 to 2.8; highest 7.0, lowest 2.8."),
        (28, (1, 2, 3), "In spans of 4 weeks: from 1.0 to 3.0; highest 3.0, lowest 1.0."),
        (91, (1, 2, 3), "By quarters: from 1.0 to 3.0; highest 3.0, lowest 1.0."),
        (364, (1, 2, 3), "By years: from 1.0 to 3.0; highest 3.0, lowest 1.0."),
        (7, (6.0, None, 7.0), ""),
    ],
)
def test_a_trend_needs_three_means(length, means, said):
    assert trend_words(Buckets(length, means)) == said


def region(place, values, until):
    entries = [entry(place, value, day=day) for day, value in enumerate(values, start=1)]
    (found,) = build_report(
        entries,
        [],
        [],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(until),
    ).regions
    return found


def test_a_region_in_a_line():
    assert rated(region("head", [4], 1)) == "1 entry on 1 rated day. Mean 4.0, worst 4."
    assert rated(region("head", [4, 7], 2)) == "2 entries on 2 rated days. Mean 5.5, worst 7."


def test_the_last_days_are_told_against_those_before():
    assert list(lately(region("head", [7] * 28 + [4] * 28, 56))) == [
        "Last 7 days: mean 4.0 (7 rated days), the same as the 7 before (4.0, 7 rated days).",
        "Last 28 days: mean 4.0 (28 rated days), 3.0 points less than the 28 before "
        "(7.0, 28 rated days).",
    ]
    assert list(lately(region("head", [4], 8))) == [
        "Last 7 days: not rated.",
        "Last 28 days: mean 4.0 (1 rated day); the 28 before: not rated.",
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (selection(), ""),
        (selection("left heel"), "Only: left heel"),
        (selection("heel none"), "Only: heel without a side"),
        (selection("any none"), "Only: places without a side"),
        (selection("any both"), "Only: both sides"),
        (selection("any left"), "Only: the left side"),
        (
            selection("left heel", "neck", "hip none"),
            "Only: left heel, neck and hip without a side",
        ),
        (selection(treatments=("heat",)), "Only: treatment heat"),
        (selection(treatments=("rest", "heat")), "Only: treatments rest and heat"),
        (selection("heel", treatments=("heat",)), "Only: heel; treatment heat"),
    ],
)
def test_what_a_report_was_narrowed_to(asked, said):
    assert only_words(asked) == said


SMALLEST = (
    "About 1 point is the smallest change that matters to people (Reed 2024, J Pain 25:142–152). "
    "A score says how a week was, not why."
)


def of_peg(*pegs):
    summary = summarise_pegs(pegs)
    assert summary is not None
    return list(peg_sentences(summary))


def test_the_peg_is_explained_and_compared_with_the_first_and_with_four_weeks_before():
    pegs = [peg(7, 6, 6, day=1), peg(8, 7, 8, day=20), peg(6, 5, 7, day=50)]
    assert of_peg(*pegs) == [
        "The PEG score is the mean of three answers about the past week, each 0 to 10: how strong "
        "the pain was on average, and how much it interfered with enjoyment of life and with "
        "general activity. Higher is worse.",
        "Latest: 6.0 on Sun 19 Apr 2026.",
        "Since the first, 6.3 on Sun 1 Mar 2026: 0.3 points less, below the smallest change "
        "that matters.",
        "Since about four weeks before, 7.7 on Fri 20 Mar 2026: 1.7 points less, at least the "
        "smallest change that matters.",
        SMALLEST,
    ]


def test_a_peg_without_earlier_ones_is_compared_with_nothing():
    alone = of_peg(peg(6, 5, 7, day=50))
    assert alone[-1] == "It is the only one in this period; a change is shown from the second on."
    week = of_peg(peg(6, 5, 7, day=43), peg(6, 5, 7, day=50))
    assert week[-2:] == [
        "Since about four weeks before: no PEG was answered 28 to 42 days before the latest.",
        SMALLEST,
    ]


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


def test_relief_is_told_as_ratings_around_uses():
    dose = parse_dose("50 mg")
    found = Relief("head", None, "sumatriptan", dose, 12, 10, 7.8, 2.1, 8, 5, 3, 9, -4.0)
    assert relief_words(found) == (
        "sumatriptan 50 mg, 12 uses, 10 rated before and after: mean 7.8 before, 2.1 after; down "
        "by half or more in 8, gone in 5; again within 24 hours 3 times."
    )
    assert relief_words(found._replace(together=4)).endswith(
        "3 times. Of these, 4 were taken together with another."
    )
    unrated = Relief("head", None, "heat", None, 1, 0, None, None, 0, 0, 0, 0, None)
    assert relief_words(unrated) == "heat, 1 use: not rated before and after."


def test_attacks_have_their_lengths_in_words():
    some = Attacks("head", None, 3, timedelta(hours=5, minutes=30), timedelta(days=3))
    assert attacks_words(some) == "3 attacks with an end: usually 5 h 30 min, the longest 3 days."
    one = Attacks("head", None, 1, timedelta(minutes=45), timedelta(minutes=45))
    assert attacks_words(one) == "1 attack with an end: 45 min."


def test_the_whole_body_in_a_line():
    assert whole_body_words(WholeBody(28, 26, 4.25, 3.5)) == (
        "Pain anywhere on 26 of 28 rated days; 4.3 places a day on average; mean over the places "
        "3.5."
    )


def test_where_only_attacks_are_written_down_it_is_said_how_to_have_them_counted():
    def hint(*ratings, diary="days"):
        entries = [
            replace(
                entry("head", rating, day=day, hour=9),
                until=entry("head", 0, day=day, hour=13).felt_at if rating else None,
            )
            for day, rating in enumerate(ratings, start=1)
        ]
        head = replace(CATALOGUE.by_name["head"], diary=diary)
        found = build_report(
            entries,
            (),
            (),
            regions={**CATALOGUE.by_name, "head": head},
            treatments=TREATED_WITH.by_name,
            today=on(20),
        )
        return diary_hint(found, found.regions[0])

    assert hint(8, 7, 8) == (
        "If you write down every attack of the head, tell painlog: painlog regions set head "
        "--diary attacks. Days without an entry then count as days without pain."
    )
    assert hint(8, 7) == hint(8, 7, 8, 0) == hint(8, 7, 8, diary="attacks") == ""
