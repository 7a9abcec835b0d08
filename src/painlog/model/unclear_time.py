"""What to type instead of a time that can be read in two ways, or has its parts in two pieces."""

import re
from collections.abc import Callable
from datetime import datetime

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.length import length_of
from painlog.model.written_date import find_date

Read = Callable[[str], datetime]
# What is wrong with a time, and the times that may be meant.
_Instead = tuple[str, list[str]]

_ALONE = r"(?<![\w:.,/+-])", r"(?![\w/-]|[:.,]\d)"
_END = r"(\d{1,2})(?:[:.h](\d\d))? ?(am|pm)?"
_RANGE = (
    rf"(?:\b(?:between|from) )?{_ALONE[0]}{_END} ?(?:-|–|—|to|or|and|till|until) ?{_END}{_ALONE[1]}"
)
_IN_PIECES = rf"{_ALONE[0]}([01]?\d|2[0-3]) ([0-5]\d)( ?[ap]m)?{_ALONE[1]}"
_HOUR = rf"(?:\bat )?{_ALONE[0]}(\d{{1,2}})(?: o.?clock)?{_ALONE[1]}"
# "7 to 8" has no minutes that are said so.
_MINUTES = r"half|(?:an? )?quarter|5|10|20|25|\d{1,2} minutes?"
_PAST = (
    rf"(?:\bat )?{_ALONE[0]}({_MINUTES}) (past|to) "
    rf"(\d{{1,2}})(?: o.?clock)? ?(am|pm)?{_ALONE[1]}"
)
# A usual time of each, to show how one is typed.
_MEALS = {
    "breakfast": "08:00",
    "lunch": "12:30",
    "tea": "16:00",
    "dinner": "19:00",
    "supper": "19:00",
    "bed": "22:00",
}
_MEAL = rf"(?:\bat )?\b({'|'.join(_MEALS)})[ -]?(?:time)?\b"
_H = r"(\d{1,2})h(\d\d)?"
_EITHER_HALF = "can be morning or evening. Type"


def joined_hours(words: str) -> str:
    """Return the words with "17 h 30" as "17h30": a space makes no difference."""
    if "h" not in words or words.endswith(" ago"):
        return words
    return re.sub(r"\b(\d{1,2}) ?h(?: ?(\d\d))?\b(?! ?m)", r"\1h\2", words)


def refuse_hours(text: str) -> None:
    """Refuse "2h" by itself, which is a time of day to some and a length of time to others.

    Raises:
        NotUnderstoodError: if it is that; it names both.
    """
    found = re.fullmatch(_H, joined_hours(" ".join(text.lower().split())))
    if not found or not 1 <= int(found[1]) <= 12:
        return
    minutes = f" {int(found[2])} minutes" if found[2] else ""
    hours = f"{int(found[1])} hour{'' if int(found[1]) == 1 else 's'}"
    raise NotUnderstoodError(
        f'"{text}" can be read in two ways. Type "{int(found[1]):02}:{found[2] or "00"}" or '
        f'"{hours}{minutes} ago".'
    )


def refuse_unclear(text: str, words: str, read: Read) -> None:
    """Refuse a time that was nearly understood, and name what can be typed instead.

    Args:
        text: As typed.
        words: In lower case with single spaces.
        read: Reads a text; what it does not understand is not offered.

    Raises:
        NotUnderstoodError: if something can be offered.
    """
    ago = f"{' '.join(text.split())} ago"
    if ":" not in words and length_of(words) and _offers([ago], read):
        raise NotUnderstoodError(f'"{text}" is a length of time. Type "{ago}".')
    for pattern, times_in in (
        (_MEAL, _meal),
        (_RANGE, _both),
        (_PAST, _past),
        (_IN_PIECES, _whole),
        (_HOUR, _hours),
    ):
        for found in re.finditer(pattern, words):
            said, times = times_in(found)
            before, after = words[: found.start()], words[found.end() :]
            if offers := _offers([f"{before}{time}{after}" for time in times], read):
                offered = " or ".join(f'"{one}"' for one in offers)
                raise NotUnderstoodError(f'"{text}" {said} {offered}.')


def _offers(texts: list[str], read: Read) -> list[str]:
    """Return texts as they are to be typed; none where none of them is understood."""
    offers, understood = [], False
    for text in texts:
        offer = text
        try:
            read(text)
            understood = True
        except RefusedError as refused:
            # It may be still to come, and the one of yesterday is meant.
            offer, understood = refused.instead or text, True
        except NotUnderstoodError:
            pass
        offers.append(offer)
    return offers if understood else []


def _meal(found: re.Match[str]) -> _Instead:
    return "has no time of day. Give one, such as", [_MEALS[found[1]]]


def _both(found: re.Match[str]) -> _Instead:
    hour, minute, half, last_hour, last_minute, last_half = found.groups()
    times = []
    if minute or half or last_minute or last_half:
        times = [
            _time(hour, minute, half or last_half),
            _time(last_hour, last_minute, last_half or half),
        ]
    return "gives two times. Type one of them:", times


def _whole(found: re.Match[str]) -> _Instead:
    hour, minute, half = found.groups()
    return "is in two pieces. Type", [_time(hour, minute, (half or "").strip())]


def _past(found: re.Match[str]) -> _Instead:
    times = _times_past(found)
    return _EITHER_HALF if len(times) > 1 else "is a time in words. Type", times


def _times_past(found: re.Match[str]) -> list[str]:
    """Return the times of "half past 3": in the morning, and in the evening if it can be that."""
    minutes, side, hour, half = found.groups()
    number = {"half": 30}.get(minutes, 15 if "quarter" in minutes else 0) or int(minutes.split()[0])
    if number > 59 or int(hour) > 23:
        return []
    typed = int(_time(hour, None, half)[:2])
    after = typed * 60 + (number if side == "past" else -number)
    if after < 0:
        # It is of the day before the one that may stand beside it.
        return []
    is_either = half is None and 1 <= int(hour) <= 12
    both = [after, after + 12 * 60] if is_either else [after]
    texts = sorted(f"{at // 60 % 24:02}:{at % 60:02}" for at in both)
    if re.search(r"\b(?:afternoon|evening)\b", found.string):
        return texts[-1:]
    return texts[:1] if re.search(r"\b(?:morning|night)\b", found.string) else texts


def _hours(found: re.Match[str]) -> _Instead:
    hour = int(found[1])
    if _is_of_date(found):
        return "", []
    if not 1 <= hour <= 12:
        return "has an hour alone. Type", [f"{hour:02}:00"]
    said = "can be noon or midnight. Type" if hour == 12 else _EITHER_HALF
    return said, [f"{hour:02}:00", f"{(hour + 12) % 24:02}:00"]


def _is_of_date(found: re.Match[str]) -> bool:
    """Tell whether a number is part of a date, such as the 5 of "5 mar 26"."""
    words = found.string
    date = find_date(words)
    if date is None:
        return False
    date = date.with_hour or date
    return found.end() > len(date.before) and found.start() < len(words) - len(date.after)


def _time(hour: str, minute: str | None, half: str | None) -> str:
    hours = int(hour) % 12 + 12 * (half == "pm") if half and int(hour) <= 12 else int(hour)
    return f"{hours:02}:{minute or '00'}"
