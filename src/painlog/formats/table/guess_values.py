"""The options that the values of a column call for: a scale, numbers for words, sides."""

import re
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from painlog.files.command_line import command_line
from painlog.formats.table.mapping import LISTS, RATED, TableMapping
from painlog.formats.table.scale import PAINLOG, Scale, converted
from painlog.formats.table.treatment_cells import in_parts
from painlog.formats.table.vocabulary import (
    DAY_TIMES,
    INTENSITY_WORDS,
    SIDE_WORDS,
    UNTREATED_WORDS,
    is_beside_rating,
    is_nothing,
    plain,
    span_of,
)
from painlog.model.entry import looks_like_number

MOST_WORDS = 30
# With a smaller share of numbers over 10 than this, a column is on 0–10 and those are slips.
_MORE_THAN_SLIPS = 0.2
_ENOUGH_TO_WONDER = 8
_MOST_SLIPS = 10
_PERCENT = Scale(0, 100)
_FROM_ONE = Scale(1, PAINLOG.high)
_HALF_OF_PAINLOG = PAINLOG.high // 2
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_AS_WRITTEN = re.compile("[<>≤≥%±−]")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_OUT_OF_TEN = re.compile(r"(?<=[0-9])\s*(?:/|of|out of|von|sur|de|van)\s*10\b")
_NUMBER = re.compile(r"([0-9]{1,9}(?:[.,][0-9]+)?)\s*(?:/\s*([0-9]{1,4}))?%?")


class ValueOptions(NamedTuple):
    """Options in addition to --map, and questions left to the person, a sentence each."""

    mapping: TableMapping = TableMapping()
    questions: tuple[str, ...] = ()


def options_for_values(
    field: str, heading: str, values: Sequence[str], given: TableMapping
) -> ValueOptions:
    """Return the options that a column needs in addition to those that were given.

    Args:
        field: The field that the column holds.
        heading: Its heading.
        values: Some of its values, none of them empty.
        given: The options that were given.
    """
    said = {written.casefold() for name, written, _ in given.values if name == field}
    if field in LISTS:
        values = [part.strip() for value in values for part in in_parts(value)]
    open_ = [value for value in values if value.casefold() not in said]
    nothing = dict.fromkeys(value for value in open_ if _is_nothing(field, value))
    left_out = TableMapping(values=tuple((field, word, "") for word in nothing))
    meant = _meant(field, heading, [value for value in open_ if value not in nothing], given)
    return ValueOptions(meant.mapping.over(left_out), meant.questions)


def _is_nothing(field: str, text: str) -> bool:
    return is_nothing(text) or (field == "treatments" and text.casefold() in UNTREATED_WORDS)


def _meant(field: str, heading: str, values: Sequence[str], given: TableMapping) -> ValueOptions:
    if field == "side":
        sides = sorted({word for word in values if plain(word) in SIDE_WORDS})
        return ValueOptions(
            TableMapping(values=tuple((field, w, SIDE_WORDS[plain(w)]) for w in sides))
        )
    if field == "time":
        return _times(heading, values)
    if field not in RATED:
        return ValueOptions()
    words = [value for value in dict.fromkeys(values) if not looks_like_number(value)]
    asked = _numbers_for(field, heading, words[:MOST_WORDS]) if words else ValueOptions()
    if field in dict(given.scales):
        return asked
    scaled = _scaled(field, heading, [value for value in values if looks_like_number(value)])
    return ValueOptions(scaled.mapping.over(asked.mapping), (*asked.questions, *scaled.questions))


def _times(heading: str, values: Sequence[str]) -> ValueOptions:
    """Propose a clock for each name of a time of day."""
    words = {word: DAY_TIMES[plain(word)] for word in values if plain(word) in DAY_TIMES}
    if not words:
        return ValueOptions()
    said = ", ".join(f'"{word}" as {clock}' for word, clock in words.items())
    question = f'"{heading.strip()}" names times of day: check what each stands for, {said}'
    return ValueOptions(
        TableMapping(values=tuple(("time", word, clock) for word, clock in words.items())),
        (question,),
    )


def _numbers_for(field: str, heading: str, words: Sequence[str]) -> ValueOptions:
    numbers = [INTENSITY_WORDS.get(plain(word), _number_in(word)) for word in words]
    meant = tuple(
        (field, word, "?" if number is None else str(number))
        for word, number in zip(words, numbers, strict=True)
    )
    question = f'"{heading.strip()}" holds words: check which number from 0 to 10 each stands for'
    return ValueOptions(TableMapping(values=meant), (question,))


