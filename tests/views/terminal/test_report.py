"""The report in full, from small report objects: its parts, their order and their words."""

import pytest

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on, peg, selection, use
from painlog.advice.red_flags import chest_advice, told_of
from painlog.advice.standing import WHOLE, Advice
from painlog.analysis.report import build_report
from painlog.model.selection import Selection
from painlog.views.overviews import ABOUT_RELIEF
from painlog.views.terminal.heads import attention
from painlog.views.terminal.page import Heading, Item, Paragraph, Spark, Table
from painlog.views.terminal.report import report_blocks

TODAY = 60
FALLEN = [7] * 28 + [3, 4] * 14


def report(entries=(), courses=(), visits=(), pegs=(), **rest):
    return build_report(
        entries,
        courses,
        visits,
        pegs,
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(TODAY),
        **rest,
    )


def daily(place, values, first=5, **rest):
    return [entry(place, value, day=first + i, **rest) for i, value in enumerate(values)]


def blocks(found, told=(), advice=(), **rest):
    return list(report_blocks(found, told, (*advice, WHOLE), **rest))


def headings(found, **rest):
    return [block.text for block in blocks(found, **rest) if isinstance(block, Heading)]


def under(heading, shown):
    """The texts of the blocks between a heading and the next one."""
    at = [getattr(block, "text", "") for block in shown].index(heading) + 1
    texts = []
    for block in shown[at:]:
        if isinstance(block, Heading):
            break
        texts.append(block.text)
    return texts


def test_it_begins_with_the_period_and_the_scale_and_ends_with_the_standing_advice():
    shown = blocks(report(daily("head", FALLEN)))
    assert shown[:2] == [
        Heading("Pain report, Thu 5 Mar 2026 to Wed 29 Apr 2026", 1),
        Paragraph("Ratings are 0 (no pain) to 10 (worst pain imaginable)."),
    ]
    assert shown[-2:] == [Heading("Advice"), Paragraph(WHOLE.text)]


def test_when_chest_pain_is_an_emergency_stands_before_what_can_wait_for_a_doctor():
    rated = [entry("neck", 4, note="a fever"), entry("chest", 5)]
    chest = chest_advice(rated, ())
    assert chest
    advice = [Advice("code", "See a doctor."), chest]
    _, *said = attention(told_of(rated), advice)
    assert [item.text.split()[0:2] for item in said] == [
        ["If", "chest"],
        ["See", "a"],
        ["See", "a"],
    ]


def test_its_parts_come_in_a_fixed_order():
    found = report(
        [
            *daily("left heel", FALLEN),
            *(entry("left heel", 3, day=d, before=6, treatments=["massage"]) for d in (1, 2, 3)),
        ],
        [course("stretching", "left heel", start=33)],
        [consultation(40)],
        [peg(6, 5, 4, day=50)],
    )
    assert headings(found, advice=[Advice("code", "See a doctor.")]) == [
        "Pain report, Sun 1 Mar 2026 to Wed 29 Apr 2026",
        "Read this first",
        "Left heel",
        "Massage, from Sun 1 Mar 2026 (first use) to Tue 10 Mar 2026 (7 days after the last)",
        "Stretching, from Thu 2 Apr 2026, in use",
        "Left heel, around a use",
        "Months",
        "PEG",
        "Visits to a clinician",
        "Words",
        "Advice",
    ]


def test_a_region_has_its_means_its_trend_and_its_last_weeks():
    _, _, _, *shown = blocks(report(daily("left heel", FALLEN)))
    assert shown[0] == Paragraph("56 entries on 56 rated days. Mean 5.3, worst 7.")
    assert isinstance(shown[1], Spark)
    assert shown[1].text.startswith("Week by week: from 7.0 to ")
    assert [block.text for block in shown[2:4]] == [
        "Last 7 days: mean 3.6 (7 rated days), 0.1 points more than the 7 before "
        "(3.4, 7 rated days).",
        "Last 28 days: mean 3.5 (28 rated days), 3.5 points less than the 28 before "
        "(7.0, 28 rated days).",
    ]


def test_days_that_were_not_rated_are_named_as_such():
    found = report(daily("head", [4], first=20))
    assert under("Head", blocks(found))[1:] == [
        "Last 7 days: not rated.",
        "Last 28 days: not rated.",
    ]
    found = report(daily("head", [4], first=58))
    assert "Last 7 days: mean 4.0 (1 rated day); the 7 before: not rated." in under(
        "Head", blocks(found)
    )


def test_the_limits_of_a_comparison_are_told_once_before_the_first():
    courses = [course("heat", place, start=33) for place in ("head", "neck")]
    shown = blocks(report([*daily("head", FALLEN), *daily("neck", FALLEN)], courses))
    limits = [i for i, block in enumerate(shown) if "one person" in getattr(block, "text", "")]
    first = shown.index(Heading("Heat, from Thu 2 Apr 2026, in use", 3))
    assert limits == [first - 1]


