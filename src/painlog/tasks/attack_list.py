"""The attacks of a journal, one by one, as a person chose them."""

from datetime import date, datetime

from painlog.analysis.attack_list import ListedAttack, list_attacks
from painlog.model.selection import Selection
from painlog.store import recent
from painlog.store.journal import Journal


def chosen_attacks(journal: Journal, chosen: Selection, now: datetime) -> list[ListedAttack]:
    """Return the attacks of the chosen places that were felt on the chosen days, by their start.

    A filter of entries keeps an attack whole if one of its ratings passes. A treatment keeps those
    with a rating at which it was used, and those in which it was taken as a medicine.
    """
    found = list_attacks(
        journal.entries(),
        journal.uses(),
        journal.courses(),
        journal.treatments.by_name,
        recent.attack_diaries(journal),
        now,
    )
    since, until = chosen.since or date.min, chosen.until or date.max
    found = [
        attack
        for attack in found
        if attack.start.date() <= until
        and attack.last_day >= since
        and (not chosen.places or any(p.has_rating(*attack.place) for p in chosen.places))
    ]
    if chosen.treatments or chosen.is_of_entries:
        kept = passing(journal, chosen)
        wanted = () if chosen.is_of_entries else chosen.treatments
        found = [
            attack
            for attack in found
            if any(entry.uid in kept for entry in attack.entries)
            or any(taken.treatment in wanted for taken in attack.medicines)
        ]
    return found


def passing(journal: Journal, chosen: Selection) -> set[str]:
    """Return the uids of ratings that pass a filter, of any day: each keeps its whole attack."""
    return {entry.uid for entry in journal.entries(chosen._replace(since=None, until=None))}
