"""Words that say where, when or how often something was done: none is a treatment's name."""

from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import RefusedError

if TYPE_CHECKING:
    from painlog.model.treatment import Treatments

LOOSE = frozenset({"for", "of", "in", "on", "at", "to", "after", "before", "twice", "once"})
# "Lie in" and "walk on" may be names.
_NOT_LAST = frozenset({"for", "of", "at", "twice", "once"})
# "Walk in the park" may be a name, although "walk" is one.
_NOT_BEHIND_NAME = frozenset({"for", "of", "twice", "once"})
# "Daily walk" may be a name, and "walk daily" is none.
_OFTEN = frozenset({"daily", "nightly", "weekly"})
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
    """Return the words in a text that are no treatment: all, or those behind a known one."""
    if known.understands(text):
        return None
    words = text.split()
    for at, word in enumerate(map(_bare, words)):
        before = " ".join(words[:at])
        begins = not at and (word in LOOSE or (word in _OFTEN and len(words) == 1))
        if begins or (word in _NOT_BEHIND_NAME | _OFTEN and known.understands(before)):
            return LooseWords(before, word, " ".join(words[at + 1 :]))
    return None


def refuse_loose_words(text: str, known: "Treatments") -> None:
    """Refuse a text with a known treatment and words that say where or how often.

    Raises:
        RefusedError: with how to write it.
    """
    if (found := loose_words_in(text, known)) and found.before:
        raise RefusedError(f'"{found.phrase}" behind "{found.before}" is no treatment. {_ALONE}')


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
