"""Attacks one by one, as CSV and as JSON. See docs/formats.md."""

import csv
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TextIO

from painlog.advice.standing import WHOLE
from painlog.analysis.attack_list import ListedAttack
from painlog.formats.journal_csv import JOINED_WITH, guard
from painlog.formats.journal_json import advice_object, dose_object

ATTACKS = "painlog.attacks/1"
COLUMNS = (
    "start",
    "end",
    "painless_at",
    "state",
    "hours",
    "region",
    "side",
    "worst",
    "entries",
    "medicines",
    "first_taken_at",
    "intensity_before",
    "intensity_after_2h",
    "notes",
)


def write_attacks(attacks: Iterable[ListedAttack], file: TextIO) -> int:
    """Write attacks below a header row, and return their number.

    Several medicines are joined, and the moments at which each was first taken stand in the same
    order.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    attacks = tuple(attacks)
    for attack in attacks:
        writer.writerow(
            (
                _moment(attack.start),
                _moment(attack.end),
                _moment(attack.painless_at),
                attack.state,
                None if attack.hours is None else f"{attack.hours:.15g}",
                guard(attack.region),
                attack.side,
                attack.worst,
                len(attack.entries),
                guard(JOINED_WITH.join(taken.what for taken in attack.medicines)),
                JOINED_WITH.join(
                    taken.first_at.isoformat(timespec="seconds") for taken in attack.medicines
                ),
                attack.before,
                attack.after,
                attack.notes,
            )
        )
    return len(attacks)


def attacks_object(attacks: Iterable[ListedAttack]) -> dict[str, Any]:
    """Return attacks with the fields of the CSV, and each medicine with its dose and how often."""
    return {
        "schema": ATTACKS,
        "attacks": [_attack(attack) for attack in attacks],
        "advice": [advice_object(WHOLE)],
    }


def _attack(attack: ListedAttack) -> dict[str, Any]:
    return {
        "start": _moment(attack.start),
        "end": _moment(attack.end),
        "painless_at": _moment(attack.painless_at),
        "state": attack.state,
        "hours": attack.hours,
        "region": attack.region,
        "side": attack.side,
        "worst": attack.worst,
        "entries": len(attack.entries),
        "medicines": [
            {
                "treatment": taken.treatment,
                "dose": dose_object(taken.dose),
                "first_taken_at": _moment(taken.first_at),
                "times": taken.times,
            }
            for taken in attack.medicines
        ],
        "intensity_before": attack.before,
        "intensity_after_2h": attack.after,
        "notes": attack.notes,
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
