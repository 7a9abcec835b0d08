"""`painlog add`: log how much it hurts."""

import sys
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.again import keeping_options
from painlog.cli.base.ask import ask, can_ask, check_long_ago, settled
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    Before,
    Began,
    Conditions,
    Ended,
    Format,
    Interference,
    Lasted,
    NoSide,
    Note,
    Qualities,
    SideOption,
    Treatments,
    Triggers,
    argument,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import (
    add_new,
    asking,
    say_advice,
    say_first_uses,
    say_named,
    say_raised,
    say_together,
    say_too_much,
)
from painlog.cli.base.trial_of_day import say_in_other_arm, say_missed_by_side
from painlog.errors import UsageError
from painlog.model.entry import Entry, checked
from painlog.model.nothing_said import means_nothing
from painlog.model.rating import parse_rating
from painlog.model.region import label, parse_said_side, parse_side
from painlog.tasks.entering import (
    Sided,
    fields_said,
    has_aura,
    pairs_in,
    sided,
    span_fields,
)
from painlog.views.terminal.attacks import end_hint, past_end_hint
from painlog.views.terminal.entries import echo, named, side_hint, side_taken
from painlog.views.terminal.screen import Screen, say, say_aside, screen, speak_aside

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from painlog.advice.red_flags import Raised
    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal
    from painlog.store.log import Change
    from painlog.tasks.entering import Said
    from painlog.tasks.treatments import NamedTreatments

JUST_NOW = timedelta(minutes=1)
CHECK = "painlog redflags --check"
CHEST_AREA = "chest and belly"


# A region with its side, and how much it hurts.
Rated = tuple[Sided, int]


@examples(
    "painlog add heel 6",
    'painlog add "left heel" 6 -t stretching --before 8',
    'painlog add heel 6 "lower back" 3 --at "yesterday 21:00"',
    'painlog add head 7 -q throbbing -t "sumatriptan 50 mg"',
    'painlog add head 8 --from "yesterday 20:00" --lasted 5h',
)
def add(
    ctx: typer.Context,
    ratings: Annotated[
        list[str] | None,
        argument(
            "REGION INTENSITY …",
            "Where, and how much: 0 no pain, 10 worst pain imaginable.",
            "ratings",
        ),
    ] = None,
    treatment: Treatments = None,
    before: Before = None,
    at: Began = None,
    lasted: Lasted = None,
    until: Ended = None,
    side: SideOption = None,
    no_side: NoSide = False,
    quality: Qualities = None,
    trigger: Triggers = None,
    condition: Conditions = None,
    interference: Interference = None,
    note: Note = None,
    format_: Format = "text",
) -> None:
    """Log how much it hurts, now or earlier. You are asked for what is missing."""
    this_moment = now()
    if format_ == "json":
        speak_aside()
    with open_journal(ctx, writing=True) as journal:
        if before is not None:
            # Before anything is asked.
            _check_before(treatment, list(pairs_in(ratings or [], journal.regions)))
        with keeping_options(ctx):
            rated = _ratings(journal, ratings or [], side, this_moment, note, no_side=no_side)
        began = _time_said(at, this_moment)
        given = {
            "at": began,
            "lasted": lasted,
            "until": until,
            "before": before,
            "interference": interference,
            "note": note,
            "treatment": treatment,
            "quality": quality,
            "trigger": trigger,
            "condition": condition,
        }
        said = fields_said(given, journal, this_moment, asking() if can_ask() else None)
        span = span_fields(given, said.fields.get("felt_at"), this_moment)
        fields = {"felt_at": this_moment} | said.fields | span
        check_long_ago(began, fields["felt_at"].date(), this_moment.date())
        drafts = [
            checked(Entry(region=place.region.name, side=place.side, intensity=number, **fields))
            for place, number in rated
        ]
        saved, made = save(journal, drafts, said.new)
        as_before = {
            entry.id for entry, (place, _) in zip(saved, rated, strict=True) if place.as_before
        }
        show_saved(journal, saved, this_moment, said, as_before)
        if format_ == "json":
            _give(saved)
        check_signs(journal, saved, this_moment, made)


