"""How a medicine counts towards overuse, without the rest of what the catalogue says about it.

`painlog` alone asks this each time it starts, and making the whole catalogue takes it longer than
anything else.
"""

from collections.abc import Container
from typing import NamedTuple

from painlog.model.catalogue.medicine_classes import NOT_TAKEN, class_of
from painlog.model.catalogue.medicine_table import medicine_rows


class CountedMedicine(NamedTuple):
    """How a medicine of the catalogue counts; the fields are those of `Treatment`."""

    overuse_days: int | None
    overuse_class: str | None
    is_taken: bool


def counted_medicines(names: Container[str]) -> dict[str, CountedMedicine]:
    """Return the medicines of the catalogue that are among some names, by name."""
    return {name: _counted(of_class) for of_class, (name, *_) in medicine_rows() if name in names}


def _counted(of_class: str) -> CountedMedicine:
    known = class_of(of_class)
    return CountedMedicine(known.overuse_days, known.counted_as, of_class not in NOT_TAKEN)
