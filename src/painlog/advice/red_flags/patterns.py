r"""How the signs are written down: regular expressions, compiled only when they are needed.

They match plain text: lower case, no apostrophes ("cant"), hyphens as spaces, commas as words of
their own. They match whole words: "wee" is not in "week". A part of a word is written as one, with
the `\w*` that ends it ("vomit\w*"). Two shorthands keep them readable: `<4>` stands for up to four
words of any kind, and every name in `SHORTHANDS` for its pattern.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Sign(NamedTuple):
    """One thing that a person may write.

    `stems` are parts of words, joined by "|": without one of them in a text, `pattern` is not even
    compiled. `past_counts` marks a sign that matters even when it is long over.

    `unless` matches what gives the words another meaning. It must overlap them, or only such words
    as "from the" may stand between: a period in the same sentence does not explain blood in vomit.
    `unless_in_all` is for what must be told from the whole sentence. Of a sign that can raise an
    emergency it is made with `calm`, so that it gives way to any word of something worse.
    """

    stems: str
    pattern: str
    unless: str = ""
    unless_in_all: str = ""
    past_counts: bool = False


def whole_words(pattern: str) -> str:
    """Return a pattern that begins and ends where a word does."""
    return rf"\b(?:{pattern})(?!\w)"


def calm(told: str, *, without: str) -> str:
    """Return a pattern of a sentence that tells of one thing, without any word of another."""
    return rf"(?!.*{whole_words(without)}).*{whole_words(told)}"


def nothing_about(told: str) -> str:
    """Return a pattern of a sentence that tells of none of these."""
    return rf"(?!.*{whole_words(told)})"


def anywhere(told: str) -> str:
    """Return a pattern of a sentence that tells of one thing, whatever else it tells of."""
    return rf".*{whole_words(told)}"


# `(?! (?:to|on))`: with brackets in it, up to three deep.
_NONE_OF_THESE_NEXT = re.compile(
    r"\(\?!([ <](?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)\)"
)


def _as_whole_words(next_words: re.Match[str]) -> str:
    """Return what may not follow as whole words or their plurals: "to", and not "today"."""
    words = next_words[1]
    if words.endswith((r"\w*", r"\d", r"\b")):
        return next_words[0]
    return rf"(?!(?:{words})(?:e?s)?(?!\w))"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with its shorthands written out, and whole words where none may follow."""
    pattern = _NONE_OF_THESE_NEXT.sub(_as_whole_words, pattern)
    for name, words in SHORTHANDS.items():
        pattern = pattern.replace(name, words)
    return re.compile(re.sub(r"<(\d)>", r"(?: [\\w.]+){0,\1}", pattern))


SHORTHANDS: Mapping[str, str] = {
    "<cant>": (
        r"(?:cant|couldnt|unable to|not able to|not being able to|(?:havent|hasnt|not|wasnt) been "
        r"able to|no longer able to|no longer|struggl\w+ to|hard to|difficult to|"
        r"(?:can|could) (?:hardly|barely|scarcely))"
        r"(?: (?:even|really|properly|fully|actually|seem to|manage to|always|quite|just|hardly|"
        r"barely)){0,2}"
    ),
    "<is>": (
        r"(?: (?:is|are|was|were|has|have|had|been|be|feels?|felt|feeling|goes|going|gone|went|go|"
        r"gets?|getting|got|keeps?|kept|all|still|both|completely|totally|so|very|too|a|bit|little|"
        r"quite|really|also|just|like|kind|sort|of|half|partly|start\w*|to|looks?|looking|seems?|"
        r"becom\w+|suddenly|turned|again|area|region)){0,5}"
    ),
    "<my>": (
        r"(?: (?:my|the|a|an|both|left|right|one|of|whole|all|lower|upper|in|on|side|top|front|"
        r"back|me|very|own)){0,5}"
    ),
    "<numb>": (
        r"(?:numb(?!\w* with)\w*|numness|tingl\w+|pins (?:and|n) needles|(?:cant|couldnt|dont|"
        r"barely) feel|no (?:feeling|sensation)|(?:lost|loss of|losing)(?: all| the)? (?:feeling|"
        r"sensation))"
    ),
    "<seat>": (
        r"(?:between (?:my |the |both )*(?:legs|thighs|buttocks|bum cheeks)|down (?:there|below)|"
        r"(?:inner|inside|insides? of my|inside my) thighs?|groin|genital\w*|privates?(?: parts?| "
        r"bits?| area)?|bum|bottom|backside|arse|ass|butt|buttocks?|bum cheeks?|saddle|crotch|"
        r"perineum|vagina|vulva|labia|penis|willy|testic\w+|balls|scrotum|anus|back passage|rear "
        r"end|nether regions|where i sit)"
    ),
    "<pee>": (
        r"(?:pee|peeing|wee(?! (?:bit|while|one|man|dog|boy|girl|lass|lad|drop|dram|walk|sleep|nap|"
        r"rest))|weeing|piss|pissing|urinat\w+|pass(?:ing)? (?:any |my )?(?:water|urine)|"
        r"empty(?:ing)? (?:my |the )?bladder|(?:go|going|been) for a (?:pee|wee)|"
        r"(?:have|having) a (?:pee|wee)|start(?:ing)? (?:to |a )?(?:pee(?:ing|d|s)?|wee(?:ing|d|"
        r"s)?|urinat\w+)|"
        r"get (?:a |any |the )?(?:pee|wee|urine) out)"
    ),
    "<waste>": (
        r"(?:bladder|bowels?|pee|peeing|wee|weeing|urine|poo|poop|pooing|stools?|waterworks|"
        r"toilet)"
    ),
    "<limb>": r"(?:ankle|foot|knee|leg|heel|calf|shin|hip|toe|kneecap|bone)",
    # What is worn or used has the colour, and not the body.
    "<thing>": (
        r"(?:socks?|shoes?|boots?|slippers?|trainers?|trousers|tights|gloves?|mittens?|hats?|"
        r"jumpers?|tops?|nails?|varnish|polish|paint|laces?)"
    ),
    "<pains>": (
        r"(?:pains?|painful|hurts?|hurting|aches?|aching|sore|killing|agony|burning|shooting)"
    ),
}
