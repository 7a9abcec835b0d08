"""Medicines, and the days of intake a month that count as overuse in headache."""

from painlog.model.catalogue.standing import NOT_JUDGED
from painlog.model.treatment import Sourced, Treatment


def _medicine(
    name: str,
    what: str,
    synonyms: tuple[str, ...],
    overuse_days: int | None = None,
    overuse_class: str | None = None,
) -> Treatment:
    cautions = [Sourced("Never stop a prescribed medicine because of what painlog shows.")]
    if overuse_days:
        taking = f"taking it, or any of the {overuse_class}," if overuse_class else "taking it"
        cautions.append(
            Sourced(
                f"For headache: {taking} on {overuse_days} or more days a month for over 3 months "
                "is the line for overuse, and a reason to talk to a clinician. Below that line "
                "painlog says nothing.",
                "ICHD-3, 8.2",
            )
        )
    return Treatment(
        name,
        kind="medication",
        conventional=True,
        synonyms=synonyms,
        what=f"{what} {NOT_JUDGED}",
        cautions=tuple(cautions),
        overuse_days=overuse_days,
        overuse_class=overuse_class,
    )


MEDICATION: tuple[Treatment, ...] = (
    _medicine(
        "paracetamol",
        "Paracetamol, also called acetaminophen, on its own.",
        ("acetaminophen", "tylenol", "panadol"),
        overuse_days=15,
    ),
    _medicine(
        "ibuprofen",
        "Ibuprofen, an anti-inflammatory painkiller (NSAID).",
        ("advil", "motrin", "nurofen"),
        overuse_days=15,
        overuse_class="NSAIDs",
    ),
    _medicine(
        "aspirin",
        "Aspirin, also called acetylsalicylic acid.",
        ("acetylsalicylic acid", "asa"),
        overuse_days=15,
    ),
    _medicine(
        "other anti-inflammatory",
        "An anti-inflammatory painkiller (NSAID) other than ibuprofen and aspirin, such as "
        "naproxen or diclofenac.",
        (
            "nsaid",
            "other nsaid",
            "anti-inflammatory",
            "anti-inflammatory (nsaid)",
            "antiinflammatory",
            "naproxen",
            "aleve",
            "diclofenac",
            "celecoxib",
            "etoricoxib",
            "meloxicam",
            "ketoprofen",
            "indometacin",
            "indomethacin",
        ),
        overuse_days=15,
        overuse_class="NSAIDs",
    ),
    _medicine(
        "triptan",
        "A triptan, such as sumatriptan.",
        (
            "sumatriptan",
            "imigran",
            "imitrex",
            "rizatriptan",
            "maxalt",
            "zolmitriptan",
            "eletriptan",
            "naratriptan",
            "almotriptan",
            "frovatriptan",
        ),
        overuse_days=10,
        overuse_class="triptans",
    ),
    _medicine(
        "ergotamine",
        "Ergotamine.",
        ("ergot", "cafergot"),
        overuse_days=10,
    ),
    _medicine(
        "opioid",
        "An opioid, such as codeine, tramadol or morphine.",
        (
            "opiate",
            "opioid painkiller",
            "codeine",
            "dihydrocodeine",
            "tramadol",
            "tapentadol",
            "morphine",
            "oxycodone",
            "hydrocodone",
            "hydromorphone",
            "fentanyl",
            "buprenorphine",
        ),
        overuse_days=10,
        overuse_class="opioids",
    ),
    _medicine(
        "combination painkiller",
        "A painkiller that holds two or more medicines in one, such as co-codamol.",
        (
            "combination analgesic",
            "compound painkiller",
            "compound analgesic",
            "co-codamol",
            "cocodamol",
            "co-dydramol",
            "excedrin",
        ),
        overuse_days=10,
        overuse_class="combination painkillers",
    ),
    _medicine(
        "preventive medicine",
        "A medicine taken daily for prevention.",
        (
            "preventive",
            "preventative",
            "preventative medicine",
            "preventive medication",
            "daily preventive",
            "daily preventative",
            "prophylactic",
        ),
    ),
    _medicine(
        "other medicine",
        "A medicine that a doctor or pharmacist gave you or that you bought, and that painlog "
        "does not list.",
        ("other medication", "other meds", "other drug"),
    ),
)
