"""Find which other treatments differ between two sets of days: in use or not, or their dose."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.cautions import BEFORE_AND_AFTER, NEAR_THE_START, Caution, shares_differ
from painlog.analysis.comparison import Comparison
from painlog.analysis.days import Window
from painlog.model.course import Course, in_one_writing

# The doses of each treatment, in order of time, with their rated days; "" where none was said.
Doses = Mapping[str, Mapping[str, int]]
_ONE_DAY = timedelta(days=1)


class CourseChange(NamedTuple):
    """A treatment that started, ended or changed its dose, and the day of that.

    `dose` is the new dose, None where it is no other dose.
    """

    treatment: str
    what: str
    day: date
    dose: str | None = None

    @property
    def facts(self) -> dict[str, object]:
        """The facts for a sentence about it; the dose only where there is one."""
        facts: dict[str, object] = {
            "treatment": self.treatment,
            "what": self.what,
            "day": self.day,
        }
        return facts if self.dose is None else facts | {"dose": self.dose}


def other_courses(
    course: Course,
    courses: Sequence[Course],
    comparison: Comparison,
    namings: Mapping[str, Container[date]],
) -> Iterator[Caution]:
    """Warn of other treatments that changed near this start, or between the days compared.

    Those started by hand cannot be told apart from this one. Those only used now and then are named
    and change nothing.

    Args:
        course: The one whose start divides before and after.
        courses: All that count for the place, by start.
        comparison: The days before that start, and after.
        namings: The days on which each treatment was used for the place.
    """
    others = [c for c in courses if c.treatment != course.treatment]
    by_hand: dict[str, list[Course]] = {}
    for other in others:
        if not other.inferred:
            by_hand.setdefault(other.treatment, []).append(other)
    started = [other for own in by_hand.values() for other in own]
    near = list(_near_the_start(course.started_on, started, comparison.after.until))
    yield from near
    told = {str(c.facts["treatment"]) for c in near if "dose" not in c.facts}
    dose_told = {str(c.facts["treatment"]) for c in near if "dose" in c.facts}
    shares = list(_other_shares(by_hand, comparison))
    yield from (c for c in shares if c.facts["treatment"] not in told)
    rest = by_hand.keys() - told - dose_told - {c.facts["treatment"] for c in shares}
    sides = (comparison.before, comparison.after)
    before, after = (doses_on(rest, courses, side) for side in sides)
    yield from other_doses((before, after), BEFORE_AND_AFTER)
    yield from also_used(others, comparison, BEFORE_AND_AFTER, namings)


def doses_on(names: Iterable[str], courses: Iterable[Course], within: Window) -> Doses:
    """Count the rated days of a window on each dose of some treatments.

    Of two steps that share a day, the later one counts.

    Args:
        names: The treatments; one that was not in course is left out.
        courses: Of the place.
        within: The days.
    """
    steps = in_one_writing(courses)
    found: dict[str, Counter[str]] = {}
    for name in sorted(names):
        own = [c for c in steps if c.treatment == name]
        for day in within.dates:
            if step := _step_on(own, day):
                written = step.dose.written if step.dose else ""
                found.setdefault(name, Counter())[written] += 1
    return found


def other_doses(doses: tuple[Doses, Doses], sides: tuple[str, str]) -> Iterator[Caution]:
    """Warn of treatments that both sides have, where the dose changed from one to the other.

    Args:
        doses: As `doses_on` returns them, of each side.
        sides: What the two are called: "before", "on heat".
    """
    for name in sorted(doses[0].keys() & doses[1].keys()):
        one, other = (side[name] for side in doses)
        if _differ(one, other):
            facts = {
                "treatment": name,
                "first_doses": _either(one),
                "first": sides[0],
                "second_doses": _either(other),
                "second": sides[1],
            }
            yield Caution("other-dose", facts)


def also_used(
    others: Iterable[Course],
    comparison: Comparison,
    sides: tuple[str, str],
    namings: Mapping[str, Container[date]],
) -> Iterator[Caution]:
    """Name what was used now and then, with the rated days of each side on which it was used.

    What has no inferred course on the days compared is not named; of what has one, every use counts
    and no other day of that course.

    Args:
        others: The courses of other treatments; those started by hand are passed over.
        comparison: The days.
        sides: What its two sides are called: "before", "on heat".
        namings: The days on which each treatment was used for the place.
    """
    before, after = comparison.before, comparison.after
    days = (*before.dates, *after.dates)
    for treatment in sorted({c.treatment for c in others if c.inferred and any(map(c.on, days))}):
        used = namings.get(treatment, ())
        counts = [sum(day in used for day in side.dates) for side in (before, after)]
        if any(counts):
            facts = {
                "treatment": treatment,
                "before": counts[0],
                "before_rated": before.rated_days,
                "before_name": sides[0],
                "after": counts[1],
                "after_rated": after.rated_days,
                "after_name": sides[1],
            }
            yield Caution("also-used", facts)


def changes_of(courses: Iterable[Course]) -> Iterator[CourseChange]:
    """Yield when each treatment started, ended or changed its dose, one treatment after another.

    The end of a step that another step follows is no end.

    Args:
        courses: Of one place, in any order.
    """
    by_name: dict[str, list[Course]] = {}
    for course in courses:
        by_name.setdefault(course.treatment, []).append(course)
    for name, steps in by_name.items():
        own = sorted(steps, key=lambda c: c.started_on)
        ends = (c.ended_on + _ONE_DAY for c in own if c.ended_on)
        for day in sorted({*(c.started_on for c in own), *ends}):
            last, first = _step_on(own, day - _ONE_DAY), _step_on(own, day)
            if last is None and first is not None:
                yield CourseChange(name, "started", day)
            elif first is None:
                yield CourseChange(name, "ended", day - _ONE_DAY)
            elif last is not None and not _same_dose(last, first):
                dose = _named(first.dose.written if first.dose else "")
                yield CourseChange(name, f"changed to {dose}", day, dose)


def _near_the_start(start: date, by_hand: Iterable[Course], until: date) -> Iterator[Caution]:
    """Warn of what started, ended or changed its dose near a start, and up to `until`."""
    for change in changes_of(by_hand):
        if abs(change.day - start) <= NEAR_THE_START and change.day <= until:
            yield Caution("other-change", change.facts)


def _other_shares(
    by_hand: Mapping[str, Collection[Course]], comparison: Comparison
) -> Iterator[Caution]:
    """Warn of what was in course on another share of the days before than of those in course.

    The days before are of one phase, so it was in course on all of them or on none.
    """
    before, after = comparison.before, comparison.after
    for name, own in by_hand.items():
        days = [sum(any(c.on(d) for c in own) for d in side.dates) for side in (before, after)]
        if days[0] * after.rated_days != days[1] * before.rated_days:
            facts = {
                "treatment": name,
                "before": days[0],
                "before_rated": before.rated_days,
                "after": days[1],
                "after_rated": after.rated_days,
            }
            yield Caution("other-treatment", facts)


def _step_on(own: Sequence[Course], day: date) -> Course | None:
    """Return the step of a treatment on a day, the later one of two; None where it was not on."""
    return next((c for c in reversed(own) if c.on(day)), None)


def _same_dose(one: Course, other: Course) -> bool:
    if one.dose is None or other.dose is None:
        return one.dose is other.dose
    return one.dose.same(other.dose)


def _differ(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Tell whether a dose is on one side alone, or on quite another share of the days."""
    totals = (sum(one.values()), sum(other.values()))
    return one.keys() != other.keys() or any(
        shares_differ((one[dose], totals[0]), (other[dose], totals[1])) for dose in one
    )


def _either(doses: Mapping[str, int]) -> str:
    if len(doses) == 1:
        return _named(*doses)
    return " or ".join(
        f"{_named(dose)} ({days} {'day' if days == 1 else 'days'})" for dose, days in doses.items()
    )


def _named(dose: str) -> str:
    return dose or "a dose not said"
