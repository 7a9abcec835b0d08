"""Regions and sides are read as people write them, and written one way."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CATALOGUE
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.region import (
    Region,
    Regions,
    SeveralPlacesError,
    Side,
    label,
    on_every_side,
    parse_said_side,
    parse_side,
    still_to_rate,
    without_side_words,
)

SIDES: tuple[Side | None, ...] = (None, "left", "right", "both")


def place(text, side=None):
    region, chosen = CATALOGUE.find(text, side)
    return region.name, chosen


@pytest.mark.parametrize(
    ("written", "name", "side"),
    [
        ("heel", "heel", None),
        ("the heel", "heel", None),
        ("heels", "heel", "both"),
        ("hands", "hand", "both"),
        ("my shoulders", "shoulder", "both"),
        ("pain in the knees", "knee", "both"),
        ("big toes", "big toe", "both"),
        ("feet", "foot", "both"),
        ("my calves", "calf", "both"),
        ("legs", "whole leg", "both"),
        ("left knees", "knee", "left"),
        # Those of one side are several, or there are no two of it.
        ("toes", "toe", None),
        ("fingers", "finger", None),
        ("ribs", "ribs", None),
        ("hamstrings", "hamstring", None),
        ("headaches", "head", None),
        ("bunions", "big toe", None),
        ("left heel", "heel", "left"),
        ("heel left", "heel", "left"),
        ("L heel", "heel", "left"),
        ("lt heel", "heel", "left"),
        ("heel/left", "heel", "left"),
        ("HEEL-LEFT", "heel", "left"),
        ("Heel, L", "heel", "left"),
        ("left left heel", "heel", "left"),
        ("my left heel pain", "heel", "left"),
        ("pain in my left heel", "heel", "left"),
        ("ｌｅｆｔ heel", "heel", "left"),
        ("heel (right)", "heel", "right"),
        ("rt. heel", "heel", "right"),
        ("neck/right", "neck", "right"),
        ("right side of the neck", "neck", "right"),
        ("upper right abdomen", "upper abdomen", "right"),
        ("both heels", "heel", "both"),
        ("heels both", "heel", "both"),
        ("bilateral heel", "heel", "both"),
        ("left and right heel", "heel", "both"),
        ("heel l/r", "heel", "both"),
        ("heel (both)", "heel", "both"),
        ("tailbone", "tailbone", None),
        ("my coccyx", "tailbone", None),
        ("low back pain", "lower back", None),
        ("across my lower back", "lower back", None),
        ("right across the chest", "chest", None),
        ("in the middle of the lower back", "lower back", None),
        ("middle of the back", "middle back", None),
        ("between shoulder blades", "upper back", None),
        ("middle finger", "finger", None),
        ("across the left shoulder", "shoulder", "left"),
    ],
)
def test_a_place_is_read_as_people_write_it(written, name, side):
    assert place(written) == (name, side)


@pytest.mark.parametrize(
    ("written", "side", "chosen"),
    [
        ("heel", "left", "left"),
        ("heel", "both", "both"),
        ("left heel", "left", "left"),
        ("neck", "right", "right"),
        ("tailbone", None, None),
        ("heels", "left", "left"),
        ("heels", None, "both"),
    ],
)
def test_a_side_may_be_given_apart(written, side, chosen):
    assert place(written, side)[1] == chosen


@pytest.mark.parametrize(
    ("written", "side", "refusal"),
    [
        ("left heel", "right", '"left heel" says left and --side says right; give one of them.'),
        ("both heels", "left", '"both heels" says both and --side says left; give one of them.'),
        ("R neck", "both", '"R neck" says right and --side says both; give one of them.'),
        (
            "left tailbone",
            None,
            "The tailbone has no left or right in painlog; leave the side out.",
        ),
        ("coccyx", "both", "The tailbone has no left or right in painlog; leave the side out."),
    ],
)
def test_a_side_that_cannot_be_is_refused(written, side, refusal):
    with pytest.raises(RefusedError) as refused:
        CATALOGUE.find(written, side)
    assert str(refused.value) == refusal


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("heal", ' Did you mean "head" or "heel"?'),
        ("left hele", ' Did you mean "left heel"?'),
        ("plantr facsia", ' Did you mean "heel"?'),
        ("blade", ' Did you mean "shoulder blade"?'),
        ("left frontal", ""),
        ("left side of the frontal", ""),
        ("xyzzy", ""),
        ("left", ""),
        ("left side", ' Did you mean "left ribs", "left flank" or "left hip"?'),
        ("my", ""),
        ("  ", ""),
        ("", ""),
    ],
)
def test_a_near_miss_is_answered_with_suggestions_and_never_guessed(written, question):
    with pytest.raises(NotUnderstoodError) as refused:
        CATALOGUE.find(written)
    assert str(refused.value) == (
        f'No region is called "{written}".{question} See them all with: painlog regions'
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("heel", ["achilles tendon", "heel", "sole"]),
        ("Heels", ["achilles tendon", "heel", "sole"]),
        ("plantar fasciitis", ["heel"]),
        ("foot arch", ["sole"]),
        ("xyzzy", []),
    ],
)
def test_regions_are_searched_by_every_word(written, names):
    assert [r.name for r in CATALOGUE.search(written)] == names


def test_a_search_for_nothing_gives_all_regions():
    assert CATALOGUE.search("") == CATALOGUE.all


def test_a_region_of_ones_own_is_new():
    assert CATALOGUE.new(" wing ", "none", ["fin", " fin", "flipper"]) == Region(
        "wing", "none", area="own", synonyms=("fin", "flipper"), own=True
    )


def test_a_region_of_ones_own_is_found_by_its_name_and_synonyms_on_its_sides():
    wing = CATALOGUE.new("wing", "paired", ["fin"])
    regions = Regions((*CATALOGUE.all, wing))
    assert regions.find("Wings") == (wing, "both")
    assert regions.find("fins") == (wing, None)
    assert regions.find("my left fin") == (wing, "left")
    assert regions.by_name["wing"] == wing
    assert regions.forms["fin"] == "wing"


@pytest.mark.parametrize(
    ("name", "synonyms", "refusal"),
    [
        ("Heel", (), '"Heel" already means heel; use that, or choose another name.'),
        ("heels", (), '"heels" already means heel; use that, or choose another name.'),
        ("plantar", (), '"plantar" already means heel; use that, or choose another name.'),
        ("left heel", (), '"left heel" already means heel; use that, or choose another name.'),
        ("wing", ("arm",), '"arm" already means whole arm; use that, or choose another name.'),
        *(
            (name, (), f'Leave the side out of "{name}"; it is given when you add an entry.')
            for name in ("left", "L", "r.", "both", "left wing", "wing/right")
        ),
        (
            "wing",
            ("left fin",),
            'Leave the side out of "left fin"; it is given when you add an entry.',
        ),
        ("7/10", (), '"7/10" would be read as an intensity; the name of a region needs a letter.'),
        ("7.5", (), '"7.5" would be read as an intensity; the name of a region needs a letter.'),
        (
            "wing",
            ("10",),
            '"10" would be read as an intensity; the name of a region needs a letter.',
        ),
    ],
)
def test_a_name_that_is_taken_or_would_be_misread_is_refused(name, synonyms, refusal):
    with pytest.raises(RefusedError) as refused:
        CATALOGUE.new(name, "paired", synonyms)
    assert str(refused.value) == refusal


@pytest.mark.parametrize(
    ("written", "side"),
    [
        ("left", "left"),
        ("l", "left"),
        ("LT.", "left"),
        ("Right", "right"),
        (" r ", "right"),
        ("rt", "right"),
        ("both", "both"),
        ("bilateral", "both"),
        ("none", None),
        ("", None),
        (" ", None),
    ],
)
def test_a_side_is_read_as_people_write_it(written, side):
    assert parse_side(written) == side


@pytest.mark.parametrize("written", ["up", "left right", "lefty", "0"])
def test_what_is_no_side_is_refused(written):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_side(written)
    assert str(refused.value) == f'"{written}" is not a side. Type left, right or both.'


@pytest.mark.parametrize(
    ("side", "written"),
    [(None, "heel"), ("left", "left heel"), ("right", "right heel"), ("both", "heel (both)")],
)
def test_a_place_is_written_one_way(side, written):
    assert label("heel", side) == written


@given(region=st.sampled_from(CATALOGUE.all), side=st.sampled_from(SIDES), data=st.data())
def test_a_label_is_read_back_however_it_is_typed(region, side, data):
    if region.sides == "none":
        side = None
    written = label(region.name, side)
    typed = "".join(data.draw(st.sampled_from([c.lower(), c.upper()])) for c in written)
    assert CATALOGUE.find(written) == (region, side)
    assert CATALOGUE.find(typed) == (region, side)
    assert CATALOGUE.find(f"{region.name} {side or ''}") == (region, side)
    assert CATALOGUE.find(f"{side or ''} {region.name}") == (region, side)


WORDS = st.sampled_from(["left", "r", "both", "my", "side", "of", "heel", "tailbone", "/", "back"])


@given(text=st.text() | st.lists(WORDS).map(" ".join), side=st.sampled_from(SIDES))
def test_any_text_is_a_place_or_a_refusal(text, side):
    try:
        region, chosen = CATALOGUE.find(text, side)
    except PainlogError:
        return
    assert region in CATALOGUE.all
    assert side in (None, chosen)


@given(st.text())
def test_any_text_is_a_side_or_a_refusal(text):
    with suppress(NotUnderstoodError):
        assert parse_side(text) in SIDES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, (None, False)),
        ("L", ("left", False)),
        ("both", ("both", False)),
        ("none", (None, True)),
        ("None", (None, True)),
    ],
)
def test_a_side_said_apart_may_be_that_there_is_none(text, said):
    assert parse_said_side(text) == said


@pytest.mark.parametrize("text", ["", "  ", "-"])
def test_an_empty_side_said_apart_is_refused(text):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_said_side(text)
    assert str(refused.value) == "The side is empty. Type left, right, both or none."


def test_a_side_in_the_text_and_none_apart_do_not_go_together():
    assert CATALOGUE.find("heel", without_side=True) == (CATALOGUE.by_name["heel"], None)
    with pytest.raises(RefusedError) as refused:
        CATALOGUE.find("left heel", without_side=True)
    assert str(refused.value) == '"left heel" says left and --side says none; give one of them.'


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("Scar", "Scar"),
        ("left Scar", "Scar"),
        ("Scar (left)", "Scar"),
        ("Lumbar L5, R", "Lumbar L5"),
        ("Scar/both", "Scar"),
        ("(old) Scar", "(old) Scar"),
        ("left", ""),
    ],
)
def test_a_place_without_its_side_is_written_as_it_was(written, rest):
    assert without_side_words(written) == rest


def test_a_plural_without_a_side_on_purpose_has_none():
    assert CATALOGUE.find("hands", without_side=True)[1] is None


def test_whether_a_region_is_known_is_told_without_looking_for_the_near():
    assert [CATALOGUE.knows(t) for t in ("L heel", "my lower back", "Kreuz", "")] == [
        *(True, True, False, False)
    ]
    assert CATALOGUE.near("left heal") == ("head", "heel")


def test_a_slip_beside_a_side_is_answered_with_that_side():
    with pytest.raises(NotUnderstoodError, match='Did you mean "left heel" or "left head"'):
        CATALOGUE.find("left heal")


@pytest.mark.parametrize(
    ("rated", "left_over"),
    [
        ([], [None, "left", "right", "both"]),
        (["left"], [None, "right", "both"]),
        ([None], ["left", "right", "both"]),
        (["both"], []),
        (["left", "right"], []),
    ],
)
def test_a_rating_of_both_sides_tells_about_each_and_of_each_side_about_both(
    rated: list[Side | None], left_over: list[Side | None]
) -> None:
    of_hips = [("hip", side) for side in SIDES]
    left = still_to_rate([("neck", None), *of_hips], (("hip", side) for side in rated))
    assert left == [("neck", None), *(("hip", side) for side in left_over)]


def test_only_a_rating_of_its_very_side_tells_about_the_place_of_a_trial():
    places: list[tuple[str, Side | None]] = [("hip", "left"), ("hip", "right")]
    assert still_to_rate(places, [("hip", "both")], [("hip", "left")]) == [("hip", "left")]
    assert still_to_rate(places, [("hip", "left")], [("hip", "left")]) == [("hip", "right")]


def test_what_is_on_every_side_is_said_of_both_or_of_left_and_right():
    assert on_every_side({"left": {1, 2}, "right": {2, 3}, "both": {4}, None: {5}}) == {2, 4}
    assert on_every_side({"left": {1}}) == set()


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("neck and left shoulder", ("neck", "left shoulder")),
        ("left shoulder and neck", ("left shoulder", "neck")),
        ("neck, left shoulder", ("neck", "left shoulder")),
        ("my neck & shoulders", ("neck", "shoulder")),
        ("left knee, ankle and right hip", ("left knee", "ankle", "right hip")),
        ("left heel and right heel", ("left heel", "right heel")),
        ("left and right heel", ()),
        ("neck and thing", ()),
        ("neck,", ()),
        ("heel", ()),
    ],
)
def test_places_in_one_text_are_told_apart_each_with_its_own_side(written, places):
    assert CATALOGUE.several_in(written) == places


def test_several_places_are_refused_with_their_names():
    with pytest.raises(SeveralPlacesError) as refused:
        CATALOGUE.find("neck, left shoulder")
    assert str(refused.value) == (
        '"neck, left shoulder" is two places: "neck" and "left shoulder". Give each by itself.'
    )


@pytest.mark.parametrize("written", ["neck left shoulder hurts", "neck and left shoulder hurt"])
def test_a_side_between_two_regions_is_that_of_the_second(written):
    assert CATALOGUE.within(written) == ("neck", "left shoulder")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("womb", ("pelvis", None)),
        ("left ovary", ("pelvis", "left")),
        ("ovaries", ("pelvis", None)),
        ("my bladder", ("pelvis", None)),
        ("tip of my left shoulder", ("shoulder", "left")),
        ("back of my right hand", ("hand", "right")),
        ("right shoulder tip", ("shoulder", "right")),
        ("bowels", ("abdomen", None)),
        ("gall bladder", ("upper abdomen", None)),
        ("Adam's apple", ("throat", None)),
        ("lungs", ("chest", None)),
    ],
)
def test_everyday_words_for_places_are_understood(written, place):
    region, side = CATALOGUE.find(written)
    assert (region.name, side) == place


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("waist", '"lower back" or "flank"'),
        ("my left side", '"left ribs", "left flank" or "left hip"'),
        ("crotch", '"groin" or "genitals"'),
        ("nails", '"finger" or "toe"'),
        ("my joints", '"whole body"'),
    ],
)
def test_a_word_for_more_than_one_place_is_asked_about(written, meant):
    with pytest.raises(NotUnderstoodError) as refused:
        CATALOGUE.find(written)
    assert str(refused.value) == (
        f'No region is called "{written}". Did you mean {meant}? See them all with: painlog regions'
    )
