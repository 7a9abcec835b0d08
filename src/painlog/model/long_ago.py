"""Days so long ago that a slip is likelier."""

import re
from datetime import date, timedelta

# A year that was typed is meant, up to here.
_MOST_YEARS = 20
_A_YEAR = timedelta(days=366)
_YEAR = r"(?<!\d)(?:1[89]|20)\d\d"


def said_long_ago(text: str, day: date, today: date) -> str:
    """Return "2 years ago" for a day that is unusually long ago; "" for others.

    That is over a year ago where the text names no year, and over 20 years ago where it does.

    Args:
        text: As typed.
        day: The day that it was read as.
        today: This day.
    """
    years = today.year - day.year
    if today - day <= _A_YEAR or (years <= _MOST_YEARS and _names_year(text)):
        return ""
    return f"{years} year{'' if years == 1 else 's'} ago"


def _names_year(text: str) -> bool:
    if re.search(_YEAR, text):
        return True
    from painlog.model.written_date import find_date  # noqa: PLC0415 - seldom needed

    found = find_date(" ".join(text.lower().split()))
    # Digits that may be an hour are not surely a year.
    return found is not None and found.short_year and found.with_hour is None
