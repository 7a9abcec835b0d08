"""The form of a medicine beside its name: "ibuprofen tablets", "diclofenac cream"."""

import re

from painlog.model.dose import Dose, without_amount
from painlog.model.dose_beside import (
    BY_INJECTION,
    INTO_THE_NOSE,
    INTO_THE_RECTUM,
    PATCH_RATES,
    beside,
)
from painlog.model.dose_reading import split_dose
from painlog.model.names import normal
from painlog.model.release import is_release_word

# The forms in which a medicine comes, and whether such a form is put on the skin.
_FORMS = {
    **dict.fromkeys(("gel", "cream", "ointment", "emulgel"), True),
    **dict.fromkeys(
        (
            "tablet",
            "tablets",
            "pill",
            "pills",
            "caplet",
            "caplets",
            "capsule",
            "capsules",
            "syrup",
            "sachet",
            "sachets",
            "suppository",
            "suppositories",
            "drops",
            "liquid",
            "solution",
            "nasal spray",
            "nasal",
            "injection",
            "injections",
        ),
        False,
    ),
}


# The forms that tell by which route a medicine is taken.
_ROUTES = {
    **dict.fromkeys(("nasal", "nasal spray"), INTO_THE_NOSE),
    **dict.fromkeys(("injection", "injections"), BY_INJECTION),
    **dict.fromkeys(("suppository", "suppositories"), INTO_THE_RECTUM),
}


# Cannabis comes as an oil; of no other medicine is it known where an oil goes.
OIL = "oil"
OF_OILS = "cannabinoid"

# Forms that a medicine on the skin and one in the nose or mouth both have.
_OF_BOTH = frozenset({"spray", "sprays", "patch", "patches", "drop", "oral", "plaster"})

_PATCH = re.compile(r"\s(?:transdermal\s)?(?:patch(?:es)?|plasters?)$", re.IGNORECASE)


def is_form_word(word: str) -> bool:
    """Tell whether a word is a form of medicines, and names none by itself: "gel", "MR"."""
    form = normal(word)
    return form in _FORMS or form in _OF_BOTH or form == OIL or is_release_word(form)


def without_form(form: str) -> tuple[str, bool | None]:
    """Return a name without the form of a medicine, and whether that form is put on the skin."""
    for word, topical in _FORMS.items():
        if form.endswith(f" {word}"):
            return form.removesuffix(f" {word}"), topical
    if form.endswith(f" {OIL}"):
        return form.removesuffix(f" {OIL}"), False
    return form, None


def with_route_of_form(name: str, dose: Dose | None) -> Dose | None:
    """Return the dose of a medicine with the route that its form tells: "zolmitriptan nasal".

    Without an amount the route is all that is said of the dose. A form that tells no route is left
    out: "ibuprofen tablets".
    """
    form = normal(name)
    route = next((route for word, route in _ROUTES.items() if form.endswith(f" {word}")), None)
    if route is None:
        return dose
    if dose is None:
        return without_amount(route)
    is_said = beside(dose.written) or dose.unit in _ROUTES
    return dose if is_said else dose._replace(written=f"{dose.written} {route}")


def without_patch(name: str, dose: Dose) -> str:
    """Return the name of a medicine without the word for the patch that its rate is of."""
    of_patch = dose.unit in PATCH_RATES.values()
    return _PATCH.sub("", name) if of_patch else name


def name_and_dose(text: str) -> tuple[str, Dose | None]:
    """Split a text as `split_dose` does, also where a form stands behind the dose.

    Raises:
        NotUnderstoodError: as `split_dose` does.
    """
    return split_dose(_without_form_after_dose(text))


def _without_form_after_dose(text: str) -> str:
    """Return "ibuprofen 400 mg tablets" without its last word, which hides the dose."""
    unpatched = _PATCH.sub("", text.strip())
    of_patch = split_dose(unpatched)[1] if unpatched != text.strip() else None
    if of_patch and of_patch.unit in PATCH_RATES.values():
        return unpatched
    first, _, last = text.strip().rpartition(" ")
    by_itself = _FORMS.get(normal(last)) is False and not split_dose(text)[1]
    return first if by_itself and split_dose(first)[1] else text
