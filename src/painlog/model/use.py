"""One time that a treatment was used: a tablet taken, a massage had."""

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from painlog.model.dose import Dose
from painlog.model.region import Side, label


class Use(NamedTuple):
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
    def moment(self) -> datetime:
        """When it was used, under the name that an entry has for it, too."""
        return self.used_at

    @property
    def treatments(self) -> tuple[str, ...]:
        """Its treatment, as an entry has those that were used with it."""
        return (self.treatment,)

    @property
    def uses(self) -> "tuple[Use, ...]":
        """Itself, as an entry has what was used with it."""
        return (self,)

    @property
    def day(self) -> date:
        """The local date of the use."""
        return self.used_at.date()

    @property
    def number(self) -> str:
        """What a person types for it: "u7", which is never the number of an entry."""
        return f"u{self.id}"

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


def uid_with_entry(entry_uid: str, treatment: str) -> str:
    """Return the uid of a use that came with an entry: the same wherever that entry is.

    It needs no cryptography, whose import would take longer than storing the entry.
    """
    try:
        entry = int(entry_uid.replace("-", ""), 16)
    except ValueError:
        entry = _digest(entry_uid)
    number = (entry ^ _digest(treatment)) & _FREE_BITS | _VERSION_8
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


# A UUID of version 8 (RFC 9562): 122 bits of one's own.
_FREE_BITS = (1 << 128) - 1 & ~(0xF << 76) & ~(0b11 << 62)
_VERSION_8 = 0x8 << 76 | 0b10 << 62


@lru_cache(maxsize=1024)
def _digest(text: str) -> int:
    """Return the FNV-1a hash of a text in 128 bits."""
    number = 0x6C62272E07BB014262B821756295C58D
    for byte in text.encode("utf-8", "surrogatepass"):
        number = (number ^ byte) * 0x0000000001000000000000000000013B & (1 << 128) - 1
    return number
