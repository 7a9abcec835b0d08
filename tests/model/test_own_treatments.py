"""The person's own treatments: what the catalogue, or the class that they said, tells of them."""

from builders import TREATED_WITH
from painlog.model.catalogue.medicines import CLASSES
from painlog.model.own_treatments import known_treatments
from painlog.model.treatment import Treatment


def test_what_a_person_added_before_the_catalogue_had_it_counts_as_that_medicine():
    own = [
        Treatment("Sumatriptan 50 mg", "other", own=True),
        Treatment("gabapentin", "medication", own=True),
        Treatment("nerve pill", "medication", synonyms=("pregabalin",), own=True),
        Treatment("cupping", "manual", own=True),
    ]
    known = known_treatments(TREATED_WITH.all, own)
    sumatriptan = known.by_name["Sumatriptan 50 mg"]
    assert (sumatriptan.overuse_days, sumatriptan.overuse_class) == (10, "triptans")
    assert sumatriptan.is_medicine
    assert sumatriptan.kind == "other"
    assert known.by_name["gabapentin"].own
    assert known.by_name["gabapentin"].atc == "N02BF01"
    assert len(known.all) == len(TREATED_WITH.all) + 3
    assert known.find("pregabalin").name == "nerve pill"
    assert known.by_name["cupping"] == own[-1]
    assert known_treatments(TREATED_WITH.all, []).all == TREATED_WITH.all


def test_a_medicine_of_another_name_counts_with_the_class_that_they_said():
    own = Treatment("green pill", "medication", own=True, medicine_class="triptan")
    found = known_treatments(TREATED_WITH.all, [own]).by_name["green pill"]
    of_catalogue = TREATED_WITH.by_name["eletriptan"]
    assert (found.overuse_days, found.overuse_class) == (10, "triptans")
    assert found.cautions == tuple(
        fact._replace(text=fact.text.replace("eletriptan", "green pill"))
        for fact in of_catalogue.cautions
    )
    assert (found.kind, found.atc, found.topical) == ("medication", "", False)


def test_what_its_name_says_counts_before_the_class_that_they_said():
    own = Treatment("my sumatriptan 50 mg", "medication", own=True, medicine_class="opioid")
    named = Treatment("sumatriptan 50 mg", "medication", own=True, medicine_class="opioid")
    known = known_treatments(TREATED_WITH.all, [own, named]).by_name
    assert known["sumatriptan 50 mg"].medicine_class == "triptan"
    assert known["my sumatriptan 50 mg"].medicine_class == "opioid"


def test_every_class_of_the_catalogue_can_be_one_s_own():
    own = [
        Treatment(f"pill {n}", "medication", own=True, medicine_class=c)
        for n, c in enumerate(CLASSES)
    ]
    known = known_treatments(TREATED_WITH.all, own).by_name
    for number, name in enumerate(CLASSES):
        counted = {
            (t.overuse_days, t.overuse_class, t.topical) for t in TREATED_WITH.with_class(name)
        }
        found = known[f"pill {number}"]
        assert (found.overuse_days, found.overuse_class, found.topical) in counted, name
