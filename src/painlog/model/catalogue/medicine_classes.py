"""What painlog says about classes of medicines: what they are, how they count, what to watch for.

The cautions are in painlog's own words, each with the public page that it rests on;
docs/medicines.md has their addresses. The lines of overuse are those of ICHD-3 8.2.
"""

from collections.abc import Sequence
from typing import NamedTuple

from painlog.model.sourced import Sourced

STANDING = Sourced(
    "Nothing that painlog shows is a reason to change how you use a medicine. That is for you "
    "and a doctor or pharmacist to decide."
)
# The class of what is put on the skin, and all whose days are no days of intake. No line of ICHD-3
# 8.2 counts oxygen, which is breathed.
TOPICAL = "topical"
_GAS = "medical gas"
NOT_TAKEN = frozenset({TOPICAL, _GAS})
# What ICHD-3 8.2.3 takes for a single class, so that 8.2.6, on several classes, is not for a mix of
# these: the non-opioid analgesics.
_SIMPLE = "simple painkillers"
_NOT_JUDGED = "What it does for pain is outside painlog's judgement."


def _does_not_suit_everyone(name: str, example: str, kind: str, tell: str) -> Sourced:
    """Return what a page about one medicine says, as it reads on the card of any of its kind."""
    if name.startswith(example):
        begin = "It does not suit everyone."
    else:
        begin = (
            f"painlog has no page about {name}. This is said of {example}, {kind}: it does not "
            "suit everyone."
        )
    return Sourced(f"{begin} {tell}", f"NHS, Who can and cannot take or use {example}")


def _nsaid_on_the_skin(name: str) -> Sourced:
    return _does_not_suit_everyone(
        name,
        "diclofenac",
        "which is an anti-inflammatory (NSAID) as well",
        "Tell a pharmacist or doctor about an allergy to aspirin or any anti-inflammatory, asthma, "
        "stomach ulcers or bleeding, high blood pressure, heart, liver or kidney disease, "
        "pregnancy or breastfeeding.",
    )


def _triptan(name: str) -> Sourced:
    return _does_not_suit_everyone(
        name,
        "sumatriptan",
        "which is a triptan as well",
        "Tell the doctor about heart disease, angina, a heart attack, an irregular heartbeat, poor "
        "circulation in the legs, a stroke or TIA, high blood pressure, liver problems, seizures, "
        "pregnancy or breastfeeding.",
    )


