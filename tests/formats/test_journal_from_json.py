"""A journal from JSON: what was written comes back, and what is wrong is said with its place."""

import io
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from builders import (
    consultation,
    course,
    entry,
    on,
    peg,
    question,
    sign_answer,
    trial,
    trial_day,
    use,
)
from painlog.errors import BadFileError
from painlog.formats.journal_from_json import JsonJournal
from painlog.formats.journal_json import journal_object, to_text, write_journal
from painlog.model.contents import Background
from painlog.model.dose import Dose
from painlog.model.dose_reading import parse_dose
from painlog.model.factor import SLEEP, CheckinPlace, DayFactor, DayNote, Factor
from painlog.model.region import Region
from painlog.model.treatment import Treatment

NOW = datetime(2026, 3, 31, 21, 0, tzinfo=timezone(timedelta(hours=2)))
UID = "0f8fad5b-d9cb-469f-a165-70867728950{}"
WRITTEN = "2026-03-05T20:01:00+00:00"
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
    note='"rest"\n\N{FOOT}\u2028',
    uid=UID.format(1),
    id=7,
    created_at=WRITTEN,
    updated_at="2026-03-06T08:00:00+00:00",
    doses=(("heat", parse_dose("half an hour")),),
    until=datetime(2026, 3, 6, 2, 30, tzinfo=timezone(timedelta(hours=1))),
)
USES = (
    use("ibuprofen", "left heel", dose="2x400 mg", uid=UID.format(6), id=3, created_at=WRITTEN),
    use("rest", uid=UID.format(7), note="a nap")._replace(dose=Dose(None, "", "30/500")),
)
TRIAL = trial(
    start=60, washout=2, agreed_on=on(7), planned_on=on(8), seed_given=True, draws=2,
    consultation=UID.format(4), stopped_on=on(9), uid=UID.format(9), id=2, updated_at=WRITTEN,
)  # fmt: skip
BACKGROUND = Background(
    (
        course("heat", "left heel", start=4, end=9)._replace(uid=UID.format(2), id=1),
        course("rest", dose="1 hour")._replace(
            uid=UID.format(3),
            id=4,
            updated_at=WRITTEN,
            continues=UID.format(8),
        ),
    ),
    (consultation(7, "the heel")._replace(uid=UID.format(4), id=2, updated_at=WRITTEN),),
    (peg(6, 5, 8, day=8, uid=UID.format(5), id=3, updated_at=WRITTEN),),
    (Region("bad spot", "none", "own", ("sore spot", "a spot"), own=True),),
    (Treatment("heat lamp", "self-care", conventional=True, synonyms=("lamp",), own=True),),
    ("head", "bad spot"),
    (TRIAL,),
    (trial_day(TRIAL, 9, "partly", note="late", uid=UID.format(0), id=3, updated_at=WRITTEN),),
    (DayNote(on(8), "rain\nall day", UID.format("a"), 2, WRITTEN),),
    (SLEEP, Factor("steps", "number", "k", asked=True)),
    (
        DayFactor(on(8), "sleep", 6.5, UID.format("b"), 3),
        DayFactor(on(9), "stress", 0.0, UID.format("c"), 4),
    ),
    (CheckinPlace(1, "heel", "left"), CheckinPlace(2, "head")),
    sign_answers=(
        sign_answer("cauda", "known", "left hip", uid=UID.format("a"), id=4, updated_at=WRITTEN),
        sign_answer("infection", "no", day=2, uid=UID.format("b"), id=5, updated_at=WRITTEN),
    ),
    questions=(
        question("What next?", uid=UID.format("d"), id=1, updated_at=WRITTEN),
        question(
            "Again?",
            consultation=UID.format(4),
            asked_on=on(9),
            uid=UID.format("b"),
            id=4,
            updated_at=WRITTEN,
        ),
    ),
)


def whole(**parts):
    return journal_object([ENTRY], BACKGROUND, USES) | parts


def changed(field, **parts):
    """The journal with the first of a list changed."""
    first, *rest = whole()[field]
    return whole(**{field: [first | parts, *rest]})


def changed_use(**parts):
    """The journal with its first use without a rating changed."""
    *of_entries, first, last = whole()["uses"]
    return whole(uses=[*of_entries, first | parts, last])


def read(data):
    journal = JsonJournal(io.BytesIO(to_text(data).encode()), NOW)
    return list(journal.entries()), journal.background


def refused(data):
    with pytest.raises(BadFileError) as error:
        read(data)
    return str(error.value)


