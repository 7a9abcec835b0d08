"""Midnight beside the name of a day, which is its start to some and its end to others."""

import re
from datetime import datetime, timedelta

from painlog.errors import NotUnderstoodError

_OTHER_WORDS = r"\b(?:at|on|12|midnight)\b|,"
_PART = r"\b(?:night|tonight|evening|afternoon|morning)\b"


def is_start_or_end(text: str) -> bool:
    """Return whether a text gives midnight and a day, and no part of it such as "night"."""
    words = text.lower()
    if "midnight" not in words or re.search(_PART, words):
        return False
    return bool(re.sub(_OTHER_WORDS, "", words).strip())


def next_midnight(moment: datetime) -> datetime:
    """Return the midnight that ends the day which a midnight begins, on the wall clock."""
    return moment.replace(tzinfo=None) + timedelta(days=1)


def start_or_end(text: str, start: datetime, end: datetime, written: str) -> NotUnderstoodError:
    """Return what a person is told about midnight beside the name of a day.

    Args:
        text: As typed.
        start: The midnight at which the day begins.
        end: The one at which it ends.
        written: How a person can type either.
    """
    return NotUnderstoodError(
        f'"{text}" can be the start or the end of that day. Type "{start:{written}}" or '
        f'"{end:{written}}".'
    )
