"""Two regimens side by side."""

import pytest

from builders import TREATED_WITH, on
from painlog.analysis.courses import phases_of
from painlog.analysis.days import Place, RatedDay
from painlog.analysis.regimens import can_be_alternated, compare_regimens, others_beside
from painlog.errors import NotUnderstoodError
from painlog.model.course import Course
from painlog.model.dose_reading import parse_dose
from painlog.model.known_treatments import Treatments
from painlog.model.regimen import parse_regimen, regimen_label
from painlog.model.treatment import Treatment

HEEL: Place = ("heel", "left")
NOTHING: frozenset[str] = frozenset()
HEAT = frozenset({"heat"})


def compared(first, second, courses, values, dosed=()):
    days = [RatedDay(on(i), float(v), v, 1) for i, v in enumerate(values, 1) if v is not None]
    phases = phases_of(courses, on(1), on(len(values)))
    return compare_regimens(HEEL, first, second, phases, days, dosed)


def test_all_days_of_each_regimen_are_compared():
    courses = [Course("heat", on(5), on(8)), Course("heat", on(13), on(16))]
    found = compared(NOTHING, HEAT, courses, [6, 6, 7, 7, 4, 4, 3, 3] * 2)
    assert found.comparison.before.values == (6, 6, 7, 7) * 2
    assert found.comparison.after.values == (4, 4, 3, 3) * 2
    assert found.comparison.change == -3.0
    assert found.comparison.after.calendar_days == 8
    assert (found.order, found.began_with) == ("alternating", NOTHING)
    assert found.rated_days == {NOTHING: 8, HEAT: 8}


def test_days_of_a_phase_without_a_rating_are_not_missing():
    course = [Course("heat", on(6), on(10))]
    silent = compared(NOTHING, HEAT, course, [6, 5, 6, 5, 6, 4, 3, 4, 3, 4, *[None] * 20])
    assert (silent.comparison.before.since, silent.comparison.before.until) == (on(1), on(5))
    assert silent.comparison.before.calendar_days == 5
    assert "missing-days" not in [c.code for c in silent.cautions]
    rated = compared(NOTHING, HEAT, course, [6, 5, 6, 5, 6, 4, 3, 4, 3, 4, *[None] * 19, 5])
    assert [c.facts for c in rated.cautions if c.code == "missing-days"] == [
        {"which": "with nothing started", "rated": 6, "days": 25}
    ]


def test_a_regimen_is_the_exact_set_of_treatments():
    courses = [Course("heat", on(4)), Course("rest", on(8), on(10))]
    found = compared(HEAT, HEAT | {"rest"}, courses, [9, 9, 9, 5, 5, 5, 5, 3, 3, 3, 5])
    assert found.comparison.before.values == (5, 5, 5, 5, 5)
    assert found.comparison.after.values == (3, 3, 3)


@pytest.mark.parametrize(
    ("first", "second", "order", "change"),
    [(NOTHING, HEAT, "first", -2.0), (HEAT, NOTHING, "second", 2.0)],
)
def test_the_order_in_time_is_told_apart_from_the_order_of_asking(first, second, order, change):
    found = compared(first, second, [Course("heat", on(8))], [6, 5, 6, 5, 6, 5, 6] + [4, 3, 4] * 3)
    assert (found.order, found.began_with) == (order, NOTHING)
    assert found.comparison.change == pytest.approx(change, abs=0.2)


def test_the_trend_that_matters_is_that_of_the_earlier_regimen():
    values = [9, 8, 8, 7, 7, 6, 6, 4, 5, 4, 5, 4, 5, 4]
    for first, second in ((NOTHING, HEAT), (HEAT, NOTHING)):
        found = compared(first, second, [Course("heat", on(8))], values)
        codes = ["falling-before", "few-before", "baseline-peak", "high-before"]
        assert [c.code for c in found.cautions] == codes
        assert found.cautions[0].facts["which"] == "with nothing started"


FALL = [9, 8, 8, 7, 7, 6, 6]


@pytest.mark.parametrize(("first", "second"), [(NOTHING, HEAT), (HEAT, NOTHING)])
def test_a_few_days_of_the_first_again_are_blocks_with_the_cautions_of_the_first_of_each(
    first, second
):
    courses = [Course("heat", on(8), on(14))]
    found = compared(first, second, courses, [*FALL, 4, 5, 4, 5, 4, 5, 4, 5, 6])
    assert (found.order, found.began_with) == ("blocks", NOTHING)
    codes = ["falling-before", "few-before", "baseline-peak", "high-before"]
    assert [c.code for c in found.cautions] == codes
    assert {c.facts["which"] for c in found.cautions} == {"with nothing started up to 7 Mar 2026"}
    sides = {first: found.comparison.before, second: found.comparison.after}
    assert (sides[NOTHING].rated_days, sides[HEAT].rated_days) == (9, 7)


