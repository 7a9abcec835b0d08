"""A before-and-after in plain words, then in numbers, then what to read it with."""

from collections.abc import Iterable, Iterator, Mapping

from painlog.advice.cautions import sentence
from painlog.analysis.cautions import Caution
from painlog.analysis.comparison import Comparison
from painlog.analysis.days import Window
from painlog.analysis.verdicts import Verdict
from painlog.views.page import Block, Item, Paragraph
from painlog.views.wording import change, count, points, printable, sentence_start, signed

_VERDICTS: Mapping[Verdict, str] = {
    "clearly more": "That is clearly more than a meaningful drop ({drop}).",
    "about": "That is about a meaningful drop ({drop}): it may be somewhat less or more.",
    "less": "That is a drop, but less than a meaningful one ({drop}).",
    "little change": "That is little change: less than a meaningful one ({drop}) either way.",
    "no drop": "That is no meaningful drop ({drop}); it may even be more pain.",
    "worse": "That is more pain than before.",
    "cannot tell": "Cannot tell yet: anything from a meaningful drop ({drop}) to no drop at all "
    "fits these ratings.",
}


def comparison_blocks(
    comparison: Comparison,
    cautions: Iterable[Caution],
    names: tuple[str, str] = ("before", "in course"),
    *,
    in_time: bool = True,
) -> Iterator[Block]:
    """What the ratings did: plain words, numbers, cautions.

    Args:
        comparison: The two windows and their figures.
        cautions: What else could explain it.
        names: What the two windows are called.
        in_time: Whether the second one is wholly later than the first.
    """
    before, after = comparison.before, comparison.after
    yield Paragraph(f"Mean {_side(before, names[0])}, {_side(after, names[1])}.")
    if comparison.interval and comparison.verdict and comparison.drop:
        later = "later day" if in_time else f"day {names[1]}"
        yield Paragraph(_plain(comparison, comparison.verdict, comparison.drop, later))
        yield Paragraph(f"Numbers: {_numbers(comparison)}.")
    said = [sentence(caution) for caution in cautions]
    if said and comparison.interval:
        yield Paragraph("Read this with care:")
        yield from (Item(printable(text)) for text in said)
    else:
        yield from (Paragraph(printable(text)) for text in said)


def _side(window: Window, name: str) -> str:
    if window.mean is None:
        return f"{name}: not rated"
    return f"{points(window.mean)} {name} ({count(window.rated_days, 'rated day')})"


def _plain(comparison: Comparison, verdict: Verdict, drop: float, later: str) -> str:
    interval, nap = comparison.interval, comparison.nap
    if interval is None or nap is None:
        raise ValueError(comparison)
    percent = f" ({signed(comparison.percent, 0)} %)" if comparison.percent is not None else ""
    meaning = _VERDICTS[verdict].format(drop=f"{points(drop)} points")
    return (
        f"{sentence_start(change(interval.change))}{percent}, likely between "
        f"{_range(interval.low, interval.high)}. {meaning} "
        f"On {100 * nap.value:.0f} % of day pairs the {later} hurt less."
    )


def _range(low: float, high: float) -> str:
    """The two ends of an interval in words, the larger drop first."""
    if high <= 0:
        return f"{points(-high)} and {points(-low)} less"
    if low >= 0:
        return f"{points(low)} and {points(high)} more"
    return f"{points(-low)} less and {points(high)} more"


def _numbers(comparison: Comparison) -> str:
    interval, nap = comparison.interval, comparison.nap
    if interval is None or nap is None:
        raise ValueError(comparison)
    parts = [
        f"change {signed(interval.change)}",
        f"95 % interval {signed(interval.low)} to {signed(interval.high)}",
        f"NAP {nap.value:.2f} ({nap.low:.2f} to {nap.high:.2f})",
        f"Tau-U {signed(comparison.tau_u or 0, 2)}",
        f"carry-over {interval.autocorrelation:.2f}",
    ]
    if slope := comparison.trend_since:
        parts.append(
            f"trend since {signed(slope.per_week)} a week "
            f"({signed(slope.low)} to {signed(slope.high)})"
        )
    return "; ".join(parts)
