"""What stands on the page, in which order, and what is only there when asked for."""

from dataclasses import replace

import journals
from painlog.views.clinician.content import DatedText, Extras
from painlog.views.clinician.html import to_html


def test_a_glance_has_each_region_the_peg_and_the_latest_change(page_by_name):
    page = page_by_name("demo")
    assert page.glance == (
        "Lower back: mean 4.6 over the last 28 days, 0.3 points less than the 28 before. "
        "In course of chiropractic, against before it: 0.4 points less, likely between 1.1 less "
        "and 0.2 more.",
        "Left heel: mean 3.3 over the last 28 days, 1.1 points less than the 28 before. "
        "In course of trigger point therapy, against before it: 1.4 points less, likely between "
        "0.7 and 2.1 less.",
        "Head: mean 1.0 over the last 28 days, 0.9 points less than the 28 before. "
        "In course of reflexology, against before it: 1.2 points less, likely between 2.5 less and "
        "0.2 more.",
    )
    assert page.glance_peg == (
        "PEG: 4.3 of 10 on Fri 27 Mar 2026, 2.0 points less than the first in this period."
    )


def test_a_row_says_before_in_course_change_verdict_and_what_to_read_it_with(page_by_name):
    row = page_by_name("demo").effects[1]
    assert (row.place, row.treatment, row.span) == (
        "Lower back",
        "Chiropractic",
        "from 24 Feb, in use",
    )
    assert (row.before, row.after, row.change) == ("5.0 (5)", "4.6 (18)", "-0.4 (-1.1 to +0.2)")
    assert row.verdict == (
        "That is little change: less than a meaningful one (1.5 points) either way."
    )
    assert row.cautions[0].startswith("Few days: 5 rated before and 18 in course.")


def test_the_standing_advice_closes_every_page(page_by_name):
    for name in ("demo", "long", "single", "empty", "hostile"):
        assert page_by_name(name).advice.startswith("painlog is a diary, not a diagnosis. See a")


def test_notes_are_on_it_only_when_asked_for(tmp_path):
    path = journals.fill(
        tmp_path / "painlog.db",
        [replace(journals.Entry(journals.NOW, "heel", 6), note="one\ntwo")],
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
    assert usual.startswith("A dot is a day’s mean, a grey band is 7 days or more without a rating")
    assert long.startswith("A dot is the mean of 91 days, a grey band is 91 days or more without")


def test_the_clinician_is_not_told_to_see_a_clinician(page_by_name):
    # The journal of one entry has no visit; its person is told so in the report for them.
    assert page_by_name("single").attention == ()
