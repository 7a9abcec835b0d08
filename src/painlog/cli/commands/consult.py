"""`painlog consult`: visits to a clinician, past and planned, and the questions for them."""

from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.ask import agrees, can_ask
from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import AddingGroup, edit_numbered, noun, numbered, remove_numbered
from painlog.cli.base.options import (
    Format,
    Note,
    NoteToEdit,
    On,
    argument,
    day_on,
    note_to_edit,
    option,
    visit_day,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import say_note_before, say_signs_in
from painlog.errors import NotFoundError, RefusedError, UsageError
from painlog.model.day_to_come import week_after
from painlog.model.entry import clean_text
from painlog.model.visits import next_visit, question_id
from painlog.store.journal import Journal
from painlog.tasks.visits import (
    check_no_trial_rests_on,
    keep_questions,
    log_visit,
    named_questions,
    read_questions,
)
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.terminal.visits import (
    kept_lines,
    question_lines,
    question_words,
    visit_card,
    visit_lines,
    visit_note,
    visit_words,
    when,
)
from painlog.views.wording import day, printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from painlog.model.contents import Consultation, VisitQuestion
    from painlog.tasks.visits import LoggedVisit

SEE = "painlog consult list"
SEE_QUESTIONS = "painlog consult questions"

app = noun(
    "Log a visit to a clinician, so that the advice knows how long ago it was. Keep questions for "
    "the next one.",
    'painlog consult --on yesterday --note "keep stretching"',
    'painlog consult --on friday --question "May I run?"',
    "painlog consult questions",
    group=AddingGroup,
)
VisitDay = Annotated[
    str | None,
    option("--on", metavar="DAY", help_='Which day: "yesterday", "2026-03-05", "next friday".'),
]
NewQuestions = Annotated[
    list[str] | None,
    option("--question", metavar="TEXT", help_="To ask at a coming visit; repeatable."),
]
AskedNumbers = Annotated[
    list[str] | None, argument("[QUESTION …]", "From: painlog consult questions", "questions")
]
VisitNumber = Annotated[
    str, argument("NUMBER", "From: painlog consult list; or q3 for a question", "visits_to_change")
]


@app.command(
    "add",
    epilog=epilog(
        "painlog consult",
        'painlog consult --on yesterday --note "keep stretching"',
        'painlog consult --on friday --question "May I run?"',
        'painlog consult --question "Why?"   # for the next visit',
    ),
)
def add(
    ctx: typer.Context, on: VisitDay = None, note: Note = None, question: NewQuestions = None
) -> None:
    """Log a visit, past or planned. Keep questions for the next one."""
    this_moment = now()
    if on is None and question and note is not None:
        raise UsageError("With --question and --note, say which visit is meant: --on DAY.")
    if on is None and note is None and not question and can_ask():
        _ask_about(this_moment.date())
    held_on = None if on is None else visit_day(on, this_moment, to_come=bool(question))
    texts, said = read_questions(question or ()), clean_text(note or "")
    with open_journal(ctx, writing=True) as journal, journal.change("consult") as change:
        if held_on is None and texts:
            done = keep_questions(journal, change, texts, this_moment.date())
        else:
            done = log_visit(journal, change, held_on or this_moment.date(), said, texts)
        change.summary = "; ".join(
            [
                *(
                    [visit_words(done.visit)]
                    if done.visit and not (question and done.was_there)
                    else []
                ),
                *map(question_words, done.questions),
            ]
        )
        done = done._replace(is_repeat=change.changes_nothing)
    say_signs_in(said)
    _say_logged(done, this_moment.date())
    if on is not None:
        _say_other_meaning(on, done, this_moment.date())
    if done.visit:
        _say_week_after(on, done.visit, this_moment.date(), is_saved=not done.is_repeat)


def _ask_about(today: "date") -> None:
    if not agrees(f"Log a visit for today, {day(today)}?", by_default=True):
        raise RefusedError("Nothing was saved. For another day: painlog consult --on DAY")


def _say_week_after(
    on: str | None, visit: "Consultation", today: "date", *, is_saved: bool
) -> None:
    """Say how to take the weekday of next week where "next friday" was read as this week's."""
    later = week_after(on or "", visit.held_on, today)
    if later:
        back = "painlog undo, then " if is_saved else ""
        say(
            screen().wrapped(
                f'"{printable(on or "")}" was read as the coming one. If you mean {day(later)}, '
                f"{when(later, today)}: {back}painlog consult --on {later}"
            )
        )


def _say_other_meaning(on: str, done: "LoggedVisit", today: "date") -> None:
    """Say how to mean the coming Friday where "friday" was the last, and that no time is kept."""
    from painlog.model.day_to_come import next_of_bare_weekday

    _say_no_time(on)
    coming = next_of_bare_weekday(on, today)
    if done.visit and not done.was_there and done.visit.held_on < today and coming:
        note = ' --note "…"' if done.visit.note else ""
        again = f"painlog consult --on {coming}{note}"
        say(screen().wrapped(f"If you meant {day(coming)}: painlog undo, then {again}"))


def _say_no_time(on: str) -> None:
    from painlog.model.day_to_come import clock_in

    if clock := clock_in(on):
        say(screen().wrapped(f"A visit has a day and no time, so {clock} was left out."))


def _say_logged(done: "LoggedVisit", today: "date") -> None:
    page, visit = screen(), done.visit
    if visit is None:
        say(page.wrapped("Kept for the next visit, which has no day yet:"))
    else:
        verb = "Already there" if done.was_there else "Saved"
        note = f" Note: {visit_note(visit)}" if visit.note else ""
        say(page.wrapped(f"{verb}: {visit_words(visit)}, {when(visit.held_on, today)}.{note}"))
    if done.is_repeat:
        again = "Nothing was changed. A second visit of that day needs a note: --note TEXT"
        say(page.wrapped(again))
    say(question_lines(done.questions, page))
    if done.questions:
        # An earlier visit would have its own page first.
        when_shown = "a page for that visit" if visit else "the next page for a clinician"
        say(page.wrapped(f"They stand first on {when_shown}. See: {SEE_QUESTIONS}"))


@app.command("list", epilog=epilog("painlog consult list", "painlog consult list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List all visits, newest first. `edit` and `remove` take their numbers."""
    with open_journal(ctx) as journal:
        found = journal.consultations()
    if format_ == "json":
        from painlog.formats.journal_json import CONSULTATIONS, consultation_object, to_text

        data = [consultation_object(c) for c in found]
        say([to_text({"schema": CONSULTATIONS, "consultations": data})])
        return
    say(visit_lines(found, now().date(), screen()))
    if not found:
        say_aside("No visits logged yet. Log one: painlog consult --on 2026-03-05")


@app.command("show", epilog=epilog("painlog consult show 2", "painlog consult show q3"))
def show(ctx: typer.Context, number: VisitNumber) -> None:
    """Show a visit, or a question (q3), with all of its words."""
    which = question_id(number)
    wanted = _whole(number) if which is None else which
    today, page = now().date(), screen()
    with open_journal(ctx) as journal:
        if which is None:
            visit = numbered(journal.consultations(), wanted, "visit", SEE)
            say(visit_card(visit, today, page))
        else:
            question = numbered(journal.questions(), wanted, "question", SEE_QUESTIONS)
            say(question_lines([question], page))


@app.command(
    "questions",
    epilog=epilog("painlog consult questions", "painlog consult questions --all --format json"),
)
def questions(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Also those that were asked.")] = False,
    format_: Format = "text",
) -> None:
    """List the questions for the next visit. `asked` takes their numbers."""
    today = now().date()
    with open_journal(ctx) as journal:
        found, visits = journal.questions(), journal.consultations()
    shown = [question for question in found if every or question.asked_on is None]
    if format_ == "json":
        from painlog.formats.journal_json import QUESTIONS, question_object, to_text

        data = [question_object(question) for question in shown]
        say([to_text({"schema": QUESTIONS, "questions": data})])
        return
    page = screen()
    coming = next_visit(visits, found, today)
    left = [q for q in shown if q.asked_on is None and q not in coming.questions]
    say(kept_lines(coming, left, today, page))
    if asked_ones := [question for question in shown if question.asked_on]:
        say(["Asked:", *question_lines(asked_ones, page)])
    if not shown:
        say_aside('No question is open. Keep one: painlog consult --question "…"')


@app.command(
    "asked", epilog=epilog("painlog consult asked q1 q3", "painlog consult asked --on yesterday")
)
def asked(ctx: typer.Context, numbers: AskedNumbers = None, on: On = None) -> None:
    """Tick off questions that were asked. Without numbers: all open ones."""
    day, page = day_on(on, now()), screen()
    with open_journal(ctx, writing=True) as journal:
        found = named_questions(journal, numbers or ())
        # Only with --on is a question that was asked before given another day.
        done = [q for q in found if q.asked_on and (on is None or q.asked_on == day)]
        ticked = [question for question in found if question not in done]
        with journal.change("consult asked") as change:
            for question in ticked:
                change.edit(question._replace(asked_on=day))
            change.summary = "; ".join(map(question_words, ticked))
    if ticked:
        say(["Asked:", *question_lines([q._replace(asked_on=day) for q in ticked], page)])
    if done:
        say(["Already asked, nothing changed:", *question_lines(done, page)])


@app.command(
    "edit",
    epilog=epilog(
        'painlog consult edit 2 --note "more walking"',
        "painlog consult edit 2 --on 2026-03-05",
        'painlog consult edit q3 --question "May I swim?"',
        "painlog consult edit 2 --clear note",
    ),
)
def edit(
    ctx: typer.Context,
    number: VisitNumber,
    on: VisitDay = None,
    note: NoteToEdit = None,
    question: Annotated[
        str | None, option("--question", metavar="TEXT", help_="The question in other words.")
    ] = None,
    clear: Annotated[
        str | None, typer.Option("--clear", metavar="FIELD", help="Clear a field: note.")
    ] = None,
) -> None:
    """Correct a visit, or a question (q3)."""
    this_moment = now()
    if clear not in (None, "note") or (clear and note is not None):
        raise UsageError("--clear takes only note, and not together with --note.")
    which = question_id(number)
    if which is not None:
        _edit_question(ctx, which, question, others=bool(on or note is not None or clear))
        return
    if question is not None or not (on or note is not None or clear):
        raise UsageError(
            "Say what to change: --on, --note or --clear note, as in: painlog consult edit "
            f"{number} --on today"
        )

    written, before = list[str](), list[str]()

    def changed(visit: "Consultation") -> "Consultation":
        day = visit.held_on if on is None else visit_day(on, this_moment, to_come=False)
        text = note_to_edit(ctx, note, visit.note)
        written.append(text or "")
        before.append(visit.note)
        return visit._replace(held_on=day, note=visit.note if text is None else clean_text(text))

    def edited(_: Journal, visit: "Consultation") -> "Consultation":
        return changed(visit)._replace(note="") if clear else changed(visit)

    edit_numbered(
        ctx, _whole(number), Journal.consultations, edited, _in_full, called="visit", see=SEE
    )
    if on is not None:
        _say_no_time(on)
    if note not in (None, "-"):
        say_note_before(*before, *map(clean_text, written))
    say_signs_in(" ".join(written))


def _edit_question(ctx: typer.Context, number: int, text: str | None, *, others: bool) -> None:
    words = " ".join(clean_text(text or "").split())
    if others or not words:
        raise UsageError(
            f"Only the words of a question can be edited, as in: painlog consult edit q{number} "
            '--question "May I swim?"'
        )

    def reworded(_: Journal, question: "VisitQuestion") -> "VisitQuestion":
        return question._replace(text=words)

    edit_numbered(
        ctx,
        number,
        Journal.questions,
        reworded,
        question_words,
        called="question",
        see=SEE_QUESTIONS,
    )


@app.command("remove", epilog=epilog("painlog consult remove 2", "painlog consult remove q3"))
def remove(ctx: typer.Context, number: VisitNumber) -> None:
    """Remove a visit, or a question (q3). `painlog undo` brings it back."""
    which = question_id(number)
    if which is None:
        remove_numbered(
            ctx,
            _whole(number),
            Journal.consultations,
            visit_words,
            called="visit",
            see=SEE,
            edits=_nothing_else,
        )
    else:
        remove_numbered(
            ctx, which, Journal.questions, question_words, called="question", see=SEE_QUESTIONS
        )


def _nothing_else(journal: Journal, visit: "Consultation") -> "Sequence[Consultation]":
    """Return no other thing to edit, where the visit may go at all."""
    check_no_trial_rests_on(journal, visit, now().date())
    return ()


def _whole(number: str) -> int:
    if not (number.isascii() and number.isdecimal()):
        raise NotFoundError(f'There is no visit "{number}". See: {SEE}')
    return int(number)


def _in_full(visit: "Consultation") -> str:
    note = f". Note: {visit_note(visit)}" if visit.note else ""
    return f"{visit_words(visit)}{note}"
