"""Sentences about a region, a week, relief and the PEG."""

from datetime import timedelta

import pytest

from builders import CATALOGUE, TREATED_WITH, entry, on, peg, selection
from painlog.analysis.days import Buckets
from painlog.analysis.months import Attacks
from painlog.analysis.peg import summarise_pegs
from painlog.analysis.report import build_report
from painlog.analysis.whole_body import WholeBody
from painlog.views.overviews import (
    attacks_words,
    diary_hint,
    lately,
    only_words,
    peg_sentences,
    rated,
    trend_words,
    whole_body_words,
)


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
    assert trend_words(Buckets(length, means, (3,) * len(means))) == said


def test_a_span_with_under_three_rated_days_is_none_of_a_trend():
    means, days = (9.0, 6.0, 7.0, 2.75), (2, 3, 7, 7)
    said = "Week by week: from 6.0 to 2.8; highest 7.0, lowest 2.8."
    assert trend_words(Buckets(7, means, days)) == said
    assert trend_words(Buckets(7, means, (2, 3, 2, 3))) == ""


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
    assert list(lately(region("head", [6, 2, *[4] * 28], 30)))[1] == (
        "Last 28 days: mean 4.0 (28 rated days); the 28 before: only 2 rated days, too few to "
        "compare."
    )
    assert list(lately(region("head", [6] * 5 + [4] * 28, 33)))[1] == (
        "Last 28 days: mean 4.0 (28 rated days), 2.0 points less than the 28 before (6.0, 5 rated "
        "days). Few days: the numbers may still move a lot."
    )
    assert list(lately(region("head", [6] * 28 + [4] * 2, 56)))[1] == (
        "Last 28 days: mean 4.0 (2 rated days); too few to compare with the 28 before."
    )
    assert list(lately(region("head", [7] * 28 + [4] * 2, 30), alone=True)) == [
        "Last 7 days: mean 6.1 (7 rated days).",
        "Last 28 days: mean 6.8 (28 rated days).",
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


def test_attacks_have_their_lengths_in_words():
    some = Attacks("head", None, 3, timedelta(hours=5, minutes=30), timedelta(days=3))
    assert attacks_words(None, 0) == attacks_words(None) == ""
    assert attacks_words(None, 2) == "2 attacks; no end was logged."
    assert attacks_words(some, 3) == attacks_words(some)
    assert attacks_words(some, 45) == (
        "45 attacks, 3 with an end: usually 5 h 30 min, the longest 3 days."
    )
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
            entry("head", rating, day=day, hour=9)._replace(
                until=entry("head", 0, day=day, hour=13).felt_at if rating else None,
            )
            for day, rating in enumerate(ratings, start=1)
        ]
        head = CATALOGUE.by_name["head"]._replace(diary=diary)
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
        "--diary attacks. Then painlog can count the days without pain, too."
    )
    assert hint(8, 7) == hint(8, 7, 8, 0) == hint(8, 7, 8, diary="attacks") == ""


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


def test_where_pain_comes_and_goes_the_last_days_are_told_by_their_days_with_pain():
    assert list(lately(region("head", [0, 6, 0, 0] * 14, 56))) == [
        "Last 7 days: pain on 2 of 7 rated days; the 7 before: 1 of 7.",
        "Last 28 days: pain on 7 of 28 rated days; the 28 before: 7 of 28.",
    ]
    assert list(lately(region("head", [6, *[0] * 28], 29)))[1] == (
        "Last 28 days: pain on 0 of 28 rated days; the 28 before: only 1 rated day, too few to "
        "compare."
    )
