"""A visit to a clinician."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Consultation:
    """A visit to a clinician on a day, as the person logged it."""

    held_on: date
    note: str = ""
    uid: str = ""
    id: int = 0
    updated_at: str = ""
