"""Visits to a clinician and the questions for them, in words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from painlog.model.contents import Consultation, VisitQuestion
from painlog.model.visits import NextVisit
from painlog.views.terminal.screen import Screen
from painlog.views.wording import as_written, count, day, note_in_part, printable, printable_lines


def visit_words(visit: Consultation) -> str:
    """Name a visit: "visit to a clinician on Fri 4 Dec 2026"."""
    return f"visit to a clinician on {day(visit.held_on)}"


def question_words(question: VisitQuestion) -> str:
    """Return what a question is called: question q3 "What next?"."""
    return f'question q{question.id} "{printable(question.text)}"'


def when(held_on: date, today: date) -> str:
    """Say when a day is: "today", "3 days ago", "in 4 days"."""
    days = (held_on - today).days
    if days == 0:
        return "today"
    return f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} ago"


def visit_lines(visits: Iterable[Consultation], today: date, screen: Screen) -> Iterator[str]:
    """Yield a line for each visit, the latest first."""
    for visit in sorted(visits, key=lambda v: (v.held_on, v.id), reverse=True):
        text = f"{day(visit.held_on)} ({when(visit.held_on, today)})"
        note = f": {visit_note(visit)}" if visit.note else ""
        yield from screen.wrapped(f"{text}{note}", screen.start(f"{visit.id:>4}"))


def visit_note(visit: Consultation) -> str:
    """Return the note of a visit on one line; of a long one a part."""
    return note_in_part(visit.note, f"painlog consult show {visit.id}")


def visit_card(visit: Consultation, today: date, screen: Screen) -> Iterator[str]:
    """Yield a visit with all of its note."""
    yield screen.bold(f"Visit {visit.id}")
    yield from screen.wrapped(f"{day(visit.held_on)} ({when(visit.held_on, today)})", "  When: ")
    if visit.note:
        yield "  Note:"
    for line in printable_lines(visit.note):
        yield from screen.wrapped(as_written(line), "    ")


def question_lines(questions: Iterable[VisitQuestion], screen: Screen) -> Iterator[str]:
    """Yield a line for each question, with its number and the day on which it was asked."""
    for question in questions:
        asked = f" (asked on {day(question.asked_on)})" if question.asked_on else ""
        yield from screen.wrapped(
            f"{printable(question.text)}{asked}", screen.start(f"{f'q{question.id}':>5}")
        )


def kept_lines(
    found: NextVisit, later: Sequence[VisitQuestion], today: date, screen: Screen
) -> Iterator[str]:
    """Yield the questions for the next visit, and those for one after it."""
    if found.questions:
        yield from screen.wrapped(f"{_for(found.visit, today)}:")
        yield from question_lines(found.questions, screen)
    if later:
        yield "For a later visit:"
        yield from question_lines(later, screen)
    if found.questions or later:
        yield from screen.wrapped(
            "They come first on the page: painlog report --format html. When one was asked: "
            "painlog consult asked q1",
            rest="  ",
        )


def _for(visit: Consultation | None, today: date) -> str:
    if visit is None:
        return "For the next visit, which has no day yet"
    return f"For the visit on {day(visit.held_on)}, {when(visit.held_on, today)}"


def near_lines(found: NextVisit, today: date, screen: Screen) -> Iterator[str]:
    """Say that a visit is near, and how many questions are kept for it."""
    if found.visit is None:
        return
    said = f"Visit to a clinician on {day(found.visit.held_on)}, {when(found.visit.held_on, today)}"
    kept = (
        f"{count(len(found.questions), 'question')} kept for it: painlog consult questions"
        if found.questions
        else 'To keep a question for it: painlog consult --question "…"'
    )
    yield from screen.wrapped(f"{said}. {kept}", rest="  ")


def left_lines(found: NextVisit, screen: Screen) -> Iterator[str]:
    """Ask which questions were asked at a visit that is over; the others stay for the next one."""
    if found.visit is None:
        return
    yield from screen.wrapped(
        f"{count(len(found.questions), 'question')} from the visit on {day(found.visit.held_on)}. "
        "Tick off those that were asked; the others stay for the next visit: painlog consult "
        "asked q1",
        rest="  ",
    )
