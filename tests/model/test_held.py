"""How much of a part a dose of a combination holds."""

import pytest

from builders import TREATED_WITH
from painlog.model.held import AmountHeld, held

OF_EACH = "NHS Fife, Paracetamol combinations"


@pytest.mark.parametrize(
    ("text", "medicine", "expected"),
    [
        ("2 tablets of co-codamol 30/500", "paracetamol", AmountHeld(1000)),
        ("Tylenol with Codeine 2 x 300/30", "paracetamol", AmountHeld(600)),
        ("co-codamol 8/500", "paracetamol", AmountHeld(500)),
        ("co-codamol 2 x 15/500 po", "paracetamol", AmountHeld(1000)),
        ("co-codamol 500/30", "paracetamol", AmountHeld(500)),
        ("acetaminophen and codeine 2 x 300/30", "paracetamol", AmountHeld(600)),
        ("co-codamol 30 mg/0.5 g", "paracetamol", AmountHeld(500)),
        ("2 tablets of co-codamol", "paracetamol", AmountHeld(1000, OF_EACH)),
        ("3 capsules of Zapain", "paracetamol", AmountHeld(1500, OF_EACH)),
        ("half a tablet of co-dydramol", "paracetamol", AmountHeld(250, OF_EACH)),
        ("co-dydramol 2 x 10/500", "paracetamol", AmountHeld(1000)),
        ("tramadol with paracetamol 2 x 37.5/325", "paracetamol", AmountHeld(650)),
        ("Percocet 5/325", "paracetamol", AmountHeld(325)),
        ("Panadol Extra 2 x 500/65", "paracetamol", AmountHeld(1000)),
        ("Fioricet 50/300/40", "paracetamol", AmountHeld(300)),
        ("orphenadrine with paracetamol 2 x 35/450", "paracetamol", AmountHeld(900)),
        ("ibuprofen and paracetamol 2 x 200/500", "paracetamol", AmountHeld(1000)),
        ("ibuprofen and paracetamol 2 x 200/500", "ibuprofen", AmountHeld(400)),
        ("paracetamol and ibuprofen 500/150", "ibuprofen", AmountHeld(150)),
        ("Excedrin Migraine 2 x 250/250/65", "paracetamol", AmountHeld(500)),
        ("Nurofen Plus 2 x 200/12.8", "ibuprofen", AmountHeld(400)),
        # Nothing tells which part is which, or how much a tablet holds.
        ("ibuprofen and paracetamol 300/400", "paracetamol", None),
        ("Anadin Extra 300/200/45", "paracetamol", None),
        ("co-codamol 300/500", "paracetamol", None),
        ("co-codamol 30/500/65", "paracetamol", None),
        ("co-codamol 500 mg", "paracetamol", None),
        ("2 tablets of acetaminophen with codeine", "paracetamol", None),
        ("co-codamol 20 ml", "paracetamol", None),
        ("co-codamol 2 x 15 mg/5 ml", "paracetamol", None),
        ("2 tablets of Panadol Extra", "paracetamol", None),
        ("2 tablets of Nurofen Plus", "ibuprofen", None),
        ("2 sachets of co-codamol", "paracetamol", None),
    ],
)
def test_a_part_counts_only_where_its_amount_is_certain(text, medicine, expected):
    product, dose = TREATED_WITH.read(text)
    assert dose
    assert held(product, medicine, dose) == expected
