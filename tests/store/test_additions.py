"""Entries from elsewhere: none twice, all in one change."""

from datetime import datetime, timedelta, timezone

import pytest

from builders import entry
from painlog.errors import RefusedError
from painlog.model.contents import Conflict
from painlog.model.dose import Dose
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.model.use import Use
from painlog.store.additions import Additions, add_names, take_in
from painlog.store.counterparts import _like
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
            return take_in(journal, change, lambda: numbered, **how)

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
        Conflict(first, first._replace(intensity=3, side=None, note="x"), taken=False, line=2),
        Conflict(use, dosed, taken=False, line=9),
    ]
    assert kept() == [taken for _, taken in THREE]
    # A file without these columns says nothing about them.
    unsaid = changed._replace(note="")
    assert take([(2, unsaid)], columns={"uid", "felt_at", "region", "side"}).conflicts == [
        Conflict(first, first._replace(side=None), taken=False, line=2)
    ]
    assert take([(2, unsaid)], columns={"uid", "region"}).differing == 0


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


def test_what_says_the_same_under_a_new_uid_is_a_likely_duplicate(path, take):
    said = [(2, entry("left heel", 6, uid=UID)), (3, HEAT._replace(uid=UID))]
    take([(2, entry("left heel", 6)), (3, HEAT)])
    assert take(said) == Additions(duplicates=2, lines=[2, 3])
    assert take(said, allow_duplicates=True) == Additions(added=1, uses=1)
    assert take(said, allow_duplicates=True) == Additions(known=2)
    with Journal(path) as journal:
        assert [stored.uid == UID for stored in journal.entries()] == [False, True]


def test_two_that_are_alike_under_two_uids_are_two(take, kept):
    other = UID.replace("0f", "1f")
    two = [(2, entry("left heel", 6, uid=UID)), (3, entry("left heel", 6, uid=other))]
    assert take(two) == Additions(added=2)
    third = [*two, (4, entry("left heel", 6, uid=UID.replace("0f", "2f")))]
    assert take(third) == Additions(added=1, known=2)
    assert len(kept()) == 3


def test_one_here_is_the_same_as_one_of_two_that_are_alike(take, kept):
    take([(2, entry("left heel", 6))])
    two = [(n, entry("left heel", 6, uid=UID.replace("0f", f"{n}f"))) for n in (2, 3)]
    assert take(two) == Additions(added=1, duplicates=1, lines=[2])
    assert take(two) == Additions(known=1, duplicates=1, lines=[2])
    assert len(kept()) == 2


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
def test_an_entry_that_says_anything_else_is_no_duplicate(take, kept, differing):
    plain = entry("left heel", 6)
    take([(2, plain)])
    assert take([(2, plain), (3, differing)]) == Additions(added=1, duplicates=1, lines=[2])
    assert take([(2, differing)]) == Additions(duplicates=1, lines=[2])
    assert kept() == [plain, differing]


def test_a_changed_row_is_kept_out_unless_it_is_to_replace_what_is_stored(path, take, kept):
    take([*THREE, (9, HEAT._replace(dose=Dose(1, "hour", "1 hour")))])
    with Journal(path) as journal:
        stored, (use,) = [*journal.entries()], [*journal.uses()]
    (first,) = [e for e in stored if e.intensity == 6 and e.region == "heel"]
    corrected = [(2, entry("left heel", 7)), *THREE[1:], (9, HEAT), (10, entry("left heel", 2))]
    conflicts = [
        Conflict(first, first._replace(intensity=7), taken=False, line=2),
        Conflict(use, use._replace(dose=None), taken=False, line=9),
    ]
    found = take(corrected)
    assert found == Additions(1, 0, 0, 2, [3, 7], 2, 2, 0, conflicts)
    assert len(kept()) == 4
    replaced = take(corrected, replace=True)
    assert (replaced.added, replaced.changed, replaced.replaced) == (0, 2, 2)
    assert [e.intensity for e in kept() if e.region == "heel"] == [7, 5, 2]
    with Journal(path) as journal:
        assert [u.dose for u in journal.uses()] == [None]


def test_a_side_that_was_added_to_a_row_changes_it_and_another_side_does_not(take):
    take([(2, entry("heel", 6))])
    sided = entry("left heel", 6)
    assert take([(2, sided)]).changed == 1
    # A column of its own may hold the ratings of each side.
    assert take([(2, sided)], columns={"felt_at", "intensity"}) == Additions(added=1)
    assert take([(2, entry("right heel", 6)), (3, entry("heel", 6))]).added == 1


def test_a_row_says_nothing_of_what_its_file_has_no_column_for(take):
    take([(2, entry("left heel", 6, triggers=("walk",), note="by hand"))])
    columns = {"felt_at", "region", "intensity"}
    again = take([(2, entry("left heel", 6))], columns=columns)
    assert again == Additions(duplicates=1, lines=[2])
    assert take([(2, entry("left heel", 5))], columns=columns).changed == 1


def test_what_cannot_be_stored_together_is_refused_with_its_line(take, kept):
    take([(2, entry("left heel", 6, intensity_before=8, treatments=["heat"]))])
    columns = {"felt_at", "region", "intensity", "treatments"}
    with pytest.raises(RefusedError, match=r"^Line 4: An intensity before treatment needs a"):
        take([(4, entry("left heel", 6))], replace=True, columns=columns)
    assert [e.treatments for e in kept()] == [("heat",)]


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
    assert take([(2, taken), *others]) == Additions(uses=5, duplicates=1, lines=[2])
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
        _like(journal, entry("left heel", 6))
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
