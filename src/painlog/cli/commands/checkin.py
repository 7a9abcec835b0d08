"""`painlog checkin`: the daily habit, in under 20 seconds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import typer

from painlog.cli.base.ask import agrees, ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import asking
from painlog.cli.commands.add import save, show_saved
from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.model.course import Course
from painlog.model.entry import Entry, clean_text, parse_intensity
from painlog.model.region import Side, label
from painlog.store import recent
from painlog.views.terminal.entries import echo
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import moment, printable

if TYPE_CHECKING:
    from painlog.model.treatment import Treatments
    from painlog.store.journal import Journal
    from painlog.tasks.treatments import NamedTreatments

RECENT = timedelta(days=14)
_NO_ATTACK = "No attack needs no entry in an attack diary. Store the 0 anyway?"
# A comma in a dose ("1,5 g") separates nothing.
_BETWEEN = r";|,(?!\d+\s*[^\W\d])"


@dataclass(frozen=True, slots=True)
class _Recent:
    """What the last 14 days suggest asking about."""

    places: Sequence[tuple[str, Side | None]]
    treatments: Sequence[str]
    open_courses: Sequence[Course]
    named: set[tuple[str, Side | None, str]]

    def belongs(self, treatment: str, entry: Entry) -> bool:
        """Tell whether a treatment was used lately for the place of an entry."""
        return (entry.region, entry.side, treatment) in self.named or any(
            c.treatment == treatment and c.covers(entry.region, entry.side)
            for c in self.open_courses
        )


@examples("painlog checkin")
def checkin(ctx: typer.Context) -> None:
    """Be asked about each region rated in the last 14 days; Enter skips. Saved together."""
    if not can_ask():
        raise UsageError(
            "checkin asks questions and needs a terminal. In a script use: painlog add heel 6"
        )
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        recent = _recent(journal, this_moment.date())
        if not recent.places:
            raise RefusedError(
                "Nothing was rated in the last 14 days, so there is nothing to ask about. "
                'Start with: painlog add "left heel" 6'
            )
        ratings, ended = _ratings(journal, recent.places, this_moment)
        if not ratings and not ended:
            say(["Nothing was rated; nothing was saved."])
            return
        if not ratings:
            save(journal, "checkin", [], ended=ended)
            _say_ended(ended, this_moment)
            return
        done = _treatments(recent, journal.treatments)
        note = ask("A note? (Enter: none)", clean_text)
        drafts = [_with(rating, done, note, recent, ratings) for rating in ratings]
        saved = save(journal, "checkin", drafts, done.new, ended)
        _say_ended(ended, this_moment)
        show_saved(journal, saved, this_moment, done)


def _recent(journal: "Journal", today: date) -> _Recent:
    since = today - RECENT
    open_courses = [c for c in journal.courses() if c.on(today)]
    names = [c.treatment for c in open_courses] + recent.treatments_since(journal, since)
    return _Recent(
        places=recent.places_since(journal, since),
        treatments=list(dict.fromkeys(names)),
        open_courses=open_courses,
        named=recent.treatments_by_place_since(journal, since),
    )


def _ratings(
    journal: "Journal", places: Sequence[tuple[str, Side | None]], this_moment: datetime
) -> tuple[list[Entry], list[Entry]]:
    """Return a rating for each place that has one, and the attacks that are over."""
    question = "How much does it hurt now? 0 no pain, 10 worst pain imaginable, Enter skips."
    say(screen().wrapped(question))
    ratings, ended = list[Entry](), list[Entry]()
    for name, side in places:
        in_attacks = journal.regions.by_name[name].diary == "attacks"
        if in_attacks and (over := _ended(journal, name, side, this_moment)):
            ended.append(over)
            continue
        place = printable(label(name, side))
        intensity = ask(place, lambda text: parse_intensity(text) if text else None)
        if intensity is None or (in_attacks and not intensity and not agrees(_NO_ATTACK)):
            continue
        ratings.append(Entry(this_moment, name, intensity, side))
    return ratings, ended


def _ended(journal: "Journal", name: str, side: Side | None, this_moment: datetime) -> Entry | None:
    """Ask whether the attack of a place is over; return it with its end if it is."""
    from painlog.model.duration import checked_end, latest_before
    from painlog.tasks.attacks import open_attacks_of

    found = open_attacks_of(journal, journal.regions.by_name[name], side, this_moment)
    attack = next((a.entry for a in found if a.entry.side == side), None)
    if attack is None:
        return None
    since = moment(attack.felt_at, this_moment.utcoffset())

    def understand(text: str) -> datetime | None:
        if not text:
            return None
        return checked_end(attack.felt_at, latest_before(text, this_moment), this_moment)

    end = ask(
        f'{printable(attack.place)} {attack.intensity} since {since}: over when? "now", "17:30"; '
        "Enter: not yet",
        understand,
    )
    return replace(attack, until=end) if end else None


def _say_ended(ended: Sequence[Entry], this_moment: datetime) -> None:
    for entry in ended:
        say(echo("Ended", entry, screen(), this_moment.utcoffset()))


def _treatments(recent: _Recent, treatments: "Treatments") -> "NamedTreatments":
    from painlog.tasks.treatments import name_treatments

    offered = recent.treatments

    def understand(text: str) -> "NamedTreatments":
        chosen = [part.strip() for part in re.split(_BETWEEN, text) if part.strip()]
        names = [_numbered(part, offered) if part.isdigit() else part for part in chosen]
        return name_treatments(names, treatments, asking())

    if offered:
        page = screen()
        question = "Anything you did about it? Numbers or names, with commas; Enter: nothing."
        say(page.wrapped(question))
        for number, name in enumerate(offered, start=1):
            say(page.wrapped(printable(name), f"  {number} "))
    return ask("Did", understand) if offered else ask("Anything you did about it?", understand)


def _numbered(text: str, offered: Sequence[str]) -> str:
    number = int(text)
    if not 1 <= number <= len(offered):
        raise NotUnderstoodError(f"{text} is not in the list; type 1 to {len(offered)}, or a name.")
    return offered[number - 1]


def _with(
    rating: Entry, done: "NamedTreatments", note: str, recent: _Recent, ratings: Sequence[Entry]
) -> Entry:
    """Return a rating with the treatments for its place and those for no rated place."""
    mine = [
        name
        for name in done.names
        if recent.belongs(name, rating) or not any(recent.belongs(name, r) for r in ratings)
    ]
    doses = tuple((name, dose) for name, dose in done.doses if name in mine)
    return replace(rating, treatments=tuple(mine), doses=doses, note=note)
