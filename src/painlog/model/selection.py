"""Which entries a command is about."""

from datetime import date
from typing import NamedTuple, Self

from painlog.model.region import Side


class ChosenPlace(NamedTuple):
    """A region, or every region where it is None, and the side that is wanted of it.

    With neither a side nor `without_side`, every side of it is meant. `without_side` keeps the
    entries for which no side was said.
    """

    region: str | None = None
    side: Side | None = None
    without_side: bool = False


class Selection(NamedTuple):
    """The filters that commands share. What is empty or None lets everything through.

    An entry is kept if it is of one of the places, has one of the treatments and lies within the
    days; `since` and `until` are both included. `limit` keeps the newest so many.
    """

    places: tuple[ChosenPlace, ...] = ()
    treatments: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int | None = None

    def has_day(self, day: date) -> bool:
        """Return whether a day lies within the days that are meant."""
        return (self.since or date.min) <= day <= (self.until or date.max)

    def within(self, since: date, until: date) -> Self:
        """Return the same selection for other days."""
        return self._replace(since=since, until=until)

    def has_treatment(self, name: str) -> bool:
        """Return whether a treatment is one of those that are meant."""
        return not self.treatments or name in self.treatments


EVERYTHING = Selection()
