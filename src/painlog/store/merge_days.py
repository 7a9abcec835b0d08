"""Merge the notes and factors of days, and the order of checkin, from another journal."""

from collections.abc import Callable, Mapping

from painlog.model.contents import Background
from painlog.model.factor import DayFactor, DayNote
from painlog.model.names import normal
from painlog.store import days
from painlog.store.journal import Journal
from painlog.store.log import Change


def take_days(
    journal: Journal, change: Change, background: Background, take_all: Callable[..., None]
) -> None:
    """Take the notes and factors of days; where both journals have one, the newer stays.

    A factor that is measured in another way here gets a name of its own, such as "steps 2".

    Args:
        journal: Open for writing.
        change: The change that they become part of.
        background: What the other journal holds.
        take_all: Takes things, given those here and a test for two versions of one thing.
    """
    here = {normal(factor.name): factor for factor in days.factors(journal)}
    names: dict[str, str] = {}
    for there in background.factors:
        name, number = there.name, 2
        while (present := here.get(normal(name))) and present.measure != there.measure:
            name, number = f"{there.name} {number}", number + 1
        if present is None:
            present = here[normal(name)] = change.add(there._replace(name=name))
        names[there.name] = present.name
    values = [v._replace(factor=names.get(v.factor, v.factor)) for v in background.day_factors]
    take_all(values, days.day_factors(journal), _same_factor)
    take_all(background.day_notes, days.day_notes(journal), _same_day)


def take_order(
    journal: Journal, change: Change, background: Background, here: Mapping[str, str]
) -> None:
    """Take the order of checkin where there is none here.

    Args:
        journal: Open for writing.
        change: The change that it becomes part of.
        background: What the other journal holds.
        here: What its regions are called here, where that differs.
    """
    if days.checkin_places(journal):
        return
    for place in background.checkin_places:
        change.add(place._replace(region=here.get(place.region, place.region)))


def _same_day(here: DayNote, there: DayNote) -> bool:
    return here.day == there.day


def _same_factor(here: DayFactor, there: DayFactor) -> bool:
    return (here.day, here.factor) == (there.day, there.factor)
