"""List attacks one by one, with what was taken in each and what the pain did after it."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from painlog.analysis.attacks import LONGEST_OPEN, SAME_ATTACK, Attack, attacks_in, rated
from painlog.analysis.days import Place, gather, use_places
from painlog.analysis.one_use import used_in
from painlog.analysis.relief import ratings_around
from painlog.analysis.untimed import logged_by_day
from painlog.analysis.use_places import Ratings
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.region import Side
from painlog.model.treatment import Treatment
from painlog.model.use import Use, with_dose

_HOUR = 3600.0

# "over": a 0 says so, and nobody logged when it ended. "unknown": the newest rating is over 72
# hours old, so that its end was hardly logged.
State = Literal["ended", "over", "going on", "unknown"]


class TakenIn(NamedTuple):
    """A medicine that was taken in an attack: how often, when first, and at which dose then."""

    treatment: str
    dose: Dose | None
    first_at: datetime
    times: int

    @property
    def what(self) -> str:
        """Treatment and dose in words: "sumatriptan 50 mg"."""
        return with_dose(self.treatment, self.dose)


class ListedAttack(NamedTuple):
    """One attack of one region and side.

    `end` is the latest end that was logged, `painless_at` the rating of 0 that says that an attack
    without an end was over, each None where it was not logged. `hours` lie between start and end.
    `worst` is the highest of its ratings, those before a use included. `medicines` are those taken
    as needed in it, the first one first. `before` and `after` are the ratings around the first of
    them, as in `Relief`, None where there is none. `last_day` is the last on which it was felt.
    """

    region: str
    side: Side | None
    start: datetime
    end: datetime | None
    painless_at: datetime | None
    state: State
    hours: float | None
    worst: int
    medicines: tuple[TakenIn, ...]
    before: int | None
    after: int | None
    entries: tuple[Entry, ...]
    last_day: date

    @property
    def place(self) -> Place:
        """Region and side."""
        return self.region, self.side

    @property
    def notes(self) -> int:
        """How many of its ratings have a note."""
        return sum(bool(entry.note) for entry in self.entries)


def list_attacks(
    entries: Iterable[Entry],
    uses: Iterable[Use],
    courses: Iterable[Course],
    treatments: Mapping[str, Treatment],
    diaries: Container[str],
    now: datetime,
) -> list[ListedAttack]:
    """Return the attacks of every region and side, by their start.

    Args:
        entries: All of them, up to now.
        uses: All that was used without a rating, up to now.
        courses: Those started by hand: what is taken in course is not taken for the attack.
        treatments: By name; what is no medicine is left out.
        diaries: The regions of which every attack is written down.
        now: The present moment.
    """
    entries, uses, courses = tuple(entries), tuple(uses), tuple(courses)
    places: dict[Place, list[Entry]] = {}
    for entry in entries:
        places.setdefault((entry.region, entry.side), []).append(entry)
    taken = _taken(entries, uses, courses, treatments)
    found = [
        listed
        for place, of_place in places.items()
        for listed in _of_place(
            of_place, taken.get(place, []), treatments, now, is_diary=place[0] in diaries
        )
    ]
    return sorted(found, key=lambda a: (a.start, a.region, a.side or ""))


def _taken(
    entries: Sequence[Entry],
    uses: Sequence[Use],
    courses: Sequence[Course],
    treatments: Mapping[str, Treatment],
) -> dict[Place, list[tuple[Use, Entry | None]]]:
    """Return the medicines that were taken as needed, by place, each with its entry if it has one.

    One that was logged for a day without a time is left out: nobody knows in which attack it was.
    """
    days = [thing.day for things in (entries, uses) for thing in things]
    if not days:
        return {}
    with_use = [entry for entry in entries if entry.treatments]
    used, _, alone = used_in(min(days), max(days), with_use, uses)
    by_day = logged_by_day(used, alone)
    found: dict[Place, list[tuple[Use, Entry | None]]] = {}
    for place, of_place in use_places(gather(entries), courses=courses).by_place(alone).items():
        found[place] = [(use, None) for use in of_place if use.created_at not in by_day]
    for entry in used:
        if entry.created_at not in by_day:
            noted = [(use, entry) for use in entry.uses]
            found.setdefault((entry.region, entry.side), []).extend(noted)
    return {
        place: [
            (use, entry)
            for use, entry in of_place
            if _is_medicine(use, treatments)
            and not any(
                c.treatment == use.treatment and c.covers(*place) and c.on(use.day) for c in courses
            )
        ]
        for place, of_place in found.items()
    }


def _is_medicine(use: Use, treatments: Mapping[str, Treatment]) -> bool:
    treatment = treatments.get(use.treatment)
    return treatment is not None and treatment.is_medicine


def _of_place(
    entries: Sequence[Entry],
    taken: Sequence[tuple[Use, Entry | None]],
    treatments: Mapping[str, Treatment],
    now: datetime,
    *,
    is_diary: bool,
) -> Iterator[ListedAttack]:
    painless = {e.felt_at.timestamp(): e.felt_at for e in entries if not e.intensity}
    ratings = Ratings((e.felt_at.timestamp(), e.intensity) for e in entries)
    in_order = sorted(taken, key=lambda one: one[0].used_at.timestamp())
    attacks = attacks_in(map(rated, entries), without_ends=is_diary)
    next_starts = (*(attack.start for attack in attacks), float("inf"))[1:]
    for attack, next_start in zip(attacks, next_starts, strict=True):
        within = [
            (use, entry)
            for use, entry in in_order
            if attack.start <= use.used_at.timestamp() <= _latest(attack)
            and use.used_at.timestamp() < next_start
        ]
        first = attack.entries[0]
        before, after = ratings_around(*within[0], ratings, treatments) if within else (None, None)
        yield ListedAttack(
            first.region,
            first.side,
            first.felt_at,
            _end(attack),
            None if attack.painless_at is None else painless[attack.painless_at],
            _state(attack, now, is_newest=next_start == float("inf")),
            None if attack.end is None else (attack.end - attack.start) / _HOUR,
            max(max(e.intensity, e.intensity_before or 0) for e in attack.entries),
            _medicines(use for use, _ in within),
            before,
            after,
            attack.entries,
            attack.last_day,
        )


def _latest(attack: Attack) -> float:
    """Return until when something was taken in an attack.

    Where nothing says when it was over, that is as long as a rating would still belong to it.
    """
    if attack.end is not None:
        return attack.end
    if attack.painless_at is not None:
        return attack.painless_at
    return attack.ratings[-1].at + SAME_ATTACK.total_seconds()


def _end(attack: Attack) -> datetime | None:
    ends = (entry.until for entry in attack.entries if entry.until is not None)
    return max(ends, default=None)


def _state(attack: Attack, now: datetime, *, is_newest: bool) -> State:
    if attack.end is not None:
        return "ended"
    if attack.painless_at is not None:
        return "over"
    is_recent = now - attack.entries[-1].felt_at <= LONGEST_OPEN
    return "going on" if is_newest and is_recent else "unknown"


def _medicines(uses: Iterable[Use]) -> tuple[TakenIn, ...]:
    found: dict[str, TakenIn] = {}
    for use in uses:
        known = found.get(use.treatment) or TakenIn(use.treatment, use.dose, use.used_at, 0)
        found[use.treatment] = known._replace(times=known.times + 1)
    return tuple(found.values())
