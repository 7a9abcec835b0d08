"""Entries from elsewhere: none twice, all in one change."""

from datetime import datetime, timedelta, timezone

import pytest

from builders import entry
from painlog.model.contents import Conflict
from painlog.model.dose import Dose
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.model.use import Use
from painlog.store.additions import Additions, _holds_like, add_names, take_in
from painlog.store.journal import Journal

UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
FAR = timezone(timedelta(hours=-23))
SECONDS = timedelta(seconds=20)
THREE = [(2, entry("left heel", 6)), (3, entry("left heel", 5)), (7, entry("neck", 6, day=2))]
HEAT = Use(THREE[0][1].felt_at, "heat")


@pytest.fixture
def take(path):
    """Take numbered entries in, in one change."""

    def put(numbered, **how):
        with Journal(path, writing=True) as journal, journal.change("import") as change:
            return take_in(journal, change, numbered, **how)

    return put


@pytest.fixture
def kept(path):
    """The entries that the journal holds, without what it gave them."""

    def read():
        with Journal(path) as journal:
            return [
                stored._replace(id=0, uid="", created_at="", updated_at="")
                for stored in journal.entries()
            ]

    return read


def test_all_are_added_to_an_empty_journal(take, kept):
    assert take(THREE) == Additions(added=3)
    assert kept() == [taken for _, taken in THREE]


def test_importing_twice_adds_nothing(take, kept):
    take(THREE)
    assert take(THREE) == Additions(duplicates=3, lines=[2, 3, 7])
    assert kept() == [taken for _, taken in THREE]


def test_importing_what_was_exported_adds_nothing(path, take):
    take(THREE)
    with Journal(path) as journal:
        exported = [*enumerate(journal.entries(), start=2)]
    assert take(exported) == Additions(known=3)
    with Journal(path) as journal:
        assert [*enumerate(journal.entries(), start=2)] == exported


def test_what_is_known_in_another_version_is_told_and_not_changed(path, take, kept):
    take([*THREE, (9, HEAT)])
    with Journal(path) as journal:
        first, *others = journal.entries()
        (use,) = journal.uses()
    changed = first._replace(intensity=3, side=None, note="x", felt_at=first.felt_at + SECONDS)
    dosed = use._replace(dose=Dose(1, "hour", "1 hour"))
    known = take([(2, changed), (3, others[0]), (9, dosed)])
    assert (known.known, known.differing) == (3, 2)
    assert known.conflicts == [
        Conflict(first, first._replace(intensity=3, side=None, note="x"), taken=False),
        Conflict(use, dosed, taken=False),
    ]
    assert kept() == [taken for _, taken in THREE]
    # A file without these columns says nothing about them.
    assert take([(2, changed)], columns={"uid", "felt_at", "region", "side"}).conflicts == [
        Conflict(first, first._replace(side=None), taken=False)
    ]
    assert take([(2, changed)], columns={"uid", "region"}).differing == 0


def test_a_known_uid_is_passed_over_whatever_else_changed(take, kept):
    take([(2, entry("left heel", 6, uid=UID))])
    again = take([(2, entry("neck", 1, day=9, uid=UID))], allow_duplicates=True)
    assert (again.added, again.known, again.differing) == (0, 1, 1)
    assert kept() == [entry("left heel", 6)]


def test_a_uid_that_is_there_twice_is_added_once(take, kept):
    twice = [(2, entry("left heel", 6, uid=UID)), (3, entry("left heel", 5, uid=UID))]
    taken = take(twice)
    assert (taken.added, taken.known, taken.differing) == (1, 1, 1)
    assert kept() == [entry("left heel", 6)]


def test_an_entry_with_a_new_uid_is_no_duplicate(path, take):
    take([(2, entry("left heel", 6))])
    assert take([(2, entry("left heel", 6, uid=UID))]) == Additions(added=1)
    with Journal(path) as journal:
        assert [stored.uid == UID for stored in journal.entries()] == [False, True]


def test_likely_duplicates_are_reported_with_their_line(take, kept):
    take([(2, entry("left heel", 6)), (3, entry("neck", 6))])
    again = [
        (2, entry("left heel", 6)),
        (3, entry("left heel", 6, note="with a note")),
        (4, entry("right heel", 6)),
        (5, entry("heel", 6)),
        (6, entry("left heel", 5)),
        (7, entry("left heel", 6, hour=21)),
        (9, entry("neck", 6)),
        (12, entry("heel", 6)),
    ]
    assert take(again) == Additions(added=5, duplicates=3, lines=[2, 9, 12])
    assert len(kept()) == 7


