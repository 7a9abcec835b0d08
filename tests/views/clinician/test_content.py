"""What stands on the page, in which order, and what is only there when asked for."""

import re
from datetime import timedelta

import journals
from painlog.advice.standing import LIMITS
from painlog.model.treatment import Treatment
from painlog.views.clinician.content import Extras
from painlog.views.clinician.documents import to_html
from painlog.views.clinician.parts import DatedText


def test_the_headline_has_each_region_and_function(page_by_name):
    page = page_by_name("demo")
    assert [row[0] for row in page.headline.rows] == ["1. Lower back", "2. Left heel", "3. Head"]
    assert page.headline.header[2:4] == ("Pain days", "Bad days")
    assert [line.split(",")[0] for line in page.headline_lines] == [
        "Lower back",
        "Left heel",
        "Head",
    ]
    assert page.function[-1] == (
        "PEG: 4.3 of 10 on Fri 27 Mar 2026, 2.0 points less than the first in this period."
    )
    assert page.function_pictures[-1].title == "PEG"


def test_a_row_says_before_in_course_change_and_what_to_read_it_with(page_by_name):
    rows = page_by_name("demo").effects
    (row,) = (row for row in rows if row.treatment == "Chiropractic")
    assert (row.place, row.treatment, row.span) == (
        "Lower back",
        "Chiropractic",
        "from 24 Feb, in use",
    )
    assert (row.before, row.after) == ("5.0 (5)", "4.8 (18)")
    assert row.verdict == ""
    assert row.lines[0].startswith("Cannot be told apart from massage therapy")
    assert any("few days; few days before" in line for line in row.lines)


def test_the_standing_advice_closes_every_page(page_by_name):
    for name in ("demo", "long", "single", "empty", "hostile"):
        advice = page_by_name(name).advice
        assert advice.startswith("A diary, not a diagnosis. See a")
        assert advice.endswith(
            "It records and counts; it makes no triage and no treatment decision. If no warning "
            "sign is shown here, that tells you nothing."
        )


def test_notes_are_on_it_only_when_asked_for(tmp_path):
    path = journals.fill(
        tmp_path / "painlog.db",
        [journals.Entry(journals.NOW, "heel", 6)._replace(note="one\ntwo")],
    )
    assert journals.page_of(path).notes == ()
    note = DatedText("Tue 31 Mar 2026", "heel", ("one", "two"))
    assert journals.page_of(path, notes=True).notes == (note,)


def test_a_name_and_questions_are_on_one_line_each(tmp_path):
    path = journals.single(tmp_path / "painlog.db")
    page = journals.page_of(path, Extras("A\nB", ("C\nD\x07",)))
    assert (page.name, page.questions) == ("A / B", ("C / D<0007>",))


def test_a_figure_that_could_show_nothing_is_left_out(tmp_path):
    path = journals.fill(tmp_path / "painlog.db", [journals.Entry(journals.NOW, "whole body", 6)])
    page = journals.page_of(path)
    assert (page.body, page.body_note) == (None, "")
    assert 'class="figure"' not in to_html(page)


def test_a_region_that_is_not_on_the_figure_is_named(page_by_name):
    assert page_by_name("hostile").body_note.endswith("Not on the figure: My 🦵 spot.")


def test_the_legend_says_how_long_a_dot_is(page_by_name):
    usual, long = (page_by_name(name).legend for name in ("demo", "long"))
    assert usual.startswith("A dot is a day’s mean.")
    assert "A grey band is 7 days or more without a rating" in usual
    assert long.startswith("A dot is the mean of 91 days. A grey band is 91 days or more without")


def heel(path, treatments=(), **of_each_day):
    """40 days of heel ratings up to now; what an argument gives by day number is in the entry."""
    entries = []
    for number in range(40):
        given = {name: by_day[number] for name, by_day in of_each_day.items() if number in by_day}
        moment = journals.NOW - timedelta(days=39 - number)
        entry = journals.Entry(felt_at=moment, region="heel", side="left", intensity=5)
        entries.append(entry._replace(**given))
    courses = [
        journals.Course(name, journals.NOW.date() - timedelta(days=started_before))
        for name, started_before in treatments
    ]
    return journals.page_of(journals.fill(path / "painlog.db", entries, courses))


