"""`painlog take`: log what was taken or done, without a rating."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.again import keeping_options
from painlog.cli.base.ask import ask, can_ask, check_long_ago, settled
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import At, Note, argument, option
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import (
    add_new,
    asking,
    say_advice,
    say_first_uses,
    say_named,
    say_signs_in,
    say_together,
    say_too_much,
)
from painlog.cli.base.trial_of_day import say_in_other_arm
from painlog.model.entry import clean_text
from painlog.model.nothing_said import is_no_treatment, means_nothing
from painlog.tasks.entering import Sided, sided
from painlog.tasks.taking import Intake, read_taken
from painlog.views.terminal.attacks import rate_attack_hint, what_for_hint
from painlog.views.terminal.entries import named, side_taken, use_echo
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.store.journal import Journal

_JUST_NOW = timedelta(minutes=1)


@examples(
    "painlog take ibuprofen 400 mg",
    "painlog take sumatriptan 50 mg --at 14:00 --for head",
    "painlog take paracetamol 1 g ibuprofen 400 mg",
    'painlog take massage 20 min --for "left shoulder"',
)
def take(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        argument(
            "TREATMENT [DOSE] …", "What you took or did, and how much of it: 400 mg.", "takings"
        ),
    ] = None,
    at: At = None,
    for_: Annotated[
        str | None,
        option("--for", "-r", metavar="REGION", help_="What it was for.", known="places"),
    ] = None,
    no_side: Annotated[bool, typer.Option("--no-side", help="Leave the side out.")] = False,
    note: Note = None,
) -> None:
    """Log what you took or did, now or earlier, without a rating."""
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        with keeping_options(ctx):
            taken = _taken(journal, words or [])
        if not taken.things:
            say(["Nothing was saved."])
            return
        asked = not words and can_ask()
        place = _place(journal, for_, this_moment, no_side=no_side, asked=asked)
        used_at = _moment(at, this_moment)
        check_long_ago(at, used_at.date(), this_moment.date())
        drafts = taken.uses(
            used_at,
            place.region.name if place else None,
            place.side if place else None,
            clean_text(note or ""),
        )
        with journal.change("take") as change:
            add_new(journal, change, taken.new)
            saved = [change.add(draft) for draft in drafts]
            change.summary = "; ".join(map(named, saved))
        _show(journal, saved, taken, place, this_moment)


def _taken(journal: "Journal", words: "Sequence[str]") -> Intake:
    if words or not can_ask():
        return read_taken(
            words, journal.treatments, asking() if can_ask() else None, journal.regions
        )
    return ask(
        "What did you take or do? With the dose, such as: ibuprofen 400 mg",
        lambda text: (
            Intake()
            if is_no_treatment(text)
            else read_taken(text.split(), journal.treatments, asking(), journal.regions)
        ),
    )


def _place(
    journal: "Journal", said: str | None, this_moment: datetime, *, no_side: bool, asked: bool
) -> Sided | None:
    def read(text: str) -> Sided:
        return sided(journal, text, this_moment.date(), without_side=no_side)

    if said is not None:
        return read(said)
    if not asked:
        return None
    return ask(
        "What was it for? (Enter: not said)",
        lambda text: read(text) if text and not means_nothing(text) else None,
    )


def _moment(text: str | None, this_moment: datetime) -> datetime:
    if text is None:
        return this_moment
    from painlog.model.when import parse_when

    said = settled(text, lambda words: parse_when(words, this_moment))
    return parse_when(said or text, this_moment)


def _show(
    journal: "Journal",
    saved: "Sequence[Use]",
    taken: Intake,
    place: Sided | None,
    this_moment: datetime,
) -> None:
    from painlog.store.recent import same_use_since

    page = screen()
    show_use_warnings(journal, saved)
    for use in saved:
        say(use_echo("Saved", use, page, this_moment.utcoffset()))
        if same_use_since(journal, use, this_moment - _JUST_NOW):
            back = "painlog undo" if len(saved) == 1 else f"painlog remove {use.number}"
            again = f"You also added this a moment ago; `{back}` takes the last one back."
            say(page.wrapped(again, "  "))
        elif entry := _entry_with(journal, use):
            at = moment(entry.felt_at, this_moment.utcoffset())
            say(page.wrapped(f"You logged this already at {at}, with entry {entry.id}.", "  "))
    if place and place.as_before:
        say(side_taken(saved, page))
    say_in_other_arm(journal, (), saved, this_moment.date())
    _say_of_attack(journal, saved, place)
    say_named(taken.new, taken.brands, taken.things, saved)
    say_first_uses(journal, Counter(use.treatment for use in saved))
    say_advice(journal, this_moment, use=saved[0].id)


def _say_of_attack(journal: "Journal", saved: "Sequence[Use]", place: Sided | None) -> None:
    """Ask about the attack that a painkiller was for: its day is not one without pain."""
    from painlog.store.recent import attack_diaries

    diaries = attack_diaries(journal)
    if not diaries or (place and place.region.name not in diaries):
        return
    from painlog.analysis.attack_medicines import attack_medicines

    acute = attack_medicines(journal.treatments.by_name)
    use = next((use for use in saved if acute.tells(use)), None)
    if use is None:
        return
    if place is None:
        say(what_for_hint(use, min(diaries), screen()))
    elif not _is_rated(journal, place.region.name, use.day):
        say(rate_attack_hint(use, screen()))


def _is_rated(journal: "Journal", region: str, day: date) -> bool:
    from painlog.model.selection import ChosenPlace, Selection

    on_day = Selection((ChosenPlace(region),), since=day, until=day, reaching=True)
    return any(True for _ in journal.entries(on_day))


def _entry_with(journal: "Journal", use: "Use") -> "Entry | None":
    """Return an entry of about the same time that names the treatment, too, at no other dose."""
    from painlog.analysis.one_use import SAME_WITHIN, NotedUses
    from painlog.model.selection import Selection

    since, until = use.used_at - SAME_WITHIN, use.used_at + SAME_WITHIN
    day = timedelta(days=1)
    # A time may have been written in another time zone, where it was another day.
    nearby = Selection(since=since.date() - day, until=until.date() + day)
    named = (e for e in journal.entries(nearby) if since <= e.felt_at <= until)
    return next((e for e in named if use in NotedUses(e.uses)), None)


def show_use_warnings(journal: "Journal", uses: "Sequence[Use]") -> None:
    """Say which doses are more than a whole day's, and which signs are in the notes."""
    say_too_much(journal, uses)
    say_together(journal, [(use.treatment, use.day) for use in uses])
    # What was taken together has the same note.
    for note, region in dict.fromkeys((use.note, use.region or "") for use in uses):
        say_signs_in(note, region)