@pytest.mark.parametrize(
    "differing",
    [
        entry("left heel", 6, treatments=["heat"]),
        entry("left heel", 6, qualities=("dull",)),
        entry("left heel", 6, interference=3),
        entry("left heel", 6, until=datetime(2026, 3, 2, tzinfo=FAR)),
    ],
)
def test_an_entry_that_says_anything_else_is_no_duplicate(take, differing):
    take([(2, entry("left heel", 6))])
    assert take([(2, differing)]) == Additions(added=1)
    assert take([(2, differing)]) == Additions(duplicates=1, lines=[2])


def test_a_use_at_the_same_time_and_dose_is_a_likely_duplicate(take):
    when = entry("head", 1).felt_at
    taken = Use(when, "heat", Dose(1, "hour", "1 hour"))
    assert take([(2, taken), (3, taken)]) == Additions(uses=1, duplicates=1, lines=[3])
    others = [
        (4, taken._replace(dose=None)),
        (5, taken._replace(dose=Dose(2, "hour", "2 hours"))),
        (5, taken._replace(treatment="rest")),
        (6, taken._replace(used_at=when + timedelta(hours=1))),
        (7, taken._replace(uid=UID)),
    ]
    assert take(others) == Additions(uses=5)
    minutes = Dose(60, "minute", "60 minutes")
    assert take([(9, taken._replace(dose=minutes))]) == Additions(duplicates=1, lines=[9])
    rated = entry("left heel", 6, treatments=["heat"], doses=(("heat", taken.dose),))
    again = rated._replace(doses=(("heat", minutes),))
    assert take([(10, rated), (11, again)]) == Additions(added=1, duplicates=1, lines=[11])
    assert take([(8, taken._replace(uid=UID))]) == Additions(known=1)


def test_only_the_first_lines_of_many_duplicates_are_kept(take):
    many = [(line, entry("left heel", 6)) for line in range(2, 1003)]
    assert take(many) == Additions(added=1, duplicates=1000, lines=[*range(3, 23)])


@pytest.mark.parametrize("hours", [-12, -9, 5.75, 14])
def test_the_same_moment_on_a_clock_elsewhere_is_a_likely_duplicate(take, kept, hours):
    there = timezone(timedelta(hours=hours))
    first, later = entry("left heel", 6), entry("left heel", 6, hour=21)
    elsewhere = first._replace(felt_at=first.felt_at.astimezone(there))
    take([(2, elsewhere)])
    assert take([(2, first), (3, later)]) == Additions(added=1, duplicates=1, lines=[2])
    assert take([(2, elsewhere)]) == Additions(duplicates=1, lines=[2])
    # The clock may say the same and mean another moment.
    other = first._replace(felt_at=first.felt_at.replace(tzinfo=there))
    assert take([(2, other)]) == Additions(added=1)
    assert len(kept()) == 3


def test_on_a_clock_that_is_nowhere_the_same_time_is_a_likely_duplicate(take):
    far = entry("left heel", 6, felt_at=datetime(2026, 3, 1, 20, tzinfo=FAR))
    assert take([(2, far), (3, far)]) == Additions(added=1, duplicates=1, lines=[3])


def test_the_look_for_duplicates_stays_within_an_index(path, take):
    take(THREE)
    with Journal(path) as journal:
        asked: list[str] = []
        journal.connection.set_trace_callback(asked.append)
        _holds_like(journal, entry("left heel", 6))
        sql, *_ = asked
        ((*_, plan),) = journal.connection.execute(f"explain query plan {sql}")
    assert plan == ("SEARCH entry USING INDEX entry_region (region=? AND felt_at>? AND felt_at<?)")


def test_likely_duplicates_are_taken_when_they_are_allowed(take, kept):
    take(THREE)
    assert take(THREE, allow_duplicates=True) == Additions(added=3)
    assert len(kept()) == 6


def test_one_undo_takes_the_whole_import_back(path, take, kept):
    take(THREE[:1])
    take(THREE)
    with Journal(path, writing=True) as journal:
        assert journal.undo().command == "import"
    assert kept() == [taken for _, taken in THREE[:1]]


def test_an_import_that_adds_nothing_leaves_nothing_to_undo(path, take, kept):
    take(THREE)
    take(THREE)
    with Journal(path, writing=True) as journal:
        journal.undo()
    assert kept() == []


def test_an_import_that_breaks_off_adds_nothing(take, kept):
    def broken():
        yield from THREE
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match=r"^the disk is gone$"):
        take(broken())
    assert kept() == []


def test_a_name_that_another_painlog_added_in_the_meantime_is_no_hindrance(path):
    scar, qigong = Region("scar", "optional", "own", own=True), Treatment("qigong", own=True)
    for _ in range(2):
        with Journal(path, writing=True) as journal, journal.change("import") as change:
            add_names(journal, change, [scar], [qigong])
    with Journal(path) as journal:
        assert [r for r in journal.regions.all if r.own] == [scar]
        assert [t for t in journal.treatments.all if t.own] == [qigong]
