"""What a person does about the pain: treatments and reading their names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.names import did_you_mean, nearest, normal, own_name, singular

Kind = Literal["self-care", "manual", "needling", "exercise", "medication", "other"]
KINDS: tuple[Kind, ...] = ("self-care", "manual", "needling", "exercise", "medication", "other")
# How a person says that nothing was done; none of these can be a treatment.
NO_TREATMENT = frozenset({"nothing", "none", "no treatment", "baseline"})
# Signs come first: a treatment of one's own may be called "rest and tea".
_BETWEEN = (re.compile(r"[+;,&]"), re.compile(r"\b(?:and|with|plus)\b", re.IGNORECASE))
_BETWEEN_SEVERAL = "+,&"

Regimen = frozenset[str]


class Sourced(NamedTuple):
    """A fact in our own words and the publication it rests on."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Treatment:
    """Something done about the pain.

    `conventional` is True for what ordinary medical care includes and False for what is used
    beside it. `overuse_days` is the ICHD-3 8.2 line in days of intake a month for medicines taken
    for headache, None for everything else; `overuse_class` is the class whose days that line counts
    together ("NSAIDs"), None where it counts the medicine alone.
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
    own: bool = False


@dataclass(frozen=True)
class Treatments:
    """The treatments that can be named: the catalogue's and the person's own."""

    all: tuple[Treatment, ...]

    @cached_property
    def forms(self) -> dict[str, str]:
        """Normal forms of every name and synonym, and the name that each stands for."""
        forms = {normal(synonym): t.name for t in self.all for synonym in t.synonyms}
        return forms | {normal(t.name): t.name for t in self.all}

    @cached_property
    def by_name(self) -> dict[str, Treatment]:
        """Treatments by name."""
        return {t.name: t for t in self.all}

    def find(self, text: str) -> Treatment:
        """The treatment that a person wrote: "tpt", "Trigger-point therapy".

        Raises:
            NotUnderstoodError: if no treatment has that name; up to three are suggested.
        """
        if name := self._name(text):
            return self.by_name[name]
        raise NotUnderstoodError(
            f'No treatment is called "{text}".{did_you_mean(self.near(text))} '
            f'See them all with: painlog treatments. Add your own with: painlog treatments add "…"'
        )

    def knows(self, text: str) -> bool:
        """Whether a person's words name a treatment."""
        return self._name(text) is not None

    def near(self, text: str, *, slips: bool = True) -> tuple[str, ...]:
        """Up to three treatments that a person's words may have meant, as `nearest` finds them."""
        return nearest(text, self.forms, slips=slips)

    def find_all(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The names of several treatments, each once, in alphabetical order.

        A text may hold several, joined with ";".
        """
        parts = [part for text in texts for part in text.split(";") if part.strip()]
        return tuple(sorted({self.find(part).name for part in parts}))

    def search(self, text: str) -> tuple[Treatment, ...]:
        """Treatments whose name, synonyms, kind or description hold every word of `text`."""
        words = [singular(word) for word in normal(text).split()]
        return tuple(
            t
            for t in self.all
            if all(w in normal(f"{t.name} {' '.join(t.synonyms)} {t.kind} {t.what}") for w in words)
        )

    def new(
        self, name: str, kind: Kind, *, conventional: bool, synonyms: Iterable[str] = ()
    ) -> Treatment:
        """A treatment of the person's own, not yet among these.

        Raises:
            RefusedError: if the name is taken or unusable, or says that nothing was done.
        """
        treatment = Treatment(
            own_name(name, "treatment"),
            kind,
            conventional,
            synonyms=tuple(dict.fromkeys(own_name(s, "treatment") for s in synonyms)),
            own=True,
        )
        for form in (treatment.name, *treatment.synonyms):
            if sign := next((sign for sign in _BETWEEN_SEVERAL if sign in form), ""):
                raise RefusedError(
                    f'A treatment cannot have "{sign}" in its name, because it stands between '
                    "several."
                )
            if normal(form) in NO_TREATMENT:
                raise RefusedError(f'"{form}" means no treatment at all; choose another name.')
            taken = self.forms.get(normal(form)) or self.forms.get(singular(normal(form)))
            if taken:
                raise RefusedError(
                    f'"{form}" already means {taken}; use that, or choose another name.'
                )
        return treatment

    def _name(self, text: str) -> str | None:
        whole = normal(text)
        return self.forms.get(whole) or self.forms.get(singular(whole))


def parse_regimen(text: str, treatments: Treatments) -> Regimen:
    """The treatments that a person named together; empty for "nothing".

    Raises:
        NotUnderstoodError: if one of them is unknown.
    """
    if normal(text) in NO_TREATMENT:
        return frozenset()
    return frozenset(_names(text, treatments))


def _names(text: str, treatments: Treatments) -> Iterator[str]:
    try:
        yield treatments.find(text).name
    except NotUnderstoodError:
        for between in _BETWEEN:
            parts = [part.strip() for part in between.split(text) if part.strip()]
            if len(parts) > 1:
                for part in parts:
                    yield from _names(part, treatments)
                return
        raise


def regimen_label(regimen: Regimen) -> str:
    """The regimen as painlog writes it: "stretching + trigger point therapy", "nothing"."""
    return " + ".join(sorted(regimen)) or "nothing"
