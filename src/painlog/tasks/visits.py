"""Plan a visit to a clinician, keep questions for it, and tick them off."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotFoundError, RefusedError
from painlog.model.contents import Consultation, VisitQuestion
from painlog.model.entry import clean_text
from painlog.model.visits import next_visit, question_id
from painlog.store.trials import trials_under_way

if TYPE_CHECKING:
    from painlog.store.journal import Journal
    from painlog.store.log import Change


class LoggedVisit(NamedTuple):
    """What `consult` did: the visit, whether it was there already, and the new questions.

    `visit` is None if the questions are for a next visit that has no day yet. `is_repeat` says that
    the journal had all of it.
    """

    visit: Consultation | None
    was_there: bool
    questions: tuple[VisitQuestion, ...] = ()
    is_repeat: bool = False


def read_questions(texts: Sequence[str]) -> list[str]:
    """Return questions as they are kept: each once, on one line.

    Raises:
        RefusedError: if one has no words, or cannot be stored.
    """
    found = [" ".join(clean_text(text).split()) for text in texts]
    if "" in found:
        raise RefusedError('A question is empty. Type its words, as in: --question "What next?"')
    return list(dict.fromkeys(found))


def log_visit(
    journal: "Journal", change: "Change", day: date, note: str, questions: Sequence[str]
) -> LoggedVisit:
    """Store a visit with the questions for it, as `read_questions` returns them.

    If a visit was planned for that day, that one gets the note. The same visit again adds none.

    Raises:
        RefusedError: if that visit already has another note.
    """
    planned = _planned(journal, day, note)
    if planned is None:
        visit = change.add(Consultation(day, note))
    elif note and planned.note and note != planned.note:
        raise RefusedError(
            f"There is a visit on {day} already, with a note. To change that: "
            f"painlog consult edit {planned.id} --note TEXT"
        )
    else:
        visit = planned._replace(note=note or planned.note)
        if visit != planned:
            change.edit(visit)
    return LoggedVisit(visit, planned is not None, _kept(change, questions, visit.uid))


def check_no_trial_rests_on(journal: "Journal", visit: Consultation, today: date) -> None:
    """Make sure that a visit may be removed.

    Raises:
        RefusedError: if a trial that is not over was agreed to at it.
    """
    for trial in trials_under_way(journal, today):
        if trial.consultation == visit.uid:
            raise RefusedError(
                f"Trial {trial.id}, which is not over, was agreed to at this visit, so it stays. "
                "To end the trial first: painlog trial stop"
            )


def keep_questions(
    journal: "Journal", change: "Change", questions: Sequence[str], today: date
) -> LoggedVisit:
    """Store questions for the next visit, whenever that is."""
    found = next_visit(journal.consultations(), (), today).visit
    return LoggedVisit(found, True, _kept(change, questions, found.uid if found else ""))


def _planned(journal: "Journal", day: date, note: str) -> Consultation | None:
    """Return the visit of a day that was logged before it, or has questions or the same note."""
    with_questions = {question.consultation for question in journal.questions()}
    of_day = [visit for visit in journal.consultations() if visit.held_on == day]
    planned = [
        visit
        for visit in of_day
        if visit.updated_at[:10] < day.isoformat() or visit.uid in with_questions
    ]
    same = [visit for visit in of_day if visit.note == note]
    return next(iter((*planned, *same)), None)


def _kept(change: "Change", questions: Sequence[str], uid: str) -> tuple[VisitQuestion, ...]:
    return tuple(change.add(VisitQuestion(text, uid)) for text in questions)


def named_questions(journal: "Journal", numbers: Sequence[str]) -> list[VisitQuestion]:
    """Return the questions with these numbers, q3 or 3, each once; without numbers all open ones.

    Raises:
        NotFoundError: if no question has that number, or none is open.
    """
    every = {question.id: question for question in journal.questions()}
    if not numbers:
        found = [question for question in every.values() if question.asked_on is None]
        if not found:
            raise NotFoundError('No question is open. Keep one: painlog consult --question "…"')
        return found
    return list(dict.fromkeys(_question(every, number) for number in numbers))


def _question(every: dict[int, VisitQuestion], number: str) -> VisitQuestion:
    which = question_id(number if number.strip()[:1] in "qQ" else f"q{number.strip()}")
    if which is None or which not in every:
        raise NotFoundError(
            f'There is no question "{number}". See the numbers with: painlog consult questions'
        )
    return every[which]
