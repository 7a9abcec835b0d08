"""Random journals to measure with, the same each time, and the same ratings for the peers."""

import csv
import json
import random
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from painlog.formats.journal_csv import COLUMNS

# The journals end yesterday, so that commands about the last days have entries to read.
LAST_DAY = date.today() - timedelta(days=1)  # noqa: DTZ011 - the day here
# Up to this many days, each has three entries; longer journals have more entries a day.
LONGEST_DAYS = 9862

_PLACES = (("heel", "left"), ("lower back", ""), ("head", ""))
_TREATMENTS = ("stretching", "ibuprofen", "massage therapy; stretching")
_NOTES = ("", "", "", "after work, on my feet all day", '- "stairs" were hard')
_SHARE_TREATED = 0.3
_WAKING = timedelta(hours=16)
_MORNING = timedelta(hours=7)


def days_of(number: int) -> int:
    """Return over how many days the entries are spread: three a day, at most 27 years."""
    return max(1, min(LONGEST_DAYS, number // len(_PLACES)))


def rows(number: int) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a journal's CSV in time order, up to `LAST_DAY`."""
    draw = random.Random(number)
    days = days_of(number)
    first = datetime.combine(LAST_DAY, datetime.min.time()) - timedelta(days=days - 1)
    for i in range(number):
        day, in_day = divmod(i * days, number)
        felt_at = first + timedelta(days=day) + _MORNING + _WAKING * (in_day / number)
        treated = draw.random() < _SHARE_TREATED
        intensity = draw.randint(2, 8)
        yield (
            uuid.UUID(int=draw.getrandbits(128), version=4),
            f"{felt_at.isoformat(timespec='seconds')}+01:00",
            *_PLACES[i % len(_PLACES)],
            intensity,
            min(10, intensity + draw.randrange(3)) if treated else "",
            draw.choice(["", intensity]),
            draw.choice(_TREATMENTS) if treated else "",
            draw.choice(["", "burning", "aching; dull"]),
            draw.choice(["", "", "long walk"]),
            "",
            draw.choice(_NOTES),
            "",
        )


def write_csv(file: Path, number: int) -> None:
    """Write the rows as painlog's CSV."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        writer.writerows(rows(number))


def write_watson(directory: Path, number: int) -> None:
    """Write the same ratings as Watson's frames: ten minutes each, with the place as project."""
    frames = []
    for uid, felt_at, region, side, *_ in rows(number):
        start = int(datetime.fromisoformat(str(felt_at)).astimezone(UTC).timestamp())
        frames.append(
            [start, start + 600, f"{side} {region}".strip(), str(uid).replace("-", ""), [], start]
        )
    directory.mkdir()
    (directory / "frames").write_text(json.dumps(frames), "utf-8")


def write_jrnl(file: Path, number: int) -> None:
    """Write the same ratings as entries of jrnl's text file."""
    with file.open("w", encoding="utf-8") as out:
        for _, felt_at, region, side, intensity, *_, note, _until in rows(number):
            moment = datetime.fromisoformat(str(felt_at))
            place = f"{side} {region}".strip()
            out.write(f"[{moment:%Y-%m-%d %H:%M}] {place} {intensity} of 10. {note}\n\n")
