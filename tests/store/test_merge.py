"""Two journals merged: nothing twice, the newer version kept, the older in the change log."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    consultation,
    course,
    entry,
    on,
    peg,
    question,
    sign_answer,
    trial,
    trial_day,
    use,
)
from painlog.model.contents import HIGHEST_ID, Background, Conflict
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.name_match import NameMatch, match_names
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.store import log
from painlog.store.journal import Journal
from painlog.store.merge import Names, content, merge

EARLY, LATE = "2026-03-01T08:00:00+00:00", "2026-03-02T08:00:00+00:00"
SPOT = Region("bad spot", "none", "own", ("sore spot",), own=True)
LAMP = Treatment("heat lamp", "self-care", own=True)


def uid(number):
    return f"0f8fad5b-d9cb-469f-a165-{number:012}"


def rated(number, intensity=6, *, at=EARLY, **rest):
    rest = {"id": number, "created_at": EARLY} | rest
    return entry("left heel", intensity, uid=uid(number), updated_at=at, **rest)


def written(thing, number, at=EARLY, **rest):
    return thing._replace(uid=uid(number), id=number, updated_at=at, **rest)


def merge_into(journal, entries=(), background=None):
    background = background or Background()
    for name in ("regions", "treatments"):
        vars(journal).pop(name, None)
    names = Names(
        match_names(journal.regions, background.own_regions, {e.region for e in entries}),
        match_names(
            journal.treatments,
            background.own_treatments,
            {
                name
                for e in entries
                for name in (e.treatments if isinstance(e, Entry) else (e.treatment,))
            },
        ),
    )
    with log.change(journal.connection, "import") as change:
        return merge(journal, change, entries, background, names)


@pytest.fixture
def journal():
    with Journal(Path("there is no such file.db")) as opened:
        yield opened


def logged(journal, change_id):
    """What the log holds of a change: kind and the field that tells versions apart."""
    rows = journal.connection.execute(
        "select kind, other from change_item where change_id = ? order by position", [change_id]
    )
    return [(kind, other and json.loads(other).get("intensity")) for kind, other in rows]


def test_an_empty_journal_takes_all_as_it_is(journal):
    background = Background(
        (written(course("heat lamp", start=3, end=5), 4, at=""), written(course("rest"), 2)),
        (written(consultation(7, "heel"), 3),),
        (written(peg(6, 5, 8, day=8), 9), written(peg(1, 2, 3, day=9), 1)),
        (SPOT, Region("another spot", "paired", "own", own=True)),
        (LAMP,),
    )
    entries = [rated(7, treatments=["heat lamp"], before=8), rated(3)._replace(region="bad spot")]
    merged = merge_into(journal, entries, background)
    assert merged.added == Counter(entry=2, course=2, consultation=1, peg=2)
    assert sorted(journal.entries(), key=lambda e: -e.id) == entries
    found = Journal.background(journal)
    assert found == background._replace(
        courses=tuple(sorted(background.courses, key=lambda c: c.started_on)),
        own_regions=(),
        own_treatments=(),
    )
    for name in ("regions", "treatments"):
        vars(journal).pop(name)
    assert journal.background()[3:5] == (background.own_regions, background.own_treatments)


def test_uses_steps_and_diaries_come_along_and_the_newer_use_stays(journal):
    taken = written(use("ibuprofen", "head", dose="400 mg", created_at=EARLY), 3, note="once")
    attack = rated(8, treatments=["ibuprofen"], doses=(("ibuprofen", parse_dose("1 g")),))
    step = written(course("rest", dose="1 hour"), 2, continues=uid(9))
    background = Background((step,), attack_diaries=("heel", "head"))
    merged = merge_into(journal, [attack, taken], background)
    assert merged.added == Counter(entry=1, use=1, course=1)
    assert (list(journal.entries()), list(journal.uses())) == ([attack], [taken])
    assert journal.courses() == (step,)
    vars(journal).pop("regions")
    assert journal.background().attack_diaries == ("head", "heel")
    assert merge_into(journal, [attack, taken], background).known == Counter(
        entry=1, use=1, course=1
    )
    newer = taken._replace(dose=parse_dose("600 mg"), updated_at=LATE)
    assert merge_into(journal, [newer]).taken == Counter(use=1)
    assert list(journal.uses()) == [newer]
    assert merge_into(journal, [taken]).taken == Counter()
    assert list(journal.uses()) == [newer]
    # The older version is in the log, and undo goes back from one to the next.
    journal.undo()
    assert list(journal.uses()) == [taken]
    journal.undo()
    assert list(journal.uses()) == []


def test_steps_that_share_a_day_are_two_courses(journal):
    steps = (
        written(course("rest", start=1, end=5, dose="1 hour"), 1),
        written(course("rest", start=5, dose="2 hours"), 2, continues=uid(1)),
    )
    assert merge_into(journal, (), Background(steps)).added == Counter(course=2)
    assert journal.courses() == steps
    assert merge_into(journal, (), Background(steps)).known == Counter(course=2)


def test_importing_twice_adds_nothing_and_is_no_change(journal):
    background = Background(
        (written(course("rest"), 2),), (written(consultation(7), 3),), (), (SPOT,), (LAMP,)
    )
    merge_into(journal, [rated(1)], background)
    merged = merge_into(journal, [rated(1)], background)
    assert merged.known == Counter(entry=1, course=1, consultation=1)
    assert (merged.added, merged.conflicts, merged.returned) == (Counter(), [], 0)
    assert journal.connection.execute("select count(*) from change").fetchone() == (1,)


def test_a_newer_version_takes_the_place_of_the_one_here(journal):
    merge_into(journal, [rated(1)])
    merged = merge_into(journal, [rated(1, 4, at=LATE, id=9, note="later")])
    newer = rated(1, 4, at=LATE, note="later")
    assert merged.conflicts == [Conflict(rated(1), newer, taken=True)]
    assert (merged.taken, merged.stayed) == (Counter(entry=1), Counter())
    assert list(journal.entries()) == [newer]
    assert logged(journal, 2) == [("entry", 6)]
    journal.undo()
    assert list(journal.entries()) == [rated(1)]
    journal.redo()
    assert list(journal.entries()) == [newer]


@pytest.mark.parametrize(
    "times",
    [(LATE, EARLY), (EARLY, EARLY), ("", LATE), (LATE, ""), (EARLY, "noon"), (EARLY, LATE[:19])],
)
def test_what_is_not_newer_goes_into_the_log_alone(journal, times):
    here, there = times
    present = rated(1, at=here or LATE)
    merge_into(journal, [present])
    if not here:
        journal.connection.execute("update entry set updated_at = ''")
        present = present._replace(updated_at="")
    merged = merge_into(journal, [rated(1, 4, at=there)])
    tied = times != (LATE, EARLY)
    assert merged.conflicts == [Conflict(present, rated(1, 4, at=there), taken=False, tied=tied)]
    assert merged.tied == tied
    assert (merged.taken, merged.stayed) == (Counter(), Counter(entry=1))
    assert list(journal.entries()) == [present]
    assert logged(journal, 2) == [("entry", 6), ("entry", 4)]
    journal.undo()
    assert list(journal.entries()) == [present]
    journal.redo()
    assert list(journal.entries()) == [present]


def test_an_older_version_that_the_log_has_is_known(journal):
    merge_into(journal, [rated(1, at=LATE)])
    merge_into(journal, [rated(1, 4, treatments=["heat", "rest"], qualities=("b", "a"))])
    again = merge_into(journal, [rated(1, 4, treatments=["heat", "rest"], qualities=("b", "a"))])
    assert (again.known, again.conflicts) == (Counter(entry=1), [])
    with log.change(journal.connection, "edit") as change:
        change.edit(rated(1, 2))
    before_the_edit = merge_into(journal, [rated(1, at=LATE)])
    assert (before_the_edit.known, before_the_edit.conflicts) == (Counter(entry=1), [])


def test_an_older_version_is_told_apart_from_another_of_the_same_time(journal):
    merge_into(journal, [rated(1, at=LATE)])
    merge_into(journal, [rated(1, 4)])
    assert merge_into(journal, [rated(1, 5)]).stayed == Counter(entry=1)


def test_an_id_that_was_given_here_is_not_given_again(journal):
    merge_into(journal, [rated(1), rated(2)])
    with log.change(journal.connection, "remove") as change:
        change.remove_key("entry", 2)
    others = [rated(11)._replace(id=1), rated(12)._replace(id=2), rated(13)._replace(id=30)]
    merge_into(journal, [*others, rated(14)._replace(id=30), rated(15)._replace(id=0)])
    assert {e.uid: e.id for e in journal.entries()} == {
        uid(1): 1,
        uid(11): 3,
        uid(12): 4,
        uid(13): 30,
        uid(14): 31,
        uid(15): 32,
    }


def test_an_id_too_high_to_count_on_from_is_not_taken(journal):
    highest = 2**63 - 1
    merge_into(journal, [rated(1)._replace(id=highest), rated(2)._replace(id=HIGHEST_ID)])
    assert {e.uid: e.id for e in journal.entries()} == {uid(1): 1, uid(2): HIGHEST_ID}
    with log.change(journal.connection, "add") as change:
        assert change.add(entry("neck", 3)).id == HIGHEST_ID + 1


def test_in_an_empty_journal_every_id_is_free_again(journal):
    merge_into(journal, [rated(5)], Background(consultations=(written(consultation(1), 8),)))
    journal.undo()
    merge_into(journal, [rated(5)], Background(consultations=(written(consultation(1), 8),)))
    assert [e.id for e in journal.entries()] == [5]
    assert [c.id for c in journal.consultations()] == [8]


def test_what_was_removed_here_comes_back_and_is_counted(journal):
    background = Background(consultations=(written(consultation(1), 8),))
    merge_into(journal, [rated(1), rated(2), rated(3)], background)
    with log.change(journal.connection, "remove") as change:
        change.remove_key("entry", 1)
        change.remove_key("entry", 3)
        change.remove_key("consultation", 8)
    merged = merge_into(journal, [rated(1), rated(2), rated(3), rated(4)], background)
    assert (merged.added, merged.returned) == (Counter(entry=3, consultation=1), 3)
    assert [thing.uid for thing in merged.first_returned] == [uid(1), uid(3), uid(8)]


def test_what_was_undone_was_not_removed(journal):
    merge_into(journal, [rated(1)])
    journal.undo()
    assert merge_into(journal, [rated(1)]).returned == 0


def test_a_uid_that_is_there_twice_is_one_thing(journal):
    merged = merge_into(journal, [rated(1), rated(1, 4, at=LATE), rated(1)])
    assert (merged.added, merged.taken, merged.known) == (
        Counter(entry=1),
        Counter(entry=1),
        Counter(entry=1),
    )
    assert list(journal.entries()) == [rated(1, 4, at=LATE)]


def test_two_pegs_of_one_day_are_versions_of_one(journal):
    merge_into(journal, background=Background(pegs=(written(peg(6, 5, 8), 1),)))
    older = merge_into(journal, background=Background(pegs=(written(peg(1, 1, 1), 2, at=""),)))
    assert older.stayed == Counter(peg=1)
    newer = merge_into(journal, background=Background(pegs=(written(peg(2, 2, 2), 3, at=LATE),)))
    assert newer.taken == Counter(peg=1)
    assert journal.pegs() == (written(peg(2, 2, 2), 3, at=LATE)._replace(id=1),)
    same = merge_into(journal, background=Background(pegs=(written(peg(2, 2, 2), 4),)))
    assert same.known == Counter(peg=1)


def test_a_trial_and_its_days_come_along_under_the_names_of_here(journal):
    merge_into(journal, [], Background(own_treatments=(LAMP,)))
    there = written(trial("nothing", "Heat lamp + rest"), 3)
    days = (written(trial_day(there, 1), 7), written(trial_day(there, 2, "no"), 8))
    names = Names(
        match_names(journal.regions, (), {"heel"}),
        NameMatch((), {"Heat lamp": "heat lamp"}, (), ()),
    )
    with log.change(journal.connection, "import") as change:
        merged = merge(journal, change, [], Background(trials=(there,), trial_days=days), names)
    assert merged.added == Counter(trial=1, trial_day=2)
    assert journal.trials() == (there._replace(b="heat lamp + rest"),)
    assert journal.trial_days() == days
    assert journal.namings("treatment", "heat lamp") == 1


def test_answers_about_warning_signs_come_along_once_under_the_names_of_here(journal):
    there = (
        written(sign_answer("cauda", "yes", day=2), 1)._replace(region="Bad Spot", side="left"),
        written(sign_answer("infection", "no"), 2),
    )
    names = Names(
        NameMatch((), {"Bad Spot": "heel"}, (), ()),
        NameMatch((), {}, (), ()),
    )
    background = Background(sign_answers=there)
    for number in (1, 2):
        with log.change(journal.connection, f"import {number}") as change:
            merged = merge(journal, change, [], background, names)
    assert merged.known == Counter(red_flag_answer=2)
    assert journal.sign_answers() == (there[1], there[0]._replace(region="heel"))


def test_a_day_of_a_trial_answered_twice_is_one_and_a_stop_goes_with_the_newer_trial(journal):
    here = written(trial(), 1)
    merge_into(
        journal, background=Background(trials=(here,), trial_days=(written(trial_day(here, 1), 1),))
    )
    newer = written(trial_day(here, 1, "no"), 2, at=LATE)
    stopped = here._replace(stopped_on=on(3), updated_at=LATE)
    merged = merge_into(journal, background=Background(trials=(stopped,), trial_days=(newer,)))
    assert merged.taken == Counter(trial=1, trial_day=1)
    assert journal.trials() == (stopped,)
    assert journal.trial_days(here) == (newer._replace(id=1),)


def test_questions_come_along_with_their_visits_and_the_newer_tick_counts(journal):
    visit = written(consultation(9), 1)
    here = written(question(consultation=visit.uid), 4)
    merge_into(journal, background=Background(consultations=(visit,), questions=(here,)))
    ticked = here._replace(asked_on=on(9), updated_at=LATE)
    new = written(question("Again?"), 5)
    merged = merge_into(journal, background=Background(questions=(ticked, new)))
    assert (merged.taken, merged.added) == (Counter(question=1), Counter(question=1))
    assert journal.questions() == (ticked, new)


def test_a_peg_in_the_place_of_two_is_left_out(journal):
    two = (written(peg(6, 5, 8), 1), written(peg(6, 5, 8, day=2), 2))
    merge_into(journal, background=Background(pegs=two))
    moved = written(peg(1, 1, 1, day=2), 1, at=LATE)
    merged = merge_into(journal, background=Background(pegs=(moved,)))
    assert merged.left_out == [moved]
    assert journal.pegs() == two


def test_courses_that_overlap_are_versions_of_one(journal):
    here = written(course("heat", "left heel", start=5), 1)
    merge_into(journal, background=Background(courses=(here,)))
    there = written(course("heat", "left heel", start=3, end=9), 2, at=LATE)
    elsewhere = written(course("heat", "right heel", start=3), 3)
    merged = merge_into(journal, background=Background(courses=(there, elsewhere)))
    assert (merged.taken, merged.added) == (Counter(course=1), Counter(course=1))
    assert journal.courses() == (there._replace(id=1), elsewhere)


def test_a_course_that_ended_leaves_room_for_the_next(journal):
    merge_into(journal, background=Background(courses=(written(course("heat"), 1),)))
    both = (
        written(course("heat", end=9), 1, at=LATE),
        written(course("heat", start=10), 2, at=LATE),
    )
    merged = merge_into(journal, background=Background(courses=both))
    assert (merged.taken, merged.added) == (Counter(course=1), Counter(course=1))
    assert journal.courses() == both


def test_names_are_those_of_here(journal):
    merge_into(journal, background=Background(own_regions=(SPOT,), own_treatments=(LAMP,)))
    there = rated(1, treatments=["Heat-Lamp", "heat lamp", "rest"], before=3)._replace(
        region="Bad Spot"
    )
    background = Background(
        (written(course("Heat-Lamp"), 1, region="Bad Spot"),),
        own_regions=(SPOT._replace(name="Bad Spot"),),
        own_treatments=(LAMP._replace(name="Heat-Lamp"),),
    )
    merge_into(journal, [there], background)
    (found,) = journal.entries()
    assert (found.region, found.treatments) == ("bad spot", ("heat lamp", "rest"))
    (started,) = journal.courses()
    assert (started.region, started.treatment) == ("bad spot", "heat lamp")
    assert merge_into(journal, [there], background).known == Counter(entry=1, course=1)


def test_only_the_first_conflicts_are_kept_and_all_are_counted(journal):
    merge_into(journal, [rated(n) for n in range(1, 31)])
    merged = merge_into(journal, [rated(n, 4, at=LATE) for n in range(1, 31)])
    assert merged.taken == Counter(entry=30)
    assert [c.here.id for c in merged.conflicts] == list(range(1, 21))


def test_an_entry_without_times_is_written_now(journal):
    merge_into(journal, [rated(1, at="", created_at="")])
    (found,) = journal.entries()
    assert (len(found.created_at), len(found.updated_at)) == (25, 25)


# Each version of a thing has a time of its own, as where one person writes at one machine.
VERSIONS = st.integers(0, 20)


def at(version):
    return f"2026-03-05T08:00:{version:02}+00:00"


@st.composite
def journals(draw):
    """What one of two machines holds; both draw from the same things in several versions."""
    entries = [
        rated(number, version % 11, at=at(version), day=1 + version)
        for number, version in draw(st.dictionaries(st.integers(1, 4), VERSIONS)).items()
    ]
    visits = [
        written(consultation(1 + version), number, at=at(version))
        for number, version in draw(st.dictionaries(st.integers(1, 3), VERSIONS)).items()
    ]
    pegs = [
        # The uid tells which machine it was answered on; the day is what must be one.
        written(peg(version % 11, 0, 0, day=day), day * 30 + version, at=at(version))
        for day, version in draw(st.dictionaries(st.integers(1, 3), VERSIONS)).items()
    ]
    courses = [
        # Whatever its version, one for a treatment overlaps itself and no other.
        written(course(name, start=3, end=4 + version), 50 + version, at=at(version))
        for name, version in draw(
            st.dictionaries(st.sampled_from(["heat", "rest"]), VERSIONS)
        ).items()
    ]
    courses = [c._replace(uid=uid(100 + c.id + 50 * (c.treatment == "rest"))) for c in courses]
    regions = draw(st.sets(st.sampled_from(["bad spot", "other spot"])))
    own = tuple(Region(name, "none", "own", own=True) for name in sorted(regions))
    return entries, Background(tuple(courses), tuple(visits), tuple(pegs), own, ())


def all_content(journal):
    for name in ("regions", "treatments"):
        vars(journal).pop(name, None)
    background = journal.background()
    things = [*journal.entries(), *background.courses, *background.consultations, *background.pegs]
    return (
        Counter(repr(content(thing)) for thing in things),
        {region.name for region in background.own_regions},
    )


@given(journals(), journals())
@settings(max_examples=150)
def test_either_into_the_other_gives_the_same(one, other):
    nowhere = Path("there is no such file.db")
    with Journal(nowhere) as first, Journal(nowhere) as second:
        merge_into(first, *one)
        merge_into(second, *other)
        before = all_content(first)
        merge_into(first, *other)
        merge_into(second, *one)
        assert all_content(first) == all_content(second)
        for again in (one, other):
            repeated = merge_into(first, *again)
            assert (repeated.added, repeated.taken, repeated.stayed) == (Counter(),) * 3
        if first.connection.execute("select max(id) from change").fetchone() == (2,):
            first.undo()
            assert all_content(first) == before


def test_the_days_of_these_tests_are_those_of_the_builders():
    assert (rated(1).day, type(rated(1))) == (on(1), Entry)
