"""How names are compared, suggested and checked, whatever they name.

Two spellings of one name have one normal form.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from painlog.errors import RefusedError

if TYPE_CHECKING:
    from datetime import date, datetime

    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

Named = TypeVar("Named", "Region", "Treatment")

LONGEST_NAME = 60
_LONGEST_NORMALISED = 1000
# Shorter names are a letter away from too many words, and names of medicines even more so.
_SHORTEST_SLIP, _SHORTEST_CAREFUL = 3, 5
_LONG = 9
_DOUBLE_QUOTES = '“”„‟«»‹›"'
_SINGLE_QUOTES = "'’‘‚`´"
_PUNCTUATION = str.maketrans(dict.fromkeys(f"/,()-_:.!?…{_DOUBLE_QUOTES}{_SINGLE_QUOTES}", " "))
_NO_DOUBLE_QUOTES = str.maketrans(dict.fromkeys(_DOUBLE_QUOTES, " "))
_OPENING = rf"(?<!\w)[{_SINGLE_QUOTES}]+(?=\w)"
_CLOSING = rf"(?<=\w)[{_SINGLE_QUOTES}]+(?!\w)"
_AT_END = f" .,!?…:{_SINGLE_QUOTES}"


class Catalogue(Generic[Named]):
    """Things that have a name and synonyms, and how to find them by what people write."""

    noun: ClassVar[str]

    def __init__(self, all_: Iterable[Named]) -> None:
        self.all: tuple[Named, ...] = tuple(all_)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Normal forms of every name and synonym, and the name that each stands for."""
        forms = dict[str, str]()
        # A name of the person's own keeps its meaning, whatever the catalogue comes to hold.
        for own in (False, True):
            things = [thing for thing in self.all if thing.own == own]
            forms |= {normal(other): t.name for t in things for other in self._others(t)}
            forms |= {normal(t.name): t.name for t in things if not _has_marks(t.name)}
        # An old name with quotation marks in it takes no other name's meaning.
        marked = {normal(t.name): t.name for t in self.all if _has_marks(t.name)}
        return marked | forms

    @cached_property
    def by_name(self) -> dict[str, Named]:
        """Everything in it by name."""
        return {thing.name: thing for thing in self.all}

    def name_of(self, text: str) -> str | None:
        """Return the name of what a person's words mean; None where they mean nothing here."""
        return self._exactly(text) or self._name_of_form(normal(text))

    def knows(self, text: str) -> bool:
        """Tell whether a person's words name something here."""
        return self.name_of(text) is not None

    def near(self, text: str) -> tuple[str, ...]:
        """Return up to three names that a person's words may have meant, as `nearest` does."""
        return nearest(text, self.forms)

    def search(self, text: str) -> tuple[Named, ...]:
        """Return what has every word of `text` in its names or its description."""
        words = [singular(word) for word in normal(text).split()]
        return tuple(
            thing
            for thing in self.all
            if all(word in normal(" ".join(self._searched(thing))) for word in words)
        )

    def own_names(self, name: str, synonyms: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        """Return the tidied name and synonyms of something that a person adds.

        Raises:
            RefusedError: if one of them is unusable or already means something here.
        """
        first, *others = [own_name(text, self.noun) for text in (name, *synonyms)]
        for text in (first, *others):
            self._refuse(text)
        return first, tuple(dict.fromkeys(others))

    def _exactly(self, text: str) -> str | None:
        """Return a name with quotation marks in it, typed as it is: it can still be renamed."""
        return text if text in self.by_name and _has_marks(text) else None

    def _name_of_form(self, form: str) -> str | None:
        return self.forms.get(form) or self.forms.get(singular(form))

    def _others(self, thing: Named) -> Sequence[str]:
        """Return the names of something besides its own."""
        return thing.synonyms

    def _searched(self, thing: Named) -> Iterator[str]:
        yield thing.name
        yield from self._others(thing)

    def _refuse(self, name: str) -> None:
        refuse_leading_dash(name, self.noun)
        if name.strip(_DOUBLE_QUOTES) != name:
            raise RefusedError(
                f"A {self.noun} cannot be called {name}, with a quotation mark at the end of its "
                f'name. Type it without: "{without_marks(name)}".'
            )
        if taken := self.name_of(name):
            raise RefusedError(f'"{name}" already means {taken}; use that, or choose another name.')


def with_former_names(known: Catalogue[Named], former: Mapping[str, str]) -> tuple[Named, ...]:
    """Return all things of a catalogue, the person's own with their former names as well.

    Args:
        known: The catalogue; a former name that means something in it keeps that meaning.
        former: What each former name is called now.
    """
    free = [(old, now) for old, now in former.items() if not known.knows(old)]
    if not free:
        return known.all
    olds: dict[str, list[str]] = {}
    for old, now in free:
        olds.setdefault(now, []).append(old)
    return tuple(
        _with_synonyms(thing, olds[thing.name]) if thing.own and thing.name in olds else thing
        for thing in known.all
    )


def _with_synonyms(thing: Named, more: Iterable[str]) -> Named:
    made: Named = thing._replace(synonyms=(*thing.synonyms, *more))
    return made


def normal(text: str) -> str:
    """Return the form in which names are compared: lower case, no punctuation, single spaces."""
    form = text.lower() if text.isascii() else in_form("NFKC", text).casefold()
    words = form.split()
    # Of the thousand names that a command may compare, few have anything but letters.
    if not "".join(words).isalnum():
        words = form.translate(_PUNCTUATION).split()
    return " ".join(words)


def without_marks(text: str) -> str:
    """Return a text without quotation marks, and without the punctuation at its end."""
    words = " ".join(text.split())
    if words.replace(" ", "").isalnum():
        return words
    return " ".join(without_quotes(words).split()).rstrip(_AT_END)


def without_quotes(text: str) -> str:
    """Return a text without quotation marks.

    The apostrophe within a word stays, and so does that of a plural ("runners' stretch").
    """
    text = text.translate(_NO_DOUBLE_QUOTES).strip()
    opened = re.sub(_OPENING, "", text)
    return text if opened == text else re.sub(_CLOSING, "", opened)


def in_form(form: Literal["NFC", "NFKC"], text: str) -> str:
    """Return a text in a Unicode normal form, or as it is if it is longer than any name.

    Normalising takes the square of the length where combining marks are stacked.
    """
    if text.isascii() or len(text) > _LONGEST_NORMALISED:
        return text
    import unicodedata

    return unicodedata.normalize(form, text)


def singular(text: str) -> str:
    """Return a normal form without the ending of an English plural ("heels")."""
    if len(text) > 3 and text.endswith("s") and not text.endswith("ss"):
        return text[:-1]
    return text


def nearest(
    text: str, names: Mapping[str, str], most: int = 3, *, medicines: Container[str] = ()
) -> tuple[str, ...]:
    """Return up to `most` names that `text` may have meant, the likeliest first.

    A name is returned where the text is a slip away from one of its forms: a letter too many, too
    few or wrong, or two swapped (in a name of nine letters or more two such slips), or where one of
    its forms holds every word of the text. For a medicine only a single slip counts, and only where
    it leads to nothing else, because two medicines are often called much alike.

    Args:
        text: What was typed.
        names: Normal forms, including those of synonyms, and the name that each stands for.
        most: How many names to return at most.
        medicines: Those of the names that are medicines.
    """
    wanted = normal(text)
    words = set(wanted.split())
    if not words:
        return ()
    slips = [
        (number, name)
        for form, name in names.items()
        if (number := _slips(wanted, form, careful=name in medicines))
    ]
    slipped = [name for _, name in sorted(slips, key=lambda slip: slip[0])]
    if len(set(slipped)) > 1:
        slipped = [name for name in slipped if name not in medicines]
    holding = sorted(
        (
            form
            for form, name in names.items()
            if name not in medicines and words <= set(form.split())
        ),
        key=len,
    )
    return tuple(dict.fromkeys([*slipped, *(names[form] for form in holding)]))[:most]


def _has_marks(name: str) -> bool:
    return not name.isascii() and without_marks(name) != " ".join(name.split())


def _slips(typed: str, form: str, *, careful: bool) -> int:
    """Return how many slips lead from what was typed to a form; 0 where there are too many."""
    shorter = min(len(typed), len(form))
    if typed == form or shorter < (_SHORTEST_CAREFUL if careful else _SHORTEST_SLIP):
        return 0
    most = 1 if careful or len(form) < _LONG else 2
    if abs(len(typed) - len(form)) > most:
        return 0
    number = _distance(typed, form, most)
    return number if number <= most else 0


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters are to be put in, left out, changed or swapped; over `most`, any."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if not one or not other or most == 0:
        return len(one) + len(other)
    ways = [(one[1:], other[1:]), (one[1:], other), (one, other[1:])]
    if one[:2] == other[1::-1]:
        ways.append((one[2:], other[2:]))
    return 1 + min(_distance(*rest, most - 1) for rest in ways)


def did_you_mean(suggestions: Iterable[str]) -> str:
    """Return the question "Did you mean …?" after a space, or nothing without suggestions."""
    quoted = [f'"{name}"' for name in suggestions]
    if not quoted:
        return ""
    last = quoted.pop()
    return f" Did you mean {', '.join(quoted)} or {last}?" if quoted else f" Did you mean {last}?"


def day_in_words(day: "date") -> str:
    """Write a day with its year: "5 Mar 2026"."""
    return f"{day.day} {day:%b %Y}"


def moment_in_figures(moment: "datetime") -> str:
    """Write a moment as it can be typed: "2026-03-05 21:00"."""
    return f"{moment:%Y-%m-%d %H:%M}"


def sentence_start(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def refuse_leading_dash(name: str, noun: str) -> None:
    """Refuse a name that a command would take for an option.

    Raises:
        RefusedError: if it is one. A journal from elsewhere may have such names, and keeps them.
    """
    if name.startswith("-"):
        raise RefusedError(f'"{name}" begins as an option does; begin a {noun} with a letter.')


def own_name(text: str, noun: str) -> str:
    """Tidy a name that a person gives to something of their own.

    Args:
        text: As typed.
        noun: What it names, for the sentence of a refusal: "region".

    Raises:
        RefusedError: if it is empty or too long, or reads like a list or a number.
    """
    name = " ".join(in_form("NFC", text).split())
    if not normal(name):
        raise RefusedError(f"A {noun} needs a name of at least one letter or digit.")
    if len(name) > LONGEST_NAME:
        raise RefusedError(
            f"That name has {len(name)} characters; the name of a {noun} has at most "
            f"{LONGEST_NAME}."
        )
    if ";" in name or not name.isprintable():
        raise RefusedError(
            f"The name of a {noun} cannot contain invisible characters or "
            '";", which separates names in a list.'
        )
    if any(map(str.isdigit, name)) and not any(map(str.isalpha, name)):
        raise RefusedError(
            f'"{name}" would be read as an intensity; the name of a {noun} needs a letter.'
        )
    return name
