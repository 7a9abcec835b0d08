"""What pictures show in words, and what is said where there is nothing to draw."""

from datetime import date

from builders import consultation, course, on, series
from painlog.analysis.days import PlacePain, Window
from painlog.views.pictures.words import (
    chart_words,
    mean_words,
    never_rated,
    no_match,
    not_rated,
    nothing,
    why_shown,
)

LAST = date(2026, 3, 31)


def words(*args, **kwargs):
    return chart_words(series(*args, **kwargs))


def test_where_there_is_nothing_to_draw_that_is_said_with_what_to_type():
    assert nothing(LAST) == (
        "There is nothing to draw: no entry up to Tue 31 Mar 2026. Add one: painlog add heel 6"
    )
    assert no_match(LAST) == "No entries up to Tue 31 Mar 2026 match."
    assert never_rated("left heel", LAST) == (
        'Left heel: no rating up to Tue 31 Mar 2026. Add one: painlog add "left heel" 6'
    )
    assert not_rated("left heel", on(1), LAST) == (
        "Left heel: no rating from Sun 1 Mar 2026 to Tue 31 Mar 2026. Choose another period."
    )


def test_a_place_that_nobody_asked_for_is_shown_with_a_reason():
    heel = PlacePain("heel", "left", 2.5, 9, 6.25, 4)
    none = PlacePain("heel", "left", 0.0, 9, 0.0, 0)
    back = PlacePain("lower back", None, 2.0, 9, 5.0, 4)
    assert why_shown(heel, back, 28, None, "painlog chart") == (
        "This is what hurt most in the last 28 days (the worst of each day, added up): left heel, "
        'mean worst 6.3 on 4 days with pain. For another: painlog chart --region "lower back"'
    )
    assert why_shown(none, None, 28, LAST, "painlog chart") == (
        "Nothing hurt in the 28 days up to Tue 31 Mar 2026. This is the left heel."
    )


def test_a_mean_has_its_days_without_the_year_of_the_picture():
    rated = series([6, 7], today=2).days
    assert mean_words(Window(on(1), on(2), rated, 2), "before heat", LAST) == (
        "mean before heat, 1 Mar to 2 Mar: 6.5 (2 rated days)"
    )
    assert mean_words(Window(on(1), on(2), (), 2), "during heat", LAST) == (
        "mean during heat: not rated"
    )


def test_words_say_how_long_courses_went_on():
    courses = [course("heat", "left heel", start=2, end=3), course("rest", "left heel", start=4)]
    assert words([5] * 6, courses, today=6).endswith(
        " In use: heat from 2 Mar to 3 Mar; rest from 4 Mar, ongoing."
    )


def test_words_say_the_period_when_there_is_no_rating_in_it():
    assert chart_words(series([7, 6, 8, 7], since=5, today=6)) == (
        "Left heel: no rating from Thu 5 Mar 2026 to Fri 6 Mar 2026. Choose another period."
    )


def test_words_of_one_day():
    assert words([6], today=1) == "Left heel: 1 of 1 day rated. Mean 6.0 on Sun 1 Mar 2026."


def test_words_of_weeks_are_those_of_the_report():
    assert words([6] * 7 + [5] * 7 + [3] * 7, today=21) == (
        "Left heel: 21 of 21 days rated. Week by week: from 6.0 to 3.0; highest 6.0, lowest 3.0."
    )


def test_words_of_one_gap():
    assert "One gap: 1 day, 2 Mar." in words([6, None, 6], today=3)
    assert "One gap: 12 days, 3 Mar to 14 Mar." in words([6, 6], today=14)


def test_words_name_the_year_where_a_course_spans_two():
    said = words([5] * 400, [course("heat", "left heel", start=2, end=390)], today=400)
    assert "In use: heat from 2 Mar 2026 to 25 Mar 2027." in said


def test_words_count_many_visits():
    visits = [consultation(day) for day in (1, 3, 5, 7, 9)]
    assert words([5] * 14, visits=visits, today=14).endswith(
        "5 visits to a clinician, the last on 9 Mar."
    )
