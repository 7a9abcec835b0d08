"""The form of a medicine is told from its name."""

import pytest

from builders import TREATED_WITH
from painlog.model.medicine_form import _FORMS, _ROUTES


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ibuprofen gel", "ibuprofen gel"),
        ("Diclofenac cream", "diclofenac gel"),
        ("ketoprofen ointment", "ketoprofen gel"),
        ("voltaren gel", "diclofenac gel"),
        ("Voltarol Emulgel", "diclofenac gel"),
        ("Voltaren tablets", "diclofenac"),
        ("capsaicin cream", "capsaicin cream"),
        ("ibuprofen tablets", "ibuprofen"),
        ("ibuprofen capsules", "ibuprofen"),
        ("ibuprofen syrup", "ibuprofen"),
        ("sumatriptan nasal spray", "sumatriptan"),
        ("Botox injections", "botulinum toxin"),
        ("metamizole drops", "metamizole"),
        ("Effexor tablets", "venlafaxine"),
        ("fentanyl patch", "fentanyl"),
        ("diclofenac patch", None),
        # No such thing is known, and it is not taken for another.
        ("sumatriptan gel", None),
        ("diclofenac gel tablets", None),
        ("massage tablets", None),
        ("heat cream", None),
        ("gel", None),
    ],
)
def test_a_form_means_the_medicine_in_that_form(written, name):
    assert TREATED_WITH.name_of(written) == name


@pytest.mark.parametrize(
    "form",
    [
        *("tablet", "tablets", "pill", "pills", "caplet", "caplets", "capsule", "capsules"),
        *("syrup", "liquid", "solution", "drops", "sachet", "sachets"),
    ],
)
def test_a_form_that_tells_no_route_is_the_only_one_that_is_left_out(form):
    treatment, dose = TREATED_WITH.read(f"tramadol {form}")
    assert (treatment.name, dose) == ("tramadol", None)


def test_every_other_form_of_a_medicine_that_is_not_put_on_the_skin_is_a_route():
    left_out = {word for word, topical in _FORMS.items() if topical is False} - _ROUTES.keys()
    named = test_a_form_that_tells_no_route_is_the_only_one_that_is_left_out.pytestmark[0].args[1]
    assert left_out == set(named)
