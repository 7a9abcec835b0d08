"""The words of the signs are whole words: "wee" is not in "week", nor "to" in "today"."""

import re
from pathlib import Path

import pytest

from painlog.advice.red_flags import RED_FLAGS
from painlog.advice.red_flags.areas import AREAS
from painlog.advice.red_flags.combinations import COMBINATIONS
from painlog.advice.red_flags.context import words_told
from painlog.advice.red_flags.patterns import Sign, calm, compiled
from painlog.advice.red_flags.reading import NAMED_SIGNS
from painlog.advice.red_flags.sentences import clauses, plain

COMMON = tuple(
    line
    for line in Path(__file__).with_name("common_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
SIGNS = {**NAMED_SIGNS, **AREAS}

# A part of a word as the patterns write it, or several: `vomit\w*`, `(?:dream|cough)\w+`.
STEM = re.compile(r"(?<![\w\\\]])((?:[a-z]\??)+|\(\?:[a-z?|]+\))\\w[*+](?![a-z])")
AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
ENDINGS = "s|es|d|ed|ing|y|e|er|ers|ly|ies|ied|ier|en|ness|able|ion|ions"

# Read one by one: where the patterns have these, the longer word means the same or cannot stand.
REVIEWED = {
    "(?:noise|movement|light|change|urge|turn|remember|realis|realiz)": "lightning",
    "clos": "closely closest",
    "explo": "exploration explore explosion",
    "feel": "feelings",
    "find": "findings",
    "heav": "heavily",
    "help": "helpful",
    "improv": "improvement improvements",
    "preg": "pregnancy pregnant",
    "pregnan": "pregnancy pregnant",
    "settl": "settlement",
    "soft": "software",
    "throw": "thrown",
}


def stems():
    """Every part of a word in the words that make a sign, and in those that take it away."""
    written = (part for sign in SIGNS.values() for part in sign[1:4])
    return sorted({found[1] for part in written for found in STEM.finditer(compiled(part).pattern)})


def told(sign, note):
    return [words for clause in clauses(plain(note)) if (words := words_told(sign, clause))]


def test_a_part_of_a_word_is_in_no_common_word_that_is_not_reviewed():
    beyond = {}
    for stem in stems():
        longer = re.compile(rf"(?:{stem})\w*")
        inflected = re.compile(rf"(?:{stem})(?:{ENDINGS})?|(?:{stem})(?<=(\w))\1(?:{ENDINGS})")
        odd = [w for w in COMMON if longer.fullmatch(w) and not inflected.fullmatch(w)]
        if odd:
            beyond[stem] = " ".join(odd)
    assert beyond == REVIEWED


def single_words(pattern):
    """The alternatives of a pattern that are one plain word; not those that it looks around for."""
    seen = AROUND.sub("", pattern)
    return {word for word in re.split(r"[|()]|\(\?:", seen) if re.fullmatch("[a-z]{2,}", word)}


@pytest.mark.parametrize("name", [name for name, sign in SIGNS.items() if sign.unless])
def test_a_word_that_takes_a_sign_away_does_so_only_as_a_whole(name):
    alone, taken_away = Sign("x", "x"), Sign("x", "x", unless=SIGNS[name].unless)
    for word in single_words(SIGNS[name].unless):
        for longer in COMMON:
            if not longer.startswith(word) or compiled(SIGNS[name].unless).fullmatch(longer):
                continue
            assert told(taken_away, f"x {longer}") == told(alone, f"x {longer}"), (word, longer)


def test_a_word_that_makes_a_sign_does_so_only_as_a_whole():
    assert told(Sign("wee", "wee"), "hurts all week") == []
    assert told(Sign("wee", "wee"), "hurts to wee") == ["wee"]


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("hard to bear", []),
        ("hard days", []),
        ("hard today", ["hard"]),
        ("hard daylight", ["hard"]),
        ("hard work", []),
    ],
)
def test_words_that_may_not_follow_are_whole_words_or_their_plurals(note, is_told):
    assert told(Sign("hard", r"hard(?! (?:to|day|work))"), note) == is_told


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("black poo from the iron", []),
        ("black poo, iron", ["black poo"]),
        ("black poo and iron", ["black poo"]),
        ("black poo seen on iron", ["black poo"]),
        ("iron and bread. black poo", ["black poo"]),
        ("iron black poo, black poo too", ["black poo"]),
    ],
)
def test_another_meaning_is_bound_to_the_words(note, is_told):
    assert told(Sign("poo", "black poo", unless="iron"), note) == is_told


def test_another_meaning_of_all_the_sentence_gives_way_to_any_word_of_something_worse():
    sign = Sign("poo", "black poo", unless_in_all=calm("iron", without="blood|dizzy"))
    assert told(sign, "black poo, and I take iron") == []
    assert told(sign, "black poo and dizzy, and I take iron") == ["black poo"]


def test_only_a_guarded_meaning_of_all_the_sentence_takes_an_emergency_away():
    emergencies = [flag.code for flag in RED_FLAGS if flag.urgency == "emergency"]
    names = {name for code in emergencies for names in COMBINATIONS[code] for name in names}
    unguarded = {
        name
        for name, sign in NAMED_SIGNS.items()
        if sign.unless_in_all and not sign.unless_in_all.startswith("(?!")
    }
    assert unguarded == {"top of the back", "new lump"}
    assert names.isdisjoint(unguarded)
