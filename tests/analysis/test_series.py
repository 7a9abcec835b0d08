"""What a picture of time needs: rated days, gaps, courses, consultations; and places compared."""

from builders import consultation, course, entry, on, use
from painlog.analysis.courses import AsNeeded, courses_of
from painlog.analysis.days import Place, PlaceDays, PlacePain, gather, pain_of_places, window
from painlog.analysis.effects import effects_of
from painlog.analysis.series import Gap, build_series
from painlog.model.selection import Selection

LEFT: Place = ("heel", "left")


def rated(*days):
    return gather(entry("left heel", 5, day=day) for day in days)[LEFT]


def test_chosen_entries_have_courses_and_no_before_and_after():
    started = [course("heat", "left heel", start=5)]
    chosen, whole = (
        build_series(LEFT, rated(*range(1, 11)), started, (), today=on(10), asked=asked)
        for asked in (Selection(lowest=3), Selection())
    )
    assert (len(whole.effects), chosen.effects) == (1, ())
    assert chosen.courses == whole.courses


def test_the_runs_of_unrated_days_are_gaps_also_at_the_ends():
    found = build_series(LEFT, rated(3, 4, 8), (), (), today=on(10), since=on(1))
    assert found.gaps == (Gap(on(1), on(2)), Gap(on(5), on(7)), Gap(on(9), on(10)))
    assert [gap.length for gap in found.gaps] == [2, 3, 2]
    assert build_series(LEFT, rated(1, 2, 3), (), (), today=on(3)).gaps == ()


def test_a_series_begins_with_the_first_rated_day():
    found = build_series(LEFT, rated(3, 4, 8), (), (), today=on(10))
    assert (found.since, found.until, found.calendar_days) == (on(3), on(10), 8)
    assert found.place == "left heel"


def test_a_course_is_shown_where_it_was_in_use_in_the_period():
    courses = [
        course("rest", "left heel", start=1, end=3),
        course("heat", "left heel", start=2, end=4),
        course("stretching", "left heel", start=6),
        course("cold", "right heel", start=6),
        course("massage therapy", "left heel", start=11),
    ]
    found = build_series(LEFT, rated(*range(1, 11)), courses, (), today=on(10), since=on(4))
    assert [c.treatment for c in found.courses] == ["heat", "stretching"]
    assert found.latest.course.treatment == "stretching"


def test_before_and_after_are_those_of_the_report():
    courses = [course("stretching", "left heel", start=6)]
    gathered = rated(*range(1, 11))
    found = build_series(LEFT, gathered, courses, (), today=on(10), since=on(4))
    counted = courses_of(LEFT, courses, gathered.namings, on(10))
    assert found.effects == effects_of(LEFT, counted, gathered.days(), today=on(10), since=on(4))
    assert found.latest.comparison.before == window(gathered.days(), on(1), on(5))


def test_visits_of_the_period_are_shown():
    visits = [consultation(3), consultation(4), consultation(10), consultation(11)]
    found = build_series(LEFT, rated(4), (), visits, today=on(10), since=on(4))
    assert found.consultations == (consultation(4), consultation(10))


def test_a_place_without_a_rating_has_no_before_and_after():
    courses = [course("stretching", "left heel", start=1)]
    found = build_series(LEFT, PlaceDays(), courses, (), today=on(10))
    assert (found.days, found.effects, found.latest) == ((), (), None)
    assert [c.treatment for c in found.courses] == ["stretching"]