def _number_in(text: str) -> int | None:
    """Return the only number 0–10 in a text that says nothing else: "Pain: 7", "7 out of 10"."""
    if _NOT_AS_WRITTEN.search(text) or any(c.isnumeric() and not c.isascii() for c in text):
        return None  # "4½", ">7"
    text = _OUT_OF_TEN.sub("", text.casefold())
    found = _DIGITS.findall(text)
    if len(found) != 1 or not found[0].isdigit() or int(found[0]) > PAINLOG.high:
        return None
    number = int(found[0])
    words = _LETTERS.findall(plain(_DIGITS.sub(" ", text)))
    if not all(map(is_beside_rating, words)):
        return None  # "0 hours"
    said = {INTENSITY_WORDS[word] for word in words if word in INTENSITY_WORDS}
    # "no 7" and "severe 0" contradict themselves.
    return number if all((value == 0) == (number == 0) for value in said) else None


def _scaled(field: str, heading: str, values: Sequence[str]) -> ValueOptions:
    said = span_of(heading)
    if said == _FROM_ONE:
        # From 1 to 10 nobody can rate no pain, and a 1 is little pain, as on 0–10.
        said = PAINLOG
    numbers = _numbers(values)
    over = [number for number in numbers if number > PAINLOG.high]
    # Zero is no pain on any scale. Where most other numbers fit 0–10, 0–100 would make 1 of a 7.
    rated = sum(1 for number in numbers if number)
    slips = len(over) < max(_MORE_THAN_SLIPS * len(numbers), rated / 2)
    scale = said or _told_scale(values, over, slips=slips)
    told = said is not None or any("/" in value for value in values)
    heading = heading.strip()
    pain = ("intensity", "intensity_before")
    scales = tuple((name, scale) for name in (pain if field in pain else (field,)))
    if scale != PAINLOG:
        question = f'Is "{heading}" on the scale {scale}? If not, give another with --scale'
        return ValueOptions(TableMapping(scales=scales), () if said else (question,))
    mapping = TableMapping() if all(map(_is_whole, values)) else TableMapping(scales=scales)
    highest = max(numbers, default=0)
    if over:
        return ValueOptions(mapping, (_about_slips(field, heading, numbers, over),))
    if not told and len(numbers) >= _ENOUGH_TO_WONDER and 0 < highest <= _HALF_OF_PAINLOG:
        question = (
            f'"{heading}" is read as 0–10, and its highest number is {highest:g}. If it is on '
            f"another scale, say so, as in: --scale 0-{ceil(highest)}"
        )
        return ValueOptions(mapping, (question,))
    return ValueOptions(mapping)


def _about_slips(field: str, heading: str, numbers: Sequence[float], over: Sequence[float]) -> str:
    """Say which numbers are not on 0–10, as the others are, and how to say what they mean."""
    meant = [
        (field, f"{number:g}", str(converted(f"{number:g}", _PERCENT).value))
        for number in dict.fromkeys(over)
        if number <= _PERCENT.high
    ]
    said = f'{len(over):,} of {len(numbers):,} values in "{heading}" are over 10'
    if len(over) == 1:
        said = f'1 of {len(numbers):,} values in "{heading}" is over 10'
    if not meant:
        return f"{said} ({over[0]:g}), and the others look like 0–10. Correct the table"
    options = command_line(*TableMapping(values=tuple(meant[:_MOST_SLIPS])).words())
    many = "that one is" if len(over) == 1 else "those are"
    return (
        f"{said}, and the others look like 0–10. If {many} on 0–100: {options}. Otherwise correct "
        "the table"
    )


def _told_scale(values: Sequence[str], over: Sequence[float], *, slips: bool) -> Scale:
    """Return the scale that "3/5" or "60%" names, or the smallest one with all the numbers."""
    found = [match for value in values if (match := _NUMBER.fullmatch(value))]
    named = max((int(match[2]) for match in found if match[2]), default=0)
    if named:
        return Scale(0, named)
    if found and all(match[0].endswith("%") for match in found):
        return Scale(0, 100)
    if slips or not over:
        return PAINLOG
    return Scale(0, 100 if max(over) <= 100 else int(max(over)) + 1)


def _numbers(values: Sequence[str]) -> list[float]:
    found = [match for value in values if (match := _NUMBER.fullmatch(value))]
    return [float(match[1].replace(",", ".")) for match in found]


def _is_whole(text: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:[.,]0+)?(?:\s*/\s*10)?", text) is not None
