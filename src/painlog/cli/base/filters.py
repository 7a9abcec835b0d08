"""The filters that several commands share: which entries, uses and days a command is about."""

import inspect
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar, cast

import typer

from painlog.cli.base.options import (
    Since,
    Until,
    option,
    parse_day,
    region_option,
    treatment_option,
)
from painlog.errors import RefusedError, UsageError
from painlog.model.region import parse_said_side, side_in

if TYPE_CHECKING:
    from datetime import date

    from painlog.model.region import Side
    from painlog.model.selection import Selection
    from painlog.store.journal import Journal

LISTED = 20
LARGEST_LIMIT = 2**62  # SQLite takes no number above 2**63 - 1

Command_ = TypeVar("Command_", bound=Callable[..., None])

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
    option(
        "--min",
        metavar="N",
        help_="Only rated N or more, or so before a use.",
        known="intensities",
    ),
]
MaxFilter = Annotated[
    str | None,
    option(
        "--max",
        metavar="N",
        help_="Only rated N or less, or so before a use.",
        known="intensities",
    ),
]
OnFilter = Annotated[
    str | None, option("--on", metavar="DAY", help_="Only of this day.", dated=True)
]
TreatmentShown = Annotated[
    list[str] | None, treatment_option("Only this one's before-and-after (several: -t -t).")
]
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


class Filters(NamedTuple):
    """The filters as typed; None where one was not given."""

    region: RegionFilter = None
    side: SideFilter = None
    treatment: TreatmentFilter = None
    quality: QualityFilter = None
    trigger: TriggerFilter = None
    lowest: MinFilter = None
    highest: MaxFilter = None
    since: Since = None
    until: Until = None
    on: OnFilter = None


NO_FILTERS = Filters()


def filtered(**others: object) -> Callable[[Command_], Command_]:
    """Give a command every filter as an option, in the place of its parameter `filters`.

    Args:
        others: The options that look different here, by the name of their filter.
    """

    def give(command: Command_) -> Command_:
        @wraps(command)
        def run(**given: Any) -> None:  # noqa: ANN401 - as the command has them
            chosen = Filters(**{name: given.pop(name) for name in Filters._fields})
            command(**given, filters=chosen)

        # Typer makes the options from the signature.
        signature = inspect.signature(command, eval_str=True)
        types = Filters.__annotations__ | others
        options = [
            inspect.Parameter(
                name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=types[name]
            )
            for name in Filters._fields
        ]
        parameters = []
        for name, parameter in signature.parameters.items():
            parameters += options if name == "filters" else [parameter]
        vars(run)["__signature__"] = signature.replace(parameters=parameters)
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return cast("Command_", run)

    return give


def selection(
    journal: "Journal",
    now: datetime,
    filters: Filters,
    *,
    limit: int | None = None,
) -> "Selection":
    """Return the selection that the shared filters ask for.

    Raises:
        RefusedError: if the last day is before the first, or the highest rating below the lowest.
        NotFoundError: if no entry has such a quality or trigger.
        UsageError: if --on is given beside --since or --until.
    """
    from painlog.model.selection import ChosenPlace, Selection

    which, without_side = parse_said_side(filters.side)
    places: list[tuple[str | None, Side | None]] = [
        # "hands" also finds ratings of one hand; "both hands" finds only ratings of both.
        (found.name, chosen if which or side_in(text) else None)
        for text in filters.region or ()
        for found, chosen in [journal.regions.find(text, which, without_side=without_side)]
    ]
    if filters.side is not None and not places:
        places = [(None, which)]
    first, last = _days(filters, now)
    treatments = (journal.treatments.find(text).name for text in filters.treatment or ())
    return Selection(
        places=tuple(ChosenPlace(*place, without_side) for place in dict.fromkeys(places)),
        treatments=tuple(dict.fromkeys(treatments)),
        since=first,
        until=last,
        limit=min(limit or 0, LARGEST_LIMIT) or None,
        qualities=_tags(journal, "quality", filters.quality or ()),
        triggers=_tags(journal, "trigger", filters.trigger or ()),
        reaching=True,
        **_bounds(filters.lowest, filters.highest),
    )


def _days(filters: Filters, now: datetime) -> "tuple[date | None, date | None]":
    since, until, on = filters.since, filters.until, filters.on
    if on is not None and (since is not None or until is not None):
        raise UsageError("--on is one day, --since and --until are several; give one of them.")
    first, last = (parse_day(on if given is None else given, now) for given in (since, until))
    if first and last and last < first:
        raise RefusedError(f"--until {last} is before --since {first}; swap them.")
    return first, last


def _bounds(lowest: str | None, highest: str | None) -> dict[str, int]:
    from painlog.model.rating import parse_rating

    given = {"lowest": lowest, "highest": highest}
    bounds = {name: parse_rating(text) for name, text in given.items() if text is not None}
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
    from painlog.model.entry import typed_tags
    from painlog.model.names import did_you_mean, nearest, normal
    from painlog.store.recent import every_tag

    known = every_tag(journal, kind)
    found: list[str] = []
    wholes = {normal(value) for value in known}

    def parts(text: str) -> Sequence[str]:
        # A tag that came with its comma, from a table, is found as it is.
        return (text,) if normal(text) in wholes else typed_tags([text]) or (text,)

    for text in (part for whole in typed for part in parts(whole)):
        same = [value for value in known if normal(value) == normal(text)]
        if not same:
            near = nearest(text, {normal(value): value for value in known})
            raise NotFoundError(f'No entry has the {kind} "{text}".{did_you_mean(near)}')
        found += same
    return tuple(dict.fromkeys(found))
