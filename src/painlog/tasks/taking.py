"""Read what a person took, for `take`: several treatments in a row, each with or without a dose.

Nothing here asks, shows or saves.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotUnderstoodError, PainlogError, RefusedError, UsageError
from painlog.files.command_line import as_typed, quoted
from painlog.model.dose import Dose
from painlog.model.joined_treatments import JOINING, SIGNS, has_name, is_circumstance, separated
from painlog.model.known_treatments import Treatments, parts_of
from painlog.model.loose_words import (
    LOOSE,
    LooseWords,
    loose_words_in,
    refuse_how_often,
    refuse_not_done,
)
from painlog.model.medicine_form import name_and_dose
from painlog.model.miswritten import without_name
from painlog.model.names import normal, without_quotes
from painlog.model.nothing_said import is_no_treatment, no_treatment
from painlog.model.shared_dose import refuse_shared_dose
from painlog.model.treatment import Treatment
from painlog.model.two_doses import TwoDoses, refuse_two_doses
from painlog.model.unknown_treatment import SeveralProductsError
from painlog.model.use import Use
from painlog.tasks.treatments import may_be_one, name_treatment

if TYPE_CHECKING:
    from painlog.model.region import Regions, Side
    from painlog.tasks.treatments import Asking

EXAMPLE = "painlog take ibuprofen 400 mg"
# A time, as people write it after what they took.
_TIME = (
    r"(?:^|\s)(?:at\s+|on\s+)?(?P<time>(?:yesterday|today|noon|midnight|last (?:night|week|\w+day)|"
    r"(?:this|yesterday) (?:morning|afternoon|evening)|half an hour ago|(?:\d+|an?) \w+ ago)"
    r"(?: \d{1,2}:\d{2})?|\d{1,2}:\d{2}|\d{1,2} ?[ap]m|\d{4}-\d\d-\d\d(?: \d{1,2}:\d{2})?)$"
)
_OF_PERSON = re.compile(r"^(?:my|the|an?)\s+", re.IGNORECASE)
_HOW_OFTEN = ("once", "twice")
# No treatment with its dose has more words.
_LONGEST_NAMED = 12
_MOST_WORDS = 100


class Intake(NamedTuple):
    """What a person took, in the order in which they said it, and the treatments that are new.

    `brands` pairs each brand that they typed with the medicine that it is.
    """

    things: tuple[tuple[str, Dose | None], ...] = ()
    new: tuple[Treatment, ...] = ()
    brands: tuple[tuple[str, str], ...] = ()

    def uses(
        self, used_at: datetime, region: str | None, side: "Side | None", note: str
    ) -> tuple[Use, ...]:
        """Return a use of each, for one time, place and note."""
        return tuple(
            Use(used_at, name, dose, region, side, note=note) for name, dose in self.things
        )


def read_taken(
    words: Sequence[str],
    known: Treatments,
    asking: "Asking | None",
    regions: "Regions | None" = None,
) -> Intake:
    """Return the treatments that a person named one after the other, each with its dose.

    Args:
        words: As typed; a word may hold several, with ";" between treatments.
        known: The catalogue's and the person's own.
        asking: How to ask about what is not known; None where nobody can be asked.
        regions: Those that may stand among the words by mistake.

    Raises:
        UsageError: if nothing is named, or a place is.
        NotUnderstoodError: as `name_treatment` does, or if a dose has no treatment.
        RefusedError: if one is named twice, or there are too many words.
    """
    if len(words) > _MOST_WORDS:
        raise RefusedError(f"take reads up to {_MOST_WORDS} words at a time; name fewer.")
    words = list(filter(None, map(without_quotes, words)))
    if is_no_treatment(" ".join(words)):
        raise no_treatment(" ".join(words))
    _check_no_time(" ".join(words), known)
    refuse_how_often(" ".join(words), known)
    refuse_not_done(" ".join(words), known)
    for text in parts_of([" ".join(words)]):
        refuse_shared_dose(text, known)
        refuse_two_doses(text, known)
    things, new = list[tuple[str, Dose | None]](), list[Treatment]()
    brands = list[tuple[str, str]]()
    groups = list(_texts_in_groups(words, known))
    texts = [text for group in groups for text, _ in group]
    with _offering_quotes(words, known):
        for number, text in enumerate(texts):
            _check_no_loose_words(texts[:number], text, texts[number + 1 :], known, regions)
            _check_named(text)
        for group in groups:
            _check_apart(group, known)
    for text in texts:
        name, dose, made, brand = name_treatment(text, known, asking)
        _check_once(name, dose, things)
        things.append((name, dose))
        if made:
            new.append(made)
            known = Treatments((*known.all, made))
        if brand:
            brands.append((brand, name))
    if not things:
        raise UsageError(f"take needs what you took or did, as in: {EXAMPLE}")
    return Intake(tuple(things), tuple(new), tuple(brands))


def _check_once(name: str, dose: Dose | None, things: Sequence[tuple[str, Dose | None]]) -> None:
    """Make sure that a treatment is not among those before it.

    Raises:
        RefusedError: with what to type instead, if it is.
    """
    for other, before in things:
        if other == name and dose and before and not dose.same(before):
            raise TwoDoses(name, before, dose).error()
        if other == name:
            raise RefusedError(
                f'{name} is named twice. Name it once, with all that you took: "2 x 400 mg".'
            )


def treatments_in(words: Sequence[str], known: Treatments) -> list[str]:
    """Return the words of each treatment with its dose: "ibuprofen 400 mg", "paracetamol 1 g".

    "And", "plus", "with", commas and other signs may stand between them. As few words as possible
    are left over for treatments that are not known.
    """
    return [text for group in _texts_in_groups(words, known) for text, _ in group]


def _texts_in_groups(words: Sequence[str], known: Treatments) -> Iterator[list[tuple[str, bool]]]:
    """Yield the treatments between signs, each with whether a joining word stands before it."""
    # "Ibuprofen 400 mg, 2 tablets" is one treatment with one dose.
    if known.understands(whole := " ".join(words)):
        yield [(whole, False)]
        return
    for group in _groups(words, known):
        best = _Splitting(group, known).best()
        yield list(zip(best.texts, best.joined, strict=True))


@contextmanager
def _offering_quotes(words: Sequence[str], known: Treatments) -> Iterator[None]:
    """Put below a refusal how to type the words if they are the name of one treatment."""
    try:
        yield
    except PainlogError as error:
        whole = " ".join(words)
        loose = not LOOSE.isdisjoint(whole.casefold().split())
        if len(words) < 2 or loose or not may_be_one(whole, known):
            raise
        one = f'If "{whole}" is one treatment: painlog take {as_typed(whole)}'
        raise type(error)(*error.args, one) from error


class _Split(NamedTuple):
    """A way to split words, with how many treatments and words of it are not known.

    `joined` says of each text whether a joining word stands before it.
    """

    unknown: int = 0
    unknown_words: int = 0
    texts: tuple[str, ...] = ()
    joined: tuple[bool, ...] = ()


class _Splitting:
    """Splits words into treatments, and remembers the best split of each ending."""

    def __init__(self, words: Sequence[str], known: Treatments) -> None:
        self._words = words
        self._known = known
        self._best: dict[int, _Split] = {len(words): _Split()}

    def best(self) -> _Split:
        """Return the best way to split all the words."""
        # From the end and without recursion, so that no line is too long for the stack.
        for begin in reversed(range(len(self._words))):
            # Of equally good splits, this takes the one whose first treatment has most words.
            self._best[begin] = min(self._ways(begin), key=lambda way: way[:2])
        return self._best[0]

    def _ways(self, begin: int) -> Iterator[_Split]:
        for end in range(min(begin + _LONGEST_NAMED, len(self._words)), begin, -1):
            text = " ".join(self._words[begin:end])
            rest = self._best[end]
            if end - begin == 1 and self._joins(begin):
                yield rest._replace(joined=(True, *rest.joined[1:]))
            if end - begin == 2 and text.casefold() == "followed by" and rest.texts:
                yield rest._replace(joined=(True, *rest.joined[1:]))
            if self._known.understands(text):
                yield rest._replace(texts=(text, *rest.texts), joined=(False, *rest.joined))
            elif end - begin == 1 or self._may_be_one(begin, end):
                yield _Split(
                    rest.unknown + 1 + 2 * (not has_name(text)),
                    rest.unknown_words + end - begin,
                    (text, *rest.texts),
                    (False, *rest.joined),
                )

    def _joins(self, at: int) -> bool:
        """Tell whether the word there only joins two treatments; "with food" names none."""
        word, after = self._words[at].casefold(), self._best[at + 1].texts
        if not after or word not in JOINING:
            return False
        return word != "with" or self._known.understands(after[0]) or not is_circumstance(after[0])

    def _may_be_one(self, begin: int, end: int) -> bool:
        """Tell whether words may be one unknown treatment: its dose stands at one end of it."""
        whole, _ = _split(" ".join(self._words[begin:end]))
        for middle in range(begin + 1, end):
            name, dose = _split(" ".join(self._words[begin:middle]))
            if dose and has_name(name) and name != whole:
                return False
        return True


def _groups(words: Sequence[str], known: Treatments) -> Iterator[list[str]]:
    """Yield the words between signs; a word with spaces is taken apart by itself."""
    group: list[str] = []
    for word in words:
        for number, part in enumerate(_parts(word, known)):
            if number:
                yield group
                group = []
            if part:
                group.append(part)
    yield group


def _parts(word: str, known: Treatments) -> list[str]:
    if " " not in word.strip():
        pieces = re.split(rf";|{SIGNS.pattern}", word.strip())
        return [part for piece in pieces for part in separated(piece, known)]
    parts = [named for text in parts_of([word]) for named in separated(text, known)]
    return [*(part.removesuffix(",") for part in parts), *[""] * word.rstrip().endswith((";", ","))]


def _check_no_time(text: str, known: Treatments) -> None:
    """Make sure that no time is among the words: it would become a treatment.

    Raises:
        UsageError: with what to type instead, if one does.
    """
    found = re.search(_TIME, text, re.IGNORECASE)
    if found and not known.understands(text):
        before = text[: found.start()].strip()
        raise UsageError(
            f'"{found[0].strip()}" is a time. Give it with --at, as in: '
            f"painlog take {_typed(before)} --at {quoted(found['time'])}"
        )


def _check_apart(texts: Sequence[tuple[str, bool]], known: Treatments) -> None:
    """Make sure that words beside a known treatment are not taken for another one.

    What has a dose of its own is one, and so is what a sign or a joining word sets apart.

    Raises:
        NotUnderstoodError: with what to type instead.
    """
    for (one, _), (other, joined) in pairwise(texts):
        for text, beside in ((one, other), (other, one)):
            if joined or known.understands(text) or not known.understands(beside):
                continue
            if _may_be_new(text, known):
                raise NotUnderstoodError(
                    f'painlog does not know "{text}" beside "{beside}". If it is another '
                    f'treatment, put a comma between them: "{one}, {other}". For anything else '
                    f"there is --note, as in: painlog take {_typed(beside)} --note {quoted(text)}"
                )


def _may_be_new(text: str, known: Treatments) -> bool:
    """Tell whether words without a dose could be a new treatment; raises why they cannot."""
    try:
        named = name_treatment(text, known, None)
    except SeveralProductsError:
        return False
    return named.new is not None and named.dose is None


def _check_no_loose_words(
    before: Sequence[str],
    text: str,
    after: Sequence[str],
    known: Treatments,
    regions: "Regions | None",
) -> None:
    """Make sure that no words that say where, when or how often stand for a treatment.

    Raises:
        UsageError: with what to type instead, if some do.
    """
    found = loose_words_in(text, known)
    place = found.phrase if found and found.before else text
    if regions and regions.knows(_OF_PERSON.sub("", text)):
        found, place = None, text
    if regions and not known.understands(text) and regions.knows(_OF_PERSON.sub("", place)):
        name = found.before if found and place != text else ""
        taken = ", ".join(filter(None, (*before, name, *after)))
        raise UsageError(_place_apart(place, taken, _OF_PERSON.sub("", place)))
    if not found:
        return
    if not found.after:
        found = found._replace(after=", ".join(after))
    taken = ", ".join(filter(None, (*before, found.before)))
    said = found.word if found.word in _HOW_OFTEN else found.phrase
    raise UsageError(f'"{said}" is no treatment. {_instead(found, taken, regions)}')


def _place_apart(said: str, taken: str, place: str) -> str:
    return (
        f'"{said}" is a place and no treatment. Name it with --for, as in: '
        f"painlog take {_typed(taken)} --for {quoted(place)}"
    )


def _instead(found: LooseWords, taken: str, regions: "Regions | None") -> str:
    if found.word == "once":
        return f"Leave it out, as in: painlog take {_typed(taken or found.after)}"
    taken = _typed(taken)
    if found.word == "twice":
        return f"Each use is logged when it is taken: painlog take {taken}"
    rest, dose = _split(found.after)
    if dose and not rest:
        return f'Leave "{found.word}" out, as in: painlog take {taken} {dose.written}'
    place = _OF_PERSON.sub("", found.after)
    if regions and regions.knows(place):
        return f"Name the place with --for, as in: painlog take {taken} --for {quoted(place)}"
    return (
        f"Say a place with --for, a time with --at and anything else with --note, as in: "
        f"painlog take {taken} --note {quoted(found.phrase)}"
    )


def _typed(words: str) -> str:
    """Return words as a person types them; an example where there are none."""
    return " ".join(map(as_typed, words.split())) or "ibuprofen 400 mg"


def _check_named(text: str) -> None:
    if not has_name(text) and normal(text) not in JOINING:
        raise NotUnderstoodError(without_name(text))


def _split(text: str) -> tuple[str, Dose | None]:
    try:
        return name_and_dose(text)
    except NotUnderstoodError:
        return text, None
