"""A journal as a FHIR R4 Bundle: the contract of docs/formats.md, section "FHIR R4"."""

import io
import json
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle

from builders import TREATED_WITH, consultation, course, entry, on, peg, use
from painlog.advice.standing import WHOLE
from painlog.formats.fhir.bundle import write_bundle
from painlog.formats.fhir.parts import dosage
from painlog.model.contents import Background
from painlog.model.dose import Dose
from painlog.model.dose_reading import parse_dose
from painlog.model.factor import SLEEP, STRESS, DayFactor, DayNote, Factor

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
KINDS = {treatment.name: treatment.kind for treatment in TREATED_WITH.all}
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
OTHER = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
PERSON = "3a8b0a3f-4d36-5d6f-8f5f-0d2b8a0f1c11"
SURVEY = [
    {
        "coding": [
            {
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": "survey",
                "display": "Survey",
            }
        ]
    }
]
PAIN = {
    "system": "http://loinc.org",
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
ENTRY = entry(
    "left heel",
    6,
    felt_at=datetime(2026, 3, 5, 21, 0, tzinfo=timezone(timedelta(hours=1))),
    before=8,
    treatments=["stretching"],
    uid=UID,
)


def score(value):
    return {
        "value": value,
        "unit": "{score}",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }


def text_of(entries=(), background=None):
    file = io.StringIO()
    number = write_bundle(iter(entries), background or Background(), KINDS, file)
    assert number == len(entries)
    return file.getvalue()


def bundle(entries=(), background=None):
    written = json.loads(text_of(entries, background))
    Bundle.model_validate(written)
    return written


def resources(entries=(), background=None):
    """What is between the Patient and the advice."""
    return [item["resource"] for item in bundle(entries, background)["entry"]][1:-1]


def rating(**fields):
    (found,) = resources([entry("neck", 3, uid=UID, **fields)])
    return found


def test_an_empty_journal_is_a_patient_and_the_advice():
    whole = bundle()
    person = whole["entry"][0]["resource"]["id"]
    subject = {"reference": f"urn:uuid:{person}", "type": "Patient"}
    advice = whole["entry"][1]["resource"]["id"]
    assert whole == {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            {
                "fullUrl": f"urn:uuid:{person}",
                "resource": {"resourceType": "Patient", "id": person},
            },
            {
                "fullUrl": f"urn:uuid:{advice}",
                "resource": {
                    "resourceType": "Communication",
                    "id": advice,
                    "status": "completed",
                    "category": [
                        {
                            "coding": [
                                {
                                    "system": "http://terminology.hl7.org/CodeSystem/"
                                    "communication-category",
                                    "code": "instruction",
                                    "display": "Instruction",
                                }
                            ]
                        }
                    ],
                    "subject": subject,
                    "recipient": [subject],
                    "payload": [{"contentString": WHOLE.text}],
                },
            },
        ],
    }


def test_an_entry_is_its_treatments_the_intensity_before_and_the_intensity():
    person = bundle([ENTRY])["entry"][0]["resource"]["id"]
    subject = {"reference": f"urn:uuid:{person}", "type": "Patient"}
    procedure, before, after = resources([ENTRY])
    during = [{"reference": f"urn:uuid:{procedure['id']}", "type": "Procedure"}]
    heel = {
        "coding": [
            {
                "system": "http://snomed.info/sct",
                "code": "723606006",
                "display": "Structure of left heel",
            }
        ],
        "text": "left heel",
    }
    assert procedure == {
        "resourceType": "Procedure",
        "id": procedure["id"],
        "status": "completed",
        "category": {"text": "exercise"},
        "code": {"text": "stretching"},
        "subject": subject,
        "performedDateTime": "2026-03-05",
        "asserter": subject,
        "reasonCode": [{"text": "pain: left heel"}],
    }
    assert before == {
        "resourceType": "Observation",
        "id": before["id"],
        "partOf": during,
        "status": "final",
        "category": SURVEY,
        "code": {"coding": [PAIN], "text": "pain intensity before"},
        "subject": subject,
        "effectivePeriod": {"end": "2026-03-05T21:00:00+01:00"},
        "performer": [subject],
        "valueQuantity": score(8),
        "bodySite": heel,
    }
    assert after == {
        "resourceType": "Observation",
        "id": UID,
        "extension": [
            {
                "url": "http://hl7.org/fhir/StructureDefinition/observation-sequelTo",
                "valueReference": {
                    "reference": f"urn:uuid:{before['id']}",
                    "type": "Observation",
                },
            }
        ],
        "partOf": during,
        "status": "final",
        "category": SURVEY,
        "code": {"coding": [PAIN], "text": "pain intensity"},
        "subject": subject,
        "effectiveDateTime": "2026-03-05T21:00:00+01:00",
        "performer": [subject],
        "valueQuantity": score(6),
        "bodySite": heel,
    }