def _give(saved: "Sequence[Entry]") -> None:
    """Print what was saved as data; everything said about it went to standard error."""
    from painlog.formats.journal_json import added_object, to_text

    sys.stdout.write(to_text(added_object(saved)) + "\n")


def _time_said(at: str | None, this_moment: datetime) -> str | None:
    if at is None:
        return None
    from painlog.model.when import parse_when

    return settled(at, lambda text: parse_when(text, this_moment))


def save(
    journal: "Journal", drafts: "Sequence[Entry]", new: "Sequence[Treatment]" = ()
) -> "tuple[list[Entry], Change]":
    """Store entries as one change, with the treatments that they name for the first time."""
    with journal.change("add") as change:
        add_new(journal, change, new)
        saved = [change.add(draft) for draft in drafts]
        change.summary = "; ".join(map(named, saved))
    return saved, change


def _check_before(
    treatments: "Sequence[str] | None", rated: "Sequence[tuple[str, str | None]]"
) -> None:
    if not treatments:
        raise UsageError(
            "--before is the intensity before a treatment. Name it with -t, as in: "
            "painlog add heel 6 -t stretching --before 8"
        )
    if len(rated) > 1:
        raise UsageError("--before belongs to one region; add one region at a time.")


def _ratings(
    journal: "Journal",
    words: list[str],
    side: str | None,
    this_moment: datetime,
    note: str | None,
    *,
    no_side: bool,
) -> list[Rated]:
    said, without_side = parse_said_side("none" if no_side and side is None else side)
    if no_side and said:
        raise UsageError(f"--side {said} and --no-side contradict each other; give one of them.")

    def find(text: str) -> Sided:
        return sided(journal, text, this_moment.date(), said, without_side=without_side)

    def with_side(place: Sided) -> Sided:
        region = place.region
        if region.sides != "paired" or place.side or without_side or not can_ask():
            return place
        question = f"{region.name}: left, right or both? (Enter: not said)"
        return Sided(
            region, ask(question, lambda text: None if means_nothing(text) else parse_side(text))
        )

    pairs = list(pairs_in(words, journal.regions))
    complete = bool(pairs) and pairs[-1][1] is not None
    if not complete and not can_ask():
        aura = ["An aura without pain: painlog add head 0 -q aura"] * has_aura(note or "")
        raise UsageError(
            "add needs a region and an intensity, 0 for no pain to 10 for the worst pain "
            "imaginable, as in: painlog add heel 6",
            *aura,
        )
    ratings = [
        (place, parse_rating(number))
        for name, number in pairs
        if number is not None
        for place in [with_side(find(name))]
    ]
    if not complete:
        name = pairs[-1][0] if pairs else None
        found = ask("Where does it hurt?", find) if name is None else find(name)
        ratings.append(_asked_for(with_side(found)))
    return ratings


def _asked_for(place: Sided) -> Rated:
    where = label(place.region.name, place.side)
    return place, ask(f"How much does the {where} hurt, 0 to 10?", parse_rating)