def test_the_first_lines_have_conditions(tmp_path):
    path = journals.fill(
        tmp_path / "painlog.db",
        [journals.Entry(journals.NOW, "heel", 6, conditions=("gout", "Parkinson's disease"))],
    )
    page = journals.page_of(path)
    assert page.first_lines == ("Conditions named in entries: Parkinson's disease and gout.",)
    assert "Conditions named in entries: Parkinson" in to_html(page)


def test_the_person_s_questions_come_before_anything_else(tmp_path):
    path = journals.single(tmp_path / "painlog.db")
    written = to_html(journals.page_of(path, Extras(questions=("Will it pass?",))))
    sections = re.findall(r'<h2 id="(\w+)">', written)
    assert sections[:2] == ["questions", "headline"]
    assert sections[-1] == "method"


def test_the_note_of_a_day_is_written_once_with_its_places(tmp_path):
    noted = [
        journals.Entry(journals.NOW, region, 6, note="a bad night")
        for region in ("heel", "neck", "head", "lower back")
    ]
    other = journals.Entry(journals.NOW, "heel", 4, note="a walk")
    path = journals.fill(tmp_path / "painlog.db", [*noted, other])
    notes = journals.page_of(path, notes=True).notes
    assert sorted(notes, key=str) == sorted(
        [
            DatedText("Tue 31 Mar 2026", "4 regions", ("a bad night",)),
            DatedText("Tue 31 Mar 2026", "heel", ("a walk",)),
        ],
        key=str,
    )


def test_a_region_of_the_head_has_the_pain_and_medicine_days_of_the_last_whole_month(page_by_name):
    back, _, head = page_by_name("demo").regions
    (said,) = (fact for fact in head.facts if fact.startswith("March 2026: "))
    assert "pain days on" in said
    assert "any acute medicine" in said
    assert not any("March 2026" in fact for fact in back.facts)


def test_a_month_that_is_not_over_is_not_the_last_whole_one(tmp_path):
    def facts(name, *days, treatments=()):
        entries = [
            journals.Entry(
                journals.NOW.replace(month=month, day=day), "head", 4, treatments=treatments
            )
            for month, day in days
        ]
        path = journals.fill(tmp_path / f"{name}.db", entries)
        with journals.Journal(path) as journal:
            made = journals.report_on(journal, journals.NOW.replace(day=20))
        today = made.report.period.until
        page = journals.clinician_page(made.report, (), made.advice, today, Extras())
        return tuple(f for f in page.regions[0].facts if " 2026: " in f)

    assert facts("whole", (2, 1), (2, 9), (3, 20)) == (
        "February 2026: 2 pain days on 2 rated days; days with medicine: none named.",
    )
    # Oxygen is a medicine, and no days of it are counted.
    assert facts("oxygen", (2, 1), (2, 9), (3, 20), treatments=("oxygen",)) == (
        "February 2026: 2 pain days on 2 rated days.",
    )
    assert facts("unrated", (1, 9), (3, 20)) == ("February 2026: not rated.",)
    assert facts("cut", (2, 2), (3, 20)) == ()


def test_a_warning_sign_is_told_in_neutral_words_with_its_day_and_place(tmp_path):
    notes = {0: "cannot pee, my back is killing me", 38: "heard a snap"}
    assert heel(tmp_path, note=notes).attention == (
        "Warning sign in an entry of Mon 30 Mar 2026 (left heel): a snap heard or felt in the heel "
        "or leg.",
        "Warning sign in an entry of Fri 20 Feb 2026 (left heel): back or neck pain with "
        "difficulty peeing.",
    )


def test_conventional_treatment_that_ended_is_told_to_the_clinician_of_the_person(tmp_path):
    entry = journals.Entry(journals.NOW, "heel", 2)
    began = journals.NOW.date() - timedelta(days=30)
    path = journals.fill(
        tmp_path / "painlog.db",
        [entry],
        [
            journals.Course("hand therapy", began, began + timedelta(days=12)),
            journals.Course("massage therapy", began),
        ],
        treatments=[Treatment("hand therapy", "manual", True, own=True)],
    )
    assert journals.page_of(path).attention == (
        "Hand therapy ended 13 Mar 2026; massage therapy goes on.",
    )


def test_the_limits_of_one_person_s_days_are_those_of_every_report(page_by_name):
    assert page_by_name("demo").method[-1] == LIMITS


def test_the_clinician_is_not_told_to_see_a_clinician(page_by_name):
    # The journal of one entry has no visit; its person is told so in the report for them.
    assert page_by_name("single").attention == ()
