"""Sessions: right after a treatment, and what was left the next day."""

from builders import entry
from painlog.analysis.days import gather
from painlog.analysis.sessions import SessionSummary, summarise_sessions


def summaries(*entries):
    return summarise_sessions(
        entries, {place: gathered.days() for place, gathered in gather(entries).items()}
    )


def test_the_mean_change_and_what_was_left_the_next_day():
    found = summaries(
        entry("left heel", 3, day=1, treatments=["heat"], before=6),
        entry("left heel", 5, day=2, hour=9),
        entry("left heel", 6, day=2, hour=20),
        entry("left heel", 2, day=9, treatments=["heat"], before=8),
        entry("left heel", 4, day=11),
    )
    assert found == (
        SessionSummary(
            "heel",
            "left",
            "heat",
            sessions=2,
            mean_before=7.0,
            mean_after=2.5,
            mean_change=-4.5,
            next_days=1,
            next_day_change=-0.5,
        ),
    )


def test_without_a_rating_on_the_next_day_nothing_is_said_of_it():
    (found,) = summaries(entry("head", 3, treatments=["heat"], before=6))
    assert (found.next_days, found.next_day_change) == (0, None)


def test_an_entry_without_a_treatment_or_without_a_before_is_no_session():
    assert summaries(entry("head", 3, before=6), entry("head", 3, treatments=["heat"])) == ()


def test_a_session_of_two_treatments_counts_for_both():
    found = summaries(entry("head", 3, treatments=["rest", "heat"], before=3))
    assert [(s.treatment, s.mean_change) for s in found] == [("heat", 0.0), ("rest", 0.0)]


def test_sides_and_treatments_are_kept_apart_and_in_order():
    found = summaries(
        entry("right heel", 3, treatments=["rest"], before=4),
        entry("left heel", 2, treatments=["rest"], before=4),
        entry("heel", 1, treatments=["rest"], before=4),
        entry("left heel", 0, treatments=["heat"], before=4),
    )
    assert [(s.side, s.treatment, s.mean_change) for s in found] == [
        (None, "rest", -3.0),
        ("left", "heat", -4.0),
        ("left", "rest", -2.0),
        ("right", "rest", -1.0),
    ]


def test_a_pain_of_0_before_a_session_is_a_number_like_any():
    (found,) = summaries(entry("head", 1, treatments=["heat"], before=0))
    assert (found.mean_before, found.mean_change) == (0.0, 1.0)
