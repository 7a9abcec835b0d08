"""A text such as "3.11", which is a time of day to some and a date to others."""

import re
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.date_order import in_order
from painlog.model.settings import DateOrder
from painlog.model.when import parse_day, parse_when

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTED = r"(?i)\s*(?:at )?(\d{1,2})\.(\d\d)\s*"
_WAYS = {2: "two", 3: "three"}


def refuse_time_or_date(text: str, order: DateOrder | None, now: datetime) -> None:
    """Refuse a text that can be a time as well as a date up to today.

    Args:
        text: As typed for a time.
        order: The order of dates that the person chose; None for none.
        now: This moment.

    Raises:
        NotUnderstoodError: if it can be both; it names each.
    """
    found = re.fullmatch(_POINTED, text)
    if not found:
        return
    clock = f"{int(found[1]):02}:{found[2]}"
    try:
        parse_when(clock, now)
    except NotUnderstoodError:
        return
    except RefusedError as refused:
        clock = refused.instead or clock
    dates = dict.fromkeys(_dates(f"{found[1]}.{found[2]}.", order, now))
    if dates:
        offers = (clock, *dates)
        listed = " or ".join(f'"{one}"' for one in offers)
        error = NotUnderstoodError(
            f'"{text}" can be read in {_WAYS[len(offers)]} ways. Type {listed}.'
        )
        error.ways = offers
        raise error


def _dates(text: str, order: DateOrder | None, now: datetime) -> "Iterator[str]":
    # With points the day comes first, so "9.30" is half past nine to whoever chose no order.
    if in_order(text, order or "day-first") == text:
        return
    for one in (order,) if order else get_args(DateOrder):
        written = in_order(text, one)
        if written != text:
            with suppress(PainlogError):
                yield str(parse_day(written, now))
