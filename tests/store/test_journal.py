"""Entries, courses and visits in; entries, courses and visits out."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from builders import consultation, course, entry, on, selection, use
from painlog.errors import NotFoundError
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.region import Region
from painlog.model.selection import Selection
from painlog.model.treatment import Treatment
from painlog.store import recent
from painlog.store.journal import Journal

WRITTEN = "2026-03-01T20:00:00+00:00"
FULL = Entry(
    felt_at=datetime(2026, 3, 5, 21, 4, 59, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    region="heel",
    intensity=6,
    side="left",
    intensity_before=8,
    interference=0,
    treatments=("stretching", "trigger point therapy"),
    qualities=("burning", "pins: and, needles"),
    triggers=("long walk",),
    conditions=("cold\N{SNOWFLAKE}", "rain"),
    note="first line\r\nsecond; 'quoted' \"twice\"\tשלום \N{FOOT}",
    uid="0f8fad5b-d9cb-469f-a165-70867728950e",
    created_at=WRITTEN,
    updated_at="2026-03-06T07:00:00+00:00",
)
BARE = entry("tailbone", 0)._replace(uid="7c9e6679-7425-40de-944b-e07fc1f90ae7", created_at=WRITTEN,
    updated_at=WRITTEN,
)  # fmt: skip


def ids(path, chosen=None, **how):
    with Journal(path) as journal:
        return [found.id for found in journal.entries(chosen, **how)]


@pytest.mark.parametrize("whole", [FULL, BARE])
def test_an_entry_comes_back_whole(path, store, whole):
    (stored,) = store(whole)
    assert stored == whole._replace(id=1)
    with Journal(path) as journal:
        assert list(journal.entries()) == [stored]
        assert journal.entry(1) == stored
        assert journal.entry(1).felt_at.isoformat() == whole.felt_at.isoformat()


def test_a_new_entry_gets_its_id_uid_and_times_of_writing(store):
    before = datetime.now(UTC).replace(microsecond=0)
    first, second = store(entry("heel", 6), entry("heel", 5))
    assert (first.id, second.id) == (1, 2)
    assert len({first.uid, second.uid}) == 2
    assert len(first.uid) == 36
    assert before <= datetime.fromisoformat(first.created_at) <= datetime.now(UTC)
    assert first.updated_at == first.created_at


def test_an_edited_entry_stands_in_the_place_of_the_old_one(path, store):
    store(FULL)
    with Journal(path, writing=True) as journal, journal.change("edit") as change:
        edited = change.edit(BARE._replace(id=1, uid=FULL.uid))
    with Journal(path) as journal:
        assert list(journal.entries()) == [edited]
    assert edited == BARE._replace(id=1, uid=FULL.uid, updated_at=edited.updated_at)
    assert edited.updated_at > WRITTEN


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Selection(), [4, 3, 1, 2]),
        (selection("heel"), [3, 1, 2]),
        (selection("neck"), []),
        (selection("left heel"), [1]),
        (selection("heel none"), [3]),
        (selection("any right"), [2]),
        (selection("any both"), []),
        (selection("any none"), [4, 3]),
        (selection("left heel", "lower back"), [4, 1]),
        (selection("left heel", "heel none"), [3, 1]),
        (selection("heel", "left heel"), [3, 1, 2]),
        (selection("neck", "lower back"), [4]),
        (selection("any right", "lower back"), [4, 2]),
        (selection("left heel", "lower back", limit=1), [1]),
        (selection("heel", "lower back", since=on(2), until=on(3)), [3, 1]),
        (selection(treatments=("heat",)), [4, 2]),
        (selection(treatments=("heat", "stretching")), [4, 1, 2]),
        (selection(treatments=("rest", "heat")), [4, 2]),
        (selection("right heel", treatments=("stretching",)), [2]),
        (selection("left heel", "lower back", treatments=("heat", "rest")), [4]),
        (Selection(since=on(3)), [1, 2]),
        (Selection(until=on(2)), [4, 3]),
        (Selection(since=on(2), until=on(3)), [3, 1]),
        (Selection(since=on(4), until=on(3)), []),
        (Selection(limit=2), [1, 2]),
        (Selection(limit=0), []),
        (Selection(limit=9), [4, 3, 1, 2]),
        (selection(treatments=("heat",), limit=1), [2]),
    ],
)
def test_a_selection_means_these_entries(four, chosen, found):
    assert ids(four, chosen) == found
    assert ids(four, chosen, newest_first=True) == found[::-1]


@pytest.mark.parametrize("limit", [None, 1])
def test_the_count_leaves_the_limit_out(four, limit):
    with Journal(four) as journal:
        assert journal.count() == 4
        assert journal.count(selection("heel", limit=limit)) == 3
        assert journal.count(selection("left heel", "lower back", limit=limit)) == 2


def test_entries_felt_at_the_same_moment_are_in_the_order_of_their_ids(path, store):
    store(entry("heel", 6), entry("neck", 5), entry("knee", 4))
    assert ids(path) == [1, 2, 3]
    assert ids(path, newest_first=True) == [3, 2, 1]
    assert ids(path, Selection(limit=2)) == [2, 3]


def test_a_day_is_the_day_where_the_person_was(path, store):
    # Both are the same moment; it was 2 March in Auckland and 1 March in Honolulu.
    auckland = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=13)))
    honolulu = auckland.astimezone(timezone(timedelta(hours=-10)))
    store(entry("heel", 6, felt_at=auckland), entry("heel", 5, felt_at=honolulu))
    assert ids(path, Selection(since=date(2026, 3, 2))) == [1]
    assert ids(path, Selection(until=date(2026, 3, 1))) == [2]
    with Journal(path) as journal:
        assert journal.span() == (date(2026, 3, 1), date(2026, 3, 2))


def test_the_span_is_from_the_first_day_to_the_last(four):
    with Journal(four) as journal:
        assert journal.span() == (on(1), on(4))


def test_an_entry_that_is_not_there_is_not_found(four):
    with Journal(four) as journal, pytest.raises(NotFoundError) as refused:
        journal.entry(5)
    assert str(refused.value) == "There is no entry 5. See the ids with: painlog list"


@pytest.mark.parametrize("verb", ["edit", "remove"])
def test_what_is_not_there_can_be_neither_edited_nor_removed(four, verb):
    with Journal(four, writing=True) as journal:
        with pytest.raises(NotFoundError) as refused, journal.change(verb) as change:
            change.edit(BARE._replace(id=5)) if verb == "edit" else change.remove_key("entry", 5)
        assert str(refused.value) == "There is no entry 5."
        assert journal.count() == 4


def test_an_id_is_never_given_twice(path, store):
    store(entry("heel", 6), entry("heel", 5))
    with Journal(path, writing=True) as journal, journal.change("remove") as change:
        change.remove_key("entry", 2)
    assert [stored.id for stored in store(entry("heel", 4))] == [3]


def test_a_journal_without_a_file_is_empty(path):
    with Journal(path) as journal:
        assert not journal.exists
        assert list(journal.entries()) == []
        assert (journal.count(), journal.span()) == (0, None)
        assert (journal.courses(), journal.consultations()) == ((), ())
        assert recent.places_since(journal, on(1)) == []
        assert recent.treatments_since(journal, on(1)) == []
    assert not path.exists()


def test_courses_come_back_whole_oldest_first(path, store):
    stored = store(
        course("heat", start=3),
        course("stretching", "left heel", start=1, end=1),
        course("rest", "lower back", start=1, end=9),
    )
    assert [c._replace(uid="", updated_at="") for c in stored] == [
        course("heat", start=3)._replace(id=1),
        course("stretching", "left heel", start=1, end=1)._replace(id=2),
        course("rest", "lower back", start=1, end=9)._replace(id=3),
    ]
    assert all(c.updated_at.endswith("+00:00") for c in stored)
    assert len({c.uid for c in stored}) == 3
    with Journal(path) as journal:
        assert journal.courses() == (stored[1], stored[2], stored[0])


def test_visits_come_back_whole_oldest_first(path, store):
    stored = store(consultation(5, "asked about\nthe heel"), consultation(2))
    assert [c._replace(uid="", updated_at="") for c in stored] == [
        consultation(5, "asked about\nthe heel")._replace(id=1),
        consultation(2)._replace(id=2),
    ]
    assert all(c.updated_at.endswith("+00:00") for c in stored)
    with Journal(path) as journal:
        assert journal.consultations() == (stored[1], stored[0])


def test_own_regions_and_treatments_come_after_the_catalogue(path, store):
    region = Region("bad spot", "optional", "own", ("sore spot", "that spot"), own=True)
    treatment = Treatment("heat lamp", "self-care", synonyms=("lamp",), own=True)
    store(region, treatment)
    with Journal(path) as journal:
        assert journal.regions.all[-1] == region
        assert journal.treatments.all[-1] == treatment
        assert journal.regions.find("left sore spot") == (region, "left")
        assert journal.treatments.find("Lamp") == treatment


def test_uses_without_a_rating_come_in_the_order_of_time(path, store):
    (late, early, _) = store(
        use("ibuprofen", "neck", day=3, dose="400 mg"),
        use("heat", day=1, note="a long bath"),
        entry("neck", 3, day=2, treatments=["ibuprofen"]),
    )
    assert (late.id, early.id) == (1, 2)
    with Journal(path) as journal:
        assert list(journal.uses()) == [early, late]
        assert list(journal.uses(newest_first=True)) == [late, early]
        assert list(journal.uses(Selection(limit=1))) == [late]
        assert list(journal.uses(Selection(limit=1), newest_first=True)) == [late]
        assert journal.use(1) == late
        assert (journal.count_uses(), journal.count_uses(most=1)) == (2, 1)
        with pytest.raises(NotFoundError, match="There is no use u-1"):
            journal.use(-1)


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (Selection(since=on(2)), [2, 3]),
        (Selection(until=on(2)), [1, 2]),
        (Selection(treatments=("ibuprofen",)), [1, 3]),
        (selection("neck"), [1]),
        (selection("left heel"), [2]),
        (selection("left heel", "neck", since=on(2)), [2]),
        (selection("any none"), [1, 3]),
    ],
    ids=str,
)
def test_uses_are_chosen_as_entries_are(path, store, chosen, days):
    store(
        use("ibuprofen", "neck", day=1),
        use("heat", "left heel", day=2),
        use("ibuprofen", day=3),
    )
    with Journal(path) as journal:
        assert [found.day for found in journal.uses(chosen)] == [on(day) for day in days]
        assert journal.count_uses(chosen) == len(days)


def test_an_entry_has_its_doses_and_its_end(path, store):
    dose = parse_dose("2 x 500 mg")
    rated = entry(
        "head",
        7,
        treatments=["heat", "ibuprofen"],
        doses=(("ibuprofen", dose),),
        until=entry("head", 0, day=2).felt_at,
    )
    (stored,) = store(rated)
    with Journal(path) as journal:
        assert list(journal.entries()) == [stored]
        assert journal.entry(1) == rated._replace(**marks(stored))


def marks(stored):
    return {name: getattr(stored, name) for name in ("id", "uid", "created_at", "updated_at")}


def test_a_region_of_the_catalogue_has_the_diary_that_was_set_and_nothing_else(path):
    with Journal(path, writing=True) as journal:
        head = journal.regions.by_name["head"]
        with journal.change("regions set") as change:
            change.edit(head._replace(diary="attacks", sides="none", area="moon"))
    with Journal(path, writing=True) as journal:
        assert journal.regions.by_name["head"] == head._replace(diary="attacks")
        row = journal.connection.execute("select * from region where name = 'head'").fetchone()
        assert row == ("head", head.sides, head.area, "", 0, "attacks")
        journal.undo()
    with Journal(path, writing=True) as journal:
        assert journal.regions.by_name["head"] == head
        journal.redo()
    with Journal(path) as journal:
        assert journal.regions.by_name["head"].diary == "attacks"


def test_what_names_a_region_or_treatment_is_counted(path, store):
    store(
        entry("left heel", 6, treatments=["heat", "rest"]),
        entry("right heel", 6, treatments=["heat"]),
        course("heat", "heel"),
        course("heat"),
        use("heat", "right heel"),
    )
    with Journal(path) as journal:
        assert journal.namings("region", "heel") == 4
        assert journal.namings("region", "neck") == 0
        assert journal.namings("treatment", "heat") == 5
        assert journal.namings("treatment", "rest") == 1


@pytest.mark.parametrize(
    ("chosen", "places"),
    [
        (Selection(), {("heel", "left"), ("heel", "right"), ("heel", None), ("lower back", None)}),
        (selection("heel", since=on(3)), {("heel", "left"), ("heel", "right")}),
        (selection("right heel", "lower back"), {("heel", "right"), ("lower back", None)}),
        (Selection(limit=1), {("heel", "right")}),
        (selection("neck"), set()),
    ],
)
def test_the_places_of_a_selection_are_those_of_its_entries(four, chosen, places):
    with Journal(four) as journal:
        assert set(journal.places(chosen)) == places


def test_a_course_kept_for_the_region_whole_body_is_for_the_whole_body(path, store):
    store(course("heat")._replace(region="whole body"))
    with Journal(path) as journal:
        (kept,) = journal.courses()
    assert (kept.region, kept.side) == (None, None)


def test_an_attack_that_reaches_into_the_days_is_found_where_it_is_asked_for(store, path):
    midnight = datetime(2026, 3, 10, tzinfo=UTC)
    store(
        entry("head", 1, felt_at=midnight - timedelta(days=5), until=midnight),
        entry(
            "head", 2, felt_at=midnight - timedelta(days=5), until=midnight + timedelta(minutes=1)
        ),
        entry(
            "head", 3, felt_at=midnight - timedelta(days=366), until=midnight + timedelta(hours=1)
        ),
        entry("head", 4, felt_at=midnight - timedelta(days=1)),
        entry("head", 5, felt_at=midnight),
        entry("neck", 6, felt_at=midnight - timedelta(days=1), until=midnight + timedelta(hours=1)),
    )
    chosen = selection("head", since=on(10), until=on(10))
    with Journal(path) as journal:
        found = list(journal.entries(chosen._replace(reaching=True)))
        assert [e.intensity for e in found] == [3, 2, 5]
        assert [e.intensity for e in journal.entries(chosen)] == [5]
        # It is what an entry says of its own days.
        everything = journal.entries(selection("head"))
        assert found == [e for e in everything if on(10) in e.days]
        every = chosen._replace(since=None)
        assert list(journal.entries(every._replace(reaching=True))) == list(journal.entries(every))


def test_an_attack_lies_within_each_day_that_it_touches(path, store):
    store(
        entry("head", 8, day=1, until=entry("head", 0, day=3).felt_at.replace(hour=6)),
        entry("head", 5, day=2, until=entry("head", 0, day=3).felt_at.replace(hour=0)),
        entry("neck", 4, day=2),
    )
    third = Selection(since=on(3), until=on(3))
    assert ids(path, third) == []
    assert ids(path, third._replace(reaching=True)) == [1]
    assert ids(path, Selection(since=on(2), until=on(2), reaching=True)) == [1, 2, 3]
    assert ids(path, Selection(since=on(4), reaching=True)) == []
    with Journal(path) as journal:
        assert journal.count(third._replace(reaching=True)) == 1
