"""How much of a treatment was used: an amount and its unit, and the person's words for it."""

import re
from typing import NamedTuple

from painlog.model.dose_beside import PATCH_RATES, beside, release_in
from painlog.model.how_often import without_how_often

MOST = 1_000_000
# Units of what a packet has many of, all of one strength.
EACH_ALIKE = frozenset({"tablet", "capsule"})
# Units of what is worn on the skin for days.
OF_PATCHES = frozenset({"patch", *PATCH_RATES.values()})
_MASS_IN_MG = {"g": 1000.0, "mg": 1.0, "µg": 0.001}
# How much a dose is, whatever its writing.
Size = tuple[float | str, str]


class Dose(NamedTuple):
    """An amount and its unit, and the person's own words for it, tidied up, which are shown.

    `amount` is the whole of it: "2 × 500 mg" is 1000 mg. It is None, and `unit` empty, for the
    strength of a combination ("30/500") or of a liquid ("10 mg/5 ml"), and where only the route or
    the release was said ("by injection", "MR"). The words may end with what `dose_beside` knows:
    "6 mg under the skin", "100 mg retard", "12 l/min for 15 minutes"; in a course, with how often:
    "500 mg twice a day". That is no part of the amount.
    """

    amount: float | None
    unit: str
    written: str

    @property
    def milligrams(self) -> float | None:
        """How much it weighs; None where it is said in tablets, millilitres or the like."""
        if self.amount is None or self.unit not in _MASS_IN_MG:
            return None
        return _in_base_unit(self.amount, self.unit)[0]

    @property
    def is_of_patch(self) -> bool:
        """Tell whether it is of a patch: a number of them, or what one gives off."""
        return self.unit in OF_PATCHES

    @property
    def amount_written(self) -> str:
        """The amount in the person's words, without a release and a route."""
        return self.written.removesuffix(beside(self.written)).rstrip()

    @property
    def release(self) -> str:
        """How fast it is released, in the person's words: "MR"; "" where that was not said."""
        return release_in(self.written)

    @property
    def without_release(self) -> "Dose | None":
        """The dose without its release; None where it is nothing else."""
        rest = " ".join(f" {self.written} ".replace(f" {self.release} ", " ", 1).split())
        return self._replace(written=rest) if rest else None

    @property
    def size(self) -> Size:
        """What doses share that are as much, as often, in one release and by one route."""
        if self.amount is None:
            return _in_one_word(self.written), ""
        amount, unit = _in_base_unit(self.amount, self.unit)
        return amount, f"{unit} {_in_one_word(beside(self.written))}".rstrip()

    @property
    def of_one_use(self) -> "Dose | None":
        """The dose of a course without how often; None where it is nothing else."""
        once = without_how_often(self.written)
        return self._replace(written=once) if once else None

    def same(self, other: "Dose") -> bool:
        """Tell whether both are equally much, however they were written."""
        return self.size == other.size


def same_dose(one: Dose | None, other: Dose | None) -> bool:
    """Tell whether two doses are equally much, however they were written, or both not said."""
    return one.same(other) if one and other else one is other


def without_amount(said: str) -> Dose:
    """Return the dose of a medicine of which only the release or the route was said."""
    return Dose(None, "", said)


def with_how_often(dose: Dose | None, often: str) -> Dose:
    """Return the dose of a course with how often it is used behind it."""
    if dose is None:
        return Dose(None, "", often)
    return dose._replace(written=f"{dose.written} {often}")


def _in_one_word(often: str) -> str:
    """Return words of a dose in which "once a day" and "every day" are one thing."""
    return re.sub(r"\bonce a (?=day|week|month|night)", "every ", often)


def _in_base_unit(amount: float, unit: str) -> tuple[float, str]:
    if unit == "hour":
        return round(amount * 60, 6), "minute"
    # To a millionth, so that 0.1 g is 100 mg in the arithmetic of a computer, too.
    return (round(amount * _MASS_IN_MG[unit], 6), "mg") if unit in _MASS_IN_MG else (amount, unit)
