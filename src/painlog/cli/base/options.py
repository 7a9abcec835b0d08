"""Options that several commands share, so that each looks and behaves the same everywhere."""

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from painlog.cli.base.settings import call_of
from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.model.region import parse_said_side, side_in

if TYPE_CHECKING:
    from datetime import date

    from painlog.model.region import Side
    from painlog.model.selection import Selection
    from painlog.store.journal import Journal

LISTED = 20
LARGEST_LIMIT = 2**62  # SQLite takes no number above 2**63 - 1


def offer(name: str) -> Callable[..., Any]:
    """Return an `autocompletion` by its name in cli/completion/known.py, which is imported late."""
    # Typer resolves the annotations of each of these at every start; a lambda has none.
    return lambda ctx: getattr(import_module("painlog.cli.completion.known"), name)(ctx)  # noqa: PLW0108 - inlined, it would import now


def option(
    *names: str,
    metavar: str,
    help_: str = "",
    known: str = "",
    dated: bool = False,
    written: bool = False,
) -> Any:  # noqa: ANN401 - as Typer's
    """Return an option that takes a value.

    Args:
        names: Its long name, and its short one.
        metavar: What the help shows for the value.
        help_: What it does.
        known: What a shell completes it with, a name in cli/completion/known.py.
        dated: Whether it is a day or a time, which may hold a date such as 3/4/2026.
        written: Whether it is a text, for which "-" opens an editor.
    """
    callback: Callable[..., Any] | None = None
    # Lambdas, as in `offer`.
    if dated:
        callback = lambda value: in_chosen_order(value)  # noqa: E731, PLW0108
    elif written:
        callback = lambda ctx, value: _note_of(ctx, value)  # noqa: E731, PLW0108
    return typer.Option(
        *names,
        metavar=metavar,
        help=help_,
        autocompletion=offer(known) if known else None,
        callback=callback,
    )


def argument(metavar: str, help_: str = "", known: str = "") -> Any:  # noqa: ANN401 - as Typer's
    """Return an argument; `known` completes it as it does an option."""
    return typer.Argument(
        metavar=metavar,
        help=help_,
        show_default=False,
        autocompletion=offer(known) if known else None,
    )


def region_option(help_: str = "", known: str = "places") -> Any:  # noqa: ANN401 - as above
    """Return `--region` as every command has it."""
    return option("--region", "-r", metavar="REGION", help_=help_, known=known)


def treatment_option(help_: str) -> Any:  # noqa: ANN401 - as above
    """Return `--treatment` as every command has it."""
    return option("--treatment", "-t", metavar="NAME", help_=help_, known="treatments")


Format = Annotated[
    Literal["text", "json"], typer.Option("--format", help="How to print it.", show_default=False)
]
RegionFilter = Annotated[
    list[str] | None, region_option('Only this: "left heel" (several: -r -r).')
]
SideFilter = Annotated[
    str | None,
    option(
        "--side",
        metavar="SIDE",
        help_="Only left, right, both, or none (not said).",
        known="sides_or_none",
    ),
]
TreatmentFilter = Annotated[
    list[str] | None, treatment_option("Only with this treatment (several: -t -t).")
]
QualityFilter = Annotated[
    list[str] | None,
    option("--quality", "-q", metavar="TEXT", help_="Only with this quality.", known="qualities"),
]
TriggerFilter = Annotated[
    list[str] | None,
    option("--trigger", metavar="TEXT", help_="Only with this trigger.", known="triggers"),
]
MinFilter = Annotated[
    str | None,
    option("--min", metavar="N", help_="Only rated N or more, 0–10.", known="intensities"),
]
MaxFilter = Annotated[
    str | None,
    option("--max", metavar="N", help_="Only rated N or less, 0–10.", known="intensities"),
]
OnFilter = Annotated[
    str | None, option("--on", metavar="DAY", help_="Only of this day.", dated=True)
]
TreatmentShown = Annotated[
    list[str] | None, treatment_option("Only this one's before-and-after (several: -t -t).")
]
Ids = Annotated[
    list[str], argument("ID …", "From: painlog list, such as 12, u7, 3-5, or last.", "logged")
]
Since = Annotated[
    str | None,
    option("--since", metavar="DAY", help_='First day: "2026-03-05", "yesterday".', dated=True),
]
Until = Annotated[str | None, option("--until", metavar="DAY", help_="Last day.", dated=True)]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="N",
        help=f"At most N; 0 for all. Default: {LISTED}, in JSON all.",
        min=0,
    ),
]

