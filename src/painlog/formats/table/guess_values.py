"""What the values of a column ask for beside the column: a scale, numbers for words, sides."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from painlog.formats.table.mapping import RATED, Mapping
from painlog.formats.table.scale import PAINLOG, Scale
from painlog.formats.table.titles import INTENSITY_WORDS, SIDE_WORDS, plain, span_of
from painlog.model.entry import looks_like_number

MOST_WORDS = 12
_NUMBER = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*(?:/\s*([0-9]{1,4}))?%?")


class Asked(NamedTuple):
    """Options beside --map, and what is left to the person, a sentence each."""

    mapping: Mapping = Mapping()
    questions: tuple[str, ...] = ()


def asked_by_values(field: str, title: str, values: Sequence[str], given: Mapping) -> Asked:
    """What a column of these values needs, where the options that were given do not say it.

    Args:
        field: What the column is for.
        title: Its title.
        values: Some of its values, none of them empty.
        given: What was said already.
    """
    if field == "side":
        words = sorted({word for word in values if plain(word) in SIDE_WORDS})
        return Asked(Mapping(values=tuple((field, w, SIDE_WORDS[plain(w)]) for w in words)))
    if field not in RATED:
        return Asked()
    said = {written.casefold() for name, written, _ in given.values if name == field}
    open_ = [value for value in dict.fromkeys(values) if value.casefold() not in said]
    words = [value for value in open_ if not looks_like_number(value)]
    if words:
        return _numbers_for(field, title, words[:MOST_WORDS])
    return Asked() if field in dict(given.scales) else _scaled(field, title, open_)


def _numbers_for(field: str, title: str, words: Sequence[str]) -> Asked:
    numbers = [INTENSITY_WORDS.get(plain(word)) for word in words]
    meant = tuple(
        (field, word, "?" if number is None else str(number))
        for word, number in zip(words, numbers, strict=True)
    )
    question = f'"{title.strip()}" holds words: check the number 0–10 that each is to stand for'
    return Asked(Mapping(values=meant), (question,))


def _scaled(field: str, title: str, values: Sequence[str]) -> Asked:
    scale = span_of(title) or _highest(values)
    if scale == PAINLOG and all(map(_is_whole, values)):
        return Asked()
    pain = ("intensity", "intensity_before")
    scales = tuple((name, scale) for name in (pain if field in pain else (field,)))
    question = f'Is "{title.strip()}" on the scale {scale}? If not, say another with --scale'
    return Asked(Mapping(scales=scales), () if span_of(title) or scale == PAINLOG else (question,))


def _highest(values: Sequence[str]) -> Scale:
    """The scale that "3/5" names, or that the highest number tells at least."""
    found = [match for value in values if (match := _NUMBER.fullmatch(value))]
    named = max((int(match[2]) for match in found if match[2]), default=0)
    highest = max((float(match[1].replace(",", ".")) for match in found), default=0.0)
    if named or highest <= PAINLOG.high:
        return Scale(0, named or PAINLOG.high)
    return Scale(0, 100 if highest <= 100 else int(highest) + 1)


def _is_whole(text: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:[.,]0+)?(?:\s*/\s*10)?", text) is not None
