"""Medicines on the page: steps of dose, how often, the ratings around it, days a month, attacks."""

from datetime import date, timedelta

from builders import CATALOGUE, TREATED_WITH, course, entry, on, use
from painlog.analysis.months import Attacks
from painlog.analysis.report import build_report
from painlog.model.dose_reading import parse_course_dose
from painlog.model.treatment import Treatment
from painlog.views.clinician.medicines import (
    MOST_ROWS,
    RELIEF_NOTE,
    also_in_course,
    attack_lengths,
    medicine_grid,
    medicine_note,
    regular_lines,
    relief_grid,
    relief_note,
    unrated_lines,
)

MEDICINES = {
    "sumatriptan": Treatment("sumatriptan", "medication", overuse_days=10, overuse_class="triptan"),
    "rizatriptan": Treatment("rizatriptan", "medication", overuse_days=10, overuse_class="triptan"),
    "ibuprofen": Treatment("ibuprofen", "medication", overuse_days=15, overuse_class="NSAIDs"),
    "oxygen": Treatment("oxygen", "medication", medicine_class="medical gas"),
    "amitriptyline": Treatment("amitriptyline", "medication"),
    "massage": Treatment("massage", "manual"),
}


def report(entries=(), courses=(), uses=(), today=60, **rest):
    return build_report(
        entries,
        courses,
        [],
        regions=CATALOGUE.by_name,
        treatments=MEDICINES,
        today=on(today),
        uses=uses,
        **rest,
    )


def test_a_medicine_in_course_has_its_steps():
    courses = [
        course("amitriptyline", "head", start=10, end=30, dose="10 mg"),
        course("amitriptyline", "head", start=31, dose="25 mg"),
        course("massage", "head", start=12),
        course("ibuprofen", start=5, end=8),
    ]
    assert list(regular_lines(report([entry("head", 4)], courses))) == [
        "Ibuprofen, in course: from 5 Mar to 8 Mar.",
        "Amitriptyline, in course for the head: 10 mg from 10 Mar to 30 Mar; 25 mg since 31 Mar.",
    ]


def test_what_has_a_dose_is_in_the_list_whatever_its_kind():
    courses = [
        course("omeprazole", start=10, dose="20 mg"),
        course("massage", "head", start=12, dose="20 min"),
    ]
    assert list(regular_lines(report([entry("head", 4)], courses))) == [
        "Omeprazole, in course: 20 mg since 10 Mar.",
        "Massage, in course for the head: 20 minutes since 12 Mar.",
    ]


def test_what_else_is_in_course_and_nowhere_on_the_page_is_named_in_one_line():
    courses = [
        course("omeprazole", start=10, dose="20 mg"),
        course("physiotherapy", "lower back", start=12),
        course("tens", start=14),
        course("yoga", "neck", start=14, end=20),
        course("massage", "head", start=40),
    ]
    rated = [entry("head", 4, day=day) for day in range(30, 60)]
    found = report(rated, courses)
    assert [e.course.treatment for e in found.effects if e.course.region] == ["massage"]
    shown = [e for e in found.effects if e.course.treatment == "massage"]
    assert list(also_in_course(found, shown)) == [
        "Also in course: physiotherapy for the lower back, since 12 Mar; tens, since 14 Mar."
    ]
    assert list(also_in_course(report(rated, courses[:1]), ())) == []


def test_a_dose_in_another_writing_is_no_step():
    courses = [
        course("ibuprofen", "head", start=10, end=30, dose="1 g"),
        course("ibuprofen", "head", start=31, end=40, dose="1000 mg"),
        course("ibuprofen", "head", start=41, dose="500 mg"),
    ]
    assert list(regular_lines(report([entry("head", 4)], courses))) == [
        "Ibuprofen, in course for the head: 1 g from 10 Mar to 9 Apr; 500 mg since 10 Apr.",
    ]


def test_each_dose_has_a_row_with_the_ratings_around_it():
    entries = [
        e for day in (1, 8) for e in (entry("head", 8, day=day), entry("head", 2, day=day, hour=22))
    ]
    uses = [use("sumatriptan", "head", day=day, dose="50 mg") for day in (1, 8)]
    grid = relief_grid(report(entries, uses=[*uses, use("ibuprofen", "head", day=20)]))
    assert grid.rows == (
        ("Sumatriptan 50 mg", "2 times on 2 days", "8.0", "2.0", "2 of 2", "0 of 2", "0"),
        ("Ibuprofen", "1 time on 1 day", "–", "–", "–", "–", "0"),
    )
    assert relief_grid(report([entry("head", 4)])) is None
    assert relief_note(report([entry("head", 4)])) == ""


