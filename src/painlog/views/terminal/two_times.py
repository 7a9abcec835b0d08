"""Say which one was taken of a time that came twice, when the clocks were put back."""

from collections.abc import Iterator
from datetime import datetime

from painlog.model.zones import same_time_again
from painlog.views.terminal.screen import Screen
from painlog.views.wording import day


def which_of_two(
    moment: datetime | None, number: object, option: str, screen: Screen
) -> Iterator[str]:
    """Say which one a moment is and how to choose the other; nothing for a time that came once.

    Args:
        moment: As it is stored.
        number: That of the entry or use, as people type it.
        option: The option of `edit` that changes it: "--at".
        screen: Where it is shown.
    """
    if moment is None or (other := same_time_again(moment)) is None:
        return
    which = "first" if moment < other else "second"
    yield from screen.wrapped(
        f"{moment:%H:%M} came twice on {day(moment)}, as the clocks were put back. This is the "
        f"{which} one; for the other: painlog edit {number} {option} {other.isoformat()}",
        "  ",
    )
