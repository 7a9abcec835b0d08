"""What painlog knows about each medicine: its row in `medicine_table`, and what its class says."""

from painlog.model.catalogue.medicine_classes import (
    TOPICAL,
    cautions_of,
    class_of,
    on_the_skin,
    what_it_is,
)
from painlog.model.catalogue.medicine_table import medicine_rows
from painlog.model.treatment import Treatment

# The parts of each combination whose name does not tell them.
_PARTS = {
    "co-codamol": ("codeine", "paracetamol"),
    # As sold in the United States, where a tablet holds less paracetamol than one of co-codamol.
    "acetaminophen with codeine": ("codeine", "paracetamol"),
    "co-dydramol": ("dihydrocodeine", "paracetamol"),
    "co-codaprin": ("codeine", "aspirin"),
}


def _medicine(of_class: str, name: str, atc: str, also: str, brands: str) -> Treatment:
    known = class_of(of_class)
    parts = _PARTS.get(name) or _parts_in(name)
    return Treatment(
        name,
        "medication",
        conventional=True,
        synonyms=_names(also),
        what=what_it_is(known, name, parts),
        cautions=(*cautions_of(known, name, parts), *on_the_skin(name, atc)),
        overuse_days=known.overuse_days,
        overuse_class=known.counted_as,
        topical=of_class == TOPICAL,
        atc="" if atc == "-" else atc,
        medicine_class=of_class,
        parts=parts,
        brands=_names(brands),
    )


def _names(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(", "))


def _parts_in(name: str) -> tuple[str, ...]:
    """Return the parts of "aspirin with paracetamol and caffeine", none for a single medicine."""
    first, _, others = name.partition(" with ")
    return (first, *others.split(" and ")) if others else ()


MEDICINES: tuple[Treatment, ...] = tuple(
    _medicine(of_class, *cells) for of_class, cells in medicine_rows()
)
CLASSES = tuple(dict.fromkeys(medicine.medicine_class for medicine in MEDICINES))
