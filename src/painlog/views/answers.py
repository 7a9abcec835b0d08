"""The answers that a report begins with: a line for each course, as-needed treatment and medicine.

Each says what the ratings did, how sure that is, and the one thing that most stands against it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from painlog.advice.cautions import reason
from painlog.analysis.cautions import CONFOUNDING, Caution, Code
from painlog.analysis.comparison import RESPONDER_SHARE, Comparison, Verdict
from painlog.analysis.effects import Effect, latest_of_each
from painlog.analysis.relief import Relief, uses_in
from painlog.analysis.report import Report
from painlog.model.region import label
from painlog.views.overviews import whole_body_words
from painlog.views.relief import (
    by_the_ratings,
    over_words,
    remarks,
    untimed_words,
    uses_words,
)
from painlog.views.statements import (
    LIKELIER_RISE,
    before_in_short,
    confounders,
    effect_verdict,
    likely_ends,
    range_words,
    rate_ends,
    rate_range,
)
from painlog.views.wording import count, listed, points, printable, short_day, span, titled

# A course for this many places, or more, gets one line for all of them.
PLACES_IN_ONE_LINE = 4
# Where untreated days bring such a change this often, the change says little.
OFTEN_BY_ITSELF = 0.05

_AGAINST: Mapping[Code, str] = {
    "named-on-bad-days": "its days hurt more than the others",
    "few-before": "only {rated} days before",
    "falling-before": "the pain was already falling before",
    "rising-before": "the pain was already rising before",
    "start-peak": "it was started at a peak",
    "high-before": "it was started when pain was high, with few rated days before",
    "baseline-peak": "the days before began at a peak",
    "as-needed": "no start was logged, so its days run from its first use to 7 after its last",
    "few-days": "few days: {before} before and {after} in course",
    "long-between": "{weeks} weeks lie between these days",
    "missing-days": "{rated} of {days} days rated",
    "only-around-uses": "many days {which} are rated only when a treatment was used",
    "weekends": "more weekend days on one side than on the other",
    "also-used": "{treatment} was used now and then, too",
}
# What the ratings did in one place, for a line about many places.
_IN_A_PLACE: Mapping[Verdict | None, str] = {
    "clearly more": "clearly more than a meaningful drop",
    "about": "a drop",
    "less": "less than a meaningful drop",
    "little change": "no meaningful change",
    "no drop": "no meaningful drop",
    "slightly worse": "more pain",
    "worse": "more pain",
    "clearly worse": "clearly more than a meaningful rise",
    "cannot tell": "cannot tell yet",
    "confounded": "no verdict, as something else changed with it",
    None: "not enough days",
}
_IN_SHORT: Mapping[Verdict, str] = {
    "clearly more": "Clearly more than a meaningful drop.",
    "about": "A drop, perhaps a meaningful one.",
    "less": "A drop, but less than a meaningful one.",
    "little change": "No meaningful change.",
    "no drop": "No meaningful drop.",
    "slightly worse": "More pain, but less than a meaningful rise.",
    "worse": "More pain, perhaps a meaningful rise.",
    "clearly worse": "Clearly more than a meaningful rise.",
    "cannot tell": "Cannot tell yet.",
}
_ATTACKS_IN_SHORT: Mapping[Verdict, str] = {
    "clearly more": "Fewer by clearly more than half.",
    "about": "Fewer, perhaps by half or more.",
    "less": "Fewer, but by less than half.",
    "little change": "Changed by less than half.",
    "no drop": "Not fewer by half.",
    "slightly worse": "More, but by less than half.",
    "worse": "More, perhaps by half or more.",
    "clearly worse": "More by clearly more than half.",
    "cannot tell": "Cannot tell yet.",
}
_WITHOUT_A_PAIR = "none rated both before and after"
_USED_ON_BAD_DAYS = "no verdict, as it was used on the days that hurt more,"
CHANGED: frozenset[Verdict | None] = frozenset(
    {"clearly more", "about", "less", "slightly worse", "worse", "clearly worse"}
)


class Reach(NamedTuple):
    """A change and its interval as multiples of a meaningful one: -1 is a meaningful drop.

    The interval ends at what is possible, as in the words beside it.
    `told`: whether the change has a verdict, and so may stand out.
    """

    low: float
    change: float
    high: float
    told: bool


class Answer(NamedTuple):
    """One line: what it is about, what the ratings did, how sure, and what stands against it."""

    about: str
    did: str
    sure: str = ""
    against: str = ""
    reach: Reach | None = None

    @property
    def text(self) -> str:
        """Return all of it as running text."""
        against = f" Against it: {self.against}." if self.against else ""
        return f"{self.about}: {self.said}{against}"

    @property
    def said(self) -> str:
        """Return what the ratings did and how sure that is."""
        return f"{self.did} {self.sure}".rstrip()


def answers_on_courses(report: Report, *, whole: bool = False) -> Iterator[Answer]:
    """Yield a line for each treatment and place, or one for many places together.

    Args:
        report: The figures.
        whole: Include every course of a treatment, not only the latest.
    """
    order = {(r.region, r.side): i for i, r in enumerate(report.regions)}
    found = [(e, 0) for e in report.effects] if whole else latest_of_each(report.effects)
    earlier = {id(effect): number for effect, number in found}
    shown = [e for e, _ in found if (e.region, e.side) in order]
    groups: dict[tuple[object, ...], list[Effect]] = defaultdict(list)
    # Courses started by hand come before those inferred from uses.
    for effect in sorted(shown, key=lambda e: (e.course.inferred, order[e.region, e.side])):
        course = effect.course
        started = None if course.inferred else course.started_on
        groups[course.what, started, course.region is None].append(effect)
    for group in groups.values():
        course = group[0].course
        places = {(e.region, e.side) for e in group}
        if len(places) >= PLACES_IN_ONE_LINE and (course.inferred or course.region is None):
            yield _together(group, report.period.until)
        else:
            yield from (answer_on(e, report.period.until, earlier[id(e)]) for e in group)


def answer_on(effect: Effect, until: date, earlier: int = 0) -> Answer:
    """Return the answer on one course for one place.

    Args:
        effect: The course and its days.
        until: The last day of the report.
        earlier: How many courses of the treatment came before it and are not told of.
    """
    comparison = effect.comparison
    place = titled(label(effect.region, effect.side))
    about = f"{place}, {_course(effect, until)}"
    if earlier:
        about += f" ({count(earlier, 'earlier course')})"
    interval = comparison.interval
    if interval is None:
        few = (reason(c) for c in effect.cautions if c.code == "not-enough-days")
        return Answer(about, _lower(next(few, "Not enough days to compare.")))
    before = before_in_short(effect, until)
    if comparison.attacks is not None:
        rate = comparison.attacks.pain_days
        did = (
            f"{points(rate.before)} pain days in 28 {before}, "
            f"{points(rate.after)} in course, likely {rate_range(rate, ' to ')}."
        )
    else:
        did = (
            f"{points(comparison.before.mean)} {before}, "
            f"{points(comparison.after.mean)} in course, "
            f"likely {range_words(*likely_ends(comparison), ' to ')}."
        )
    return Answer(
        about,
        did,
        in_short(effect),
        main_reason(effect, until),
        _reach_of(comparison, told=effect.verdict not in (None, "confounded")),
    )


def in_short(effect: Effect) -> str:
    """Return the verdict of a before-and-after in a few words; "" without an interval."""
    comparison, found = effect.comparison, effect.verdict
    if comparison.verdict is None:
        return ""
    if found is None:
        return effect_verdict(effect)
    if found == "confounded":
        return f"Cannot be told apart from {listed(confounders(effect))}."
    if found == "no drop" and _rise_is_likelier(comparison):
        return "No meaningful drop; more pain is likelier."
    return (_IN_SHORT if comparison.attacks is None else _ATTACKS_IN_SHORT)[found]


def _rise_is_likelier(comparison: Comparison) -> bool:
    reach = _reach_of(comparison)
    return reach is not None and reach.change >= LIKELIER_RISE


def main_reason(effect: Effect, until: date) -> str:
    """Name in a few words the one thing that most stands against a change; "" for none.

    Nothing stands against a verdict of "cannot tell yet", and a verdict that two treatments cannot
    be told apart says it already.
    """
    if effect.verdict == "cannot tell":
        return ""
    by_code: dict[Code, Caution] = {}
    for caution in effect.cautions:
        by_code.setdefault(caution.code, caution)
    if by_code.keys() & CONFOUNDING:
        return ""
    placebo = effect.placebo
    by_itself = placebo is not None and placebo.as_big >= OFTEN_BY_ITSELF * placebo.possible
    for code, words in _AGAINST.items():
        if code in by_code:
            return words.format(**_facts(by_code[code], until))
        if code == "falling-before" and placebo is not None and by_itself:
            return (
                f"untreated weeks changed this much by themselves at {placebo.as_big} of "
                f"{placebo.possible} possible start days"
            )
    return ""


def answers_on_uses(report: Report) -> Iterator[Answer]:
    """Yield a line for each treatment and dose that was used as needed, by place.

    Uses that were never rated before and after, in no attack with an end, share one line, where
    each counts once. The last line has those for a place or on a day without ratings.
    """
    found = [
        (region, relief)
        for region in report.regions
        for relief in report.relief_of(region)
        if not relief.in_course
    ]
    unrated: dict[str, list[Relief]] = defaultdict(list)
    any_alone = any(relief.has_outcome for _, relief in found)
    for region, relief in found:
        if relief.has_outcome:
            yield Answer(_of_uses(region.place, relief), _uses(relief))
        else:
            unrated[relief.what].append(relief)
    counted = [line for what, reliefs in unrated.items() for line in _unrated(what, reliefs)]
    each = [relief for reliefs in unrated.values() for relief in reliefs]
    untimed = untimed_words(sum(relief.untimed for relief in each), len(each))
    if len(counted) == 1:
        ((about, uses),) = counted
        yield Answer(titled(about), f"{count(uses, 'use')}, {_WITHOUT_A_PAIR}.{untimed}")
    elif counted:
        said = "; ".join(f"{about} {uses:,}" for about, uses in counted)
        uses = uses_in(each)
        about = "Other uses" if any_alone else "Used as needed"
        yield Answer(about, f"{count(uses, 'use')}, {_WITHOUT_A_PAIR}: {said}.{untimed}")
    if besides := answer_on_other_uses(report):
        yield besides


def answer_on_other_uses(report: Report) -> Answer | None:
    """Return the uses that are under no place; None where there are none."""
    said = [f"{printable(other.what)} {count(other.uses, 'use')}" for other in report.besides]
    if not said:
        return None
    return Answer("Used besides", f"{listed(said)}, for a place or on a day without ratings.")


def _of_uses(place: str, relief: Relief) -> str:
    """Name a treatment and its place; where none was said, the place whose ratings count."""
    if relief.place_said:
        return f"{titled(place)}, {printable(relief.what)}"
    return f"{titled(relief.what)}, {by_the_ratings(relief)}"


def _unrated(what: str, reliefs: Sequence[Relief]) -> Iterator[tuple[str, int]]:
    """Yield the name of a treatment, by place or for many places together, and its uses."""
    said = [each for each in reliefs if each.place_said]
    # What was noted for two places at once is one use for both of them.
    joined = uses_in(said) < sum(each.uses for each in said)
    many = len(said) >= PLACES_IN_ONE_LINE
    for group in [said] if joined or many else [[each] for each in said]:
        places = listed(printable(label(each.region, each.side)) for each in group)
        about = f"{printable(what)}, {len(said)} places" if many else f"{places}, {printable(what)}"
        yield about, uses_in(group) - sum(each.place_unsaid for each in group)
    unsaid = sum(each.place_unsaid for each in reliefs)
    if unsaid:
        yield printable(what), unsaid


def answer_on_whole_body(report: Report) -> Answer | None:
    """Return the days with pain anywhere, how many places hurt, and the mean over them."""
    found = report.whole_body
    if found is None:
        return None
    return Answer("Whole body", _lower(whole_body_words(found)))


def _course(effect: Effect, until: date) -> str:
    course = effect.course
    name = printable(course.what)
    if course.inferred:
        return f"{name} from {short_day(course.started_on, until)} (first use)"
    if course.ended_on is None:
        return f"{name} from {short_day(course.started_on, until)}"
    return f"{name} {span(course.started_on, course.ended_on, until)}"


def _together(group: Sequence[Effect], until: date) -> Answer:
    by_words: dict[str, list[str]] = defaultdict(list)
    for effect in group:
        by_words[_in_a_place(effect)].append(label(effect.region, effect.side))
    said = [
        f"{words} in {len(places)} ({listed(map(printable, dict.fromkeys(places)))})"
        if words not in (_IN_A_PLACE["cannot tell"], _IN_A_PLACE[None], _USED_ON_BAD_DAYS)
        else f"{words} in {len(places)}"
        for words, places in by_words.items()
    ]
    course = group[0].course
    name = titled(course.what) if course.inferred else titled(_course(group[0], until))
    number = len({(effect.region, effect.side) for effect in group})
    where = f"{number} places" if number == len(group) else f"{len(group)} times in {number} places"
    return Answer(
        f"{name}, {where}",
        f"{'; '.join(said)}.",
        against=(
            _AGAINST["as-needed"]
            if course.inferred
            else "of so many comparisons some stand out by chance"
        ),
    )


def _in_a_place(effect: Effect) -> str:
    if effect.verdict is None and effect.comparison.interval is not None:
        return _USED_ON_BAD_DAYS
    return _IN_A_PLACE[effect.verdict]


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def _reach_of(comparison: Comparison, *, told: bool = False) -> Reach | None:
    interval, attacks, drop = comparison.interval, comparison.attacks, comparison.drop
    if attacks is not None:
        rate = attacks.pain_days
        half = max(RESPONDER_SHARE * rate.before, 1.0)
        low, high = rate_ends(rate)
        return Reach(low / half, rate.change / half, high / half, told)
    if interval is None or drop is None:
        return None
    low, high = likely_ends(comparison)
    return Reach(low / drop, interval.change / drop, high / drop, told)


def _uses(relief: Relief) -> str:
    if not relief.rated:
        return f"{uses_words(relief)}, none rated{over_words(relief)}.{remarks(relief)}"
    return (
        f"{uses_words(relief)}, {relief.rated} rated: {points(relief.mean_before)} before, "
        f"{points(relief.mean_after)} after, halved in {relief.halved}, gone in {relief.gone}"
        f"{_over(relief)}.{remarks(relief)}"
    )


def _over(relief: Relief) -> str:
    """Say how soon attacks were over, where most of those with an end have no ratings."""
    return over_words(relief) if 2 * relief.rated < relief.with_end else ""


def _facts(caution: Caution, until: date) -> dict[str, str]:
    return {
        name: short_day(value, until) if isinstance(value, date) else printable(str(value))
        for name, value in caution.facts.items()
    }