_PARACETAMOL_PAGE = "NHS 111 Wales, Paracetamol for adults"
_HIDES = Sourced(
    "Paracetamol is in many cold and flu remedies and combined painkillers. Two of them together "
    "can be an overdose: read every packet.",
    _PARACETAMOL_PAGE,
)
_PARACETAMOL = (
    Sourced(
        "Adults take at most 4 g (eight tablets of 500 mg) in 24 hours. Under 50 kg, check with a "
        "doctor or pharmacist first.",
        _PARACETAMOL_PAGE,
    ),
    _HIDES,
)
_HOLDS_PARACETAMOL = (
    Sourced(
        "It contains paracetamol: count that towards the 4 g that adults take at most in 24 "
        "hours, and take it with no other medicine that contains paracetamol.",
        _PARACETAMOL_PAGE,
    ),
)
_ANTI_INFLAMMATORY = (
    Sourced(
        "Ask a pharmacist or doctor before taking it if you are over 65, pregnant, trying for a "
        "baby or breastfeeding, or have asthma, had a stomach ulcer, or have problems with your "
        "heart, liver, kidneys, blood pressure, circulation or bowels.",
        "NHS, NSAIDs",
    ),
    Sourced(
        "It is to be avoided after a stomach ulcer or bleeding, raises the risk of heart problems, "
        "and can raise blood pressure and harm the kidneys. The lowest dose for the shortest time.",
        "NHS Fife, Oral non-steroidal anti-inflammatory drugs, 2025",
    ),
)
_IBUPROFEN = (
    Sourced(
        "Without a prescriber, adults take at most 1200 mg (six tablets of 200 mg) in 24 hours.",
        "NHS Direct Wales, Painkillers, ibuprofen",
    ),
)
_OPIOID = (
    Sourced(
        "If it makes you sleepy or unable to concentrate, you must not drive.",
        "The Christie NHS, Driving when taking strong painkillers",
    ),
    Sourced("Talk to your doctor about whether you should drive.", "GOV.UK, Drugs and driving"),
)
_ASPIRIN = (
    Sourced(
        "Not for children under 16, unless a doctor specifically advises it.",
        "NHS, Reye's syndrome",
    ),
)
_DROWSY = (
    Sourced(
        "It can make you drowsy. If you feel sleepy or unable to concentrate, you must not drive.",
        "The Christie NHS, Driving when taking strong painkillers",
    ),
)
_TOPIRAMATE = (
    Sourced(
        "Not for migraine in pregnancy. Anyone who could become pregnant takes it only under the "
        "conditions of a pregnancy prevention programme.",
        "MHRA, Drug Safety Update, June 2024",
    ),
)
_VALPROATE = (
    Sourced(
        "The risk of harm to an unborn baby is particularly high. Anyone who could become pregnant "
        "is given it only within a pregnancy prevention programme. If you are pregnant or plan to "
        "be, see a GP or neurologist at once, before anything about it is changed.",
        "Hywel Dda University Health Board, Sodium valproate and valproic acid",
    ),
    Sourced(
        "Boys and men use reliable contraception during the treatment and for 3 months after it.",
        "NICE NG217, update information",
    ),
)
_OXYGEN = (
    Sourced(
        "For cluster headache it is breathed at 12 litres a minute or more, through a "
        "non-rebreathing mask.",
        "Aids to management of headache disorders in primary care, 2nd edition, table 13",
    ),
    Sourced(
        "It makes things that seldom burn catch fire from a spark: no smoking and no flames near "
        "it, nor until your clothes have aired for 20 minutes.",
        "Greater Manchester Fire and Rescue Service, Home oxygen therapy",
    ),
)
_BOTULINUM = (
    Sourced(
        "The units of one product are its own and not interchangeable with those of another: note "
        "which product it was.",
        "SmPC, Dysport 500 units, 4.2",
    ),
)
# The cautions of single medicines besides those of their class, and of the parts of combinations.
_OF_MEDICINE = {
    "aspirin": _ASPIRIN,
    "ibuprofen": _IBUPROFEN,
    "oxygen": _OXYGEN,
    "topiramate": _TOPIRAMATE,
    "valproate": _VALPROATE,
    **dict.fromkeys(
        (
            "gabapentin",
            "pregabalin",
            "amitriptyline",
            "carbamazepine",
            "clonazepam",
            "diazepam",
        ),
        _DROWSY,
    ),
}
_OF_PART = _OF_MEDICINE | {
    "paracetamol": _HOLDS_PARACETAMOL,
    **dict.fromkeys(
        ("ibuprofen", "naproxen", "diclofenac", "dexketoprofen", "celecoxib"), _ANTI_INFLAMMATORY
    ),
    **dict.fromkeys(
        ("codeine", "dihydrocodeine", "tramadol", "oxycodone", "hydrocodone", "tilidine"), _OPIOID
    ),
}


class MedicineClass(NamedTuple):
    """The facts about every medicine of a class.

    `overuse_days` is the line of ICHD-3 8.2 in days of intake a month, and `counted_as` the class
    whose days count together; both are None where there is no line.
    `for_attacks` tells that it is taken against an attack, though it has no line. Source: NICE,
    IPG552, information for the public, which names oxygen and anti-sickness drugs.
    """

    what: str
    overuse_days: int | None = None
    counted_as: str | None = None
    cautions: Sequence[Sourced] = ()
    for_attacks: bool = False