def test_no_limits_are_told_where_nothing_is_compared():
    assert "Words" not in headings(report(daily("head", FALLEN)))


def test_only_the_latest_course_is_shown_unless_all_are_asked_for():
    courses = [course("heat", "head", start=10, end=20), course("heat", "head", start=40, end=59)]
    found = report(daily("head", FALLEN), courses)
    latest = "Heat, from Thu 9 Apr 2026 to Tue 28 Apr 2026"
    assert [h for h in headings(found) if h.startswith("Heat")] == [latest]
    assert under(latest, blocks(found))[-1] == (
        '1 earlier course: painlog report --treatment "heat"'
    )
    earlier = "Heat, from Tue 10 Mar 2026 to Fri 20 Mar 2026"
    shown = headings(found, whole=True)
    assert [h for h in shown if h.startswith("Heat")] == [earlier, latest]


def test_uses_have_the_ratings_around_them_and_what_that_is_worth():
    used = [entry("head", 3, day=day, before=6, treatments=["massage"]) for day in (10, 20, 30)]
    about, words = under("Head, around a use", blocks(report(used)))
    assert about == ABOUT_RELIEF
    assert words.startswith("massage, 3 uses, 3 rated before and after: mean 6.0 before, 3.0 ")


def test_what_uses_are_worth_is_said_once():
    used = [entry(place, 3, day=9, before=6, treatments=["massage"]) for place in ("head", "neck")]
    texts = [getattr(block, "text", "") for block in blocks(report(used))]
    assert texts.count(ABOUT_RELIEF) == 1


def test_months_are_a_table_and_the_days_of_medicine_another():
    entries = [*daily("head", [0, 7], first=1), *daily("head", [4], 32, treatments=["ibuprofen"])]
    shown = blocks(report(entries))
    months, medicine = [block for block in shown if isinstance(block, Table)]
    assert months.rows == [("Mar 2026", "head", "2", "1", "1"), ("Apr 2026", "head", "1", "1", "0")]
    assert "A pain day has a rating of 1 or more" in shown[shown.index(months) - 1].text
    assert medicine.header == ("Medicine", "Mar", "Apr", "Line")
    assert medicine.rows == [
        ("ibuprofen", "0", "1", "15"),
        ("simple painkillers", "0", "1", "15"),
    ]


def test_all_painkillers_together_have_a_row_where_classes_are_mixed():
    entries = daily("head", [4, 4], treatments=["ibuprofen"])
    first_rows = [
        [b for b in blocks(report(entries, uses=[other])) if isinstance(b, Table)][-1].rows[0]
        for other in (use("sumatriptan", day=2), use("paracetamol", day=2))
    ]
    assert first_rows == [("any painkiller", "3", "0", "10"), ("ibuprofen", "2", "0", "15")]


def test_a_medicine_in_course_has_a_row_that_says_so_beside_the_days_logged():
    used = [use("amitriptyline", day=40), use("heat", day=1)]
    shown = blocks(report([entry("neck", 5)], [course("amitriptyline", start=22)], uses=used))
    table = [block for block in shown if isinstance(block, Table)][-1]
    assert table.rows == [
        ("amitriptyline", "0", "1"),
        ("amitriptyline, in course", "10 of 31", "29 of 29"),
    ]
    assert under("Days with medicine logged", shown[: shown.index(table)]) == [
        "A day counts once if a use is logged; medicine put on the skin is not counted.",
        "What was in course has a row of its own: on how many of the days of the month, logged "
        "or not.",
    ]


def test_the_months_in_which_a_line_was_reached_are_in_the_table_of_a_shorter_period():
    entries = daily("head", [4] * 120, first=TODAY - 119, treatments=["paracetamol"])
    since = on(TODAY - 9)
    found = report(entries, since=since, asked=Selection(since=since))
    shown = blocks(found)
    assert [over.days for over in found.overuse] == [(31, 28, 31)]
    table = [block for block in shown if isinstance(block, Table)][-1]
    assert table.header == ("Medicine", "Jan", "Feb", "Mar", "Apr", "Line")
    assert "days count from 1 Jan" in shown[shown.index(table) - 1].text


def test_a_new_dose_is_a_step_of_its_own():
    steps = [
        course("amitriptyline", "head", start=10, end=39, dose="10 mg"),
        course("amitriptyline", "head", start=40, dose="25 mg"),
    ]
    shown = headings(report(daily("head", FALLEN), steps), whole=True)
    assert [h for h in shown if h.startswith("Ami")] == [
        "Amitriptyline 10 mg, from Tue 10 Mar 2026 to Wed 8 Apr 2026",
        "Amitriptyline 25 mg, from Thu 9 Apr 2026, in use",
    ]


def test_two_treatments_that_came_together_have_no_verdict():
    both = [course("heat", "head", start=33), course("rest", "head", start=34)]
    said = under("Heat, from Thu 2 Apr 2026, in use", blocks(report(daily("head", FALLEN), both)))
    assert "Cannot be told apart from rest" in said[1]
    assert "meaningful" not in said[1]