At = Annotated[
    str | None,
    option(
        "--at",
        metavar="TIME",
        help_='When: "yesterday 21:00", "3 days ago", "2026-03-05".',
        dated=True,
    ),
]
On = Annotated[
    str | None,
    option("--on", metavar="DAY", help_='Which day: "yesterday", "2026-03-05".', dated=True),
]
SideOption = Annotated[
    str | None, option("--side", metavar="SIDE", help_="left, right, both.", known="sides")
]
NoSide = Annotated[bool, typer.Option("--no-side", help="Leave the side out.")]
Began = Annotated[
    str | None,
    option(
        "--at",
        "--from",
        metavar="TIME",
        help_='When, or when it began: "yesterday 21:00", "2026-03-05".',
        dated=True,
    ),
]
Lasted = Annotated[
    str | None,
    option("--lasted", metavar="TIME", help_='How long: "3h", "90 min", "2 days".'),
]
Ended = Annotated[
    str | None, option("--until", metavar="TIME", help_='When it was over: "17:30".', dated=True)
]
Treatments = Annotated[
    list[str] | None,
    treatment_option('What you did about it: heat, "ibuprofen 400 mg" (several: -t -t).'),
]
Before = Annotated[
    str | None,
    option(
        "--before",
        metavar="N",
        help_="Intensity before the treatment, 0–10.",
        known="intensities",
    ),
]
Qualities = Annotated[
    list[str] | None,
    option(
        "--quality",
        "-q",
        metavar="TEXT",
        help_='What it feels like: "burning", "dull".',
        known="qualities",
    ),
]
Triggers = Annotated[
    list[str] | None,
    option(
        "--trigger",
        metavar="TEXT",
        help_='What may have set it off: "long walk".',
        known="triggers",
    ),
]
Conditions = Annotated[
    list[str] | None,
    option(
        "--condition",
        metavar="TEXT",
        help_='A condition you have: "Parkinson\'s disease".',
        known="conditions",
    ),
]
Interference = Annotated[
    str | None,
    option(
        "--interference",
        metavar="N",
        help_="How much it interferes with your day, 0–10.",
        known="answers",
    ),
]
_A_NOTE = 'Anything else; "-" opens your editor.'
Note = Annotated[str | None, option("--note", metavar="TEXT", help_=_A_NOTE, written=True)]
# For a thing that may have a note already: the command itself calls `note_to_edit`.
NoteToEdit = Annotated[str | None, option("--note", metavar="TEXT", help_=_A_NOTE)]


def selection(
    journal: "Journal",
    now: datetime,
    *,
    region: Sequence[str] | None = None,
    side: str | None = None,
    treatment: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    on: str | None = None,
    quality: Sequence[str] | None = None,
    trigger: Sequence[str] | None = None,
    lowest: str | None = None,
    highest: str | None = None,
    limit: int | None = None,
) -> "Selection":
    """Return the selection that the shared filters ask for.

    Raises:
        RefusedError: if the last day is before the first, or the highest rating below the lowest.
        NotFoundError: if no entry has such a quality or trigger.
        UsageError: if --on is given beside --since or --until.
    """
    from painlog.model.selection import ChosenPlace, Selection

    which, without_side = parse_said_side(side)
    places: list[tuple[str | None, Side | None]] = [
        # "hands" also finds ratings of one hand; "both hands" finds only ratings of both.
        (found.name, chosen if which or side_in(text) else None)
        for text in region or ()
        for found, chosen in [journal.regions.find(text, which, without_side=without_side)]
    ]
    if side is not None and not places:
        places = [(None, which)]
    if on is not None and (since is not None or until is not None):
        raise UsageError("--on is one day, --since and --until are several; give one of them.")
    first, last = (parse_day(on if given is None else given, now) for given in (since, until))
    if first and last and last < first:
        raise RefusedError(f"--until {last} is before --since {first}; swap them.")
    return Selection(
        places=tuple(ChosenPlace(*place, without_side) for place in dict.fromkeys(places)),
        treatments=tuple(dict.fromkeys(journal.treatments.find(t).name for t in treatment or ())),
        since=first,
        until=last,
        limit=min(limit or 0, LARGEST_LIMIT) or None,
        qualities=_tags(journal, "quality", quality or ()),
        triggers=_tags(journal, "trigger", trigger or ()),
        **_bounds(lowest, highest),
    )


