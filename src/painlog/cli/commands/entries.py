"""`painlog list`, `show`, `edit`, `remove`: entries that are there already."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from painlog.advice.standing import WHOLE
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    LISTED,
    At,
    Before,
    Conditions,
    Format,
    Interference,
    Limit,
    Note,
    Qualities,
    RegionFilter,
    SideFilter,
    SideOption,
    Since,
    TreatmentFilter,
    Treatments,
    Triggers,
    Until,
    argument,
    option,
    region_option,
    selection,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.commands.add import show_warnings
from painlog.errors import UsageError
from painlog.model.entry import Entry, checked, clean_text, parse_intensity, parse_tags
from painlog.model.region import label, parse_said_side
from painlog.model.when import parse_when
from painlog.views.terminal.entries import card, echo, list_lines, summary
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import BRING_BACK, moment, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from painlog.model.selection import Selection
    from painlog.store.journal import Journal

T = TypeVar("T")

# To count on would take longer the longer the journal.
MOST_COUNTED = 10_000

Id = Annotated[
    int,
    argument("ID", "The entry's number, from: painlog list", "entries"),
]
_EMPTY: "Mapping[str, tuple[str, Any]]" = {
    "side": ("side", None),
    "before": ("intensity_before", None),
    "interference": ("interference", None),
    "treatment": ("treatments", ()),
    "quality": ("qualities", ()),
    "trigger": ("triggers", ()),
    "condition": ("conditions", ()),
    "note": ("note", ""),
}


@examples(
    "painlog list",
    'painlog list --region "left heel" --since 2026-03-01',
    "painlog list -t stretching --limit 0",
    "painlog list --format json",
)
def list_(
    ctx: typer.Context,
    region: RegionFilter = None,
    side: SideFilter = None,
    treatment: TreatmentFilter = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format_: Format = "text",
) -> None:
    """List entries, newest first: id, time, place, intensity, and what else was said."""
    if limit is None and format_ == "text":
        limit = LISTED
    with open_journal(ctx) as journal:
        chosen = selection(
            journal,
            now(),
            region=region,
            side=side,
            treatment=treatment,
            since=since,
            until=until,
            limit=limit,
        )
        if format_ == "json":
            from painlog.formats.journal_json import journal_object, to_text

            found = journal.entries(chosen, newest_first=True)
            say([to_text(journal_object(found, journal.background()))])
            return

        places = [label(*place) for place in journal.places(chosen)]
        say(list_lines(journal.entries(chosen, newest_first=True), screen(), places))
        _say_what_is_missing(journal, chosen)


def _say_what_is_missing(journal: "Journal", chosen: "Selection") -> None:
    most = max(MOST_COUNTED, (chosen.limit or 0) + 1)
    total = journal.count(chosen, most=most)
    if not total and journal.is_empty:
        say_aside(f'No entries yet in {journal.path}. Make the first: painlog add "left heel" 6')
    elif not total:
        say_aside("No entries match.")
    elif chosen.limit is not None and total > chosen.limit:
        of = f"{total:,}" if total < most else f"{most:,} or more"
        say_aside(f"The newest {chosen.limit} of {of}. All of them: --limit 0")


@examples("painlog show 12", "painlog show 12 --format json")
def show(ctx: typer.Context, entry_id: Id, format_: Format = "text") -> None:
    """Show one entry in full."""
    with open_journal(ctx) as journal:
        entry = journal.entry(entry_id)
    if format_ == "json":
        from painlog.formats.journal_json import ENTRY, advice_object, entry_object, to_text

        say([to_text({"schema": ENTRY, **entry_object(entry), "advice": [advice_object(WHOLE)]})])
        return

    say(card(entry, screen(), now().utcoffset()))


@examples(
    "painlog edit 12 --intensity 5",
    'painlog edit 12 --side left --at "yesterday 21:00"',
    "painlog edit 12 -t stretching -t heat",
    "painlog edit 12 --clear note --clear before",
)
def edit(
    ctx: typer.Context,
    entry_id: Id,
    region: Annotated[
        str | None,
        region_option(),
    ] = None,
    side: SideOption = None,
    intensity: Annotated[
        str | None,
        option("--intensity", "-i", metavar="N", known="intensities"),
    ] = None,
    treatment: Treatments = None,
    before: Before = None,
    at: At = None,
    quality: Qualities = None,
    trigger: Triggers = None,
    condition: Conditions = None,
    interference: Interference = None,
    note: Note = None,
    clear: Annotated[
        list[str] | None,
        typer.Option(
            "--clear",
            metavar="FIELD",
            help=f"Empty a field: {', '.join(_EMPTY)}.",
            autocompletion=lambda: list(_EMPTY),
        ),
    ] = None,
) -> None:
    """Correct an entry. Lists are replaced by what is given; without options you are asked."""
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        old = journal.entry(entry_id)
        given = {
            "region": region,
            "side": side,
            "intensity": intensity,
            "at": at,
            "before": before,
            "interference": interference,
            "note": note,
            "treatment": treatment,
            "quality": quality,
            "trigger": trigger,
            "condition": condition,
        }
        if not clear and all(value is None for value in given.values()):
            if not can_ask():
                raise UsageError(
                    "edit needs what to change, as in: painlog edit 12 --intensity 5. "
                    "See: painlog edit --help"
                )
            new = _asked(journal, old, this_moment)
        else:
            new = _changed(journal, old, given, this_moment)
            if "side" in (clear or []) and region is not None:
                _refuse_side_in(region, journal)
        new = replace(new, **_emptied(clear or [], given))
        _store(journal, old, new, this_moment)


def _store(journal: "Journal", old: Entry, new: Entry, this_moment: datetime) -> None:
    if checked(new, "add --clear before") == old:
        say([f"Entry {old.id} is like that already; nothing was changed."])
        return
    with journal.change("edit") as change:
        change.edit(new)
        change.summary = f"entry {old.id}, {summary(old)}"
    page = screen()
    if _tells(new) != _tells(old):
        show_warnings(journal, [new], page)
    say(echo("Changed", new, page, this_moment.utcoffset()))


def _tells(entry: Entry) -> tuple[object, ...]:
    """What warning signs are read from."""
    words = entry.qualities, entry.triggers, entry.conditions, entry.note
    return entry.region, entry.intensity, words


def _refuse_side_in(region: str, journal: "Journal") -> None:
    _, written = journal.regions.find(region)
    if written:
        raise UsageError(
            f'"{region}" gives the side that --clear side would empty; give one of them.'
        )


def _emptied(names: "Sequence[str]", given: "Mapping[str, Any]") -> dict[str, Any]:
    for name in names:
        if name not in _EMPTY:
            raise UsageError(f'"{name}" cannot be emptied; --clear takes {", ".join(_EMPTY)}.')
        if given[name] is not None:
            raise UsageError(f"--{name} gives what --clear {name} would empty; give one of them.")
    return dict(_EMPTY[name] for name in names)


def _changed(
    journal: "Journal", old: Entry, given: "Mapping[str, Any]", this_moment: datetime
) -> Entry:
    parse: Mapping[str, tuple[str, Callable[[Any], object]]] = {
        "intensity": ("intensity", parse_intensity),
        "at": ("felt_at", lambda text: parse_when(text, this_moment)),
        "before": ("intensity_before", parse_intensity),
        "interference": ("interference", lambda text: parse_intensity(text, "interference")),
        "note": ("note", clean_text),
        "treatment": ("treatments", journal.treatments.find_all),
        "quality": ("qualities", parse_tags),
        "trigger": ("triggers", parse_tags),
        "condition": ("conditions", parse_tags),
    }
    fields: dict[str, Any] = {
        field: understand(given[option])
        for option, (field, understand) in parse.items()
        if given[option] is not None
    }
    if given["region"] is not None or given["side"] is not None:
        chosen, without_side = parse_said_side(given["side"])
        named = old.region if given["region"] is None else given["region"]
        region, chosen = journal.regions.find(named, chosen, without_side=without_side)
        # A new region does not inherit the old one's side where it has none.
        keeps = given["side"] is None and region.sides != "none"
        fields |= {"region": region.name, "side": chosen or (old.side if keeps else None)}
    return replace(old, **fields)


def _asked(journal: "Journal", old: Entry, this_moment: datetime) -> Entry:
    say(["Enter keeps what is there; - empties it."])
    region, side = ask(
        f"Where [{printable(old.place)}]", lambda text: journal.regions.find(text or old.place)
    )
    new = replace(
        old,
        region=region.name,
        side=side,
        intensity=ask(
            f"Intensity, 0 to 10 [{old.intensity}]",
            lambda text: parse_intensity(text or str(old.intensity)),
        ),
        felt_at=ask(
            f"When [{moment(old.felt_at, this_moment.utcoffset())}]",
            lambda text: parse_when(text, this_moment) if text else old.felt_at,
        ),
        treatments=ask(
            f"Treatments, with ; between [{printable('; '.join(old.treatments))}]",
            lambda text: _kept_or(text, old.treatments, (), journal.treatments.find_all),
        ),
    )
    return replace(
        new,
        intensity_before=_asked_before(old) if new.treatments else None,
        note=ask(
            f"Note [{printable(old.note)}]",
            lambda text: _kept_or(text, old.note, "", lambda t: clean_text(t[0])),
        ),
    )


def _asked_before(old: Entry) -> int | None:
    return ask(
        f"Intensity before the treatment [{_or_none(old.intensity_before)}]",
        lambda text: _kept_or(text, old.intensity_before, None, lambda t: parse_intensity(t[0])),
    )


def _kept_or(text: str, old: T, empty: T, understand: "Callable[[list[str]], T]") -> T:
    if not text:
        return old
    return empty if text == "-" else understand([text])


def _or_none(value: int | None) -> str:
    return "none" if value is None else str(value)


@examples("painlog remove 12", "painlog remove 12 13 14")
def remove(
    ctx: typer.Context,
    entry_ids: Annotated[
        list[int],
        argument("ID …", "Numbers from: painlog list", "entries"),
    ],
) -> None:
    """Remove entries. `painlog undo` brings them back."""
    with open_journal(ctx, writing=True) as journal:
        entries = [journal.entry(entry_id) for entry_id in dict.fromkeys(entry_ids)]
        with journal.change("remove") as change:
            for entry in entries:
                change.remove(entry)
            change.summary = "; ".join(f"entry {e.id}, {summary(e)}" for e in entries)
    page = screen()
    for entry in entries:
        say(page.wrapped(f"Removed entry {entry.id}: {summary(entry)}.", rest="  "))
    say([BRING_BACK])
