"""Entries and uses, by the numbers that people type."""

from itertools import product
from typing import TYPE_CHECKING

import pytest

from builders import entry, selection, use
from painlog.errors import NotFoundError, UsageError
from painlog.model.entry import Entry
from painlog.store.journal import Journal
from painlog.tasks.logged import all_logged, count_logged, logged, newest_logged

if TYPE_CHECKING:
    from painlog.tasks.logged import Only


@pytest.fixture
def journal(path):
    with Journal(path, writing=True) as journal:
        with journal.change("test") as change:
            for day in (1, 3):
                change.add(entry("head", 5, day=day, treatments=["heat"]))
            for day in (2, 4):
                change.add(use("heat", "head", day=day))
        yield journal


def numbers(things):
    return [str(thing.id) if isinstance(thing, Entry) else thing.number for thing in things]


@pytest.mark.parametrize(
    ("typed", "number"), [("1", "1"), (" 2 ", "2"), ("002", "2"), ("u1", "u1"), ("U02", "u2")]
)
def test_a_number_with_u_is_a_use_and_any_other_an_entry(journal, typed, number):
    assert numbers([logged(journal, typed)]) == [number]


@pytest.mark.parametrize("typed", ["", "u", "x", "1x", "u-1", "1.5", "uu1", "١", "9" * 31])
def test_what_is_no_number_is_refused(journal, typed):
    with pytest.raises(UsageError, match="is not the number of an entry, such as 12, or of a use"):
        logged(journal, typed)


def test_the_use_of_an_entry_has_no_number_of_its_own(journal):
    with pytest.raises(NotFoundError, match="There is no use u3"):
        logged(journal, "u3")
    assert len(list(newest_logged(journal, selection(), "uses"))) == 2


def test_several_come_once_in_the_order_in_which_they_were_typed(journal):
    assert numbers(all_logged(journal, ["u2", "1", "u02", "2", "1"])) == ["u2", "1", "2"]


@pytest.mark.parametrize(
    ("only", "limit", "found"),
    [
        (None, None, ["u2", "2", "u1", "1"]),
        (None, 3, ["u2", "2", "u1"]),
        ("uses", None, ["u2", "u1"]),
        ("entries", 1, ["2"]),
    ],
)
def test_the_newest_of_both_come_first_up_to_the_limit(journal, only, limit, found):
    assert numbers(newest_logged(journal, selection(limit=limit), only)) == found


def test_what_is_counted_is_what_is_listed_without_a_limit(journal):
    kinds: tuple[Only | None, ...] = (None, "uses", "entries")
    for only, chosen in product(kinds, (selection(), selection("neck"))):
        listed = list(newest_logged(journal, chosen, only))
        assert count_logged(journal, chosen._replace(limit=1), only) == len(listed)
