"""Which entries are meant."""

from datetime import date
from typing import NamedTuple

from painlog.model.region import Side


class Selection(NamedTuple):
    """Filters shared by list, report and export. None lets everything through.

    `without_side` keeps those of which no side was said. `since` and `until` are days, both
    included. `limit` keeps the newest so many.
    """

    region: str | None = None
    side: Side | None = None
    treatment: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    without_side: bool = False
