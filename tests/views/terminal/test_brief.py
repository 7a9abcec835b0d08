"""The report on one screen: its order, its length, and what it says of each region."""

from datetime import timedelta

import pytest

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on, peg, selection
from painlog.advice.standing import LIMITS, WHOLE, Advice
from painlog.analysis.report import build_report
from painlog.views.terminal.brief import brief_blocks, region_row
from painlog.views.terminal.page import to_lines, to_markdown
from painlog.views.terminal.screen import Screen

IN_SHORT = "In short: 28 days before, last 28 in course"
TODAY = 60
FALLEN = [7] * 28 + [3, 4] * 14
PIPE = Screen()


def report(entries=(), courses=(), visits=(), pegs=(), **rest):
    return build_report(
        entries,
        courses,
        visits,
        pegs,
        regions=rest.pop("regions", CATALOGUE.by_name),
        treatments=TREATED_WITH.by_name,
        today=on(TODAY),
        **rest,
    )


def daily(place, values, first=5, **rest):
    return [entry(place, value, day=first + i, **rest) for i, value in enumerate(values)]


def lines(found, advice=(), **rest):
    return list(to_lines(brief_blocks(found, (), (*advice, WHOLE), **rest), PIPE))


def test_the_answers_come_before_the_regions_and_the_advice_last():
    found = report(
        daily("left heel", FALLEN, interference=4, triggers=("stairs",)),
        [course("stretching", "left heel", start=33)],
        [consultation(40)],
        [peg(6, 5, 4, day=50)],
    )
    shown = lines(found, [Advice("code", "See a doctor.")])
    order = [
        "Read this first",
        IN_SHORT,
        LIMITS,
        "Regions",
        "Months",
        "Alongside the pain",
        "Advice",
        WHOLE.text,
    ]
    assert [line for line in shown if line in order] == order
    assert shown[-1].startswith("Every figure: painlog report --full.")
    at = shown.index("Alongside the pain")
    assert shown[at + 1 : at + 3] == [
        "- Interference 4.0 on 28 of 28 days. PEG 5.0. Last visit 9 Apr.",
        "- Triggers, by days: stairs 56.",
    ]


def test_three_regions_with_two_courses_each_fit_one_screen_of_100_by_40():
    places = ("left heel", "neck", "head")
    entries = [e for place in places for e in daily(place, FALLEN, interference=4)]
    courses = [
        course(name, place, start=start)
        for place in places
        for name, start in (("stretching", 20), ("heat", 45))
    ]
    screen = Screen(100, drawn=True)
    shown = list(to_lines(brief_blocks(report(entries, courses), (), (WHOLE,)), screen))
    from painlog.views.terminal.drawn import drawn_lines

    drawn = list(drawn_lines(brief_blocks(report(entries, courses), (), (WHOLE,)), screen))
    assert len(drawn) < 40
    assert len(shown) < 60


def test_a_region_tells_its_last_weeks_and_its_trend():
    (region,) = report(daily("left heel", FALLEN)).regions
    assert region_row(region).text.startswith(
        "Left heel: mean 3.5 in the last 28 days, 3.5 points less than in the 28 before; pain on "
        "28 of 28 rated days; last 7 days 3.6. Week by week: from 7.0 to "
    )


def test_a_pain_that_comes_and_goes_is_told_by_its_days():
    (region,) = report(daily("head", [8, 0] * 14 + [8, 0, 0, 0] * 7)).regions
    row = region_row(region)
    assert row.text.startswith(
        "Head: pain on 7 of 28 rated days in the last 28 days, on 14 of 28 in the 28 before; worst "
        "8."
    )
    assert row.apart == -7


def test_a_region_that_is_not_rated_any_more_says_so():
    (region,) = report(daily("head", [4], first=20)).regions
    assert region_row(region).text == "Head: not rated in the last 28 days; mean 4.0 before that."
    last = region.last_28
    said = region_row(region, last.since + timedelta(days=1)).text
    assert f"in the last 28 days ({last.since.day} " in said
    assert "(" not in region_row(region, last.since).text


