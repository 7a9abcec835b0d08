"""Which attack is over when a person says so, and when."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CATALOGUE, entry, on
from conftest import NOW
from painlog.advice.services import ANYWHERE
from painlog.analysis.attacks import days_of_newest
from painlog.errors import PainlogError
from painlog.model.selection import Selection
from painlog.store.journal import Journal
from painlog.tasks.attacks import attack_to_end, going_on, open_attacks_of
from painlog.tasks.places import pain_in
from painlog.tasks.report import report_on
from painlog.tasks.week import week_on


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
    [rating] = attack.ratings
    return rating.id, end


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
        ([ago("head", 6, 8, lasted=6), ago("head", 8, 5), ago("head", 3, 1)], "head", 3),
        ([ago("head", 8, 9), ago("head", 0, 5), ago("head", 3, 1)], "head", 3),
    ],
)
def test_the_newest_entry_without_an_end_is_meant(journal_of, diary, entries, place, which):
    assert ended(journal_of(*entries, diary=diary), place) == (which, NOW)


@pytest.mark.parametrize("diary", ["days", "attacks"])
@pytest.mark.parametrize(
    "entries",
    [
        [],
        [ago("neck", 4, 1)],
        [ago("head", 8, 5, lasted=2)],
        [ago("head", 8, 6, lasted=5), ago("head", 5, 3)],
        [ago("head", 8, 80), ago("head", 5, 3, lasted=2)],
        [ago("head", 8, 20), ago("head", 5, 3, lasted=2)],
        [ago("head", 8, 39), ago("head", 5, 3, lasted=2)],
        [ago("head", 8, 5), ago("head", 0, 1)],
    ],
)
def test_where_nothing_goes_on_that_is_said(journal_of, diary, entries):
    with pytest.raises(PainlogError, match="No attack of the head is going on"):
        ended(journal_of(*entries, diary=diary))


@pytest.mark.parametrize("diary", ["days", "attacks"])
def test_an_old_one_is_meant_where_its_end_is_said(journal_of, diary):
    old = ago("head", 8, 80)
    example = (
        f'painlog over "head" --at "{old.felt_at + timedelta(hours=3):%Y-%m-%d %H:%M}", or --at now'
    )
    with pytest.raises(PainlogError, match=f"over 3 days ago\\. Say when it was over: {example}$"):
        ended(journal_of(old, diary=diary))
    end = old.felt_at + timedelta(hours=5)
    assert ended(journal_of(diary=diary), at=f"{end:%Y-%m-%d %H:%M}") == (1, end)
    if diary == "attacks":
        assert ended(journal_of(diary=diary), at="now") == (1, NOW)


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
            "entry 1 ended at 2026-03-31 18:00. To change that: painlog edit 1 --until TIME",
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
            "Entry 1 began at 2026-03-31 16:00, so 2026-03-30 20:00 cannot be its end. Give a "
            "later one.",
        ),
        (
            [ago("head", 8, 10, lasted=8), ago("head", 5, 6, lasted=1)],
            None,
            "entry 1 ended at 2026-03-31 19:00. To change that: painlog edit 1",
        ),
        (
            [ago("left head", 8, 10), ago("left head", 0, 6)],
            None,
            'entry 2 is a 0. If one was over by then: painlog over "left head" --at '
            '"2026-03-31 15:00"',
        ),
        (
            [ago("head", 8, 5, lasted=2)],
            "2026-03-31 15:00",
            "No attack of the head was going on then: entry 1 is from 2026-03-31 16:00 to "
            "2026-03-31 18:00. Change it with: painlog edit 1",
        ),
    ],
)
def test_what_cannot_be_ended_says_why_and_doubles_no_attack(journal_of, entries, at, said):
    with pytest.raises(PainlogError) as refused:
        ended(journal_of(*entries), at=at)
    assert said in str(refused.value)


@pytest.mark.parametrize(("at", "then"), [(None, ""), ("20:30", ' --at "2026-03-31 20:30"')])
def test_where_both_sides_go_on_the_side_is_needed(journal_of, at, then):
    journal = journal_of(ago("left head", 8, 5), ago("right head", 6, 2))
    with pytest.raises(PainlogError, match="Several have no end: ") as e:
        ended(journal, at=at)
    assert str(e.value).endswith(
        "entry 1, left head; entry 2, right head. Name the one that is over, as in: painlog over "
        f'"left head"{then}'
    )


@pytest.mark.parametrize(
    ("at", "over", "edit"),
    [
        (None, "", "now"),
        ("20:30", ' --at "2026-03-31 20:30"', '"2026-03-31 20:30"'),
    ],
)
def test_the_one_without_a_side_is_named_by_its_number(journal_of, at, over, edit):
    journal = journal_of(ago("head", 8, 5), ago("head both", 6, 2))
    with pytest.raises(PainlogError) as e:
        ended(journal, at=at)
    assert str(e.value).endswith(f'over "head (both)"{over}, or painlog edit 1 --until {edit}')
    assert ended(journal_of(), "head (both)") == (2, NOW)


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


def of_head(journal, now=NOW):
    with journal:
        return open_attacks_of(journal, journal.regions.by_name["head"], None, now)


@pytest.mark.parametrize("diary", ["days", "attacks"])
def test_ratings_at_most_a_day_apart_are_one_attack(journal_of, diary):
    entries = ago("head", 9, 50), ago("head", 8, 20), ago("head", 7, 9), ago("head", 3, 2)
    [attack] = of_head(journal_of(*entries, diary=diary))
    assert [one.id for one in attack.ratings] == [2, 3, 4]
    assert attack.maybe_same is None
    assert [(one.id, one.until) for one in attack.ended(NOW - timedelta(hours=8))] == [
        (2, NOW - timedelta(hours=9)),
        (3, NOW - timedelta(hours=8)),
    ]


def test_a_rating_of_over_three_days_ago_is_named_and_not_ended(journal_of):
    entries = [ago("head", 7, hours) for hours in (98, 75, 60, 40, 20, 1)]
    [attack] = of_head(journal_of(*entries, diary="attacks"))
    assert [one.id for one in attack.ratings] == [3, 4, 5, 6]
    assert attack.maybe_same
    assert attack.maybe_same.id == 2


@pytest.mark.parametrize("diary", ["days", "attacks"])
def test_a_rating_before_an_attack_that_has_ended_is_over_with_it(journal_of, diary):
    entries = ago("head", 8, 8), ago("head", 5, 6, lasted=1)
    assert of_head(journal_of(*entries, diary=diary)) == ()
    with journal_of(ago("head", 4, 3), diary=diary) as journal:
        [attack] = open_attacks_of(journal, journal.regions.by_name["head"], None, NOW)
    assert [one.id for one in attack.ratings] == [3]


def test_what_began_later_is_not_offered_as_what_is_over(journal_of):
    journal = journal_of(ago("head", 8, 3), ago("right head", 6, 2))
    with pytest.raises(PainlogError) as refused:
        ended(journal, at="yesterday 2:00")
    assert str(refused.value) == (
        "Entry 1 began at 2026-03-31 18:00, so 2026-03-30 02:00 cannot be its end. Give a later "
        "one."
    )


def test_what_has_just_ended_is_not_to_be_given_the_end_that_it_has(journal_of):
    with pytest.raises(PainlogError) as refused:
        ended(journal_of(ago("head", 8, 3, lasted=3)))
    assert str(refused.value) == (
        "No attack of the head is going on: entry 1 ended at 2026-03-31 21:00. Log one that is "
        'over: painlog add "head" 7 --lasted 3h'
    )


def test_a_rating_within_an_attack_that_has_ended_is_over_with_it(journal_of):
    assert of_head(journal_of(ago("head", 8, 8, lasted=6), ago("head", 4, 3))) == ()


hours_ago = st.integers(0, 24 * 6)
rated = st.builds(
    ago,
    st.sampled_from(["head", "left head"]),
    st.sampled_from([0, 3, 8]),
    hours_ago,
    st.sampled_from([None, 2, 30]),
).filter(lambda one: one.until is None or (one.intensity and one.until <= NOW))


@settings(max_examples=60, deadline=None)
@given(st.lists(rated, min_size=1, max_size=7), st.integers(0, 2))
def test_days_are_left_out_only_where_an_attack_goes_on_and_all_commands_agree(entries, back):
    until = NOW.date() - timedelta(days=back)
    with TemporaryDirectory() as folder, Journal(Path(folder) / "a.db", writing=True) as journal:
        with journal.change("test") as change:
            for one in entries:
                change.add(one)
            change.edit(CATALOGUE.by_name["head"]._replace(diary="attacks"))
        shown = days_of_newest(going_on(journal, NOW))
        report = report_on(journal, NOW, Selection(until=until)).report
        week = {found.place: found for found in week_on(journal, until, NOW, ANYWHERE).week.places}
        mapped = pain_in(journal, Selection(), on(1), until, NOW)
    counted = {(one.region, one.side): one.rated_days for one in mapped}
    for region in report.regions:
        place = region.region, region.side
        days = [day.day for day in region.days]
        every = [days[0] + timedelta(days=n) for n in range((until - days[0]).days + 1)]
        left_out = {day for day in every if day not in days}
        after = {day for day in every if place in shown and day > shown[place]}
        assert left_out == after
        assert counted[place] == len(days)
        assert week[place].days == len([d for d in days if (until - d).days < 7])
