"""The content of the page for a clinician, in the order in which it is read."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, Advice
from painlog.analysis.effects import Effect
from painlog.analysis.report import Period, RegionSummary, Report
from painlog.model.catalogue.regions import REGIONS
from painlog.views.clinician.bodymap import body_map
from painlog.views.clinician.glance import at_a_glance, peg_at_a_glance
from painlog.views.clinician.parts import ClinicianPage, DatedText, RegionPart
from painlog.views.clinician.tables import (
    SESSIONS_NOTE,
    effect_rows,
    month_grid,
    months_note,
    session_grid,
)
from painlog.views.clinician.timeseries import LONG_GAP_DAYS, days_a_dot, time_series
from painlog.views.pictures.figure import SPOTS
from painlog.views.statements import lately, only_words, peg_sentences, rated
from painlog.views.wording import count, day, listed, printable, printable_lines, titled

TAGS_SHOWN = 8
_OF_THE_HEAD = frozenset(region.name for region in REGIONS if region.area == "head")


@dataclass(frozen=True, slots=True)
class Extras:
    """What a person adds to one page; painlog never stores it."""

    name: str = ""
    questions: tuple[str, ...] = ()


def clinician_page(
    report: Report,
    told: Sequence[Told],
    advice: Sequence[Advice],
    made_on: date,
    extras: Extras,
) -> ClinicianPage:
    """Return the page of a report.

    Args:
        report: The figures, with notes if they are to be shown.
        told: Warning signs in the entries.
        advice: The most pressing first, the standing advice last.
        made_on: The day on which the page is made.
        extras: Name and questions.
    """
    *adapted, standing = advice
    by_region = [(region, report.effects_of(region)) for region in report.regions]
    rows, scale = effect_rows(report, [e for _, effects in by_region for e in effects])
    placed = any(region.region in SPOTS for region in report.regions)
    return ClinicianPage(
        name=printable(extras.name),
        period=f"{day(report.period.since)} to {day(report.period.until)}",
        made_on=day(made_on),
        first_lines=tuple(_first_lines(report, extras)),
        attention=tuple(_attention(told, adapted)),
        glance=tuple(at_a_glance(r, effects, report.period.until) for r, effects in by_region),
        glance_peg=peg_at_a_glance(report),
        body=body_map(report.regions) if placed else None,
        body_note=_body_note(report) if placed else "",
        regions=tuple(_region(report, region, effects) for region, effects in by_region),
        legend=_legend(report),
        effects=rows,
        scale=scale,
        sessions=session_grid(report),
        sessions_note=SESSIONS_NOTE if report.sessions else "",
        months=month_grid(report),
        months_note=months_note(report),
        peg=tuple(peg_sentences(report.peg)) if report.peg else (),
        tags=tuple(_tags(report)),
        visits=tuple(_dated(v.held_on, "", v.note) for v in report.consultations),
        notes=tuple(_dated(n.day, n.place, n.text) for n in report.notes),
        questions=tuple(map(printable, extras.questions)),
        method=_method(report.window_days),
        advice=standing.text,
    )


def _first_lines(report: Report, extras: Extras) -> Iterator[str]:
    if only := only_words(report.asked):
        yield f"{only}."
    if conditions := report.tags.conditions:
        names = [printable(name) for name, _ in conditions[:TAGS_SHOWN]]
        if more := len(conditions) - len(names):
            names.append(f"{more} more")
        yield f"Conditions named in entries: {listed(names)}."
    if asked := len(extras.questions):
        yield f"{count(asked, 'question')} for the visit at the end."


def _attention(told: Iterable[Told], advice: Iterable[Advice]) -> Iterator[str]:
    """Say what a clinician should know first, in neutral words: it is they who act."""
    for one in told:
        yield (
            f"Warning sign in an entry of {day(one.day)} ({printable(one.place)}): {one.flag.sign}."
        )
    yield from (printable(a.to_clinician) for a in advice if a.to_clinician)


def _dated(written_on: date, about: str, written: str) -> DatedText:
    return DatedText(day(written_on), printable(about), tuple(printable_lines(written)))


def _region(report: Report, region: RegionSummary, effects: Sequence[Effect]) -> RegionPart:
    facts = [rated(region), *lately(region)]
    if region.region in _OF_THE_HEAD:
        facts += _last_month(report, region)
    return RegionPart(_name(region), tuple(facts), time_series(region, effects, report))


def _last_month(report: Report, region: RegionSummary) -> Iterator[str]:
    """Give the pain days and medicine days of the last whole month, as headaches are judged."""
    first = _last_whole_month(report.period)
    if first is None:
        return
    place = region.region, region.side
    found = [m for m in report.months if (m.region, m.side, m.first) == (*place, first)]
    if not found:
        yield f"{first:%B %Y}: not rated."
        return
    [month] = found
    medicines = [f"{printable(name)} {days}" for name, days in month.medicines.items()]
    yield (
        f"{first:%B %Y}: {count(month.pain_days, 'pain day')} on "
        f"{count(month.rated_days, 'rated day')}; days with medicine: "
        f"{', '.join(medicines) or 'none named'}."
    )


def _last_whole_month(period: Period) -> date | None:
    """Return the first day of the latest calendar month that is entirely in the period."""
    first = period.until.replace(day=1)
    if period.until.day < monthrange(first.year, first.month)[1]:
        first = (first - timedelta(days=1)).replace(day=1)
    return first if first >= period.since else None


def _name(region: RegionSummary) -> str:
    return titled(region.place)


def _body_note(report: Report) -> str:
    text = (
        "On the figure, darker is a higher mean over the whole period. Left and right are the "
        "person’s own: seen from the front, their left is on the right side of the picture."
    )
    missing = [_name(region) for region in report.regions if region.region not in SPOTS]
    return f"{text} Not on the figure: {listed(missing)}." if missing else text


def _legend(report: Report) -> str:
    length = days_a_dot(report)
    dot = "a day’s mean" if length == 1 else f"the mean of {length} days"
    return (
        f"A dot is {dot}; a grey band is {max(length, LONG_GAP_DAYS)} days or more without a "
        "rating. Bars are courses of treatment. A triangle at the top is a visit to a clinician. "
        "Dashed lines are the means before and during the latest course that can be compared."
    )


def _tags(report: Report) -> Iterator[DatedText]:
    tags = report.tags
    for name, counted in (
        ("What it is like", tags.qualities),
        ("Triggers", tags.triggers),
        ("Conditions", tags.conditions),
    ):
        if counted:
            words = [f"{printable(value)} {number}" for value, number in counted[:TAGS_SHOWN]]
            more = len(counted) - TAGS_SHOWN
            rest = f", and {more} more" if more > 0 else ""
            yield DatedText("", name, (", ".join(words) + rest + ".",))


def _method(window_days: int) -> tuple[str, ...]:
    days = (
        "Before: the rated days of the phase just before a start, at most "
        f"{window_days} days back. In course: the rated days of the last {window_days} days of the "
        "course."
    )
    drop = (
        "Meaningful drop (MCID): 2 points or 30 %, whichever is less, but at least 1 point "
        "(Farrar 2001)."
    )
    return (
        "Each day counts once for a region and side, with the mean of its ratings (0–10, NRS-11).",
        days,
        "Interval: 95 %, allowing for carry-over from day to day (Tang & Landes 2020).",
        drop,
        LIMITS,
    )
