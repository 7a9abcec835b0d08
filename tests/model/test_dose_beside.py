"""The route of a medicine and the flow of a gas, which are read as parts of a dose."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError
from painlog.model.dose import Dose
from painlog.model.dose_reading import parse_dose, split_dose


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("sumatriptan 6 mg s.c.", "sumatriptan", "6 mg under the skin"),
        ("sumatriptan 6mg SC", "sumatriptan", "6 mg under the skin"),
        ("sumatriptan s.c. 6 mg", "sumatriptan", "6 mg under the skin"),
        ("6 mg sumatriptan s.c.", "sumatriptan", "6 mg under the skin"),
        ("6 mg s.c. sumatriptan", "sumatriptan", "6 mg under the skin"),
        ("sumatriptan 6 mg subcutaneous injection", "sumatriptan", "6 mg under the skin"),
        ("sumatriptan 6 mg injection", "sumatriptan", "6 mg by injection"),
        ("sumatriptan injection 6 mg", "sumatriptan", "6 mg by injection"),
        ("sumatriptan 6 mg injected", "sumatriptan", "6 mg by injection"),
        ("imigran injection", "sumatriptan", "by injection"),
        ("sumatriptan by injection", "sumatriptan", "by injection"),
        ("sumatriptan s.c.", "sumatriptan", "under the skin"),
        ("sumatriptan 2 injections", "sumatriptan", "2 injections"),
        ("sumatriptan nasal spray", "sumatriptan", "into the nose"),
        ("diclofenac suppository", "diclofenac", "into the rectum"),
        ("diclofenac 100 mg suppository", "diclofenac", "100 mg into the rectum"),
        ("diclofenac suppositories 50 mg", "diclofenac", "50 mg into the rectum"),
        ("2 suppositories of diclofenac 50 mg", "diclofenac", "2 × 50 mg"),
        ("morphine po", "morphine", "by mouth"),
        ("sumatriptan 20 mg nasal", "sumatriptan", "20 mg into the nose"),
        ("sumatriptan 20 mg nasal spray", "sumatriptan", "20 mg into the nose"),
        ("sumatriptan nasal 20 mg", "sumatriptan", "20 mg into the nose"),
        ("ketorolac 30 mg im", "ketorolac", "30 mg into a muscle"),
        ("paracetamol 1 g iv", "paracetamol", "1 g into a vein"),
        ("ibuprofen 400 mg po", "ibuprofen", "400 mg by mouth"),
        ("ibuprofen 400 mg, orally", "ibuprofen", "400 mg by mouth"),
        ("ibuprofen 400 mg (oral)", "ibuprofen", "400 mg by mouth"),
        ("2 tablets of ibuprofen 400 mg by mouth", "ibuprofen", "2 × 400 mg by mouth"),
        ("rizatriptan 10 mg under the tongue", "rizatriptan", "10 mg under the tongue"),
        ("buprenorphine 200 mcg sublingual", "buprenorphine", "200 µg under the tongue"),
        ("diclofenac 50 mg rectal", "diclofenac", "50 mg into the rectum"),
        ("co-codamol 2 x 30/500 orally", "co-codamol", "2 × 30/500 by mouth"),
        ("methoxyflurane 3 ml inhaled", "methoxyflurane", "3 ml inhaled"),
        ("oxygen 12 l/min", "oxygen", "12 l/min"),
        ("oxygen at 12 L/min", "oxygen", "12 l/min"),
        ("100% oxygen 12 lpm", "oxygen", "12 l/min"),
        ("15 min of oxygen at 12 l/min", "oxygen", "12 l/min for 15 minutes"),
        ("oxygen 12 l/min for 15 min", "oxygen", "12 l/min for 15 minutes"),
        ("oxygen 15 min at 12 l/min", "oxygen", "12 l/min for 15 minutes"),
        ("oxygen 12 litres per minute for fifteen minutes", "oxygen", "12 l/min for 15 minutes"),
        ("oxygen 12 liters a minute", "oxygen", "12 l/min"),
        ("oxygen 15 min", "oxygen", "15 minutes"),
        ("buprenorphine 5 micrograms/hour", "buprenorphine", "5 micrograms/hour"),
        ("Butec 5 microgram/hour transdermal patch", "buprenorphine", "5 micrograms/hour"),
        ("butec patch 5 µg/h", "buprenorphine", "5 micrograms/hour"),
        ("butec 5mcg/hr.", "buprenorphine", "5 micrograms/hour"),
        ("butec five micrograms per hour", "buprenorphine", "5 micrograms/hour"),
        ("butec 10 mcg/h, 2 patches", "buprenorphine", "2 × 10 micrograms/hour"),
        ("Durogesic DTrans 12 micrograms an hour", "fentanyl", "12 micrograms/hour"),
        ("matrifen 25 mcg/h", "fentanyl", "25 micrograms/hour"),
        ("lidocaine patch 5 mg/24h", "lidocaine patch", "5 mg/24 h"),
        ("lidocaine patch 50 mcg per 24 hours", "lidocaine patch", "50 micrograms/24 h"),
    ],
)
def test_what_stands_beside_an_amount_is_read_and_written_back_alike(text, name, written):
    treatment, dose = TREATED_WITH.read(text)
    assert (treatment.name, dose.written) == (name, written)
    assert TREATED_WITH.read(f"{name} {written}") == (treatment, dose)
    assert parse_dose(written) == dose


def test_a_route_changes_no_amount_and_makes_another_dose():
    by_mouth, alone = parse_dose("1 g by mouth"), parse_dose("1 g")
    assert by_mouth.milligrams == alone.milligrams == 1000
    assert not by_mouth.same(alone)
    assert by_mouth.same(parse_dose("1000 mg p.o."))
    assert by_mouth.amount_written == "1 g"


def test_a_flow_is_no_weight_and_how_long_it_lasted_tells_two_of_them_apart():
    flow = parse_dose("12 l/min")
    assert flow == Dose(12, "l/min", "12 l/min")
    assert flow.milligrams is None
    assert not flow.same(parse_dose("12 l/min for 15 min"))
    assert parse_dose("12 l/min for 15 min").same(parse_dose("15 minutes at 12 l/min"))


def test_what_a_patch_gives_off_is_no_weight():
    rate = parse_dose("5 mcg/h")
    assert rate == Dose(5, "micrograms/hour", "5 micrograms/hour")
    assert rate.milligrams is None
    assert not rate.same(parse_dose("5 mcg"))


@pytest.mark.parametrize(
    "text",
    [
        # What is done for so long is not taken.
        "massage 20 min im",
        # On the skin it is another medicine.
        "ibuprofen 400 mg on the skin",
        "oxygen 0 l/min",
    ],
)
def test_other_words_beside_an_amount_are_no_part_of_it(text):
    with pytest.raises(NotUnderstoodError):
        TREATED_WITH.read(text)


def test_a_name_that_ends_like_a_route_is_kept():
    assert split_dose("saline nasal 20 ml") == ("saline nasal", Dose(20, "ml", "20 ml"))
    assert split_dose("walk with Im") == ("walk with Im", None)


@pytest.mark.parametrize(
    "text", ["30/500", "2 x 30/500", "2 tablets 30/500", "2 × 30 mg/500 mg po"]
)
def test_the_strength_of_a_combination_is_a_dose_by_itself(text):
    assert parse_dose(text).amount is None
