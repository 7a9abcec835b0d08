"""Courses in words, and a line for each."""

from builders import course, on
from painlog.views.terminal.courses import course_lines, course_words, open_line
from painlog.views.terminal.screen import Screen

PIPE = Screen()


def test_a_course_has_its_days():
    heat = course("heat", "left heel", start=3)._replace(id=7)
    ended = heat._replace(ended_on=on(4))
    assert course_words(heat) == "heat for the left heel, from Tue 3 Mar 2026"
    assert open_line(heat, on(3)) == "heat for the left heel, day 1"
    assert list(course_lines([heat, ended, heat._replace(started_on=on(9))], on(5), PIPE)) == [
        "   7  heat for the left heel, from Tue 3 Mar 2026 (open, 3 days so far)",
        "   7  heat for the left heel, from Tue 3 Mar 2026 to Wed 4 Mar 2026 (2 days)",
        "   7  heat for the left heel, from Mon 9 Mar 2026 (still to come)",
    ]


def test_steps_of_dose_stand_under_their_course():
    first, second = (
        course("amitriptyline", "head", start=start, end=end, dose=dose)._replace(id=number)
        for number, start, end, dose in ((1, 1, 21, "10 mg"), (3, 22, None, "25 mg"))
    )
    heat = course("heat", "head", start=10)._replace(id=2)
    other = course("amitriptyline", "neck", start=22, dose="25 mg")._replace(id=4)
    assert list(course_lines([first, heat, second, other], on(31), PIPE)) == [
        "   1  amitriptyline 10 mg for the head, from Sun 1 Mar 2026 to Sat 21 Mar 2026 (21 days)",
        "   3    then 25 mg, from Sun 22 Mar 2026 (open, 10 days so far)",
        "   2  heat for the head, from Tue 10 Mar 2026 (open, 22 days so far)",
        "   4  amitriptyline 25 mg for the neck, from Sun 22 Mar 2026 (open, 10 days so far)",
    ]
