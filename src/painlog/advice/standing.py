"""The advice that painlog keeps repeating. It cannot be switched off."""

from collections.abc import Sequence
from typing import NamedTuple


class Advice(NamedTuple):
    """Something to say to the person: a stable code and the words.

    `to_clinician` is the same in neutral words for a clinician who reads the report, empty where it
    does not concern them.
    """

    code: str
    text: str
    to_clinician: str = ""


SHORT = Advice(
    "standing",
    "Not a diagnosis. See a clinician if pain persists, changes or worsens.",
)

WHOLE = Advice(
    "standing",
    "A diary, not a diagnosis. See a clinician before a treatment other than self-care (heat, "
    "rest, pacing, stretching), and if pain persists, changes or worsens. Trigger point therapy "
    "has limited evidence. As a caution: a treatment instead of conventional medicine may slow or "
    "stop recovery.",
)


def in_short(advice: Sequence[Advice]) -> tuple[Advice, ...]:
    """Return advice with the standing part of it in one line; the other advice stays as it is."""
    return tuple(SHORT if each == WHOLE else each for each in advice)


# What painlog is for, below the advice on a page that others read.
PURPOSE = (
    "It records and counts; it makes no triage and no treatment decision. If no warning sign is "
    "shown here, that tells you nothing."
)

# What a comparison of one person's days can and cannot tell, the same in every form of it.
ONE_PERSON = (
    "These are one person's days, in one order and with nothing blinded: they show what the "
    "ratings did, not why."
)
LIMITS = (
    f"{ONE_PERSON} Of many comparisons some stand out by chance, and the more often you look, the "
    "more do."
)
