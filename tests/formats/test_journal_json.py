"""The journal as JSON: the contract of docs/formats.md."""

import io
import json
from datetime import datetime, timedelta, timezone

import pytest

from builders import (
    CATALOGUE,
    TREATED_WITH,
    consultation,
    course,
    entry,
    on,
    peg,
    question,
    sign_answer,
    trial,
    trial_day,
)
from painlog.advice.standing import WHOLE
from painlog.formats.journal_csv import COLUMNS
from painlog.formats.journal_json import (
    journal_object,
    region_object,
    to_text,
    treatment_object,
    write_journal,
)
from painlog.model.contents import Background
from painlog.model.factor import SLEEP, CheckinPlace, DayFactor, DayNote, Factor
from painlog.model.region import Region
from painlog.model.sourced import Sourced
from painlog.model.treatment import Treatment
from painlog.model.use import uid_with_entry

ENTRY = entry(
    "left heel",
    6,
    felt_at=datetime(2026, 3, 5, 21, 0, tzinfo=timezone(timedelta(hours=1))),
    before=8,
    interference=0,
    treatments=["stretching", "heat"],
    qualities=("burning",),
    triggers=("long walk",),
    conditions=("rain",),
    note='"rest"\n\N{FOOT}',
    uid="0f8fad5b-d9cb-469f-a165-70867728950e",
    id=7,
    created_at="2026-03-05T20:01:00+00:00",
    updated_at="2026-03-06T08:00:00+00:00",
)
SPOT = Region("bad spot", "none", "own", ("sore spot",), "behind", ("heel",), own=True)
LAMP = Treatment(
    "heat lamp",
    "self-care",
    conventional=True,
    synonyms=("lamp",),
    what="a lamp",
    what_not="a cure",
    evidence=(Sourced("Little is known.", "Somebody 2001"),),
    cautions=(Sourced("It burns."),),
    overuse_days=10,
    own=True,
)
TRIAL = trial(uid="trial")
KEPT = Background((course("rest"),), (), (peg(6, 5, 8),), (SPOT,), (LAMP,))
ADVICE = [{"code": "standing", "text": WHOLE.text}]


def test_a_journal_is_one_object():
    assert journal_object(
        [ENTRY, entry("tailbone", 0)],
        Background(
            (course("heat", "left heel", start=4, end=9), course("rest")),
            (consultation(7, "the heel")._replace(updated_at="2026-03-07T09:00:00+00:00"),),
            (peg(6, 5, 8, day=8),),
            (SPOT,),
            (LAMP,),
            trials=(TRIAL,),
            trial_days=(trial_day(TRIAL, 2, "partly", note="in the evening"),),
            day_notes=(DayNote(on(8), "rain", "n", 2, "2026-03-08T20:00:00+00:00"),),
            factors=(SLEEP, Factor("steps", asked=True)),
            day_factors=(DayFactor(on(8), "sleep", 6.5, "v", 3),),
            checkin_places=(CheckinPlace(1, "heel", "left"),),
            sign_answers=(sign_answer("cauda", "known", "left hip", day=5),),
            questions=(question("What next?"),),
        ),
    ) == {
        "schema": "painlog.journal/2",
        "uses": [
            {
                "id": None,
                "uid": uid_with_entry(ENTRY.uid, name),
                "used_at": "2026-03-05T21:00:00+01:00",
                "treatment": name,
                "dose": None,
                "region": "heel",
                "side": "left",
                "entry": ENTRY.uid,
                "note": "",
                "created_at": None,
                "updated_at": None,
            }
            for name in ENTRY.treatments
        ],
        "diaries": [],
        "entries": [
            {
                "id": 7,
                "uid": "0f8fad5b-d9cb-469f-a165-70867728950e",
                "felt_at": "2026-03-05T21:00:00+01:00",
                "region": "heel",
                "side": "left",
                "intensity": 6,
                "intensity_before": 8,
                "interference": 0,
                "treatments": ["heat", "stretching"],
                "doses": {},
                "qualities": ["burning"],
                "triggers": ["long walk"],
                "conditions": ["rain"],
                "note": '"rest"\n\N{FOOT}',
                "until": None,
                "created_at": "2026-03-05T20:01:00+00:00",
                "updated_at": "2026-03-06T08:00:00+00:00",
            },
            {
                "id": 0,
                "uid": "",
                "felt_at": "2026-03-01T20:00:00+00:00",
                "region": "tailbone",
                "side": None,
                "intensity": 0,
                "intensity_before": None,
                "interference": None,
                "treatments": [],
                "doses": {},
                "qualities": [],
                "triggers": [],
                "conditions": [],
                "note": "",
                "until": None,
                "created_at": None,
                "updated_at": None,
            },
        ],
        "courses": [
            {
                "id": 0,
                "uid": "",
                "treatment": "heat",
                "region": "heel",
                "side": "left",
                "started_on": "2026-03-04",
                "ended_on": "2026-03-09",
                "updated_at": None,
                "continues": None,
                "dose": None,
            },
            {
                "id": 0,
                "uid": "",
                "treatment": "rest",
                "region": None,
                "side": None,
                "started_on": "2026-03-01",
                "ended_on": None,
                "updated_at": None,
                "continues": None,
                "dose": None,
            },
        ],
        "consultations": [
            {
                "id": 0,
                "uid": "",
                "held_on": "2026-03-07",
                "note": "the heel",
                "updated_at": "2026-03-07T09:00:00+00:00",
            }
        ],
        "peg": [
            {
                "id": 0,
                "uid": "",
                "answered_on": "2026-03-08",
                "pain": 6,
                "enjoyment": 5,
                "activity": 8,
                "score": 19 / 3,
                "updated_at": None,
            }
        ],
        "own_regions": [region_object(SPOT)],
        "own_treatments": [treatment_object(LAMP)],
        "questions": [
            {
                "id": 0,
                "uid": "",
                "text": "What next?",
                "consultation": None,
                "asked_on": None,
                "updated_at": None,
            }
        ],
        "warning_signs": [
            {
                "id": 0,
                "uid": "",
                "answered_at": "2026-03-05T20:00:00+00:00",
                "sign": "cauda",
                "region": "hip",
                "side": "left",
                "answer": "known",
                "updated_at": None,
            }
        ],
        "trials": [
            {
                "id": 0,
                "uid": "trial",
                "a": "stretching",
                "b": "stretching + trigger point therapy",
                "region": "heel",
                "side": "left",
                "pairs": 6,
                "block_days": 4,
                "washout_days": 0,
                "starts_on": "2026-03-01",
                "seed": "painlog-1",
                "seed_given": False,
                "draws": 1,
                "consultation": None,
                "agreed_on": "2026-03-01",
                "planned_on": "2026-03-01",
                "stopped_on": None,
                "updated_at": None,
            }
        ],
        "trial_days": [
            {
                "id": 0,
                "uid": "",
                "trial": "trial",
                "day": "2026-03-02",
                "kept": "partly",
                "note": "in the evening",
                "updated_at": None,
            }
        ],
        "day_notes": [
            {
                "id": 2,
                "uid": "n",
                "day": "2026-03-08",
                "note": "rain",
                "updated_at": "2026-03-08T20:00:00+00:00",
            }
        ],
        "factors": [
            {"name": "sleep", "measure": "number", "unit": "hours", "asked": False, "own": False},
            {"name": "steps", "measure": "number", "unit": "", "asked": True, "own": True},
        ],
        "day_factors": [
            {
                "id": 3,
                "uid": "v",
                "day": "2026-03-08",
                "factor": "sleep",
                "value": 6.5,
                "updated_at": None,
            }
        ],
        "checkin_order": [{"region": "heel", "side": "left"}],
        "advice": ADVICE,
    }


