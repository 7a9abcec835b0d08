"""The advice that painlog keeps repeating. It cannot be switched off."""

from typing import NamedTuple


class Advice(NamedTuple):
    """Something to say to the person: a stable code and the words."""

    code: str
    text: str


SHORT = Advice(
    "standing",
    "Not a diagnosis. See a clinician if pain persists, changes or worsens, "
    "and keep to the treatment they gave you.",
)

WHOLE = Advice(
    "standing",
    "painlog is a diary, not a diagnosis. See a doctor or another clinician before you start a "
    "treatment, and if pain persists, changes or worsens. Research on trigger point therapy and "
    "on many treatments like it is still limited. Using such a treatment instead of conventional "
    "medicine may slow or stop your recovery.",
)
