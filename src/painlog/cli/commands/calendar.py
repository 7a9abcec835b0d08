"""`painlog calendar`: a digit for each day."""

import re
from datetime import date, timedelta
from typing import Annotated, Literal

import typer

from painlog.advice.standing import SHORT
from painlog.analysis.days import RatedDay
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import SideFilter
from painlog.cli.base.settings import now, open_journal
from painlog.cli.completion import known
from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.model.region import label
from painlog.model.when import months_before
from painlog.tasks.places import LATELY_DAYS, places_shown
from painlog.views.pictures.calendar import calendar as calendar_of
from painlog.views.pictures.calendar import calendar_lines
from painlog.views.pictures.words import never_rated, nothing, why_shown
from painlog.views.terminal.screen import say, screen

LAST_MONTHS = 12

_MONTH = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")


@examples(
    "painlog calendar",
    'painlog calendar --region "left heel" --month 2026-03',
    "painlog calendar --year 2026 --of mean",
)
def calendar(
    ctx: typer.Context,
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region",
            "-r",
            metavar="REGION",
            help='One calendar each: "left heel".',
            autocompletion=known.places,
        ),
    ] = None,
    side: SideFilter = None,
    month: Annotated[
        str | None, typer.Option("--month", metavar="MONTH", help="One month: 2026-03.")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="YEAR", help="One year: 2026.")
    ] = None,
    of: Annotated[
        Literal["worst", "mean"], typer.Option("--of", help="What a day shows.")
    ] = "worst",
) -> None:
    """Show each day of a region as its rating: the last 12 months, or a month or year.

    Without --region it is the one that hurt most in the last 28 days.
    """
    today = now().date()
    page = screen()
    named = _named_period(month, year, today)
    last = named[1] if named else today
    with open_journal(ctx) as journal:
        shown = places_shown(journal, region, side, last)
    if not shown.places:
        say([*page.wrapped(nothing(last)), ""])
    for place, gathered in shown.places.items():
        if not gathered.sums:
            say([*page.wrapped(never_rated(label(*place), last)), ""])
            continue
        days = gathered.days()
        since, until = named or _last_months(days, today)
        say([*calendar_lines(calendar_of(place, days, since, until, of), page), ""])
    if shown.hurts_most:
        say([*page.wrapped(why_shown(shown.hurts_most, LATELY_DAYS, "painlog calendar")), ""])
    say(page.wrapped(SHORT.text))


def _named_period(month: str | None, year: str | None, today: date) -> tuple[date, date] | None:
    if month is not None and year is not None:
        raise UsageError("Give --month or --year, as in: painlog calendar --month 2026-03")
    if month is not None:
        found = _MONTH.fullmatch(month.strip())
        if not found or not int(found[1]):
            raise NotUnderstoodError(f'"{month}" is no month. Type year and month, as in 2026-03.')
        since = date(int(found[1]), int(found[2]), 1)
        after = (since + timedelta(days=31)).replace(day=1)
    elif year is not None:
        if not _YEAR.fullmatch(year.strip()) or not int(year):
            raise NotUnderstoodError(f'"{year}" is no year. Type one such as {today.year}.')
        since = date(int(year), 1, 1)
        after = date(int(year), 12, 31) + timedelta(days=1)
    else:
        return None
    if since > today:
        latest = f"{today:%Y-%m}" if month else today.year
        raise RefusedError(f"{month or year} is still to come. Give one up to {latest}.")
    return since, min(after - timedelta(days=1), today)


def _last_months(days: tuple[RatedDay, ...], today: date) -> tuple[date, date]:
    """The last 12 months, from the first of them that has a rating."""
    since = months_before(today, LAST_MONTHS - 1)[0]
    first = next((d.day for d in days if d.day >= since), since)
    return max(since, first.replace(day=1)), today