def show_saved(
    journal: "Journal",
    saved: "Sequence[Entry]",
    this_moment: datetime,
    named: "Said | NamedTreatments",
    as_before: "Container[int]" = (),
) -> None:
    """Say what was stored: warning signs first, the standing advice last.

    Args:
        journal: With the entries.
        saved: The entries.
        this_moment: The present moment.
        named: The treatments that were named, with those that are new.
        as_before: The ids of entries whose side was not said but taken from earlier entries.
    """
    from painlog.store import recent

    page = screen()
    show_warnings(journal, saved)
    for number, entry in enumerate(saved, start=1):
        say(echo("Saved", entry, page, this_moment.utcoffset()))
        if entry.until is None and entry.intensity and _has_attack_diary(journal, entry):
            say(_end_hint(journal, entry, this_moment, page))
        if entry.id in as_before:
            say(side_taken([entry], page))
        if entry.side is None and journal.regions.by_name[entry.region].sides == "paired":
            say(side_hint(entry, page))
        comes_again = any(_is_same(entry, other) for other in saved[number:])
        if not comes_again and recent.same_entry_since(journal, entry, this_moment - JUST_NOW):
            # Undo would take back all that was saved together.
            back = "painlog undo" if len(saved) == 1 else f"painlog remove {entry.id}"
            again = f"You also added this a moment ago; `{back}` takes the last one back."
            say(page.wrapped(again, "  "))
    say_missed_by_side(journal, saved, this_moment.date())
    say_in_other_arm(journal, saved, (), this_moment.date())
    doses = [dose for entry in saved for dose in entry.doses]
    say_named(named.new, named.brands, doses, saved)
    used = Counter(name for entry in saved for name in entry.treatments)
    say_first_uses(journal, used)
    say_advice(journal, this_moment, entry=saved[0].id)


def _end_hint(journal: "Journal", entry: Entry, this_moment: datetime, page: Screen) -> list[str]:
    from painlog.tasks.attacks import open_attack_at

    going_on = open_attack_at(journal, entry.region, entry.side, this_moment)
    its_ratings = {rating.id for rating in going_on.ratings} if going_on else ()
    if entry.id in its_ratings:
        return end_hint(entry, page)
    return past_end_hint(entry, this_moment, page)


def _has_attack_diary(journal: "Journal", entry: Entry) -> bool:
    return journal.regions.by_name[entry.region].diary == "attacks"


def show_warnings(
    journal: "Journal", entries: "Sequence[Entry]", of_notes: "Sequence[Raised]" = ()
) -> None:
    """Say which doses are more than a whole day's, and which signs of urgent illness there are."""
    say_too_much(journal, (use for entry in entries for use in entry.uses))
    say_together(journal, [(name, entry.day) for entry in entries for name in entry.treatments])
    show_signs(journal, entries, of_notes)


def show_signs(
    journal: "Journal", entries: "Sequence[Entry]", of_notes: "Sequence[Raised]" = ()
) -> None:
    """Say which signs of urgent illness are in the entries, and when chest pain would be one.

    Args:
        journal: With the entries.
        entries: What was just stored.
        of_notes: What other notes raised. They are said together, emergencies first.
    """
    told = any(e.note or e.qualities or e.triggers or e.conditions for e in entries)
    regions = [journal.regions.by_name[entry.region] for entry in entries]
    # The red-flag reader is large, and most entries have neither words nor a region near the chest.
    if not told and not any(region.own or region.area == CHEST_AREA for region in regions):
        say_raised(of_notes)
        return
    from painlog.tasks.warning_words import warning_words

    found = warning_words(journal, entries, of_notes)
    say_raised(found.raised, of_chest=found.of_chest)


def check_signs(
    journal: "Journal", saved: "Sequence[Entry]", this_moment: datetime, made: "Change"
) -> None:
    """Offer the check of warning signs where an entry is a reason for it.

    Where nobody can answer, or the entries are about an earlier time, name the command instead.
    """
    from painlog.store.check_reason import reason_to_check

    together = {entry.id for entry in saved}
    reasons = [
        (entry, reason) for entry in saved if (reason := reason_to_check(journal, entry, together))
    ]
    if not reasons:
        return
    if can_ask() and all(entry.felt_at >= this_moment - JUST_NOW for entry in saved):
        from painlog.cli.base.sign_check import offer_check
        from painlog.tasks.warning_signs import Offering

        offer_check(journal, reasons, this_moment, Offering(made.id, made.summary))
    else:
        say_aside(f"Warning signs that need care now: {CHECK}")


def _is_same(entry: Entry, other: Entry) -> bool:
    return (entry.place, entry.intensity) == (other.place, other.intensity)
