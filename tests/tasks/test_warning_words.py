"""What is said at once of words and chest pain: new signs always, those of long standing once."""

import pytest

from builders import entry
from journals import fill
from painlog.store.journal import Journal
from painlog.tasks.warning_words import warning_words


@pytest.fixture
def said(tmp_path):
    """Return what is said of the last of these entries, and whether the chest is spoken of."""

    def of(*entries):
        path = fill(tmp_path / "a.db", entries)
        with Journal(path) as journal:
            last = max(journal.entries(), key=lambda e: e.id)
            found = warning_words(journal, [last])
        return " ".join(one.flag.code for one in found.raised), found.of_chest

    return of


CANCER = ["prostate cancer"]


def test_a_condition_of_long_standing_is_said_once(said):
    assert said(entry("lower back", 5, day=1, conditions=CANCER)) == ("back-cancer", False)


def test_it_is_not_said_again_with_another_rating_but_a_new_sign_is(said):
    assert said(
        entry("lower back", 5, day=1, conditions=CANCER), entry("neck", 4, day=2, note="had cancer")
    ) == ("", False)


def test_a_sign_that_is_new_is_said_each_time(said):
    assert said(
        entry("lower back", 5, day=1, note="can't pee", conditions=CANCER),
        entry("lower back", 5, day=2, note="can't pee", conditions=CANCER),
    ) == ("back-cannot-pee", False)


def test_a_rating_that_was_felt_before_the_others_is_the_first_to_tell(said):
    assert said(
        entry("lower back", 5, day=9, conditions=CANCER),
        entry("lower back", 5, day=2, conditions=CANCER),
    ) == (
        "back-cancer",
        False,
    )


@pytest.mark.parametrize(
    ("before", "now", "spoken_of"),
    [
        ([], ("chest", 2), True),
        ([("chest", 2, 9)], ("chest", 2), False),
        ([("ribs", 2, 9)], ("chest", 4), False),
        ([("chest", 2, 9)], ("chest", 5), True),
        ([("chest", 8, 9)], ("chest", 8), True),
        ([("chest", 0, 9)], ("chest", 2), True),
        ([("heel", 5, 9)], ("chest", 2), True),
        ([("chest", 2, 9)], ("chest", 0), False),
    ],
)
def test_when_chest_pain_is_an_emergency_is_not_said_at_every_rating(said, before, now, spoken_of):
    earlier = [entry(place, number, day=day) for place, number, day in before]
    assert said(*earlier, entry(*now, day=10)) == ("", spoken_of)


def test_two_weeks_later_it_is_said_again(said):
    assert said(entry("chest", 2, day=1), entry("chest", 2, day=16)) == ("", True)


def test_a_flag_of_the_chest_takes_its_place(said):
    assert said(entry("chest", 5, day=3, note="it goes down my arm")) == ("chest-spreading", False)
