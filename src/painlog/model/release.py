"""How fast a medicine is released, as packets say it: "retard", "MR", "prolonged release".

It is part of the dose, in the person's words: 100 mg at once and 100 mg over a day are not one
dose, and no such word is taken for another. "PR" may also mean the rectum, and stays "PR".
"""

import re
from functools import cache

# Short words that are other things besides; these say nothing of a form by themselves.
_AMBIGUOUS = frozenset({"la", "ir"})
_SHORT = ("mr", "sr", "xl", "xr", "er", "pr", "cr", "ec", *sorted(_AMBIGUOUS))
_KINDS = ("modified", "prolonged", "slow", "sustained", "extended", "controlled", "immediate")
_PHRASES = (*(f"{kind} release" for kind in _KINDS), "long acting", "gastro resistant")
# As painlog writes them.
RELEASES = (*map(str.upper, _SHORT), "retard", *_PHRASES)
# A text without any of these names none, and needs none of the patterns.
_STEMS = frozenset({*_SHORT, *(short.replace("", "/")[1:-1] for short in _SHORT), "retard"})
_PHRASE_STEMS = ("release", "acting", "resistant")


def without_release(words: str, *, before_name: bool = True) -> tuple[str, str] | None:
    """Return words without the release that stands among them, and that release; None for none.

    Args:
        words: A name with or without a dose: "tramadol retard 100 mg".
        before_name: Whether "prolonged release" may also begin the words.
    """
    if not _may_have_it(words.lower()):
        return None
    behind, first = _patterns()
    found = behind.fullmatch(words)
    if not found and before_name:
        found = first.fullmatch(words)
    if not found:
        return None
    rest = f"{found['before'].rstrip(' ,')} {found['after'].lstrip(' ,')}".strip()
    return rest, _written(found["release"])


def release_at_end(written: str) -> str:
    """Return the release at the end of a dose as painlog writes it; "" for none."""
    if not written.endswith(RELEASES):
        return ""
    return next((each for each in RELEASES if f" {written}".endswith(f" {each}")), "")


def is_release(words: str) -> bool:
    """Tell whether words are a release as painlog writes it: "MR"."""
    return words in RELEASES


def is_release_word(form: str) -> bool:
    """Tell whether a normal form is a word for a release and means little else: "mr"."""
    return form in {*_SHORT, "retard"} - _AMBIGUOUS


def _may_have_it(words: str) -> bool:
    if any(stem in words for stem in _PHRASE_STEMS):
        return True
    return any(word.strip("(),.").replace(".", "") in _STEMS for word in words.split())


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """Return what finds a release behind the first word, and what finds one before a name."""
    phrases = "|".join(phrase.replace(" ", r"[\s-]+") for phrase in _PHRASES)
    short = "|".join(rf"{one[0]}[./]?{one[1]}\.?" for one in _SHORT)
    return (
        re.compile(
            rf"(?P<before>.*\S)(?:\s*,\s*|\s+)"
            rf"\(?(?P<release>{phrases}|{short}|retard)\)?"
            # What is joined to it is another treatment.
            r"(?P<after>(?:(?:\s*,\s*(?=\d)|\s+)(?!(?:and|plus|with|then|followed)\b|[&+;,]).*)?)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<before>)(?P<release>{phrases})(?P<after>\s+\S.*)", re.IGNORECASE),
    )


def _written(words: str) -> str:
    form = " ".join(words.lower().replace("-", " ").split())
    short = re.sub(r"[./]", "", form)
    return short.upper() if short in _SHORT else form
