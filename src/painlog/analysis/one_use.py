"""Find what is one use, so that no tablet counts twice."""

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.use import Use

Thing = TypeVar("Thing")

# Uses this close together are one tablet, logged with a rating and once more by itself.
SAME_WITHIN = timedelta(minutes=10)


def used_once(noted: Iterable[Use]) -> list[Use]:
    """Return the uses at entries, each once however many places it was noted with.

    What was named at one moment, in doses equally big, was one tablet or one session: `add` with
    several places notes it with each of them.
    """
    return each_once(noted, lambda use: use)


def each_once(things: Iterable[Thing], use_of: Callable[[Thing], Use]) -> list[Thing]:
    """Return the things with a use at an entry, only the first of those whose use is the same."""
    once: dict[object, Thing] = {}
    for thing in things:
        use = use_of(thing)
        once.setdefault((use.treatment, use.used_at, _amount(use)), thing)
    return list(once.values())


def is_one_use(use: Use, other: Use, *, alone: bool) -> bool:
    """Tell whether two notes of a use are one use, as the two functions beside this count them.

    Args:
        use: At an entry, or without a rating.
        other: Another one.
        alone: Whether one of them is without a rating; at two entries, they are of one moment.
    """
    if use.treatment != other.treatment or _amount(use) != _amount(other):
        return False
    if not alone:
        return use.used_at == other.used_at
    near = abs(use.used_at - other.used_at) <= SAME_WITHIN
    return near and (None in (use.region, other.region) or use.region == other.region)


def logged_once(alone: Iterable[Use], noted: Iterable[Use]) -> list[Use]:
    """Return the uses without a rating that were not logged with one as well.

    Args:
        alone: Uses without a rating. One for another region than the entry names, or of another
            dose, is a use of its own.
        noted: Uses at entries.
    """
    known = NotedUses(noted)
    return [use for use in alone if use not in known]


class NotedUses:
    """The moments of uses at entries, to find what was logged with one and once more by itself."""

    def __init__(self, uses: Iterable[Use] = ()) -> None:
        self._moments: dict[str, dict[tuple[str | None, object], array[float]]] = {}
        for use in uses:
            self.add(use)

    def add(self, use: Use) -> None:
        """Note a use at an entry."""
        of_one = self._moments.setdefault(use.treatment, {})
        moments = of_one.setdefault((use.region, _amount(use)), array("d"))
        at = use.used_at.timestamp()
        if moments and at < moments[-1]:
            insort(moments, at)
        else:
            moments.append(at)

    def __contains__(self, alone: Use) -> bool:
        """Tell whether a use without a rating is one of them, said once more."""
        at, span, amount = alone.used_at.timestamp(), SAME_WITHIN.total_seconds(), _amount(alone)
        for (region, noted), moments in self._moments.get(alone.treatment, {}).items():
            if alone.region in (None, region) and (not amount or not noted or amount == noted):
                nearest = bisect_left(moments, at - span)
                if nearest < len(moments) and moments[nearest] <= at + span:
                    return True
        return False


class UsedIn(NamedTuple):
    """What was used over some days: the entries with it, their uses, and those without a rating."""

    entries: Sequence[Entry]
    noted: Sequence[Use]
    alone: Sequence[Use]


def used_in(since: date, until: date, noted: Sequence[Entry], alone: Iterable[Use]) -> UsedIn:
    """Return what was used over some days, each dose in one writing.

    Args:
        since: The first day.
        until: The last day.
        noted: The entries of these days at which something was used.
        alone: Uses without a rating, of any day; one logged with a rating as well is left out.
    """
    at_entries = [use for entry in noted for use in entry.uses]
    uses = logged_once((use for use in alone if since <= use.day <= until), at_entries)
    written = doses_in_one_writing((*at_entries, *uses))
    if not written:
        return UsedIn(noted, at_entries, uses)

    def rewritten(treatment: str, dose: Dose) -> Dose:
        return written.get((treatment, dose), dose)

    entries = [
        e._replace(doses=tuple((name, rewritten(name, d)) for name, d in e.doses)) for e in noted
    ]
    return UsedIn(
        entries,
        [use for entry in entries for use in entry.uses],
        [u._replace(dose=rewritten(u.treatment, u.dose)) if u.dose else u for u in uses],
    )


def doses_in_one_writing(uses: Iterable[Use]) -> Mapping[tuple[str, Dose], Dose]:
    """Return which writing stands for doses of a treatment that are equally big.

    "1 g", "1000 mg" and "2 × 500 mg" are one dose: the writing used most stands for all, of several
    the one used first. Only what is to be written otherwise is in the result.
    """
    times: dict[tuple[str, object], Counter[Dose]] = {}
    for use in sorted(uses, key=lambda use: use.used_at.timestamp()):
        if use.dose:
            times.setdefault((use.treatment, use.dose.size), Counter())[use.dose] += 1
    return {
        (treatment, dose): counted.most_common(1)[0][0]
        for (treatment, _), counted in times.items()
        if len(counted) > 1
        for dose in counted
    }


def _amount(use: Use) -> object:
    return use.dose and use.dose.size
