"""Treatments are found by their names and nothing near them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.names import nearest
from painlog.model.treatment import Treatment, Treatments

NEEDLING = TREATED_WITH.by_name["dry needling"]
ACUPUNCTURE = TREATED_WITH.by_name["traditional acupuncture"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("tpt", "trigger point therapy"),
        ("Trigger-point therapy", "trigger point therapy"),
        ("  MASSAGE ", "massage therapy"),
        ("massages", "massage therapy"),
        ("dry needling", "dry needling"),
        ("self massage", "massage therapy"),
    ],
)
def test_a_treatment_is_found_as_people_write_it(written, name):
    assert TREATED_WITH.find(written) == TREATED_WITH.by_name[name]


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("massag", ' Did you mean "massage therapy" or "aspirin"?'),
        ("dry nedling", ' Did you mean "dry needling" or "relaxation"?'),
        ("zzz", ""),
        ("", ""),
        (";", ""),
    ],
)
def test_a_near_miss_is_answered_with_suggestions_and_never_guessed(written, question):
    with pytest.raises(NotUnderstoodError) as refused:
        TREATED_WITH.find(written)
    assert str(refused.value) == (
        f'No treatment is called "{written}".{question} See them all with: painlog treatments. '
        'Add your own with: painlog treatments add "…"'
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ([], ()),
        ([""], ()),
        ([" ; "], ()),
        (["massage"], ("massage therapy",)),
        (["tpt; dn", "massage", ";"], ("dry needling", "massage therapy", "trigger point therapy")),
        (["tpt", "trigger point therapy"], ("trigger point therapy",)),
    ],
)
def test_several_treatments_are_named_once_each_in_order(written, names):
    assert TREATED_WITH.find_all(written) == names


def test_one_unknown_treatment_among_several_is_refused():
    with pytest.raises(NotUnderstoodError, match='No treatment is called " voodoo"'):
        TREATED_WITH.find_all(["massage; voodoo"])


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("dry needling", ["trigger point therapy", "dry needling"]),
        ("acupuncture", ["traditional acupuncture"]),
        ("needling", ["trigger point therapy", "dry needling", "traditional acupuncture"]),
        ("xyzzy", []),
    ],
)
def test_treatments_are_searched_by_every_word(written, names):
    assert [t.name for t in TREATED_WITH.search(written)] == names


def test_a_search_for_nothing_gives_all_treatments():
    assert TREATED_WITH.search("") == TREATED_WITH.all


@pytest.mark.parametrize(
    ("form", "other"),
    [
        *((form, ACUPUNCTURE) for form in (NEEDLING.name, *NEEDLING.synonyms)),
        *((form, NEEDLING) for form in (ACUPUNCTURE.name, *ACUPUNCTURE.synonyms)),
    ],
)
def test_dry_needling_and_acupuncture_never_stand_for_each_other(form, other):
    assert TREATED_WITH.find(form) != other
    assert other not in TREATED_WITH.search(form)
    assert nearest(form, TREATED_WITH.forms)[0] != other.name


def test_a_treatment_of_ones_own_is_new():
    assert TREATED_WITH.new(" cupping ", "manual", conventional=True, synonyms=["cups"]) == (
        Treatment("cupping", "manual", conventional=True, synonyms=("cups",), own=True)
    )


def test_a_treatment_of_ones_own_is_found_by_its_name_and_synonyms():
    cupping = TREATED_WITH.new("cupping", "manual", conventional=False, synonyms=["hijama"])
    treatments = Treatments((*TREATED_WITH.all, cupping))
    assert treatments.find("Cupping") == cupping
    assert treatments.find("hijama") == cupping
    assert treatments.find_all(["hijama; tpt"]) == ("cupping", "trigger point therapy")


@pytest.mark.parametrize(
    ("name", "synonyms", "refusal"),
    [
        (
            "Massages",
            (),
            '"Massages" already means massage therapy; use that, or choose another name.',
        ),
        (
            "cupping",
            ("tpt",),
            '"tpt" already means trigger point therapy; use that, or choose another name.',
        ),
        ("", (), "A treatment needs a name of at least one letter or digit."),
        (
            "7/10",
            (),
            '"7/10" would be read as an intensity; the name of a treatment needs a letter.',
        ),
        (
            "a;b",
            (),
            'The name of a treatment cannot contain invisible characters or ";", '
            "which separates names in a list.",
        ),
        *(
            (
                f"a{sign} b",
                (),
                f'The name of a treatment cannot contain "{sign}", which separates treatments in a '
                "list.",
            )
            for sign in "+,&"
        ),
        *(
            (name, (), f'"{name}" means no treatment at all; choose another name.')
            for name in ("nothing", "None", "no treatment", "baseline")
        ),
        (
            "cupping",
            ("No-Treatment",),
            '"No-Treatment" means no treatment at all; choose another name.',
        ),
        ("x" * 61, (), "That name has 61 characters; the name of a treatment has at most 60."),
    ],
)
def test_a_name_that_is_taken_or_unusable_is_refused(name, synonyms, refusal):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(name, "other", conventional=False, synonyms=synonyms)
    assert str(refused.value) == refusal


@given(st.text() | st.sampled_from([*TREATED_WITH.forms]))
def test_any_text_is_a_treatment_or_a_refusal(text):
    with suppress(NotUnderstoodError):
        assert TREATED_WITH.find(text) in TREATED_WITH.all
    with suppress(NotUnderstoodError):
        assert set(TREATED_WITH.find_all([text])) <= set(TREATED_WITH.by_name)


def test_whether_a_treatment_is_known_is_told_without_looking_for_the_near():
    assert [TREATED_WITH.knows(t) for t in ("TPT", "hot packs", "Voltaren", "")] == [
        *(True, True, False, False)
    ]
    assert TREATED_WITH.near("ibuprophen") == ("ibuprofen",)
