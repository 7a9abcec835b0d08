"""How fast a medicine is released: a part of its dose, in the person's words."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError
from painlog.model.dose_reading import parse_dose, split_dose
from painlog.model.known_treatments import Treatments
from painlog.model.release import RELEASES
from painlog.model.treatment import Treatment
from painlog.tasks.treatments import name_treatment


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("tramadol retard", "tramadol", "retard"),
        ("tramadol retard 100 mg", "tramadol", "100 mg retard"),
        ("tramadol 100 mg Retard", "tramadol", "100 mg retard"),
        ("tramadol SR 100 mg tablets", "tramadol", "100 mg SR"),
        ("tramadol MR tablets 100 mg", "tramadol", "100 mg MR"),
        ("tramadol retard tablets", "tramadol", "retard"),
        ("tramadol 100 mg (MR)", "tramadol", "100 mg MR"),
        ("tramadol 50 mg sr x 2", "tramadol", "2 × 50 mg SR"),
        ("2 x 100mg m/r tramadol", "tramadol", "2 × 100 mg MR"),
        ("tramadol m.r. 2 tablets", "tramadol", "2 tablets MR"),
        ("morphine 10 mg modified-release", "morphine", "10 mg modified release"),
        ("slow release morphine 10 mg", "morphine", "10 mg slow release"),
        ("prolonged-release oxycodone", "oxycodone", "prolonged release"),
        ("morphine immediate release 10 mg", "morphine", "10 mg immediate release"),
        ("oxycodone PR 10 mg by mouth", "oxycodone", "10 mg PR by mouth"),
        ("oxycodone po PR", "oxycodone", "PR by mouth"),
        ("Effexor XL 75 mg", "venlafaxine", "75 mg XL"),
        ("propranolol 80 mg LA", "propranolol", "80 mg LA"),
        ("naproxen gastro-resistant 250 mg", "naproxen", "250 mg gastro resistant"),
        # What is released slowly is swallowed, so this is no gel.
        ("voltarol retard 100 mg", "diclofenac", "100 mg retard"),
        ("voltarol retard", "diclofenac", "retard"),
    ],
)
def test_the_release_is_kept_in_the_dose_and_read_back_alike(text, name, written):
    treatment, dose = TREATED_WITH.read(text)
    assert (treatment.name, dose.written) == (name, written)
    assert TREATED_WITH.read(f"{name} {written}") == (treatment, dose)
    assert parse_dose(written) == dose


@pytest.mark.parametrize("release", RELEASES)
def test_every_release_makes_another_dose_and_no_other_amount(release):
    slowly, alone = parse_dose(f"100 mg {release}"), parse_dose("100 mg")
    assert (slowly.written, slowly.release) == (f"100 mg {release}", release)
    assert slowly.milligrams == alone.milligrams == 100
    assert slowly.amount_written == "100 mg"
    assert slowly.without_release == alone
    assert not slowly.same(alone)
    assert slowly.same(parse_dose(f"0.1 g {release}"))


def test_no_release_is_taken_for_another():
    written = {parse_dose(f"100 mg {release}").size for release in RELEASES}
    assert len(written) == len(RELEASES)


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("heat MR 20 min", "heat MR", "20 minutes"),
        ("tens LA", "tens LA", None),
        ("tramadol SR and paracetamol", "tramadol SR and paracetamol", None),
        ("slow release stretch", "slow release stretch", None),
        ("immediate thing 10 mg", "immediate thing", "10 mg"),
    ],
)
def test_what_is_no_release_stays_in_the_name(text, name, written):
    found, dose = split_dose(text)
    assert (found, dose and dose.written) == (name, written)


def test_an_unknown_medicine_keeps_its_release_too():
    assert name_treatment("zomorph 10 mg MR", TREATED_WITH, None)[:2] == (
        "zomorph",
        parse_dose("10 mg MR"),
    )
    assert name_treatment("zomorph MR 10 mg", TREATED_WITH, None)[:2] == (
        "zomorph",
        parse_dose("10 mg MR"),
    )
    assert name_treatment("MST Continus 10 mg", TREATED_WITH, None)[:2] == (
        "MST Continus",
        parse_dose("10 mg"),
    )
    assert name_treatment("zomorph MR", TREATED_WITH, None)[:2] == ("zomorph MR", None)


def test_a_treatment_of_the_persons_own_whose_name_has_the_release_is_that_one():
    own = Treatment("zomorph MR", own=True)
    known = Treatments((*TREATED_WITH.all, own))
    for text in ("zomorph MR 10 mg", "zomorph 10 mg MR", "10 mg zomorph mr"):
        assert known.read(text) == (own, parse_dose("10 mg"))
    assert known.read("zomorph MR") == (own, None)


def test_a_treatment_of_the_persons_own_without_a_kind_may_be_released_slowly():
    own = Treatment("zomorph", own=True)
    known = Treatments((*TREATED_WITH.all, own, Treatment("swim", "exercise", own=True)))
    assert known.read("zomorph MR") == (own, parse_dose("MR"))
    with pytest.raises(NotUnderstoodError):
        known.read("swim MR")


def test_the_dose_of_one_of_two_medicines_leaves_the_release_with_the_other():
    with pytest.raises(NotUnderstoodError) as refused:
        TREATED_WITH.read("tramadol SR and naproxen 500 mg")
    assert str(refused.value) == (
        '"tramadol SR and naproxen 500 mg" gives one dose for two medicines. Give each its own; '
        'or, if 500 mg is that of naproxen alone, name them apart: "tramadol SR" and '
        '"naproxen 500 mg".'
    )
