"""What all pictures say beside themselves."""

from datetime import date

from painlog.analysis.days import PlaceMean
from painlog.model.names import sentence_start
from painlog.views.wording import count, day, points, printable


def nothing(until: date) -> str:
    """What is missing where there is no entry up to a day."""
    return f"There is nothing to draw: no entry up to {day(until)}. Add one: painlog add heel 6"


def why_shown(hurts_most: PlaceMean, days: int, command: str) -> str:
    """Why this place is shown, where the person named none.

    Args:
        hurts_most: The place, and its mean over the last days.
        days: How many those were.
        command: What to type for another place.
    """
    return (
        f"Shown is what hurt most in the last {count(days, 'day')}: {printable(hurts_most.place)}, "
        f"mean {points(hurts_most.mean)}. For another: {command} --region heel"
    )


def never_rated(place: str, until: date) -> str:
    """What is missing where a place has no rating at all up to a day."""
    name = printable(place)
    return f'{sentence_start(name)}: no rating up to {day(until)}. Add one: painlog add "{name}" 6'


def not_rated(place: str, since: date, until: date) -> str:
    """What is missing where a place has ratings, but none in the period."""
    return (
        f"{sentence_start(printable(place))}: no rating from {day(since)} to {day(until)}. "
        "Choose another period."
    )
