"""What a selection lets through."""

from builders import on, selection
from painlog.model.selection import EVERYTHING


def test_nothing_chosen_lets_everything_through():
    assert EVERYTHING.has_day(on(1))
    assert EVERYTHING.has_treatment("heat")


def test_both_ends_of_the_days_are_included():
    chosen = selection(since=on(2), until=on(4))
    assert [day for day in range(1, 6) if chosen.has_day(on(day))] == [2, 3, 4]
    assert [day for day in range(1, 6) if selection(since=on(4)).has_day(on(day))] == [4, 5]
    assert chosen.within(on(5), on(6)) == selection(since=on(5), until=on(6))


def test_one_of_several_treatments_is_enough():
    chosen = selection(treatments=("heat", "rest"))
    assert [name for name in ("heat", "massage", "rest") if chosen.has_treatment(name)] == [
        *("heat", "rest")
    ]
