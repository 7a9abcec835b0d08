"""The regions and treatments in rows: each looked up once, the unknown ones collected."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.factor import FACTORS
from painlog.model.joined_treatments import separated, side_by_side
from painlog.model.known_treatments import Treatments, parts_of
from painlog.model.loose_words import refuse_no_treatment
from painlog.model.medicine_form import name_and_dose
from painlog.model.names import normal, with_former_names, without_marks
from painlog.model.region import (
    Regions,
    Side,
    label,
    parse_side,
    side_in,
    without_label,
    without_side_words,
)
from painlog.model.unknown_treatment import SeveralProductsError, UnknownTreatmentError
from painlog.model.use import with_dose

if TYPE_CHECKING:
    from painlog.model.dose import Dose
    from painlog.model.known_treatments import ReadTreatments
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

Noun = Literal["region", "treatment"]
MOST_NEW_NAMES = 200
_REMEMBERED = 4096
# How alike names must be, from 0 to 1: "Knie" and "knee" just are.
_ALIKE = 0.75
# Between several regions in one cell; the second kind may also be part of one name.
_LISTED = re.compile(r"[;,|\r\n]")
_JOINED = re.compile(r"[/+&]|\b(?:and|und|et|y|en)\b")


class Unknown(NamedTuple):
    """A name that painlog does not know."""

    noun: Noun
    name: str

    @property
    def field(self) -> str:
        """The field of an entry that has such names."""
        return "region" if self.noun == "region" else "treatments"


class UnknownName(NamedTuple):
    """An unknown name in full: how many rows have it, similar names, and the options that map it.

    `several` says that one cell names several known regions. `apart` are the known treatments of
    which a name consists, with nothing between them. `why` is a sentence about what is wrong with
    it, "" for none. `may_be_own` says whether it can become a name of the person's own.
    """

    noun: Noun
    name: str
    rows: int
    near: Sequence[str]
    options: Sequence[str]
    several: bool = False
    apart: Sequence[str] = ()
    why: str = ""
    may_be_own: bool = True


class Renamed(NamedTuple):
    """What the former names of the person's own regions and treatments are called now."""

    regions: Mapping[str, str] = {}
    treatments: Mapping[str, str] = {}


NOTHING_RENAMED = Renamed()


class UnknownNamesError(NotUnderstoodError):
    """A row has names that painlog does not know."""

    def __init__(self, unknown: Iterable[Unknown]) -> None:
        self.unknown = tuple(unknown)
        first = self.unknown[0]
        super().__init__(f'No {first.noun} is called "{first.name}"')


def places_in(text: str) -> list[str]:
    """Return the parts of a cell that lists several regions; all of it where it lists none."""
    listed = [part.strip() for part in _LISTED.split(text) if without_side_words(part).strip()]
    # "Scar, left" is one region.
    if len(listed) < 2:
        listed = [part.strip() for part in _JOINED.split(text) if part.strip()]
    return listed if len(listed) > 1 else [text]


