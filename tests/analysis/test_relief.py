"""Relief: the ratings around a use, and what was left the next day."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CATALOGUE, TREATED_WITH, course, entry, use
from painlog.analysis.days import gather
from painlog.analysis.one_use import logged_once
from painlog.analysis.relief import Relief, summarise_relief, uses_in
from painlog.model.dose_reading import parse_dose


def relief(*entries, uses=(), elsewhere=(), courses=()):
    others = gather((*entries, *elsewhere))
    places = gather(entries, uses, elsewhere=others)
    days = {place: gathered.days() for place, gathered in places.items()}
    used = [e for e in entries if e.treatments]
    noted = [use for e in used for use in e.uses]
    found = summarise_relief(
        *(places, used, logged_once(uses, noted), days, TREATED_WITH.by_name, others, courses),
        {place: gathered.attacks(diary=False) for place, gathered in places.items()},
    )
    return tuple(each._replace(noted=frozenset()) for each in found)


def place_of(text):
    region, side = CATALOGUE.find(text)
    return region.name, side


def test_a_rating_at_the_time_of_taking_and_one_two_hours_later_are_relief():
    entries = [
        e
        for day in range(1, 7)
        for e in (
            entry("head", 8, day=day, hour=10, treatments=["ibuprofen"]),
            entry("head", 2, day=day, hour=12),
        )
    ]
    assert relief(*entries) == (
        Relief(
            "head",
            None,
            "ibuprofen",
            None,
            uses=6,
            rated=6,
            mean_before=8.0,
            mean_after=2.0,
            halved=6,
            gone=0,
            again_within_24_hours=5,
            next_days=5,
            next_day_change=-3.0,
        ),
    )


def test_a_take_has_the_newest_rating_of_the_two_hours_before_it():
    ratings = [entry("head", 5, hour=7), entry("head", 9, hour=9), entry("head", 3, hour=12)]
    (found,) = relief(*ratings, uses=[use("ibuprofen", hour=10)])
    assert (found.mean_before, found.mean_after) == (9.0, 3.0)
    (found,) = relief(*ratings, uses=[use("ibuprofen", "head", hour=11, minute=1)])
    assert (found.uses, found.rated, found.mean_before) == (1, 0, None)


def test_a_take_without_a_region_is_for_what_was_rated_just_before():
    ratings = [entry("head", 6, hour=9), entry("left heel", 4, hour=3)]
    found = relief(*ratings, uses=[use("ibuprofen", hour=10)])
    assert [(r.region, r.uses) for r in found] == [("head", 1)]


@pytest.mark.parametrize(
    ("minutes", "after"),
    [(59, None), (60, 1.0), (120, 1.0), (240, 1.0), (241, None)],
)
def test_a_rating_counts_from_one_to_four_hours_after_taking(minutes, after):
    taken = entry("head", 8, hour=10, treatments=["ibuprofen"])
    later = entry("head", 1, felt_at=taken.felt_at + timedelta(minutes=minutes))
    (found,) = relief(taken, later)
    assert found.mean_after == after


def test_the_rating_nearest_to_two_hours_is_taken_and_the_earlier_of_two_as_near():
    taken = entry("head", 8, hour=10, treatments=["ibuprofen"])
    ratings = {hours: entry("head", hours, hour=10 + hours) for hours in (1, 3, 4)}
    assert relief(taken, *ratings.values())[0].mean_after == 1.0
    assert relief(taken, ratings[3], ratings[4])[0].mean_after == 3.0


def test_what_hands_did_is_rated_right_after_it():
    massaged = entry("neck", 4, hour=10, treatments=["massage therapy"], before=7)
    later = entry("neck", 6, hour=12)
    (found,) = relief(massaged, later)
    assert (found.mean_before, found.mean_after) == (7.0, 4.0)
    (found,) = relief(
        entry("neck", 7, hour=9),
        entry("neck", 5, hour=10, felt_at=datetime(2026, 3, 1, 10, 30, tzinfo=UTC)),
        uses=[use("massage therapy", "neck", hour=10)],
    )
    assert (found.mean_before, found.mean_after) == (7.0, 5.0)


def test_the_own_rating_of_an_entry_with_one_before_counts_where_no_later_one_does():
    taken = entry("head", 3, hour=10, treatments=["ibuprofen"], before=8)
    assert relief(taken)[0].mean_after == 3.0
    assert relief(taken, entry("head", 1, hour=12))[0].mean_after == 1.0


def test_down_by_half_and_gone_are_counted():
    def pair(day, before, after):
        return (
            entry("head", before, day=day, hour=10, treatments=["ibuprofen"]),
            entry("head", after, day=day, hour=12),
        )

    entries = [*pair(1, 8, 4), *pair(3, 8, 5), *pair(5, 4, 0), *pair(7, 0, 0), *pair(9, 7, 3)]
    (found,) = relief(*entries)
    assert (found.rated, found.halved, found.gone, found.again_within_24_hours) == (5, 3, 1, 0)


def test_doses_are_kept_apart_and_taking_again_is_counted_over_both():
    def taken(hour, dose):
        doses = (("ibuprofen", parse_dose(dose)),) if dose else ()
        return entry("head", 5, hour=hour, treatments=["ibuprofen"], doses=doses)

    found = relief(taken(8, "400 mg"), taken(14, "800 mg"), taken(20, None))
    assert [(r.dose and r.dose.written, r.uses, r.again_within_24_hours) for r in found] == [
        (None, 1, 0),
        ("400 mg", 1, 1),
        ("800 mg", 1, 1),
    ]


def test_sides_and_treatments_are_kept_apart_and_in_order():
    found = relief(
        entry("right heel", 3, treatments=["rest"], before=4),
        entry("left heel", 2, treatments=["rest"], before=4),
        entry("heel", 1, treatments=["rest"], before=4),
        entry("left heel", 0, treatments=["heat"], before=4),
    )
    assert [(r.side, r.treatment, r.change) for r in found] == [
        (None, "rest", -3.0),
        ("left", "heat", -4.0),
        ("left", "rest", -2.0),
        ("right", "rest", -1.0),
    ]


def test_the_next_day_is_held_against_the_rating_before():
    (found,) = relief(
        entry("left heel", 3, day=1, treatments=["heat"], before=6),
        entry("left heel", 5, day=2, hour=9),
        entry("left heel", 6, day=2, hour=20),
        entry("left heel", 2, day=9, treatments=["heat"], before=8),
    )
    assert (found.next_days, found.next_day_change) == (1, -0.5)
    assert found.uses == 2


def test_what_was_taken_within_half_an_hour_of_another_is_counted_as_taken_together():
    rated = [entry("head", 8, day=1, hour=10), entry("head", 2, day=1, hour=12)]
    at = rated[0].felt_at
    taken = [
        use("ibuprofen", "head", day=1, hour=10),
        use("sumatriptan", "head", day=1)._replace(used_at=at + timedelta(minutes=30)),
        use("paracetamol", "head", day=1)._replace(used_at=at + timedelta(minutes=61)),
    ]
    found = {r.treatment: r.together for r in relief(*rated, uses=taken)}
    assert found == {"ibuprofen": 1, "sumatriptan": 1, "paracetamol": 0}


def test_a_take_without_a_region_is_for_what_hurt_most_just_before():
    rated = [
        entry("head", 8, day=1, hour=10),
        entry("neck", 3, day=1, hour=10),
        entry("heel", 8, day=1, hour=10),
    ]
    found = relief(*rated, uses=[use("ibuprofen", day=1, hour=11)])
    assert [(r.region, r.uses) for r in found] == [("head", 1)]
    later = entry("heel", 8, day=1, hour=11)
    found = relief(*rated, later, uses=[use("ibuprofen", day=1, hour=11)])
    assert [(r.region, r.uses) for r in found] == [("heel", 1)]


@pytest.mark.parametrize(
    ("rated", "said", "meant"),
    [
        (["left head", "head", "head both"], "left head", "left head"),
        (["left head", "head", "head both"], "head both", "head both"),
        (["left head", "head", "head both"], "head", "head"),
        (["left head", "head both", "head"], "right head", "head"),
        (["left head", "right head", "head both"], "head", "right head"),
        (["left head", "right head"], "head both", "right head"),
        (["right head", "head both"], "left head", "head both"),
        (["right head"], "left head", None),
        (["neck"], "head", None),
    ],
)
def test_a_use_counts_for_one_place_the_nearest_to_what_was_said(rated, said, meant):
    # Of what is rated, the right head is nearest in time to the use.
    hours = {"left head": 4, "right head": 11, "head both": 15}
    entries = [entry(place, 5, hour=hours.get(place, 1)) for place in rated]
    taken = [use("ibuprofen", said, hour=12)]
    found = relief(*entries, uses=taken)
    expected = [] if meant is None else [(*place_of(meant), 1)]
    assert [(r.region, r.side, r.uses) for r in found] == expected
    named = [place for place, of in gather(entries, taken).items() if of.namings]
    assert named == [place[:2] for place in expected]


def test_a_use_for_a_place_that_is_not_shown_does_not_count_for_another():
    head, left, neck = entry("head", 8, hour=9), entry("left head", 4, hour=9), entry("neck", 2)
    taken = [use("ibuprofen", "head", hour=10), use("ibuprofen", hour=10)]
    assert relief(left, uses=taken, elsewhere=[head, neck]) == ()
    assert [r.uses for r in relief(head, uses=taken, elsewhere=[left, neck])] == [2]


_HEAD = ["head", "left head", "right head", "head both"]


@given(
    st.lists(
        st.tuples(st.sampled_from([*_HEAD, "neck"]), st.integers(0, 10), st.integers(0, 23)),
        min_size=1,
        max_size=8,
    ),
    st.lists(
        st.tuples(st.sampled_from([*_HEAD, "neck", "heel", None]), st.integers(0, 23)), max_size=8
    ),
)
def test_the_uses_of_all_places_add_up_to_those_of_the_journal(rated, taken):
    entries = [entry(p, i, hour=hour, treatments=["heat"]) for p, i, hour in rated]
    uses = [use("ibuprofen", place, hour=hour) for place, hour in taken]
    found = relief(*entries, uses=uses)
    assert sum(r.uses for r in found if r.treatment == "heat") == len(
        {(e.region, e.side, e.felt_at) for e in entries}
    )
    places = {(e.region, e.side) for e in entries}
    about = [
        u
        for u in uses
        if any(u.is_for(*place) for place in places)
        or (
            u.region is None
            and any(0 <= u.used_at.hour - e.felt_at.hour <= 2 or e.intensity for e in entries)
        )
    ]
    assert sum(r.uses for r in found if r.treatment == "ibuprofen") == len(about)


@pytest.mark.parametrize(("minutes", "uses"), [(0, 1), (-10, 1), (10, 1), (11, 2)])
def test_one_tablet_logged_with_a_rating_and_by_itself_is_one_use(minutes, uses):
    rated = entry("head", 8, day=1, hour=10, treatments=["ibuprofen"])
    again = use("ibuprofen", "head", day=1)._replace(
        used_at=rated.felt_at + timedelta(minutes=minutes)
    )
    (found,) = relief(rated, uses=[again])
    assert found.uses == uses


def test_a_tablet_of_an_entry_is_not_one_for_the_place_that_hurt_more_and_one_for_another_is_two():
    rated = (entry("head", 8, hour=10, treatments=["ibuprofen"]), entry("neck", 9, hour=9))
    found = relief(*rated, uses=[use("ibuprofen", hour=10)])
    assert [(r.region, r.uses) for r in found] == [("head", 1)]
    found = relief(*rated, uses=[use("ibuprofen", "neck", hour=10)])
    assert [(r.region, r.uses) for r in found] == [("head", 1), ("neck", 1)]


def test_uses_of_which_nobody_said_the_place_are_counted_apart():
    ratings = (entry("head", 7, hour=9), entry("head", 3, hour=12))
    (unsaid,) = relief(*ratings, uses=[use("ibuprofen", hour=10)])
    assert (unsaid.region, unsaid.place_said, unsaid.place_unsaid) == ("head", False, 1)
    (said,) = relief(*ratings, uses=[use("ibuprofen", hour=10), use("ibuprofen", "head", hour=20)])
    assert (said.uses, said.place_said, said.place_unsaid) == (2, True, 1)


def test_uses_in_course_and_as_needed_ones_have_a_summary_each():
    entries = [entry("head", 6, day=d, treatments=["ibuprofen"]) for d in (1, 2, 8, 9, 10)]
    for place in ("head", None):
        found = relief(*entries, courses=[course("ibuprofen", place, start=8, end=9)])
        assert [(r.in_course, r.uses) for r in found] == [(False, 3), (True, 2)]
    other = relief(*entries, courses=[course("ibuprofen", "neck", start=8, end=9)])
    assert [(r.in_course, r.uses) for r in other] == [(False, 5)]


def test_a_take_without_a_place_belongs_to_the_course_that_runs_and_not_to_what_hurts_most():
    rated = [entry("lower back", 8, hour=9), entry("left shoulder", 3, hour=9)]
    uses = [use("dry needling", hour=10), use("dry needling", day=20, hour=10)]
    rated.append(entry("lower back", 8, day=20, hour=9))
    found = relief(*rated, uses=uses, courses=[course("dry needling", "left shoulder", end=9)])
    assert [(r.region, r.in_course, r.uses, r.place_said) for r in found] == [
        ("lower back", False, 1, False),
        ("shoulder", True, 1, True),
    ]


def test_of_two_running_courses_the_place_that_hurts_most_has_the_use_and_no_third_place():
    rated = [entry("lower back", 8), entry("left knee", 4), entry("left shoulder", 3)]
    courses = [course("massage", "left shoulder"), course("massage", "left knee")]
    (found,) = relief(*rated, uses=[use("massage")], courses=courses)
    assert (found.region, found.uses, found.place_said) == ("knee", 1, False)
    everywhere = [course("massage"), course("massage", "left shoulder")]
    (found,) = relief(*rated, uses=[use("massage")], courses=everywhere)
    assert found.region == "lower back"


def test_a_take_far_from_any_rating_belongs_to_what_hurt_most_that_day():
    rated = [entry("head", 4, hour=8), entry("neck", 6, hour=9), entry("heel", 9, day=2)]
    (found,) = relief(*rated, uses=[use("ibuprofen", hour=20)])
    assert (found.region, found.uses, found.rated, found.place_said) == ("neck", 1, 0, False)
    assert relief(entry("head", 0, hour=8), uses=[use("ibuprofen", hour=20)]) == ()
    attack = entry("head", 5, hour=22)
    attack = attack._replace(until=attack.felt_at + timedelta(hours=14))
    (found,) = relief(attack, uses=[use("ibuprofen", day=2, hour=11)])
    assert (found.region, found.uses) == ("head", 1)


def test_what_was_noted_for_two_places_at_once_is_one_use_of_both():
    entries = [
        entry("lower back", 5, treatments=["massage"]),
        entry("left shoulder", 4, treatments=["massage"]),
        entry("left shoulder", 4, day=2, treatments=["massage"]),
    ]
    places = gather(entries)
    found = summarise_relief(places, entries, (), {}, TREATED_WITH.by_name)
    assert [(r.region, r.uses, r.also_elsewhere) for r in found] == [
        ("lower back", 1, 1),
        ("shoulder", 2, 1),
    ]
    assert uses_in(found) == 2
    assert uses_in(found[1:]) == 2


def test_two_entries_of_a_place_at_one_moment_name_one_tablet():
    (found,) = relief(*[entry("head", i, hour=9, treatments=["ibuprofen"]) for i in (6, 7)])
    assert (found.uses, found.rated) == (1, 0)


def ended(intensity, hour, lasted, day=1, **fields):
    began = entry("head", intensity, day=day, hour=hour, **fields)
    return began._replace(until=began.felt_at + timedelta(minutes=lasted))


@pytest.mark.parametrize(
    ("lasted", "over"), [(40, 1), (120, 1), (121, 0), (180, 0), (600, 0), (3 * 24 * 60, 0)]
)
def test_an_end_is_no_rating_and_counts_whether_it_comes_soon_or_late(lasted, over):
    [found] = relief(ended(8, hour=8, lasted=lasted, treatments=["ibuprofen"]))
    assert (found.rated, found.mean_after, found.halved, found.gone) == (0, None, 0, 0)
    assert (found.with_end, found.over_within_2_hours) == (1, over)
    [rated] = relief(
        ended(8, hour=8, lasted=lasted, treatments=["ibuprofen"]), entry("head", 4, hour=10)
    )
    assert (rated.rated, rated.mean_after, rated.gone) == (1, 4, 0)
    assert (rated.with_end, rated.over_within_2_hours) == (1, over)


def test_the_end_of_an_attack_is_that_of_its_last_rating_and_a_use_outside_of_it_has_none():
    first = ended(8, hour=8, lasted=60, treatments=["ibuprofen"])
    [meeting] = relief(first, ended(5, hour=9, lasted=300))
    assert (meeting.with_end, meeting.over_within_2_hours) == (1, 0)
    [within] = relief(first, ended(5, hour=8, lasted=600))
    assert (within.with_end, within.over_within_2_hours) == (1, 0)
    taken = [use("ibuprofen", "head", hour=hour) for hour in (7, 8, 12, 13, 14)]
    [found] = relief(ended(8, hour=8, lasted=300), uses=taken)
    # Taken at 8 and 12; at 13 the attack was over.
    assert (found.uses, found.with_end, found.over_within_2_hours) == (5, 2, 1)


def test_an_attack_without_an_end_says_nothing_of_when_it_was_over():
    [found] = relief(entry("head", 8, hour=8, treatments=["ibuprofen"]), entry("head", 0, hour=18))
    assert (found.rated, found.with_end, found.over_within_2_hours) == (0, 0, 0)


def test_an_end_changes_no_other_figure_of_a_day():
    [days] = gather([ended(8, hour=8, lasted=100)]).values()
    assert [(day.mean, day.worst, day.ratings) for day in days.days()] == [(8, 8, 1)]


LATER = "2026-03-20T08:00:00+00:00"


def test_what_has_no_time_of_day_has_no_hours_after_it():
    days = [
        entry("head", 6, day=day, treatments=["heat"], hour=12, created_at=LATER)
        for day in (1, 2, 3)
    ]
    later = [entry("head", 1, day=day, hour=14) for day in (1, 2, 3)]
    (found,) = relief(*days, *later)
    assert (found.uses, found.untimed, found.rated, found.again_within_24_hours) == (3, 3, 0, 0)
    (found,) = relief(
        *days, *later, entry("head", 6, treatments=["heat"], hour=11, created_at=LATER)
    )
    assert (found.uses, found.untimed, found.rated, found.again_within_24_hours) == (4, 0, 4, 3)


def test_only_what_was_noted_with_a_use_without_a_time_counts():
    noted = entry("head", 3, before=6, treatments=["heat"], hour=12, created_at=LATER)
    taken = use("ibuprofen", "head", hour=12, created_at=LATER)
    timed = use("heat", "head", hour=18)
    ratings = [entry("head", 8, hour=11), entry("head", 0, hour=14)]
    heat, ibuprofen = relief(noted, *ratings, uses=[taken, timed])
    assert (heat.uses, heat.untimed, heat.rated, heat.mean_before, heat.mean_after) == (
        *(2, 1, 1),
        *(6.0, 3.0),
    )
    assert (heat.again_within_24_hours, heat.together) == (0, 0)
    assert (ibuprofen.uses, ibuprofen.untimed, ibuprofen.rated) == (1, 1, 0)


@pytest.mark.parametrize(
    ("logged_at", "untimed"),
    [("2026-03-01T12:30:00+00:00", 0), ("2026-03-02T00:10:00+00:00", 1), ("", 1)],
)
def test_noon_was_said_where_it_was_logged_on_the_day(logged_at, untimed):
    taken = use("heat", "head", hour=12, created_at=logged_at)
    (found,) = relief(entry("head", 8, hour=11), uses=[taken])
    assert found.untimed == untimed
