"""The body, front and back: every region has its place, every spot its own."""

import re
from itertools import combinations
from math import dist

import pytest

from builders import CATALOGUE, entry
from painlog.analysis.report import build_report
from painlog.model.catalogue.regions import REGIONS
from painlog.views.clinician.bodymap import body_map
from painlog.views.pictures.figure import SPOTS
from rows import each

WIDTH, HEIGHT, RADIUS, MIDLINES = 200, 238, 8.5, (50, 150)


def summaries(*rated):
    """Regions rated once each, in the order given: "left heel", 6."""
    entries = [entry(place, intensity) for place, intensity in rated]
    found = build_report(
        entries, [], [], regions=CATALOGUE.by_name, treatments={}, today=entries[0].day
    ).regions
    return [next(r for r in found if r.place == e.place) for e in entries]


def spots(svg):
    """Centre and fill of each spot, in order."""
    found = re.findall(
        r'<circle class="spot"[^>]* cx="([\d.]+)" cy="([\d.]+)" r="8.5" fill="rgb\((\d+)', svg
    )
    return [((float(x), float(y)), int(level)) for x, y, level in found]


def test_every_region_of_the_catalogue_but_the_whole_body_has_a_place():
    assert {r.name for r in REGIONS} - set(SPOTS) == {"whole body"}
    assert set(SPOTS) <= {r.name for r in REGIONS}


@each(
    [
        (side, region.name)
        for region in REGIONS
        if region.name in SPOTS
        for side in ("", "left ", "right ", "both ")
        if not side or region.sides != "none"
    ],
    "".join,
)
def test_a_spot_is_within_the_figure_and_on_the_side_that_hurts(place):
    side, region = place
    found = spots(body_map(summaries((f"{side}{region}", 5))).svg)
    assert len(found) == (2 if side == "both " else 1)
    view = SPOTS[region].view
    middle = MIDLINES[view == "back"]
    for (x, y), _ in found:
        assert middle - 50 <= x - RADIUS + 0.51
        assert x + RADIUS <= middle + 50.51
        assert 0 < y < HEIGHT - RADIUS
    [(x, _), *_] = [at for at, _ in found]
    if side.strip() in ("left", "right"):
        # Seen from the front, the person's left is on the right.
        assert (x > middle) == ((side == "left ") == (view == "front"))


def test_more_pain_is_darker_and_its_number_stays_readable():
    ratings = [("left heel", 0), ("left knee", 3), ("left hip", 6), ("head", 10)]
    svg = body_map(summaries(*ratings)).svg
    levels = [level for _, level in spots(svg)]
    assert levels == [245, 192, 140, 70]
    marks = re.findall(r'<text class="mark"[^>]* fill="(#\w+)">(\d)<', svg)
    assert marks == [("#1a1a1a", "1"), ("#1a1a1a", "2"), ("#ffffff", "3"), ("#ffffff", "4")]


@pytest.mark.parametrize(
    "places",
    [
        ("lower back", "left lower back", "right lower back", "both lower back"),
        ("head", "face", "nose", "left eye", "right eye", "left jaw", "left temple", "mouth"),
        tuple(r.name for r in REGIONS if r.name != "whole body"),
    ],
    ids=["one region", "the head", "all regions"],
)
def test_spots_do_not_cover_each_other_and_a_line_leads_where_one_belongs(places):
    svg = body_map(summaries(*((place, 5) for place in places))).svg
    centres = [at for at, _ in spots(svg)]
    assert len(centres) >= len(places)
    assert all(dist(a, b) >= 2 * RADIUS - 0.02 for a, b in combinations(centres, 2))
    assert svg.count('<line class="axis"') >= len(places) // 4
    assert all(RADIUS <= x <= WIDTH - RADIUS for x, _ in centres)


def test_it_says_in_words_where_it_hurts_and_what_it_cannot_show():
    words = body_map(summaries(("left heel", 6), ("whole body", 3))).words
    assert words == (
        "The body, front and back, with the mean worst of the pain days of each region in the "
        "last 28 days: 1 left heel 6.0; "
        "2 whole body 3.0. Not on the figure: whole body."
    )
