"""Two doses of one treatment: "prednisolone 15 mg then 10 mg" is two uses, or two steps."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.files.command_line import as_typed
from painlog.model.dose import Dose
from painlog.model.dose_reading import LONGEST, split_dose
from painlog.model.medicine_form import name_and_dose
from painlog.model.names import normal

if TYPE_CHECKING:
    from painlog.model.known_treatments import Treatments

_BETWEEN = re.compile(
    r"\s*(?:[,;]?\s*\b(?:and\s+then|and|plus|then|followed\s+by)\b|&|(?<!\d)\+|\+(?!\d)|[,;](?!\d))\s*",
    re.IGNORECASE,
)


class TwoDosesError(RefusedError):
    """A treatment with two doses, each of which is logged by itself."""


class TwoDoses(NamedTuple):
    """A treatment as typed, and its doses in the order in which they were said."""

    name: str
    first: Dose
    second: Dose

    def error(self) -> TwoDosesError:
        """Return the refusal, with the command that logs each dose below it."""
        return TwoDosesError(
            f"{self.name} is named with two doses, {self.first.written} and "
            f"{self.second.written}. Log each by itself.",
            *self.commands("take"),
        )

    def commands(self, command: str) -> tuple[str, str]:
        """Return the command for each dose: "painlog take prednisolone 15 mg"."""
        name = " ".join(map(as_typed, self.name.split()))
        first, second = (
            f"painlog {command} {name} {dose.written}" for dose in (self.first, self.second)
        )
        return first, second


def refuse_two_doses(text: str, known: "Treatments") -> None:
    """Refuse a text that names a treatment with one dose after the other.

    Raises:
        TwoDosesError: with the commands to type.
    """
    if found := two_doses_in(text, known):
        raise found.error()


def two_doses_in(text: str, known: "Treatments") -> TwoDoses | None:
    """Return the treatment that a text names with one dose after the other; None for none.

    "Ibuprofen 400 mg, 2 tablets" is one dose, the strength of each tablet and how many.
    """
    if len(text) > 2 * LONGEST or not _BETWEEN.search(text):
        return None
    for one, other in pairwise(filter(None, _BETWEEN.split(text))):
        (name, first), (again, second) = _split(one), _split(other)
        if not (name and first and second) or _is_one_dose(one, other, text):
            continue
        if not again or _means(name, known) == _means(again, known):
            return TwoDoses(known.name_of(name) or name, first, second)
    return None


def _split(text: str) -> tuple[str, Dose | None]:
    try:
        # Nothing but a dose has no name for a form to stand behind.
        alone = split_dose(text)
        return alone if alone[1] and not alone[0] else name_and_dose(text)
    except NotUnderstoodError:
        return text, None


def _means(name: str, known: "Treatments") -> str:
    return known.name_of(name) or normal(name)


def _is_one_dose(one: str, other: str, text: str) -> bool:
    joined = f"{one}, {other}"
    return joined in " ".join(text.split()) and _split(joined)[0] == _split(one)[0]
