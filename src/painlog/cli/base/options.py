"""Options that several commands share, so that each reads and behaves the same everywhere."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.cli.completion import known
from painlog.errors import RefusedError
from painlog.model.region import parse_said_side

if TYPE_CHECKING:
    from datetime import date

    from painlog.model.entry import Selection
    from painlog.store.journal import Journal

LISTED = 20
LARGEST_LIMIT = 2**63 - 1  # SQLite takes no larger number

Format = Annotated[
    Literal["text", "json"], typer.Option("--format", help="How to print it.", show_default=False)
]
RegionFilter = Annotated[
    str | None,
    typer.Option(
        "--region",
        "-r",
        metavar="REGION",
        help='Only this: "left heel".',
        autocompletion=known.places,
    ),
]
SideFilter = Annotated[
    str | None,
    typer.Option(
        "--side",
        metavar="SIDE",
        help="Only left, right, both, or none said.",
        autocompletion=known.sides_or_none,
    ),
]
TreatmentFilter = Annotated[
    str | None,
    typer.Option(
        "--treatment",
        "-t",
        metavar="NAME",
        help="Only with this treatment.",
        autocompletion=known.treatments,
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help='First day: "2026-03-05", "yesterday".')
]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Last day.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="N",
        help=f"At most; 0 for all. Without it {LISTED}, in JSON all.",
        min=0,
    ),
]

At = Annotated[
    str | None,
    typer.Option(
        "--at", metavar="TIME", help='When: "yesterday 21:00", "3 days ago", "2026-03-05".'
    ),
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help='Which day: "yesterday", "2026-03-05".')
]
SideOption = Annotated[
    str | None,
    typer.Option("--side", metavar="SIDE", help="left, right, both.", autocompletion=known.sides),
]
Treatments = Annotated[
    list[str] | None,
    typer.Option(
        "--treatment",
        "-t",
        metavar="NAME",
        help="What you did about it (several: -t -t).",
        autocompletion=known.treatments,
    ),
]
Before = Annotated[
    str | None,
    typer.Option(
        "--before",
        metavar="N",
        help="Intensity before the treatment, 0–10.",
        autocompletion=known.intensities,
    ),
]
Qualities = Annotated[
    list[str] | None,
    typer.Option(
        "--quality",
        "-q",
        metavar="TEXT",
        help='"burning", "dull".',
        autocompletion=known.qualities,
    ),
]
Triggers = Annotated[
    list[str] | None,
    typer.Option("--trigger", metavar="TEXT", help='"long walk".', autocompletion=known.triggers),
]
Conditions = Annotated[
    list[str] | None,
    typer.Option(
        "--condition",
        metavar="TEXT",
        help='"Parkinson\'s disease".',
        autocompletion=known.conditions,
    ),
]
Interference = Annotated[
    str | None,
    typer.Option(
        "--interference",
        metavar="N",
        help="With your day, 0–10.",
        autocompletion=known.answers,
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Anything else.")]


def selection(
    journal: "Journal",
    now: datetime,
    *,
    region: str | None = None,
    side: str | None = None,
    treatment: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> "Selection":
    """The entries that the shared filters mean.

    Raises:
        RefusedError: if the last day is before the first.
    """
    from painlog.model.entry import Selection

    which, without_side = parse_said_side(side)
    where = None
    if region is not None:
        found, which = journal.regions.find(region, which, without_side=without_side)
        where = found.name
    first, last = _day(since, now), _day(until, now)
    if first and last and last < first:
        raise RefusedError(f"--until {last} is before --since {first}; swap them.")
    return Selection(
        region=where,
        side=which,
        treatment=journal.treatments.find(treatment).name if treatment is not None else None,
        since=first,
        until=last,
        limit=min(limit or 0, LARGEST_LIMIT) or None,
        without_side=without_side,
    )


def _day(text: str | None, now: datetime) -> "date | None":
    if text is None:
        return None
    from painlog.model.when import parse_day

    return parse_day(text, now)
