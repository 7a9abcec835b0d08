"""The medicines of the catalogue: their codes, how they count and what is said of them."""

import csv
from pathlib import Path

import pytest

from builders import TREATED_WITH
from painlog.model.catalogue.medicines import MEDICINES
from painlog.model.counted_medicine import CountedMedicine, counted_medicines
from rows import each

CODES = Path(__file__).parent.parent / "data" / "atc_codes.csv"
WHOLE_CLASSES = {
    "combination painkiller",
    "opioid",
    "other anti-inflammatory",
    "other medicine",
    "preventive medicine",
    "triptan",
}
LINES = {
    "triptan": (10, "triptans"),
    "ergot": (10, "ergots"),
    "opioid": (10, "opioids"),
    "combination": (10, "combination painkillers"),
    "anti-inflammatory": (15, "simple painkillers"),
    "paracetamol": (15, "simple painkillers"),
    "aspirin": (15, "simple painkillers"),
    "other simple painkiller": (15, "simple painkillers"),
    "two simple painkillers in one": (15, "simple painkillers"),
}
each_medicine = each(MEDICINES, lambda m: m.name)


def cautions(name):
    return {(fact.source.split(",")[0]): fact.text for fact in TREATED_WITH.find(name).cautions}


def test_there_are_many_medicines_and_brands():
    assert len(MEDICINES) >= 150
    assert sum(len(m.brands) for m in MEDICINES) >= 60


def test_every_code_is_one_of_the_who_s_and_each_of_those_is_used():
    with CODES.open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    assert all(names.values())
    assert {m.atc for m in MEDICINES} - {""} == set(names)
    # Most medicines are called here as the WHO calls them.
    assert sum(names.get(m.atc) == m.name for m in MEDICINES) > 180


def test_only_the_name_of_a_whole_class_has_no_code():
    assert {m.name for m in MEDICINES if not m.atc} == WHOLE_CLASSES


def test_what_is_read_to_count_by_is_what_the_catalogue_says():
    names = {medicine.name for medicine in MEDICINES}
    assert counted_medicines({*names, "heat", "my own"}) == {
        m.name: CountedMedicine(m.overuse_days, m.overuse_class, m.is_taken) for m in MEDICINES
    }


@each_medicine
def test_a_medicine_counts_as_its_class_does(medicine):
    assert medicine.kind == "medication"
    assert medicine.is_medicine
    line = medicine.overuse_days, medicine.overuse_class
    assert line == LINES.get(medicine.medicine_class, (None, None))
    assert medicine.topical == (medicine.medicine_class == "topical")
    assert medicine.is_taken == (medicine.medicine_class not in {"topical", "medical gas"})


def test_two_simple_painkillers_in_one_are_no_combination():
    """ICHD-3 8.2.5: both are of one class; with an opioid or caffeine it is a combination."""
    lines = {
        name: TREATED_WITH.find(name).overuse_days
        for name in ("ibuprofen with paracetamol", "ibuprofen with codeine")
    }
    assert lines == {"ibuprofen with paracetamol": 15, "ibuprofen with codeine": 10}


@each_medicine
def test_the_line_of_overuse_is_told_with_its_source(medicine):
    told = [fact.text for fact in medicine.cautions if fact.source == "ICHD-3, 8.2"]
    assert len(told) == bool(medicine.overuse_days)
    assert all(f"{medicine.overuse_days} or more days a month" in text for text in told)


@each_medicine
def test_every_caution_but_the_standing_one_has_a_source(medicine):
    standing, *others = medicine.cautions
    assert standing.text == (
        "Nothing that painlog shows is a reason to change how you use a medicine. That is for you "
        "and a doctor or pharmacist to decide."
    )
    assert all(fact.source for fact in others)


