"""Read the days in a journal's JSON: their notes and factors, and the order of checkin."""

from datetime import date
from typing import Any

from painlog.errors import BadFileError, NotUnderstoodError, RefusedError
from painlog.formats import json_fields as fields
from painlog.formats.json_fields import Object
from painlog.model.contents import Background
from painlog.model.factor import (
    FACTORS,
    IN_WORDS,
    MEASURES,
    CheckinPlace,
    DayFactor,
    DayNote,
    DayState,
    Factor,
    is_value,
)

DAY = "painlog.day/1"
FACTORS_SCHEMA = "painlog.factors/1"


def day_object(state: DayState, day: date) -> dict[str, Any]:
    """Return a day's factors and note, as the command `day` prints them; yes is 1 and no is 0."""
    return {
        "schema": DAY,
        "day": day.isoformat(),
        "factors": [
            {"name": f.name, "measure": f.measure, "unit": f.unit, "value": value}
            for f, value in state.values
        ],
        "note": state.note,
    }


def read_note(value: Object, day: date) -> DayNote:
    """Return the note of a day.

    Raises:
        RefusedError: if it is empty.
    """
    note = fields.text(value, "note")
    if not note:
        raise RefusedError("its note is empty")
    return DayNote(
        day, note, fields.uid(value), fields.id_of(value), fields.written(value, "updated_at")
    )


def read_factor(value: Object) -> Factor:
    """Return how a factor is measured."""
    return Factor(
        fields.name(value, "name"),
        fields.one_of(value, "measure", MEASURES),
        fields.text(value, "unit"),
        asked=value.get("asked") is True,
        own=value.get("own") is not False,
    )


def read_value(value: Object, day: date) -> DayFactor:
    """Return the value of a factor on a day.

    Raises:
        NotUnderstoodError: if it is not a number.
    """
    number = fields.needed(value, "value")
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise NotUnderstoodError(f"value is {fields.shown(number)}; a number is expected")
    return DayFactor(
        day,
        fields.name(value, "factor"),
        float(number),
        fields.uid(value),
        fields.id_of(value),
        fields.written(value, "updated_at"),
    )


def read_place(value: Object) -> CheckinPlace:
    """Return a place that checkin asks about; its position follows from the list."""
    return CheckinPlace(0, fields.name(value, "region"), fields.side(value))


def in_order(background: Background) -> Background:
    """Return the background with the places of checkin numbered, after checking all factors.

    Raises:
        BadFileError: if a day has a factor that the file does not describe, or a value that the
            factor does not allow.
    """
    known = {factor.name: factor for factor in (*FACTORS, *background.factors)}
    for value in background.day_factors:
        factor = known.get(value.factor)
        if factor is None:
            raise BadFileError(
                f"The file has a value on {value.day} of a factor that it does not describe: "
                f"{fields.shown(value.factor)}. Nothing was imported."
            )
        if not is_value(value.value, factor.measure):
            raise BadFileError(
                f"The file has {fields.shown(value.factor)} {value.value:g} on {value.day}; "
                f"{IN_WORDS[factor.measure]} is expected. Nothing was imported."
            )
    return background._replace(
        checkin_places=tuple(
            place._replace(position=number)
            for number, place in enumerate(background.checkin_places, start=1)
        )
    )
