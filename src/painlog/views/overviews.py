"""Sentences about a region, a week, relief and the PEG, the same wherever they are shown."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from painlog.analysis.days import LATELY_DAYS
from painlog.analysis.interval import FEWEST_DAYS, fewness
from painlog.files.command_line import as_typed
from painlog.model.region import label
from painlog.views.wording import (
    change,
    change_against,
    count,
    day,
    duration,
    listed,
    points,
    printable,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from painlog.analysis.all_sides import AllSides
    from painlog.analysis.days import Buckets, Window
    from painlog.analysis.months import Attacks
    from painlog.analysis.peg import PegChange, PegSummary
    from painlog.analysis.region_summary import RegionSummary
    from painlog.analysis.report import Period, Report
    from painlog.analysis.whole_body import WholeBody
    from painlog.model.peg import Peg
    from painlog.model.selection import ChosenPlace, Selection

ABOUT_RELIEF = (
    "People take something when pain is high, and high pain tends to come down by itself."
)
ASSUMED_DAYS = (
    "In an attack diary a day without an attack or a painkiller for it counts as one without pain."
)
LOGGED_DAYS = "A day counts once if a use is logged; medicine put on the skin is not counted."
COURSE_ROWS = (
    "What was in course has a row of its own: on how many of the days of the month, logged or not."
)
MOST_PAIN_FIRST = "most pain first (the worst of each day, added up)"
MONTHS_SHOWN = 12
FEWEST_MEANS = 3
FEWEST_ATTACKS = 3
_SPANS = {7: "Week by week", 28: "In spans of 4 weeks", 91: "By quarters", 364: "By years"}
_ABOUT_PEG = (
    "The PEG score is the mean of three answers about the past week, each 0 to 10: how strong the "
    "pain was on average, and how much it interfered with enjoyment of life and with general "
    "activity. Higher is worse."
)
_SMALLEST_PEG_CHANGE = (
    "About 1 point is the smallest change that matters to people (Reed 2024, J Pain 25:142–152). "
    "A score says how a week was, not why."
)


def assumed_in(places: "Iterable[str]") -> str:
    """Say in which places a day without an entry counts as a day without pain."""
    return f"{titled(listed(places))}: {ASSUMED_DAYS[0].lower()}{ASSUMED_DAYS[1:]}"


def unsaid_words(place: str, days: int) -> str:
    """Say on how many days without pain a painkiller was logged, and not what for; "" for none."""
    if not days:
        return ""
    return (
        f"{titled(place)}: on {days:,} of the days that count as without pain a painkiller was "
        "logged, and not what for, so there may be more pain days."
    )


def diary_hint(report: "Report", region: "RegionSummary") -> str:
    """Say how to have attacks counted, where only attacks are written down; "" elsewhere.

    Without days free of pain the ratings only say how bad attacks are, not how frequent.
    """
    attacks = attacks_with_end(report, region)
    free = any(rated.worst == 0 for rated in region.days)
    if region.attack_diary or free or attacks is None or attacks.attacks < FEWEST_ATTACKS:
        return ""
    if attacks.entries != region.entries:
        return ""
    name = printable(region.region)
    return (
        f"If you write down every attack of the {name}, tell painlog: painlog regions set "
        f"{as_typed(name)} --diary attacks. Then painlog can count the days without pain, too."
    )


def attacks_words(attacks: "Attacks | None", every: int | None = None) -> str:
    """Say how many attacks there were and how long they lasted: "… the longest 3 days."."""
    text = number_of_attacks(attacks, every)
    if attacks is None:
        return text
    if attacks.attacks == 1:
        return f"{text}{duration(attacks.longest)}."
    return f"{text}usually {duration(attacks.usual)}, the longest {duration(attacks.longest)}."


def all_sides_words(found: "AllSides", period: "Period") -> str:
    """Say on how many days a region hurt on any side: "Head, all sides: pain on 13 of 28 …"."""
    days = (period.until - period.since).days + 1
    said = [
        f"{pain:,} of {count(rated, 'rated day')}{when}"
        for pain, rated, when in (
            (found.last_28_pain_days, found.last_28_rated_days, " of the last 28"),
            (found.pain_days, found.rated_days, " of the period"),
        )
        if rated
    ]
    if found.last_28_rated_days == found.rated_days or days <= LATELY_DAYS:
        said = said[:1]
    return f"{titled(found.region)}, all sides: pain on {', and on '.join(said)}."


def attacks_with_end(report: "Report", region: "RegionSummary") -> "Attacks | None":
    """Return the attacks of a region and side whose length is known; None if there are none."""
    place = region.region, region.side
    return next((a for a in report.attacks if (a.region, a.side) == place), None)


def number_of_attacks(attacks: "Attacks | None", every: int | None) -> str:
    """Say "45 attacks, 21 with an end: ", before how long these lasted; "" for no attack.

    Args:
        attacks: Those with an end.
        every: How many there were with an end or without; None where that is not known.
    """
    if attacks is None:
        return f"{count(every, 'attack')}; no end was logged." if every else ""
    if every in (None, attacks.attacks):
        return f"{count(attacks.attacks, 'attack')} with an end: "
    return f"{count(every or 0, 'attack')}, {attacks.attacks:,} with an end: "


def whole_body_words(found: "WholeBody") -> str:
    """Say on how many days it hurt anywhere, in how many places and how much."""
    return (
        f"Pain anywhere on {found.pain_days:,} of {count(found.rated_days, 'rated day')}; "
        f"{points(found.mean_sites)} places a day on average; mean over the places "
        f"{points(found.mean)}."
    )


def trend_words(trend: "Buckets") -> str:
    """Say how the means moved: "Week by week: from 6.0 to 3.3; …"; "" for fewer than three.

    A span with fewer than three rated days does not count.
    """
    means = trend.comparable
    if len(means) < FEWEST_MEANS:
        return ""
    return (
        f"{_SPANS[trend.length]}: from {points(means[0])} to {points(means[-1])}; "
        f"highest {points(max(means))}, lowest {points(min(means))}."
    )


_NOT_COMPARED = (
    ", so there is no before-and-after: entries chosen by what they say cannot show whether the "
    "pain changed"
)


def only_words(asked: "Selection", *, compares: bool = True) -> str:
    """Name what a report was narrowed to: "Only: left heel; treatment stretching"; "" for all.

    Args:
        asked: The filters.
        compares: Say why nothing is compared where the filters leave nothing to compare.
    """
    parts = [places_asked(asked)]
    if asked.treatments:
        noun = "treatment" if len(asked.treatments) == 1 else "treatments"
        parts.append(f"{noun} {listed(map(printable, asked.treatments))}")
    parts += _entries_asked(asked)
    said = "; ".join(part for part in parts if part)
    if asked.is_of_entries:
        said += (
            ". All figures but days with medicine are of these entries alone"
            + _NOT_COMPARED * compares
        )
    return f"Only: {said}" if said else ""


def about_treatments(report: "Report") -> "Report":
    """Leave out what is not about the treatments that were asked for, if any were.

    Qualities, triggers and interference belong to no treatment.
    """
    from painlog.analysis.tags import Tags

    if not report.asked.treatments:
        return report
    about = {(effect.region, effect.side) for effect in report.effects}
    about |= {(relief.region, relief.side) for relief in report.relief}
    return report._replace(
        regions=tuple(r for r in report.regions if (r.region, r.side) in about),
        months=tuple(m for m in report.months if (m.region, m.side) in about),
        tags=Tags(),
        interference=None,
    )


def unused_words(report: "Report") -> str:
    """Say that the treatments asked for were not used; "" if they were, or none was asked for.

    What a trial under way compares is in no figure, so nothing can be said of it.
    """
    treatments = report.asked.treatments
    if not treatments or report.effects or report.relief or report.besides:
        return ""
    under_way = [reading.trial for reading in report.trials if reading.is_under_way]
    if compared := [t for t in treatments if any(t in trial.differing for trial in under_way)]:
        named = listed(map(printable, compared))
        return f"What was logged of {named} is shown once the trial that compares it is over."
    return f"No course and no use of {listed(map(printable, treatments), 'or')} in this period."


def _entries_asked(asked: "Selection") -> Iterator[str]:
    for noun, nouns, names in (
        ("quality", "qualities", asked.qualities),
        ("trigger", "triggers", asked.triggers),
    ):
        if names:
            yield f"{noun if len(names) == 1 else nouns} {listed(map(printable, names))}"
    if asked.lowest is not None and asked.highest is not None:
        yield f"rated {asked.lowest} to {asked.highest}"
    elif asked.lowest is not None:
        yield f"rated {asked.lowest} or more"
    elif asked.highest is not None:
        yield f"rated {asked.highest} or less"


def places_asked(asked: "Selection", last: str = "and") -> str:
    """Name the places or sides that were asked for; "" for all of them."""
    return listed(map(_place_asked, asked.places), last)


def _place_asked(asked: "ChosenPlace") -> str:
    if asked.region:
        place = printable(label(asked.region, asked.side))
    elif asked.side:
        place = "both sides" if asked.side == "both" else f"the {asked.side} side"
    else:
        place = ""
    return f"{place or 'places'} without a side" if asked.without_side else place


def rated(region: "RegionSummary") -> str:
    """Say how much of the period was rated, the mean and the worst."""
    if region.attack_diary:
        written = sum(not rated.assumed for rated in region.days)
        pain = sum(rated.worst > 0 for rated in region.days)
        return (
            f"{count(region.entries, 'entry', 'entries')} on {written:,} of "
            f"{count(region.rated_days, 'day')}; the others count as days without pain. "
            f"{count(pain, 'pain day')}, worst {region.worst}."
            + (f" {unsaid}" if (unsaid := unsaid_words(region.place, region.unsaid_days)) else "")
        )
    return (
        f"{count(region.entries, 'entry', 'entries')} on {count(region.rated_days, 'rated day')}. "
        f"Mean {points(region.mean)}, worst {region.worst}."
    )


def lately(
    region: "RegionSummary", since: "date | None" = None, *, alone: bool = False
) -> Iterator[str]:
    """Compare the last 7 and the last 28 days with as many days before each.

    Args:
        region: The figures.
        since: The first day that was asked for; the person is told where earlier days count, too.
        alone: Give the means of the last days alone, as those of chosen entries do not compare.
    """
    if alone:
        yield f"{_mean_of('Last 7 days', region.last_7)}."
        yield f"{_mean_of('Last 28 days', region.last_28)}."
        return
    say = _pain_in_span if region.episodic_lately else _span
    yield say("Last 7 days", region.last_7, "the 7 before", region.previous_7)
    yield say("Last 28 days", region.last_28, "the 28 before", region.previous_28)
    if since is not None and region.previous_28.since < since:
        yield f"Days before {day(since)} count in these, too."


def peg_sentences(summary: "PegSummary") -> Iterator[str]:
    """Explain the score, then give the latest one and its changes."""
    latest = summary.latest
    yield _ABOUT_PEG
    yield f"Latest: {score_on(latest)}."
    if summary.since_first is None:
        yield "It is the only one in this period; a change is shown from the second on."
        return
    yield _since("Since the first", summary.since_first)
    yield (
        _since("Since about four weeks before", summary.since_four_weeks)
        if summary.since_four_weeks
        else "Since about four weeks before: no PEG was answered 28 to 42 days before the latest."
    )
    yield _SMALLEST_PEG_CHANGE


def score_on(peg: "Peg") -> str:
    """Write a score with its day: "6.0 on Tue 31 Mar 2026"."""
    return f"{points(peg.score)} on {day(peg.answered_on)}"


def _span(name: str, now: "Window", then_name: str, then: "Window") -> str:
    text = _mean_of(name, now)
    if now.mean is None:
        return f"{text}."
    if then.mean is None or not_comparable(now, then):
        return f"{text}; {not_comparable(now, then, then_name)}."
    return (
        f"{text}, {change_against(now.mean - then.mean, then_name)} "
        f"({points(then.mean)}, {count(then.rated_days, 'rated day')}).{_few(now, then)}"
    )


def _pain_in_span(name: str, now: "Window", then_name: str, then: "Window") -> str:
    if not now.days:
        return f"{name}: not rated."
    text = f"{name}: pain on {now.pain_days} of {count(now.rated_days, 'rated day')}"
    if why := not_comparable(now, then, then_name):
        return f"{text}; {why}."
    of = f"{then.pain_days} of {then.rated_days}"
    return f"{text}; {then_name}: {of}.{_few(now, then)}"


def not_comparable(now: "Window", then: "Window", then_name: str = "then") -> str:
    """Say why days cannot be compared with those before; "" where they can."""
    if not then.days:
        return f"{then_name}: not rated"
    if fewness(now.rated_days, then.rated_days) != "not-enough-days":
        return ""
    if then.rated_days < FEWEST_DAYS:
        return f"{then_name}: only {count(then.rated_days, 'rated day')}, too few to compare"
    return f"too few to compare with {then_name}"


def _few(now: "Window", then: "Window") -> str:
    few = fewness(now.rated_days, then.rated_days) == "few-days"
    return " Few days: the numbers may still move a lot." if few else ""


def _mean_of(name: str, now: "Window") -> str:
    if now.mean is None:
        return f"{name}: not rated"
    return f"{name}: mean {points(now.mean)} ({count(now.rated_days, 'rated day')})"


def _since(name: str, since: "PegChange") -> str:
    size = "at least" if since.matters else "below"
    return (
        f"{name}, {score_on(since.earlier)}: {change(since.points)}, "
        f"{size} the smallest change that matters."
    )
