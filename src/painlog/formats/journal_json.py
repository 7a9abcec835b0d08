"""What a journal holds, and what a check finds, as JSON. The contract is docs/formats.md."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, TextIO

from painlog.advice.standing import SHORT, WHOLE, Advice
from painlog.model.contents import Background, Consultation, VisitQuestion
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.finding import Finding
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.sign_answer import SignAnswer
from painlog.model.treatment import Treatment
from painlog.model.trial import Trial, TrialDay
from painlog.model.use import Use, uid_with_entry

JOURNAL = "painlog.journal/2"
# An older format that is still read: it has no uses, doses, ends of attacks, steps or diaries.
JOURNAL_1 = "painlog.journal/1"
ENTRY = "painlog.entry/1"
USE = "painlog.use/1"
COURSES = "painlog.courses/1"
CONSULTATIONS = "painlog.consultations/1"
QUESTIONS = "painlog.questions/1"
PEG = "painlog.peg/1"
ADDED = "painlog.added/1"
REGIONS = "painlog.regions/1"
TREATMENTS = "painlog.treatments/1"
CHECK = "painlog.check/1"

# The fields of a day's note, of its factors, and of how they are measured; yes is 1 and no is 0.
DAY_NOTE = ("id", "uid", "day", "note", "updated_at")
DAY_FACTOR = ("id", "uid", "day", "factor", "value", "updated_at")
FACTOR = ("name", "measure", "unit", "asked", "own")


# Characters that JSON allows but that steer a terminal, change the direction of text or are
# invisible. They are written as escapes, which mean the same characters.
_STEERING = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001345f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def to_text(data: Mapping[str, Any]) -> str:
    """Return a JSON object as indented text; only invisible characters are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda letter: json.dumps(letter.group())[1:-1], text)


def journal_object(
    entries: Iterable[Entry], background: Background, uses: Iterable[Use] = ()
) -> dict[str, Any]:
    """Return a journal object with these entries, uses without a rating, and the background."""
    entries = tuple(entries)
    return {
        "schema": JOURNAL,
        "entries": [entry_object(entry) for entry in entries],
        "uses": [*uses_of_entries(entries), *map(use_object, uses)],
        **_beside(background),
    }


def write_journal(
    read_entries: Callable[[], Iterable[Entry]],
    background: Background,
    file: TextIO,
    uses: Iterable[Use] = (),
) -> int:
    """Write what `journal_object` returns, thing by thing, and return the number of entries.

    The entries are read twice: for themselves, and for the uses that are part of them.
    """
    file.write(f'{{\n  "schema": {json.dumps(JOURNAL)},\n  "entries": [')
    number = _write_list(map(entry_object, read_entries()), file)
    file.write(',\n  "uses": [')
    _write_list(chain(uses_of_entries(read_entries()), map(use_object, uses)), file)
    # The opening brace is there already.
    file.write("," + to_text(_beside(background)).removeprefix("{") + "\n")
    return number


def _write_list(objects: Iterable[Mapping[str, Any]], file: TextIO) -> int:
    number = 0
    for number, written in enumerate(objects, start=1):
        file.write("\n" if number == 1 else ",\n")
        file.write("    " + to_text(written).replace("\n", "\n    "))
    file.write("\n  ]" if number else "]")
    return number


