"""Count the medicine days of which nobody said what for, and that count as days without pain."""

from collections.abc import Mapping
from datetime import date

from painlog.analysis.days import Place, PlaceDays


def unsaid_days(place: Place, places: Mapping[Place, PlaceDays], since: date, until: date) -> int:
    """Count the days of an attack diary that have a medicine for who knows what, and no entry.

    A day with pain on another side of the region does not count: the medicine was for that.

    Args:
        place: Region and side.
        places: It, and the other places.
        since: The first day, from the first entry of the place on.
        until: The last day.
    """
    gathered = places[place]
    found = {day for day in gathered.unsaid if since <= day <= until}
    if not found:
        return 0
    sides = (days for (region, _), days in places.items() if region == place[0])
    pain = {rated.day for days in sides for rated in days.days() if rated.worst}
    rated = {rated.day for rated in gathered.days()}
    return len(found - rated - pain - gathered.untold(until))