def test_an_empty_journal_says_what_it_is():
    assert journal_object([], Background()) == {
        "schema": "painlog.journal/2",
        "entries": [],
        "uses": [],
        "courses": [],
        "consultations": [],
        "peg": [],
        "own_regions": [],
        "own_treatments": [],
        "diaries": [],
        "warning_signs": [],
        "questions": [],
        "trials": [],
        "trial_days": [],
        "day_notes": [],
        "factors": [],
        "day_factors": [],
        "checkin_order": [],
        "advice": ADVICE,
    }


def test_an_entry_has_the_columns_of_the_csv_its_id_and_when_it_was_written():
    (written,) = journal_object([ENTRY], Background())["entries"]
    columns = [name for name in written if name != "doses"]
    assert columns == ["id", *COLUMNS, "created_at", "updated_at"]


def test_the_text_is_json_with_every_letter_as_itself():
    whole = journal_object([ENTRY], Background())
    text = to_text(whole)
    assert json.loads(text) == whole
    assert "\N{FOOT}" in text
    assert text.startswith('{\n  "schema": "painlog.journal/2",\n')


def test_a_region_is_whole():
    assert region_object(SPOT) == {
        "name": "bad spot",
        "sides": "none",
        "area": "own",
        "synonyms": ["sore spot"],
        "where": "behind",
        "mistaken_for": ["heel"],
        "own": True,
        "diary": "days",
    }


def test_a_treatment_is_whole():
    assert treatment_object(LAMP) == {
        "name": "heat lamp",
        "kind": "self-care",
        "conventional": True,
        "synonyms": ["lamp"],
        "what": "a lamp",
        "what_not": "a cure",
        "evidence": [{"text": "Little is known.", "source": "Somebody 2001"}],
        "cautions": [{"text": "It burns.", "source": ""}],
        "overuse_days": 10,
        "overuse_class": None,
        "atc": None,
        "medicine_class": None,
        "topical": False,
        "brands": [],
        "own": True,
    }


def test_nobody_said_whether_a_treatment_of_one_s_own_is_conventional():
    assert treatment_object(Treatment("tens", own=True))["conventional"] is None
    assert treatment_object(Treatment("cups", "manual", own=True))["conventional"] is False


def test_the_whole_catalogue_can_be_written():
    names = [region_object(region)["name"] for region in CATALOGUE.all]
    names += [treatment_object(treatment)["name"] for treatment in TREATED_WITH.all]
    assert json.loads(json.dumps(names)) == [*CATALOGUE.by_name, *TREATED_WITH.by_name]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_journal_written_one_by_one_is_the_same_text(number):
    file = io.StringIO()
    # Python takes more for the end of a line than JSON does.
    entries = [ENTRY._replace(note="one\u2028two\u2029three\u0085four\n five")] * number
    assert write_journal(lambda: iter(entries), KEPT, file) == number
    assert file.getvalue() == to_text(journal_object(entries, KEPT)) + "\n"