def test_what_was_written_comes_back_whole():
    file = io.StringIO()
    write_journal(lambda: [ENTRY, ENTRY._replace(uid=UID.format(9), id=8)], BACKGROUND, file, USES)
    journal = JsonJournal(io.BytesIO(file.getvalue().encode()), NOW)
    entries = [ENTRY, ENTRY._replace(uid=UID.format(9), id=8)]
    assert list(journal.entries()) == entries
    assert journal.background == BACKGROUND
    assert list(journal.things()) == [*entries, *USES]
    again = io.StringIO()
    write_journal(journal.entries, journal.background, again, USES)
    assert again.getvalue() == file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (changed_use(used_at="2026-03-05"), 'used_at is "2026-03-05"'),
        (changed_use(treatment=None), "treatment is missing"),
        (changed_use(region=None, side="left"), "it has a side but no region"),
        (changed_use(dose="400 mg"), 'dose is "400 mg"; an object is expected'),
        (changed_use(dose={"written": "1; 2"}), "written of a dose"),
        (changed_use(dose={"written": "9 mg", "amount": 0, "unit": "mg"}), "amount of a dose"),
        (changed_use(dose={"written": "9 mg", "amount": True, "unit": "mg"}), "amount of a dose"),
        (changed_use(dose={"written": "9 mg", "amount": 9, "unit": None}), "unit of a dose"),
        (changed("entries", doses=[1]), "doses is a list; an object is expected"),
        (changed("entries", doses={"rest": {"written": "9 mg"}}), "it has a dose of rest"),
        (changed("entries", until="2026-03-01T20:00:00+01:00"), "before it began"),
        (changed("courses", continues="x"), 'continues is "x"'),
        (changed("diaries", diary="months"), 'diary is "months"'),
    ],
)
def test_a_use_dose_end_step_or_diary_that_cannot_be_is_refused(data, reason):
    assert reason in refused(data)


def test_what_was_used_with_an_entry_is_read_with_it_alone():
    data = whole()
    assert [use["entry"] for use in data["uses"][:-2]] == [ENTRY.uid] * len(ENTRY.treatments)
    journal = JsonJournal(io.BytesIO(to_text(data | {"entries": []}).encode()), NOW)
    assert list(journal.things()) == [*USES]


def test_the_first_version_is_still_read():
    plain = ENTRY._replace(doses=(), until=None)
    data = journal_object([plain], Background())
    first = {
        field: [
            {k: v for k, v in thing.items() if k not in ("doses", "until")} for thing in data[field]
        ]
        for field in ("entries", "courses", "consultations", "peg")
    }
    entries, background = read({"schema": "painlog.journal/1"} | first)
    assert (entries, background) == ([plain], Background())


def test_the_order_of_the_fields_does_not_matter():
    assert read(dict(sorted(whole().items()))) == ([ENTRY], BACKGROUND)
    assert read(dict(reversed(whole().items()))) == ([ENTRY], BACKGROUND)


def test_fields_of_a_later_version_are_skipped():
    later = whole(weather=[{"rain": True}], mood=5)
    later["entries"][0]["photo"] = "x"
    assert read(later) == ([ENTRY], BACKGROUND)


def test_what_is_absent_is_as_null():
    bare = {
        "schema": "painlog.journal/1",
        "entries": [
            {
                "uid": UID.format(1).upper(),
                "felt_at": "2026-03-01T20:00:00.5Z",
                "region": "tailbone",
                "intensity": 0,
            }
        ],
    }
    assert read(bare) == ([entry("tailbone", 0, uid=UID.format(1))], Background())


def test_a_time_of_writing_elsewhere_is_kept_in_one_form():
    (found,), _ = read(changed("entries", updated_at="2026-03-06T08:00:00Z"))
    assert found.updated_at == "2026-03-06T08:00:00+00:00"


def test_a_course_for_the_whole_body_has_no_region():
    _, background = read(changed("courses", region="whole body", side="left"))
    assert (background.courses[0].region, background.courses[0].side) == (None, None)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            {"schema": "painlog.report/1", "regions": []},
            'The file is "painlog.report/1", which is not a journal. painlog reads '
            "painlog.journal/2, as painlog export --format json writes it. Nothing was imported.",
        ),
        (
            {"entries": [{"mood": 3}]},
            'The file has no "schema", so it is not a journal. painlog reads '
            "painlog.journal/2, as painlog export --format json writes it. Nothing was imported.",
        ),
        (
            {"schema": ["painlog.journal/1"]},
            "The file is a list, which is not a journal. painlog reads painlog.journal/2, as "
            "painlog export --format json writes it. Nothing was imported.",
        ),
        (
            {"schema": "painlog.journal/3"},
            'The file is "painlog.journal/3", which a newer painlog wrote. Get the newer '
            "version from where you got this one.",
        ),
        (whole(entries={"1": {}}), '"entries" is not a list. Nothing was imported.'),
        (
            whole(entries=[5]),
            "Entry 1 of the file: 5 is not an object. Nothing was imported.",
        ),
    ],
)
def test_another_kind_of_file_is_refused(data, sentence):
    assert refused(data) == sentence


