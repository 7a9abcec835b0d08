"""What a cell of a spreadsheet holds, as the text that painlog's import reads.

A spreadsheet stores dates and times as numbers of days; the cell's format says that they are, and
whether a whole number of days is a day or midnight.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

MOST_COLUMNS = 1000
MOST_ROWS = 1_048_576
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no zone
DAY_ZERO_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_A_DAY = 24 * 60 * 60
# How far a number that a program cut off may be from the midnight that it means.
_CUT_OFF = 0.1
_LITERAL = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)
# ECMA-376, part 1, 18.8.30: the formats that have no text of their own in the file.
_BUILT_IN = {
    **dict.fromkeys((*range(14, 18), *range(27, 32), *range(50, 59), 36), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47), "hh:mm"),
    22: "yyyy-mm-dd hh:mm",
    46: "[h]:mm",
    **dict.fromkeys((9, 10), "0%"),
}

Meaning = Literal["number", "percent", "date", "clock", "length", "moment"]


class SheetName(NamedTuple):
    """A sheet: its name, the part of the file that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool = False


@lru_cache(maxsize=256)
def meaning_of(format_id: int, format_text: str) -> Meaning:
    """Return what a number means in a cell of this format."""
    text = _LITERAL.sub("", format_text or _BUILT_IN.get(format_id, "")).lower().split(";")[0]
    if "%" in text:
        return "percent"
    if "general" in text or ("[" not in text and not re.search(r"[dyhs]|m", text)):
        return "number"
    if "[" in text:
        return "length"
    shows_clock = re.search(r"[hs]", text)
    if re.search(r"[dy]", text):
        return "moment" if shows_clock else "date"
    return "clock" if shows_clock else "date"


def number_text(value: float) -> str:
    """Return a number as people write it: 4 for 4.0, and no digits that come only from rounding."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")


def percent_text(value: float) -> str:
    """Return a share as a sheet shows it: "60%" for 0.6."""
    return f"{number_text(value * 100)}%"


def moment_text(value: float, meaning: Meaning, day_zero: datetime) -> str:
    """Return a number as what it means: a share, or days as a date, a time of day or a length."""
    if meaning == "percent":
        return percent_text(value)
    seconds = whole_seconds(value * _A_DAY)
    if meaning == "length" or (meaning == "clock" and not 0 <= value < 1):
        return length_text(seconds) if seconds >= 0 else number_text(value)
    if meaning == "clock":
        return clock_text(seconds)
    try:
        moment = day_zero + timedelta(seconds=seconds)
    except OverflowError:
        return number_text(value)
    if meaning == "date" and seconds % _A_DAY == 0:
        return moment.date().isoformat()
    return moment.isoformat()


def whole_seconds(seconds: float) -> int:
    """Return the nearest second; 23:59:59.6 is not the next day yet."""
    nearest = round(seconds)
    too_far = nearest % _A_DAY == 0 and nearest - seconds > _CUT_OFF
    return nearest - 1 if too_far else nearest


def length_text(seconds: int) -> str:
    """Return a length of time: "27:30"."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")


def clock_text(seconds: int) -> str:
    """Return a time of day: "07:30"."""
    return (
        length_text(seconds % _A_DAY).rjust(5, "0")
        if seconds % 60 == 0
        else (length_text(seconds % _A_DAY).rjust(8, "0"))
    )
