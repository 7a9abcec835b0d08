"""Advice that follows from what the journal holds: when to see a clinician, and why now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from painlog.advice.standing import WHOLE, Advice
from painlog.analysis.arithmetic import rounded
from painlog.analysis.course_days import OveruseIfTaken
from painlog.analysis.days import RatedDay, Window
from painlog.analysis.interval import fewness
from painlog.analysis.medicines import ANY, Overuse
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Report
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.names import day_in_words, normal, sentence_start, singular
from painlog.model.treatment import BY_ONESELF, Treatment

LONG_AGO = timedelta(days=90)
HIGH_INTENSITY = 7
HIGH_DAYS = 3
USUAL_WEEKS = 3
# A visit so near to an end is where it may have been agreed.
NEAR_THE_END = timedelta(days=14)
_WEEK = timedelta(days=7)
RISE = 2.0


def adapt(
    report: Report,
    consultations: Iterable[Consultation],
    treatments: Mapping[str, Treatment],
) -> tuple[Advice, ...]:
    """Return the advice that a report gives reason for, the standing advice last."""
    today = report.period.until
    return (
        *_high_pain(report.regions, today),
        *(() if report.asked.is_of_entries else _rises(report.regions)),
        *_overuse(report.overuse),
        *_overuse_if_taken(report.overuse_if_taken),
        *_conventional_ended(report.courses, treatments, consultations, today),
        *_consultation(report, consultations, today),
        WHOLE,
    )


def _high_pain(regions: Iterable[RegionSummary], today: date) -> Iterator[Advice]:
    for region in regions:
        # The last 28 days count too: a short period must not hide how long it has been.
        if days := _high_run((*region.last_28.days, *region.days), today):
            fact = (
                f"{sentence_start(region.place)}: {HIGH_INTENSITY} or more on {days} days in a row."
            )
            # A clinician is told what is new, not what happens every week.
            news = "" if _is_usual(region.days, today - timedelta(days=days)) else fact
            yield Advice("high-pain", f"{fact} Talk to a clinician soon.", news)


def _is_usual(days: tuple[RatedDay, ...], until: date) -> bool:
    """Tell whether each of the three weeks up to a day had three high days or more."""
    high = _high_days(days)
    weeks = [(until - day) // _WEEK for day in high if day <= until]
    return all(weeks.count(week) >= HIGH_DAYS for week in range(USUAL_WEEKS))


def _high_days(days: tuple[RatedDay, ...]) -> set[date]:
    return {d.day for d in days if d.mean >= HIGH_INTENSITY}


def _high_run(days: tuple[RatedDay, ...], today: date) -> int:
    """Count the days in a row with a mean of 7 or more, up to today or yesterday; 0 under three."""
    high = _high_days(days)
    day = today if today in high else today - timedelta(days=1)
    run = 0
    while day in high:
        run += 1
        day -= timedelta(days=1)
    return run if run >= HIGH_DAYS else 0


def _rises(regions: Iterable[RegionSummary]) -> Iterator[Advice]:
    for region in regions:
        now, then = region.last_7, region.usual_28
        few = fewness(now.rated_days, then.rated_days)
        if few == "not-enough-days" or now.mean is None or then.mean is None:
            continue
        rise = now.mean - then.mean
        if rise >= RISE:
            # Where pain comes in attacks, more days with pain do not mean worse attacks.
            said = _pain_days(now, then) if region.episodic_lately else _more(rise)
            days = f" ({now.rated_days} and {then.rated_days} rated days)" if few else ""
            fact = f"{sentence_start(region.place)}: {said}{days}."
            yield Advice("rise", f"{fact} If that goes on, talk to a clinician.", fact)


def _more(rise: float) -> str:
    return f"the last 7 days average {rounded(rise):.1f} points more than the 28 before"


def _pain_days(now: Window, then: Window) -> str:
    """Say on how many days it hurt, and how much at worst: "pain on 3 of the last 7 days …"."""
    before = f"on {then.pain_days} of the 28 before"
    if then.pain_days:
        before += f", worst {then.worst}"
    return f"pain on {now.pain_days} of the last 7 days, worst {now.worst}; {before}"


def _overuse(found: Iterable[Overuse]) -> Iterator[Advice]:
    for over in found:
        taken = "Painkillers together" if over.of == ANY else sentence_start(over.of)
        if over.medicines != (over.of,):
            taken += f" ({', '.join(over.medicines)})"
        *earlier, last = (f"{month:%b}" for month in over.months)
        fact = (
            f"{taken}: taken on {over.line} days or more in each of {', '.join(earlier)} and "
            f"{last} ({', '.join(map(str, over.days))}){_running(over)}."
        )
        yield Advice(
            "medicine-overuse",
            f"{fact} If you have headaches, talk about that with a clinician: so many days a month "
            "for over three months are the line for overuse (ICHD-3, 8.2). What to do about it is "
            "for the two of you to decide.",
            f"{fact} So many days a month for over three months are the line for overuse in "
            "headache (ICHD-3, 8.2).",
        )


def _running(over: Overuse) -> str:
    if over.running is None:
        return ""
    days = "1 day" if over.running_days == 1 else f"{over.running_days} days"
    return f", and on {days} of {over.running:%b} so far"


def _overuse_if_taken(found: Iterable[OveruseIfTaken]) -> Iterator[Advice]:
    for each in found:
        several = len(each.medicines) > 1
        names = sentence_start(" and ".join(each.medicines))
        have = "have" if several else "has"
        fact = f"{names} {have} been in course since {day_in_words(each.since)}."
        if each.of == ANY:
            others = " or other painkillers" if several else ", or other painkillers,"
        else:
            others = "" if each.of in each.medicines or several else f", or any of the {each.of},"
        it = "them" if several else "it"
        taken = f"{it}{others} on {each.line} or more days a month"
        yield Advice(
            "medicine-in-course",
            f"{fact} If you take {taken} and have headaches, that is a line to talk about with a "
            "clinician (ICHD-3, 8.2). What to do about it is for the two of you to decide.",
            f"{fact} Taking {taken} is the line for overuse in headache (ICHD-3, 8.2).",
        )


def _conventional_ended(
    courses: Iterable[Course],
    treatments: Mapping[str, Treatment],
    consultations: Iterable[Consultation],
    today: date,
) -> Iterator[Advice]:
    """Advise where prescribed care ended, and something complementary goes on for that place.

    Nothing is said while other conventional care of the place goes on, or where a visit to a
    clinician is logged near the end: the person has seen those to whom the advice sends them.
    """
    courses = [c for c in courses if c.started_on <= today]
    running = [c for c in courses if c.ended_on is None or c.ended_on > today]
    care = [c for c in running if _replaces_care(treatments.get(c.treatment))]
    beside = [c for c in running if _is_complementary(treatments.get(c.treatment))]
    visits = [c.held_on for c in consultations if c.held_on <= today]
    again = {c.treatment for c in running}
    by_end = sorted(courses, key=lambda c: c.ended_on or date.max)
    for ended in {c.treatment: c for c in by_end}.values():
        last_day = ended.ended_on
        if (
            not _is_prescribed_care(treatments.get(ended.treatment))
            or last_day is None
            or today - last_day > LONG_AGO
            or ended.treatment in again
            or any(c.shares_place(ended) for c in care)
            or any(abs(day - last_day) <= NEAR_THE_END for day in visits)
        ):
            continue
        names = list(dict.fromkeys(c.treatment for c in beside if c.shares_place(ended)))
        if names:
            fact = f"{sentence_start(ended.treatment)} ended {day_in_words(last_day)}"
            goes_on = _going_on(names)
            yield Advice(
                "conventional-ended",
                f"{fact}, and {goes_on}. As a caution, not a finding: going without "
                f"{ended.treatment} may slow or stop your recovery. If no clinician agreed to the "
                "end, talk to one.",
                f"{fact}; {goes_on}.",
            )


def _going_on(names: Sequence[str]) -> str:
    """Say what goes on: "massage therapy goes on", "cups go on"."""
    several = len(names) > 1 or singular(normal(names[0])) != normal(names[0])
    return f"{' and '.join(names)} {'go' if several else 'goes'} on"


def _is_complementary(treatment: Treatment | None) -> bool:
    return treatment is not None and treatment.care == "complementary"


def _replaces_care(treatment: Treatment | None) -> bool:
    """Tell whether it may take the place of prescribed care, as exercise and self-care do not."""
    return _is_prescribed_care(treatment) and (
        treatment is not None and treatment.kind not in BY_ONESELF
    )


def _is_prescribed_care(treatment: Treatment | None) -> bool:
    return treatment is not None and treatment.conventional and treatment.may_be_prescribed


def _consultation(
    report: Report, consultations: Iterable[Consultation], today: date
) -> Iterator[Advice]:
    if not report.regions:
        return
    visits = sorted(c.held_on for c in consultations)
    last = max((day for day in visits if day <= today), default=None)
    coming = next((day for day in visits if day > today), None)
    if last is None and coming is not None:
        yield Advice(
            "no-consultation",
            f"Your first logged visit to a clinician is in {(coming - today).days} days. If the "
            "pain changes or worsens before that, do not wait for it.",
        )
    elif last is None:
        yield Advice(
            "no-consultation",
            "No visit to a clinician is logged yet. If you have not seen one about this pain, "
            "do. Log a visit with: painlog consult",
        )
    elif today - last > LONG_AGO:
        yield Advice(
            "consultation-long-ago",
            f"Your last logged visit to a clinician was {(today - last).days} days ago. "
            "If the pain goes on, see one again.",
        )
