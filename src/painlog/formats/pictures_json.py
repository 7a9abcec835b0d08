"""What `chart`, `calendar`, `map`, `today` and `week` show, as JSON: docs/formats.md."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from painlog.advice.standing import WHOLE
from painlog.formats.journal_json import (
    advice_object,
    consultation_object,
    course_object,
    entry_object,
    fields_of,
    peg_object,
    question_object,
    use_object,
)

if TYPE_CHECKING:
    from painlog.advice.standing import Advice
    from painlog.analysis.days import Place, PlacePain, RatedDay
    from painlog.analysis.medicines import SoFar
    from painlog.analysis.series import Series
    from painlog.analysis.today import Today
    from painlog.analysis.week import Week
    from painlog.model.visits import NextVisit

CHART = "painlog.chart/1"
CALENDAR = "painlog.calendar/1"
MAP = "painlog.map/1"
TODAY = "painlog.today/1"
WEEK = "painlog.week/1"


def chart_object(found: Sequence["Series"]) -> dict[str, Any]:
    """Return the days of some regions over time, with what was in use. Means are not rounded."""
    return {
        "schema": CHART,
        "regions": [
            {
                **_place(series.region, series.side, series.since, series.until),
                "diary": "attacks" if series.attack_diary else "days",
                "days": [_day(rated) for rated in series.days],
                "gaps": [[gap.since.isoformat(), gap.until.isoformat()] for gap in series.gaps],
                "courses": [
                    course_object(course) | {"inferred": course.inferred}
                    for course in series.courses
                ],
                "as_needed": [
                    {
                        "treatment": used.treatment,
                        "days": [each.isoformat() for each in used.days],
                        "by_ratings": used.by_ratings,
                    }
                    for used in series.as_needed
                ],
                "consultations": [visit.held_on.isoformat() for visit in series.consultations],
            }
            for series in found
        ],
        "advice": [advice_object(WHOLE)],
    }


class DaysOfPlace(NamedTuple):
    """The rated days of one region and side, and the period that a calendar shows of them."""

    place: "Place"
    days: Sequence["RatedDay"]
    since: date
    until: date
    attack_diary: bool


def calendar_object(found: Iterable[DaysOfPlace], of: str) -> dict[str, Any]:
    """Return the rated days of some regions; `of` says which figure a calendar shows of a day."""
    return {
        "schema": CALENDAR,
        "of": of,
        "regions": [
            {
                **_place(*shown.place, shown.since, shown.until),
                "diary": "attacks" if shown.attack_diary else "days",
                "days": [
                    _day(rated) for rated in shown.days if shown.since <= rated.day <= shown.until
                ],
            }
            for shown in found
        ],
        "advice": [advice_object(WHOLE)],
    }


def map_object(found: Iterable["PlacePain"], since: date, until: date) -> dict[str, Any]:
    """Return how much each region and side hurt over a period, in points."""
    return {
        "schema": MAP,
        "since": since.isoformat(),
        "until": until.isoformat(),
        "regions": [each._asdict() for each in found],
        "advice": [advice_object(WHOLE)],
    }


def today_object(today: "Today") -> dict[str, Any]:
    """Return the day at a glance."""
    return {
        "schema": TODAY,
        "day": today.day.isoformat(),
        "entries": [entry_object(entry) for entry in today.entries],
        "last": [entry_object(entry) for entry in today.last],
        "uses": [use_object(use) for use in today.uses],
        "attacks": [entry_object(entry) for entry in today.attacks],
        "courses": [course_object(course) for course in today.open_courses],
        "not_rated_yet": [{"region": region, "side": side} for region, side in today.not_rated_yet],
        "rated_last_before": today.before.isoformat() if today.before else None,
        "medicine_days": list(map(_medicine_days, today.medicines)),
        "too_much": list(today.too_much),
        "peg_due": today.peg_due,
        "visit": _visit(today.visit),
        "visited": _visit(today.visited),
        "trial": list(today.trial),
        "advice": [advice_object(WHOLE)],
    }


def week_object(
    week: "Week", too_much: "Iterable[Advice]" = (), medicines: "Iterable[SoFar]" = ()
) -> dict[str, Any]:
    """Return a look back at seven days."""
    return {
        "schema": WEEK,
        "since": week.since.isoformat(),
        "until": week.until.isoformat(),
        "regions": [
            {
                "region": place.place[0],
                "side": place.place[1],
                "worst": list(place.worst),
                "mean": place.mean,
                "rated_days": place.rated_days,
                "counted_days": place.days,
                "pain_days": place.pain_days,
                "before": {
                    "mean": place.mean_before,
                    "rated_days": place.rated_days_before,
                    "counted_days": place.days_before,
                    "pain_days": place.pain_days_before,
                },
                "diary": "attacks" if place.attack_diary else "days",
                "unsaid_days": place.unsaid_days,
            }
            for place in week.places
        ],
        "used": [used._asdict() for used in week.used],
        "too_much": [advice.text for advice in too_much],
        "medicine_days": list(map(_medicine_days, medicines)),
        "factors": [factor._asdict() for factor in week.factors],
        "in_use": [course_object(course) for course in week.in_use],
        "started": [course_object(course) for course in week.started],
        "ended": [course_object(course) for course in week.ended],
        "consultations": [consultation_object(visit) for visit in week.visits],
        "peg": [peg_object(peg) for peg in week.pegs],
        "days_without_rating": [each.isoformat() for each in week.gaps],
        "advice": [advice_object(WHOLE)],
    }


def _medicine_days(so_far: "SoFar") -> dict[str, Any]:
    return {
        **fields_of(so_far, ("of", "days", "line", "course_days", "last_month_days")),
        "last_month": f"{so_far.last_month:%Y-%m}" if so_far.last_month else None,
    }


def _place(region: str, side: str | None, since: date, until: date) -> dict[str, Any]:
    return {
        "region": region,
        "side": side,
        "since": since.isoformat(),
        "until": until.isoformat(),
    }


def _day(rated: "RatedDay") -> dict[str, Any]:
    return {
        "day": rated.day.isoformat(),
        "mean": rated.mean,
        "worst": rated.worst,
        "ratings": rated.ratings,
    }


def _visit(found: "NextVisit | None") -> dict[str, Any] | None:
    if found is None or found.visit is None:
        return None
    return {
        **consultation_object(found.visit),
        "questions": [question_object(question) for question in found.questions],
    }
