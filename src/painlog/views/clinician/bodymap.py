"""The body, front and back, with a numbered spot where each region is."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import dist, hypot

from painlog.analysis.region_summary import RegionSummary
from painlog.views.clinician.drawing import Picture, picture, shape, text
from painlog.views.pictures.figure import SPOTS, Facing, Spot
from painlog.views.wording import listed, points, printable

_FIGURE, _HEIGHT = 100.0, 238.0
_MIDDLE = _FIGURE / 2
_RADIUS = 8.5
_LIGHTEST, _DARKEST = 245, 70

_At = tuple[float, float]
# Steps to the right and down, shortest first.
_NEARBY = sorted(product(range(-88, 89, 4), range(-236, 237, 4)), key=lambda step: hypot(*step))

_TORSO = "q1 -10 11 -11 h20 q10 1 11 11 l-3 34 l2 26 q0 8 -8 8 h-24 q-8 0 -8 -8 l2 -26 z"
# From (distance from the midline, from the top) to there, and the thickness.
_LIMBS = (
    (20, 44, 30, 78, 9.5),
    (30, 78, 37, 110, 7.5),
    (11, 104, 11, 156, 15),
    (11, 158, 11, 206, 10),
)


def body_map(regions: Sequence[RegionSummary]) -> Picture:
    """Draw a spot for each region, numbered in the order given and darker the more it hurt lately.

    On the front the person faces the reader, so their right is on the left of the picture; on the
    back, their left is.
    """
    shapes = [*_body("front"), *_body("back")]
    taken: list[_At] = []
    led: list[str] = []
    spots: list[str] = []
    unplaced = []
    for number, region in enumerate(regions, start=1):
        spot = SPOTS.get(region.region)
        if spot is None:
            unplaced.append(printable(region.place))
            continue
        for x in _across(spot, region):
            place = x, spot.down
            at = _free(place, taken)
            taken.append(at)
            if at != place:
                led.append(_leader(place, at))
            spots += _spot(at, number, region)
    named = [f"{n} {printable(r.place)} {_lately(r)}" for n, r in enumerate(regions, start=1)]
    words = (
        "The body, front and back, with the mean worst of the pain days of each region in the last "
        f"28 days: {'; '.join(named)}."
    )
    if unplaced:
        words += f" Not on the figure: {listed(unplaced)}."
    return picture(2 * _FIGURE, _HEIGHT, [*shapes, *led, *spots], words)


def _lately(region: RegionSummary) -> str:
    lately = region.last_28
    return points(lately.mean_worst or 0.0) if lately.days else "not rated"


def _body(view: Facing) -> Iterator[str]:
    middle = _MIDDLE + (_FIGURE if view == "back" else 0)
    yield shape("ellipse", "body", cx=middle, cy=15, rx=10.5, ry=13)
    yield shape("rect", "body", x=middle - 5, y=24, width=10, height=14)
    yield shape("path", "body", d=f"M{middle - 21} 46 {_TORSO}")
    for side in (-1, 1):
        for x1, y1, x2, y2, width in _LIMBS:
            begin, end = middle + side * x1, middle + side * x2
            yield shape("line", "limb", x1=begin, y1=y1, x2=end, y2=y2, stroke_width=width)
        yield shape("ellipse", "body", cx=middle + side * 38, cy=115, rx=4.5, ry=7)
        yield shape("ellipse", "body", cx=middle + side * 12.5, cy=215, rx=7, ry=7)
    yield text(view, "soft", x=middle, y=_HEIGHT - 2, text_anchor="middle", font_size="11")
    sides = ("right", "left") if view == "front" else ("left", "right")
    for label, x in zip(sides, (middle - 34, middle + 34), strict=True):
        yield text(label, "soft", x=x, y=190, text_anchor="middle", font_size="11")


def _across(spot: Spot, region: RegionSummary) -> list[float]:
    middle = _MIDDLE + (_FIGURE if spot.view == "back" else 0)
    if region.side is None:
        # A region without a side looks like one on the midline; the numbered list tells them apart.
        return [middle]
    left = 1 if spot.view == "front" else -1
    out = max(spot.out, 4)
    return {
        "left": [middle + left * out],
        "right": [middle - left * out],
        "both": [middle - out, middle + out],
    }[region.side]


def _free(place: _At, taken: Sequence[_At]) -> _At:
    """Return the nearest place in the same view that no other spot covers."""
    x, y = place
    left = _FIGURE if x >= _FIGURE else 0
    for right, down in _NEARBY:
        at = x + right, y + down
        if (
            left + _RADIUS <= at[0] <= left + _FIGURE - _RADIUS
            and _RADIUS < at[1] < _HEIGHT - _RADIUS
            and all(dist(at, other) >= 2 * _RADIUS for other in taken)
        ):
            return at
    return place


def _leader(place: _At, at: _At) -> str:
    """Draw a line from where a region is to its spot, which had to make room for another."""
    return shape("line", "axis", x1=place[0], y1=place[1], x2=at[0], y2=at[1])


def _spot(at: _At, number: int, region: RegionSummary) -> Iterator[str]:
    worst = region.last_28.mean_worst or 0.0
    level = round(_LIGHTEST - (_LIGHTEST - _DARKEST) * worst / 10)
    x, y = at
    yield shape("circle", "spot", cx=x, cy=y, r=_RADIUS, fill=f"rgb({level},{level},{level})")
    ink = "#1a1a1a" if level > 140 else "#ffffff"
    yield text(str(number), "mark", x=x, y=y + 4.2, text_anchor="middle", fill=ink)
