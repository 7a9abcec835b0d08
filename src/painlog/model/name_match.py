"""The names of another journal: which are new here, and what each means here."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from painlog.model.names import normal, own_name
from painlog.model.region import Region, Regions
from painlog.model.treatment import Treatment, Treatments

Named = TypeVar("Named", Region, Treatment)


class FormerNames(NamedTuple):
    """What former names are called now, in this journal and in the other one."""

    here: Mapping[str, str] = {}
    there: Mapping[str, str] = {}

    def names_for(self, name: str, given: Collection[str]) -> Iterator[str]:
        """What may be the name here of what has this name there.

        A former name that is `given` to something else there by now says nothing.
        """
        former = (old for old, now in self.there.items() if now == name and old not in given)
        for other in (name, *former):
            if other != name:
                yield other
            if other in self.here:
                yield self.here[other]


class NameMatch(NamedTuple, Generic[Named]):
    """What becomes of the names of another journal.

    `new` are to be added here, in their order. `here` gives each name that differs its name here.
    `differing` are here already with other details, which stay. `unknown` mean nothing here.
    """

    new: tuple[Named, ...]
    here: Mapping[str, str]
    differing: tuple[str, ...]
    unknown: tuple[str, ...]


NEVER_RENAMED = FormerNames()


def match_regions(
    present: Regions,
    own: Sequence[Region],
    used: Iterable[str],
    renamed: FormerNames = NEVER_RENAMED,
) -> NameMatch[Region]:
    """What becomes of another journal's regions.

    Args:
        present: The regions here.
        own: The other person's own, or the same person's from another machine.
        used: Every name that its entries and courses have.
        renamed: Regions that were renamed in one of the journals.

    Raises:
        RefusedError: if one of `own` cannot be a name.
    """
    return _matched(_Meanings(present.by_name, present.forms), own, used, renamed, _region_details)


def match_treatments(
    present: Treatments,
    own: Sequence[Treatment],
    used: Iterable[str],
    renamed: FormerNames = NEVER_RENAMED,
) -> NameMatch[Treatment]:
    """What becomes of another journal's treatments; see `match_regions`.

    Raises:
        RefusedError: if one of `own` cannot be a name.
    """
    return _matched(
        _Meanings(present.by_name, present.forms), own, used, renamed, _treatment_details
    )


class _Meanings(Generic[Named]):
    """What names mean here: those of the journal, and more and more of the other one's."""

    def __init__(self, by_name: Mapping[str, Named], forms: Mapping[str, str]) -> None:
        self.by_name: dict[str, Named] = dict(by_name)
        self._forms = dict(forms)

    def of(self, name: str) -> str | None:
        return name if name in self.by_name else self._forms.get(normal(name))

    def of_a_former(self, names: Iterable[str]) -> str | None:
        """The name here of the first that is the person's own; the catalogue is never renamed."""
        found = (self.by_name[name] for name in names if name in self.by_name)
        return next((thing.name for thing in found if thing.own), None)

    def add(self, thing: Named, name: str) -> Named:
        """Take in what is new here; of its other names those that mean nothing here yet."""
        also = tuple(own_name(s, _noun(thing)) for s in thing.synonyms)
        free: tuple[str, ...] = tuple(s for s in also if normal(s) not in self._forms)
        made: Named = replace(thing, name=name, synonyms=free)
        self.by_name[name] = made
        self._forms |= {normal(form): name for form in (*free, name)}
        return made


def _matched(
    meanings: _Meanings[Named],
    own: Sequence[Named],
    used: Iterable[str],
    renamed: FormerNames,
    details: Callable[[Named], object],
) -> NameMatch[Named]:
    given = {thing.name for thing in own}
    here = dict[str, str]()
    new: list[Named] = []
    differing, unknown = list[str](), list[str]()
    for thing in own:
        name = own_name(thing.name, _noun(thing))
        known = meanings.of(name)
        meant = known or meanings.of_a_former(renamed.names_for(thing.name, given))
        if meant is None:
            new.append(meanings.add(thing, name))
        elif details(meanings.by_name[meant]) != details(
            thing if known else replace(thing, name=meant)
        ):
            differing.append(meant)
        here[thing.name] = meant or name
    for name in used:
        meant = here.get(name) or meanings.of(name)
        meant = meant or meanings.of_a_former(renamed.names_for(name, given))
        if meant is None:
            unknown.append(name)
        else:
            here[name] = meant
    return NameMatch(
        tuple(new),
        {there: meant for there, meant in here.items() if there != meant},
        tuple(differing),
        tuple(unknown),
    )


def _noun(thing: Region | Treatment) -> str:
    return type(thing).__name__.lower()


def _region_details(region: Region) -> object:
    return region.name, region.sides, frozenset(region.synonyms)


def _treatment_details(treatment: Treatment) -> object:
    return (
        treatment.name,
        treatment.kind,
        treatment.conventional,
        frozenset(treatment.synonyms),
    )