_CLASSES = {
    "anti-inflammatory": MedicineClass(
        "An anti-inflammatory painkiller (NSAID).", 15, _SIMPLE, _ANTI_INFLAMMATORY
    ),
    "aspirin": MedicineClass("A painkiller, also called acetylsalicylic acid.", 15, _SIMPLE),
    "paracetamol": MedicineClass(
        "A painkiller, also called acetaminophen.", 15, _SIMPLE, _PARACETAMOL
    ),
    "other simple painkiller": MedicineClass(
        "A painkiller that is neither an opioid nor an anti-inflammatory.", 15, _SIMPLE
    ),
    # ICHD-3 8.2.5: two non-opioid analgesics in one, with nothing else, are no combination.
    "two simple painkillers in one": MedicineClass(
        "A painkiller with two simple painkillers in one.", 15, _SIMPLE
    ),
    "combination": MedicineClass(
        "A painkiller with two or more medicines in one.", 10, "combination painkillers"
    ),
    "opioid": MedicineClass("An opioid painkiller.", 10, "opioids", _OPIOID),
    "triptan": MedicineClass("A triptan: taken in a migraine attack.", 10, "triptans"),
    "ergot": MedicineClass("An ergot: taken in a migraine attack.", 10, "ergots"),
    "ditan": MedicineClass("A ditan: taken in a migraine attack.", for_attacks=True),
    "gepant": MedicineClass("A gepant: a medicine for migraine."),
    "CGRP antibody": MedicineClass("An antibody against CGRP or its receptor, for migraine."),
    "preventive for migraine": MedicineClass("A medicine used to prevent migraine."),
    "calcium channel blocker": MedicineClass(
        "A calcium channel blocker; some are used to prevent headache."
    ),
    "beta blocker": MedicineClass("A beta blocker; some are used to prevent migraine."),
    "blood pressure medicine": MedicineClass(
        "A blood pressure medicine, also used to prevent migraine."
    ),
    "gabapentinoid": MedicineClass("A gabapentinoid: used for nerve pain."),
    "anti-seizure medicine": MedicineClass(
        "An anti-seizure medicine; some are used for nerve pain or to prevent migraine."
    ),
    "antidepressant": MedicineClass(
        "An antidepressant; some are used for pain or to prevent headache."
    ),
    "botulinum toxin": MedicineClass("Botulinum toxin, given by injection.", cautions=_BOTULINUM),
    "inhaled painkiller": MedicineClass("A painkiller that is breathed in.", for_attacks=True),
    "spinal painkiller": MedicineClass("A painkiller that is given into the spine."),
    "anti-sickness medicine": MedicineClass(
        "A medicine against feeling or being sick.", for_attacks=True
    ),
    "antispasmodic": MedicineClass("A medicine against cramps."),
    "corticosteroid": MedicineClass("A corticosteroid: a medicine against inflammation."),
    TOPICAL: MedicineClass("A medicine that is put on the skin."),
    _GAS: MedicineClass("A gas that is breathed in as a medicine.", for_attacks=True),
    "opioid blocker": MedicineClass("A medicine that blocks opioids."),
    "preventive": MedicineClass("A medicine taken daily for prevention."),
    "other": MedicineClass("A medicine that was given to you or that you bought."),
}
# Not all of their class are: some prevent attacks. Source: MDedge, Secrets of optimal migraine
# treatment, which has these two used in an attack just like a triptan.
_GEPANTS_FOR_ATTACKS = frozenset({"ubrogepant", "rimegepant"})
# What painlog says about a name that stands for a whole class.
_OF_NAME = {
    "other anti-inflammatory": (
        "An anti-inflammatory painkiller (NSAID) whose own name is not given."
    ),
    "triptan": "A triptan whose own name is not given.",
    "opioid": "An opioid painkiller whose own name is not given.",
}


def class_of(name: str) -> MedicineClass:
    """Return what is known of a class; for one without a text of its own, only what it is."""
    return _CLASSES.get(name) or MedicineClass(f"{'An' if name[0] in 'aeiou' else 'A'} {name}.")


def is_for_attacks(of_class: str, name: str) -> bool:
    """Tell whether a medicine is taken against an attack without a line; its class may be ""."""
    return name in _GEPANTS_FOR_ATTACKS or (of_class != "" and class_of(of_class).for_attacks)


def what_it_is(known: MedicineClass, name: str, parts: Sequence[str]) -> str:
    """Return what a medicine of a class is, with the parts of a combination."""
    held = f" It contains {', '.join(parts[:-1])} and {parts[-1]}." if parts else ""
    return f"{_OF_NAME.get(name, known.what)}{held} {_NOT_JUDGED}"


def on_the_skin(name: str, atc: str) -> tuple[Sourced, ...]:
    """Return whom an anti-inflammatory for the skin may not suit; nothing for others."""
    return (_nsaid_on_the_skin(name),) if atc.startswith("M02AA") else ()


def cautions_of(known: MedicineClass, name: str, parts: Sequence[str]) -> tuple[Sourced, ...]:
    """Return the cautions of a medicine: the standing one, those of its class and its own."""
    own = [*known.cautions, *_OF_MEDICINE.get(name, ())]
    if known.counted_as == "triptans":
        own.append(_triptan(name))
    for part in parts:
        own += _OF_PART.get(part, ())
    if name == "combination painkiller":
        own.append(_HIDES)
    return tuple(dict.fromkeys((STANDING, *own, *_overuse(known))))


def _overuse(known: MedicineClass) -> tuple[Sourced, ...]:
    if known.overuse_days is None:
        return ()
    which = known.counted_as
    if which == _SIMPLE:
        which += " (paracetamol, aspirin, anti-inflammatories and others that are no opioids)"
    return (
        Sourced(
            f"For headache: taking it, or any of the {which}, on {known.overuse_days} or more days "
            "a month for over 3 months is the line for overuse, and a reason to talk to a "
            "clinician. painlog counts the days on which you log it, and shows them from half of "
            "that line on. Of a course it also shows the days in course.",
            "ICHD-3, 8.2",
        ),
    )
