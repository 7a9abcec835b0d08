"""Reading a journal, entry by entry, from the JSON that `export` writes.

The contract is docs/formats.md.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO, get_args

from painlog.errors import BadFileError, NotUnderstoodError, PainlogError, RefusedError
from painlog.formats.journal_json import JOURNAL
from painlog.formats.json_stream import items
from painlog.model.contents import HIGHEST_ID, Background, Consultation
from painlog.model.course import Course, place_of_course
from painlog.model.entry import HIGHEST, LOWEST, Entry, checked, clean_text, parse_tags
from painlog.model.peg import Peg
from painlog.model.region import Region, Side, Sides
from painlog.model.treatment import Kind, Treatment
from painlog.model.when import EARLIEST_YEAR, is_day_to_come, is_to_come

if TYPE_CHECKING:
    from collections.abc import Callable

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_UTC = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00", re.ASCII)
_CUT = 40
_LISTS = {
    "entries": "Entry",
    "courses": "Course",
    "consultations": "Consultation",
    "peg": "PEG",
    "own_regions": "Own region",
    "own_treatments": "Own treatment",
}

Object = Mapping[str, Any]


class JsonJournal:
    """A journal in a JSON file, whole or in part.

    `background` is complete when `entries` has been read to the end, because a file may have it
    after the entries. Fields that this version does not know are skipped.
    """

    def __init__(self, file: BinaryIO, now: datetime) -> None:
        self.background = Background()
        self._file = file
        self._now = now
        _check_schema(file)

    def entries(self) -> Iterator[Entry]:
        """Give the entries of the file one by one, with the names that they have there.

        Raises:
            BadFileError: if the file is not in this format; it says where.
        """
        read: Mapping[str, Callable[[Object], Any]] = {
            "entries": self._entry,
            "courses": self._course,
            "consultations": self._consultation,
            "peg": self._peg,
            "own_regions": _region,
            "own_treatments": _treatment,
        }
        found: dict[str, list[Any]] = {field: [] for field in read}
        for field, number, value in items(self._file):
            if field not in read:
                continue
            if number == 0:
                raise BadFileError(f'"{field}" is not a list. Nothing was imported.')
            try:
                if not isinstance(value, dict):
                    raise NotUnderstoodError(f"{_shown(value)} is not an object")
                thing = read[field](value)
            except PainlogError as error:
                raise BadFileError(
                    f"{_LISTS[field]} {number:,} of the file: {str(error).rstrip('.')}. "
                    "Nothing was imported."
                ) from error
            if field == "entries":
                yield thing
            else:
                found[field].append(thing)
        self.background = Background(
            *(tuple(things) for field, things in found.items() if field != "entries")
        )

    def _entry(self, value: Object) -> Entry:
        entry = Entry(
            self._moment(value),
            _name(value, "region"),
            _rating(value, "intensity"),
            _side(value),
            _rating(value, "intensity_before") if _has(value, "intensity_before") else None,
            _rating(value, "interference") if _has(value, "interference") else None,
            _texts(value, "treatments"),
            _texts(value, "qualities"),
            _texts(value, "triggers"),
            _texts(value, "conditions"),
            _text(value, "note"),
            _uid(value),
            _id(value),
            _written(value, "created_at"),
            _written(value, "updated_at"),
        )
        return checked(entry, "make intensity_before null")

    def _course(self, value: Object) -> Course:
        started_on = self._day(value, "started_on")
        ended_on = self._day(value, "ended_on") if _has(value, "ended_on") else None
        if ended_on and ended_on < started_on:
            raise RefusedError(f"it ended on {ended_on}, before it started on {started_on}")
        region = _name(value, "region") if _has(value, "region") else None
        side = _side(value)
        if side and region is None:
            raise RefusedError("it has a side but no region")
        return Course(
            _name(value, "treatment"),
            started_on,
            ended_on,
            *place_of_course(region, side),
            _uid(value),
            _id(value),
            updated_at=_written(value, "updated_at"),
        )

    def _consultation(self, value: Object) -> Consultation:
        return Consultation(
            self._day(value, "held_on"),
            _text(value, "note"),
            _uid(value),
            _id(value),
            _written(value, "updated_at"),
        )

    def _peg(self, value: Object) -> Peg:
        return Peg(
            self._day(value, "answered_on"),
            _rating(value, "pain"),
            _rating(value, "enjoyment"),
            _rating(value, "activity"),
            _uid(value),
            _id(value),
            _written(value, "updated_at"),
        )

    def _moment(self, value: Object) -> datetime:
        text = _needed(value, "felt_at")
        moment = _iso(text)
        offset = moment.utcoffset() if moment else None
        if moment is None or offset is None or offset.seconds % 60 or offset.microseconds:
            raise NotUnderstoodError(
                f"felt_at is {_shown(text)}; a time with its offset is expected, such as "
                "2026-03-05T21:00:00+01:00"
            )
        if moment.year < EARLIEST_YEAR:
            raise RefusedError(f"felt_at is {text}; painlog starts in {EARLIEST_YEAR}")
        if is_to_come(moment, self._now):
            raise RefusedError(f"felt_at is {text}, which is in the future")
        return moment.replace(microsecond=0)

    def _day(self, value: Object, field: str) -> date:
        text = _needed(value, field)
        found = _iso(text) if isinstance(text, str) and _DAY.fullmatch(text) else None
        if found is None:
            raise NotUnderstoodError(
                f"{field} is {_shown(text)}; a day is expected, such as 2026-03-05"
            )
        if found.year < EARLIEST_YEAR:
            raise RefusedError(f"{field} is {text}; painlog starts in {EARLIEST_YEAR}")
        if is_day_to_come(found.date(), self._now):
            raise RefusedError(f"{field} is {text}, which is in the future")
        return found.date()


def _check_schema(file: BinaryIO) -> None:
    """Refuse another kind of JSON before reading anything else in it.

    Raises:
        BadFileError: if it names another schema, or none.
    """
    found = next((item for item in items(file) if item.field == "schema"), None)
    said = found and (found.value if found.number == 0 else [found.value])
    if said == JOURNAL:
        return
    expected = (
        f"Expected is {JOURNAL}, as painlog export --format json writes it. Nothing was imported."
    )
    if said is None:
        raise BadFileError(f'The file has no "schema", so it is not a journal. {expected}')
    if isinstance(said, str) and said.startswith("painlog.journal/"):
        raise BadFileError(
            f"The file is {_shown(said)}, which a newer painlog has written. Update painlog: "
            "pip install -U painlog"
        )
    raise BadFileError(f"The file is {_shown(said)}, which is not a journal. {expected}")


def _region(value: Object) -> Region:
    return Region(
        _name(value, "name"),
        _one_of(value, "sides", get_args(Sides)),
        "own",
        _in_order(value, "synonyms"),
        own=True,
    )


def _treatment(value: Object) -> Treatment:
    conventional = value.get("conventional")
    if not isinstance(conventional, bool):
        raise NotUnderstoodError(
            f"conventional is {_shown(conventional)}; true or false is expected"
        )
    return Treatment(
        _name(value, "name"),
        _one_of(value, "kind", get_args(Kind)),
        conventional,
        _in_order(value, "synonyms"),
        own=True,
    )


def _has(value: Object, field: str) -> bool:
    return value.get(field) is not None


def _needed(value: Object, field: str) -> Any:  # noqa: ANN401 - JSON holds anything
    found = value.get(field)
    if found is None:
        raise NotUnderstoodError(f"{field} is missing")
    return found


def _name(value: Object, field: str) -> str:
    found = _needed(value, field)
    if not isinstance(found, str) or not found:
        raise NotUnderstoodError(f"{field} is {_shown(found)}; a name is expected")
    return found


def _text(value: Object, field: str) -> str:
    found = value.get(field)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise NotUnderstoodError(f"{field} is {_shown(found)}; a text is expected")
    return clean_text(found)


def _rating(value: Object, field: str) -> int:
    found = _needed(value, field)
    if type(found) is not int or not LOWEST <= found <= HIGHEST:
        raise NotUnderstoodError(
            f"{field} is {_shown(found)}; a whole number from {LOWEST} to {HIGHEST} is expected"
        )
    return found


def _side(value: Object) -> Side | None:
    side: Side | None = _one_of(value, "side", get_args(Side)) if _has(value, "side") else None
    return side


def _one_of(value: Object, field: str, choices: tuple[str, ...]) -> Any:  # noqa: ANN401 - a Literal
    found = _needed(value, field)
    if found not in choices:
        raise NotUnderstoodError(
            f"{field} is {_shown(found)}; expected is one of {', '.join(choices)}"
        )
    return found


def _texts(value: Object, field: str) -> tuple[str, ...]:
    """Return names or tags, sorted, each once."""
    found = _strings(value, field)
    return _tidy(found) if found else ()


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def _tidy(texts: tuple[str, ...]) -> tuple[str, ...]:
    return parse_tags(texts)


def _in_order(value: Object, field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_strings(value, field)))


def _strings(value: Object, field: str) -> tuple[str, ...]:
    found = value.get(field)
    if found is None or found == []:
        return ()
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise NotUnderstoodError(f"{field} is {_shown(found)}; a list of texts is expected")
    return tuple(found)


def _uid(value: Object) -> str:
    found = _needed(value, "uid")
    uid = found.lower() if isinstance(found, str) else ""
    if not _UID.fullmatch(uid):
        raise NotUnderstoodError(
            f"uid is {_shown(found)}; expected is one such as 0f8fad5b-d9cb-469f-a165-70867728950e"
        )
    return uid


def _id(value: Object) -> int:
    """Return the number that people type there; 0 if the file has none."""
    found = value.get("id")
    if found is None:
        return 0
    if type(found) is not int or not 0 <= found <= HIGHEST_ID:
        raise NotUnderstoodError(
            f"id is {_shown(found)}; a whole number up to {HIGHEST_ID:,} is expected"
        )
    return found


def _written(value: Object, field: str) -> str:
    """Return when it was written, as text in UTC; "" if the file does not say."""
    found = value.get(field)
    if found is None:
        return ""
    moment = _iso(found)
    if moment is None or moment.utcoffset() != timedelta():
        raise NotUnderstoodError(
            f"{field} is {_shown(found)}; a time in UTC is expected, such as "
            "2026-03-05T20:00:00+00:00"
        )
    # What painlog itself has written is in this form already.
    return found if _UTC.fullmatch(found) else moment.isoformat(timespec="seconds")


def _iso(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _shown(value: object) -> str:
    """Return a value of the file, cut to what fits into a sentence."""
    if isinstance(value, str):
        value = value[:_CUT]
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    text = json.dumps(value)
    return text if len(text) <= _CUT else f"{text[:_CUT]}…"
