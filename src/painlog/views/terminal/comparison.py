"""A before-and-after in plain words, then in numbers, then what to read it with."""

from collections.abc import Iterable, Iterator, Mapping

from painlog.advice.cautions import sentence
from painlog.analysis.cautions import Caution
from painlog.analysis.comparison import Comparison, Verdict
from painlog.analysis.days import Window
from painlog.analysis.overlap import Nap
from painlog.analysis.trend import Slope
from painlog.model.entry import HIGHEST
from painlog.model.names import sentence_start
from painlog.views.terminal.page import Block, Item, Paragraph
from painlog.views.wording import change, count, points, printable, signed

_VERDICTS: Mapping[Verdict, str] = {
    "clearly more": "That is clearly more than a meaningful drop ({drop}).",
    "about": "That is a drop; whether it is a meaningful one ({drop}), these ratings cannot tell.",
    "less": "That is a drop, but less than a meaningful one ({drop}).",
    "little change": "That is no meaningful change: less than {drop} either way.",
    "no drop": "That is no meaningful drop ({drop}); more pain fits as well.",
    "worse": "That is more pain than {than}.",
    "cannot tell": "Cannot tell yet: a meaningful drop ({drop}), no change and more pain all fit "
    "these ratings.",
}
_NO_DROP_BUT_A_RISE = "That is no meaningful drop ({drop}); more pain is likelier."
_NO_RISE_WORTH_A_WORD = (
    "Cannot tell yet: a meaningful drop ({drop}) and no change both fit these ratings."
)
# An upper end below this is not spoken of as more pain.
_MORE_PAIN = 0.5
# A rise of this share of a meaningful drop, or more, is likelier than none.
_LIKELIER = 0.5


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
    if comparison.interval:
        later = "later day" if in_time else f"day {names[1]}"
        yield Paragraph(_plain(comparison, later, names[0]))
        yield Paragraph(f"Numbers: {_numbers(comparison, names[1], in_time=in_time)}.")
    said = [sentence(caution) for caution in cautions]
    if said and comparison.interval:
        yield Paragraph("Read this with care:")
        yield from (Item(printable(text)) for text in said)
    else:
        yield from (Paragraph(printable(text)) for text in said)


def verdict_words(comparison: Comparison, than: str = "before") -> str:
    """What the interval says of a meaningful drop, in one sentence; empty where there is none."""
    interval, found = comparison.interval, comparison.verdict
    if interval is None or found is None or comparison.drop is None:
        return ""
    words = _VERDICTS[found]
    if found == "cannot tell" and interval.high < _MORE_PAIN:
        words = _NO_RISE_WORTH_A_WORD
    elif found == "no drop" and interval.change >= _LIKELIER * comparison.drop:
        words = _NO_DROP_BUT_A_RISE
    size = points(comparison.drop)
    drop = f"{size} {'point' if size == '1.0' else 'points'}"
    return words.format(drop=drop, than=than)


def _side(window: Window, name: str) -> str:
    if window.mean is None:
        return f"{name}: not rated"
    return f"{points(window.mean)} {name} ({count(window.rated_days, 'rated day')})"


def _plain(comparison: Comparison, later: str, than: str) -> str:
    interval, nap = comparison.interval, comparison.nap
    if interval is None or nap is None:
        raise ValueError(comparison)
    size = sentence_start(change(interval.change))
    if comparison.percent is not None and signed(interval.change) != "0.0":
        size += f" ({signed(comparison.percent, 0)} %)"
    return (
        f"{size}, likely between {range_words(interval.low, interval.high)}. "
        f"{verdict_words(comparison, than)} {_pairs(nap, later)}"
    )


def _pairs(nap: Nap, later: str) -> str:
    """How often the later day hurt less. Where most pairs are ties, half of them is no picture."""
    if nap.mostly_ties:
        return (
            f"On {share_of_pairs(nap.less)} of day pairs the {later} hurt less, on "
            f"{share_of_pairs(nap.more)} more, on the rest the same."
        )
    ties = " (ties count half)" if 0 < nap.value < 1 else ""
    return f"On {share_of_pairs(nap.value)} of day pairs the {later} hurt less{ties}."


def share_of_pairs(value: float) -> str:
    """A share of day pairs. "100 %" is all of them, "0 %" none; what only rounds to it is not."""
    if value not in (0, 1) and not 0.01 <= value <= 0.99:
        return "under 1 %" if value < 0.5 else "over 99 %"
    return f"{100 * value:.0f} %"


def range_words(low: float, high: float) -> str:
    """The two ends of an interval in words, the one nearer to no change first.

    Where few days make an interval wider than the scale, its end is that of the scale.
    """
    low, high = max(low, -HIGHEST), min(high, HIGHEST)
    if high <= 0:
        return f"{points(abs(high))} and {points(abs(low))} less"
    if low >= 0:
        return f"{points(abs(low))} and {points(abs(high))} more"
    return f"{points(abs(low))} less and {points(high)} more"


def _numbers(comparison: Comparison, after: str, *, in_time: bool) -> str:
    interval, nap = comparison.interval, comparison.nap
    if interval is None or nap is None:
        raise ValueError(comparison)
    parts = [
        f"change {signed(interval.change)}",
        f"95 % interval {signed(interval.low)} to {signed(interval.high)}",
        f"NAP {nap.value:.2f} ({nap.low:.2f} to {nap.high:.2f})",
        f"carry-over {interval.autocorrelation:.2f}",
    ]
    if in_time:
        # It takes off the trend of the earlier days: there must be earlier days.
        parts.insert(3, f"Tau-U {signed(comparison.tau_u or 0, 2)}")
    if slope := comparison.trend_since:
        parts.append(f"trend {after}{_slope(slope)}")
    return "; ".join(parts)


def _slope(slope: Slope) -> str:
    if not slope.low and not slope.high:
        # Most pairs of days are equal: that hides a small slope and shows none.
        return ": none that whole points can show"
    return f" {signed(slope.per_week)} a week ({signed(slope.low)} to {signed(slope.high)})"