def test_four_blocks_alternate_and_have_no_first():
    courses = [Course("heat", on(8), on(14)), Course("heat", on(17))]
    found = compared(NOTHING, HEAT, courses, [*FALL, 4, 5, 4, 5, 4, 5, 4, 5, 6, 4])
    assert found.order == "alternating"
    assert found.cautions == ()


def test_blocks_are_of_rated_days_and_other_regimens_make_none():
    courses = [Course("heat", on(4), on(6)), Course("rest", on(7), on(9)), Course("heat", on(10))]
    values = [6, 5, 6, 4, 3, 4, 5, 5, 5, 4, 3, 4]
    assert compared(NOTHING, HEAT, courses, values).order == "first"
    courses = [Course("heat", on(4), on(6)), Course("heat", on(8))]
    unrated_between = [6, 5, 6, 4, 3, 4, None, 4, 3, 4]
    assert compared(NOTHING, HEAT, courses, unrated_between).order == "first"


def test_the_number_of_days_is_that_of_all_blocks():
    found = compared(NOTHING, HEAT, [Course("heat", on(3), on(9))], [6, 5] + [4] * 7 + [6] * 5)
    assert found.order == "blocks"
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("regimens", "safe"),
    [
        ([NOTHING, HEAT], True),
        ([{"stretching"}, {"stretching", "trigger point therapy"}], True),
        ([NOTHING, {"ibuprofen"}], False),
        ([NOTHING, {"ibuprofen 400 mg"}], False),
        ([{"ibuprofen ½ tablet"}, {"ibuprofen 10 mg/5 ml"}], False),
        ([NOTHING, {"physiotherapy 2 sessions"}], False),
        ([NOTHING, {"heat 20 minutes"}], True),
        ([HEAT, {"heat", "physiotherapy"}], False),
        ([{"ibuprofen"}, {"ibuprofen", "heat"}], False),
        ([NOTHING, {"a thing of one's own"}], True),
    ],
)
def test_medicines_and_conventional_care_are_nothing_to_alternate(regimens, safe):
    regimens = [frozenset(regimen) for regimen in regimens]
    assert can_be_alternated(regimens, TREATED_WITH.by_name) is safe


def test_what_is_not_known_is_nothing_to_alternate():
    own = Treatment("omeprazole", own=True)
    assert not can_be_alternated([NOTHING, frozenset({own.name})], {own.name: own})


@pytest.mark.parametrize("conventional", [True, False])
def test_exercise_of_ones_own_may_be_prescribed_where_it_is_called_conventional(conventional):
    own = Treatment("hand therapy", "exercise", conventional, own=True)
    found = can_be_alternated([NOTHING, frozenset({own.name})], {own.name: own})
    assert found is not conventional


STEADY = [6] * 7 + [5] * 7


@pytest.mark.parametrize(
    ("courses", "values", "second", "ended"),
    [
        # Rest comes after the days compared, and again with them.
        ([Course("heat", on(8)), Course("rest", on(15))], [*STEADY, 4, 4], HEAT, []),
        ([Course("heat", on(8), on(14)), Course("rest", on(9), on(12))], STEADY, HEAT, []),
        # No day with rest is compared, and what ended was one of the two or ended long before.
        ([Course("heat", on(8), on(14))], STEADY, frozenset({"rest"}), []),
        ([Course("rest", on(1), on(3)), Course("heat", on(11))], STEADY, HEAT, []),
        # Rest came between the days of the two.
        ([Course("rest", on(6), on(7)), Course("heat", on(8))], STEADY, HEAT, [("rest", on(7))]),
        ([Course("rest", on(6), on(9)), Course("heat", on(8))], STEADY, HEAT, [("rest", on(9))]),
    ],
)
def test_only_what_ended_just_before_the_days_of_one_began_cannot_be_told_apart(
    courses, values, second, ended
):
    found = compared(NOTHING, second, courses, values)
    said = [c.facts for c in found.cautions if c.code == "ended-before"]
    assert said == [{"treatment": name, "day": day, "which": "on heat"} for name, day in ended]
    assert (found.verdict == "confounded") is bool(ended)