def test_many_regions_begin_with_the_whole_body_and_end_with_those_that_changed():
    places = ("neck", "head", "lower back", "left knee", "right knee", "left hip")
    entries = [e for place in places for e in daily(place, FALLEN if place == "neck" else [5] * 56)]
    shown = lines(report(entries, [course("heat", start=33), course("rest", "neck", start=10)]))
    at = shown.index(IN_SHORT)
    assert shown[at + 1].startswith("- Whole body: pain anywhere on 56 of 56 rated days; 6.0 ")
    assert "6 places: " in shown[at + 2] or "6 places: " in shown[at + 3]
    alone = lines(report(entries, [course("heat", start=33)]))
    changed = alone.index("Regions that changed")
    assert alone[changed + 1].startswith("- Neck, heat from 2 Apr: ")
    assert changed > alone.index("Regions")


def test_an_attack_diary_says_what_a_day_without_an_entry_counts_as():

    regions = {**CATALOGUE.by_name, "head": CATALOGUE.by_name["head"]._replace(diary="attacks")}
    shown = lines(report(daily("head", [8], first=10), regions=regions))
    assert (
        "Head: in an attack diary a day without an attack or a painkiller for it counts as one "
        "without pain."
    ) in shown


def test_a_region_with_a_side_and_without_says_how_to_join_them():
    found = report([*daily("heel", [4], first=9), *daily("left heel", FALLEN)])
    said = "painlog edit --region heel --no-side --side left"
    assert [line for line in lines(found) if line.endswith(said)] == [
        "Heel is rated both as left and without a side, and counts as two places. If it is the "
        f"same pain: {said}"
    ]


def test_the_few_entries_with_a_side_are_changed_to_fit_the_many_without():
    found = report([*daily("lower back", FALLEN), *daily("left lower back", [4], first=9)])
    assert [line for line in lines(found) if "two places" in line] == [
        "Lower back is rated both as left and without a side, and counts as two places. If it is "
        "the same pain: painlog edit --region 'left lower back' --clear side"
    ]


def test_a_region_with_two_sides_and_without_one_is_told_with_the_days_of_all():
    found = report([*daily("heel", [4]), *daily("left heel", [4]), *daily("right heel", [4])])
    assert [line for line in lines(found) if "counts as" in line or "all sides" in line] == [
        "Heel, all sides: pain on 1 of 1 rated day of the period.",
        "Heel is rated as left and right, and without a side, and counts as 3 places. If it is the "
        "same pain: painlog edit --region heel --clear side",
    ]


def test_one_treatment_for_one_place_is_all_there_is():
    entries = [*daily("left heel", FALLEN, triggers=("stairs",)), *daily("neck", FALLEN)]
    courses = [course("heat", "left heel", start=33), course("rest", "neck", start=33)]
    asked = selection("left heel", treatments=("heat",))
    shown = "\n".join(lines(report(entries[:56], courses, pegs=[peg(6, 5, 4)], asked=asked)))
    for other in ("neck", "rest ", "stairs", "PEG "):
        assert other not in shown.casefold().replace("rest of", "")
    assert "Left heel, heat from 2 Apr" in shown


def test_markdown_has_the_same_words():
    found = report(daily("left heel", FALLEN), [course("stretching", "left heel", start=33)])
    markdown = list(to_markdown(brief_blocks(found, (), (WHOLE,))))
    assert f"## {IN_SHORT}" in markdown
    assert [line for line in markdown if line.startswith("- Left heel, stretching from 2 Apr: ")]


@pytest.mark.parametrize(
    ("before", "said", "moved"),
    [
        ([8, 8], "; the 28 before: only 2 rated days, too few to compare; pain", None),
        ([8] * 5, ", 4.0 points less than in the 28 before (few days: 5); pain", -4.0),
        ([8] * 7, ", 4.0 points less than in the 28 before; pain", -4.0),
    ],
)
def test_the_28_days_are_compared_with_three_rated_days_or_more(before, said, moved):
    values = [*before, *[4] * 28]
    (region,) = report(daily("head", values, first=61 - len(values))).regions
    row = region_row(region)
    assert row.text.startswith(f"Head: mean 4.0 in the last 28 days{said}")
    assert row.moved == moved
