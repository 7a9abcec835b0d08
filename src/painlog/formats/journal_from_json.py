"""Reading a journal, entry by entry, from the JSON that `export` writes.

The contract is docs/formats.md.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO, get_args

from painlog.errors import GET_NEWER, BadFileError, NotUnderstoodError, PainlogError, RefusedError
from painlog.formats import days_json
from painlog.formats import json_fields as fields
from painlog.formats.journal_json import JOURNAL, JOURNAL_1
from painlog.formats.json_fields import Object
from painlog.formats.json_stream import items
from painlog.model.catalogue.medicines import CLASSES
from painlog.model.contents import HIGHEST_ID, Background, Consultation, VisitQuestion
from painlog.model.course import Course, place_of_course
from painlog.model.entry import Entry, checked
from painlog.model.peg import Peg
from painlog.model.region import Diary, Region, Sides
from painlog.model.sign_answer import SignAnswer, SignReply, is_sign_code
from painlog.model.treatment import Kind, Treatment
from painlog.model.trial import (
    FEWEST_PAIRS,
    KEPT,
    MOST_BLOCK_DAYS,
    MOST_PAIRS,
    Trial,
    TrialDay,
    is_seed,
)
from painlog.model.use import Use
from painlog.model.when import EARLIEST_YEAR, is_day_to_come, is_to_come

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LISTS = {
    "entries": "Entry",
    "uses": "Use",
    "courses": "Course",
    "consultations": "Consultation",
    "questions": "Question",
    "peg": "PEG",
    "own_regions": "Own region",
    "own_treatments": "Own treatment",
    "diaries": "Diary",
    "trials": "Trial",
    "trial_days": "Day of a trial",
    "day_notes": "Note of a day",
    "factors": "Factor",
    "day_factors": "Factor of a day",
    "checkin_order": "Place of checkin",
    "warning_signs": "Warning sign",
}

# The lists that have another name in the background.
_IN_BACKGROUND = {
    "peg": "pegs",
    "diaries": "attack_diaries",
    "checkin_order": "checkin_places",
    "warning_signs": "sign_answers",
}
# A journal may have very many of these.
_ONE_BY_ONE = ("entries", "uses")


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
        """Give the entries of the file one by one, as `things` does."""
        return (thing for thing in self.things() if isinstance(thing, Entry))

    def things(self) -> Iterator[Entry | Use]:
        """Give entries, and uses without a rating, one by one, with names as the file has them.

        Raises:
            BadFileError: if the file is not in this format; it says where.
        """
        read: Mapping[str, Callable[[Object], Any]] = {
            "entries": self._entry,
            "uses": self._use,
            "courses": self._course,
            "consultations": self._consultation,
            "questions": self._question,
            "peg": self._peg,
            "own_regions": _region,
            "own_treatments": _treatment,
            "diaries": _diary,
            "trials": self._trial,
            "trial_days": self._trial_day,
            "day_notes": lambda value: days_json.read_note(value, self._day(value, "day")),
            "factors": days_json.read_factor,
            "day_factors": lambda value: days_json.read_value(value, self._day(value, "day")),
            "checkin_order": days_json.read_place,
            "warning_signs": self._sign_answer,
        }
        found: dict[str, list[Any]] = {field: [] for field in read}
        for field, number, value in items(self._file):
            if field not in read:
                continue
            if number == 0:
                raise BadFileError(f'"{field}" is not a list. Nothing was imported.')
            try:
                if not isinstance(value, dict):
                    raise NotUnderstoodError(f"{fields.shown(value)} is not an object")
                thing = read[field](value)
            except PainlogError as error:
                raise BadFileError(
                    f"{_LISTS[field]} {number:,} of the file: {str(error).rstrip('.')}. "
                    "Nothing was imported."
                ) from error
            if field in _ONE_BY_ONE:
                if thing is not None:
                    yield thing
            else:
                found[field].append(thing)
        self.background = days_json.in_order(
            Background(
                **{
                    _IN_BACKGROUND.get(field, field): tuple(t for t in things if t is not None)
                    for field, things in found.items()
                    if field not in _ONE_BY_ONE
                }
            )
        )

    def _entry(self, value: Object) -> Entry:
        treatments, doses = fields.texts(value, "treatments"), fields.doses(value)
        for name, _ in doses:
            if name not in treatments:
                raise RefusedError(f"it has a dose of {name}, which is not among its treatments")
        felt_at = self._moment(value, "felt_at")
        until = self._moment(value, "until") if fields.has(value, "until") else None
        if until and until <= felt_at:
            raise RefusedError(f"it was over at {until.isoformat()}, before it began")
        entry = Entry(
            felt_at,
            fields.name(value, "region"),
            fields.rating(value, "intensity"),
            fields.side(value),
            fields.rating_or_none(value, "intensity_before"),
            fields.rating_or_none(value, "interference"),
            treatments,
            fields.texts(value, "qualities"),
            fields.texts(value, "triggers"),
            fields.texts(value, "conditions"),
            fields.text(value, "note"),
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "created_at"),
            fields.written(value, "updated_at"),
            doses,
            until,
        )
        return checked(entry, "make intensity_before null")

    def _use(self, value: Object) -> Use | None:
        if fields.has(value, "entry"):
            # It is part of its entry, which also has the dose.
            return None
        region = fields.name(value, "region") if fields.has(value, "region") else None
        side = fields.side(value)
        if side and region is None:
            raise RefusedError("it has a side but no region")
        return Use(
            self._moment(value, "used_at"),
            fields.name(value, "treatment"),
            fields.dose(value.get("dose")),
            region,
            side,
            fields.text(value, "note"),
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "created_at"),
            fields.written(value, "updated_at"),
        )

    def _course(self, value: Object) -> Course:
        started_on = self._day(value, "started_on")
        ended_on = self._day(value, "ended_on") if fields.has(value, "ended_on") else None
        if ended_on and ended_on < started_on:
            raise RefusedError(f"it ended on {ended_on}, before it started on {started_on}")
        region = fields.name(value, "region") if fields.has(value, "region") else None
        side = fields.side(value)
        if side and region is None:
            raise RefusedError("it has a side but no region")
        return Course(
            fields.name(value, "treatment"),
            started_on,
            ended_on,
            *place_of_course(region, side),
            fields.uid(value),
            fields.id_of(value),
            updated_at=fields.written(value, "updated_at"),
            dose=fields.dose(value.get("dose")),
            continues=fields.uid(value, "continues") if fields.has(value, "continues") else "",
        )

    def _consultation(self, value: Object) -> Consultation:
        return Consultation(
            self._day(value, "held_on", may_come=True),
            fields.text(value, "note"),
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "updated_at"),
        )

    def _question(self, value: Object) -> VisitQuestion:
        text = fields.text(value, "text")
        if not text:
            raise NotUnderstoodError("text is missing")
        return VisitQuestion(
            text,
            fields.uid(value, "consultation") if fields.has(value, "consultation") else "",
            self._day(value, "asked_on") if fields.has(value, "asked_on") else None,
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "updated_at"),
        )

    def _peg(self, value: Object) -> Peg:
        return Peg(
            self._day(value, "answered_on"),
            fields.rating(value, "pain"),
            fields.rating(value, "enjoyment"),
            fields.rating(value, "activity"),
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "updated_at"),
        )

    def _trial(self, value: Object) -> Trial:
        trial = Trial(
            fields.name(value, "a"),
            fields.name(value, "b"),
            fields.name(value, "region"),
            fields.whole(value, "pairs", FEWEST_PAIRS, MOST_PAIRS),
            fields.whole(value, "block_days", 1, MOST_BLOCK_DAYS),
            fields.whole(value, "washout_days", 0, MOST_BLOCK_DAYS // 2),
            self._day(value, "starts_on", may_come=True),
            fields.name(value, "seed"),
            self._day(value, "agreed_on"),
            self._day(value, "planned_on"),
            fields.side(value),
            fields.flag(value, "seed_given"),
            fields.whole(value, "draws", 1, HIGHEST_ID),
            fields.uid(value, "consultation") if fields.has(value, "consultation") else "",
            self._day(value, "stopped_on") if fields.has(value, "stopped_on") else None,
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "updated_at"),
        )
        if trial.a == trial.b:
            raise RefusedError("a and b are the same")
        if 2 * trial.washout_days > trial.block_days:
            raise RefusedError("washout_days is over half of block_days")
        if not is_seed(trial.seed):
            raise RefusedError(f"seed is {fields.shown(trial.seed)}; a short text is expected")
        return trial

    def _trial_day(self, value: Object) -> TrialDay:
        return TrialDay(
            fields.uid(value, "trial"),
            self._day(value, "day"),
            fields.one_of(value, "kept", KEPT),
            fields.text(value, "note"),
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "updated_at"),
        )

    def _sign_answer(self, value: Object) -> SignAnswer:
        sign = fields.name(value, "sign")
        if not is_sign_code(sign):
            raise NotUnderstoodError(
                f"sign is {fields.shown(sign)}; a code is expected, such as head-sudden"
            )
        region = fields.name(value, "region") if fields.has(value, "region") else None
        side = fields.side(value)
        if side and region is None:
            raise RefusedError("it has a side but no region")
        return SignAnswer(
            self._moment(value, "answered_at"),
            sign,
            fields.one_of(value, "answer", get_args(SignReply)),
            region,
            side,
            fields.uid(value),
            fields.id_of(value),
            fields.written(value, "updated_at"),
        )

    def _moment(self, value: Object, field: str) -> datetime:
        text = fields.needed(value, field)
        moment = fields.iso(text)
        offset = moment.utcoffset() if moment else None
        if moment is None or offset is None or offset.seconds % 60 or offset.microseconds:
            raise NotUnderstoodError(
                f"{field} is {fields.shown(text)}; a time with its offset is expected, such as "
                "2026-03-05T21:00:00+01:00"
            )
        if moment.year < EARLIEST_YEAR:
            raise RefusedError(f"{field} is {text}; painlog starts in {EARLIEST_YEAR}")
        if is_to_come(moment, self._now):
            raise RefusedError(f"{field} is {text}, which is in the future")
        return moment.replace(microsecond=0)

    def _day(self, value: Object, field: str, *, may_come: bool = False) -> date:
        text = fields.needed(value, field)
        found = fields.iso(text) if isinstance(text, str) and _DAY.fullmatch(text) else None
        if found is None:
            raise NotUnderstoodError(
                f"{field} is {fields.shown(text)}; a day is expected, such as 2026-03-05"
            )
        if found.year < EARLIEST_YEAR:
            raise RefusedError(f"{field} is {text}; painlog starts in {EARLIEST_YEAR}")
        if not may_come and is_day_to_come(found.date(), self._now):
            raise RefusedError(f"{field} is {text}, which is in the future")
        return found.date()


def _check_schema(file: BinaryIO) -> None:
    """Refuse another kind of JSON before reading anything else in it.

    Raises:
        BadFileError: if it names another schema, or none.
    """
    found = next((item for item in items(file) if item.field == "schema"), None)
    said = found and (found.value if found.number == 0 else [found.value])
    if said in (JOURNAL, JOURNAL_1):
        return
    expected = (
        f"painlog reads {JOURNAL}, as painlog export --format json writes it. Nothing was imported."
    )
    if said is None:
        raise BadFileError(f'The file has no "schema", so it is not a journal. {expected}')
    if isinstance(said, str) and said.startswith("painlog.journal/"):
        raise BadFileError(
            f"The file is {fields.shown(said)}, which a newer painlog wrote. {GET_NEWER}"
        )
    raise BadFileError(f"The file is {fields.shown(said)}, which is not a journal. {expected}")


def _diary(value: Object) -> str | None:
    """Return the region if every attack of it is written down; None for any other diary."""
    diary = fields.one_of(value, "diary", get_args(Diary))
    region = fields.name(value, "region")
    return region if diary == "attacks" else None


def _region(value: Object) -> Region:
    return Region(
        fields.name(value, "name"),
        fields.one_of(value, "sides", get_args(Sides)),
        "own",
        fields.in_order(value, "synonyms"),
        own=True,
    )


def _treatment(value: Object) -> Treatment:
    return Treatment(
        fields.name(value, "name"),
        fields.one_of(value, "kind", get_args(Kind)),
        value.get("conventional") is not None and fields.flag(value, "conventional"),
        fields.in_order(value, "synonyms"),
        own=True,
        medicine_class=_class(value),
    )


def _class(value: Object) -> str:
    if value.get("medicine_class") is None:
        return ""
    said: str = fields.one_of(value, "medicine_class", CLASSES)
    return said
