"""What the name of a new treatment cannot be: an amount, a remark, or words around a name."""

from typing import TYPE_CHECKING

from painlog.errors import RefusedError
from painlog.files.command_line import as_typed
from painlog.model.dose_in_name import refuse_dose_in
from painlog.model.how_often import how_often
from painlog.model.joined_treatments import joining_word_in
from painlog.model.loose_words import refuse_loose_ends, refuse_remark
from painlog.model.medicine_form import name_and_dose
from painlog.model.miswritten import how_to_write, take_apart, without_name
from painlog.model.unknown_unit import unknown_unit_in

if TYPE_CHECKING:
    from painlog.model.known_treatments import Treatments


def refuse_loose_words(name: str) -> None:
    """Refuse a name with words at its ends that are part of no name, and a remark.

    Raises:
        RefusedError: with how to write it.
    """
    if word := joining_word_in(name):
        raise RefusedError(
            f'"{name}" cannot be a treatment: "{word}" joins the names of others. Name each, '
            'as in "heat and rest".'
        )
    refuse_remark(name)
    refuse_loose_ends(name)


def refuse_amounts(name: str, known: "Treatments") -> None:
    """Refuse a name that is an amount or a word for one, or has an amount in it.

    Raises:
        RefusedError: with how to write it.
    """
    found = take_apart(name)
    alone, dose = name_and_dose(name)
    if not any(map(str.isalpha, alone if dose else found.name)) and (dose or found.has_number):
        raise RefusedError(f'"{name}" is an amount. Name the treatment first, as in "heat 20 min".')
    if not found.name and found.amount:
        raise RefusedError(without_name(name))
    medicine = known.name_of(found.name) if found.has_number else None
    meant = known.name_of(alone) if dose else None
    if meant and dose:
        raise RefusedError(
            f'"{name}" is {meant} with a dose, which is no part of a name. Log it with: '
            f"painlog take {as_typed(meant)} {dose.written}"
        )
    if medicine and known.by_name[medicine].is_medicine:
        raise RefusedError(how_to_write(name, medicine, found, None))
    if refusal := unknown_unit_in(name, known.understands):
        raise RefusedError(f"{refusal} If the number belongs to a name, write it as a word.")
    often = how_often(name)
    if often and known.understands(often.rest):
        raise RefusedError(
            f'"{often.typed}" in "{name}" says how often, which is no part of a name. start keeps '
            f"it: painlog start {' '.join(map(as_typed, often.rest.split()))} {often.written}"
        )
    refuse_dose_in(name)
