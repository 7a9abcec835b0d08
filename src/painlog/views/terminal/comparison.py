"""A before-and-after: plain words first, then numbers, then how to read them."""

from collections.abc import Iterable, Iterator

from painlog.advice.cautions import sentence
from painlog.analysis.cautions import Caution
from painlog.analysis.comparison import Comparison
from painlog.analysis.days import Window
from painlog.analysis.effects import Effect
from painlog.analysis.interval import SerialInterval
from painlog.analysis.overlap import Nap
from painlog.analysis.trend import Slope
from painlog.model.names import sentence_start
from painlog.views.statements import (
    attack_days_words,
    before_name,
    dose_cut_words,
    effect_verdict,
    first_28_words,
    likely_ends,
    medicine_days_words,
    placebo_words,
    range_words,
    verdict_words,
)
from painlog.views.terminal.page import Block, Item, Paragraph
from painlog.views.wording import change, count, decimals, points, printable, signed

_OF_PHASES = "all rated days of both phases, compared or not"


def comparison_blocks(
    comparison: Comparison,
    cautions: Iterable[Caution],
    names: tuple[str, str] = ("before", "in course"),
    *,
    in_time: bool = True,
    said: str | None = None,
    aside: Iterable[str] = (),
    whose: str = "",
    carried: str = _OF_PHASES,
) -> Iterator[Block]:
    """Yield what the ratings did in plain words, the numbers and the cautions.

    Args:
        comparison: The two windows and their figures.
        cautions: What else could explain the change.
        names: What the two windows are called.
        in_time: Whether the second window is entirely later than the first.
        said: The verdict; None for that of the ratings alone.
        aside: Other facts about the change, a sentence each.
        whose: The window that changed, and the one it is compared with; "" where that is plain.
        carried: The days that the carry-over is estimated from.
    """
    verdict = verdict_words(comparison, names[0]) if said is None else said
    before, after = comparison.before, comparison.after
    interval, nap = comparison.interval, comparison.nap
    yield Paragraph(f"Mean {_side(before, names[0])}, {_side(after, names[1])}.")
    if interval and nap:
        later = "later day" if in_time else f"day {names[1]}"
        moved = _change(comparison, interval, whose)
        if comparison.attacks is None:
            yield Paragraph(f"{moved} {verdict} {_pairs(nap, later)}")
        else:
            first, *others = attack_days_words(comparison, names)
            yield Paragraph(" ".join((first, verdict, *others)))
            yield Paragraph(f"Mean of all rated days: {moved} {_pairs(nap, later)}")
        yield from map(Paragraph, aside)
        numbers = "; ".join(_numbers(comparison, names[1], carried, in_time=in_time))
        yield Paragraph(f"Numbers: {numbers}.")
    with_care = [printable(sentence(caution)) for caution in cautions]
    if with_care and interval:
        yield Paragraph("Read this with care:")
        yield from map(Item, with_care)
    else:
        yield from map(Paragraph, with_care)


def effect_blocks(effect: Effect) -> Iterator[Block]:
    """Yield the before-and-after of one course, with the facts that stand beside it."""
    names = (before_name(effect), "in course")
    aside = [
        *dose_cut_words(effect),
        *(
            [first_28_words(effect.first_28, effect.comparison.before.mean)]
            if effect.first_28
            else []
        ),
        *([placebo_words(effect.placebo)] if effect.placebo else []),
        *([medicine_days_words(effect.medicine_days, names)] if effect.medicine_days else []),
    ]
    yield from comparison_blocks(
        effect.comparison,
        effect.cautions,
        names,
        said=effect_verdict(effect),
        aside=aside,
    )


def share_of_pairs(value: float) -> str:
    """Write a share of day pairs so that "100 %" means all of them and "0 %" none."""
    if value not in (0, 1) and not 0.01 <= value <= 0.99:
        return "under 1 %" if value < 0.5 else "over 99 %"
    return f"{decimals(100 * value, 0)} %"


def _side(window: Window, name: str) -> str:
    if window.mean is None:
        return f"none {name} (not rated)"
    return f"{points(window.mean)} {name} ({count(window.rated_days, 'rated day')})"


def _change(comparison: Comparison, interval: SerialInterval, whose: str) -> str:
    size = sentence_start(change(interval.change))
    if signed(interval.change) != "0.0":
        size += f" {whose}" if whose else ""
        size += "" if comparison.percent is None else f" ({signed(comparison.percent, 0)} %)"
    return f"{size}, likely between {range_words(*likely_ends(comparison))}."


def _pairs(nap: Nap, later: str) -> str:
    """Say how often the later day hurt less.

    Ties count half. Where most pairs are ties, that share would say little, so all three are given.
    """
    if nap.mostly_ties:
        return (
            f"On {share_of_pairs(nap.less)} of day pairs the {later} hurt less, on "
            f"{share_of_pairs(nap.more)} more, on the rest the same."
        )
    ties = " (ties count half)" if 0 < nap.value < 1 else ""
    return f"On {share_of_pairs(nap.value)} of day pairs the {later} hurt less{ties}."


def _numbers(comparison: Comparison, after: str, carried: str, *, in_time: bool) -> Iterator[str]:
    interval, nap = comparison.interval, comparison.nap
    if interval is None or nap is None:
        return
    yield f"change {signed(interval.change)}"
    low, high = likely_ends(comparison)
    yield f"95 % interval {signed(low)} to {signed(high)}"
    yield f"NAP {decimals(nap.value, 2)} ({decimals(nap.low, 2)} to {decimals(nap.high, 2)})"
    if in_time:
        # Tau-U takes off the trend of the earlier days, so there must be earlier days.
        yield f"Tau-U {signed(comparison.tau_u or 0, 2)}"
    yield f"carry-over {decimals(interval.autocorrelation, 2)} (from {carried})"
    if slope := comparison.trend_since:
        yield f"trend {after}{_slope(slope)}"


def _slope(slope: Slope) -> str:
    if not slope.low and not slope.high:
        # Most pairs of days are equal, which can hide a small slope: so it is not called 0.
        return ": none that shows in whole points"
    return f" {signed(slope.per_week)} a week ({signed(slope.low)} to {signed(slope.high)})"
