"""`painlog` alone, or `painlog today`: what is logged today, and what is missing."""

from datetime import timedelta
from typing import TYPE_CHECKING

import typer

from painlog.analysis.missed import can_miss, first_lately, rated_daily
from painlog.analysis.today import ANY_PLACE, Today, is_peg_due
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.trial_of_day import trial_lines
from painlog.model.course import open_on
from painlog.model.selection import Selection
from painlog.model.visits import NEAR, is_near, last_with_open_questions, next_visit
from painlog.store import recent, taken
from painlog.tasks.overuse import medicines_so_far
from painlog.views.terminal.screen import say, screen
from painlog.views.terminal.today import first_steps, today_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from painlog.model.course import Course
    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.model.visits import NextVisit
    from painlog.store.journal import Journal
    from painlog.views.terminal.screen import Screen

LATEST = Selection(limit=5)


@examples("painlog", "painlog today", "painlog today --format json")
def today(ctx: typer.Context, format_: Format = "text") -> None:
    """Show today: last entries, open courses, and what is not rated yet."""
    this_moment = now()
    this_day = this_moment.date()
    page = screen()
    with open_journal(ctx) as journal:
        peg_due = is_peg_due(recent.last_peg_day(journal), this_day)
        if format_ == "text" and not recent.has_changes(journal):
            say(first_steps(journal.path, page))
            return
        day = Selection(since=this_day, until=this_day, reaching=True)
        entries = tuple(journal.entries(day))
        last, uses = ((), tuple(journal.uses(day))) if entries else _latest(journal)
        diaries = recent.attack_diaries(journal)
        before = recent.last_day_before(journal, this_day)
        courses = journal.courses()
        seen = Today(
            day=this_day,
            entries=entries,
            last=last,
            open_courses=open_on(courses, this_day),
            places=tuple(rated_daily(recent.places_asked(journal, this_day), diaries)),
            peg_due=peg_due,
            uses=uses,
            attacks=_attacks(journal, diaries, this_moment),
            medicines=medicines_so_far(journal, courses, this_day),
            before=before,
            gap=_gap(journal, diaries, before, this_day),
            trial=trial_lines(journal, this_day),
            of_day=_of_day(journal, this_day, page),
            of_trials=recent.places_of_trials(journal, this_day),
            too_much=_too_much(journal, courses, this_day),
            example=ANY_PLACE if last or entries or uses else _example(journal, courses, this_day),
            **_visits(journal, this_day),
        )
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.pictures_json import today_object

        say([to_text(today_object(seen))])
    else:
        say(today_lines(seen, page))


def _latest(journal: "Journal") -> "tuple[tuple[Entry, ...], tuple[Use, ...]]":
    """Return the newest of entries and uses together, newest first."""
    from painlog.model.entry import Entry as Rating
    from painlog.tasks.logged import newest_logged

    newest = list(newest_logged(journal, LATEST, None))
    return (
        tuple(thing for thing in newest if isinstance(thing, Rating)),
        tuple(thing for thing in newest if not isinstance(thing, Rating)),
    )


def _example(journal: "Journal", courses: "Iterable[Course]", this_day: "date") -> str:
    """Return a place to begin with: that of a trial or a course, or one of the person's own."""
    from painlog.store.trials import trials_under_way

    places = (
        *(trial.place for trial in trials_under_way(journal, this_day)),
        *(course.place for course in courses if course.region),
        *(region.name for region in journal.regions.all if region.own),
    )
    return places[0] if places else ANY_PLACE


def _of_day(journal: "Journal", this_day: "date", page: "Screen") -> tuple[str, ...]:
    """Return what the day holds besides ratings; import nothing if that is nothing."""
    if not recent.has_day(journal, this_day):
        return ()
    from painlog.store.days import state_on
    from painlog.views.terminal.days import day_line

    return tuple(day_line(state_on(journal, this_day), this_day, page))


def _too_much(journal: "Journal", courses: "Iterable[Course]", this_day: "date") -> tuple[str, ...]:
    """Say what was too much of a medicine in the days after which that can still show."""
    since = this_day - timedelta(days=3)
    dosed = any(c.dose and (c.ended_on is None or c.ended_on >= since) for c in courses)
    if not dosed and not taken.is_any_dosed_since(journal, since):
        return ()
    from painlog.cli.base.settings import services
    from painlog.tasks.maximum import too_much_in

    found = too_much_in(journal, since, this_day, this_day, services())
    return tuple(advice.text for advice in found)


def _gap(journal: "Journal", diaries: set[str], before: "date | None", this_day: "date") -> int:
    """Count the days before this one on which nothing was rated, if those were missed."""
    lately = recent.places_since(journal, first_lately(this_day)) if diaries else ()
    if before is None or not can_miss(lately, diaries):
        return 0
    return (this_day - before).days - 1


def _attacks(journal: "Journal", diaries: set[str], this_moment: "datetime") -> "tuple[Entry, ...]":
    """Return the first rating of each attack that is not over, in regions with an attack diary."""
    if not diaries:
        return ()
    from painlog.tasks.attacks import going_on

    return tuple(attack.first for attack in going_on(journal, this_moment))


def _visits(journal: "Journal", this_day: "date") -> "dict[str, NextVisit | None]":
    """Return the visit that is near, and the one whose questions are still open."""
    last = recent.last_visit_day(journal)
    if last is None or last < this_day - NEAR:
        return {}
    visits, questions = journal.consultations(), journal.questions()
    coming = next_visit(visits, questions, this_day)
    return {
        "visit": coming if coming.visit and is_near(coming.visit, this_day) else None,
        "visited": last_with_open_questions(visits, questions, this_day),
    }
