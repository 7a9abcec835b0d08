"""What a check of a journal finds, as the layers hand it to each other."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fault", "remark"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a journal that is not as painlog writes it.

    A "fault" is wrong; a "remark" may be intended. `code` says what kind of finding it is, for
    programs. `what` says in a sentence what was found, `where` names the rows or files, and
    `remedy` says in a sentence what the person can do.
    """

    code: str
    severity: Severity
    what: str
    where: tuple[str, ...] = ()
    remedy: str = ""

    @property
    def mendable(self) -> bool:
        """Whether `painlog check --mend` can mend it."""
        return False
