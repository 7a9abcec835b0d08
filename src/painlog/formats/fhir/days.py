"""What belongs to a day, as FHIR R4 Observations: factors such as sleep and stress, and notes."""

from collections.abc import Iterator

from painlog.formats.fhir.parts import (
    LOINC,
    Part,
    coded,
    coding,
    derived,
    identity,
    name,
    observation,
    quantity,
    reference,
    score,
    texts,
    written_at,
)
from painlog.model.contents import Background
from painlog.model.factor import SLEEP, DayFactor, DayNote, Factor

_SLEEP = coding(LOINC, "93832-4", "Sleep duration")


def of_days(background: Background, person: str) -> Iterator[Part]:
    """Give each factor of each day, then the notes of days, as Observations of the Patient."""
    factors = {factor.name: factor for factor in background.factors}
    for value in background.day_factors:
        yield _of_factor(value, factors.get(value.factor, Factor(value.factor)), person)
    for note in background.day_notes:
        yield from _of_note(note, person)


def _of_factor(value: DayFactor, factor: Factor, person: str) -> Part:
    # LOINC has no code for a stress of 0 to 10, nor for factors of one's own.
    is_sleep = factor._replace(asked=False) == SLEEP
    code = coded(_SLEEP, factor.name) if is_sleep else name(factor.name)
    return {
        **observation(identity(value.uid), person, code),
        "effectiveDateTime": value.day.isoformat(),
        **written_at(value.updated_at),
        "performer": [reference(person, "Patient")],
        **_value(value.value, factor),
    }


def _value(value: float, factor: Factor) -> Part:
    if factor.measure == "yes-no":
        return {"valueBoolean": bool(value)}
    # "7.0" would claim a precision that nobody meant.
    value = int(value) if value.is_integer() else value
    if factor.measure == "scale":
        return {"valueQuantity": score(value)}
    # A unit of one's own may hold what FHIR forbids.
    return {"valueQuantity": quantity(value, next(texts(factor.unit), ""))}


def _of_note(note: DayNote, person: str) -> Iterator[Part]:
    uid = identity(note.uid)
    for number, text in enumerate(texts(note.note)):
        yield {
            **observation(
                derived(uid, f"note {number}") if number else uid, person, name("note of a day")
            ),
            "effectiveDateTime": note.day.isoformat(),
            **written_at(note.updated_at),
            "performer": [reference(person, "Patient")],
            "valueString": text,
        }
