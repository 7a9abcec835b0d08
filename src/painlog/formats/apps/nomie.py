"""The trackers in a backup of Nomie, whose logs are notes with tags: "#headache(7) after work"."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any, BinaryIO

from painlog.formats.json_stream import items

HEADER = ["time", "tracker", "value", "text"]
_TRACKER = re.compile(r"#([\w-]+)(?:\(([^()]*)\))?")
_TAG = re.compile(r"[#@+][\w-]+(?:\([^()]*\))?")


def tracker_rows(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Give a header row and a row for each tracker with a number, with the number of its log.

    The time is in milliseconds since 1970, as Nomie knows no time zone.

    Raises:
        BadFileError: if it is not JSON, or too big.
    """
    yield 0, HEADER
    number = count(1)
    for item in items(file):
        if item.field != "files" or not isinstance(item.value, dict):
            continue
        for path, logs in item.value.items():
            if "books/" in path and isinstance(logs, list):
                for log in logs:
                    yield from _of(log, next(number))


def _of(log: Any, number: int) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - JSON holds anything
    if not isinstance(log, dict) or not isinstance(note := log.get("note"), str):
        return
    text = " ".join(_TAG.sub(" ", note).split())
    for found in _TRACKER.finditer(note):
        if found[2]:
            name = found[1].replace("_", " ").replace("-", " ")
            yield number, [_milliseconds(log.get("end")), name, found[2].strip(), text]


def _milliseconds(end: object) -> str:
    if isinstance(end, int | float):
        return str(int(end))
    try:
        moment = datetime.fromisoformat(str(end))
    except ValueError:
        return str(end)
    return str(round(moment.timestamp() * 1000)) if moment.tzinfo else str(end)