@each_medicine
def test_what_is_on_the_skin_has_its_form_in_its_name(medicine):
    form = medicine.name.rpartition(" ")[2]
    assert medicine.topical == (form in {"gel", "cream", "patch"})


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("paracetamol", "NHS 111 Wales", "read every packet"),
        ("combination painkiller", "NHS 111 Wales", "cold and flu remedies"),
        ("co-codamol", "NHS 111 Wales", "contains paracetamol"),
        ("co-codamol", "The Christie NHS", "must not drive"),
        ("tramadol with dexketoprofen", "NHS Fife", "kidneys"),
        ("naproxen", "NHS", "pregnant"),
        ("ibuprofen", "NHS Fife", "stomach ulcer"),
        ("other anti-inflammatory", "NHS Fife", "heart problems"),
        ("sumatriptan", "NHS", "angina"),
        ("triptan", "NHS", "angina"),
        ("sumatriptan with naproxen", "NHS Fife", "kidneys"),
        ("morphine", "The Christie NHS", "must not drive"),
        ("morphine", "GOV.UK", "whether you should drive"),
        ("pregabalin", "The Christie NHS", "drowsy"),
        ("aspirin", "NHS", "under 16"),
        ("aspirin with caffeine", "NHS", "under 16"),
        ("topiramate", "MHRA", "pregnancy"),
        ("valproate", "Hywel Dda University Health Board", "before anything about it is changed"),
        ("valproate", "NICE NG217", "contraception"),
    ],
)
def test_public_guidance_is_told_with_its_page(name, source, said):
    assert said in cautions(name)[source]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sumatriptan", "It does not suit everyone. Tell the doctor about heart disease, "),
        (
            "eletriptan",
            "painlog has no page about eletriptan. This is said of sumatriptan, which is a triptan "
            "as well: it does not suit everyone. Tell the doctor about heart disease, ",
        ),
        ("diclofenac gel", "It does not suit everyone. Tell a pharmacist or doctor about an "),
        (
            "ibuprofen gel",
            "painlog has no page about ibuprofen gel. This is said of diclofenac, which is an "
            "anti-inflammatory (NSAID) as well: it does not suit everyone. Tell a pharmacist ",
        ),
    ],
)
def test_guidance_about_one_medicine_reads_right_on_the_card_of_another(name, said):
    assert cautions(name)["NHS"].startswith(said)


def test_a_medicine_alone_is_not_said_to_contain_another():
    assert "contains paracetamol" not in " ".join(cautions("paracetamol").values())
    assert TREATED_WITH.find("morphine").parts == ()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("co-codamol", ("codeine", "paracetamol")),
        ("aspirin with paracetamol and caffeine", ("aspirin", "paracetamol", "caffeine")),
        ("sumatriptan with naproxen", ("sumatriptan", "naproxen")),
    ],
)
def test_a_combination_says_what_it_contains(name, parts):
    medicine = TREATED_WITH.find(name)
    assert medicine.parts == parts
    assert f"It contains {', '.join(parts[:-1])} and {parts[-1]}." in medicine.what


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("acetaminophen", "paracetamol"),
        ("dipyrone", "metamizole"),
        ("Imitrex", "sumatriptan"),
        ("Topamax", "topiramate"),
        ("Depakote", "valproate"),
        ("Zaldiar", "tramadol with paracetamol"),
        ("Excedrin Migraine", "aspirin with paracetamol and caffeine"),
        ("Panadol Extra", "paracetamol with caffeine"),
        ("Nurofen Plus", "ibuprofen with codeine"),
        ("aspirin/paracetamol/caffeine", "aspirin with paracetamol and caffeine"),
        ("codeine with paracetamol", "co-codamol"),
        ("acetaminophen and codeine", "acetaminophen with codeine"),
        ("Tylenol with Codeine", "acetaminophen with codeine"),
        ("ergot", "ergotamine"),
    ],
)
def test_medicines_are_found_by_their_other_names_and_brands(written, name):
    assert TREATED_WITH.find(written).name == name
