"""`painlog report`: what the ratings did."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.advice.adapting import adapt
from painlog.advice.red_flags import find_red_flags
from painlog.analysis.report import build_report
from painlog.cli.lazy import examples
from painlog.cli.options import (
    Format,
    RegionFilter,
    SideFilter,
    Since,
    TreatmentFilter,
    Until,
    selection,
)
from painlog.cli.settings import now, open_journal
from painlog.model.selection import Selection
from painlog.store.journal import Journal
from painlog.views.page import to_lines
from painlog.views.report import report_blocks
from painlog.views.screen import say, screen

if TYPE_CHECKING:
    from painlog.advice.red_flags import RedFlag
    from painlog.store.journal import Journal

DEFAULT_WINDOW = 28
FLAGS_SINCE = timedelta(days=14)


@examples(
    "painlog report",
    'painlog report --region "left heel" --since 2026-03-01',
    "painlog report --treatment stretching --window 14",
    "painlog report --format json",
)
def report(
    ctx: typer.Context,
    region: RegionFilter = None,
    side: SideFilter = None,
    treatment: TreatmentFilter = None,
    since: Since = None,
    until: Until = None,
    window: Annotated[
        int,
        typer.Option("--window", metavar="DAYS", help="Days compared before and after.", min=3),
    ] = DEFAULT_WINDOW,
    format_: Format = "text",
) -> None:
    """Show what the ratings did: by region, before and in each treatment, by session."""
    with open_journal(ctx) as journal:
        print_report(
            journal,
            now(),
            region=region,
            side=side,
            treatment=treatment,
            since=since,
            until=until,
            window=window,
            format_=format_,
        )


def print_report(
    journal: "Journal",
    this_moment: datetime,
    *,
    region: str | None = None,
    side: str | None = None,
    treatment: str | None = None,
    since: str | None = None,
    until: str | None = None,
    window: int = DEFAULT_WINDOW,
    format_: str = "text",
) -> None:
    """Print the report on a journal to standard output."""
    chosen = selection(journal, this_moment, region=region, side=side, since=since, until=until)
    today = chosen.until or this_moment.date()
    # Days before the period count as days before a course that starts in it.
    reach = replace(
        chosen, since=chosen.since and chosen.since - timedelta(days=window), until=today
    )
    consultations = journal.consultations()
    found = build_report(
        journal.entries(reach),
        journal.courses(),
        consultations,
        today=today,
        since=chosen.since,
        treatment=journal.treatments.find(treatment).name if treatment else None,
        window_days=window,
    )
    advice = adapt(found, consultations, journal.treatments.by_name)
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.report_json import report_object

        say([to_text(report_object(found, advice))])
        return

    flags = _recent_flags(journal, this_moment)
    say(to_lines(report_blocks(found, flags, advice), screen()))


def _recent_flags(journal: "Journal", this_moment: datetime) -> "list[RedFlag]":

    recent = journal.entries(Selection(since=this_moment.date() - FLAGS_SINCE))
    flags = {
        flag: None
        for e in recent
        for flag in find_red_flags(
            region=e.region, intensity=e.intensity, qualities=e.qualities, note=e.note
        )
    }
    return list(flags)
