"""Which attack is over when a person says so, and when."""

from datetime import timedelta

import pytest

from builders import CATALOGUE, entry
from conftest import NOW
from painlog.errors import PainlogError
from painlog.store.journal import Journal
from painlog.tasks.attacks import attack_to_end, open_attacks_of


def ago(place, intensity, hours, lasted=None):
    began = NOW - timedelta(hours=hours)
    until = began + timedelta(hours=lasted) if lasted else None
    return entry(place, intensity)._replace(felt_at=began, until=until)


@pytest.fixture
def journal_of(path):
    def made(*entries, diary="days"):
        with Journal(path, writing=True) as journal, journal.change("test") as change:
            for one in entries:
                change.add(one)
            change.edit(CATALOGUE.by_name["head"]._replace(diary=diary))
        return Journal(path)

    return made


def ended(journal, place="head", at=None):
    with journal:
        region, side = journal.regions.find(place)
        attack, end = attack_to_end(journal, region, side, NOW, at)
    return attack.entry.id, end


@pytest.mark.parametrize("diary", ["days", "attacks"])
@pytest.mark.parametrize(
    ("entries", "place", "which"),
    [
        ([ago("head", 8, 5)], "head", 1),
        ([ago("head", 8, 30), ago("head", 5, 3), ago("neck", 4, 1)], "head", 2),
        ([ago("head", 8, 30, lasted=2), ago("head", 5, 3)], "head", 2),
        ([ago("left head", 8, 5)], "head", 1),
        ([ago("left head", 8, 5), ago("right head", 6, 2)], "left head", 1),
        ([ago("left head", 8, 5), ago("right head", 6, 2, lasted=1)], "head", 1),
    ],
)
def test_the_newest_entry_without_an_end_is_meant(journal_of, diary, entries, place, which):
    assert ended(journal_of(*entries, diary=diary), place) == (which, NOW)


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [ago("neck", 4, 1)],
        [ago("head", 8, 5, lasted=2)],
        [ago("head", 8, 30), ago("head", 5, 3, lasted=2)],
        [ago("head", 8, 5), ago("head", 0, 1)],
    ],
)
def test_where_nothing_goes_on_that_is_said(journal_of, entries):
    with pytest.raises(PainlogError, match="No attack of the head is going on"):
        ended(journal_of(*entries))


@pytest.mark.parametrize("diary", ["days", "attacks"])
def test_an_old_one_is_meant_where_its_end_is_said(journal_of, diary):
    old = ago("head", 8, 80)
    example = f'painlog over "head" --at "{old.felt_at + timedelta(hours=3):%Y-%m-%d %H:%M}"'
    with pytest.raises(PainlogError, match=f"over 3 days ago\\. Say when it was over: {example}$"):
        ended(journal_of(old, diary=diary))
    end = old.felt_at + timedelta(hours=5)
    assert ended(journal_of(diary=diary), at=f"{end:%Y-%m-%d %H:%M}") == (1, end)


@pytest.mark.parametrize("diary", ["days", "attacks"])
def test_an_end_is_that_of_the_attack_before_it_where_another_began_later(journal_of, diary):
    earlier, later = ago("head", 8, 80), ago("head", 5, 3)
    end = earlier.felt_at + timedelta(hours=5)
    found = ended(journal_of(earlier, later, diary=diary), at=f"{end:%Y-%m-%d %H:%M}")
    assert found == (1, end)


@pytest.mark.parametrize(
    ("entries", "at", "said"),
    [
        ([], None, 'it has no entry yet. Log one that is over: painlog add "head" 7 --lasted 3h'),
        ([ago("head", 0, 5)], None, "entry 1 is a 0. Log one that is over"),
        (
            [ago("head", 8, 5, lasted=2)],
            None,
            "entry 1 ended at 2026-03-31 18:00. To change that: painlog edit 1 --until "
            '"2026-03-31 21:00"',
        ),
        (
            [ago("head", 8, 105)],
            "2026-03-31 20:00",
            "Entry 1 began at 2026-03-27 12:00, over 3 days before that. If it lasted so long: "
            'painlog edit 1 --until "2026-03-31 20:00"',
        ),
        (
            [ago("head", 8, 5)],
            "2026-03-30 20:00",
            "Entry 1 began at 2026-03-31 16:00, after 2026-03-30 20:00. Give a later end.",
        ),
        (
            [ago("head", 8, 5, lasted=2)],
            "2026-03-31 15:00",
            "Entry 1 began at 2026-03-31 16:00, after 2026-03-31 15:00. Give a later end.",
        ),
    ],
)
def test_what_cannot_be_ended_says_why_and_doubles_no_attack(journal_of, entries, at, said):
    with pytest.raises(PainlogError) as refused:
        ended(journal_of(*entries), at=at)
    assert said in str(refused.value)


@pytest.mark.parametrize(("at", "end"), [(None, "now"), ("20:30", '"2026-03-31 20:30"')])
def test_where_both_sides_go_on_the_side_is_needed(journal_of, at, end):
    with pytest.raises(PainlogError) as refused:
        ended(journal_of(ago("left head", 8, 5), ago("right head", 6, 2)), at=at)
    assert str(refused.value) == (
        "Several have no end: entry 2, right head; entry 1, left head. Name the one that is over, "
        f"as in: painlog edit 2 --until {end}"
    )


@pytest.mark.parametrize(
    ("at", "end"),
    [
        (None, NOW),
        ("17:30", NOW.replace(hour=17, minute=30)),
        ("23:30", NOW.replace(day=30, hour=23, minute=30)),
        ("yesterday 22:00", NOW.replace(day=30, hour=22)),
    ],
)
def test_the_end_is_the_latest_such_time(journal_of, at, end):
    assert ended(journal_of(ago("head", 8, 26)), at=at) == (1, end)


@pytest.mark.parametrize("at", ["yesterday 8:00", "2026-03-01", "tomorrow", "soon"])
def test_an_end_before_the_beginning_or_to_come_is_refused(journal_of, at):
    with pytest.raises(PainlogError):
        ended(journal_of(ago("head", 8, 26)), at=at)


def test_earlier_ratings_of_a_day_may_be_of_the_same_attack(journal_of):
    entries = ago("head", 9, 50), ago("head", 8, 20), ago("head", 7, 9), ago("head", 3, 2)
    with journal_of(*entries) as journal:
        [attack] = open_attacks_of(journal, CATALOGUE.by_name["head"], None, NOW)
    assert attack.entry.id == 4
    assert [one.id for one in attack.maybe_same] == [3, 2]
