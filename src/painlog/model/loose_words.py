"""Words that say where, when or how often something was done: none is a treatment's name."""

import re
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.files.command_line import as_typed, quoted
from painlog.model.dose_reading import count_of, split_dose
from painlog.model.how_often import how_often
from painlog.model.joined_treatments import is_circumstance, is_dosed
from painlog.model.miswritten import take_apart

if TYPE_CHECKING:
    from painlog.model.known_treatments import Treatments

LOOSE = frozenset(
    {"for", "of", "in", "on", "at", "to", "after", "before", "twice", "once", "because", "due"}
)
# "Lie in" and "walk on" may be names.
_NOT_LAST = frozenset({"for", "of", "at", "twice", "once"})
# "Walk in the park" may be a name, although "walk" is one.
_NOT_BEHIND_NAME = frozenset({"for", "of", "twice", "once"})
# No name has these inside it, known or not; a person may still add "yoga for beginners" by hand.
_INSIDE_NONE = frozenset(
    {"for", "twice", "once", "after", "before", "because", "due", "every", "each", "per"}
)
_PARTS_OF_DAY_WORDS = "morning afternoon evening night noon midnight bedtime breakfast lunch dinner"
_PARTS_OF_DAY = frozenset(_PARTS_OF_DAY_WORDS.split())
# "Walk in the park" goes nowhere that hurts; "heat on my neck" does.
_BEFORE_PLACE = frozenset({"in", "on", "to", "at"})
_OF_PERSON = re.compile(r"^(?:my|the)\s+", re.IGNORECASE)
_BEFORE_PART = frozenset({"in", "at", "this", "with"})
# "Daily walk" may be a name, and "walk daily" is none.
_OFTEN = frozenset({"daily", "nightly", "weekly"})
# How it went, and the words that stand beside that.
_REMARKED_WORDS = (
    "works worked working help helps helped helping effect effects effective worse better "
    "useless pointless hurts difference improvement improved work"
)
_REMARKED = frozenset(_REMARKED_WORDS.split())
_BESIDE_REMARK_WORDS = (
    "a all and any anything at but did didnt do does doesnt feel feels felt first for "
    "further good got had has havent hasnt hardly i it its just later little lot made "
    "makes me more much my no none not now of off only pain quickly quick really slightly "
    "so some still that the then this to too until very was wasnt well went with without "
    "wont yet bit relief"
)
_BESIDE_REMARK = frozenset(_BESIDE_REMARK_WORDS.split())
_BETWEEN_TREATMENTS = r"(?i)\s*[;,&+]\s*|\s+(?:and|plus)\s+"
_NOT_DONE = (
    r"(?:i )?(?:no|not|forgot(?:ten)?|missed|skipped|omitted|without|didn't|did not)"
    r"(?: (?:to|take|taken|taking|have|use|do|my|the|an?|any|dose|doses|of))* (?P<what>.+)"
)
_NOT_DONE_BEHIND = (
    r"(?P<what>.+?),? (?:was )?(?:(?:dose )?(?:missed|forgotten|forgot|skipped|omitted)"
    r"|not (?:taken|used|done))"
)
_ALONE = (
    "Name the treatment and its dose alone, as in "
    '"stretching 20 minutes" or "ibuprofen 2 x 400 mg".'
)


class LooseWords(NamedTuple):
    """A text around its first loose word: "heat", "for" and "my neck"."""

    before: str
    word: str
    after: str

    @property
    def phrase(self) -> str:
        """The loose word and what follows it."""
        return f"{self.word} {self.after}".strip()


def loose_words_in(text: str, known: "Treatments") -> LooseWords | None:
    """Return the words in a text that are no treatment: all, or those behind a name."""
    if known.understands(text):
        return None
    words = text.split()
    if is_remark(text):
        return LooseWords("", words[0], " ".join(words[1:]))
    for at, word in enumerate(map(_bare, words)):
        before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
        begins = not at and (word in LOOSE or (word in _OFTEN and len(words) == 1))
        of_day = word in _BEFORE_PART and _bare(words[-1]) in _PARTS_OF_DAY
        inside = at and (word in _INSIDE_NONE or of_day)
        beside = (
            word == "with"
            and is_circumstance(after)
            and (not at or known.understands(before) or is_dosed(before))
        )
        if begins or inside or beside:
            return LooseWords(before, word, after)
        if word == "times" and at and after and count_of(words[at - 1]) is not None:
            return LooseWords(" ".join(words[: at - 1]), words[at - 1], f"{word} {after}")
        rest = " ".join(words[at:])
        if at and (_is_sided(rest) or (known.understands(before) and _is_beside_name(word, rest))):
            return LooseWords(before, words[at], after)
    return None