def test_the_page_shows_what_is_written():
    section = PAGE.read_text("utf-8").split("\n## FHIR R4\n")[1]
    shown = json.loads(re.findall(r"^```json\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)[0])
    assert shown == resources([ENTRY])


def test_a_medicine_is_a_statement_by_the_patient():
    statement, taken = resources([ENTRY._replace(treatments=("ibuprofen",), intensity_before=None)])
    person = {"reference": statement["subject"]["reference"], "type": "Patient"}
    assert statement == {
        "resourceType": "MedicationStatement",
        "id": statement["id"],
        "status": "completed",
        "category": {
            "coding": [
                {
                    "system": "http://terminology.hl7.org/CodeSystem/medication-statement-category",
                    "code": "patientspecified",
                    "display": "Patient Specified",
                }
            ]
        },
        "medicationCodeableConcept": {"text": "ibuprofen"},
        "subject": person,
        "effectiveDateTime": "2026-03-05",
        "informationSource": person,
        "reasonCode": [{"text": "pain: left heel"}],
    }
    assert taken["partOf"] == [
        {"reference": f"urn:uuid:{statement['id']}", "type": "MedicationStatement"}
    ]
    assert "extension" not in taken


def test_all_else_that_an_entry_says_is_beside_the_intensity():
    found = rating(
        interference=0,
        qualities=("burning", "dull"),
        triggers=("long walk",),
        conditions=("rain",),
        note='"so"\n\N{FOOT}',
        updated_at="2026-03-05T20:00:00+00:00",
    )
    assert found["note"] == [{"text": '"so"\n\N{FOOT}'}]
    assert found["issued"] == "2026-03-05T20:00:00+00:00"
    assert found["component"] == [
        {
            "code": {"text": "interference of the pain with the day, 0-10"},
            "valueQuantity": score(0),
        },
        {"code": {"text": "quality of the pain"}, "valueCodeableConcept": {"text": "burning"}},
        {"code": {"text": "quality of the pain"}, "valueCodeableConcept": {"text": "dull"}},
        {"code": {"text": "trigger of the pain"}, "valueCodeableConcept": {"text": "long walk"}},
        {"code": {"text": "condition"}, "valueCodeableConcept": {"text": "rain"}},
    ]


def test_what_an_entry_does_not_say_is_not_there():
    found = rating()
    assert {"note", "issued", "component", "partOf", "extension"} & found.keys() == set()


@pytest.mark.parametrize("updated_at", ["", "yesterday", "2026-03-05T20:00:00"])
def test_a_time_of_writing_that_is_not_known_is_not_issued(updated_at):
    assert "issued" not in rating(updated_at=updated_at)


def test_courses_have_their_days_and_say_for_what_they_are():
    background = Background(
        (
            course("heat", "left heel", start=4, end=9)._replace(uid=UID),
            course("ibuprofen", start=2)._replace(uid=OTHER),
        )
    )
    heat, ibuprofen = resources(background=background)
    assert (heat["resourceType"], heat["id"], heat["status"]) == ("Procedure", UID, "completed")
    assert heat["performedPeriod"] == {"start": "2026-03-04", "end": "2026-03-09"}
    assert heat["reasonCode"] == [{"text": "pain: left heel"}]
    assert (ibuprofen["resourceType"], ibuprofen["status"]) == ("MedicationStatement", "active")
    assert ibuprofen["effectivePeriod"] == {"start": "2026-03-02"}
    assert ibuprofen["reasonCode"] == [{"text": "pain: whole body"}]


def test_a_procedure_that_goes_on_is_in_progress():
    (found,) = resources(background=Background((course("stretching")._replace(uid=UID),)))
    assert (found["status"], found["performedPeriod"]) == ("in-progress", {"start": "2026-03-01"})


def test_a_visit_is_an_encounter_and_its_note():
    visit, note = resources(
        background=Background((), (consultation(7, "the heel")._replace(uid=UID),))
    )
    assert (visit["resourceType"], visit["id"]) == ("Encounter", UID)
    assert (visit["status"], visit["class"]["code"]) == ("finished", "AMB")
    assert visit["period"] == {"start": "2026-03-07", "end": "2026-03-07"}
    assert note["encounter"] == {"reference": f"urn:uuid:{UID}", "type": "Encounter"}
    assert (note["effectiveDateTime"], note["valueString"]) == ("2026-03-07", "the heel")


def test_a_visit_without_a_note_is_an_encounter_alone():
    (visit,) = resources(background=Background((), (consultation(7)._replace(uid=UID),)))
    assert visit["resourceType"] == "Encounter"


def test_a_peg_is_its_score_and_its_answers():
    (found,) = resources(background=Background((), (), (peg(6, 5, 8, day=8, uid=UID),)))
    assert found["code"] == {
        "coding": [
            {"system": "http://loinc.org", "code": "91147-9", "display": "Mean score [PEG]"}
        ],
        "text": "PEG, about the week up to this day",
    }
    assert (found["id"], found["effectiveDateTime"]) == (UID, "2026-03-08")
    assert found["valueQuantity"] == score(19 / 3)
    interfered = (
        "What number best describes how, during the past week, pain has interfered with your"
    )
    assert [(c["code"]["text"], c["valueQuantity"]["value"]) for c in found["component"]] == [
        ("What number best describes your pain on average in the past week?", 6),
        (f"{interfered} enjoyment of life?", 5),
        (f"{interfered} general activity?", 8),
    ]


def test_a_day_is_an_observation_of_each_factor_and_its_note():
    factors = (
        SLEEP._replace(asked=True),
        STRESS,
        Factor("steps"),
        Factor("outside", unit="hours"),
        Factor("period", "yes-no"),
        # A factor of one's own that has the name alone is not hours of sleep.
        Factor("sleep", "scale"),
    )
    said = {}
    for factor, value in zip(factors, (6.5, 3.0, 8000.0, 2.0, 1.0, 7.0), strict=True):
        day = DayFactor(on(8), factor.name, value, UID, updated_at="2026-03-31T19:00:00+00:00")
        (found,) = resources(background=Background(factors=(factor,), day_factors=(day,)))
        assert (found["resourceType"], found["category"]) == ("Observation", SURVEY)
        assert (found["id"], found["effectiveDateTime"]) == (UID, "2026-03-08")
        assert found["issued"] == "2026-03-31T19:00:00+00:00"
        said[factor] = found["code"], next(v for k, v in found.items() if k.startswith("value"))
    hours = {"unit": "hours", "system": "http://unitsofmeasure.org", "code": "h"}
    sleep = {"system": "http://loinc.org", "code": "93832-4", "display": "Sleep duration"}
    assert list(said.values()) == [
        ({"coding": [sleep], "text": "sleep"}, {"value": 6.5, **hours}),
        ({"text": "stress"}, score(3)),
        ({"text": "steps"}, {"value": 8000}),
        ({"text": "outside"}, {"value": 2, **hours}),
        ({"text": "period"}, True),
        ({"text": "sleep"}, score(7)),
    ]


def test_a_note_of_a_day_is_an_observation():
    (found,) = resources(background=Background(day_notes=(DayNote(on(8), "rain", UID),)))
    assert (found["code"], found["valueString"]) == ({"text": "note of a day"}, "rain")
    assert (found["id"], found["effectiveDateTime"]) == (UID, "2026-03-08")
    long = DayNote(on(8), "x" * (1024 * 1024 + 1), UID)
    pieces = resources(background=Background(day_notes=(long,)))
    assert [len(piece["valueString"]) for piece in pieces] == [1024 * 1024, 1]
    assert len({piece["id"] for piece in pieces}) == 2


def test_days_alone_name_the_patient():
    notes = [Background(day_notes=(DayNote(on(8), "rain", uid),)) for uid in (UID, OTHER)]
    first, second = (bundle(background=each)["entry"][0]["resource"]["id"] for each in notes)
    assert first != second


def test_the_same_journal_is_the_same_text():
    background = Background((course("heat")._replace(uid=OTHER),))
    assert text_of([ENTRY], background) == text_of([ENTRY], background)


def test_two_journals_have_two_patients():
    def person(uid):
        return bundle([entry("neck", 3, uid=uid)])["entry"][0]["resource"]["id"]

    assert person(UID) == person(UID)
    assert person(UID) != person(OTHER)


def test_each_resource_of_the_bundle_is_a_line():
    # Python takes more for the end of a line than JSON does.
    text = text_of([ENTRY, ENTRY._replace(uid=OTHER, note="one\u2028two\u0085\N{FOOT}")])
    first, *lines, last = text.removesuffix("\n").split("\n")
    assert (first, last) == ('{"resourceType":"Bundle","type":"collection","entry":[', "]}")
    assert [json.loads(line.removesuffix(",")) for line in lines] == json.loads(text)["entry"]
    assert "\N{FOOT}" in text


def test_a_uid_that_another_program_wrote_is_made_one_of_fhir():
    loud, odd = (
        resources([ENTRY._replace(uid=uid)])[-1]["id"] for uid in (UID.upper(), "no uuid at all")
    )
    assert loud == UID
    assert odd == resources([ENTRY._replace(uid="no uuid at all")])[-1]["id"] != UID


def test_a_tablet_that_was_noted_for_two_places_is_one_statement_with_both_reasons():
    gram, heat = ("paracetamol", parse_dose("1 g")), ("heat",)
    milligrams = ("paracetamol", parse_dose("1000 mg"))
    found = resources(
        [
            entry("lower back", 5, treatments=["paracetamol", *heat], doses=(gram,), uid=UID),
            entry("left shoulder", 4, treatments=["paracetamol"], doses=(milligrams,), uid=OTHER),
            entry("neck", 4, treatments=["paracetamol"], doses=(gram,), day=2, uid=PERSON),
        ]
    )
    statements = [one for one in found if one["resourceType"] == "MedicationStatement"]
    assert [one["reasonCode"] for one in statements] == [
        [{"text": "pain: lower back"}, {"text": "pain: left shoulder"}],
        [{"text": "pain: neck"}],
    ]
    parts = [
        {part["reference"].removeprefix("urn:uuid:") for part in one["partOf"]}
        for one in found
        if one["resourceType"] == "Observation"
    ]
    [heated] = [one["id"] for one in found if one["resourceType"] == "Procedure"]
    once, again = (one["id"] for one in statements)
    assert parts == [{once, heated}, {once}, {again}]


@pytest.mark.parametrize(
    ("place", "dose", "minutes", "treatments"),
    [
        (None, None, 10, 1),
        ("head", "50 mg", -10, 1),
        ("head", "0.05 g", 0, 1),
        ("head", "100 mg", 6, 2),
        ("neck", None, 0, 2),
        (None, None, 11, 2),
    ],
)
def test_a_tablet_that_was_logged_with_a_rating_and_by_itself_is_one(
    place, dose, minutes, treatments
):
    doses = (("sumatriptan", parse_dose("50 mg")),)
    rated = entry("head", 7, treatments=["sumatriptan"], doses=doses, uid=UID)
    alone = use("sumatriptan", place, dose=dose, uid=OTHER)
    alone = alone._replace(used_at=rated.felt_at + timedelta(minutes=minutes))
    file = io.StringIO()
    write_bundle([rated], Background(), {"sumatriptan": "medication"}, file, [alone])
    found = [item["resource"]["resourceType"] for item in json.loads(file.getvalue())["entry"]]
    assert found.count("MedicationStatement") == treatments


def test_an_entry_is_written_before_the_next_is_read():
    file = io.StringIO()
    written = []

    def read():
        for day, uid in enumerate((UID, OTHER, PERSON), start=1):
            written.append(file.tell())
            yield entry("neck", 3, day=day, uid=uid)
        written.append(file.tell())

    write_bundle(read(), Background(), KINDS, file)
    assert written[0] == 0
    # Entries of one moment belong together, so each is written once the next has been read.
    assert 0 < written[1] < written[2] < written[3] < file.tell()


@pytest.mark.parametrize(
    ("hours", "written"),
    [
        (14, "2026-03-05T21:00:00+14:00"),
        (-14, "2026-03-05T21:00:00-14:00"),
        (15, "2026-03-05T06:00:00+00:00"),
        (-23, "2026-03-06T20:00:00+00:00"),
    ],
)
def test_an_offset_that_fhir_cannot_write_is_utc(hours, written):
    felt_at = datetime(2026, 3, 5, 21, 0, tzinfo=timezone(timedelta(hours=hours)))
    assert rating(felt_at=felt_at)["effectiveDateTime"] == written


def test_a_character_that_fhir_forbids_is_replaced():
    note = "a\x01b\x0bc\x1fd\te\r\nf"
    assert rating(note=note)["note"] == [
        {
            "text": "a\N{REPLACEMENT CHARACTER}b"
            "\N{REPLACEMENT CHARACTER}c\N{REPLACEMENT CHARACTER}d\te\r\nf"
        }
    ]
    assert rating(qualities=("\x07",))["component"][0]["valueCodeableConcept"] == {
        "text": "\N{REPLACEMENT CHARACTER}"
    }


@pytest.mark.parametrize("note", [" ", "\n\t ", "\u00a0", "\ufeff", "\u2028"])
def test_a_note_of_blanks_is_left_out(note):
    assert "note" not in rating(note=note)


def test_a_note_that_is_too_long_is_cut_in_pieces():
    longest = 1024 * 1024
    assert rating(note="a" * longest + "b")["note"] == [{"text": "a" * longest}, {"text": "b"}]


def test_a_visits_note_that_is_too_long_is_several_observations():
    note = "a" * (1024 * 1024) + "b"
    _, first, second = resources(
        background=Background((), (consultation(7, note)._replace(uid=UID),))
    )
    assert (len(first["valueString"]), second["valueString"]) == (1024 * 1024, "b")
    assert first["id"] != second["id"]


def test_an_attack_has_a_period():
    until = datetime(2026, 3, 2, 7, tzinfo=UTC)
    found = rating(until=until)
    assert "effectiveDateTime" not in found
    assert found["effectivePeriod"] == {
        "start": "2026-03-01T20:00:00+00:00",
        "end": "2026-03-02T07:00:00+00:00",
    }


def test_a_medicine_has_its_dosage_and_a_use_without_a_rating_its_time():
    file = io.StringIO()
    taken = use("ibuprofen", "left heel", dose="2x400 mg", uid=OTHER, note="after lunch")
    rated = entry("neck", 3, uid=UID, treatments=["heat", "ibuprofen"])
    doses = (("heat", parse_dose("10 minutes")), ("ibuprofen", Dose(None, "", "30/500")))
    write_bundle([rated._replace(doses=doses)], Background(), KINDS, file, [taken])
    written = json.loads(file.getvalue())
    Bundle.model_validate(written)
    heat, with_entry, _, alone = [item["resource"] for item in written["entry"]][1:-1]
    assert heat["note"] == [{"text": "10 minutes"}]
    assert with_entry["dosage"] == [{"text": "30/500"}]
    assert alone["id"] == OTHER
    assert alone["resourceType"] == "MedicationStatement"
    assert alone["effectiveDateTime"] == "2026-03-01T20:00:00+00:00"
    assert alone["reasonCode"] == [{"text": "pain: left heel"}]
    assert alone["note"] == [{"text": "after lunch"}]
    quantity = {"value": 800.0, "unit": "mg", "system": "http://unitsofmeasure.org", "code": "mg"}
    assert alone["dosage"] == [{"text": "2 × 400 mg", "doseAndRate": [{"doseQuantity": quantity}]}]


def test_a_flow_is_a_rate_and_no_quantity():
    flow = {"value": 12.0, "unit": "l/min", "system": "http://unitsofmeasure.org", "code": "L/min"}
    assert dosage(parse_dose("12 l/min for 15 min")) == {
        "text": "12 l/min for 15 minutes",
        "doseAndRate": [{"rateQuantity": flow}],
    }
    patch = dosage(parse_dose("5 mcg/h"))
    rate = {"value": 5.0, "unit": "micrograms/hour"}
    rate |= {"system": "http://unitsofmeasure.org", "code": "ug/h"}
    assert patch == {"text": "5 micrograms/hour", "doseAndRate": [{"rateQuantity": rate}]}


def test_a_step_of_a_course_has_its_dosage_and_what_is_counted_no_code():
    step = course("ibuprofen", dose="2 tablets")._replace(uid=UID)
    (found,) = resources(background=Background((step,)))
    assert found["dosage"] == [
        {"text": "2 tablets", "doseAndRate": [{"doseQuantity": {"value": 2.0, "unit": "tablet"}}]}
    ]


def test_uses_alone_are_written_one_by_one():
    def read():
        for uid in (UID, OTHER):
            yield use("ibuprofen", uid=uid)

    file = io.StringIO()
    assert write_bundle([], Background(), KINDS, file, read()) == 0
    written = json.loads(file.getvalue())
    Bundle.model_validate(written)
    assert [item["resource"]["id"] for item in written["entry"]][1:-1] == [UID, OTHER]