def test_what_was_in_course_has_its_days_in_course_beside_its_logged_uses():
    entries = [
        entry("head", 3, day=5, before=6, treatments=["massage"]),
        entry("head", 8, day=8),
        entry("head", 2, day=8, hour=22),
        entry("head", 4, day=60),
    ]
    courses = [
        course("massage", "head", start=2, end=11),
        course("amitriptyline", "head", start=6, end=9, dose="10 mg"),
        course("amitriptyline", "head", start=10, end=29, dose="25 mg"),
    ]
    found = report(entries, courses, [use("amitriptyline", "head", day=8, dose="10 mg")])
    assert [row[:2] for row in relief_grid(found).rows] == [
        ("Amitriptyline 10 mg", "logged 1 time on 1 day, in course on 4 of 56"),
        ("Massage (head, in course)", "1 use"),
    ]


def test_uses_without_any_rating_around_them_are_lines_and_no_table_of_dashes():
    uses = [
        *(use("ibuprofen", "head", day=day) for day in (1, 2, 8)),
        use("ibuprofen", "neck", day=9),
        use("massage", "neck", day=9),
    ]
    found = report([entry("head", 4, hour=6), entry("neck", 4, hour=6)], uses=uses)
    assert (relief_grid(found), relief_note(found)) == (None, "")
    assert list(unrated_lines(found)) == [
        "Ibuprofen (head): 3 of the 4 uses, on 4 days in all, none rated both before and after; "
        "used again within 24 hours once.",
        "Massage (neck): 1 use, none rated both before and after.",
    ]


def test_attacks_that_were_over_within_two_hours_have_a_column_with_ratings_or_without():
    entries = [
        attack._replace(until=attack.felt_at + timedelta(hours=hours))
        for day, hours in ((1, 1), (8, 10), (15, 10))
        for attack in [entry("head", 8, day=day, treatments=["sumatriptan"])]
    ]
    grid = relief_grid(report(entries))
    assert grid.header[5:] == ("Gone", "Over in 2 h", "Again in 24 h")
    assert grid.rows == (("Sumatriptan", "3 times on 3 days", "–", "–", "–", "–", "1 of 3", "0"),)
    assert relief_note(report(entries)) == (
        f"{RELIEF_NOTE} Over in 2 h: attacks that were over by then, of those with an end, rated "
        "or not."
    )
    rated = [entry("head", 8, treatments=["sumatriptan"]), entry("head", 2, hour=22)]
    assert "Over in 2 h" not in relief_grid(report(rated)).header


def test_rows_that_do_not_fit_are_counted():
    rated = [entry("head", 8), entry("head", 2, hour=22)]
    doses = [use("sumatriptan", "head", day=day, dose=f"{day} mg") for day in range(1, 14)]
    found = report(rated, uses=doses[:MOST_ROWS])
    assert relief_note(found) == RELIEF_NOTE
    found = report(rated, uses=doses)
    assert len(relief_grid(found).rows) == MOST_ROWS
    assert relief_note(found) == f"{RELIEF_NOTE} Not shown: 3 more rows."
    assert "high pain tends to come down by itself" in RELIEF_NOTE


def test_a_medicine_for_two_places_is_counted_once_and_rated_for_each():
    entries = [entry(place, 6, treatments=["ibuprofen"], before=8) for place in ("head", "neck")]
    rows = relief_grid(report(entries)).rows
    assert [row[:2] for row in rows] == [
        ("Ibuprofen (head)", "1 time on 1 day"),
        ("Ibuprofen (neck)", "as above"),
    ]


def test_a_medicine_for_another_place_at_another_time_is_counted_for_each():
    places = ("head", "head", "neck")
    entries = [
        entry(place, 6, day=day, treatments=["ibuprofen"], before=8)
        for day, place in enumerate(places, start=1)
    ]
    rows = relief_grid(report(entries)).rows
    assert [row[:2] for row in rows] == [
        ("Ibuprofen (head)", "2 of the 3 uses, on 3 days in all"),
        ("Ibuprofen (neck)", "1 of the 3 uses"),
    ]


def test_what_is_no_medicine_comes_after_the_medicines():
    entries = [
        entry("neck", 3, day=1, before=6, treatments=["massage"]),
        entry("neck", 3, day=2, before=6, treatments=["ibuprofen"]),
    ]
    assert [row[:3] for row in relief_grid(report(entries)).rows] == [
        ("Ibuprofen", "1 time on 1 day", "6.0"),
        ("Massage (neck)", "1 use", "6.0"),
    ]