ENTRY_IS = "Entry 1 of the file: "
END = ". Nothing was imported."
MOMENT = "; a time with its offset is expected, such as 2026-03-05T21:00:00+01:00"
RATING = "; a whole number from 0 to 10 is expected"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"intensity": 11}, f"intensity is 11{RATING}"),
        ({"intensity": -1}, f"intensity is -1{RATING}"),
        ({"intensity": 6.0}, f"intensity is 6.0{RATING}"),
        ({"intensity": True}, f"intensity is true{RATING}"),
        ({"intensity": "6"}, f'intensity is "6"{RATING}'),
        ({"intensity": 10**400}, f"intensity is 1{'0' * 39}…{RATING}"),
        ({"intensity": None}, "intensity is missing"),
        ({"intensity_before": [8]}, f"intensity_before is a list{RATING}"),
        ({"interference": {}}, f"interference is an object{RATING}"),
        (
            {"treatments": [], "doses": {}},
            "An intensity before treatment needs a treatment: name one, or make "
            "intensity_before null",
        ),
        ({"felt_at": None}, "felt_at is missing"),
        ({"felt_at": 5}, f"felt_at is 5{MOMENT}"),
        (
            {"felt_at": "2026-02-30T21:00:00+01:00"},
            f'felt_at is "2026-02-30T21:00:00+01:00"{MOMENT}',
        ),
        ({"felt_at": "2026-03-05T21:00:00"}, f'felt_at is "2026-03-05T21:00:00"{MOMENT}'),
        (
            {"felt_at": "2026-03-05T21:00:00+01:00:30"},
            f'felt_at is "2026-03-05T21:00:00+01:00:30"{MOMENT}',
        ),
        (
            {"felt_at": "2026-03-31T21:02:00+02:00"},
            "felt_at is 2026-03-31T21:02:00+02:00, which is in the future",
        ),
        (
            {"felt_at": "9999-12-31T23:59:00-12:00"},
            "felt_at is 9999-12-31T23:59:00-12:00, which is in the future",
        ),
        (
            {"felt_at": "0001-01-01T00:00:00+12:00"},
            "felt_at is 0001-01-01T00:00:00+12:00; painlog starts in 1900",
        ),
        ({"region": ""}, 'region is ""; a name is expected'),
        ({"region": 5}, "region is 5; a name is expected"),
        ({"side": "up"}, 'side is "up"; one of left, right, both is expected'),
        ({"treatments": "heat"}, 'treatments is "heat"; a list of texts is expected'),
        ({"qualities": ["a", 5]}, "qualities is a list; a list of texts is expected"),
        ({"note": 5}, "note is 5; a text is expected"),
        ({"note": "a\0b"}, "A text holds a null character, which cannot be stored; remove it"),
        ({"uid": None}, "uid is missing"),
        (
            {"uid": "x" * 99},
            f'uid is "{"x" * 39}…; a uid is expected, such as 0f8fad5b-d9cb-469f-a165-70867728950e',
        ),
        ({"id": 1_000_000_000}, "id is 1000000000; a whole number up to 999,999,999 is expected"),
        ({"id": -1}, "id is -1; a whole number up to 999,999,999 is expected"),
        (
            {"updated_at": "2026-03-05T20:01:00+01:00"},
            'updated_at is "2026-03-05T20:01:00+01:00"; a time in UTC is expected, such as '
            "2026-03-05T20:00:00+00:00",
        ),
        (
            {"created_at": 5},
            "created_at is 5; a time in UTC is expected, such as 2026-03-05T20:00:00+00:00",
        ),
    ],
)
def test_a_wrong_entry_is_said_with_its_number(parts, reason):
    assert refused(changed("entries", **parts)) == f"{ENTRY_IS}{reason}{END}"


@pytest.mark.parametrize("note", ["\ud800", "a\udfffb"])
def test_half_a_letter_is_refused(note):
    text = json.dumps(changed("entries", note=note))
    with pytest.raises(BadFileError) as error:
        list(JsonJournal(io.BytesIO(text.encode()), NOW).entries())
    assert str(error.value) == (
        f"{ENTRY_IS}A text holds bytes that are not valid UTF-8; type it again{END}"
    )


def test_the_number_is_that_of_the_entry_in_the_file():
    data = whole(entries=[whole()["entries"][0]] * 16 + [{}])
    assert refused(data) == "Entry 17 of the file: felt_at is missing. Nothing was imported."


