"""Treatments of the person's own, new and edited, by what they say of them."""

from collections.abc import Iterable
from typing import NamedTuple

from painlog.errors import RefusedError
from painlog.model.treatment import Kind, Treatment, Treatments


class TreatmentFacts(NamedTuple):
    """What a person said of a treatment; None for what they did not say."""

    kind: Kind | None
    conventional: bool | None
    medicine_class: str | None


def new_treatment(
    known: Treatments, name: str, said: TreatmentFacts, synonyms: Iterable[str] = ()
) -> Treatment:
    """Return a treatment of the person's own that is not among the known ones yet.

    What has a class of medicines is a medicine, whatever kind it would be otherwise.

    Raises:
        NotUnderstoodError: if there is no such class.
        RefusedError: if a name is taken or unusable, or a class is said of what is no medicine.
    """
    made = known.new(name, said.kind or "other", conventional=False, synonyms=synonyms)
    return changed_treatment(known, made, said)


def changed_treatment(known: Treatments, old: Treatment, said: TreatmentFacts) -> Treatment:
    """Return a treatment with what was said of it; a medicine is conventional unless it was said.

    Raises:
        NotUnderstoodError: if there is no such class.
        RefusedError: if a class is said of what is no medicine.
    """
    named = known.class_named(said.medicine_class) if said.medicine_class is not None else None
    kind = said.kind or ("medication" if named else old.kind)
    if named and kind != "medication":
        raise RefusedError(
            f'"{named}" is a class of medicines, and the kind {kind} is none. Leave one of --class '
            "and --kind out."
        )
    conventional = said.conventional
    if conventional is None:
        said_medicine = said.kind == "medication" or named is not None
        conventional = said_medicine or (said.kind is None and old.conventional)
    medicine_class = named or (old.medicine_class if kind == "medication" else "")
    return old._replace(kind=kind, conventional=conventional, medicine_class=medicine_class)
