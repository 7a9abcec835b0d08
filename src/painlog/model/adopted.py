"""The names of another journal: which are new here, and what each means here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from painlog.model.names import normal, own_name
from painlog.model.region import Region, Regions
from painlog.model.treatment import Treatment, Treatments

Named = TypeVar("Named", Region, Treatment)


class Adopted(NamedTuple, Generic[Named]):
    """What becomes of the names of another journal.

    `new` are to be added here, in their order. `here` gives each name that differs its name here.
    `differing` are here already with other details, which stay. `unknown` mean nothing here.
    """

    new: tuple[Named, ...]
    here: Mapping[str, str]
    differing: tuple[str, ...]
    unknown: tuple[str, ...]


def adopted_regions(
    present: Regions, own: Sequence[Region], used: Iterable[str]
) -> Adopted[Region]:
    """What becomes of another journal's regions.

    Args:
        present: The regions here.
        own: The other person's own, or the same person's from another machine.
        used: Every name that its entries and courses have.

    Raises:
        RefusedError: if one of `own` cannot be a name.
    """
    return _adopted(present.by_name, present.forms, own, used, _region_details)


def adopted_treatments(
    present: Treatments, own: Sequence[Treatment], used: Iterable[str]
) -> Adopted[Treatment]:
    """What becomes of another journal's treatments; see `adopted_regions`.

    Raises:
        RefusedError: if one of `own` cannot be a name.
    """
    return _adopted(present.by_name, present.forms, own, used, _treatment_details)


def _adopted(
    by_name: Mapping[str, Named],
    forms: Mapping[str, str],
    own: Sequence[Named],
    used: Iterable[str],
    details: Callable[[Named], object],
) -> Adopted[Named]:
    by_name, forms, here = dict(by_name), dict(forms), dict[str, str]()
    new: list[Named] = []
    differing, unknown = list[str](), list[str]()
    for thing in own:
        noun = type(thing).__name__.lower()
        name = own_name(thing.name, noun)
        meant = name if name in by_name else forms.get(normal(name))
        if meant is None:
            also = tuple(own_name(s, noun) for s in thing.synonyms)
            meant = name
            made: Named = replace(
                thing, name=name, synonyms=tuple(s for s in also if normal(s) not in forms)
            )
            new.append(made)
            by_name[name] = made
            forms |= {normal(form): name for form in (*made.synonyms, name)}
        elif details(by_name[meant]) != details(thing):
            differing.append(meant)
        here[thing.name] = meant
    for name in used:
        meant = here.get(name) or (name if name in by_name else forms.get(normal(name)))
        if meant is None:
            unknown.append(name)
        else:
            here[name] = meant
    return Adopted(
        tuple(new),
        {there: meant for there, meant in here.items() if there != meant},
        tuple(differing),
        tuple(unknown),
    )


def _region_details(region: Region) -> object:
    return region.name, region.sides, frozenset(region.synonyms)


def _treatment_details(treatment: Treatment) -> object:
    return (
        treatment.name,
        treatment.kind,
        treatment.conventional,
        frozenset(treatment.synonyms),
    )
