"""Treatments are found by their names and nothing near them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.catalogue.brands import PRODUCTS
from painlog.model.dose import Dose
from painlog.model.known_treatments import Treatments
from painlog.model.shared_dose import SharedDoseError
from painlog.model.treatment import Treatment
from painlog.model.unknown_treatment import SeveralProductsError, UnknownTreatmentError
from rows import each

NEEDLING = TREATED_WITH.by_name["dry needling"]
ACUPUNCTURE = TREATED_WITH.by_name["traditional acupuncture"]

_AS_IN = 'For a treatment, type its name, as in "heat".'


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
        ("massag", ' Did you mean "massage therapy"?'),
        ("dry nedlign", ' Did you mean "dry needling"?'),
        ("Sumatirptan", ' Did you mean "sumatriptan"?'),
        ("ibuprofin", ' Did you mean "ibuprofen"?'),
        # What is another thing, or a slip too far from a medicine, is nothing here.
        ("caffeine", ""),
        ("sleep", ""),
        ("metformin", ""),
        ("ibuprophen", ""),
        ("sumatriptanum", ""),
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
        f'Add your own with: painlog treatments add "{written if written.strip(";") else "…"}"'
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
    assert TREATED_WITH.read_all(written).names == names


def test_one_unknown_treatment_among_several_is_refused():
    with pytest.raises(NotUnderstoodError, match='No treatment is called "voodoo"'):
        TREATED_WITH.read_all(["massage; voodoo"])


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
    assert other.name not in TREATED_WITH.near(form)


def test_a_treatment_of_ones_own_is_new():
    assert TREATED_WITH.new(" cupping ", "manual", conventional=True, synonyms=["cups"]) == (
        Treatment("cupping", "manual", conventional=True, synonyms=("cups",), own=True)
    )


def test_a_treatment_of_ones_own_is_found_by_its_name_and_synonyms():
    cupping = TREATED_WITH.new("cupping", "manual", conventional=False, synonyms=["hijama"])
    treatments = Treatments((*TREATED_WITH.all, cupping))
    assert treatments.find("Cupping") == cupping
    assert treatments.find("hijama") == cupping
    assert treatments.read_all(["hijama; tpt"]).names == ("cupping", "trigger point therapy")


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
            (name, (), f'"{name}" says that nothing was done, and that needs no entry. {_AS_IN}')
            for name in ("nothing", "None", "no treatment", "baseline")
        ),
        (
            "cupping",
            ("No-Treatment",),
            f'"No-Treatment" says that nothing was done, and that needs no entry. {_AS_IN}',
        ),
        *(
            (
                name,
                synonyms,
                '"Sumatriptan 2x50mg" is sumatriptan with a dose, which is no part of a name. '
                "Log it with: painlog take sumatriptan 2 × 50 mg",
            )
            for name, synonyms in (
                ("Sumatriptan 2x50mg", ()),
                ("migraine pill", ("Sumatriptan 2x50mg",)),
            )
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
        assert set(TREATED_WITH.read_all([text]).names) <= set(TREATED_WITH.by_name)


def test_whether_a_treatment_is_known_is_told_without_looking_for_the_near():
    assert [TREATED_WITH.knows(t) for t in ("TPT", "hot packs", "Voltaren", "")] == [
        *(True, True, False, False)
    ]
    assert TREATED_WITH.near("ibuprofn") == ("ibuprofen",)


@each([t for t in TREATED_WITH.all if t.atc], lambda t: t.name)
def test_no_medicine_is_suggested_for_another(medicine):
    others = Treatments(t for t in TREATED_WITH.all if t != medicine)
    for form in (medicine.name, *medicine.synonyms, *medicine.brands):
        near = {others.by_name[name] for name in others.near(form)}
        assert not {t.name for t in near if t.atc}, form


@pytest.mark.parametrize(
    ("written", "name", "dose"),
    [
        ("sumatriptan", "sumatriptan", None),
        ("sumatriptan 50 mg", "sumatriptan", "50 mg"),
        ("400mg ibuprofen", "ibuprofen", "400 mg"),
        ("2x500mg paracetamol", "paracetamol", "2 × 500 mg"),
        ("Imigran 50 mg", "sumatriptan", "50 mg"),
        ("half a tablet of topiramate", "topiramate", "½ tablet"),
        ("medical cannabis 2 puffs", "medical cannabis", "2 puffs"),
        ("Lidoderm 1 patch", "lidocaine patch", "1 patch"),
        ("co-codamol 30/500", "co-codamol", "30/500"),
        ("diclofenac ointment 2 g", "diclofenac gel", "2 g"),
        ("ibuprofen 400 mg tablets", "ibuprofen", "400 mg"),
        ("massage 30 min", "massage therapy", "30 minutes"),
    ],
)
def test_a_dose_is_read_beside_the_name(written, name, dose):
    treatment, read = TREATED_WITH.read(written)
    assert treatment.name == name
    assert (read and read.written) == dose


@given(st.text() | st.sampled_from([*TREATED_WITH.forms]), st.sampled_from(["", " 5 mg", " 2"]))
def test_what_is_understood_is_what_can_be_read(text, dose):
    try:
        treatment, _ = TREATED_WITH.read(text + dose)
    except SharedDoseError:
        # Both medicines are understood, and only the dose is not.
        assert TREATED_WITH.understands(text + dose)
    except NotUnderstoodError:
        assert not TREATED_WITH.understands(text + dose)
    else:
        assert TREATED_WITH.understands(text + dose)
        assert treatment in TREATED_WITH.all


def test_a_name_that_holds_a_number_is_that_name():
    # Such a name is refused today, and may be in an older journal.
    tens = Treatment("tens 2 tablets", own=True)
    assert Treatments((*TREATED_WITH.all, tens)).read("TENS 2 tablets") == (tens, None)


def test_a_number_without_a_unit_is_refused_where_it_would_be_a_dose():
    for written in ("sumatriptan 50", "50 Imigran"):
        with pytest.raises(NotUnderstoodError, match="Write the unit that is on the packet") as no:
            TREATED_WITH.read(written)
        assert "50 mg" not in str(no.value)
    with pytest.raises(UnknownTreatmentError):
        TREATED_WITH.read("massage 2")


def test_a_dose_cannot_be_chosen_by():
    with pytest.raises(NotUnderstoodError) as refused:
        TREATED_WITH.find("sumatriptan 50 mg")
    assert str(refused.value) == (
        '"sumatriptan 50 mg" names a dose, but only a name is expected here. '
        'Leave the dose out: "sumatriptan".'
    )


@pytest.mark.parametrize(
    ("written", "products"),
    [
        ("Voltaren", ("diclofenac", "diclofenac gel")),
        ("nurofen 400 mg", ("ibuprofen", "ibuprofen gel", "ibuprofen with codeine")),
        ("nurofen tablets", ("ibuprofen", "ibuprofen with codeine")),
        ("Buscopan", ("hyoscine butylbromide",)),
        ("capsaicin", ("capsaicin cream", "capsaicin patch")),
    ],
)
def test_a_brand_of_several_products_is_none_of_them(written, products):
    with pytest.raises(SeveralProductsError) as refused:
        TREATED_WITH.read(written)
    assert refused.value.products == products


def test_a_refused_brand_says_what_to_type():
    with pytest.raises(SeveralProductsError) as refused:
        TREATED_WITH.find("Voltaren")
    assert str(refused.value) == (
        '"Voltaren" is sold with different things in it. Type what is in yours instead: '
        '"diclofenac" or "diclofenac gel". If it is something else, add it as a medicine of your '
        'own, which counts towards no line for overuse: painlog treatments add "Voltaren" '
        "--kind medication"
    )


def test_every_product_of_a_brand_is_a_medicine_and_the_brand_is_nothing_else():
    for brand, products in PRODUCTS.items():
        assert all(TREATED_WITH.by_name[product].atc for product in products)
        assert not TREATED_WITH.knows(brand)


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("my ibuprofen mix", ("ibuprofen",)),
        ("Imigran at night", ("sumatriptan",)),
        ("ibuprofen or naproxen", ("ibuprofen", "naproxen")),
        ("imigran spray", ("sumatriptan",)),
        ("paracetamol forte", ("paracetamol",)),
        ("paracetamol-codeine", ("paracetamol", "codeine")),
    ],
)
def test_a_medicine_within_an_unknown_name_is_neither_taken_nor_suggested(written, holds):
    with pytest.raises(UnknownTreatmentError) as refused:
        TREATED_WITH.read(written)
    assert (refused.value.near, refused.value.holds) == ((), holds)
    # What says how often can be no name.
    name = "…" if "at night" in written else written
    assert str(refused.value) == (
        f'painlog knows {" and ".join(holds)}, but not "{written}", and takes no medicine for '
        "another. Type the name of what you took by itself, or add your own with: painlog "
        f'treatments add "{name}"'
    )


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Imigram", ("Imigran",)),
        ("advill", ("advil",)),
        ("one massage", ("massage therapy",)),
        ("acetaminofen", ()),
        ("doliprane", ()),
    ],
)
def test_a_single_slip_in_the_name_of_a_medicine_is_suggested(written, near):
    with pytest.raises(UnknownTreatmentError) as refused:
        TREATED_WITH.read(written)
    assert refused.value.near == near


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("paracetamol (Calpol)", "paracetamol"),
        ("Calpol (paracetamol)", "paracetamol"),
        ("Nurofen (ibuprofen)", "ibuprofen"),
        ("sumatriptan (Imigran)", "sumatriptan"),
    ],
)
def test_a_name_with_its_brand_in_brackets_is_that_medicine(written, name):
    assert TREATED_WITH.read(f"{written} 50 mg") == (
        TREATED_WITH.by_name[name],
        Dose(50, "mg", "50 mg"),
    )


@pytest.mark.parametrize("written", ["paracetamol (Imigran)", "Voltaren (Calpol)", "heat (cold)"])
def test_two_names_of_different_things_are_none_of_them(written):
    assert TREATED_WITH.name_of(written) is None


@pytest.mark.parametrize("written", ["one", "nasal", "tablets 2", "spray", "gel", "an injection"])
def test_an_amount_or_a_form_alone_is_no_treatment(written):
    with pytest.raises(NotUnderstoodError, match="names no treatment"):
        TREATED_WITH.read(written)


def test_what_an_entry_names_is_read_with_its_doses():
    read = TREATED_WITH.read_all(["sumatriptan 50 mg; massage", "naproxen", "naproxen 500 mg"])
    assert read.names == ("massage therapy", "naproxen", "sumatriptan")
    assert [(name, dose.written) for name, dose in read.doses] == [
        ("naproxen", "500 mg"),
        ("sumatriptan", "50 mg"),
    ]
    assert TREATED_WITH.read_all(["ibuprofen 1 g; ibuprofen 1000 mg"]).doses[0][1].written == "1 g"


def test_one_medicine_with_two_doses_is_refused():
    with pytest.raises(RefusedError, match="ibuprofen is named with two doses, 400 mg and 200 mg"):
        TREATED_WITH.read_all(["ibuprofen 400 mg", "ibuprofen 200 mg"])


def test_the_medicines_of_a_class_are_told():
    names = {t.name for t in TREATED_WITH.with_class("Triptans")}
    assert {"triptan", "sumatriptan", "rizatriptan"} <= names
    with pytest.raises(NotUnderstoodError, match='Did you mean "triptan"'):
        TREATED_WITH.with_class("tripan")


@pytest.mark.parametrize(
    ("treatment", "care", "is_kind_said"),
    [
        (Treatment("tens", own=True), None, False),
        (Treatment("tens", conventional=True, own=True), "conventional", True),
        (Treatment("walks", "exercise", own=True), None, True),
        (Treatment("bath", "self-care", own=True), None, True),
        (Treatment("cupping", "manual", own=True), "complementary", True),
        (Treatment("feverfew", "medication", own=True), "complementary", True),
        (TREATED_WITH.by_name["physiotherapy"], "conventional", True),
        (TREATED_WITH.by_name["reflexology"], "complementary", True),
    ],
)
def test_nothing_is_called_complementary_that_nobody_called_so(treatment, care, is_kind_said):
    assert (treatment.care, treatment.is_kind_said) == (care, is_kind_said)
