"""Read the treatments that a person names for what they log; an unknown one becomes their own."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from painlog.errors import NotUnderstoodError, PainlogError
from painlog.model.dose import Dose
from painlog.model.joined_treatments import separate_with_commas, separated, side_by_side
from painlog.model.known_treatments import Treatments, parts_of, together
from painlog.model.loose_words import refuse_how_often, refuse_loose_words, refuse_not_done
from painlog.model.miswritten import without_unit
from painlog.model.names import normal, without_marks
from painlog.model.treatment import KINDS, Kind, Treatment
from painlog.model.unknown_treatment import SeveralProductsError, UnknownTreatmentError

# Ordinary care uses these kinds; of the others, a person says so themselves.
_CONVENTIONAL: frozenset[Kind] = frozenset({"medication", "self-care", "exercise"})
KINDS_TO_TYPE = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"
KINDS_IN_WORDS = "medicine, self-care, manual, needling, exercise or other"


class Asking(NamedTuple):
    """How a person on a terminal is asked.

    `kind` returns the kind of an unknown treatment, None if they do not say. `product` returns the
    product that a brand with several of them means, None if it is none of them.
    """

    kind: Callable[[str], Kind | None]
    product: Callable[[str, Sequence[str]], str | None]


class NamedTreatments(NamedTuple):
    """The treatments that a person named, as an entry has them, and those that are new.

    `brands` pairs each brand that they typed with the medicine that it is.
    """

    names: tuple[str, ...] = ()
    doses: tuple[tuple[str, Dose], ...] = ()
    new: tuple[Treatment, ...] = ()
    brands: tuple[tuple[str, str], ...] = ()


class NamedTreatment(NamedTuple):
    """One treatment that a person named, with its dose and brand; `new` is set if it is new."""

    name: str
    dose: Dose | None = None
    new: Treatment | None = None
    brand: str | None = None


def name_treatments(
    texts: Iterable[str], known: Treatments, asking: Asking | None
) -> NamedTreatments:
    """Return the treatments that a person named, several of them in one text if they are joined.

    Args:
        texts: As typed, with doses.
        known: The catalogue's and the person's own.
        asking: None if nobody is there to answer; an unknown treatment is then of the kind "other",
            and a brand of several products is refused.

    Raises:
        NotUnderstoodError: if a name is one slip away from a known one or consists of several, or
            a brand cannot be asked about.
        RefusedError: if a name cannot be one, or a treatment is named with two doses.
    """
    found = list[NamedTreatment]()
    for part in (
        named for text in parts_of(texts) for named in separated(without_marks(text), known)
    ):
        named = name_treatment(part, known, asking)
        found.append(named)
        if named.new:
            known = Treatments((*known.all, named.new))
    return NamedTreatments(
        *together((named.name, named.dose) for named in found),
        tuple(named.new for named in found if named.new),
        tuple((named.brand, named.name) for named in found if named.brand),
    )


def named_together(parts: Sequence[NamedTreatments]) -> NamedTreatments:
    """Return what a person named in several texts, as if they had named it in one.

    Raises:
        RefusedError: if a treatment is named with two doses.
    """
    return NamedTreatments(
        *together((name, dict(part.doses).get(name)) for part in parts for name in part.names),
        tuple(new for part in parts for new in part.new),
        tuple(brand for part in parts for brand in part.brands),
    )


def name_treatment(text: str, known: Treatments, asking: Asking | None) -> NamedTreatment:
    """Return the one treatment that a person named, as `name_treatments` does for several."""
    text = without_marks(text)
    refuse_how_often(text, known)
    refuse_not_done(text, known)
    try:
        treatment, dose = known.read(text)
    except SeveralProductsError as error:
        if asking is None:
            raise
        _check_number(text, error.dose)
        if product := asking.product(error.name, error.products):
            return NamedTreatment(product, error.dose, brand=known.brand_in(text, product))
        name, dose = error.name, error.dose
    except UnknownTreatmentError as error:
        if several := side_by_side(text, known):
            raise NotUnderstoodError(separate_with_commas(several)) from None
        refuse_loose_words(text, known)
        if error.near or error.holds:
            raise
        _check_number(text, error.dose)
        name, dose = error.name, error.dose
    else:
        brand = known.brand_in(text, treatment.name)
        return NamedTreatment(treatment.name, dose, brand=brand)
    # The name is checked first: nobody need be asked about a text that cannot be a name.
    made = known.new(name, "other", conventional=False)
    kind = asking.kind(made.name) if asking else None
    if kind:
        made = known.new(name, kind, conventional=kind in _CONVENTIONAL)
    return NamedTreatment(made.name, dose, made)


def may_be_one(text: str, known: Treatments) -> bool:
    """Tell whether words that name several treatments, or none, would be one name in quotes."""
    try:
        return len(separated(text, known)) == 1 and bool(name_treatment(text, known, None))
    except PainlogError:
        return False


def _check_number(text: str, dose: Dose | None) -> None:
    """Make sure that a number after a name is not a dose whose unit is missing.

    Raises:
        NotUnderstoodError: if it may be one.
    """
    if dose is None and re.fullmatch(r".*\D\s+\d+(?:[.,]\d+)?", text.strip()):
        raise NotUnderstoodError(f'{without_unit(text)} Or say what you count: "2 tablets".')


def parse_kind(text: str) -> Kind | None:
    """Return the kind of a treatment that a person typed; None where they typed nothing.

    Raises:
        NotUnderstoodError: if there is no such kind.
    """
    word = normal(text).replace(" ", "-")
    if not word:
        return None
    if word in ("medicine", "medicines"):
        return "medication"
    for kind in KINDS:
        if word == kind:
            return kind
    raise NotUnderstoodError(f'"{text}" is not a kind of treatment. Type {KINDS_IN_WORDS}.')
