"""The content of the page for a clinician, in the order in which it is read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, PURPOSE, Advice
from painlog.advice.warning_signs.answered import NOT_ASKED, SignsAnswered
from painlog.analysis.medicines import ANY, MedicineMonth
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Period, Report
from painlog.model.months import month_end
from painlog.views.by_month import OF_THE_HEAD, of_month, part_of_month
from painlog.views.clinician.bodymap import body_map
from painlog.views.clinician.frequency import month_bars, months_drawn, small_series
from painlog.views.clinician.headline import (
    FEW_REGIONS,
    function_lines,
    headline_grid,
    headline_note,
    latest_changes,
    whole_body_line,
)
from painlog.views.clinician.medicines import (
    also_in_course,
    attack_lengths,
    medicine_grid,
    medicine_note,
    regular_lines,
    relief_grid,
    relief_note,
    unrated_lines,
)
from painlog.views.clinician.parts import ClinicianPage, DatedText, RegionPart, SmallPicture
from painlog.views.clinician.tables import effect_rows, effects_note, month_grid, months_note
from painlog.views.clinician.timeseries import LONG_GAP_DAYS, days_a_dot, time_series
from painlog.views.clinician.trials import trial_parts
from painlog.views.goes_with import level_in_short, look_in_short
from painlog.views.overviews import (
    about_treatments,
    all_sides_words,
    attacks_with_end,
    only_words,
    peg_sentences,
    rated,
    trend_words,
    unused_words,
)
from painlog.views.pictures.figure import SPOTS
from painlog.views.sign_answers import denied_answers, told_answers
from painlog.views.wording import (
    count,
    day,
    in_brackets,
    listed,
    printable,
    printable_lines,
    titled,
)

TAGS_SHOWN = 8
COMPANIONS_SHOWN = 3
PLACES_NAMED = 3
CHARTS_SHOWN = 2
_CHANGES = frozenset({"clearly more", "about", "less", "slightly worse", "worse", "clearly worse"})
WEEK = timedelta(days=7)
_NO_RATINGS = "There are no ratings in this period."


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
    *,
    signs: SignsAnswered = NOT_ASKED,
) -> ClinicianPage:
    """Return the page of a report.

    Args:
        report: The figures, with notes if they are to be shown.
        told: Warning signs in the entries.
        advice: The most pressing first, the standing advice last.
        made_on: The day on which the page is made.
        extras: Name and questions.
        signs: The answers to the check of warning signs.
    """
    *adapted, standing = advice
    report = about_treatments(report)
    shown = _drawn(report)
    effects = [e for region in shown for e in report.effects_of(region)]
    rows, scale = effect_rows(report, effects)
    placed = any(region.region in SPOTS for region in report.regions)
    months = None if _many(report) else month_grid(report)
    return ClinicianPage(
        name=printable(extras.name),
        period=f"{day(report.period.since)} to {day(report.period.until)}",
        made_on=day(made_on),
        first_lines=tuple(_first_lines(report)),
        questions=tuple(map(printable, extras.questions)),
        attention=tuple(_attention(told, adapted)),
        nothing="" if report.regions else unused_words(report) or _NO_RATINGS,
        headline=headline_grid(report),
        headline_note=headline_note(report) if report.regions else "",
        headline_lines=tuple(
            filter(
                None,
                (
                    whole_body_line(report),
                    *(all_sides_words(found, report.period) for found in report.all_sides),
                    *latest_changes(report, shown),
                ),
            )
        ),
        function=tuple(function_lines(report)),
        function_pictures=tuple(_function_pictures(report)),
        body=body_map(report.regions) if placed else None,
        body_note=_body_note(report) if placed else "",
        regular=(
            *regular_lines(report),
            *also_in_course(report, effects),
            *unrated_lines(report),
        ),
        relief=relief_grid(report),
        relief_note=relief_note(report),
        medicine_days=medicine_grid(report),
        medicine_note=medicine_note(report),
        regions=tuple(
            _region(report, report.regions.index(region) + 1, region) for region in shown
        ),
        legend=_legend(report, shown),
        effects=rows,
        effects_note=effects_note(report, effects) if effects else "",
        scale=scale,
        months=months,
        months_note=months_note(report) if months else "",
        peg=tuple(peg_sentences(report.peg)) if report.peg else (),
        tags=(*_tags(report), *_companions(report)),
        visits=tuple(_dated(v.held_on, "", v.note) for v in report.consultations),
        notes=tuple(_notes(report)),
        method=_method(report.window_days),
        advice=f"{standing.text} {PURPOSE}",
        trials=tuple(trial_parts(report)),
        warning_signs=tuple(filter(None, (*told_answers(signs), denied_answers(signs)))),
    )


def _many(report: Report) -> bool:
    return len(report.regions) > FEW_REGIONS


def _drawn(report: Report) -> tuple[RegionSummary, ...]:
    """Return the regions to draw: all; of many only those that changed, or else the worst one."""
    if not _many(report):
        return report.regions
    changed = [
        region
        for region in report.regions
        if any(effect.verdict in _CHANGES for effect in report.effects_of(region))
    ]
    return tuple(changed[:CHARTS_SHOWN]) or report.regions[:1]


def _first_lines(report: Report) -> Iterator[str]:
    if only := only_words(report.asked):
        yield f"{only}."
    if conditions := report.tags.conditions:
        names = [printable(name) for name, _ in conditions[:TAGS_SHOWN]]
        if more := len(conditions) - len(names):
            names.append(f"{more} more")
        yield f"Conditions named in entries: {listed(names)}."


def _attention(told: Iterable[Told], advice: Iterable[Advice]) -> Iterator[str]:
    """Say what a clinician should know first, in neutral words, as they decide what to do."""
    for one in told:
        yield (
            f"Warning sign in an entry of {day(one.day)} ({printable(one.place)}): {one.flag.sign}."
        )
    yield from (printable(a.to_clinician) for a in advice if a.to_clinician)


def _dated(written_on: date, about: str, written: str) -> DatedText:
    return DatedText(day(written_on), printable(about), tuple(printable_lines(written)))


def _notes(report: Report) -> Iterator[DatedText]:
    """Yield each note of a day once, with all the places that it was written for."""
    places: dict[tuple[date, str], list[str]] = {}
    for note in report.notes:
        places.setdefault((note.day, note.text), []).append(note.place)
    for (written_on, text), about in places.items():
        named = list(dict.fromkeys(about))
        few = len(named) <= PLACES_NAMED
        yield _dated(written_on, listed(named) if few else f"{len(named)} regions", text)


def _function_pictures(report: Report) -> Iterator[SmallPicture]:
    period = (report.period.since, report.period.until)
    if report.interference is not None:
        weeks: dict[date, list[float]] = {}
        for answered, highest in report.interference.days:
            end = period[1] - (period[1] - answered) // WEEK * WEEK
            weeks.setdefault(end, []).append(highest)
        means = [(end, sum(of) / len(of)) for end, of in sorted(weeks.items())]
        title = "Interference, by week"
        yield SmallPicture(title, small_series(title, means, period))
    if report.peg is not None:
        scores = [(peg.answered_on, peg.score) for peg in report.peg.answered]
        yield SmallPicture("PEG", small_series("PEG", scores, period))


def _region(report: Report, number: int, region: RegionSummary) -> RegionPart:
    facts = [rated(region)]
    if not region.episodic and (text := trend_words(region.trend)):
        facts.append(text)
    if attacks := attack_lengths(attacks_with_end(report, region), region.all_attacks):
        facts.append(attacks)
    if region.region in OF_THE_HEAD:
        facts += _last_month(report, region)
    effects = report.effects_of(region)
    return RegionPart(
        f"{number}. {_name(region)}",
        tuple(facts),
        time_series(region, effects, report),
        month_bars(region, report) if region.episodic else None,
    )


def _last_month(report: Report, region: RegionSummary) -> Iterator[str]:
    """Yield pain days and medicine days of the last whole month, by which headache is judged."""
    first = _last_whole_month(report.period)
    if first is None:
        return
    place = region.region, region.side
    found = [m for m in report.months if (m.region, m.side, m.first) == (*place, first)]
    if not found:
        yield f"{first:%B %Y}: not rated."
        return
    [month] = found
    medicines = [
        f"{printable(m.of)} {_taken(m, report.period)}"
        for m in report.medicine_months
        if m.first == first and m.of in report.medicines
    ]
    if len(medicines) > 1:
        medicines += [
            f"any acute medicine {_taken(m, report.period)}"
            for m in report.medicine_months
            if m.first == first and m.of == ANY
        ]
    days = f"{count(month.pain_days, 'pain day')} on {count(month.rated_days, 'rated day')}"
    # Of other treatments than medicines, nothing was asked that could be named here. Nor is there
    # a count of days with oxygen or medicine for the skin, which are medicines all the same.
    uncounted = {t.treatment for t in report.taken} - {m.of for m in report.medicine_months}
    none = "" if report.asked.treatments or uncounted else "none named"
    taken = ", ".join(medicines) or none
    yield f"{first:%B %Y}: {days}{taken and f'; days with medicine: {taken}'}."


def _taken(month: MedicineMonth, period: Period) -> str:
    if not month.course_days:
        return str(month.days)
    in_course = of_month(month.course_days, month.first, period.until)
    return f"{month.days} logged, in course on {in_course}"


def _last_whole_month(period: Period) -> date | None:
    """Return the first day of the latest calendar month that is entirely in the period."""
    first = period.until.replace(day=1)
    if period.until < month_end(first):
        first = (first - timedelta(days=1)).replace(day=1)
    return first if first >= period.since else None


def _name(region: RegionSummary) -> str:
    return titled(region.place)


def _body_note(report: Report) -> str:
    text = (
        "Darker: a higher mean worst of the pain days of the last 28. Left and right are the "
        "person’s own."
    )
    missing = [_name(region) for region in report.regions if region.region not in SPOTS]
    return f"{text} Not on the figure: {listed(missing)}." if missing else text


def _legend(report: Report, shown: Sequence[RegionSummary]) -> str:
    length = days_a_dot(report)
    dot = "a day’s mean" if length == 1 else f"the mean of {length} days"
    parts = []
    if not all(region.episodic for region in shown):
        parts.append(f"A dot is {dot}.")
    if any(region.episodic for region in shown):
        of = "day" if length == 1 else f"span of {length} days"
        parts.append(
            f"Where pain comes in attacks, an upright line is the worst of a {of}; bars by month"
            f"{_months_cut(report)} are days with pain (dark) and with acute medicine (light)."
        )
        if any(m.of == ANY and m.course_days for m in report.medicine_months):
            parts.append("Days in course without a logged use have no light bar.")
    if any(region.attack_diary for region in shown):
        parts.append("A day that an attack diary counts as one without pain has a small mark at 0.")
    parts.append(
        f"A grey band is {max(length, LONG_GAP_DAYS)} days or more without a rating, a triangle a "
        "visit to a clinician. Below, a bar is a course, a short stroke a use as needed. Dashed: "
        "means before and during the latest course that can be compared."
    )
    if (more := len(report.regions) - len(shown)) > 0:
        parts.append(
            f"Not drawn: {count(more, 'more region')}; the figures are in the first table. Of many "
            "regions only those whose ratings changed during a treatment are drawn."
        )
    return " ".join(parts)


def _months_cut(report: Report) -> str:
    """Say which days have bars in the months that are not all in the period."""
    parts = ((first, part_of_month(first, report.asked)) for first in months_drawn(report))
    return in_brackets(listed(f"{first:%b} {part}" for first, part in parts if part))


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


def _companions(report: Report) -> Iterator[DatedText]:
    """Yield what stands out in the comparisons of days, and of how many comparisons.

    A trigger is mostly written down when it hurts, so only the day after a trigger counts here.
    """
    found = report.goes_with
    out = [look for look in found.standing_out if look.split.kind == "factor" or look.days_later]
    if out:
        said = " ".join(map(look_in_short, out[:COMPANIONS_SHOWN]))
        yield DatedText("", "Days with and without", (f"{said} {level_in_short(found)}",))


def _method(window_days: int) -> tuple[str, ...]:
    days = (
        "Before: the rated days of the phase just before a start, at most "
        f"{window_days} days back. In course: the rated days of the last {window_days} days of the "
        "course."
    )
    drop = (
        "Meaningful drop (MCID): 30 % of the mean before, but at least 1 point (Farrar 2001, "
        "Dworkin 2008, Salaffi 2004). For pain days: half as many."
    )
    means = (
        "Each day counts once for a region and side, with the mean of its ratings (0–10, NRS-11). "
        "Differences are of unrounded figures."
    )
    return (
        means,
        days,
        "Interval: 95 %, allowing for carry-over from day to day (Tang & Landes 2020).",
        drop,
        LIMITS,
    )
