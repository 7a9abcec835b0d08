"""Headaches and other pains in the export of Apple Health, which may be gigabytes long."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from painlog.formats.xml_events import xml_events

HEADER = ["start", "end", "symptom", "severity"]
_KIND = "HKCategoryTypeIdentifier"
_SEVERITY = "HKCategoryValueSeverity"
PAINS = frozenset(
    {
        "AbdominalCramps",
        "BreastPain",
        "ChestTightnessOrPain",
        "GeneralizedBodyAche",
        "Headache",
        "LowerBackPain",
        "PelvicPain",
        "SoreThroat",
    }
)
# "2026-03-05 09:00:00 -0800".
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)")
# The numbers of HKCategoryValueSeverity, where a program wrote them in place of the names.
_NUMBERED = {"0": "Unspecified", "1": "NotPresent", "2": "Mild", "3": "Moderate", "4": "Severe"}


def pain_rows(file: BinaryIO, name: str) -> Iterator[tuple[int, list[str]]]:
    """Give a header row and a row for each pain, with the line on which it is.

    Args:
        file: export.xml, read from its present position.
        name: What messages call it.

    Raises:
        BadFileError: if it is not XML.
    """
    yield 0, HEADER
    for event in xml_events(file, name, lines=True):
        if event.tag != "Record" or not event.attributes:
            continue
        kind = event.attributes.get("type", "").removeprefix(_KIND)
        if kind in PAINS:
            said = event.attributes.get("value", "").removeprefix(_SEVERITY)
            began, ended = (
                _MOMENT.sub(r"\1T\2\3:\4", event.attributes.get(key, ""))
                for key in ("startDate", "endDate")
            )
            yield event.line, [began, ended, kind, _NUMBERED.get(said, said)]
