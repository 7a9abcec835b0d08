"""A dose is no part of a treatment's name: it is refused in one that a person chooses."""

from painlog.errors import RefusedError
from painlog.model.dose_reading import dose_inside, rate_inside, split_dose


def refuse_dose_in(name: str) -> None:
    """Refuse a name that has a dose in it, wherever that stands.

    Raises:
        RefusedError: with the name and the dose as they should be written.
    """
    rest, dose = split_dose(name)
    found = (rest, dose) if dose and rest else dose_inside(name)
    if found and found[0]:
        alone, beside = found
        raise RefusedError(
            f'"{name}" has a dose in it, {beside.written}, which is no part of a name. Call it '
            f'"{alone}", and write the dose behind the name: "{alone} {beside.written}".'
        )
    if rate := rate_inside(name):
        raise RefusedError(
            f'"{name}" has an amount in it, {rate}, which is no part of a name, and its unit is '
            "none that painlog knows. Leave it out, and write it in a note."
        )
