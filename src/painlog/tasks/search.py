"""Find what a person wrote, in notes of all kinds, tags and names, and say where it is."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from painlog.errors import NotUnderstoodError
from painlog.model.found import Hit, Search, holding, places_in
from painlog.model.region import label
from painlog.store.search import Searched

if TYPE_CHECKING:
    from painlog.model.entry import Entry
    from painlog.model.selection import Selection
    from painlog.model.use import Use
    from painlog.store.journal import Journal

# The count stops here, so that a search in a very long journal stays quick.
MOST_COUNTED = 10_000

Holds = Callable[[str | None], bool]


def search(journal: "Journal", text: str, chosen: "Selection") -> Search:
    """Return everything within the chosen days that holds all words of a text, newest first.

    Raises:
        NotUnderstoodError: if the text has no words.
    """
    words = text.split()
    if not words:
        raise NotUnderstoodError('The text is empty. Type what to look for: painlog find "walk"')
    holds, also = holding(words), _other_name_of(journal, text)
    searched = Searched(journal, holds, also)
    limit = -1 if chosen.limit is None else chosen.limit
    others = [hit for hit in _others(journal, holds, also) if chosen.has_day(_day_of(hit))]
    entries, uses = _days("felt_at", chosen), _days("used_at", chosen)
    rated = [_of_entry(entry, holds, also) for entry in searched.entries(*entries, limit)]
    used = [_of_use(use, holds, also) for use in searched.uses(*uses, limit)]
    hits = sorted([*rated, *used, *others], key=_moment, reverse=True)
    # If fewer were found than asked for, there are no more to count.
    counted = [
        searched.count("entry", *entries, MOST_COUNTED) if len(rated) == limit else len(rated),
        searched.count("use", *uses, MOST_COUNTED) if len(used) == limit else len(used),
    ]
    return Search(
        text,
        also,
        tuple(hits if chosen.limit is None else hits[: chosen.limit]),
        sum(counted) + len(others),
        chosen.limit is not None and MOST_COUNTED in counted,
    )


def _other_name_of(journal: "Journal", text: str) -> tuple[str, ...]:
    """Return the regions and treatments for which a text is another name."""
    names = (journal.regions.name_of(text), journal.treatments.name_of(text))
    return tuple(dict.fromkeys(n for n in names if n and n.casefold() != text.casefold()))


def _of_entry(entry: "Entry", holds: Holds, also: tuple[str, ...]) -> Hit:
    fields = [
        ("note", entry.note),
        *(("quality", value) for value in entry.qualities),
        *(("trigger", value) for value in entry.triggers),
        *(("condition", value) for value in entry.conditions),
    ]
    named = [("place", entry.place), *(("treatment", name) for name in entry.treatments)]
    about = f"{entry.place} {entry.intensity}/10"
    places = (*places_in(fields, holds), *_named(named, holds, (*also, *_of_region(entry, also))))
    return Hit("entry", str(entry.id), entry.felt_at, about, places)


def _of_use(use: "Use", holds: Holds, also: tuple[str, ...]) -> Hit:
    named = [("treatment", use.treatment), ("place", use.place or "")]
    places = (
        *places_in([("note", use.note)], holds),
        *_named(named, holds, (*also, *_of_region(use, also))),
    )
    return Hit("use", use.number, use.used_at, use.what, places)


def _of_region(thing: "Entry | Use", also: tuple[str, ...]) -> tuple[str, ...]:
    return (thing.place or "",) if thing.region in also else ()


def _named(
    named: list[tuple[str, str]], holds: Holds, also: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    return ((field, name) for field, name in named if holds(name) or name in also)


def _others(journal: "Journal", holds: Holds, also: tuple[str, ...]) -> Iterator[Hit]:
    """Yield hits in everything but entries and uses; there is so little of it that all is read."""
    yield from _of_courses(journal, holds, also)
    yield from _of_visits(journal, holds)
    for note in journal.background().day_notes:
        if places := places_in([("note", note.note)], holds):
            yield Hit("day", note.day.isoformat(), note.day, "note of the day", places)
    for day in journal.trial_days():
        if places := places_in([("note", day.note)], holds):
            yield Hit("trial day", str(day.id), day.day, f"trial, as planned: {day.kept}", places)


def _of_courses(journal: "Journal", holds: Holds, also: tuple[str, ...]) -> Iterator[Hit]:
    for course in journal.courses():
        place = "whole body" if course.region is None else label(course.region, course.side)
        named = [("treatment", course.treatment), ("place", place)]
        if places := tuple(_named(named, holds, also)):
            about = f"{course.what} for the {course.place}"
            yield Hit("course", str(course.id), course.started_on, about, places)


def _of_visits(journal: "Journal", holds: Holds) -> Iterator[Hit]:
    for visit in journal.consultations():
        if places := places_in([("note", visit.note)], holds):
            yield Hit("visit", str(visit.id), visit.held_on, "visit to a clinician", places)
    for question in journal.questions():
        if places := places_in([("question", question.text)], holds):
            when = question.asked_on or _written(question.updated_at)
            yield Hit("question", f"q{question.id}", when, "question for a clinician", places)


def _written(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return date.min


def _days(column: str, chosen: "Selection") -> tuple[str, list[object]]:
    from painlog.store.conditions import of_days

    return of_days(chosen, column)


def _day_of(hit: Hit) -> date:
    return hit.when.date() if isinstance(hit.when, datetime) else hit.when


def _moment(hit: Hit) -> datetime:
    """Return when a thing was, without its offset; a day without a time counts as its end."""
    if isinstance(hit.when, datetime):
        return hit.when.replace(tzinfo=None)
    return datetime.combine(hit.when, time.max)
