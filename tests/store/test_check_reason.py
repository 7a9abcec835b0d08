"""Why warning signs are asked about after an entry."""

import pytest

from builders import entry
from painlog.store.check_reason import reason_to_check
from painlog.store.journal import Journal


def reasons(path, *ratings, place="left heel"):
    """The reason at each rating, given as (hour, intensity)."""
    found = []
    with Journal(path, writing=True) as journal:
        for hour, intensity in ratings:
            day, hour_of_day = divmod(hour, 24)
            with journal.change("add") as change:
                saved = change.add(entry(place, intensity, day=1 + day, hour=hour_of_day))
            found.append(reason_to_check(journal, saved, {saved.id}))
    return found


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ([(0, 2), (1, 2)], ["first", None]),
        ([(0, 0), (1, 2)], [None, None]),
        ([(0, 9), (1, 9), (30, 8)], ["first", None, None]),
        ([(0, 7), (1, 8), (2, 8), (3, 7), (4, 8)], ["first", "high", None, None, "high"]),
        ([(0, 2), (24, 5)], ["first", "rise"]),
        ([(0, 2), (25, 5)], ["first", None]),
        ([(0, 2), (1, 5), (2, 6), (3, 5)], ["first", "rise", None, None]),
        ([(0, 1), (1, 4), (2, 7)], ["first", "rise", "rise"]),
        ([(0, 6), (1, 9), (2, 9)], ["first", "rise", None]),
    ],
)
def test_the_reasons_for_ratings_of_one_place(path, ratings, expected):
    assert reasons(path, *ratings) == expected


def test_the_other_side_is_no_first_entry_and_no_rise(path):
    assert reasons(path, (0, 2)) == ["first"]
    assert reasons(path, (1, 6), place="right heel") == [None]
    assert reasons(path, (2, 8), place="right heel") == ["high"]


def test_entries_that_were_saved_together_are_no_reason_for_each_other(path):
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            saved = [change.add(entry(place, 4)) for place in ("left heel", "right heel")]
        together = {one.id for one in saved}
        assert [reason_to_check(journal, one, together) for one in saved] == ["first", "first"]
