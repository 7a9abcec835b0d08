"""What a person does about the pain: a treatment, its kind, and what is known of it."""

from typing import Literal, NamedTuple

from painlog.model.catalogue.medicine_classes import NOT_TAKEN
from painlog.model.sourced import Sourced

Kind = Literal["self-care", "manual", "needling", "exercise", "medication", "other"]
KINDS: tuple[Kind, ...] = ("self-care", "manual", "needling", "exercise", "medication", "other")
# What people do by themselves. The catalogue's treatments of these kinds are ordinary care that
# nobody prescribes.
BY_ONESELF: frozenset[Kind] = frozenset({"self-care", "exercise"})
Care = Literal["conventional", "complementary"]
# How a person says, as an arm of a trial, that nothing is changed; these can name no treatment.
USUAL_TREATMENT = frozenset({"as usual", "usual", "the usual"})


class Treatment(NamedTuple):
    """Something done about the pain.

    `conventional` is True for what ordinary medical care includes and False for what is used
    besides it. `overuse_days` is the line of ICHD-3 8.2 for medicines against headache, in days of
    intake a month, and None for everything else. `overuse_class` is the class of medicines whose
    days count together ("triptans"), and None where the medicine counts alone. A medicine of the
    catalogue has a class (`medicine_class`), its code in the WHO's ATC index unless it stands for a
    whole class, the parts of a combination, and brands that mean it everywhere; one of the person's
    own has a class if they said so. `topical` is True for what is put on the skin, which is never
    counted.
    """

    name: str
    kind: Kind = "other"
    conventional: bool = False
    synonyms: tuple[str, ...] = ()
    what: str = ""
    what_not: str = ""
    evidence: tuple[Sourced, ...] = ()
    cautions: tuple[Sourced, ...] = ()
    overuse_days: int | None = None
    overuse_class: str | None = None
    topical: bool = False
    own: bool = False
    atc: str = ""
    medicine_class: str = ""
    parts: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()

    @property
    def is_medicine(self) -> bool:
        """Whether it is a medicine, by its kind or because its name is that of a known one."""
        return self.kind == "medication" or bool(self.medicine_class)

    @property
    def is_taken(self) -> bool:
        """Whether days with it are days of intake: a medicine that is not for the skin, no gas."""
        return self.is_medicine and not self.topical and self.medicine_class not in NOT_TAKEN

    @property
    def is_kind_said(self) -> bool:
        """Whether it is known what it is: one's own is of the kind other until they say more."""
        return not self.own or self.kind != "other" or self.conventional or self.is_medicine

    @property
    def care(self) -> Care | None:
        """Whether it is conventional or complementary, None where nobody said so.

        What people do by themselves is neither unless they call it conventional, and nothing is
        known of a treatment of their own without a kind.
        """
        if self.conventional:
            return "conventional"
        unsaid = self.own and (self.kind in BY_ONESELF or self.kind == "other")
        return None if unsaid else "complementary"

    @property
    def may_be_prescribed(self) -> bool:
        """Whether it is a medicine, or care that a clinician may have prescribed.

        A treatment of the person's own that they call conventional may be, whatever its kind.
        """
        care = self.conventional and (self.own or self.kind not in BY_ONESELF)
        return self.is_medicine or care