@pytest.mark.parametrize(
    ("field", "parts", "sentence"),
    [
        (
            "courses",
            {"ended_on": "2026-03-03"},
            "Course 1 of the file: it ended on 2026-03-03, before it started on 2026-03-04",
        ),
        ("courses", {"region": None}, "Course 1 of the file: it has a side but no region"),
        ("courses", {"treatment": 5}, "Course 1 of the file: treatment is 5; a name is expected"),
        (
            "courses",
            {"started_on": "20260304"},
            'Course 1 of the file: started_on is "20260304"; a day is expected, such as 2026-03-05',
        ),
        (
            "consultations",
            {"held_on": "2026-02-30"},
            'Consultation 1 of the file: held_on is "2026-02-30"; a day is expected, such as '
            "2026-03-05",
        ),
        ("questions", {"text": ""}, "Question 1 of the file: text is missing"),
        (
            "questions",
            {"consultation": 4},
            "Question 1 of the file: consultation is 4; a uid is expected, such as "
            "0f8fad5b-d9cb-469f-a165-70867728950e",
        ),
        (
            "questions",
            {"asked_on": "2026-04-02"},
            "Question 1 of the file: asked_on is 2026-04-02, which is in the future",
        ),
        (
            "consultations",
            {"held_on": "1899-04-02"},
            "Consultation 1 of the file: held_on is 1899-04-02; painlog starts in 1900",
        ),
        ("peg", {"pain": 11}, f"PEG 1 of the file: pain is 11{RATING}"),
        ("trials", {"b": TRIAL.a}, "Trial 1 of the file: a and b are the same"),
        (
            "trials",
            {"pairs": 5},
            "Trial 1 of the file: pairs is 5; a whole number from 6 to 20 is expected",
        ),
        (
            "trials",
            {"washout_days": 3},
            "Trial 1 of the file: washout_days is over half of block_days",
        ),
        (
            "trials",
            {"seed": "x" * 65},
            f'Trial 1 of the file: seed is "{"x" * 39}…; a short text is expected',
        ),
        (
            "trials",
            {"seed_given": 1},
            "Trial 1 of the file: seed_given is 1; true or false is expected",
        ),
        (
            "trial_days",
            {"kept": "maybe"},
            'Day of a trial 1 of the file: kept is "maybe"; one of yes, partly, no is expected',
        ),
        ("peg", {"answered_on": None}, "PEG 1 of the file: answered_on is missing"),
        (
            "warning_signs",
            {"sign": "Cauda; x"},
            'Warning sign 1 of the file: sign is "Cauda; x"; a code is expected, such as '
            "head-sudden",
        ),
        (
            "warning_signs",
            {"answer": "maybe"},
            'Warning sign 1 of the file: answer is "maybe"; one of yes, no, known is expected',
        ),
        (
            "warning_signs",
            {"region": None},
            "Warning sign 1 of the file: it has a side but no region",
        ),
        (
            "warning_signs",
            {"answered_at": "2026-04-02T08:00:00+00:00"},
            "Warning sign 1 of the file: answered_at is 2026-04-02T08:00:00+00:00, which is in "
            "the future",
        ),
        (
            "own_regions",
            {"sides": "two"},
            'Own region 1 of the file: sides is "two"; one of paired, optional, none is expected',
        ),
        (
            "own_treatments",
            {"conventional": 1},
            "Own treatment 1 of the file: conventional is 1; true or false is expected",
        ),
        (
            "own_treatments",
            {"kind": "magic"},
            'Own treatment 1 of the file: kind is "magic"; one of self-care, manual, '
            "needling, exercise, medication, other is expected",
        ),
    ],
)
def test_what_else_is_wrong_is_said_with_its_number(field, parts, sentence):
    assert refused(changed(field, **parts)) == f"{sentence}{END}"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            changed("day_factors", factor="naps"),
            "The file has a value on 2026-03-08 of a factor that it does not describe: "
            '"naps". Nothing was imported.',
        ),
        (
            changed("day_factors", factor="stress", value=6.5),
            'The file has "stress" 6.5 on 2026-03-08; 0 to 10 is expected. Nothing was imported.',
        ),
        (
            changed("day_factors", value="much"),
            'Factor of a day 1 of the file: value is "much"; a number is expected. '
            "Nothing was imported.",
        ),
        (
            changed("day_notes", note=""),
            "Note of a day 1 of the file: its note is empty. Nothing was imported.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_said(data, sentence):
    with pytest.raises(BadFileError) as refused:
        read(data)
    assert str(refused.value) == sentence


def test_it_may_be_tomorrow_where_a_day_was_written():
    _, background = read(changed("peg", answered_on="2026-04-01"))
    assert background.pegs[0].answered_on == date(2026, 4, 1)
    early = JsonJournal(
        io.BytesIO(to_text(changed("peg", answered_on="2026-04-01")).encode()),
        datetime(2026, 3, 31, 9, tzinfo=UTC),
    )
    with pytest.raises(BadFileError, match=r"^PEG 1 of the file: answered_on is 2026-04-01, which"):
        list(early.entries())
