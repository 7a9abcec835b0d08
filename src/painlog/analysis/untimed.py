"""Tell which uses have no time of day: of a day alone, painlog stores that day at 12:00."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.model.when import NOON


def logged_by_day(entries: Iterable[Entry], uses: Iterable[Use]) -> frozenset[str]:
    """Return when (`created_at`) uses were logged of which only the days were said.

    That is so if all that was logged in the same second is at 12:00, as an import of dates alone
    is. On the day itself a time was said, for painlog stores the present moment without one.

    Args:
        entries: At which something was used.
        uses: Without a rating.
    """
    by_day: dict[str, bool] = {}
    said = set[str]()
    moments = chain(
        ((entry.felt_at, entry.created_at) for entry in entries),
        ((use.used_at, use.created_at) for use in uses),
    )
    for moment, logged_at in moments:
        if moment.time() != NOON:
            said.add(logged_at)
        elif not by_day.get(logged_at):
            by_day[logged_at] = not _is_of_the_day(moment, logged_at)
    return frozenset(at for at, past in by_day.items() if past and at not in said)


def _is_of_the_day(moment: datetime, logged_at: str) -> bool:
    try:
        logged = datetime.fromisoformat(logged_at)
    except ValueError:
        return False  # What other programs wrote may not say when.
    return logged.astimezone(moment.tzinfo).date() == moment.date()
