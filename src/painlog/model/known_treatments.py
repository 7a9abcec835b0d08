"""The treatments that can be named, and how what a person writes is read as one with its dose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.catalogue.brands import PRODUCTS
from painlog.model.dose import Dose, without_amount
from painlog.model.dose_beside import without_beside
from painlog.model.medicine_form import (
    OF_OILS,
    OIL,
    name_and_dose,
    with_route_of_form,
    without_form,
    without_patch,
)
from painlog.model.miswritten import how_to_write, take_apart, without_name
from painlog.model.names import Catalogue, did_you_mean, nearest, normal, singular, without_marks
from painlog.model.nothing_said import is_no_treatment, no_treatment
from painlog.model.shared_dose import SharedDoseError, refuse_shared_dose
from painlog.model.treatment import USUAL_TREATMENT, Kind, Treatment
from painlog.model.two_doses import TwoDoses, TwoDosesError, refuse_two_doses
from painlog.model.unknown_treatment import SeveralProductsError, UnknownTreatmentError
from painlog.model.unknown_unit import unknown_unit_in

# These separate the treatments of a list.
_SIGNS = "+,&"
# Names that stand for any medicine of their kind.
_ANY_MEDICINE = frozenset({"combination painkiller", "preventive medicine", "other medicine"})


class ReadTreatments(NamedTuple):
    """The treatments that a person named for one entry: names in order, and the doses said."""

    names: tuple[str, ...]
    doses: tuple[tuple[str, Dose], ...] = ()


class Treatments(Catalogue[Treatment]):
    """The treatments that can be named: painlog's own and the person's."""

    noun = "treatment"

    def find(self, text: str) -> Treatment:
        """Return the treatment that a person wrote: "tpt", "Trigger-point therapy".

        Raises:
            NotUnderstoodError: if no treatment has that name, if it is a brand of several products,
                or if there is a dose beside the name.
        """
        treatment, dose = self.read(text)
        if dose:
            raise NotUnderstoodError(
                f'"{text.strip()}" names a dose, but only a name is expected here. '
                f'Leave the dose out: "{treatment.name}".'
            )
        return treatment

    def read(self, text: str) -> tuple[Treatment, Dose | None]:
        """Return the treatment that a person wrote and its dose: "sumatriptan 50 mg".

        A name that happens to hold a number is that name.

        Raises:
            UnknownTreatmentError: if no treatment has that name; up to three are suggested.
            SeveralProductsError: if it is a brand with several products.
            SharedDoseError: if there is one dose for two medicines.
        """
        if known := self._known(text):
            return known
        rest, dose = name_and_dose(text)
        meant = rest if dose and rest else without_marks(text)
        if products := self._products(meant):
            raise SeveralProductsError(meant, products, dose)
        self._refuse_miswritten(meant, dose)
        holds = self._medicines_in(meant)
        raise UnknownTreatmentError(
            *(meant, () if holds else self.near(meant), dose, holds),
            can_be_added=self._can_be_added(meant),
        )

    def read_all(self, texts: Iterable[str]) -> ReadTreatments:
        """Return several treatments with their doses, each once; ";" may stand between them.

        Raises:
            NotUnderstoodError: as `read` does.
            RefusedError: if one is named with two different doses.
        """
        return together(
            (treatment.name, dose) for treatment, dose in map(self.read, parts_of(texts))
        )

    def understands(self, text: str) -> bool:
        """Tell whether a person's words name a treatment, with a dose or without."""
        try:
            return self._known(text) is not None
        except (SharedDoseError, TwoDosesError):
            return True
        except NotUnderstoodError:
            return False

    def name_of(self, text: str) -> str | None:
        """Return the name of what a person's words mean, None where they mean nothing here.

        The form of a medicine may stand behind its name: "ibuprofen tablets" is ibuprofen and
        "diclofenac cream" is diclofenac gel.
        """
        form = normal(text)
        if name := self._exactly(text) or self._name_of_form(form):
            return name
        base, topical = without_form(form)
        if topical is None:
            return self._with_brand(text)
        name = self._name_of_form(base)
        if name is None:
            products = self._products(text)
            return products[0] if len(products) == 1 else None
        if topical and not self.by_name[name].topical:
            name = self.forms.get(f"{name} gel", "")
        known = self.by_name.get(name)
        if known and form.endswith(f" {OIL}") and known.medicine_class != OF_OILS:
            return None
        return name if known and known.medicine_class and known.topical == topical else None

    def near(self, text: str) -> tuple[str, ...]:
        """Return up to three names that a person's words may have meant, as `nearest` does.

        A slip in a brand suggests that brand.
        """
        products = {brand: brand for brand in PRODUCTS}
        found = nearest(text, products | self.forms, medicines=self._medicines | products.keys())
        return tuple(
            name if name in products else self._brand_near(text, self.by_name[name]) or name
            for name in found
        )

    def brand_in(self, text: str, treatment: str) -> str | None:
        """Return the brand by which a person named a treatment: "Imigran" in "imigran 50 mg"."""
        words = f" {normal(text)} "
        of_several = (brand.title() for brand, held in PRODUCTS.items() if treatment in held)
        brands = (*self.by_name[treatment].brands, *of_several)
        # A medicine may have the name of a brand: capsaicin cream is no brand of itself.
        name = f" {normal(treatment)} "
        return next(
            (
                brand
                for brand in brands
                if f" {normal(brand)} " in words and f" {normal(brand)} " not in name
            ),
            None,
        )

    def with_class(self, name: str) -> tuple[Treatment, ...]:
        """Return the medicines of a class: "triptan", "triptans".

        Raises:
            NotUnderstoodError: if there is no such class.
        """
        found = self.class_named(name)
        return tuple(t for t in self.all if t.medicine_class == found)

    def class_named(self, name: str) -> str:
        """Return the class of medicines that a person named: "triptan" for "Triptans".

        Raises:
            NotUnderstoodError: if there is no such class.
        """
        classes = {normal(t.medicine_class): t.medicine_class for t in self.all if t.medicine_class}
        wanted = normal(name)
        found = classes.get(wanted) or classes.get(singular(wanted))
        if not found:
            near = did_you_mean(nearest(name, classes))
            raise NotUnderstoodError(
                f'No class of medicines is called "{name}".{near} See them with: painlog treatments'
            )
        return found

    def new(
        self, name: str, kind: Kind, *, conventional: bool, synonyms: Iterable[str] = ()
    ) -> Treatment:
        """Return a treatment of the person's own that is not among these yet.

        Raises:
            RefusedError: if a name is taken or unusable, or means that nothing was done.
        """
        first, others = self.own_names(name, synonyms)
        return Treatment(first, kind, conventional, others, own=True)

    @cached_property
    def _medicines(self) -> frozenset[str]:
        """The names that mean one medicine, which a look-alike must not suggest."""
        return frozenset(
            t.name
            for t in self.all
            if t.name not in _ANY_MEDICINE and (t.is_medicine or (t.own and t.kind == "other"))
        )

    def _others(self, thing: Treatment) -> Sequence[str]:
        return (*thing.synonyms, *thing.brands)

    def _known(self, text: str) -> tuple[Treatment, Dose | None] | None:
        if name := self.name_of(text):
            known = self.by_name[name]
            is_form = known.is_medicine and not self._exactly(text)
            return known, with_route_of_form(text, None) if is_form else None
        refuse_shared_dose(text, self)
        rest, dose = name_and_dose(text)
        if dose and (named := self._named_with_release(rest, dose)):
            return named
        name = (
            (self._meant_by(rest, dose) or self.name_of(without_patch(rest, dose)))
            if dose
            else None
        )
        if dose and name and not self._exactly(rest):
            dose = with_route_of_form(rest, dose)
        if name is None:
            refuse_two_doses(text, self)
            return self._without_amount(text)
        return self.by_name[name], dose

    def _named_with_release(self, rest: str, dose: Dose) -> tuple[Treatment, Dose | None] | None:
        """Return the person's own "zomorph MR" and its dose, which was read as 10 mg MR."""
        name = self.name_of(f"{rest} {dose.release}") if dose.release else None
        return (self.by_name[name], dose.without_release) if name else None

    def _meant_by(self, rest: str, dose: Dose) -> str | None:
        """Return the name that some words mean beside a dose; with a release it is no gel."""
        if name := self.name_of(rest):
            return name
        taken = [name for name in self._products(rest) if not self.by_name[name].topical]
        return taken[0] if dose.release and len(taken) == 1 else None

    def _without_amount(self, text: str) -> tuple[Treatment, Dose] | None:
        """Return the medicine in "sumatriptan by injection" and "tramadol retard"."""
        rest, said = without_beside(text) or ("", "")
        if not rest:
            return None
        dose = without_amount(said)
        name = self._meant_by(rest, dose)
        known = self.by_name[name] if name else None
        if known is None or not (known.is_medicine or (dose.release and not known.is_kind_said)):
            return None
        return known, with_route_of_form(rest, dose) or dose

    def _with_brand(self, text: str) -> str | None:
        """Return the medicine in "paracetamol (Calpol)", where both words mean it."""
        if not (found := re.fullmatch(r"([^()]+)\(([^()]+)\)", text.strip())):
            return None
        first, second = (self._meanings(part) for part in found.groups())
        both = [name for name in first if name in second]
        return both[0] if len(both) == 1 and self.by_name[both[0]].is_medicine else None

    def _meanings(self, text: str) -> tuple[str, ...]:
        name = self.name_of(text)
        return (name,) if name else self._products(text)

    def _brand_near(self, text: str, treatment: Treatment) -> str | None:
        names = {normal(name): name for name in (treatment.name, *treatment.synonyms)}
        brands = {normal(brand): brand for brand in treatment.brands}
        if not brands or nearest(text, names, medicines=names.values()):
            return None
        return next(iter(nearest(text, brands, 1, medicines=brands.values())), None)

    def _products(self, text: str) -> tuple[str, ...]:
        """Return what a brand of several products may be, in the form that was said."""
        base, topical = without_form(normal(text))
        return tuple(
            product
            for product in PRODUCTS.get(base, ())
            if product in self.by_name and topical in (None, self.by_name[product].topical)
        )

    def _refuse_miswritten(self, text: str, dose: Dose | None) -> None:
        """Refuse a number beside a known medicine: nobody could tell later what it meant."""
        if refusal := unknown_unit_in(text, self.understands):
            raise NotUnderstoodError(refusal)
        found = take_apart(text)
        if not found.name and any(map(str.isalpha, text)):
            raise NotUnderstoodError(without_name(text))
        if found.amount and (products := self._products(found.name)):
            raise SeveralProductsError(found.name, products, dose)
        name = self.name_of(found.name) if found.amount else None
        if name and not self.by_name[name].is_medicine:
            raise UnknownTreatmentError(text, (name,), dose, can_be_added=False)
        if name and found.has_number:
            raise NotUnderstoodError(how_to_write(text, name, found, dose))

    def _medicines_in(self, text: str) -> tuple[str, ...]:
        """Return the medicines whose name or brand is one or more words of a text."""
        words = normal(text).split()
        found = list[str]()
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                form = " ".join(words[first:last])
                name = self._name_of_form(form) or (form if form in PRODUCTS else None)
                known = self.by_name.get(name or "")
                if name and (known is None or known.atc or known.overuse_days):
                    found.append(name)
                    break
        return tuple(dict.fromkeys(found))[:3]

    def _searched(self, thing: Treatment) -> Iterator[str]:
        yield from super()._searched(thing)
        yield from (thing.kind, thing.what, thing.medicine_class, thing.atc)

    def _can_be_added(self, name: str) -> bool:
        if not any(map(str.isalpha, name)):
            return False
        try:
            self._refuse(name)
        except PainlogError:
            return False
        return True

    def _refuse(self, name: str) -> None:
        if sign := next((sign for sign in _SIGNS if sign in name), ""):
            raise RefusedError(
                f'The name of a treatment cannot contain "{sign}", which separates treatments in '
                "a list."
            )
        if is_no_treatment(name):
            raise no_treatment(name)
        if normal(name) in USUAL_TREATMENT:
            raise RefusedError(f'"{name}" means no treatment in particular; choose another name.')
        # Only for what is new.
        from painlog.model.new_treatment import refuse_amounts, refuse_loose_words  # noqa: PLC0415

        refuse_loose_words(name)
        super()._refuse(name)
        refuse_amounts(name, self)


def parts_of(texts: Iterable[str]) -> list[str]:
    """Return what stands between the ";" of some texts."""
    return [part.strip() for text in texts for part in text.split(";") if part.strip()]


def together(read: Iterable[tuple[str, Dose | None]]) -> ReadTreatments:
    """Return names and doses as an entry has them: each once, in order.

    Raises:
        RefusedError: if one is named with two different doses.
    """
    doses = dict[str, Dose | None]()
    for name, dose in read:
        other = doses.get(name)
        if other and dose and not dose.same(other):
            raise TwoDoses(name, other, dose).error()
        doses[name] = other or dose
    ordered = sorted(doses.items())
    return ReadTreatments(
        tuple(name for name, _ in ordered), tuple((name, dose) for name, dose in ordered if dose)
    )