def _is_beside_name(word: str, rest: str) -> bool:
    if word in _BEFORE_PLACE and _is_region(_OF_PERSON.sub("", rest.partition(" ")[2])):
        return True
    return word in _NOT_BEHIND_NAME | _OFTEN or is_remark(rest) or _is_region(rest)


def _is_sided(text: str) -> bool:
    from painlog.model.region import side_in  # noqa: PLC0415 - seldom needed

    return side_in(text) is not None and _is_region(text)


def _is_region(text: str) -> bool:
    from painlog.model.catalogue.regions import known_regions  # noqa: PLC0415 - seldom needed

    return known_regions().knows(text)


def refuse_no_treatment(text: str, known: "Treatments") -> None:
    """Refuse words beside a treatment that cannot be part of a new one's name.

    Raises:
        PainlogError: if they say how often, where, when or how it went, or that it was not used.
    """
    refuse_how_often(text, known)
    refuse_not_done(text, known)
    refuse_loose_words(text, known)


def refuse_loose_words(text: str, known: "Treatments") -> None:
    """Refuse a text with a treatment and words that say where, when, how often or how it went.

    Raises:
        RefusedError: with how to write it.
    """
    if (found := loose_words_in(text, known)) and found.before:
        raise RefusedError(f'"{found.phrase}" behind "{found.before}" is no treatment. {_ALONE}')


def refuse_how_often(text: str, known: "Treatments") -> None:
    """Refuse words that say how often beside the treatments of single uses.

    Raises:
        NotUnderstoodError: with what to type instead.
    """
    for piece in re.split(_BETWEEN_TREATMENTS, text):
        found = how_often(piece)
        if not found or found.is_when or known.understands(piece):
            continue
        said = f'"{found.typed}" says how often, and a use is logged each time'
        if not _is_named_clearly(found.rest):
            raise NotUnderstoodError(f"{said}. {_ALONE}")
        rest = " ".join(map(as_typed, found.rest.split()))
        raise NotUnderstoodError(
            f"{said}: painlog take {rest}. For what you take regularly, start keeps how often: "
            f"painlog start {rest} {found.written}"
        )


def _is_named_clearly(text: str) -> bool:
    """Tell whether a text is a name, with nothing that looks like an amount but a dose."""
    try:
        name, _ = split_dose(text)
    except NotUnderstoodError:
        return False
    return bool(name) and not take_apart(name).amount


def refuse_not_done(text: str, known: "Treatments") -> None:
    """Refuse a known treatment with words that say that it was not used: "missed naproxen".

    Raises:
        RefusedError: with where to write it.
    """
    for form in (_NOT_DONE, _NOT_DONE_BEHIND):
        found = re.fullmatch(form, " ".join(text.replace("’", "'").split()), re.IGNORECASE)
        if found and known.understands(found["what"]) and not known.understands(text):
            raise RefusedError(
                f'"{text}" says what was not used, and only what was used is logged. Keep it in '
                f"the note of the day: painlog day --note {quoted(text)}"
            )


def is_remark(text: str) -> bool:
    """Tell whether a text says how it went and nothing else: "didn't work", "no effect"."""
    words = text.casefold().replace("’", "'").replace("'", "").split()
    said = [word.strip('.,:!?()"') for word in words]
    return set(said) <= _REMARKED | _BESIDE_REMARK and not _REMARKED.isdisjoint(said)


def refuse_remark(name: str) -> None:
    """Refuse a remark as the name of a treatment.

    Raises:
        RefusedError: with where to write it.
    """
    if is_remark(name):
        raise RefusedError(
            f'"{name}" cannot be a treatment: it says how it went. Write that with --note '
            f"{quoted(name)}"
        )


def refuse_loose_ends(name: str) -> None:
    """Refuse a name that begins or ends with a word that says where, when or how often.

    Raises:
        RefusedError: with how to write it.
    """
    words = [_bare(word) for word in name.split()]
    word = words[0] if words[0] in LOOSE else words[-1] if words[-1] in _NOT_LAST | _OFTEN else ""
    if word:
        ends = "begins" if word == words[0] else "ends"
        raise RefusedError(
            f'"{name}" cannot be a treatment: no name {ends} with "{word}". {_ALONE}'
        )


def _bare(word: str) -> str:
    return word.casefold().strip(".,:!?()\"'")
