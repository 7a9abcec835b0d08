"""What a period tells: each red flag once for a place, and pain in the chest without one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from painlog.advice.red_flags.flags import RED_FLAGS, RedFlag
from painlog.advice.red_flags.reading import (
    Raised,
    emergencies_first,
    is_chest_pain,
    signs_in,
    signs_of,
)
from painlog.advice.services import ANYWHERE, Services
from painlog.advice.standing import Advice
from painlog.advice.warning_signs.actions import filled
from painlog.model.entry import Entry
from painlog.model.names import day_in_words

# The code of the advice that says so.
CHEST_PAIN = "chest-pain"

_WHEN_CHEST_PAIN_IS_AN_EMERGENCY = (
    "If chest pain is tight, heavy or squeezing, comes suddenly and lasts for more than 15 "
    "minutes, spreads to the arm, neck, jaw or back, or comes with sweating, sickness or "
    "breathlessness, it is an emergency: call {emergency} now. (NHS: Chest pain, as EA Health has "
    "it)"
)


def when_chest_pain_is_an_emergency(services: Services = ANYWHERE) -> str:
    """Return the sentence about chest pain, with the services of a country."""
    return filled(_WHEN_CHEST_PAIN_IS_AN_EMERGENCY, services)


WHEN_CHEST_PAIN_IS_AN_EMERGENCY = when_chest_pain_is_an_emergency()


class Told(NamedTuple):
    """A red flag, the place whose entries raised it, and the latest day on which one did."""

    flag: RedFlag
    day: date
    place: str


class Noted(NamedTuple):
    """A note that belongs to no entry: of a use, of a visit, of a day.

    `place` says what the note is about, or what the use was for; `region` is "" without one.
    """

    day: date
    place: str
    note: str
    region: str = ""


def raised_by(entries: Iterable[Entry]) -> tuple[Raised, ...]:
    """Return the red flags in any entry, each once, emergencies first."""
    raised: dict[RedFlag, Raised] = {}
    for entry in entries:
        for one in signs_of(entry):
            raised.setdefault(one.flag, one)
    return emergencies_first(raised.values())


def red_flags_of(entries: Iterable[Entry]) -> tuple[RedFlag, ...]:
    """Return the same red flags without the words."""
    return tuple(one.flag for one in raised_by(entries))


def told_of(entries: Iterable[Entry], notes: Iterable[Noted] = ()) -> tuple[Told, ...]:
    """Return each flag once for a place: emergencies first, then the latest day first.

    A `standing` flag is told once, for the place where it was raised last.
    """
    days: dict[tuple[RedFlag, str], date] = {}
    of_entries = ((e.day, e.place, signs_of(e)) for e in entries)
    of_notes = ((n.day, n.place, signs_in(region=n.region, note=n.note)) for n in notes)
    for day, place, raised in (*of_entries, *of_notes):
        for flag, _ in raised:
            days[flag, place] = max(day, days.get((flag, place), day))
    found = sorted(
        (Told(flag, day, place) for (flag, place), day in days.items()),
        key=lambda t: (t.flag.urgency, -t.day.toordinal(), RED_FLAGS.index(t.flag)),
    )
    once = {(one.flag, "" if one.flag.standing else one.place): one for one in reversed(found)}
    return tuple(one for one in found if one in once.values())


def told_in(told: Iterable[Told], services: Services) -> tuple[Told, ...]:
    """Return the same flags, with a country's services in what to do."""
    return tuple(
        one._replace(flag=one.flag._replace(do=one.flag.action_in(services))) for one in told
    )


def chest_warning(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> str | None:
    """Return the sentence for entries of chest pain, or None where none is needed.

    It names a condition for the person to judge. It is not a red flag, which needs words. A rating
    of 0 is no pain.

    Args:
        entries: What was rated.
        raised: The red flags that their words raised. One about the chest replaces this sentence.
    """
    return WHEN_CHEST_PAIN_IS_AN_EMERGENCY if _latest_chest_pain(entries, raised) else None


def chest_advice(
    entries: Iterable[Entry], raised: Sequence[RedFlag], services: Services = ANYWHERE
) -> Advice | None:
    """Return the same sentence as advice for a report, with the latest entry for a clinician."""
    latest = _latest_chest_pain(entries, raised)
    if latest is None:
        return None
    return Advice(
        CHEST_PAIN,
        when_chest_pain_is_an_emergency(services),
        f"Pain in the chest was rated, last on {day_in_words(latest.day)} ({latest.place}, "
        f"{latest.intensity} of 10), and no entry says more about it.",
    )


def _latest_chest_pain(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> Entry | None:
    """Return the latest entry of chest pain, or None where a red flag says more."""
    if any("chest" in flag.code for flag in raised):
        return None
    return max(filter(is_chest_pain, entries), key=lambda e: e.felt_at, default=None)
