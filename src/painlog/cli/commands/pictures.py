"""`painlog chart`, `calendar` and `map`: ratings as pictures in the terminal."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from painlog.advice.standing import SHORT
from painlog.analysis.days import LATELY_DAYS
from painlog.cli.base.filters import Filters, TreatmentShown, filtered, selection
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Words, option
from painlog.cli.base.settings import chosen_settings, now, open_journal
from painlog.errors import UsageError
from painlog.model.months import days_of_month, days_of_year, months_before
from painlog.model.region import label
from painlog.model.selection import Selection
from painlog.store.trials import trials_under_way
from painlog.tasks.places import attack_diaries, pain_in, places_shown, unsaid_uses
from painlog.views.overviews import only_words
from painlog.views.pictures.words import never_rated, no_match, nothing, why_shown
from painlog.views.terminal.screen import Screen, say, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from painlog.analysis.days import Place, PlaceDays, RatedDay
    from painlog.analysis.series import Series
    from painlog.tasks.places import ShownPlaces

    Draw = Callable[[Place, PlaceDays, Screen], Iterable[str]]

LAST_MONTHS = 12

PictureFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", help="How to show it.", show_default=False)
]


@examples(
    "painlog chart",
    "painlog chart --words",
    "painlog chart --format json",
    'painlog chart --region "left heel" --since 2026-03-01',
    'painlog chart -r heel -r "lower back" -t stretching',
)
@filtered(treatment=TreatmentShown)
def chart(
    ctx: typer.Context,
    filters: Filters,
    words: Words = False,
    format_: PictureFormat = "text",
) -> None:
    """Draw the days of a region, its courses, and the means before and during the latest one.

    Without --region, draw the one that hurt most in the last 28 days.
    """
    from painlog.advice.trials import under_way_words
    from painlog.analysis.series import build_series
    from painlog.views.pictures.chart import chart_in_words, chart_lines

    today = now()
    week_start = chosen_settings().week_start
    with open_journal(ctx) as journal:
        chosen = selection(journal, today, filters)
        last = chosen.until or today.date()
        shown = places_shown(journal, chosen._replace(treatments=()), last, today)
        courses, consultations = journal.courses(), journal.consultations()
        uses = unsaid_uses(journal, chosen.since, last)
        diaries = attack_diaries(journal, chosen)
        trials = trials_under_way(journal, today.date())
        trials_over = [trial for trial in journal.trials() if trial not in trials]
        medicines = {
            name for name, t in journal.treatments.by_name.items() if t.kind == "medication"
        }

    def of_place(place: "Place", gathered: "PlaceDays") -> "Series":
        return build_series(
            place,
            gathered,
            courses,
            consultations,
            today=last,
            since=chosen.since,
            asked=chosen,
            medicines=medicines,
            attack_diary=place[0] in diaries,
            uses=uses.get(place, ()),
            trials=trials,
            trials_over=trials_over,
        )

    if format_ == "json":
        from painlog.formats.pictures_json import chart_object

        _say_json(chart_object([of_place(*found) for found in _rated(shown)]))
        return

    def draw(place: "Place", gathered: "PlaceDays", page: Screen) -> Iterable[str]:
        series = of_place(place, gathered)
        yield from chart_in_words(series, page) if words else chart_lines(series, page, week_start)
        for trial in trials:
            if trial.is_at(*place):
                yield from page.wrapped(printable(under_way_words(trial)))

    _say_each(shown, chosen, last, draw, "painlog chart", compares=True)


@examples(
    "painlog calendar",
    'painlog calendar --region "left heel" --month 2026-03',
    "painlog calendar --year 2026 --of mean",
)
@filtered()
def calendar(
    ctx: typer.Context,
    filters: Filters,
    month: Annotated[
        str | None, option("--month", metavar="MONTH", help_="One month: 2026-03.")
    ] = None,
    year: Annotated[str | None, option("--year", metavar="YEAR", help_="One year: 2026.")] = None,
    of: Annotated[
        Literal["worst", "mean"], typer.Option("--of", help="What to show for a day.")
    ] = "worst",
    words: Words = False,
    format_: PictureFormat = "text",
) -> None:
    """Show each day of a region as its rating: the last 12 months, or the days you choose.

    Without --region, draw the one that hurt most in the last 28 days.
    """
    from painlog.formats.pictures_json import DaysOfPlace, calendar_object
    from painlog.views.pictures.calendar import Calendar, calendar_in_words, calendar_lines

    today = now()
    week_start = chosen_settings().week_start
    if sum(given is not None for given in (month, year, filters.since or filters.until)) > 1:
        raise UsageError(
            "Give --month, --year, or --since and --until, as in: painlog calendar --month 2026-03"
        )
    with open_journal(ctx) as journal:
        chosen = selection(journal, today, filters)
        if month is not None:
            chosen = chosen.within(*days_of_month(month, today.date()))
        elif year is not None:
            chosen = chosen.within(*days_of_year(year, today.date()))
        last = chosen.until or today.date()
        shown = places_shown(journal, chosen, last, today)
        diaries = attack_diaries(journal, chosen)

    def of_place(place: "Place", gathered: "PlaceDays") -> DaysOfPlace:
        days = gathered.days(last if place[0] in diaries else None)
        first = chosen.since or _first_shown(days, last)
        return DaysOfPlace(place, days, first, last, place[0] in diaries)

    if format_ == "json":
        _say_json(calendar_object((of_place(*found) for found in _rated(shown)), of))
        return

    def draw(place: "Place", gathered: "PlaceDays", page: Screen) -> Iterable[str]:
        found = of_place(place, gathered)
        shown_days = Calendar(*found[:4], of, found.attack_diary, week_start)
        return (calendar_in_words if words else calendar_lines)(shown_days, page)

    _say_each(shown, chosen, last, draw, "painlog calendar")


@examples("painlog map", "painlog map --since 2026-03-01 --until 2026-03-31")
@filtered()
def map_(
    ctx: typer.Context,
    filters: Filters,
    words: Words = False,
    format_: PictureFormat = "text",
) -> None:
    """Draw the body, front and back, shaded by how much each region hurt in the last 28 days."""
    from painlog.views.pictures.bodymap import map_in_words, map_lines

    today = now()
    page = screen()
    with open_journal(ctx) as journal:
        chosen = selection(journal, today, filters)
        last = chosen.until or today.date()
        first = chosen.since or last - timedelta(days=LATELY_DAYS - 1)
        found = pain_in(journal, chosen, first, last, today)
        empty = journal.is_empty
    if format_ == "json":
        from painlog.formats.pictures_json import map_object

        _say_json(map_object(found, first, last))
        return
    _say_only(chosen, page)
    if empty:
        say([*page.wrapped(nothing(last, chosen.until)), ""])
    else:
        lines = map_in_words if words else map_lines
        say([*lines(found, first, last, page), ""])
    say(page.wrapped(SHORT.text))


def _rated(shown: "ShownPlaces") -> "Iterator[tuple[Place, PlaceDays]]":
    return ((place, gathered) for place, gathered in shown.places.items() if gathered.ratings)


def _say_json(found: "dict[str, Any]") -> None:
    from painlog.formats.journal_json import to_text

    say([to_text(found)])


def _say_each(
    shown: "ShownPlaces",
    chosen: Selection,
    last: date,
    draw: "Draw",
    command: str,
    *,
    compares: bool = False,
) -> None:
    """Print a picture of each place, and why it is shown if the person named none."""
    page = screen()
    _say_only(chosen._replace(places=()), page, compares=compares)
    if not shown.places:
        some = chosen.treatments or chosen.is_of_entries
        say([*page.wrapped(no_match(last) if some else nothing(last, chosen.until)), ""])
    for place, gathered in shown.places.items():
        if gathered.ratings:
            say([*draw(place, gathered, page), ""])
        else:
            say([*page.wrapped(never_rated(label(*place), last, chosen.until)), ""])
    if shown.hurts_most:
        until = None if last == now().date() else last
        why = why_shown(shown.hurts_most, shown.another, LATELY_DAYS, until, command)
        say([*page.wrapped(why), ""])
    say(page.wrapped(SHORT.text))


def _say_only(chosen: Selection, page: Screen, *, compares: bool = False) -> None:
    if only := only_words(chosen, compares=compares):
        say([*page.wrapped(only), ""])


def _first_shown(days: "tuple[RatedDay, ...]", last: date) -> date:
    """Return the first day of the last 12 months that has a rating."""
    since = months_before(last, LAST_MONTHS - 1)[0]
    return next((d.day for d in days if d.day >= since), since)
