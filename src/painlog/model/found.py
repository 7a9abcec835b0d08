"""What a check of a journal finds, as those see it who tell a person or a program."""

from typing import Protocol


class Found(Protocol):
    """One thing that is not as painlog leaves it."""

    @property
    def code(self) -> str:
        """What kind of thing, for programs."""

    @property
    def severity(self) -> str:
        """Fault or remark."""

    @property
    def what(self) -> str:
        """A sentence."""

    @property
    def where(self) -> tuple[str, ...]:
        """Rows or files."""

    @property
    def remedy(self) -> str:
        """What can be done, a sentence."""

    @property
    def mendable(self) -> bool:
        """Whether --mend mends it."""