def _are_alike(written: str, name: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415 - seldom needed

    return SequenceMatcher(None, written.casefold(), name).ratio() >= _ALIKE


def _without_dose(text: str) -> str:
    try:
        return name_and_dose(text)[0] or text
    except NotUnderstoodError:
        return text


class KnownNames:
    """The names of the catalogue and the person's own, and what they mean.

    With `add_unknown`, an unknown name becomes one of the person's own: `new_regions` and
    `new_treatments` are those, by name. With `add_treatments`, an unknown treatment does. `whole`
    says that painlog wrote the names: a cell has one region, and only ";" separates treatments.
    `day_factors` are the names of what belongs to a day. `renamed` are the former names that were
    met, each with the present one.
    """

    def __init__(
        self,
        regions: Regions,
        treatments: Treatments,
        *,
        add_unknown: bool = False,
        former: Renamed = NOTHING_RENAMED,
    ) -> None:
        self.regions = Regions(with_former_names(regions, former.regions))
        self.treatments = treatments = Treatments(with_former_names(treatments, former.treatments))
        self.renamed: dict[str, str] = {}
        self._former = former
        self.new_regions: dict[str, Region] = {}
        self.new_treatments: dict[str, Treatment] = {}
        self.add_treatments = add_unknown
        self.whole = False
        self.day_factors = tuple(factor.name for factor in FACTORS)
        self._known = treatments
        self._add_unknown = add_unknown
        self.place: Callable[[str, str], tuple[str, Side | None]]
        self.list: Callable[[str], ReadTreatments]
        self._forget()

    def check(self, region: str, treatments: str) -> None:
        """Check that names are known.

        Raises:
            UnknownNamesError: with all that are not.
        """
        found = self._unknown(region, treatments)
        if found:
            raise UnknownNamesError(found)

    def near(self, unknown: Unknown) -> tuple[str, ...]:
        """Return up to three names that an unknown one may have meant."""
        if unknown.noun == "region":
            return self.regions.near(unknown.name)
        near, dose = self._near_treatments(unknown.name, self.treatments)
        return tuple(with_dose(name, dose) for name in near)

    def near_treatments(self, name: str) -> tuple[str, ...]:
        """Return the treatments that a new one may have meant, itself aside."""
        return tuple(self._near_treatments(name, self._known)[0])

    def _near_treatments(
        self, text: str, treatments: Treatments
    ) -> "tuple[Sequence[str], Dose | None]":
        try:
            treatments.read(text)
        except UnknownTreatmentError as error:
            return error.near, error.dose
        except SeveralProductsError as error:
            return error.products, error.dose
        except NotUnderstoodError:
            # A number without a unit.
            pass
        return (), None

    def meant(self, unknown: Unknown) -> str | None:
        """Return the only name that an unknown one likely meant, with its side; None if several.

        Of treatments beside each other it is all of them: "massage heat" can mean nothing else.
        Even the nearest of several may be far off, and two medicines may have similar names: a
        command to copy must not choose.
        """
        near = self.near(unknown)
        if apart := self.apart(unknown):
            return "; ".join(apart)
        if len(near) != 1 or self.holds_several(unknown):
            return None
        known = self.regions if unknown.noun == "region" else self.treatments
        forms = (form for form, name in known.forms.items() if name == near[0])
        if not any(_are_alike(without_side_words(unknown.name), form) for form in forms):
            return None
        if unknown.noun == "treatment" or self.regions.by_name[near[0]].sides == "none":
            return near[0]
        return label(near[0], side_in(unknown.name))

    def holds_several(self, unknown: Unknown) -> bool:
        """Return whether an unknown region names several: "Head; Neck", "head and neck"."""
        if unknown.noun != "region" or self.whole:
            return False
        # "Scar, left" is one region.
        listed = [part for part in _LISTED.split(unknown.name) if without_side_words(part).strip()]
        if len(listed) > 1:
            return True
        parts = _JOINED.split(unknown.name)
        return len(parts) > 1 and all(map(self.regions.knows, parts))

    def apart(self, unknown: Unknown) -> list[str]:
        """Return the known treatments of which an unknown one consists; "massage heat" is two.

        As where a treatment is typed, such a text never becomes one of the person's own.
        """
        if unknown.noun != "treatment" or self.whole:
            return []
        return side_by_side(without_marks(unknown.name), self._known)

    def why(self, unknown: Unknown) -> str:
        """Return what is wrong with an unknown name, as where it is typed; "" for nothing."""
        if unknown.noun == "region":
            return self._why_not_own(unknown)
        try:
            self._known.read(unknown.name)
        except UnknownTreatmentError as error:
            if error.holds:
                return (
                    f"painlog knows {' and '.join(error.holds)}, and takes no medicine for another."
                )
        except SeveralProductsError:
            pass
        except NotUnderstoodError as error:
            return str(error)
        return self._why_not_own(unknown)

    def may_be_own(self, unknown: Unknown) -> bool:
        """Tell whether an unknown name can become one of the person's own."""
        return not self._why_not_own(unknown)

    def _why_not_own(self, unknown: Unknown) -> str:
        try:
            if unknown.noun == "region":
                self.regions.new(self._own_region(unknown.name), "optional")
            else:
                refuse_no_treatment(unknown.name, self._known)
                self._known.new(unknown.name, "other", conventional=False)
        except PainlogError as error:
            return str(error)
        return ""

    def with_unit_to_name(self, unknown: Unknown) -> str | None:
        """Return a known treatment and its number, with `?` for the unit; None if none lacks."""
        name, _, number = unknown.name.rpartition(" ")
        bare_number = unknown.noun == "treatment" and number.replace(".", "").isdecimal()
        return f"{unknown.name} ?" if bare_number and self._known.understands(name) else None

    def _forget(self) -> None:
        # A new name changes what the same words mean.
        self.place = lru_cache(_REMEMBERED)(self._place)
        self.list = lru_cache(_REMEMBERED)(self._list)
        self._unknown = lru_cache(_REMEMBERED)(self._unknown_in)

    def _place(self, region: str, side: str) -> tuple[str, Side | None]:
        found, which = self.regions.find(region, parse_side(side))
        return found.name, which

    def _list(self, text: str) -> "ReadTreatments":
        return self.treatments.read_all(self._treatments_in(text))

    def _treatments_in(self, text: str) -> list[str]:
        """Return the treatments of a cell: "heat and rest" is two if both are known."""
        parts = list[str]()
        for part in parts_of([text]):
            named = [part] if self.whole else separated(part, self.treatments)
            parts += named if all(map(self.treatments.understands, named)) else [part]
        return parts

    def _unknown_in(self, region: str, treatments: str) -> tuple[Unknown, ...]:
        self._tell_renamed(region, treatments)
        unknown = list[Unknown]()
        if (
            region
            and not self.regions.knows(region)
            and not self._made_own("region", self._new_region, region)
        ):
            unknown.append(Unknown("region", region))
        unknown += [
            Unknown("treatment", _without_dose(part))
            for part in self._treatments_in(treatments)
            if not self.treatments.understands(part)
            and not self._made_own("treatment", self._new_treatment, part)
        ]
        return tuple(dict.fromkeys(unknown))

    def _tell_renamed(self, region: str, treatments: str) -> None:
        """Note the former names in a row, so that nothing is taken for another thing silently."""
        self._note_former(without_side_words(region), self._former.regions, self.regions)
        for part in self._treatments_in(treatments) if self._former.treatments else ():
            self._note_former(_without_dose(part), self._former.treatments, self.treatments)

    def _note_former(
        self, written: str, former: Mapping[str, str], known: Regions | Treatments
    ) -> None:
        form = normal(written)
        for name, now in former.items():
            if normal(name) == form and known.name_of(written) == now:
                self.renamed[name] = now

    def _made_own(self, noun: Noun, add: Callable[[str], None], name: str) -> bool:
        adds = self.add_treatments if noun == "treatment" else self._add_unknown
        unknown = Unknown(noun, name)
        if not adds or self.holds_several(unknown) or self.apart(unknown):
            return False
        if len(self.new_regions) + len(self.new_treatments) >= MOST_NEW_NAMES:
            raise RefusedError(
                f'"{name}" is not known, and one import adds at most {MOST_NEW_NAMES} new names'
            )
        add(name)
        return True

    def _own_region(self, text: str) -> str:
        return without_label(text) if self.whole else without_side_words(text)

    def _new_region(self, text: str) -> None:
        # It may hurt on one side; painlog knows no more about it.
        region = self.regions.new(self._own_region(text), "optional")
        self.new_regions[region.name] = region
        self.regions = Regions((*self.regions.all, region))
        self._forget()

    def _new_treatment(self, text: str) -> None:
        refuse_no_treatment(text, self._known)
        # The dose beside a new name is no part of it.
        name = name_and_dose(text)[0] or text
        treatment = self.treatments.new(name, "other", conventional=False)
        self.new_treatments[treatment.name] = treatment
        self.treatments = Treatments((*self.treatments.all, treatment))
        self._forget()
