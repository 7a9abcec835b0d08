"""Sentences about figures, the same in the report, the pictures and the page for a clinician.

None of them says that a treatment worked: they say what the ratings did and how sure that is.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from painlog.analysis.comparison import WORTH_A_WORD
from painlog.analysis.interval import fewness
from painlog.model.names import sentence_start
from painlog.views.wording import (
    change,
    day,
    held,
    listed,
    points,
    printable,
    short_day,
    signed,
    span,
)

if TYPE_CHECKING:
    from painlog.analysis.comparison import Comparison, DayRate, Verdict
    from painlog.analysis.effects import Effect, FirstDays, MedicineDays, PlaceboInTime
    from painlog.analysis.regimens import RegimenComparison
    from painlog.model.course import Course


_VERDICTS: Mapping["Verdict", str] = {
    "clearly more": "That is clearly more than a meaningful drop ({drop}).",
    "about": "That is a drop; these ratings cannot tell whether it is a meaningful one ({drop}).",
    "less": "That is a drop, but less than a meaningful one ({drop}).",
    "little change": "That is not a meaningful change: it is less than {drop} either way.",
    "no drop": "That is not a meaningful drop ({drop}); these ratings also fit more pain.",
    "slightly worse": "That is more pain than {than}, but less than a meaningful rise ({drop}).",
    "worse": "That is more pain than {than}; these ratings cannot tell whether it is a meaningful "
    "rise ({drop}).",
    "clearly worse": "That is clearly more than a meaningful rise ({drop}).",
    "cannot tell": "Cannot tell yet: a meaningful drop ({drop}), no change and more pain all fit "
    "these ratings.",
}
_ATTACK_VERDICTS: Mapping["Verdict", str] = {
    "clearly more": "Pain days fell by clearly more than half.",
    "about": "Pain days fell; these ratings cannot tell whether by half or more.",
    "less": "Pain days fell, but by less than half.",
    "little change": "Pain days changed by less than half, up or down.",
    "no drop": "Pain days did not fall by half; these ratings also fit more of them.",
    "slightly worse": "Pain days rose, but by less than half.",
    "worse": "Pain days rose; these ratings cannot tell whether by half or more.",
    "clearly worse": "Pain days rose by clearly more than half.",
    "cannot tell": "Cannot tell yet: half as many pain days, no change and more of them all fit "
    "these ratings.",
}
_NO_DROP_BUT_A_RISE = "That is not a meaningful drop ({drop}); more pain is likelier."
_NO_RISE_WORTH_A_WORD = (
    "Cannot tell yet: a meaningful drop ({drop}) and no change both fit these ratings."
)
# A rise of at least this share of a meaningful drop is called likelier than no change.
LIKELIER_RISE = 0.5


def verdict_words(comparison: "Comparison", than: str = "before") -> str:
    """Say in one sentence how a change compares with a meaningful drop; "" without an interval.

    Where the pain comes in attacks, its days are compared with half as many.
    """
    interval, found = comparison.interval, comparison.verdict
    if interval is None or found is None or comparison.drop is None:
        return ""
    if comparison.attacks is not None:
        return _ATTACK_VERDICTS[found]
    words = _VERDICTS[found]
    if found == "cannot tell" and interval.high < WORTH_A_WORD:
        words = _NO_RISE_WORTH_A_WORD
    elif found == "no drop" and interval.change >= LIKELIER_RISE * comparison.drop:
        words = _NO_DROP_BUT_A_RISE
    size = points(comparison.drop)
    drop = f"{size} {'point' if size == '1.0' else 'points'}"
    return words.format(drop=drop, than=than)


def effect_verdict(effect: "Effect | RegimenComparison", than: str = "before") -> str:
    """Say in one sentence what the ratings allow to be said; "" without an interval.

    Where two treatments cannot be told apart, it says that; where a treatment was used because it
    hurt, that there is no verdict.
    """
    if effect.verdict == "confounded":
        from painlog.analysis.cautions import CONFOUNDING

        apart = f"Cannot be told apart from {listed(confounders(effect))}"
        codes = {c.code for c in effect.cautions} & CONFOUNDING
        if codes == {"ended-before"}:
            return f"{apart}, which ended just before."
        if codes == {"other-factor"}:
            return f"{apart}, which had more days on one side than on the other."
        return f"{apart}, which came or went with it."
    if effect.verdict is None and effect.comparison.interval is not None:
        return "No verdict: it was used on the days that hurt more."
    return verdict_words(effect.comparison, than)


def days_compared(window_days: int) -> str:
    """Say which days a before-and-after is about; `painlog compare` takes all days of each side."""
    return (
        f"Compared: at most {window_days:,} days before a start, and the last {window_days:,} of a "
        "course."
    )


def days_in_short(window_days: int) -> str:
    """Say the same as part of a title."""
    return f"{window_days:,} days before, last {window_days:,} in course"


def few(*days: int) -> str:
    """Write " (few days: 4)" where the fewest days are few, though enough to compare, or ""."""
    return f" (few days: {min(days)})" if fewness(*days) == "few-days" else ""


def course_days(course: "Course", until: date) -> str:
    """Write "from 1 Mar, in use", "from 1 Mar to 10 Mar" or "on 1 Mar"."""
    if course.ended_on is None:
        return f"from {short_day(course.started_on, until)}, in use"
    ends = span(course.started_on, course.ended_on, until)
    return f"{'on' if course.started_on == course.ended_on else 'from'} {ends}"


def before_name(effect: "Effect") -> str:
    """Name the days before: "before" or, after a step at another dose, "at 10 mg"."""
    return f"at {printable(effect.dose_before.written)}" if effect.dose_before else "before"


def before_in_short(effect: "Effect", until: "date") -> str:
    """Name the days before, and since when they count where those at the old dose are more."""
    name, cut = before_name(effect), effect.dose_cut
    if cut is None:
        return name
    since = short_day(effect.comparison.before.since, until)
    how = "with" if cut.cut_what == "started" else "after"
    return f"{name} (from {since}, {how} {printable(cut.cut_by)})"


def dose_cut_words(effect: "Effect") -> Iterator[str]:
    """Say why fewer days at the old dose are compared than it has; nothing where all are."""
    if cut := effect.dose_cut:
        name = sentence_start(printable(cut.cut_by))
        yield (
            f"Of the days {before_name(effect)}, only those from "
            f"{day(effect.comparison.before.since)} on are compared. {name} {cut.cut_what} on "
            f"{day(cut.cut_on)}, so the days before that were different."
        )


def confounders(effect: "Effect | RegimenComparison") -> list[str]:
    """Name the treatments, doses and factors that the ratings cannot tell apart from this one."""
    from painlog.analysis.cautions import CONFOUNDING

    found = [c for c in effect.cautions if c.code in CONFOUNDING]
    doses = [c for c in found if c.code == "other-dose" or "dose" in c.facts]
    factors = [c for c in found if c.code == "other-factor"]
    names = dict.fromkeys(
        str(c.facts["treatment"]) for c in found if c not in doses and c not in factors
    )
    for caution in doses:
        if caution.facts["treatment"] not in names:
            names[f"another dose of {caution.facts['treatment']}"] = None
    names |= dict.fromkeys(str(c.facts["factor"]) for c in factors)
    return [printable(name) for name in names]


def attack_days_words(
    comparison: "Comparison", names: tuple[str, str] = ("before", "in course")
) -> Iterator[str]:
    """Yield pain days and bad days in 28, before and after; nothing unless the pain is episodic."""
    if comparison.attacks is None:
        return
    found = comparison.attacks
    yield f"Pain days in 28: {_rate_words(found.pain_days, names)}."
    yield f"Bad days (7 or more) in 28: {_rate_words(found.bad_days, names)}."
    if found.worst_before is not None and found.worst_after is not None:
        yield (
            f"Mean worst of the pain days: {points(found.worst_before)} {names[0]}, "
            f"{points(found.worst_after)} {names[1]}."
        )


def _rate_words(rate: "DayRate", names: tuple[str, str]) -> str:
    return (
        f"{points(rate.before)} {names[0]}, {points(rate.after)} {names[1]} (likely between "
        f"{rate_range(rate)})"
    )


def rate_range(rate: "DayRate", to: str = " and ") -> str:
    """Name both ends of the interval of a change in days, as `rate_ends` returns them."""
    return days_range(*rate_ends(rate), to)


def rate_ends(rate: "DayRate") -> tuple[float, float]:
    """Return both ends of a change in days, limited to what 28 days can hold."""
    return max(rate.low, -rate.before), min(rate.high, 28 - rate.before)


def days_range(low: float, high: float, to: str = " and ") -> str:
    """Name both ends of the interval of a change in days per 28, at most 28 either way."""
    low, high = max(low, -28.0), min(high, 28.0)
    if high <= 0:
        return f"{points(abs(high))}{to}{points(abs(low))} fewer"
    if low >= 0:
        return f"{points(abs(low))}{to}{points(abs(high))} more"
    return f"{points(abs(low))} fewer{to}{points(high)} more"


def first_28_words(first: "FirstDays", before: float | None) -> str:
    """Give the change over the first 28 days of a course, from a mean before."""
    return (
        f"Over its first 28 days: {change(first.change)}, likely between "
        f"{range_words(*held(first.low, first.high, before))}."
    )


def placebo_words(placebo: "PlaceboInTime", whose: str = "your") -> str:
    """Say how often untreated days changed this much; `whose` days they are: "your", "the"."""
    return (
        f"In {whose} {placebo.untreated_days:,} untreated days a week-to-week change this big "
        f"({signed(placebo.change)}) or bigger came at {placebo.as_big:,} of {placebo.possible:,} "
        "possible start days."
    )


def medicine_days_words(
    found: "MedicineDays", names: tuple[str, str] = ("before", "in course")
) -> str:
    """Count the days with acute medicine in both windows, those in course beside those logged."""
    logged = ""
    in_course = ""
    if found.before_course or found.after_course:
        logged = "logged on "
        in_course = (
            f"; in course on {found.before_course} of {found.before_days} and "
            f"{found.after_course} of {found.after_days}"
        )
    return (
        f"Days with acute medicine (for anything): {logged}{found.before} of {found.before_days} "
        f"{names[0]}, {found.after} of {found.after_days} {names[1]}{in_course}."
    )


def likely_ends(comparison: "Comparison") -> tuple[float, float]:
    """Return both ends of the interval of a comparison that has one, limited as in `held`."""
    if comparison.interval is None:
        raise ValueError(comparison)
    return held(comparison.interval.low, comparison.interval.high, comparison.before.mean)


def range_words(low: float, high: float, to: str = " and ") -> str:
    """Name both ends of an interval, the one nearer to no change first, with `to` between them."""
    if high <= 0:
        return f"{points(abs(high))}{to}{points(abs(low))} less"
    if low >= 0:
        return f"{points(abs(low))}{to}{points(abs(high))} more"
    return f"{points(abs(low))} less{to}{points(high)} more"
