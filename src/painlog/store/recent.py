"""Find what was rated and named lately: for check-ins, for TAB, and for slips of the hand."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from painlog.model.entry import Entry
    from painlog.model.region import Side
    from painlog.model.use import Use
    from painlog.store.journal import Journal

    Place = tuple[str, Side | None]

# On so many days with ratings a place may be left out before it is no longer asked about.
ASKED_DAYS = 14
# How many of the latest entries are read for TAB.
_LATEST = 300
_SAME_TIME = timedelta(minutes=1)
# Greater than any id.
_NO_ID = 2**62


def places_since(journal: "Journal", since: date) -> "list[Place]":
    """Return regions and sides rated since a day, the one rated most often first."""
    return journal.rows(
        "select region, side from entry where felt_at >= ?"
        # The + rules out the index of regions, so that SQLite uses the one of times.
        " group by +region, side order by count(*) desc, region, side",
        [since.isoformat()],
    )


def places_asked(journal: "Journal", day: date) -> "list[Place]":
    """Return the places that a check-in asks about on a day, and that a look at the day names.

    They are those of the person's own order, then those rated on one of the last `ASKED_DAYS` days
    up to it on which anything was rated, the one rated most often first. Days without a rating
    count nothing, so that weeks away take no place off, nor does one skip after them.
    """
    own = places_in_order(journal)
    first = None
    for _ in range(ASKED_DAYS):
        found = day_of_last_rating(journal, first - timedelta(days=1) if first else day)
        if found is None:
            break
        first = found
    lately = places_since(journal, first) if first else []
    return [*own, *(place for place in lately if place not in own)]


def places_in_order(journal: "Journal") -> "list[Place]":
    """Return the places that a check-in asks about first, in the person's own order."""
    return journal.rows("select region, side from checkin_place order by position")


def last_days(journal: "Journal", since: date, until: date) -> "dict[Place, date]":
    """Return the last rated day of each place from one day to another, the latest first."""
    found = journal.rows(
        "select region, side, max(felt_at) from entry where felt_at >= ? and felt_at < ?"
        # The + rules out the index of regions, so that SQLite uses the one of times.
        " group by +region, side order by max(felt_at) desc, region, side",
        [since.isoformat(), _after(until)],
    )
    return {(region, side): date.fromisoformat(last[:10]) for region, side, last in found}


def last_day_before(journal: "Journal", day: date) -> date | None:
    """Return the last rated day before a day; None if there is none. An attack rates each day."""
    latest = (
        f"select felt_at, until from entry where felt_at < ? order by felt_at desc limit {_LATEST}"
    )
    [(began, ended)] = journal.rows(
        # An attack that ends at midnight is over by then.
        "select max(substr(felt_at, 1, 10)), max(date(substr(until, 1, 19), '-1 second'))"
        f" from ({latest})",
        [day.isoformat()],
    )
    if began is None:
        return None
    last = min(max(began, ended or began), (day - timedelta(days=1)).isoformat())
    return date.fromisoformat(last)


def day_of_last_rating(journal: "Journal", until: date) -> date | None:
    """Return the day of the newest entry up to a day; None if there is none."""
    found = journal.rows("select max(felt_at) from entry where felt_at < ?", [_after(until)])
    last = found[0][0] if found else None
    return datetime.fromisoformat(last).date() if last else None


def first_days(journal: "Journal", places: "Iterable[Place]") -> "dict[Place, date]":
    """Return the day of the first entry of each place."""
    found = {
        place: journal.rows(
            "select min(felt_at) from entry where region = ? and side is ?", [*place]
        )
        for place in places
    }
    return {place: date.fromisoformat(first[:10]) for place, [(first,)] in found.items() if first}


def first_day(journal: "Journal") -> date | None:
    """Return the day of the first entry; None if there is none."""
    [(first,)] = journal.rows("select min(felt_at) from entry")
    return date.fromisoformat(first[:10]) if first else None


def last_rating(
    journal: "Journal", region: str, side: "Side | None", until: date
) -> tuple[int, date] | None:
    """Return the newest intensity of a region and side up to a day, and its day."""
    found = journal.rows(
        "select intensity, felt_at from entry where region = ? and felt_at < ? and side is ?"
        " order by felt_at desc, id desc limit 1",
        [region, _after(until), side],
    )
    return (found[0][0], date.fromisoformat(found[0][1][:10])) if found else None


def rated_on(journal: "Journal", day: date) -> "dict[Place, int]":
    """Return the regions and sides that are rated on a day, with the last intensity of each."""
    found = journal.rows(
        "select region, side, intensity from entry where felt_at >= ? and felt_at < ?"
        " order by felt_at, id",
        [day.isoformat(), _after(day)],
    )
    return {(region, side): intensity for region, side, intensity in found}


