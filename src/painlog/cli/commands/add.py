"""`painlog add`: log how much it hurts."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, NamedTuple

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
from painlog.errors import NotUnderstoodError, PainlogError, UsageError
from painlog.model.entry import (
    Entry,
    checked,
    clean_text,
    looks_like_number,
    parse_intensity,
    parse_tags,
)
from painlog.model.region import Region, Regions, Side, label, parse_said_side, parse_side
from painlog.views.terminal.entries import echo, flag_lines, side_hint, summary
from painlog.views.terminal.screen import Screen, say, screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from painlog.store.journal import Journal

JUST_NOW = timedelta(minutes=1)
CHEST_AREA = "chest and belly"


class Rating(NamedTuple):
    """One REGION INTENSITY pair, understood."""

    region: Region
    side: Side | None
    intensity: int


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
    """Log how much it hurts, here and now or earlier. What is missing is asked for."""
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        chosen, without_side = parse_said_side(side)
        understood = _ratings(ratings or [], journal.regions, chosen, without_side=without_side)
        if before is not None and not treatment:
            raise UsageError(
                "--before is the intensity before a treatment. Name it with -t, as in: "
                "painlog add heel 6 -t stretching --before 8"
            )
        if before is not None and len(understood) > 1:
            raise UsageError("--before belongs to one region; add one region at a time.")
        felt_at = _moment(at, this_moment)
        drafts = [
            checked(
                Entry(
                    felt_at=felt_at,
                    region=rating.region.name,
                    side=rating.side,
                    intensity=rating.intensity,
                    intensity_before=parse_intensity(before) if before is not None else None,
                    interference=(
                        parse_intensity(interference, "interference")
                        if interference is not None
                        else None
                    ),
                    treatments=journal.treatments.find_all(treatment) if treatment else (),
                    qualities=parse_tags(quality or []),
                    triggers=parse_tags(trigger or []),
                    conditions=parse_tags(condition or []),
                    note=clean_text(note or ""),
                )
            )
            for rating in understood
        ]
        saved = save(journal, "add", drafts)
        show_saved(journal, saved, this_moment)


def save(journal: "Journal", command: str, drafts: "Sequence[Entry]") -> list[Entry]:
    """Store entries as one change."""
    with journal.change(command) as change:
        saved = [change.add(draft) for draft in drafts]
        change.summary = "; ".join(f"entry {e.id}, {summary(e)}" for e in saved)
    return saved


def _moment(at: str | None, this_moment: datetime) -> datetime:
    if at is None:
        return this_moment
    from painlog.model.when import parse_when

    return parse_when(at, this_moment)


def _ratings(
    words: list[str], regions: Regions, side: Side | None, *, without_side: bool
) -> list[Rating]:
    def find(text: str) -> tuple[Region, Side | None]:
        return regions.find(text, side, without_side=without_side)

    def with_side(region: Region, chosen: Side | None) -> tuple[Region, Side | None]:
        if region.sides == "paired" and chosen is None and not without_side and can_ask():
            chosen = ask(f"{region.name}: left, right or both? (Enter: not said)", parse_side)
        return region, chosen

    pairs = list(_pairs(words, regions))
    complete = bool(pairs) and pairs[-1][1] is not None
    if not complete and not can_ask():
        raise UsageError(
            "add needs a region and an intensity, as in: painlog add heel 6, where "
            "0 is no pain and 10 is the worst pain imaginable."
        )
    ratings = [
        Rating(region, chosen, parse_intensity(number))
        for name, number in pairs
        if number is not None
        for region, chosen in [with_side(*find(name))]
    ]
    if not complete:
        name = pairs[-1][0] if pairs else None
        found = ask("Where does it hurt?", find) if name is None else find(name)
        ratings.append(_asked_for(*with_side(*found)))
    return ratings


def _pairs(words: list[str], regions: Regions) -> "Iterator[tuple[str, str | None]]":
    """REGION INTENSITY pairs, the region in one word or several, the last intensity maybe None."""
    name: list[str] = []
    for word in words:
        if name and looks_like_number(word):
            yield " ".join(name), word
            name = []
        elif not name and looks_like_number(word):
            raise UsageError(
                f'"{word}" stands where a region should. Write the region first, as in: '
                "painlog add heel 6"
            )
        else:
            name.append(word)
    if not name:
        return
    try:
        regions.find(" ".join(name))
    except NotUnderstoodError:
        # "heel six": the region is known, so what follows it was meant as the intensity.
        if len(name) > 1 and _is_region(" ".join(name[:-1]), regions):
            parse_intensity(name[-1])
        raise
    yield " ".join(name), None


def _is_region(text: str, regions: Regions) -> bool:
    try:
        regions.find(text)
    except PainlogError:
        return False
    return True


def _asked_for(region: Region, side: Side | None) -> Rating:
    place = label(region.name, side)
    return Rating(region, side, ask(f"How much does the {place} hurt, 0 to 10?", parse_intensity))


def show_saved(journal: "Journal", saved: "Sequence[Entry]", this_moment: datetime) -> None:
    """Say what was stored: warning signs first, the standing advice last."""
    page = screen()
    show_warnings(journal, saved, page)
    for number, entry in enumerate(saved, start=1):
        say(echo("Saved", entry, page, this_moment.utcoffset()))
        if entry.side is None and journal.regions.by_name[entry.region].sides == "paired":
            say(side_hint(entry, page))
        comes_again = any(_is_same(entry, other) for other in saved[number:])
        if not comes_again and journal.same_rating_since(entry, this_moment - JUST_NOW):
            # Undo would take back all that was saved together.
            back = "painlog undo" if len(saved) == 1 else f"painlog remove {entry.id}"
            again = f"You also added this a moment ago; `{back}` takes the last one back."
            say(page.wrapped(again, "  "))
    say(page.wrapped(SHORT.text))


def show_warnings(journal: "Journal", entries: "Sequence[Entry]", page: Screen) -> None:
    """Say which signs of urgent illness the entries tell of, and when chest pain would be one."""
    told = any(e.note or e.qualities or e.triggers or e.conditions for e in entries)
    regions = [journal.regions.by_name[entry.region] for entry in entries]
    # The reader of red flags is large; most entries have neither words nor a part in the chest.
    if not told and not any(region.own or region.area == CHEST_AREA for region in regions):
        return
    from painlog.advice.red_flags import chest_warning, red_flags_of

    flags = red_flags_of(entries)
    say(flag_lines(flags, page))
    if warning := chest_warning(entries, flags):
        say(page.wrapped(warning, "! "))


def _is_same(entry: Entry, other: Entry) -> bool:
    return (entry.place, entry.intensity) == (other.place, other.intensity)