@pytest.mark.parametrize(
    ("steps", "doses", "said"),
    [
        # The later step counts on the day that both have.
        ([("10 mg", 1, 8), ("20 mg", 8, None)], {"10 mg": 7}, [("10 mg", "20 mg")]),
        (
            [("10 mg", 1, 3), ("20 mg", 4, None)],
            {"10 mg": 3, "20 mg": 4},
            [("10 mg (3 days) or 20 mg (4 days)", "20 mg")],
        ),
        # Both have both doses: the more it is one on these days and another on those, told.
        (
            [("10 mg", 1, 6), ("20 mg", 7, 13), ("10 mg", 14, None)],
            {"10 mg": 6, "20 mg": 1},
            [("10 mg (6 days) or 20 mg (1 day)", "20 mg (6 days) or 10 mg (1 day)")],
        ),
        ([("10 mg", 1, 4), ("20 mg", 5, 10), ("10 mg", 11, None)], {"10 mg": 4, "20 mg": 3}, []),
        ([("10 mg", 1, 4), ("20 mg", 5, 11), ("10 mg", 12, None)], {"10 mg": 4, "20 mg": 3}, []),
        ([("", 1, 7), ("20 mg", 8, None)], {"": 7}, [("a dose not said", "20 mg")]),
        ([("10 mg", 1, None)], {"10 mg": 7}, []),
        ([("1 g", 1, 7), ("1000 mg", 8, None)], {"1 g": 7}, []),
    ],
)
def test_a_shared_treatment_whose_dose_changed_cannot_be_told_apart(steps, doses, said):
    rest = frozenset({"rest"})
    dosed = [
        Course("rest", on(since), until and on(until), dose=parse_dose(dose) if dose else None)
        for dose, since, until in steps
    ]
    courses = [Course("rest", on(1)), Course("heat", on(8))]
    found = compared(rest, rest | HEAT, courses, STEADY, dosed)
    assert found.doses[0] == {"rest": doses}
    facts = [c.facts for c in found.cautions if c.code == "other-dose"]
    assert [(f["treatment"], f["first"]) for f in facts] == [("rest", "on rest")] * len(said)
    assert [(f["first_doses"], f["second_doses"]) for f in facts] == said
    assert (found.verdict == "confounded") is bool(said)


def test_a_regimen_that_was_never_followed_has_no_numbers():
    found = compared(NOTHING, frozenset({"rest"}), [Course("heat", on(3))], [6, 6, 5, 5])
    assert found.comparison.interval is None
    assert (found.order, found.began_with) == (None, None)
    assert [c.code for c in found.cautions] == ["not-enough-days"]
    assert found.rated_days == {NOTHING: 2, HEAT: 2}


@pytest.mark.parametrize(
    ("text", "regimen"),
    [
        ("nothing", set()),
        ("No treatment", set()),
        ("tpt", {"trigger point therapy"}),
        ("stretching + trigger point therapy", {"stretching", "trigger point therapy"}),
        ("stretching and massage", {"stretching", "massage therapy"}),
        ("massage with heat, rest", {"massage therapy", "heat", "rest"}),
        ("heat then massage", {"heat", "massage therapy"}),
        ("heat followed by rest", {"heat", "rest"}),
        ("heat; heat", {"heat"}),
        ("Massage AND heat", {"massage therapy", "heat"}),
    ],
)
def test_regimens_are_read_as_people_say_them(text, regimen):
    assert parse_regimen(text, TREATED_WITH) == regimen


def test_a_treatment_of_ones_own_may_have_an_and_in_its_name():
    own = Treatments((*TREATED_WITH.all, Treatment("rest and tea", own=True)))
    assert parse_regimen("heat + rest and tea", own) == {"heat", "rest and tea"}


def test_nothing_is_not_a_treatment_beside_another():
    with pytest.raises(NotUnderstoodError, match='"nothing"'):
        parse_regimen("nothing + heat", TREATED_WITH)


def test_an_unknown_treatment_in_a_regimen_is_refused_by_its_own_name():
    with pytest.raises(NotUnderstoodError, match='No treatment is called "massge"'):
        parse_regimen("heat + massge", TREATED_WITH)


def test_a_regimen_is_written_in_alphabetical_order():
    assert regimen_label(frozenset({"stretching", "heat"})) == "heat + stretching"
    assert regimen_label(frozenset()) == "nothing"


def test_what_was_in_course_beside_a_regimen_is_found_where_days_were_rated():
    courses = [Course("heat", on(4)), Course("rest", on(7), on(9)), Course("massage", on(12))]
    values = [6] * 9 + [5, 5] + [None]
    found = compared(NOTHING, HEAT, courses, values)
    assert others_beside(found, HEAT) == ("rest",)
    assert others_beside(found, NOTHING) == ()
    assert others_beside(compared(HEAT, HEAT | {"rest"}, courses, values), HEAT) == ()
