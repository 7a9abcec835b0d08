"""Two spellings of one name are one name, and a near miss is answered with suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CATALOGUE, TREATED_WITH
from painlog.errors import RefusedError
from painlog.model.known_treatments import Treatments
from painlog.model.names import (
    LONGEST_NAME,
    did_you_mean,
    nearest,
    normal,
    own_name,
    singular,
    without_marks,
)
from painlog.model.region import Regions
from painlog.model.treatment import Treatment


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Heel", "heel"),
        ("  left\theel\n", "left heel"),
        ("heel/left", "heel left"),
        ("Heel (L)", "heel l"),
        ("trigger-point", "trigger point"),
        ("golfer’s elbow", "golfer s elbow"),
        ("a_b:c.d,e", "a b c d e"),
        ("Straße", "strasse"),
        ("ｈｅｅｌ", "heel"),
        ("ﬁnger", "finger"),
        ("...", ""),
        ("", ""),
    ],
)
def test_names_are_compared_without_case_punctuation_and_spacing(written, form):
    assert normal(written) == form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("heels", "heel"),
        ("knees", "knee"),
        ("heel", "heel"),
        ("abscess", "abscess"),
        ("gas", "gas"),
        ("ribs", "rib"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_a_plural_ending_is_taken_off(written, form):
    assert singular(written) == form


NAMES = {"heel": "heel", "heel pad": "heel", "head": "head", "lower back": "lower back"}


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("heal", ("heel", "head")),
        ("back", ("lower back",)),
        ("lower bakc", ("lower back",)),
        ("lowr bakc", ("lower back",)),
        ("low bakc", ()),
        ("hele", ("heel",)),
        ("hl", ()),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_near_names_are_suggested_once_each_and_the_likeliest_first(written, suggested):
    assert nearest(written, NAMES) == suggested


def test_no_more_names_are_suggested_than_asked_for():
    names = {f"finger {n}": f"finger {n}" for n in range(9)}
    assert len(nearest("finger", names)) == 3
    assert len(nearest("finger", names, most=1)) == 1


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("tramadoll", ("tramadol",)),
        ("tarmadol", ("tramadol",)),
        ("tramdl", ()),
        ("sumatripatn", ("sumatriptan",)),
        ("sumtripatn", ()),
        # A slip that leads to two medicines says neither, and one to another thing says that.
        ("prednisolne", ("prednisolone",)),
        ("codine", ()),
        ("headine", ("head lamp",)),
        # Words of a medicine's name are no slip.
        ("acid", ()),
        ("asa", ()),
    ],
)
def test_of_medicines_only_one_slip_is_suggested_and_only_where_it_is_plain(written, suggested):
    medicines = ["tramadol", "sumatriptan", "prednisolone", "codeine", "codina", "mefenamic acid"]
    medicines += ["headene", "asb"]
    names = {name: name for name in medicines} | {"headin": "head lamp"}
    assert nearest(written, names, medicines=frozenset(medicines)) == suggested


@pytest.mark.parametrize(
    ("suggestions", "question"),
    [
        ((), ""),
        (("heel",), ' Did you mean "heel"?'),
        (("heel", "head"), ' Did you mean "heel" or "head"?'),
        (("heel", "head", "hip"), ' Did you mean "heel", "head" or "hip"?'),
    ],
)
def test_suggestions_are_asked_as_a_question(suggestions, question):
    assert did_you_mean(suggestions) == question


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("wing", "wing"),
        ("  My   wing ", "My wing"),
        ("a\nb", "a b"),
        ("L5", "L5"),
        ("C5/6", "C5/6"),
        ("7 dwarfs", "7 dwarfs"),
        ("Knöchel", "Knöchel"),
        ("Kno\u0308chel", "Knöchel"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
    ],
)
def test_a_name_of_ones_own_is_tidied(written, name):
    assert own_name(written, "region") == name


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("", "A region needs a name of at least one letter or digit."),
        (" '.", "A region needs a name of at least one letter or digit."),
        ("x" * 61, "That name has 61 characters; the name of a region has at most 60."),
        *(
            (
                text,
                'The name of a region cannot contain invisible characters or ";", '
                "which separates names in a list.",
            )
            for text in ("a;b", "wing\u200b", "wing\0", "wing\ud800", "\u202ewing")
        ),
        *(
            (text, f'"{text}" would be read as an intensity; the name of a region needs a letter.')
            for text in ("7", "07", "7/10", "7.5", "7,5", "+7", "-1", "10%", "7 / 10", "７", "²")
        ),
    ],
)
def test_a_name_that_could_not_be_told_apart_is_refused(written, refusal):
    with pytest.raises(RefusedError) as refused:
        own_name(written, "region")
    assert str(refused.value) == refusal


def test_a_refusal_says_what_the_name_was_for():
    with pytest.raises(RefusedError, match="A treatment needs a name"):
        own_name("", "treatment")


@given(st.text())
def test_a_normal_form_is_its_own_normal_form(text):
    assert normal(normal(text)) == normal(text)


@given(st.text(max_size=70) | st.text("lefthl r7/'s", max_size=9))
def test_an_accepted_region_name_is_found_again(text):
    try:
        region = CATALOGUE.new(text, "paired")
    except RefusedError:
        return
    regions = Regions((*CATALOGUE.all, region))
    assert regions.find(text) == (region, None)
    assert regions.find(region.name.upper()) == (region, None)
    assert regions.find(f"left {region.name}") == (region, "left")


@given(st.text(max_size=70) | st.text("mages s7/'", max_size=9))
def test_an_accepted_treatment_name_is_found_again(text):
    try:
        treatment = TREATED_WITH.new(text, "other", conventional=False)
    except RefusedError:
        return
    treatments = Treatments((*TREATED_WITH.all, treatment))
    assert treatments.find(text) == treatment
    assert treatments.read_all([treatment.name]).names == (treatment.name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“paracetamol”", "paracetamol"),
        ("«paracetamol» 5 g", "paracetamol 5 g"),
        ("paracetamol”", "paracetamol"),
        ("paracetamol!", "paracetamol"),
        ("„Wärme“", "Wärme"),
        ("‘left heel’", "left heel"),
        ("'left heel'", "left heel"),
        ("`heat`…", "heat"),
        ("runners' stretch", "runners' stretch"),
        ("St. John's wort.", "St. John's wort"),
        ("  green   tea ", "green tea"),
    ],
)
def test_quotation_marks_and_the_last_punctuation_are_no_part_of_a_name(text, name):
    assert without_marks(text) == name


@given(st.text("a'’“”\"«».! 5", max_size=20))
def test_what_is_left_of_a_name_has_no_more_marks(text):
    left = without_marks(text)
    assert without_marks(left) == left
    assert not set(left) & set('“”"«»')


def test_an_old_name_with_quotation_marks_takes_no_meaning_and_can_be_renamed():
    old = Treatment("“paracetamol”", own=True)
    known = Treatments((Treatment("paracetamol", "medication"), old))
    assert known.name_of("paracetamol") == "paracetamol"
    assert known.name_of("“Paracetamol”") == "paracetamol"
    assert known.name_of("“paracetamol”") == "“paracetamol”"
