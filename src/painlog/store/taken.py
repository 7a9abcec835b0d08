"""Find on which days and at which doses treatments were used, for lines and sums of medicines."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from painlog.store.recent import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.dose import Dose
    from painlog.store.journal import Journal


def doses_of(journal: "Journal", treatment: str) -> list[str]:
    """Return the doses in which a treatment was used, the most frequent first."""
    found = journal.rows(
        "select dose from use where treatment = ? and dose is not null"
        " group by dose order by count(*) desc, dose",
        [treatment],
    )
    return [dose for (dose,) in found]


def doses_taken(
    journal: "Journal", treatments: "Sequence[str]", since: datetime, until: datetime
) -> "list[tuple[datetime, Dose | None, bool, str]]":
    """Return when which dose of some treatments was taken, if it came with a rating, and of which.

    The dose is None where it was not said.
    """
    from painlog.store.uses import dose_of

    marks = ", ".join("?" * len(treatments))
    found = (
        (datetime.fromisoformat(at), dose_of(*dose), bool(rated), name)
        for at, name, *dose, rated in journal.rows(
            "select used_at, treatment, dose, dose_amount, dose_unit, entry_id is not null from use"
            f" where treatment in ({marks}) and used_at > ? and used_at < ?",
            [*treatments, around(since)[0], around(until)[1]],
        )
    )
    return [one for one in found if since < one[0] < until]


def uses_by_day(journal: "Journal", since: date, until: date) -> "dict[str, dict[date, int]]":
    """Count the uses of each treatment on each day of a span, those at entries included."""
    found: dict[str, dict[date, int]] = {}
    for treatment, day, times in journal.rows(
        # The + rules out the index of treatments, so that SQLite uses the one of days.
        "select +treatment, day, count(*) from use where day between ? and ?"
        " group by +treatment, day",
        [since.isoformat(), until.isoformat()],
    ):
        found.setdefault(treatment, {})[date.fromisoformat(day)] = times
    return found


def days_by_treatment(journal: "Journal", since: date, until: date) -> dict[str, set[date]]:
    """Return the days of a span on which each treatment was used, whatever it was for.

    A change of a patch, which is worn for days, is left out.
    """
    from painlog.model.dose import OF_PATCHES

    found: dict[str, set[date]] = {}
    marks = ", ".join("?" * len(OF_PATCHES))
    for treatment, day in journal.rows(
        # As in `uses_by_day`.
        "select distinct +treatment, day from use where day between ? and ?"
        f" and (dose_unit is null or dose_unit not in ({marks}))",
        [since.isoformat(), until.isoformat(), *OF_PATCHES],
    ):
        found.setdefault(treatment, set()).add(date.fromisoformat(day))
    return found


def days_with_medicine_since(journal: "Journal", since: date) -> int:
    """Count the days since one on which any medicine was used, whatever it was for."""
    found = journal.rows(
        "select count(distinct use.day) from use join treatment on treatment.name = use.treatment"
        " where use.day >= ? and treatment.kind = 'medication'",
        [since.isoformat()],
    )
    return found[0][0] if found else 0


def is_any_dosed_since(journal: "Journal", since: date) -> bool:
    """Tell whether any treatment was used with a dose since a day."""
    return bool(
        journal.rows(
            "select 1 from use where day >= ? and dose is not null limit 1", [since.isoformat()]
        )
    )


def are_medicines(journal: "Journal", names: "set[str]") -> bool:
    """Return whether any of some treatments is a medicine."""
    return _is_any(journal, "kind = 'medication'", names)


def are_own(journal: "Journal", names: "set[str]") -> bool:
    """Return whether any of some treatments is of the person's own."""
    return _is_any(journal, "own", names)


def _is_any(journal: "Journal", what: str, names: "set[str]") -> bool:
    marks = ", ".join("?" * len(names))
    return bool(names) and bool(
        journal.rows(
            f"select 1 from treatment where {what} and name in ({marks}) limit 1", [*names]
        )
    )
