"""`painlog compare`: two regimens side by side."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.analysis.courses import courses_of, phases_of
from painlog.analysis.days import Place, gather, window
from painlog.analysis.regimens import RegimenComparison, can_be_alternated, compare_regimens
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    Format,
    SideFilter,
    Since,
    Until,
    argument,
    region_option,
    selection,
)
from painlog.cli.base.settings import now, open_journal
from painlog.errors import RefusedError, UsageError
from painlog.model.names import sentence_start
from painlog.model.region import label
from painlog.model.selection import ChosenPlace, Selection
from painlog.model.treatment import parse_regimen
from painlog.views.terminal.page import to_lines
from painlog.views.terminal.regimens import regimen_blocks
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from painlog.analysis.days import PlaceDays
    from painlog.model.treatment import Regimen
    from painlog.store.journal import Journal

RegimenArgument = Annotated[
    str,
    argument("REGIMEN", '"stretching", "stretching + massage", "nothing".', "regimens"),
]


@examples(
    "painlog compare nothing stretching --region heel",
    'painlog compare stretching "stretching + tpt" -r heel',
)
def compare(
    ctx: typer.Context,
    first: RegimenArgument,
    second: RegimenArgument,
    region: Annotated[str, region_option('Where: "left heel".')],
    side: SideFilter = None,
    since: Since = None,
    until: Until = None,
    format_: Format = "text",
) -> None:
    """Compare the days of two regimens: what was in use for a region, alone or together."""
    this_moment = now()
    with open_journal(ctx) as journal:
        regimens = [parse_regimen(text, journal.treatments) for text in (first, second)]
        if regimens[0] == regimens[1]:
            raise UsageError(
                "Both regimens are the same. Name two, as in: "
                "painlog compare nothing stretching --region heel"
            )
        chosen = selection(
            journal, this_moment, region=[region], side=side, since=since, until=until
        )
        found = _compared(journal, chosen, regimens, this_moment.date())
        alternate = can_be_alternated(regimens, journal.treatments.by_name)
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.report_json import regimen_object

        say([to_text(regimen_object(found))])
        return
    say(to_lines(regimen_blocks(found, alternate=alternate), screen()))


def _compared(
    journal: "Journal",
    chosen: Selection,
    regimens: "Sequence[Regimen]",
    today: date,
) -> RegimenComparison:
    first, second = regimens
    (wanted,), until = chosen.places, chosen.until or today
    # What was named before the period tells which courses run in it.
    places = gather(journal.entries(Selection((ChosenPlace(wanted.region),), until=until)))
    place = _one_place(places, wanted)
    if place not in places:
        return compare_regimens(place, first, second, (), ())
    gathered = places[place]
    days = gathered.days()
    courses = courses_of(place, journal.courses(), gathered.namings, until)
    since = max(chosen.since or days[0].day, days[0].day)
    phases = phases_of(courses, since, until)
    return compare_regimens(place, first, second, phases, window(days, since, until).days)


def _one_place(places: "Mapping[Place, PlaceDays]", wanted: ChosenPlace) -> Place:
    region = wanted.region or ""
    if wanted.side is not None or wanted.without_side or not places:
        return region, wanted.side
    if len(places) > 1:
        rated = listed(sorted(label(*place) for place in places))
        side = min(side or "none" for _, side in places)
        raise RefusedError(
            f"{sentence_start(region)} is rated in more than one place: {rated}. "
            f"Say which, as in: --side {side}"
        )
    return next(iter(places))
