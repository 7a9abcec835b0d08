"""Tell which uses of a medicine say that there was an attack, in an attack diary."""

from collections.abc import Mapping
from typing import NamedTuple

from painlog.analysis.medicines import acute_medicines
from painlog.model.catalogue.medicine_classes import is_for_attacks
from painlog.model.treatment import Treatment
from painlog.model.use import Use


class AttackMedicines(NamedTuple):
    """The names of the medicines that are taken against an attack.

    `painkillers` have a line of overuse. `others`, such as oxygen or a medicine against sickness,
    are taken for much else as well.
    """

    painkillers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def tells(self, use: Use) -> bool:
        """Tell whether a use is one against an attack, or may be one of a place nobody said."""
        named = use.region is not None and use.treatment in self.others
        return named or use.treatment in self.painkillers


def attack_medicines(treatments: Mapping[str, Treatment]) -> AttackMedicines:
    """Return the medicines among some treatments, by name, that are taken against an attack."""
    painkillers = acute_medicines(treatments)
    others = (t.name for t in treatments.values() if is_for_attacks(t.medicine_class, t.name))
    return AttackMedicines(painkillers, frozenset(others) - painkillers)


NO_MEDICINES = AttackMedicines()
