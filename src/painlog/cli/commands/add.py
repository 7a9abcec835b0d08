"""`painlog add`: log how much it hurts."""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.advice.standing import SHORT
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    At,
    Before,
    Conditions,
    Interference,
    Note,
    Qualities,
    SideOption,
    Treatments,
    Triggers,
    argument,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import add_new, asking, say_first_uses, say_new
from painlog.errors import UsageError
from painlog.model.entry import Entry, checked, parse_intensity
from painlog.model.region import Region, Regions, Side, label, parse_said_side, parse_side
from painlog.tasks.entering import fields_said, pairs_in
from painlog.views.terminal.entries import echo, flag_lines, side_hint, summary
from painlog.views.terminal.screen import Screen, say, screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal

JUST_NOW = timedelta(minutes=1)
CHEST_AREA = "chest and belly"


# A region, its side and how much it hurts.
Rated = tuple[Region, Side | None, int]


@examples(
    "painlog add heel 6",
    'painlog add "left heel" 6 -t stretching --before 8',
    'painlog add heel 6 "lower back" 3 --at "yesterday 21:00"',
    'painlog add head 7 -q throbbing --trigger "bad sleep"',
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
    at: At = None,
    side: SideOption = None,
    quality: Qualities = None,
    trigger: Triggers = None,
    condition: Conditions = None,
    interference: Interference = None,
    note: Note = None,
) -> None:
    """Log how much it hurts, now or earlier. You are asked for what is missing."""
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        rated = _ratings(ratings or [], journal.regions, *parse_said_side(side))
        if before is not None:
            _check_before(treatment, rated)
        given = {
            "at": at,
            "before": before,
            "interference": interference,
            "note": note,
            "treatment": treatment,
            "quality": quality,
            "trigger": trigger,
            "condition": condition,
        }
        said = fields_said(given, journal, this_moment, asking() if can_ask() else None)
        fields = {"felt_at": this_moment} | said.fields
        drafts = [
            checked(Entry(region=region.name, side=side_of, intensity=intensity, **fields))
            for region, side_of, intensity in rated
        ]
        saved = save(journal, "add", drafts, said.new)
        show_saved(journal, saved, this_moment, said.new)


def save(
    journal: "Journal", command: str, drafts: "Sequence[Entry]", new: "Sequence[Treatment]" = ()
) -> list[Entry]:
    """Store entries, and the treatments that they are the first to name, as one change."""
    with journal.change(command) as change:
        add_new(journal, change, new)
        saved = [change.add(draft) for draft in drafts]
        change.summary = "; ".join(f"entry {e.id}, {summary(e)}" for e in saved)
    return saved


def _check_before(treatments: "Sequence[str] | None", rated: "Sequence[Rated]") -> None:
    if not treatments:
        raise UsageError(
            "--before is the intensity before a treatment. Name it with -t, as in: "
            "painlog add heel 6 -t stretching --before 8"
        )
    if len(rated) > 1:
        raise UsageError("--before belongs to one region; add one region at a time.")


def _ratings(
    words: list[str],
    regions: Regions,
    side: Side | None,
    without_side: bool,  # noqa: FBT001 - as a side is read
) -> list[Rated]:
    def find(text: str) -> tuple[Region, Side | None]:
        return regions.find(text, side, without_side=without_side)

    def with_side(region: Region, chosen: Side | None) -> tuple[Region, Side | None]:
        if region.sides == "paired" and chosen is None and not without_side and can_ask():
            chosen = ask(f"{region.name}: left, right or both? (Enter: not said)", parse_side)
        return region, chosen

    pairs = list(pairs_in(words, regions))
    complete = bool(pairs) and pairs[-1][1] is not None
    if not complete and not can_ask():
        raise UsageError(
            "add needs a region and an intensity, as in: painlog add heel 6, where "
            "0 is no pain and 10 is the worst pain imaginable."
        )
    ratings = [
        (region, chosen, parse_intensity(number))
        for name, number in pairs
        if number is not None
        for region, chosen in [with_side(*find(name))]
    ]
    if not complete:
        name = pairs[-1][0] if pairs else None
        found = ask("Where does it hurt?", find) if name is None else find(name)
        ratings.append(_asked_for(*with_side(*found)))
    return ratings


def _asked_for(region: Region, side: Side | None) -> Rated:
    place = label(region.name, side)
    return region, side, ask(f"How much does the {place} hurt, 0 to 10?", parse_intensity)


def show_saved(
    journal: "Journal",
    saved: "Sequence[Entry]",
    this_moment: datetime,
    new: "Sequence[Treatment]" = (),
) -> None:
    """Say what was stored: warning signs first, the standing advice last."""
    from painlog.store import recent

    page = screen()
    show_warnings(journal, saved, page)
    for number, entry in enumerate(saved, start=1):
        say(echo("Saved", entry, page, this_moment.utcoffset()))
        if entry.side is None and journal.regions.by_name[entry.region].sides == "paired":
            say(side_hint(entry, page))
        comes_again = any(_is_same(entry, other) for other in saved[number:])
        if not comes_again and recent.same_rating_since(journal, entry, this_moment - JUST_NOW):
            # Undo would take back all that was saved together.
            back = "painlog undo" if len(saved) == 1 else f"painlog remove {entry.id}"
            again = f"You also added this a moment ago; `{back}` takes the last one back."
            say(page.wrapped(again, "  "))
    say_new(new)
    named = Counter(name for entry in saved for name in entry.treatments)
    say_first_uses(journal, named)
    say(page.wrapped(SHORT.text))


def show_warnings(journal: "Journal", entries: "Sequence[Entry]", page: Screen) -> None:
    """Say which signs of urgent illness the entries tell of, and when chest pain would be one."""
    told = any(e.note or e.qualities or e.triggers or e.conditions for e in entries)
    regions = [journal.regions.by_name[entry.region] for entry in entries]
    # The red-flag reader is large, and most entries have neither words nor a region near the chest.
    if not told and not any(region.own or region.area == CHEST_AREA for region in regions):
        return
    from painlog.advice.red_flags import chest_warning, red_flags_of

    flags = red_flags_of(entries)
    say(flag_lines(flags, page))
    if warning := chest_warning(entries, flags):
        say(page.wrapped(warning, "! "))


def _is_same(entry: Entry, other: Entry) -> bool:
    return (entry.place, entry.intensity) == (other.place, other.intensity)
