"""The form of a medicine is told from its name."""

import pytest

from builders import TREATED_WITH


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
        ("tramadol retard", "tramadol"),
        ("Effexor XR", "venlafaxine"),
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
