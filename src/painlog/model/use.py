"""One time that a treatment was used: a tablet taken, a massage had."""

from dataclasses import dataclass
from datetime import date, datetime

from painlog.model.dose import Dose
from painlog.model.region import Side, label


@dataclass(frozen=True, slots=True)
class Use:
    """A treatment used once, with its dose if one was said.

    `region` None means that it was not said what it was for; `side` None means every side.
    `used_at` is the local time with its UTC offset where the person was.
    """

    used_at: datetime
    treatment: str
    dose: Dose | None = None
    region: str | None = None
    side: Side | None = None
    note: str = ""
    uid: str = ""
    id: int = 0
    created_at: str = ""
    updated_at: str = ""

    @property
    def day(self) -> date:
        """The local date of the use."""
        return self.used_at.date()

    @property
    def what(self) -> str:
        """Treatment and dose in words: "ibuprofen 400 mg"."""
        return with_dose(self.treatment, self.dose)

    @property
    def place(self) -> str | None:
        """What it was for, in words, None where that was not said."""
        return None if self.region is None else label(self.region, self.side)

    def is_for(self, region: str, side: Side | None) -> bool:
        """Tell whether it was said to be for this region and side."""
        if self.region != region:
            return False
        return self.side in (None, "both") or side in (self.side, "both", None)


def with_dose(treatment: str, dose: Dose | None) -> str:
    """Return the treatment with its dose, if there is one."""
    return f"{treatment} {dose.written}" if dose else treatment
