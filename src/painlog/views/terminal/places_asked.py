"""The places that a check-in no longer asks about, and how to get them back."""

from itertools import islice
from typing import TYPE_CHECKING

from painlog.files.command_line import as_typed
from painlog.model.region import label
from painlog.views.wording import listed, printable, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from painlog.model.region import Side
    from painlog.views.terminal.screen import Screen

_MOST_NAMED = 3


def not_asked_lines(
    not_asked: "Mapping[tuple[str, Side | None], date]",
    day: "date",
    today: "date",
    screen: "Screen",
    *,
    whole: bool = False,
) -> "Iterator[str]":
    """Say which places are not asked about any more, and how to rate them; nothing for none.

    Args:
        not_asked: The places with their last rated days, the latest first.
        day: The day of the check-in.
        today: The present day.
        screen: Where it is said.
        whole: Name all of them; otherwise the first few, and where the others are named.
    """
    if not not_asked:
        return
    shown = dict(islice(not_asked.items(), None if whole else _MOST_NAMED))
    more = len(not_asked) - len(shown)
    names = [
        printable(f"{label(*place)} (last rated {short_day(last, day)})")
        for place, last in shown.items()
    ]
    others = [f"{more} more (see: painlog regions order)"] if more else []
    typed = " ".join(as_typed(printable(label(*place))) for place in shown)
    on = "" if day == today else f" --on {day}"
    them = "it" if len(shown) == 1 else "them"
    yield from screen.wrapped(
        f"Not asked about any more: {listed([*names, *others])}. To rate {them} again: painlog "
        f"checkin {typed}{on}"
    )