def places_of_trials(journal: "Journal", day: date) -> "tuple[Place, ...]":
    """Return the regions and sides that trials rate on a day; import nothing where no trial is."""
    if not has_trial_under_way(journal, day):
        return ()
    return tuple(
        (trial.region, trial.side)
        for trial in journal.trials()
        if trial.side and trial.starts_on <= day and not trial.is_over(day)
    )


def _after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()


def sides_lately(journal: "Journal", region: str, since: date) -> "list[Side | None]":
    """Return the sides with which a region was rated since a day, the most frequent first."""
    found = journal.rows(
        "select side from entry where region = ? and felt_at >= ?"
        " group by side order by count(*) desc, side",
        [region, since.isoformat()],
    )
    return [side for (side,) in found]


def treatments_since(journal: "Journal", since: date) -> list[str]:
    """Return treatments that were used since a day, the one used most often first."""
    found = journal.rows(
        # The + rules out the index of treatments, so that SQLite uses the one of days.
        "select treatment from use where day >= ?"
        " group by +treatment order by count(*) desc, treatment",
        [since.isoformat()],
    )
    return [name for (name,) in found]


def treatments_by_place_since(
    journal: "Journal", since: date
) -> "set[tuple[str, Side | None, str]]":
    """Return which treatments were used for which region and side since a day."""
    return set(
        journal.rows(
            "select distinct region, side, +treatment from use"
            " where day >= ? and region is not null",
            [since.isoformat()],
        )
    )


def latest_places(journal: "Journal") -> "list[Place]":
    """Return regions and sides of the latest entries, the one rated most often first."""
    return journal.rows(
        "select region, side from (select region, side from entry order by felt_at desc limit ?)"
        " group by region, side order by count(*) desc, region, side",
        [_LATEST],
    )


def every_tag(journal: "Journal", kind: str) -> list[str]:
    """Return every quality, trigger or condition of the journal, in alphabetical order."""
    found = journal.rows(
        "select distinct value from entry_tag where kind = ? order by value", [kind]
    )
    return [value for (value,) in found]


def latest_tags(journal: "Journal", kind: str) -> list[str]:
    """Return qualities, triggers or conditions of the latest entries, the most frequent first."""
    found = journal.rows(
        "select value from entry_tag where kind = ? and entry_id in"
        " (select id from entry order by felt_at desc limit ?)"
        " group by value order by count(*) desc, value",
        [kind, _LATEST],
    )
    return [value for (value,) in found]


def same_entry_since(journal: "Journal", entry: "Entry", since: datetime) -> bool:
    """Return whether another entry that was written since a moment says exactly the same.

    Its times may differ by less than a minute.
    """
    found = journal.rows(
        "select id from entry where region = ? and felt_at > ? and felt_at < ?"
        " and side is ? and intensity = ? and id <> ?"
        " and created_at >= ? and abs(strftime('%s', felt_at) - ?) < 60",
        [
            entry.region,
            *around(entry.felt_at),
            entry.side,
            entry.intensity,
            entry.id,
            since.astimezone(UTC).isoformat(timespec="seconds"),
            int(entry.felt_at.timestamp()),
        ],
    )
    return any(_says_the_same(journal.entry(number), entry) for (number,) in found)


def _says_the_same(other: "Entry", entry: "Entry") -> bool:
    ends = (other.until, entry.until)
    amounts = ([(name, dose.size) for name, dose in one.doses] for one in (other, entry))
    same_end = ends[0] and ends[1] and abs(ends[0] - ends[1]) < _SAME_TIME
    as_this_one = other._replace(
        felt_at=entry.felt_at,
        until=entry.until if same_end else other.until,
        doses=entry.doses if next(amounts) == next(amounts) else other.doses,
        id=entry.id,
        uid=entry.uid,
        created_at=entry.created_at,
        updated_at=entry.updated_at,
    )
    return as_this_one == entry


def wrote_since(journal: "Journal", since: datetime, *, before: int = 0, use: int = 0) -> bool:
    """Return whether the newest entry, or the newest use, was written since a moment.

    Args:
        journal: Where to look.
        since: The moment.
        before: The id of an entry; only those with a lower one are looked at. 0: all entries.
        use: The same for uses.
    """
    found = journal.rows(
        "select max(created_at) from"
        " (select * from (select created_at from entry where id < ? order by id desc limit 1)"
        " union all"
        # The uses that belong to an entry have ids below 0.
        " select * from (select created_at from use where id > 0 and id < ?"
        " order by id desc limit 1))",
        [before or _NO_ID, use or _NO_ID],
    )
    newest: str | None = found[0][0]
    return newest is not None and newest >= since.astimezone(UTC).isoformat(timespec="seconds")


