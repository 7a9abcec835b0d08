"""How names are compared: two spellings of one name have one normal form."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

from painlog.errors import RefusedError

LONGEST_NAME = 60
_LONGEST_NORMALISED = 1000
_PUNCTUATION = str.maketrans(dict.fromkeys("/,()-_:'’.\"", " "))


def normal(text: str) -> str:
    """The form in which names are compared: lower case, no punctuation, single spaces."""
    return " ".join(in_form("NFKC", text).casefold().translate(_PUNCTUATION).split())


def in_form(form: Literal["NFC", "NFKC"], text: str) -> str:
    """A text in a normal form of Unicode, if it is not longer than any name.

    Where there are marks upon marks, that takes the square of the length.
    """
    return text if len(text) > _LONGEST_NORMALISED else unicodedata.normalize(form, text)


def singular(text: str) -> str:
    """A normal form without a plural ending, for English as people type it ("heels")."""
    if len(text) > 3 and text.endswith("s") and not text.endswith("ss"):
        return text[:-1]
    return text


def nearest(
    text: str, names: Mapping[str, str], most: int = 3, *, slips: bool = True
) -> tuple[str, ...]:
    """Up to `most` names that `text` may have meant, likeliest first.

    Args:
        text: What was typed.
        names: Normal forms, synonyms included, and the name that each stands for.
        most: How many to give at most.
        slips: Whether it was typed in haste, so that names less like it count as well.
    """
    import difflib

    wanted = normal(text)
    words = set(wanted.split())
    close = difflib.get_close_matches(wanted, names, n=most * 2, cutoff=0.72)
    holding = sorted((form for form in names if words and words <= set(form.split())), key=len)
    looser = difflib.get_close_matches(wanted, names, n=most, cutoff=0.6) if slips else []
    found = dict.fromkeys(names[form] for form in [*close, *holding, *looser])
    return tuple(found)[:most]


def did_you_mean(suggestions: Iterable[str]) -> str:
    """The question "Did you mean …?" after a space; empty where there is nothing near."""
    quoted = [f'"{name}"' for name in suggestions]
    if not quoted:
        return ""
    last = quoted.pop()
    return f" Did you mean {', '.join(quoted)} or {last}?" if quoted else f" Did you mean {last}?"


def sentence_start(text: str) -> str:
    """The text with its first letter large, and every other as it is."""
    return text[:1].upper() + text[1:]


def own_name(text: str, what: str) -> str:
    """A name that a person gives to a region or treatment of their own, tidied.

    Args:
        text: As typed.
        what: "region" or "treatment", for the sentence of a refusal.

    Raises:
        RefusedError: if it is empty, too long, or could not be told from a list or a number.
    """
    name = " ".join(in_form("NFC", text).split())
    if not normal(name):
        raise RefusedError(f"A {what} needs a name of at least one letter or digit.")
    if len(name) > LONGEST_NAME:
        raise RefusedError(
            f"That name has {len(name)} characters; a {what} has at most {LONGEST_NAME}."
        )
    if ";" in name or not name.isprintable():
        raise RefusedError(
            f'A {what} cannot have ";" or invisible characters in its name, '
            "because lists are written with them."
        )
    if any(map(str.isdigit, name)) and not any(map(str.isalpha, name)):
        raise RefusedError(f'"{name}" would be read as an intensity; give the {what} a word.')
    return name
