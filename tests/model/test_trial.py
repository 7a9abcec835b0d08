"""A trial of one's own: its shape, its arms, and the day on which it begins."""

from datetime import date

import pytest

from builders import on, trial
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.trial import check_shape, is_seed, parse_start, renamed_arm, treatments_in

TODAY = date(2026, 3, 31)  # a Tuesday


@pytest.mark.parametrize("shape", [(6, 1, 0), (20, 28, 14), (7, 4, 2)])
def test_a_plan_may_reach_its_limits(shape):
    check_shape(*shape)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ((5, 4, 1), "A trial has 6 to 20 pairs of blocks, not 5. With fewer than 6"),
        ((21, 4, 1), "A trial has 6 to 20 pairs of blocks, not 21. More take longer"),
        ((6, 0, 0), "A block has 1 to 28 days, not 0."),
        ((6, 29, 0), "A block has 1 to 28 days, not 29."),
        ((6, 4, -1), "Give 0 or more days for something to wear off."),
        ((6, 5, 3), "If it takes 3 days to wear off, a block needs at least 6 days, and it has 5."),
    ],
)
def test_beyond_them_it_is_refused(shape, said):
    with pytest.raises(RefusedError) as refused:
        check_shape(*shape)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 4, 1)),
        ("in 3 days", date(2026, 4, 3)),
        ("in a week", date(2026, 4, 7)),
        ("Tuesday", date(2026, 4, 7)),
        ("next wednesday", date(2026, 4, 1)),
        ("2026-06-29", date(2026, 6, 29)),
    ],
)
def test_it_begins_on_a_day_to_come(text, day):
    assert parse_start(text, TODAY) == day


@pytest.mark.parametrize("text", ["today", "2026-03-30", "2026-06-30"])
def test_it_begins_neither_today_nor_in_months(text):
    with pytest.raises(RefusedError, match="A trial begins tomorrow or up to 90 days later"):
        parse_start(text, TODAY)


@pytest.mark.parametrize("text", ["soon", "2026-02-30", ""])
def test_what_is_no_day_is_said_so(text):
    with pytest.raises(NotUnderstoodError, match="is not a day to begin on"):
        parse_start(text, TODAY)


def test_it_compares_what_is_in_one_arm_alone_at_its_place():
    plan = trial()
    assert plan.differing == {"trigger point therapy"}
    assert plan.compares("trigger point therapy", "heel", "left")
    assert plan.compares("trigger point therapy", "heel", None)
    assert not plan.compares("stretching", "heel", "left")
    assert not plan.compares("trigger point therapy", "heel", "right")
    assert not plan.compares("trigger point therapy", "neck", None)
    assert trial("as usual", "heat").differing == {"heat"}
    assert treatments_in("nothing") == frozenset()


def test_its_days_follow_from_its_shape():
    plan = trial(start=5, pairs=7, block=4, washout=1)
    assert (plan.days, plan.ends_on, plan.counted_days) == (56, on(60), 3)
    assert [plan.is_over(day) for day in (on(60), on(61))] == [False, True]
    assert trial(stopped_on=on(3)).is_over(on(3))


def test_an_arm_takes_the_names_of_elsewhere():
    names = {"lamp": "red lamp"}
    assert renamed_arm("lamp + heat", names) == "heat + red lamp"
    assert renamed_arm("nothing", {"nothing": "x"}) == "nothing"


def test_a_seed_is_a_short_printable_text():
    assert [is_seed(seed) for seed in ("x", "x" * 64, "", "x" * 65, "a\n", 7)] == [
        *(True, True),
        *(False, False, False, False),
    ]