def uses_of_entries(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """Yield the uses that are part of entries: without an id, and changed with their entry."""
    for entry in entries:
        for use in entry.uses:
            uid = uid_with_entry(entry.uid, use.treatment)
            yield use_object(use._replace(uid=uid)) | {"id": None, "entry": entry.uid}


def use_object(use: Use) -> dict[str, Any]:
    """Return a use without a rating."""
    return {
        "id": use.id,
        "uid": use.uid,
        "used_at": use.used_at.isoformat(timespec="seconds"),
        "treatment": use.treatment,
        "dose": dose_object(use.dose),
        "region": use.region,
        "side": use.side,
        "entry": None,
        "note": use.note,
        "created_at": use.created_at or None,
        "updated_at": use.updated_at or None,
    }


def dose_object(dose: Dose | None) -> dict[str, Any] | None:
    """Return a dose as painlog writes it, and its amount in all if that is known."""
    if dose is None:
        return None
    return {"written": dose.written, "amount": dose.amount, "unit": dose.unit or None}


def _beside(background: Background) -> dict[str, Any]:
    return {
        "courses": [course_object(course) for course in background.courses],
        "consultations": [consultation_object(c) for c in background.consultations],
        "questions": [question_object(question) for question in background.questions],
        "peg": [peg_object(peg) for peg in background.pegs],
        "own_regions": [region_object(region) for region in background.own_regions],
        "own_treatments": [treatment_object(treatment) for treatment in background.own_treatments],
        "diaries": [{"region": name, "diary": "attacks"} for name in background.attack_diaries],
        "trials": [trial_object(trial) for trial in background.trials],
        "trial_days": [trial_day_object(day) for day in background.trial_days],
        "day_notes": [fields_of(note, DAY_NOTE) for note in background.day_notes],
        "factors": [fields_of(factor, FACTOR) for factor in background.factors],
        "day_factors": [fields_of(value, DAY_FACTOR) for value in background.day_factors],
        "checkin_order": [fields_of(p, ("region", "side")) for p in background.checkin_places],
        "warning_signs": [sign_answer_object(answer) for answer in background.sign_answers],
        "advice": [advice_object(WHOLE)],
    }


def entry_object(entry: Entry) -> dict[str, Any]:
    """Return an entry: the fields of the CSV, its id, and when it was written."""
    return {
        "id": entry.id,
        "uid": entry.uid,
        "felt_at": entry.felt_at.isoformat(timespec="seconds"),
        "region": entry.region,
        "side": entry.side,
        "intensity": entry.intensity,
        "intensity_before": entry.intensity_before,
        "interference": entry.interference,
        "treatments": list(entry.treatments),
        "doses": {name: dose_object(dose) for name, dose in entry.doses},
        "qualities": list(entry.qualities),
        "triggers": list(entry.triggers),
        "conditions": list(entry.conditions),
        "note": entry.note,
        "until": entry.until and entry.until.isoformat(timespec="seconds"),
        "created_at": entry.created_at or None,
        "updated_at": entry.updated_at or None,
    }


def course_object(course: Course) -> dict[str, Any]:
    """Return a course; `region` null is the whole body, `ended_on` null is still open."""
    fields = "id uid treatment region side started_on ended_on updated_at continues"
    return {**fields_of(course, fields.split()), "dose": dose_object(course.dose)}


def consultation_object(consultation: Consultation) -> dict[str, Any]:
    """Return a visit to a clinician."""
    return fields_of(consultation, ["id", "uid", "held_on", "note", "updated_at"])


def question_object(question: VisitQuestion) -> dict[str, Any]:
    """Return a question for a clinician; `consultation` null is the next visit."""
    return fields_of(question, ["id", "uid", "text", "consultation", "asked_on", "updated_at"])


def peg_object(peg: Peg) -> dict[str, Any]:
    """Return a PEG; the score is not rounded."""
    fields = "id uid answered_on pain enjoyment activity score updated_at"
    return fields_of(peg, fields.split())


def trial_object(trial: Trial) -> dict[str, Any]:
    """Return the plan of a trial; the order of its blocks follows from the seed."""
    fields = (
        "id uid a b region side pairs block_days washout_days starts_on seed seed_given draws "
        "consultation agreed_on planned_on stopped_on updated_at"
    )
    return fields_of(trial, fields.split())


def trial_day_object(day: TrialDay) -> dict[str, Any]:
    """Return whether a day of the trial with the uid `trial` was as planned."""
    return fields_of(day, ["id", "uid", "trial", "day", "kept", "note", "updated_at"])


def sign_answer_object(answer: SignAnswer) -> dict[str, Any]:
    """Return an answer about a warning sign; `region` null is no place."""
    fields = "id uid answered_at sign region side answer updated_at"
    return fields_of(answer, fields.split())


def added_object(saved: Iterable[Entry]) -> dict[str, Any]:
    """Return the entries that were just saved."""
    return {
        "schema": ADDED,
        "entries": [entry_object(entry) for entry in saved],
        "advice": [advice_object(SHORT)],
    }


def advice_object(advice: Advice) -> dict[str, Any]:
    """Return an advice as the person reads it."""
    return fields_of(advice, ("code", "text"))


def region_object(region: Region) -> dict[str, Any]:
    """Return a region, of the catalogue or the person's own."""
    return fields_of(
        region, ["name", "sides", "area", "synonyms", "where", "mistaken_for", "own", "diary"]
    )


def treatment_object(treatment: Treatment) -> dict[str, Any]:
    """Return a treatment, of the catalogue or the person's own."""
    fields = (
        "name kind conventional synonyms what what_not evidence cautions overuse_days "
        "overuse_class topical brands own"
    )
    return (
        fields_of(treatment, fields.split())
        | {
            field: [fields_of(fact, ("text", "source")) for fact in getattr(treatment, field)]
            for field in ("evidence", "cautions")
        }
        | {
            # Null where nobody said whether it is conventional or complementary.
            "conventional": treatment.care and treatment.conventional,
            "atc": treatment.atc or None,
            "medicine_class": treatment.medicine_class or None,
        }
    )


def check_object(
    file: str, found: Iterable[Finding], done: Iterable[str], kept: Iterable[str]
) -> Mapping[str, Any]:
    """Return all findings, what was mended, and where the unmended journal is kept."""
    fields = ["code", "severity", "what", "where", "remedy", "mendable"]
    findings = [fields_of(finding, fields) for finding in found]
    return {
        "schema": CHECK,
        "file": file,
        "whole": all(finding["severity"] != "fault" for finding in findings),
        "findings": findings,
        "mended": list(done),
        "kept": list(kept),
    }


def fields_of(thing: object, fields: Iterable[str]) -> dict[str, Any]:
    """Return some fields of a thing: days as text, tuples as lists, an unknown time as null."""
    return {field: _as_json(field, getattr(thing, field)) for field in fields}


def _as_json(field: str, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value or None if field in ("updated_at", "continues", "consultation") else value
