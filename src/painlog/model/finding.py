"""What a check of a journal finds, as the views and the JSON see it."""

from typing import Literal, Protocol

Severity = Literal["fault", "remark"]


class ReportedFinding(Protocol):
    """One thing in a journal that is not as painlog writes it."""

    @property
    def code(self) -> str:
        """The kind of finding, for programs."""

    @property
    def severity(self) -> Severity:
        """A fault is wrong; a remark may be intended."""

    @property
    def what(self) -> str:
        """What was found, in a sentence."""

    @property
    def where(self) -> tuple[str, ...]:
        """The rows or files concerned."""

    @property
    def remedy(self) -> str:
        """What to do about it, in a sentence."""

    @property
    def mendable(self) -> bool:
        """Whether `painlog check --mend` can mend it."""
