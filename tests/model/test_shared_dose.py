"""One dose beside two medicines is refused, and what is offered instead is accepted."""

import re

import pytest

from builders import TREATED_WITH
from painlog.model.shared_dose import SharedDoseError
from painlog.tasks.taking import read_taken
from painlog.tasks.treatments import name_treatments


def named(text):
    found = name_treatments([text], TREATED_WITH, None)
    doses = dict(found.doses)
    return [(name, doses[name].written if name in doses else None) for name in found.names]


def taken(text):
    things = read_taken(text.split(), TREATED_WITH, None).things
    return sorted((name, dose and dose.written) for name, dose in things)


@pytest.mark.parametrize("read", [named, taken])
@pytest.mark.parametrize(
    ("text", "bare", "dosed", "both"),
    [
        ("ibuprofen and paracetamol 500 mg", "ibuprofen", "paracetamol 500 mg", True),
        ("500 mg ibuprofen and paracetamol", "paracetamol", "ibuprofen 500 mg", True),
        ("ibuprofen and paracetamol 2 tablets", "ibuprofen", "paracetamol 2 tablets", True),
        ("ibuprofen, paracetamol 500 mg", "ibuprofen", "paracetamol 500 mg", False),
        ("ibuprofen + paracetamol 500 mg", "ibuprofen", "paracetamol 500 mg", False),
        ("heat, naproxen plus paracetamol 1 g", "naproxen", "paracetamol 1 g", False),
        ("naproxen with paracetamol 1 g", "naproxen", "paracetamol 1 g", False),
        ("paracetamol and codeine 500 mg", "paracetamol", "codeine 500 mg", True),
    ],
)
def test_one_dose_for_two_joined_medicines_is_refused(read, text, bare, dosed, both):
    with pytest.raises(SharedDoseError, match=f'^"{re.escape(text)}" gives one dose for ') as no:
        read(text)
    assert f'name them apart: "{bare}" and "{dosed}".' in str(no.value)
    assert read(f"{bare}; {dosed}") == sorted([*read(bare), *read(dosed)])
    product = re.search('If one product holds both, type "(.+)"', str(no.value))
    assert bool(product) is both
    if product:
        assert len(read(product[1])) == 1


@pytest.mark.parametrize("read", [named, taken])
@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("ibuprofen with paracetamol 500 mg", [("ibuprofen with paracetamol", "500 mg")]),
        ("ibuprofen and paracetamol 200/500", [("ibuprofen with paracetamol", "200/500")]),
        ("co-codamol 2 tablets", [("co-codamol", "2 tablets")]),
        ("ibuprofen 400 mg and paracetamol 1 g", [("ibuprofen", "400 mg"), ("paracetamol", "1 g")]),
        ("sumatriptan 50 mg, ibuprofen", [("ibuprofen", None), ("sumatriptan", "50 mg")]),
        ("heat and ibuprofen 400 mg", [("heat", None), ("ibuprofen", "400 mg")]),
        ("ibuprofen and heat 20 min", [("heat", "20 minutes"), ("ibuprofen", None)]),
    ],
)
def test_a_dose_that_belongs_to_one_thing_is_read(read, text, things):
    assert read(text) == things
