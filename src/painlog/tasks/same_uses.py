"""Correct one use wherever it is noted, so that no correction makes two of one tablet."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.analysis.one_use import SAME_WITHIN, is_one_use
from painlog.model.duration import checked_end
from painlog.model.entry import Entry
from painlog.model.selection import Selection
from painlog.model.use import Use

if TYPE_CHECKING:
    from painlog.store.journal import Journal

_DAY = timedelta(days=1)


class SameUses(NamedTuple):
    """Where else a corrected use is noted.

    `also` are pairs of before and after of what is corrected with it. `stays` are uses that stay as
    they are with the entry or use beside them: another treatment says that it was another use.
    """

    also: "Sequence[tuple[Entry | Use, Entry | Use]]" = ()
    stays: "Sequence[tuple[Use, Entry | Use]]" = ()


def same_uses(
    journal: "Journal",
    changed: "Sequence[tuple[Entry | Use, Entry | Use]]",
    now: datetime,
) -> SameUses:
    """Return what is to be corrected with an edit, because it notes the same uses.

    `add` and `checkin` note a tablet with each place that they rate, and a tablet may be logged
    once more by itself. A new dose goes for all of them, and so does a new time, but for entries
    beside a use that was logged by itself: their ratings were felt when they were felt.

    Raises:
        RefusedError: if a new time of an entry would be after its end.
    """
    also: dict[tuple[type, int], tuple[Entry | Use, Entry | Use]] = {}
    stays: list[tuple[Use, Entry | Use]] = []
    told = {(type(old), old.id) for old, _ in changed}
    waiting = [(old, new) for old, new in changed if _taken(old) != _taken(new)]
    while waiting:
        old, new = waiting.pop(0)
        for twin in _nearby(journal, old):
            key = (type(twin), twin.id)
            if key in told or not (shared := _shared(old, twin)):
                continue
            told.add(key)
            after = _corrected(twin, old, new, shared, now)
            if after != twin:
                also[key] = (twin, after)
                waiting.append((twin, after))
            else:
                stays += [(use, twin) for use in shared if not _taken(use) <= _taken(new)]
    return SameUses(tuple(also.values()), tuple(stays))


def still_noted(
    journal: "Journal", removed: "Sequence[Entry | Use]"
) -> "Sequence[tuple[Use, Entry | Use]]":
    """Return the uses of what was removed that are noted elsewhere, with the first such place."""
    return [
        (use, twin)
        for thing in removed
        for use in _uses_of(thing)
        if (twin := next((t for t in _nearby(journal, thing) if use in _shared(thing, t)), None))
    ]


def _corrected(
    twin: Entry | Use, old: Entry | Use, new: Entry | Use, shared: Sequence[Use], now: datetime
) -> Entry | Use:
    """Return a twin with the doses and the time that its shared uses have now."""
    kept = {use.treatment: use for use in _uses_of(new)}
    doses = {use.treatment: kept[use.treatment].dose for use in shared if use.treatment in kept}
    if not doses:
        return twin
    by = _time(new) - _time(old)
    if isinstance(twin, Use):
        return twin._replace(dose=doses[twin.treatment], used_at=twin.used_at + by)
    dosed = dict(twin.doses) | doses
    named = tuple((name, dose) for name, dose in sorted(dosed.items()) if dose)
    after = twin._replace(doses=named)
    if isinstance(old, Use) or not by:
        return after
    until = twin.until
    if until is not None:
        # A new day moves the whole attack; a new hour moves only its beginning.
        until = until + by if _time(new).date() != _time(old).date() else until
        checked_end(_time(new), until, now)
    return after._replace(felt_at=_time(new), until=until)


def _nearby(journal: "Journal", thing: Entry | Use) -> Iterator[Entry | Use]:
    """Yield the other entries and uses of about the same time."""
    at = _time(thing)
    # A time may have been written in another time zone, where it was another day.
    around = Selection(since=at.date() - _DAY, until=at.date() + _DAY)
    others: list[Entry | Use] = [*journal.entries(around), *journal.uses(around)]
    for other in others:
        if abs(_time(other) - at) <= SAME_WITHIN and other != thing:
            yield other


def _shared(old: Entry | Use, twin: Entry | Use) -> list[Use]:
    """Return the uses of a thing before the edit that its twin notes as well."""
    if isinstance(old, Use) and isinstance(twin, Use):
        return []
    alone = isinstance(old, Use) or isinstance(twin, Use)
    return [
        use
        for use in _uses_of(old)
        if any(is_one_use(use, other, alone=alone) for other in _uses_of(twin))
    ]


def _taken(thing: Entry | Use) -> set[object]:
    return {(use.treatment, use.used_at, use.dose) for use in _uses_of(thing)}


def _uses_of(thing: Entry | Use) -> Sequence[Use]:
    return thing.uses if isinstance(thing, Entry) else (thing,)


def _time(thing: Entry | Use) -> datetime:
    return thing.felt_at if isinstance(thing, Entry) else thing.used_at
