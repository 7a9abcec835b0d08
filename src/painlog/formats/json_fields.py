"""Read the fields of the objects in a journal's JSON, and say what was expected of them.

A field that is not as expected raises NotUnderstoodError or RefusedError.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, get_args

from painlog.errors import NotUnderstoodError
from painlog.model.contents import HIGHEST_ID
from painlog.model.dose import MOST, Dose
from painlog.model.entry import HIGHEST, LOWEST, clean_text, parse_tags
from painlog.model.region import Side

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UTC = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00", re.ASCII)
_CUT = 40

Object = Mapping[str, Any]


def has(value: Object, field: str) -> bool:
    """Tell whether a field is there and not null."""
    return value.get(field) is not None


def needed(value: Object, field: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return the value of a field that must be there."""
    found = value.get(field)
    if found is None:
        raise NotUnderstoodError(f"{field} is missing")
    return found


def name(value: Object, field: str) -> str:
    """Return a name."""
    found = needed(value, field)
    if not isinstance(found, str) or not found:
        raise NotUnderstoodError(f"{field} is {shown(found)}; a name is expected")
    return found


def text(value: Object, field: str) -> str:
    """Return a text that can be stored; "" if there is none."""
    found = value.get(field)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise NotUnderstoodError(f"{field} is {shown(found)}; a text is expected")
    return clean_text(found)


def rating(value: Object, field: str) -> int:
    """Return a rating on the 0–10 scale."""
    return whole(value, field, LOWEST, HIGHEST)


def whole(value: Object, field: str, lowest: int, highest: int) -> int:
    """Return a whole number within limits, both included."""
    found = needed(value, field)
    if type(found) is not int or not lowest <= found <= highest:
        raise NotUnderstoodError(
            f"{field} is {shown(found)}; a whole number from {lowest} to {highest:,} is expected"
        )
    return found


def flag(value: Object, field: str) -> bool:
    """Return true or false."""
    found = value.get(field)
    if not isinstance(found, bool):
        raise NotUnderstoodError(f"{field} is {shown(found)}; true or false is expected")
    return found


def rating_or_none(value: Object, field: str) -> int | None:
    """Return a rating; None if there is none."""
    return rating(value, field) if has(value, field) else None


def side(value: Object) -> Side | None:
    """Return the side; None if there is none."""
    side: Side | None = one_of(value, "side", get_args(Side)) if has(value, "side") else None
    return side


def one_of(value: Object, field: str, choices: tuple[str, ...]) -> Any:  # noqa: ANN401 - a Literal
    """Return one of several words."""
    found = needed(value, field)
    if found not in choices:
        raise NotUnderstoodError(
            f"{field} is {shown(found)}; one of {', '.join(choices)} is expected"
        )
    return found


def texts(value: Object, field: str) -> tuple[str, ...]:
    """Return names or tags, sorted, each once."""
    found = strings(value, field)
    return tidy(found) if found else ()


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def tidy(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return texts, sorted, each once."""
    return parse_tags(texts)


def in_order(value: Object, field: str) -> tuple[str, ...]:
    """Return texts in their order, each once."""
    return tuple(dict.fromkeys(strings(value, field)))


def strings(value: Object, field: str) -> tuple[str, ...]:
    """Return the texts of a list."""
    found = value.get(field)
    if found is None or found == []:
        return ()
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise NotUnderstoodError(f"{field} is {shown(found)}; a list of texts is expected")
    return tuple(found)


def uid(value: Object, field: str = "uid") -> str:
    """Return a UUID."""
    found = needed(value, field)
    uid = found.lower() if isinstance(found, str) else ""
    if not _UID.fullmatch(uid):
        raise NotUnderstoodError(
            f"{field} is {shown(found)}; a uid is expected, such as "
            "0f8fad5b-d9cb-469f-a165-70867728950e"
        )
    return uid


def id_of(value: Object) -> int:
    """Return the id, the number that people type; 0 if the file has none."""
    found = value.get("id")
    if found is None:
        return 0
    if type(found) is not int or not 0 <= found <= HIGHEST_ID:
        raise NotUnderstoodError(
            f"id is {shown(found)}; a whole number up to {HIGHEST_ID:,} is expected"
        )
    return found


def written(value: Object, field: str) -> str:
    """Return when it was written, as text in UTC; "" if the file does not say."""
    found = value.get(field)
    if found is None:
        return ""
    moment = iso(found)
    if moment is None or moment.utcoffset() != timedelta():
        raise NotUnderstoodError(
            f"{field} is {shown(found)}; a time in UTC is expected, such as "
            "2026-03-05T20:00:00+00:00"
        )
    # What painlog itself has written is in this form already.
    return found if _UTC.fullmatch(found) else moment.isoformat(timespec="seconds")


def iso(text: object) -> datetime | None:
    """Return the moment that a text gives in ISO form; None if it is none."""
    try:
        return datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def shown(value: object) -> str:
    """Return a value of the file, cut to what fits into a sentence."""
    if isinstance(value, str):
        value = value[:_CUT]
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    text = json.dumps(value)
    return text if len(text) <= _CUT else f"{text[:_CUT]}…"


def doses(value: Object) -> tuple[tuple[str, Dose], ...]:
    """Return the doses of an entry by treatment, in order."""
    found = value.get("doses")
    if not found:
        return ()
    if not isinstance(found, dict):
        raise NotUnderstoodError(f"doses is {shown(found)}; an object is expected")
    read = ((treatment, dose(value)) for treatment, value in sorted(found.items()))
    return tuple((treatment, amount) for treatment, amount in read if amount)


def dose(found: object) -> Dose | None:
    """Return a dose, None for null."""
    if found is None:
        return None
    if not isinstance(found, dict):
        raise NotUnderstoodError(f"dose is {shown(found)}; an object is expected")
    written, amount, unit = (found.get(field) for field in ("written", "amount", "unit"))
    if not isinstance(written, str) or not written or ";" in written or not written.isprintable():
        raise NotUnderstoodError(f"written of a dose is {shown(written)}; a text is expected")
    if amount is None and unit is None:
        return Dose(None, "", written)
    if isinstance(amount, bool) or not isinstance(amount, int | float) or not 0 < amount <= MOST:
        raise NotUnderstoodError(
            f"amount of a dose is {shown(amount)}; a number up to {MOST:,} is expected"
        )
    if not isinstance(unit, str) or not unit or ";" in unit or not unit.isprintable():
        raise NotUnderstoodError(f"unit of a dose is {shown(unit)}; a text is expected")
    return Dose(float(amount), unit, written)
