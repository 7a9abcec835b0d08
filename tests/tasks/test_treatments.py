"""What a person names for an entry: known treatments with doses, brands, and what is new."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.unknown_treatment import SeveralProductsError, UnknownTreatmentError
from painlog.tasks.treatments import Asking, NamedTreatments, name_treatments, parse_kind


def nobody(*asked):
    raise AssertionError(asked)


def answering(kind=None, product=None):
    return Asking(lambda *_: kind, lambda *_: product)


def named(*texts, asking=None):
    return name_treatments(texts, TREATED_WITH, asking)


def test_what_is_known_is_not_asked_about():
    found = named("Imigran 50 mg; massage", "heat", asking=Asking(nobody, nobody))
    assert found.names == ("heat", "massage therapy", "sumatriptan")
    assert [(name, dose.written) for name, dose in found.doses] == [("sumatriptan", "50 mg")]
    assert found.new == ()
    assert named() == NamedTreatments()


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("massage heat", "massage, heat"),
        ("heat ice rest", "heat, ice, rest"),
        ("trigger point therapy heat 20 min", "trigger point therapy, heat 20 min"),
    ],
)
def test_known_treatments_with_nothing_between_are_no_new_one(typed, apart):
    with pytest.raises(NotUnderstoodError, match=f'commas between them: "{apart}".'):
        named(typed, asking=Asking(nobody, nobody))


@pytest.mark.parametrize(
    ("kind", "stored", "conventional"),
    [
        (None, "other", False),
        ("medication", "medication", True),
        ("exercise", "exercise", True),
        ("needling", "needling", False),
    ],
)
def test_what_is_unknown_becomes_the_person_s_own(kind, stored, conventional):
    found = named("vortioxetine 10 mg", "heat", asking=answering(kind))
    assert found.names == ("heat", "vortioxetine")
    assert found.doses[0][1].written == "10 mg"
    [new] = found.new
    assert (new.name, new.kind, new.conventional, new.own) == (
        "vortioxetine",
        stored,
        conventional,
        True,
    )


def test_nobody_there_says_no_kind():
    [new] = named("metformin", "Metformin").new
    assert (new.name, new.kind) == ("metformin", "other")


@pytest.mark.parametrize("asking", [None, Asking(nobody, nobody)], ids=["pipe", "terminal"])
@pytest.mark.parametrize(
    ("typed", "near"), [("sumatripan 50 mg", "sumatriptan"), ("massag", "massage therapy")]
)
def test_a_slip_is_refused_whether_somebody_is_there_or_not(asking, typed, near):
    with pytest.raises(UnknownTreatmentError) as refused:
        named(typed, asking=asking)
    assert refused.value.near == (near,)


def test_a_brand_is_told_with_the_medicine_that_it_is():
    found = named("Imigran 50 mg; ibuprofen", "voltarol gel", "capsaicin cream")
    assert found.brands == (("Imigran", "sumatriptan"), ("Voltarol", "diclofenac gel"))


def test_a_brand_of_several_products_is_asked_about_or_refused():
    found = named("Voltaren 2 g", asking=Asking(nobody, lambda *said: said[1][1]))
    assert (found.names, found.doses[0][1].written) == (("diclofenac gel",), "2 g")
    with pytest.raises(SeveralProductsError):
        named("Voltaren")


def test_a_brand_that_is_none_of_its_products_becomes_the_person_s_own():
    found = named("Norgesic", asking=answering("medication"))
    assert (found.names, found.new[0].kind) == (("Norgesic",), "medication")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("stretching for 20 min", '"for 20 min" behind "stretching" is no treatment.'),
        ("massage of the neck", '"of the neck" behind "massage" is no treatment.'),
        ("ibuprofen 400 mg twice", '"twice" behind "ibuprofen 400 mg" is no treatment.'),
        ("after dinner", '"after dinner" cannot be a treatment: no name begins with "after".'),
    ],
)
def test_words_that_say_where_or_how_often_are_no_treatment(typed, said):
    with pytest.raises(RefusedError) as refused:
        named(typed)
    assert str(refused.value) == (
        f"{said} Name the treatment and its dose alone, as in "
        '"stretching 20 minutes" or "ibuprofen 2 x 400 mg".'
    )


@pytest.mark.parametrize("typed", ["and", "nothing", "7/10 ;", "x" * 61])
def test_what_cannot_be_a_name_is_refused_and_not_asked_about(typed):
    with pytest.raises(RefusedError):
        named(typed, asking=Asking(nobody, nobody))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", None),
        (" ", None),
        ("medicine", "medication"),
        ("Medication", "medication"),
        ("self care", "self-care"),
        ("OTHER", "other"),
    ],
)
def test_a_kind_is_read_as_people_type_it(typed, kind):
    assert parse_kind(typed) == kind


def test_what_is_no_kind_is_refused():
    with pytest.raises(NotUnderstoodError, match="Type medicine, self-care, manual, needling"):
        parse_kind("pill")
