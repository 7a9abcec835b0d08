"""Changes with their intervals, one below the other on one scale: a small forest plot."""

from collections.abc import Sequence
from math import ceil

from painlog.analysis.comparison import Comparison
from painlog.views.clinician.drawing import Picture, picture, shape, text
from painlog.views.statements import likely_ends
from painlog.views.wording import signed

WIDTH, HEIGHT = 130.0, 13.0
_MARGIN = 6.0
_LEAST, _MOST = 2, 10


def reach(comparisons: Sequence[Comparison]) -> int:
    """Return how many points the scale needs on each side of no change."""
    ends = [abs(end) for c in comparisons if c.interval for end in likely_ends(c)]
    return min(max(ceil(max(ends, default=0)), _LEAST), _MOST)


def forest_row(comparison: Comparison, points: int) -> Picture | None:
    """Draw a change as a point on the line of its interval; None where there is no number.

    Args:
        comparison: The change; a meaningful drop is drawn as a dotted line.
        points: From `reach`, the same for all rows.
    """
    if comparison.interval is None or comparison.drop is None:
        return None
    low, high = likely_ends(comparison)
    middle = HEIGHT / 2
    left, right = _x(low, points), _x(high, points)
    change = _x(comparison.interval.change, points)
    shapes = [
        shape("line", "axis", x1=_x(0, points), x2=_x(0, points), y1=0, y2=HEIGHT),
        *_upright(_x(-comparison.drop, points)),
        shape("line", "interval", x1=left, x2=right, y1=middle, y2=middle),
        _stop(left),
        _stop(right),
        shape("circle", "dot", cx=change, cy=middle, r=3.2),
    ]
    words = (
        f"Change {signed(comparison.interval.change)}, "
        f"interval {signed(low)} to {signed(high)}, "
        f"on a scale on which a meaningful drop is {signed(-comparison.drop)}."
    )
    return picture(WIDTH, HEIGHT, shapes, words)


def forest_scale(points: int) -> Picture:
    """Draw the scale above the rows."""
    shapes = [
        text(label, "soft", x=_x(value, points), y=11, text_anchor=anchor)
        for value, label, anchor in (
            (-points, f"-{points} less", "start"),
            (0, "0", "middle"),
            (points, f"+{points} more", "end"),
        )
    ]
    return picture(
        WIDTH, 14, shapes, f"Scale from {points} points less pain to {points} points more."
    )


def _x(value: float, points: int) -> float:
    return _MARGIN + (value + points) / (2 * points) * (WIDTH - 2 * _MARGIN)


def _upright(x: float) -> list[str]:
    return [shape("line", "axis", x1=x, x2=x, y1=0, y2=HEIGHT, stroke_dasharray="1.5 2")]


def _stop(x: float) -> str:
    return shape("line", "interval", x1=x, x2=x, y1=HEIGHT / 2 - 3, y2=HEIGHT / 2 + 3)