def test_what_entries_say_beside_their_intensity_is_in_it():
    entries = [
        entry("head", 4, day=day, interference=day, qualities=("dull",), triggers=("noise",))
        for day in (2, 4)
    ]
    assert under("Alongside the pain", blocks(report(entries))) == [
        "Interference with the day: mean 3.0 of 10, highest 4, answered on 2 days.",
        "Qualities, by days: dull 2.",
        "Triggers, by days: noise 2.",
    ]


def test_a_report_on_one_treatment_is_about_its_places_alone():
    entries = [
        *daily("head", FALLEN, triggers=("noise",)),
        *daily("neck", FALLEN),
    ]
    asked = selection(treatments=("heat",))
    found = report(entries, [course("heat", "head", start=33)], pegs=[peg(6, 5, 4)], asked=asked)
    shown = headings(found)
    assert "Head" in shown
    assert not {"Neck", "PEG", "Alongside the pain", "Whole body"} & set(shown)


def test_a_warning_sign_comes_first_with_its_day_and_place_and_before_other_advice():
    entries = [entry("lower back", 6, day=59, note="numb between the legs, cannot pee")]
    told = told_of(entries)
    assert told
    shown = blocks(report(entries), told, [Advice("code", "See a doctor.")])
    said = under("Read this first", shown)
    assert said[0].startswith(told[0].flag.action)
    assert "on Tue 28 Apr 2026 (lower back): " in said[0]
    assert said[-1] == "See a doctor."


@pytest.mark.parametrize(
    ("asked", "only"),
    [
        (selection(), []),
        (selection("left heel"), ["Only: left heel"]),
        (selection("heel none"), ["Only: heel without a side"]),
        (selection("any none"), ["Only: places without a side"]),
        (selection("any both"), ["Only: both sides"]),
        (selection("any left"), ["Only: the left side"]),
        (
            selection("left heel", treatments=("heat",)),
            ["Only: left heel; treatment heat"],
        ),
    ],
)
def test_what_a_report_was_narrowed_to_is_said(asked, only):
    shown = blocks(report(daily("left heel", [4]), asked=asked))
    texts = [getattr(block, "text", "") for block in shown]
    assert [text for text in texts if text.startswith("Only: ")] == only


@pytest.mark.parametrize(
    ("entries", "rest", "said"),
    [
        ([], {}, "There are no ratings in this period. Add one: painlog add heel 6"),
        (
            daily("head", [4], first=9),
            {"since": on(30)},
            "There are no ratings in this period. The last one before it was on Mon 9 Mar 2026. "
            "Add one: painlog add heel 6",
        ),
        (
            [],
            {"asked": selection("left heel")},
            "There are no ratings of left heel in this period. All places: painlog report",
        ),
        (
            daily("head", [4]),
            {"asked": selection(treatments=("heat",))},
            "No course and no use of heat in this period.",
        ),
        (
            daily("head", [4]),
            {"asked": selection(treatments=("heat", "rest"), lowest=4, qualities=("dull",))},
            "Nothing is compared for heat and rest. For the before-and-after leave out --min and "
            "--quality; for the regions leave out --treatment.",
        ),
    ],
)
def test_where_there_is_nothing_that_is_said_with_what_to_type(entries, rest, said):
    assert Paragraph(said) in blocks(report(entries, **rest))


def test_visits_have_their_day():
    found = report(daily("head", [4, 4]), visits=[consultation(8), consultation(6, "Dr Who\nMRI")])
    shown = blocks(found)
    at = shown.index(Heading("Visits to a clinician"))
    assert shown[at + 1 : at + 3] == [
        Item("Sun 8 Mar 2026"),
        Item("Fri 6 Mar 2026"),
    ]


def test_a_name_that_steers_the_terminal_is_made_visible():
    found = report([entry("head", 4, region="a\x1b[31mb")])
    assert Heading("A<001B>[31mb") in blocks(found)


def test_months_that_are_left_out_are_said_to_be():
    months = [entry("head", 4, day=50 - 31 * n, treatments=["ibuprofen"]) for n in range(14)]
    shown = blocks(report(months))
    said = [b.text for b in shown if isinstance(b, Paragraph) and "left out" in b.text]
    assert said == ["Shown: May 2025 to Apr 2026; earlier months are left out."] * 2
    few = blocks(report(months[:2]))
    assert not any("left out" in b.text for b in few if isinstance(b, Paragraph))


def test_days_before_the_period_that_count_in_the_last_weeks_are_named():
    entries = [entry("head", 4, day=day) for day in range(1, 61)]
    said = Paragraph("Days before Fri 20 Mar 2026 count in these, too.")
    found = report(entries)
    assert said in blocks(found._replace(asked=Selection(since=on(20))))
    assert said not in blocks(found)
