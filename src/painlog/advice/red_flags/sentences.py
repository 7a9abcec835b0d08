"""Split a note into plain sentences, and these as far as a "no" or a "last year" reaches."""

from collections.abc import Iterator
from typing import NamedTuple

from painlog.advice.red_flags.patterns import compiled

LONG_AGO = (
    r"\b(?:(?<!the )(?<!than )(?<!like )last (?:year|summer|winter|spring|autumn)|(?:years|yrs|"
    r"a year|\d+ ?y) ago|"
    r"decades? ago|ages ago|years back|as an? (?:\w+ )?(?:child|kid|teenager|teen|boy|girl|"
    r"student)|(?:back )?in (?:19|20)\d\d|in the past|previously|in my (?:teens|twenties|"
    r"thirties|youth|20s|30s)|(?:when|back when) i was(?: \w+)? (?:\d+|ten|little|young|younger|a|"
    r"twenty|pregnant|at))\b"
)

# A longer sentence is read in pieces, so that reading never takes longer than the text is long.
_LONGEST_SENTENCE = 1000
_CHARACTERS = str.maketrans(
    dict.fromkeys("'’‘`´ʼ′", "")
    | dict.fromkeys('"“”*_~<>|\\[]{}\t\r\u00a0', " ")
    | dict.fromkeys(",:()–—", " , ")
    | {"/": " or ", "&": " and ", "+": " and ", "…": " . "}
)
# As tired thumbs leave them.
_TYPOS = {
    "havnt": "havent",
    "haven t": "havent",
    "carnt": "cant",
    "couldent": "couldnt",
    "dident": "didnt",
    "dosent": "doesnt",
    "dosnt": "doesnt",
    "temperture": "temperature",
    "tempreture": "temperature",
}
_TYPED = rf"\b(?:{'|'.join(_TYPOS)})\b"
_NOT_AFTER_A_VERB = r"\b(is|are|was|were|do|does|did|have|has|had|will|would|could|should) not(?= )"
_ANSWERED = r"[.?]\s{0,9}(?=(?:none|nope|nah|nil|no|never|not really)\s{0,9}(?:[.,;!\n]|$))"
_SENTENCE_END = r"[!?;\n]|(?<!\d)\.|\.(?!\d)"
_CLAUSE_END = (
    r" (?:but|however|although|though|except|because|cos|coz|since|whereas|then|(?<!right )now)"
    r"(?= )|"
    r" (?:, and|, so|,|and|so)(?= (?:(?:also|now|still|just|then) )?(?:i|im|ive|id|my|it|its|there|"
    r"theres|cant|couldnt|feel|feeling|feels|lost|losing|got|have|having|woke|wet|peed|had|been|"
    r"struggling|numb) )"
)


class Clause(NamedTuple):
    """A part of a sentence, the whole of it, and the character at which the part starts in it."""

    words: str
    sentence: str
    start: int


def plain(text: str) -> str:
    """Put a text in lower case: no apostrophes, commas as words, "didnt", one line a sentence."""
    text = text.casefold().replace("w/o", "without ").replace("w/", "with ")
    text = text.translate(_CHARACTERS).replace(" - ", " , ").replace("-", " ")
    text = text.replace("can not ", "cant ").replace("cannot", "cant").replace("will not ", "wont ")
    text = compiled(_TYPED).sub(lambda found: _TYPOS[found.group()], text)
    return compiled(_NOT_AFTER_A_VERB).sub(r"\1nt", text)


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a plain text, in order."""
    for sentence in _sentences(text):
        start = 0
        for end in compiled(_CLAUSE_END).finditer(sentence):
            words = sentence[start : end.start()]
            # A time that opens a sentence belongs to what follows it ("Last year, I had").
            if not compiled(rf"{LONG_AGO}(?: ,)?\Z").search(words):
                yield Clause(words, sentence, start)
                start = end.end() + 1
        yield Clause(sentence[start:], sentence, start)


def as_written(text: str, words: str) -> str:
    """Return plain words as they were written in a text; unchanged where they cannot be found."""
    written = text.split()
    found = [
        (word.strip(".!?;"), place)
        for place, token in enumerate(written)
        for word in plain(token).split()
        if word.strip(",.!?;")
    ]
    sought = [word for word in words.split() if word != ","]
    for start in range(len(found) - len(sought) + 1):
        here = found[start : start + len(sought)]
        if [word for word, _ in here] == sought:
            return " ".join(written[here[0][1] : here[-1][1] + 1]).strip('.,;:!?()“”"')
    return " ".join(sought)


def _sentences(text: str) -> Iterator[str]:
    # A one-word answer belongs to what it answers ("Fever? No.").
    answered = compiled(_ANSWERED).sub(" , ", text)
    for raw in compiled(_SENTENCE_END).split(answered):
        sentence = " ".join(raw.split())
        while len(sentence) > _LONGEST_SENTENCE:
            ends = (sentence.rfind(mark, 1, _LONGEST_SENTENCE) for mark in (" , ", " and ", " "))
            end = next((end for end in ends if end > 0), _LONGEST_SENTENCE)
            yield sentence[:end]
            sentence = sentence[end:].lstrip()
        yield sentence