def test_what_has_an_inferred_course_is_counted_beside_what_was_used_less_often():
    heat, yoga = range(10, 19), (30, 50)
    entries = [
        entry("pelvis", 5, day=day, treatments=["heat"] * (day in heat) + ["yoga"] * (day in yoga))
        for day in range(1, 60)
    ]
    found = report(entries)
    assert {e.course.treatment for e in found.effects} == {"heat"}
    assert list(unrated_lines(found)) == [
        "Heat (pelvis): 9 uses, none rated both before and after; used again within 24 hours 8 "
        "times.",
        "Yoga (pelvis): 2 uses, none rated both before and after.",
    ]


def test_days_a_month_begin_with_any_acute_medicine_and_have_their_line():
    uses = [
        *(use("sumatriptan", day=d) for d in (1, 2, 40)),
        *(use("rizatriptan", day=d) for d in (3,)),
        *(use("ibuprofen", day=d) for d in (2, 41)),
    ]
    found = report([entry("head", 5, day=d) for d in (1, 60)], uses=uses)
    grid = medicine_grid(found)
    assert grid.header == ("Days logged", "Mar 2026", "Apr 2026", "Overuse from")
    assert grid.rows == (
        ("Any acute medicine", "3", "2", "10 days"),
        ("Ibuprofen", "1", "1", "15 days"),
        ("Rizatriptan", "1", "0", "10 days"),
        ("Sumatriptan", "2", "1", "10 days"),
        ("Triptan", "3", "1", "10 days"),
    )
    one_class = report([entry("head", 5, day=d) for d in (1, 60)], uses=uses[:4])
    assert [row[0] for row in medicine_grid(one_class).rows] == [
        "Rizatriptan",
        "Sumatriptan",
        "Triptan",
    ]
    assert "ICHD-3, 8.2" in medicine_note(found)
    assert medicine_grid(report([entry("head", 4)])) is None
    assert medicine_note(report([entry("head", 4)])) == ""


def test_without_pain_of_the_head_a_line_for_headache_is_named_from_half_of_it_on():
    uses = [use("ibuprofen", day=day) for day in range(1, 9)]
    few, half = (report([entry("pelvis", 5)], uses=some) for some in (uses[:7], uses))
    assert [medicine_grid(found).rows for found in (few, half)] == [
        (("Ibuprofen", "7", "0", "–"),),
        (("Ibuprofen", "8", "0", "15 days"),),
    ]
    assert ["ICHD-3" in medicine_note(found) for found in (few, half)] == [False, True]


def test_a_medicine_in_course_says_so_beside_the_days_logged_and_no_month_is_left_out():
    courses = [course("amitriptyline", start=7, dose="10 mg")]
    uses = [use("amitriptyline", day=59), use("ibuprofen", day=3), use("ibuprofen", day=92)]
    found = report([entry("neck", 5, day=d) for d in (1, 93)], courses, uses, today=93)
    grid = medicine_grid(found)
    assert grid.header == (
        *("Days logged", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026", "Overuse from"),
    )
    assert grid.rows == (
        ("Amitriptyline", "0", "1", "0", "0", "–"),
        ("Amitriptyline, in course", "25 of 31", "30 of 30", "31 of 31", "1 of 1", ""),
        ("Ibuprofen", "1", "0", "1", "0", "–"),
    )
    assert medicine_note(found) == (
        "A day counts once if a use is logged; medicine put on the skin is not counted. What was "
        "in course has a row of its own: on how many of the days of the month, logged or not."
    )
    without_course = report([entry("neck", 5, day=d) for d in (1, 93)], uses=uses, today=93)
    assert medicine_grid(without_course).rows == (
        ("Amitriptyline", "0", "1", "0", "0", "–"),
        ("Ibuprofen", "1", "0", "1", "0", "–"),
    )


def test_no_row_of_days_in_course_is_cut_off_from_below_its_medicine():
    others = ["co-codamol", "fentanyl", "ibuprofen", "morphine", "oxycodone", "sumatriptan"]
    found = build_report(
        [entry("neck", 5, day=d) for d in (1, 31)],
        [course("paracetamol", start=1, dose="1 g")],
        [],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(31),
        uses=[use(name, day=day) for day, name in enumerate(others, start=1)],
    )
    rows = [row[:2] for row in medicine_grid(found).rows]
    assert rows == [
        ("Any acute medicine", "6"),
        ("Any acute medicine, in course", "31 of 31"),
        ("Co-codamol", "1"),
        ("Fentanyl", "1"),
        ("Ibuprofen", "1"),
        ("Morphine", "1"),
        ("Paracetamol", "0"),
        ("Paracetamol, in course", "31 of 31"),
        ("Simple painkillers", "1"),
        ("Simple painkillers, in course", "31 of 31"),
    ]
    assert medicine_note(found).endswith(" Not shown: 3 more rows.")


def test_a_preventive_in_course_that_was_never_logged_has_no_row():
    found = report([entry("neck", 5)], [course("amitriptyline", start=7, dose="10 mg")])
    assert medicine_grid(found) is None


def test_the_months_in_which_a_line_was_reached_are_shown_for_a_shorter_period_and_no_oxygen():
    entries = [entry("head", 5, day=day, treatments=["ibuprofen"]) for day in range(-58, 61)]
    found = report(entries, uses=[use("oxygen", day=50)], since=on(45))
    assert [over.months for over in found.overuse] == [
        (date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1))
    ]
    grid = medicine_grid(found)
    assert grid.header[1:-1] == ("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026")
    assert grid.rows == (("Ibuprofen", "31", "28", "31", "29", "15 days"),)


