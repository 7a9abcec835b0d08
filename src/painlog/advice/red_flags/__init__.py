"""Find, in a person's words, signs that need care now and not a journal.

It reads plain words and makes no diagnosis. It knows the signs that public guidance names (`flags`)
as people write them (`signs`, `areas`). It skips words that are denied, over, about somebody else,
only feared, or used in another meaning (`context`). It is the second net, after the questions of
the check: if it finds nothing, that tells you nothing.
"""

from painlog.advice.red_flags.flags import RED_FLAGS, RedFlag
from painlog.advice.red_flags.reading import (
    LONGEST_READ,
    Raised,
    emergencies_first,
    find_red_flags,
    is_chest_pain,
    signs_in,
    signs_of,
)
from painlog.advice.red_flags.told import (
    CHEST_PAIN,
    WHEN_CHEST_PAIN_IS_AN_EMERGENCY,
    Noted,
    Told,
    chest_advice,
    chest_warning,
    raised_by,
    red_flags_of,
    told_in,
    told_of,
    when_chest_pain_is_an_emergency,
)

__all__ = [
    "CHEST_PAIN",
    "LONGEST_READ",
    "RED_FLAGS",
    "WHEN_CHEST_PAIN_IS_AN_EMERGENCY",
    "Noted",
    "Raised",
    "RedFlag",
    "Told",
    "chest_advice",
    "chest_warning",
    "emergencies_first",
    "find_red_flags",
    "is_chest_pain",
    "raised_by",
    "red_flags_of",
    "signs_in",
    "signs_of",
    "told_in",
    "told_of",
    "when_chest_pain_is_an_emergency",
]
