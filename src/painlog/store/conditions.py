"""Turn what a person chose into conditions in SQL."""

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from painlog.model.selection import ChosenPlace, Selection


def of_entries(selection: "Selection | None") -> tuple[str, list[object]]:
    """Return the condition for the chosen entries, and the values of its placeholders."""
    if selection is None:
        return "true", []
    parts, values = _of_places_and_days(selection, "felt_at")
    if selection.treatments:
        marks = ", ".join("?" * len(selection.treatments))
        parts.append(
            f"exists (select 1 from use where entry_id = entry.id and treatment in ({marks}))"
        )
        values += selection.treatments
    for kind, chosen in (("quality", selection.qualities), ("trigger", selection.triggers)):
        if chosen:
            marks = ", ".join("?" * len(chosen))
            parts.append(
                "exists (select 1 from entry_tag where entry_id = entry.id"
                f" and kind = '{kind}' and value in ({marks}))"
            )
            values += chosen
    bounds = [
        (sign, bound)
        for sign, bound in ((">=", selection.lowest), ("<=", selection.highest))
        if bound is not None
    ]
    if bounds:
        # The intensity before a use is a rating like any other: it was felt.
        either = (
            " and ".join(f"{rating} {sign} ?" for sign, _ in bounds)
            for rating in ("intensity", "intensity_before")
        )
        parts.append(f"({' or '.join(either)})")
        values += [bound for _, bound in bounds] * 2
    return " and ".join(parts), values


def of_uses(selection: "Selection | None") -> tuple[str, list[object]]:
    """Return the condition for the chosen uses without a rating, as `of_entries` does."""
    parts, values = ["entry_id is null"], list[object]()
    if selection is not None:
        found, values = _of_places_and_days(selection, "used_at")
        parts += found
        if selection.is_of_entries:
            parts.append("false")
        if selection.treatments:
            # The + makes SQLite use the index of times: the uses are read in that order.
            parts.append(f"+treatment in ({', '.join('?' * len(selection.treatments))})")
            values += selection.treatments
    return " and ".join(parts), values


def _of_places_and_days(selection: "Selection", time: str) -> tuple[list[str], list[object]]:
    parts, values = ["true"], list[object]()
    regions = [place.region for place in selection.places]
    if regions and None not in regions:
        parts.append(f"region in ({', '.join('?' * len(regions))})")
        values += regions
    if any(place.side or place.without_side for place in selection.places):
        asked = [_of_place(place) for place in selection.places]
        parts.append(f"({' or '.join(sql for sql, _ in asked)})")
        values += (value for _, given in asked for value in given)
    days, of_days = _of_days(selection, time)
    return [*parts, *days], [*values, *of_days]


def of_days(selection: "Selection", time: str) -> tuple[str, list[object]]:
    """Return the condition for the chosen days on a column, and the values of its placeholders."""
    parts, values = _of_days(selection, time)
    return " and ".join(["true", *parts]), values


def _of_days(selection: "Selection", time: str) -> tuple[list[str], list[object]]:
    parts, values = list[str](), list[object]()
    since = selection.since
    if since and selection.reaching and time == "felt_at":
        from painlog.model.entry import earliest_start

        # The first bound is one that an index finds. What ended at midnight was over by then.
        parts.append("felt_at >= ? and (felt_at >= ? or substr(until, 1, 19) > ?)")
        values += (earliest_start(since).isoformat(), since.isoformat(), f"{since}T00:00:00")
    elif since:
        parts.append(f"{time} >= ?")
        values.append(since.isoformat())
    if selection.until:
        parts.append(f"{time} < ?")
        values.append((selection.until + timedelta(days=1)).isoformat())
    return parts, values


def _of_place(place: "ChosenPlace") -> tuple[str, list[object]]:
    parts = []
    if place.region is not None:
        # The + makes SQLite look up the regions once for all places, in the order of time.
        parts.append("+region = ?")
    if place.side is not None:
        parts.append("side = ?")
    if place.without_side:
        parts.append("side is null")
    values: list[object] = [v for v in (place.region, place.side) if v is not None]
    return " and ".join(parts) or "true", values
