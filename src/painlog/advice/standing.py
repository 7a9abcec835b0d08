"""The advice that painlog keeps repeating. It cannot be switched off."""

from typing import NamedTuple


class Advice(NamedTuple):
    """Something to say to the person: a stable code and the words.

    `to_clinician` is the same in neutral words for a clinician who reads the report, empty where it
    is nothing to them.
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
    "painlog is a diary, not a diagnosis. See a doctor or another clinician before you start a "
    "treatment, and if pain persists, changes or worsens. Research on trigger point therapy is "
    "still limited. Using it, or another treatment, instead of conventional medicine may slow or "
    "stop your recovery.",
)

# What a comparison of one person's days can and cannot tell, the same in every form of it.
ONE_PERSON = (
    "These are one person's days in one order, nothing blinded: they show what the ratings did, "
    "not why."
)
LIMITS = (
    f"{ONE_PERSON} Of many comparisons some stand out by chance alone, the more the more often you "
    "look."
)