def test_places_are_compared_by_the_worst_of_their_days_added_up():
    entries = [
        entry("tooth", 7, day=5),
        entry("tooth", 0, day=6),
        entry("left heel", 9, day=1),
        entry("left heel", 4, day=5),
        entry("left heel", 6, day=6),
        entry("lower back", 6, day=5),
        entry("neck", 5, day=6),
        entry("knee", 0, day=6),
        entry("head", 10, day=2),
    ]
    days = {place: gathered.days() for place, gathered in gather(entries).items()}
    assert pain_of_places(days, on(5), on(6)) == (
        PlacePain("heel", "left", 5.0, 2, 5.0, 2),
        PlacePain("tooth", None, 3.5, 2, 7.0, 1),
        PlacePain("lower back", None, 6.0, 1, 6.0, 1),
        PlacePain("neck", None, 5.0, 1, 5.0, 1),
        PlacePain("knee", None, 0.0, 1, 0.0, 0),
    )


def test_days_that_an_attack_diary_assumes_change_a_mean_and_no_order():
    entries = [entry("head", 7, day=1), entry("head", 5, day=2), entry("neck", 3, day=2)]
    days = {place: found.days(on(4)) for place, found in gather(entries).items()}
    assert pain_of_places(days, on(1), on(4)) == (
        PlacePain("head", None, 3.0, 4, 6.0, 2, 2),
        PlacePain("neck", None, 1.0, 3, 3.0, 1, 2),
    )


def test_a_medicine_without_a_course_is_used_as_needed():
    entries = [entry("left heel", 5, day=d, treatments=["ibuprofen"]) for d in (1, 3, 5, 9)]
    entries.append(entry("left heel", 5, day=6, treatments=["heat"]))
    gathered = gather(entries)[LEFT]
    found = build_series(LEFT, gathered, (), (), today=on(10), since=on(3), medicines={"ibuprofen"})
    assert found.courses == ()
    assert found.as_needed == (
        AsNeeded("ibuprofen", (on(3), on(5), on(9))),
        AsNeeded("heat", (on(6),)),
    )


def test_a_pain_that_comes_in_attacks_has_its_days():
    gathered = gather([entry("left heel", 6, day=d) for d in (1, 2, 9)])[LEFT]
    found = build_series(LEFT, gathered, (), (), today=on(14), attack_diary=True)
    assert found.episodic
    assert [(s.rated_days, s.pain_days) for s in found.pain_days] == [(7, 2), (7, 1)]
    assert not build_series(LEFT, gathered, (), (), today=on(14)).episodic


def test_what_was_used_before_and_after_a_course_was_used_as_needed():
    entries = [entry("left heel", 5, day=d, treatments=["ibuprofen"]) for d in (2, 9, 16, 17)]
    gathered = gather(entries)[LEFT]
    started = [course("ibuprofen", "left heel", start=8, end=14)]
    uses = [use("ibuprofen", day=12), use("ibuprofen", day=19)]
    found = build_series(
        LEFT, gathered, started, (), today=on(20), medicines={"ibuprofen"}, uses=uses
    )
    assert [c.treatment for c in found.courses] == ["ibuprofen"]
    assert found.as_needed == (
        AsNeeded("ibuprofen", (on(2), on(16), on(17), on(19)), by_ratings=1),
    )


def test_what_nobody_started_was_used_as_needed_on_all_its_days_if_on_any_outside_its_course():
    used = (1, 20, 23, 26)
    entries = [entry("left heel", 5, day=d, treatments=["heat"]) for d in used]
    found = build_series(LEFT, gather(entries)[LEFT], (), (), today=on(30))
    assert [(c.started_on, c.inferred) for c in found.courses] == [(on(20), True)]
    assert found.as_needed == (AsNeeded("heat", tuple(map(on, used))),)
    later = build_series(LEFT, gather(entries)[LEFT], (), (), today=on(30), since=on(20))
    assert later.as_needed == ()


def test_what_counts_for_the_place_without_being_said_to_is_used_as_needed_too():
    gathered = gather([entry("left heel", 6, day=1)])[LEFT]
    found = build_series(LEFT, gathered, (), (), today=on(3), uses=[use("ibuprofen", day=1)])
    assert found.as_needed == (AsNeeded("ibuprofen", (on(1),), by_ratings=1),)
