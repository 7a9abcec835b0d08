"""Match the names of another journal with those here: which are new, and what the others mean."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple

from painlog.model.names import Catalogue, Named, normal, own_name
from painlog.model.region import Region


class FormerNames(NamedTuple):
    """The present names for former ones, in this journal and in the other one."""

    here: Mapping[str, str] = {}
    there: Mapping[str, str] = {}

    def candidates(self, name: str, taken: Collection[str]) -> Iterator[str]:
        """Yield the names that something called `name` in the other journal may have here.

        A former name that now belongs to something else there (`taken`) is left out.
        """
        former = (old for old, now in self.there.items() if now == name and old not in taken)
        for other in (name, *former):
            if other != name:
                yield other
            if other in self.here:
                yield self.here[other]


class NameMatch(NamedTuple, Generic[Named]):
    """The names of another journal, matched with those here.

    `new` are to be added here, in their order. `here` maps each name that is different here to the
    name here. `differing` exist here with other details, which stay. `unknown` mean nothing here.
    """

    new: tuple[Named, ...]
    here: Mapping[str, str]
    differing: tuple[str, ...]
    unknown: tuple[str, ...]


NEVER_RENAMED = FormerNames()


def match_names(
    present: Catalogue[Named],
    own: Sequence[Named],
    used: Iterable[str],
    former: FormerNames = NEVER_RENAMED,
) -> NameMatch[Named]:
    """Match another journal's regions or treatments with those here.

    Args:
        present: What is here.
        own: What was added by the other person, or by the same one on another machine.
        used: Every name that the other journal's entries and courses use.
        former: What was renamed in one of the journals.

    Raises:
        RefusedError: if one of `own` has an unusable name.
    """
    meanings = _Meanings(present)
    taken = {thing.name for thing in own}
    here = dict[str, str]()
    new, differing, unknown = list[Named](), list[str](), list[str]()
    for thing in own:
        name = own_name(thing.name, present.noun)
        known = meanings.of(name)
        meant = known or meanings.of_a_former(former.candidates(thing.name, taken))
        if meant is None:
            new.append(meanings.add(thing, name))
        elif _details(meanings.by_name[meant]) != _details(
            thing if known else thing._replace(name=meant)
        ):
            differing.append(meant)
        here[thing.name] = meant or name
    for name in used:
        meant = here.get(name) or meanings.of(name)
        meant = meant or meanings.of_a_former(former.candidates(name, taken))
        if meant is None:
            unknown.append(name)
        else:
            here[name] = meant
    different = {there: name for there, name in here.items() if there != name}
    return NameMatch(tuple(new), different, tuple(differing), tuple(unknown))


class _Meanings(Generic[Named]):
    """The names here, including those of the other journal that were added so far."""

    def __init__(self, present: Catalogue[Named]) -> None:
        self.by_name: dict[str, Named] = dict(present.by_name)
        self._forms = dict(present.forms)
        self._noun = present.noun

    def of(self, name: str) -> str | None:
        return name if name in self.by_name else self._forms.get(normal(name))

    def of_a_former(self, names: Iterable[str]) -> str | None:
        """Return the first name that is the person's own here; the catalogue is never renamed."""
        found = (self.by_name[name] for name in names if name in self.by_name)
        return next((thing.name for thing in found if thing.own), None)

    def add(self, thing: Named, name: str) -> Named:
        """Add something new, with those of its synonyms that mean nothing here yet."""
        synonyms = (own_name(synonym, self._noun) for synonym in thing.synonyms)
        free: tuple[str, ...] = tuple(
            synonym for synonym in synonyms if normal(synonym) not in self._forms
        )
        made: Named = thing._replace(name=name, synonyms=free)
        self.by_name[name] = made
        self._forms |= {normal(form): name for form in (*free, name)}
        return made


def _details(thing: Named) -> object:
    kind = (thing.sides,) if isinstance(thing, Region) else (thing.kind, thing.conventional)
    return thing.name, kind, frozenset(thing.synonyms)
