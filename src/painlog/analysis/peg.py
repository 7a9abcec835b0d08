"""Summarise the PEGs of a period: the latest, and how far it is from earlier ones."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from painlog.model.peg import Peg

SMALLEST_THAT_MATTERS = 1.0
"""The smallest change of the score that matters to people, in points (Reed 2024)."""

FOUR_WEEKS = timedelta(days=28)
_SIX_WEEKS = timedelta(days=42)


class PegChange(NamedTuple):
    """The latest score minus that of an earlier PEG, in points; negative is less."""

    earlier: Peg
    points: float

    @property
    def matters(self) -> bool:
        """Whether it is as large as the smallest change that matters, one way or the other."""
        return abs(self.points) >= SMALLEST_THAT_MATTERS


class PegSummary(NamedTuple):
    """The PEGs of a period, oldest first, at least one, and the changes up to the latest.

    `since_first` is None where there is only one. `since_four_weeks` starts from the latest PEG
    that was answered 28 to 42 days before the newest; None where there is none.
    """

    answered: tuple[Peg, ...]
    since_first: PegChange | None
    since_four_weeks: PegChange | None

    @property
    def latest(self) -> Peg:
        """The one answered last."""
        return self.answered[-1]


def summarise_pegs(pegs: Iterable[Peg]) -> PegSummary | None:
    """Summarise PEGs in any order; None where there are none."""
    answered = tuple(sorted(pegs, key=lambda p: p.answered_on))
    if not answered:
        return None
    *earlier, latest = answered
    four_weeks_back = [
        p for p in earlier if FOUR_WEEKS <= latest.answered_on - p.answered_on <= _SIX_WEEKS
    ]
    return PegSummary(
        answered,
        since_first=change_between(earlier[0], latest) if earlier else None,
        since_four_weeks=change_between(four_weeks_back[-1], latest) if four_weeks_back else None,
    )


def change_between(earlier: Peg, later: Peg) -> PegChange:
    """Subtract the earlier score from the later one."""
    # From whole numbers, so that a change of exactly 1 point is one.
    return PegChange(earlier, (later.total - earlier.total) / 3)
