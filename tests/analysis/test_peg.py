"""What the PEGs of a period did, and where they stand in the report."""

import pytest

from builders import CATALOGUE, TREATED_WITH, entry, on, peg
from painlog.analysis.peg import (
    PegChange,
    PegSummary,
    change_between,
    summarise_pegs,
)
from painlog.analysis.report import Period, build_report


def test_without_a_peg_there_is_no_summary():
    assert summarise_pegs([]) is None


def test_one_peg_has_nothing_to_be_compared_with():
    only = peg(6, 5, 7)
    assert summarise_pegs([only]) == PegSummary((only,), None, None)


def test_the_latest_is_compared_with_the_first_and_with_four_weeks_before():
    first, then, between, latest = (
        peg(8, 8, 8, day=1),
        peg(7, 7, 7, day=15),
        peg(6, 6, 6, day=22),
        peg(5, 5, 6, day=43),
    )
    summary = summarise_pegs([latest, first, between, then])
    assert summary == PegSummary(
        (first, then, between, latest),
        since_first=PegChange(first, -8 / 3),
        since_four_weeks=PegChange(then, -5 / 3),
    )
    assert summary.latest == latest


@pytest.mark.parametrize(
    ("days_before", "counts"), [(27, False), (28, True), (35, True), (42, True), (43, False)]
)
def test_about_four_weeks_before_is_28_to_42_days(days_before, counts):
    earlier, latest = peg(8, 8, 8, day=100 - days_before), peg(5, 5, 5, day=100)
    expected = PegChange(earlier, -3.0) if counts else None
    assert summarise_pegs([peg(9, 9, 9), earlier, latest]).since_four_weeks == expected


def test_of_several_about_four_weeks_before_the_nearest_counts():
    pegs = [peg(9, 9, 9, day=1), peg(8, 8, 8, day=8), peg(7, 7, 7, day=14), peg(5, 5, 5, day=41)]
    assert summarise_pegs(pegs).since_four_weeks == PegChange(pegs[1], -3.0)


@pytest.mark.parametrize(
    ("later", "points", "matters"),
    [
        ((6, 6, 7), 0.0, False),
        ((6, 6, 5), -2 / 3, False),
        ((5, 6, 5), -1.0, True),
        ((7, 7, 8), 1.0, True),
        ((7, 6, 8), 2 / 3, False),
        ((0, 0, 0), -19 / 3, True),
    ],
)
def test_a_change_of_exactly_one_point_is_the_smallest_that_matters(later, points, matters):
    change = change_between(peg(6, 6, 7), peg(*later, day=8))
    assert (change.points, change.matters) == (points, matters)


def test_every_change_of_three_answers_by_one_is_exactly_one_point():
    for total in range(28):
        earlier = peg(*(max(0, min(10, total - 10 * i)) for i in range(3)))
        later = peg(*(max(0, min(10, total + 3 - 10 * i)) for i in range(3)), day=8)
        assert change_between(earlier, later).points == 1.0


def build(entries, pegs, **options):
    return build_report(
        entries,
        [],
        [],
        pegs,
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(20),
        **options,
    )


def test_the_report_has_the_pegs_of_its_period():
    pegs = [peg(8, 8, 8, day=2), peg(7, 7, 7, day=9), peg(6, 6, 6, day=16), peg(1, 1, 1, day=23)]
    assert build([entry("heel", 6, day=1)], pegs).peg == summarise_pegs(pegs[:3])
    assert build([entry("heel", 6, day=1)], pegs, since=on(9)).peg == summarise_pegs(pegs[1:3])
    assert build([entry("heel", 6, day=1)], pegs, since=on(17)).peg is None
    assert build([entry("heel", 6, day=1)], []).peg is None


def test_the_period_starts_with_the_first_entry_or_peg():
    assert build([entry("heel", 6, day=5)], [peg(6, 5, 7, day=2)]).period == Period(on(2), on(20))
    assert build([entry("heel", 6, day=2)], [peg(6, 5, 7, day=5)]).period == Period(on(2), on(20))
    assert build([], [peg(6, 5, 7, day=5)]).period == Period(on(5), on(20))
