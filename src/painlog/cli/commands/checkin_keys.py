"""The keys of a check-in: what they mean at its ratings, and at each question after these."""

from typing import Literal

from painlog.errors import NotUnderstoodError

Kind = Literal["rate", "skip", "same", "all", "back", "stop", "over"]

KEYS: dict[str, Kind] = {
    "": "skip",
    "s": "skip",
    "-": "skip",
    "skip": "skip",
    "=": "same",
    "same": "same",
    "a": "all",
    "all": "all",
    "b": "back",
    "back": "back",
    "q": "stop",
    "stop": "stop",
    "quit": "stop",
}
# A 10 of one key.
TEN = "x"
# Words at a rating, as `normal` writes them.
AS_LAST_TIME = frozenset(
    {"same as last time", "same as before", "same again", "the same", "as last time", "as before"}
)
AS_YESTERDAY = frozenset({"same as yesterday", "the same as yesterday", "as yesterday"})
UNSURE = frozenset(
    {
        *("don t know", "dont know", "do not know", "i don t know", "i dont know", "dunno"),
        *("not sure", "i m not sure", "unsure", "no idea", "can t say", "cannot say"),
        *("hard to say", "can t tell"),
    }
)


class StoppedError(Exception):
    """The person stops the check-in at a question after the ratings."""


def without_keys(text: str, expected: str) -> str:
    """Return what a person typed at a question after the ratings; "" where they skip it.

    No key becomes a treatment or a note there.

    Args:
        text: As typed.
        expected: What to type instead of a key that means nothing here.

    Raises:
        StoppedError: if it is the key that stops.
        NotUnderstoodError: if it is another key of the ratings.
    """
    word = text.casefold()
    kind = KEYS.get(word)
    if kind is None and word != TEN:
        return text
    if kind == "stop":
        raise StoppedError
    if kind == "skip":
        return ""
    raise NotUnderstoodError(f'"{text}" means nothing here. {expected}')