def _bounds(lowest: str | None, highest: str | None) -> dict[str, int]:
    from painlog.model.entry import parse_intensity

    given = {"lowest": lowest, "highest": highest}
    bounds = {name: parse_intensity(text) for name, text in given.items() if text is not None}
    if len(bounds) == 2 and bounds["highest"] < bounds["lowest"]:
        raise RefusedError(
            f"--max {bounds['highest']} is below --min {bounds['lowest']}; swap them."
        )
    return bounds


def _tags(journal: "Journal", kind: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Return every quality or trigger of the journal that is spelt like one of those typed."""
    if not typed:
        return ()
    from painlog.errors import NotFoundError
    from painlog.model.names import did_you_mean, nearest, normal
    from painlog.store.recent import every_tag

    known = every_tag(journal, kind)
    found: list[str] = []
    for text in typed:
        same = [value for value in known if normal(value) == normal(text)]
        if not same:
            near = nearest(text, {normal(value): value for value in known})
            raise NotFoundError(f'No entry has the {kind} "{text}".{did_you_mean(near)}')
        found += same
    return tuple(dict.fromkeys(found))


def _note_of(ctx: typer.Context, value: str | None) -> str | None:
    return value if ctx.resilient_parsing else note_to_edit(ctx, value, "")


def note_to_edit(ctx: typer.Context, text: str | None, present: str) -> str | None:
    """Return a note as given; for "-", the one written in an editor or sent through a pipe.

    Args:
        ctx: The call, which keeps what was written until it is saved.
        text: What was typed.
        present: The text that the editor opens with.

    Raises:
        RefusedError: if there is no editor, or it fails.
        UsageError: if there is neither a pipe nor a terminal.
    """
    if text != "-":
        return text
    from painlog.cli.base.editor import written_note

    return written_note(call_of(ctx), present)


def in_chosen_order(text: str | None, *, coming: bool = False) -> str | None:
    """Return a day or time as typed, with a date such as 3/4/2026 read in the order set for it.

    Without a year, the latest such day is meant; if `coming`, the next one.
    """
    if text is None or not any(sign in text for sign in "/.-") or _begins_with_year(text):
        return text
    from painlog.cli.base.settings import chosen_settings, now
    from painlog.model.date_order import year_first

    order = chosen_settings().date_order
    return year_first(text, order, now().date(), coming=coming) if order else text


def _begins_with_year(text: str) -> bool:
    return text[:4].isdigit() and text[4:5] == "-"


def visit_day(text: str, now: datetime, *, to_come: bool) -> "date":
    """Return the day of a visit to a clinician, past or planned.

    Args:
        text: As typed.
        now: This moment.
        to_come: Whether only a day from today on can be meant.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is past although it must be `to_come`, or too far ahead.
    """
    from painlog.model.day_to_come import names_day_to_come, parse_day_to_come
    from painlog.model.when import parse_day

    today = now.date()
    if to_come or names_day_to_come(text):
        return parse_day_to_come(in_chosen_order(text, coming=True) or "", today)
    typed = in_chosen_order(text) or ""
    try:
        return parse_day(typed, now)
    except RefusedError as past:
        try:
            return parse_day_to_come(typed, today)
        except NotUnderstoodError:
            raise past from None


def day_on(text: str | None, now: datetime) -> "date":
    """Return the day that `--on` names; without it, today.

    On a terminal a person is asked about a day that is still to come.
    """
    if text is None:
        return now.date()
    from painlog.cli.base.ask import settled

    return parse_day(settled(text, lambda said: parse_day(said, now)), now) or now.date()


def parse_day(text: str | None, now: datetime) -> "date | None":
    """Return the day that an option names; None where it was not given."""
    if text is None:
        return None
    from painlog.model.when import parse_day

    return parse_day(text, now)
