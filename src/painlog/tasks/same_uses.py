"""Correct one use wherever it is noted, so that no correction makes two of one tablet."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from painlog.analysis.one_use import SAME_WITHIN, is_one_use
from painlog.model.entry import Entry
from painlog.model.selection import Selection
from painlog.model.use import Use
from painlog.store.counterparts import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from painlog.store.journal import Journal

_DAY = timedelta(days=1)


class SameUses(NamedTuple):
    """Where else a corrected use is noted.

    `also` are pairs of before and after of what is corrected with it. `stays` are uses that stay as
    they are with the entry or use beside them: another treatment says that it was another use.
    `parted` are uses that an entry takes along to another time, while they stay at the other entry:
    one use would become two. `roots` leads from each of these places, by its `key_of`, to the
    change that it goes with.
    """

    also: "Sequence[tuple[Entry | Use, Entry | Use]]" = ()
    stays: "Sequence[tuple[Use, Entry | Use]]" = ()
    parted: "Sequence[tuple[Use, Entry]]" = ()
    roots: "Mapping[tuple[type, int], tuple[type, int]]" = MappingProxyType({})


def same_uses(journal: "Journal", changed: "Sequence[tuple[Entry | Use, Entry | Use]]") -> SameUses:
    """Return what is to be corrected with an edit, because it notes the same uses.

    `add` and `checkin` note a tablet with each place that they rate, and a tablet may be logged
    once more by itself. A new dose goes for all of them. A new time goes for what was logged by
    itself alone: the ratings of other entries were felt when they were felt.
    """
    also: dict[tuple[type, int], tuple[Entry | Use, Entry | Use]] = {}
    stays: list[tuple[Use, Entry | Use]] = []
    parted: list[tuple[Use, Entry]] = []
    told = {key_of(old) for old, _ in changed}
    roots = {key: key for key in told}
    waiting = [(old, new) for old, new in changed if _taken(old) != _taken(new)]
    while waiting:
        old, new = waiting.pop(0)
        for twin in _nearby(journal, old):
            key = key_of(twin)
            if key in told or not (shared := _shared(old, twin)):
                continue
            told.add(key)
            roots[key] = roots[key_of(old)]
            if isinstance(twin, Entry) and isinstance(new, Entry) and new.moment != old.moment:
                parted += [(use, twin) for use in shared if use.treatment in new.treatments]
            after = _corrected(twin, old, new, shared)
            if after != twin:
                also[key] = (twin, after)
                waiting.append((twin, after))
            else:
                stays += [(use, twin) for use in shared if not _taken(use) <= _taken(new)]
    return SameUses(tuple(also.values()), tuple(stays), tuple(parted), roots)


def still_noted(
    journal: "Journal", removed: "Sequence[Entry | Use]"
) -> "Sequence[tuple[Use, Entry | Use]]":
    """Return the uses of what was removed that are noted elsewhere, with the first such place."""
    return [
        (use, twin)
        for thing in removed
        for use in thing.uses
        if (twin := next((t for t in _nearby(journal, thing) if use in _shared(thing, t)), None))
    ]


def _corrected(
    twin: Entry | Use, old: Entry | Use, new: Entry | Use, shared: Sequence[Use]
) -> Entry | Use:
    """Return a twin with the doses that its shared uses have now, and a use with their time."""
    kept = {use.treatment: use for use in new.uses}
    doses = {use.treatment: kept[use.treatment].dose for use in shared if use.treatment in kept}
    if not doses:
        return twin
    if isinstance(twin, Use):
        used_at = twin.used_at + (new.moment - old.moment)
        return twin._replace(dose=doses[twin.treatment], used_at=used_at)
    dosed = dict(twin.doses) | doses
    return twin._replace(doses=tuple((name, dose) for name, dose in sorted(dosed.items()) if dose))


def _nearby(journal: "Journal", thing: Entry | Use) -> Iterator[Entry | Use]:
    """Yield the other entries and uses of about the same time."""
    at = thing.moment
    # A time may have been written in another time zone, where it was another day.
    around = Selection(since=at.date() - _DAY, until=at.date() + _DAY)
    others: list[Entry | Use] = [*journal.entries(around), *journal.uses(around)]
    for other in others:
        if abs(other.moment - at) <= SAME_WITHIN and other != thing:
            yield other


def _shared(old: Entry | Use, twin: Entry | Use) -> list[Use]:
    """Return the uses of a thing before the edit that its twin notes as well."""
    if isinstance(old, Use) and isinstance(twin, Use):
        return []
    alone = isinstance(old, Use) or isinstance(twin, Use)
    return [
        use for use in old.uses if any(is_one_use(use, other, alone=alone) for other in twin.uses)
    ]


def _taken(thing: Entry | Use) -> set[object]:
    return {(use.treatment, use.used_at, use.dose) for use in thing.uses}
