"""The day at a glance, as the person sees it before anything is typed."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.model.region import still_to_rate

if TYPE_CHECKING:
    from painlog.analysis.medicines import SoFar
    from painlog.model.course import Course
    from painlog.model.entry import Entry
    from painlog.model.region import Side
    from painlog.model.use import Use
    from painlog.model.visits import NextVisit

# A place to begin with, where the journal names none.
ANY_PLACE = "left heel"
# The PEG asks about a week.
DUE_AFTER = timedelta(days=7)


class Today(NamedTuple):
    """The day at a glance: `entries` were felt on it, `last` are the last ones.

    `places` are those to rate every day, `of_trials` those of the trials under way. `uses` are
    those without a rating, of today; where nothing is rated today, those among the last entries,
    both newest first. `attacks` are the first ratings of those that are not over yet. `medicines`
    are half way to their line of overuse this month or further. `peg_due` says that the person
    answers the PEG and last did so a week or more ago. `before` is the last rated day before this
    one, `gap` how many days were missed since. `visit` is near; `visited` is over and left
    questions open. `trial` says what the day is in a trial, `of_day` what is recorded of it besides
    ratings. `too_much` says what was lately more of a medicine than an adult may take in 24 hours.
    `example` is a place to begin with where nothing is rated yet.
    """

    day: date
    entries: "tuple[Entry, ...]"
    last: "tuple[Entry, ...]"
    open_courses: "tuple[Course, ...]"
    places: "tuple[tuple[str, Side | None], ...]"
    peg_due: bool = False
    uses: "tuple[Use, ...]" = ()
    attacks: "tuple[Entry, ...]" = ()
    medicines: "tuple[SoFar, ...]" = ()
    before: date | None = None
    gap: int = 0
    visit: "NextVisit | None" = None
    visited: "NextVisit | None" = None
    trial: tuple[str, ...] = ()
    of_day: tuple[str, ...] = ()
    too_much: tuple[str, ...] = ()
    example: str = ANY_PLACE
    of_trials: "tuple[tuple[str, Side | None], ...]" = ()

    @property
    def not_rated_yet(self) -> "list[tuple[str, Side | None]]":
        """The places of `places` about which no rating of this day tells."""
        # An attack that reaches into the day says nothing of the rest of it.
        rated = ((e.region, e.side) for e in self.entries if e.day == self.day)
        return still_to_rate(self.places, rated, self.of_trials)


def is_peg_due(last: date | None, today: date) -> bool:
    """Tell whether somebody who answers the PEG last did so a week or more ago.

    Args:
        last: The day of the newest answer, None for no answer at all.
        today: The present day.
    """
    return last is not None and today - last >= DUE_AFTER
