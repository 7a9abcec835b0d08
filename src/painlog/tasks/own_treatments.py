"""Make and edit treatments of the person's own from what they say of them."""

from collections.abc import Iterable
from typing import NamedTuple

from painlog.errors import RefusedError
from painlog.model.known_treatments import Treatments
from painlog.model.treatment import Kind, Treatment


class TreatmentFacts(NamedTuple):
    """What a person said of a treatment; None for what they did not say."""

    kind: Kind | None
    conventional: bool | None
    medicine_class: str | None


def new_treatment(
    known: Treatments, name: str, said: TreatmentFacts, synonyms: Iterable[str] = ()
) -> Treatment:
    """Return a new treatment of the person's own.

    A class of medicines makes it a medicine.

    Raises:
        NotUnderstoodError: if there is no such class.
        RefusedError: if a name is taken or unusable, or a class is given to what is not a medicine.
    """
    made = known.new(name, said.kind or "other", conventional=False, synonyms=synonyms)
    return changed_treatment(known, made, said)


def changed_treatment(known: Treatments, old: Treatment, said: TreatmentFacts) -> Treatment:
    """Return a treatment as described; what is made a medicine is conventional by default.

    Raises:
        NotUnderstoodError: if there is no such class.
        RefusedError: if a class is given to what is not a medicine, or if it is called
            complementary without a kind.
    """
    named = known.class_named(said.medicine_class) if said.medicine_class is not None else None
    kind = said.kind or ("medication" if named else old.kind)
    if named and kind != "medication":
        raise RefusedError(
            f'"{named}" is a class of medicines, but the kind {kind} is not a medicine. Leave '
            "out --class or --kind."
        )
    conventional = said.conventional
    if conventional is False and kind == "other":
        raise RefusedError(
            "--complementary needs a kind that painlog can keep beside it. Say which it is, as in: "
            "--kind manual --complementary"
        )
    if conventional is None:
        said_medicine = said.kind == "medication" or named is not None
        conventional = said_medicine or (said.kind is None and old.conventional)
    medicine_class = named or (old.medicine_class if kind == "medication" else "")
    return old._replace(kind=kind, conventional=conventional, medicine_class=medicine_class)
