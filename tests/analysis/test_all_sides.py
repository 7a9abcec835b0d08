"""A region that is rated on several sides."""

from builders import entry, on, use
from painlog.analysis.all_sides import AllSides, all_sides
from painlog.analysis.attack_medicines import AttackMedicines
from painlog.analysis.days import gather


def together(*entries, until=31, diary=False, **how):
    days = {
        place: found.days(on(until) if diary else None)
        for place, found in gather(entries, **how).items()
    }
    return tuple(all_sides(days, days, on(1), on(until)))


def test_a_day_with_pain_on_one_side_is_a_day_with_pain():
    found = together(
        entry("left head", 6, day=1),
        entry("right head", 0, day=1),
        entry("head", 4, day=2),
        entry("right head", 0, day=3),
        entry("neck", 5, day=4),
    )
    assert found == (AllSides("head", ("left", "right", None), 3, 2, 0, 0),)


def test_one_side_alone_has_no_line_of_its_own():
    assert together(entry("left head", 6), entry("left head", 5, day=3)) == ()


def test_in_an_attack_diary_the_days_count_from_the_first_entry_of_the_region():
    entries = entry("left head", 6, day=5), entry("head", 4, day=20)
    [found] = together(*entries, diary=True)
    assert (found.rated_days, found.pain_days) == (27, 2)
    assert (found.last_28_rated_days, found.last_28_pain_days) == (27, 2)


def test_a_day_that_one_side_leaves_out_does_not_count_unless_another_side_was_rated():
    entries = entry("left head", 6, day=5), entry("right head", 4, day=20)
    on_left = [use("sumatriptan", "left head", day=day) for day in (10, 20)]
    [found] = together(
        *entries, diary=True, uses=on_left, acute=AttackMedicines(frozenset({"sumatriptan"}))
    )
    assert (found.rated_days, found.pain_days) == (26, 2)
    going_on = {("head", "right"): on(29)}
    [found] = together(*entries, diary=True, going_on=going_on)
    assert found.rated_days == 25
