"""The names of another journal, and what each means here."""

import pytest

from builders import CATALOGUE, TREATED_WITH
from painlog.errors import RefusedError
from painlog.model.known_treatments import Treatments
from painlog.model.name_match import FormerNames, NameMatch, match_names
from painlog.model.region import Region, Regions
from painlog.model.treatment import Treatment

SPOT = Region("bad spot", "none", "own", ("sore spot",), own=True)
LAMP = Treatment("heat lamp", "self-care", synonyms=("lamp",), own=True)


def here(*own):
    return Regions((*CATALOGUE.all, *own))


def test_what_is_not_here_is_new_in_its_order():
    other = Region("another spot", "paired", "own", own=True)
    assert match_names(here(), [SPOT, other], ["heel", "bad spot"]) == NameMatch(
        (SPOT, other), {}, (), ()
    )
    assert match_names(TREATED_WITH, [LAMP], ["heat lamp", "heat"]) == NameMatch(
        (LAMP,), {}, (), ()
    )


def test_what_is_here_is_not_new():
    again = Region("bad spot", "none", "own", ("sore spot",), own=True)
    assert match_names(here(SPOT), [again], ["bad spot"]) == NameMatch((), {}, (), ())


def test_what_is_described_in_another_way_is_told():
    wide = Region("bad spot", "paired", "own", ("sore spot",), own=True)
    assert match_names(here(SPOT), [wide], []) == NameMatch((), {}, ("bad spot",), ())
    treatments = Treatments((*TREATED_WITH.all, LAMP))
    ordinary = Treatment("heat lamp", "self-care", conventional=True, synonyms=("lamp",), own=True)
    found = match_names(treatments, [ordinary], [])
    assert found == NameMatch[Treatment]((), {}, ("heat lamp",), ())


def test_another_spelling_is_what_it_means_here():
    large = Region("Bad-Spot", "none", "own", own=True)
    assert match_names(here(SPOT), [large], ["Bad-Spot", "sore spot", "calcaneus"]) == NameMatch(
        (),
        {"Bad-Spot": "bad spot", "sore spot": "bad spot", "calcaneus": "heel"},
        ("bad spot",),
        (),
    )


def test_a_plural_is_a_name_of_its_own():
    spots = Region("bad spots", "none", "own", own=True)
    assert match_names(here(SPOT), [spots], ["bad spots"]).new == (spots,)
    assert match_names(here(), [spots, SPOT], []).new == (spots, SPOT)


KNEE = SPOT._replace(name="sore knee")


@pytest.mark.parametrize(
    ("present", "other", "renamed"),
    [
        (KNEE, SPOT, FormerNames(here={"bad spot": "sore knee"})),
        (SPOT, KNEE, FormerNames(there={"bad spot": "sore knee"})),
        (
            KNEE,
            SPOT._replace(name="old spot"),
            FormerNames(
                {"bad spot": "sore knee"}, {"first spot": "old spot", "bad spot": "old spot"}
            ),
        ),
    ],
)
def test_what_was_renamed_is_what_it_was(present, other, renamed):
    assert match_names(here(present), [other], [other.name, "heel"], renamed) == NameMatch(
        (), {other.name: present.name}, (), ()
    )
    assert match_names(here(present), [], [other.name], renamed).here == {other.name: present.name}


def test_a_treatment_that_was_renamed_and_is_described_in_another_way_is_told():
    lamp = LAMP._replace(name="red lamp", kind="other")
    assert match_names(
        Treatments((*TREATED_WITH.all, lamp)), [LAMP], [], FormerNames({"heat lamp": "red lamp"})
    ) == NameMatch[Treatment]((), {"heat lamp": "red lamp"}, ("red lamp",), ())


@pytest.mark.parametrize(
    ("own", "renamed"),
    [
        # FormerNames to what was removed since, or to what is the catalogue's by now.
        ([SPOT], FormerNames(here={"bad spot": "gone"})),
        ([SPOT], FormerNames(here={"bad spot": "heel"})),
    ],
)
def test_what_was_renamed_to_nothing_of_one_s_own_is_new(own, renamed):
    assert match_names(here(), own, [], renamed).new == tuple(own)


def test_a_former_name_that_was_given_again_there_says_nothing():
    renamed = FormerNames(there={"bad spot": "sore knee"})
    knee = KNEE._replace(synonyms=())
    assert match_names(here(SPOT), [SPOT, knee], [], renamed) == NameMatch((knee,), {}, (), ())


def test_another_name_that_is_taken_here_is_left_away():
    other = Region("that spot", "none", "own", ("Sore Spot", "a spot"), own=True)
    assert match_names(here(SPOT), [other], []).new == (
        Region("that spot", "none", "own", ("a spot",), own=True),
    )


def test_what_means_nothing_is_unknown():
    assert match_names(here(), [SPOT], ["hell", "bad spot", "\ud800"]).unknown == (
        "hell",
        "\ud800",
    )


def test_another_name_that_cannot_be_one_is_refused_as_what_it_is():
    with pytest.raises(RefusedError, match="A treatment needs a name of at least one letter"):
        match_names(TREATED_WITH, [Treatment("lamp", synonyms=("",), own=True)], [])


@pytest.mark.parametrize("name", ["a;b", "5", "\ud800", "a\0b", "x" * 61, " "])
def test_what_cannot_be_a_name_is_refused(name):
    with pytest.raises(RefusedError):
        match_names(here(), [Region(name, own=True)], [])
    with pytest.raises(RefusedError):
        match_names(TREATED_WITH, [Treatment(name, own=True)], [])
