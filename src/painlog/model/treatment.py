"""What a person does about the pain: treatments and regimens, and how to read their names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.names import Catalogue, did_you_mean, normal

Kind = Literal["self-care", "manual", "needling", "exercise", "medication", "other"]
KINDS: tuple[Kind, ...] = ("self-care", "manual", "needling", "exercise", "medication", "other")
# How a person says that nothing was done; none of these can name a treatment.
NO_TREATMENT = frozenset({"nothing", "none", "no treatment", "baseline"})
# What separates the treatments of a regimen. Signs come first, because a person may have a
# treatment called "rest and tea".
_SIGNS = "+,&"
_SEPARATORS = (rf"[;{_SIGNS}]", r"(?i)\b(?:and|with|plus)\b")

Regimen = frozenset[str]


class Sourced(NamedTuple):
    """A fact in painlog's own words and the publication that it rests on."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Treatment:
    """Something done about the pain.

    `conventional` is True for what ordinary medical care includes and False for what is used
    beside it. `overuse_days` is the line of ICHD-3 8.2 for medicines against headache, in days of
    intake a month, and None for everything else. `overuse_class` is the class of medicines whose
    days count together ("NSAIDs"), and None where the medicine counts alone.
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


class Treatments(Catalogue[Treatment]):
    """The treatments that can be named: painlog's own and the person's."""

    noun = "treatment"

    def find(self, text: str) -> Treatment:
        """Return the treatment that a person wrote: "tpt", "Trigger-point therapy".

        Raises:
            NotUnderstoodError: if no treatment has that name; up to three are suggested.
        """
        if name := self.name_of(text):
            return self.by_name[name]
        raise NotUnderstoodError(
            f'No treatment is called "{text}".{did_you_mean(self.near(text))} '
            f'See them all with: painlog treatments. Add your own with: painlog treatments add "…"'
        )

    def find_all(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return the names of several treatments, each once, in alphabetical order.

        A text may hold several names with ";" between them.
        """
        parts = [part for text in texts for part in text.split(";") if part.strip()]
        return tuple(sorted({self.find(part).name for part in parts}))

    def new(
        self, name: str, kind: Kind, *, conventional: bool, synonyms: Iterable[str] = ()
    ) -> Treatment:
        """Return a treatment of the person's own that is not among these yet.

        Raises:
            RefusedError: if a name is taken or unusable, or means that nothing was done.
        """
        first, others = self.own_names(name, synonyms)
        return Treatment(first, kind, conventional, others, own=True)

    def _searched(self, thing: Treatment) -> Iterator[str]:
        yield from super()._searched(thing)
        yield from (thing.kind, thing.what)

    def _refuse(self, name: str) -> None:
        if sign := next((sign for sign in _SIGNS if sign in name), ""):
            raise RefusedError(
                f'The name of a treatment cannot contain "{sign}", which separates treatments in '
                "a list."
            )
        if normal(name) in NO_TREATMENT:
            raise RefusedError(f'"{name}" means no treatment at all; choose another name.')
        super()._refuse(name)


def parse_regimen(text: str, treatments: Treatments) -> Regimen:
    """Return the treatments that a person named together; none for "nothing".

    Raises:
        NotUnderstoodError: if one of them is unknown.
    """
    return frozenset() if normal(text) in NO_TREATMENT else frozenset(_named(text, treatments))


def regimen_label(regimen: Regimen) -> str:
    """Return a regimen as painlog writes it: "stretching + trigger point therapy", "nothing"."""
    return " + ".join(sorted(regimen)) or "nothing"


def _named(text: str, treatments: Treatments) -> Iterator[str]:
    try:
        yield treatments.find(text).name
    except NotUnderstoodError:
        for separator in _SEPARATORS:
            parts = [part.strip() for part in re.split(separator, text) if part.strip()]
            if len(parts) > 1:
                for part in parts:
                    yield from _named(part, treatments)
                return
        raise