def same_use_since(journal: "Journal", use: "Use", since: datetime) -> bool:
    """Return whether another use that was written since a moment says exactly the same.

    Its time may differ by less than a minute.
    """
    found = journal.rows(
        "select dose, dose_amount, dose_unit from use"
        " where entry_id is null and used_at > ? and used_at < ?"
        " and treatment = ? and region is ? and side is ? and note = ? and id <> ?"
        " and created_at >= ? and abs(strftime('%s', used_at) - ?) < 60",
        [
            *around(use.used_at),
            use.treatment,
            use.region,
            use.side,
            use.note,
            use.id,
            since.astimezone(UTC).isoformat(timespec="seconds"),
            int(use.used_at.timestamp()),
        ],
    )
    if not found:
        return False
    from painlog.model.dose import same_dose
    from painlog.store.uses import dose_of

    return any(same_dose(dose_of(*dose), use.dose) for dose in found)


def logged_by(journal: "Journal", change_id: int, most: int) -> "list[Entry | Use]":
    """Return the entries and uses of a change that are in the journal, the first of them."""
    found = journal.rows(
        "select kind, key from change_item where change_id = ? and kind in ('entry', 'use')"
        " order by position limit ?",
        [change_id, most],
    )
    there: list[Entry | Use] = []
    for kind, key in found:
        if journal.rows(f"select 1 from {kind} where id = ?", [key]):
            there.append(journal.entry(key) if kind == "entry" else journal.use(key))
    return there


def around(moment: datetime) -> tuple[str, str]:
    """Return two texts between which a moment is stored, whatever its UTC offset."""
    # A clock elsewhere is less than a day away.
    there = moment.astimezone(UTC).replace(tzinfo=None)
    day = timedelta(days=1)
    return (there - day).isoformat(timespec="seconds"), (there + day).isoformat(timespec="seconds")


def attack_diaries(journal: "Journal") -> set[str]:
    """Return the regions with an attack diary."""
    return {name for (name,) in journal.rows("select name from region where diary = 'attacks'")}


def ids_between(
    journal: "Journal", kind: "Literal['entry', 'use']", first: int, last: int
) -> list[int]:
    """Return the ids of entries, or of uses without a rating, from one id to another, in order."""
    alone = "" if kind == "entry" else " and entry_id is null"
    found = journal.rows(
        f"select id from {kind} where id between ? and ?{alone} order by id", [first, last]
    )
    return [number for (number,) in found]


def last_written(journal: "Journal") -> "tuple[Literal['entry', 'use'], int] | None":
    """Return the kind and id of the entry, or use without a rating, that was written last."""
    found = journal.rows(
        "select * from (select 'entry', id, created_at from entry order by id desc limit 1)"
        " union all select * from ("
        "  select 'use', id, created_at from use where entry_id is null order by id desc limit 1)"
        " order by 3 desc"
    )
    return (found[0][0], found[0][1]) if found else None


def has_trials(journal: "Journal") -> bool:
    """Tell whether any trial was planned."""
    return bool(journal.rows("select 1 from trial limit 1"))


def has_changes(journal: "Journal") -> bool:
    """Tell whether anything was ever written into the journal."""
    return bool(journal.rows("select 1 from change limit 1"))


def last_peg_day(journal: "Journal") -> date | None:
    """Return the day of the newest PEG; None if there is none."""
    [(last,)] = journal.rows("select max(answered_on) from peg")
    return date.fromisoformat(last) if last else None


def last_visit_day(journal: "Journal") -> date | None:
    """Return the day of the latest visit to a clinician, past or to come; None if there is none."""
    [(last,)] = journal.rows("select max(held_on) from consultation")
    return date.fromisoformat(last) if last else None


def has_day(journal: "Journal", day: date) -> bool:
    """Tell whether a day has a note or a factor."""
    found = journal.rows(
        "select 1 from day_note where day = ? union all"
        " select 1 from day_factor where day = ? limit 1",
        [day.isoformat()] * 2,
    )
    return bool(found)


def has_trial_under_way(journal: "Journal", today: date) -> bool:
    """Tell whether a trial may be planned or under way; cheap enough for every look at a day."""
    found = journal.rows(
        "select 1 from trial where stopped_on is null"
        " and date(starts_on, '+' || (2 * pairs * block_days - 1) || ' days') >= ? limit 1",
        [today.isoformat()],
    )
    return bool(found)