def test_a_use_counts_beside_a_course_of_its_amount_however_often_that_is_taken():
    dose = parse_course_dose("400 mg twice a day")
    courses = [course("ibuprofen", "head", start=1)._replace(dose=dose)]
    found = report([entry("head", 8)], courses, [use("ibuprofen", "head", day=2, dose="400 mg")])
    assert list(regular_lines(found)) == [
        "Ibuprofen, in course for the head: 400 mg twice a day since 1 Mar."
    ]
    assert list(unrated_lines(found)) == [
        "Ibuprofen 400 mg: logged 1 time on 1 day, in course on 60 of 60, none rated both before "
        "and after."
    ]


def test_attacks_are_counted_by_length():
    hours = (1, 4, 24, 25, 72, 73)
    lengths = tuple(timedelta(hours=h) for h in hours)
    found = Attacks("head", None, 6, timedelta(hours=24, minutes=30), lengths[-1], lengths)
    assert attack_lengths(found) == (
        "6 attacks with an end: 1 under 4 h, 2 of 4 to 24 h, 2 of 1 to 3 days, 1 over 3 days; "
        "usually 24 h 30 min, longest 3.0 days."
    )


def test_what_was_used_for_a_place_without_ratings_has_a_row_once():
    uses = [use(name, "neck", day=day) for name in ("ibuprofen", "massage") for day in (1, 2)]
    assert list(unrated_lines(report([entry("head", 8)], uses=uses))) == [
        "Ibuprofen: 2 times on 2 days, none rated both before and after.",
        "Massage: 2 uses, none rated both before and after.",
    ]


def test_a_row_says_how_many_uses_are_at_its_place_by_the_ratings_alone():
    rated = [entry("head", 8, hour=11), entry("head", 2, hour=14), entry("neck", 3, day=3)]
    uses = [
        *(use(name, hour=12) for name in ("ibuprofen", "massage")),
        *(use(name, "head", day=2) for name in ("ibuprofen", "massage")),
        *(use(name, "neck", day=3) for name in ("ibuprofen", "massage")),
    ]
    grid = relief_grid(report(rated, uses=uses))
    assert grid is not None
    assert [row[:2] for row in grid.rows] == [
        (
            "Ibuprofen (head)",
            "2 (1 of them by the ratings alone) of the 3 uses, on 3 days in all, 2 with another",
        ),
        ("Massage (head)", "2 uses (1 of them by the ratings alone)"),
        ("Massage (neck)", "1 use"),
    ]


def test_a_row_says_how_many_uses_have_no_time_of_day():
    uses = [use("ibuprofen", "head", hour=12, day=day, created_at="2026-03-20") for day in (1, 2)]
    rated = entry("head", 3, hour=9, before=6, day=3, treatments=["ibuprofen"])
    grid = relief_grid(report([rated, entry("head", 2, hour=14)], uses=uses))
    assert grid is not None
    assert [row[1] for row in grid.rows] == ["3 times on 3 days, 2 without a time of day"]


def test_uses_without_ratings_are_more_uses_where_others_have_some():
    rated = [entry("head", 4, day=day, before=6, treatments=["massage"]) for day in (1, 8)]
    uses = [use("massage", "left heel", day=day) for day in (20, 21)]
    rows = relief_grid(report(rated, uses=uses)).rows
    assert [row[:2] for row in rows] == [
        ("Massage (head)", "2 uses"),
        ("Massage", "2 more uses, for a place or on a day without ratings"),
    ]
    alone = relief_grid(report([entry("head", 4, before=6, treatments=["heat"])], uses=uses))
    assert alone.rows[-1][:2] == ("Massage", "2 uses")
