"""The report as JSON: the contract of docs/formats.md."""

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on, peg
from painlog.advice.standing import SHORT
from painlog.analysis.cautions import Caution
from painlog.analysis.courses import phases_of
from painlog.analysis.days import gather
from painlog.analysis.regimens import compare_regimens
from painlog.analysis.report import build_report
from painlog.formats.journal_json import to_text
from painlog.formats.report_json import regimen_object, report_object
from painlog.model.dose_reading import parse_dose
from painlog.model.treatment import Treatment

if TYPE_CHECKING:
    from painlog.analysis.days import Place


def build(*parts, **rest):
    return build_report(
        *parts, regions=CATALOGUE.by_name, treatments=TREATED_WITH.by_name, today=on(4), **rest
    )


def report():
    # Three ratings on day 2 have a mean that no decimal writes.
    rated = [entry("left heel", i, day=2, hour=h) for h, i in ((8, 6), (12, 6), (20, 5))]
    return build(
        [
            entry("left heel", 8, day=1),
            *rated,
            entry("left heel", 4, day=3, before=7, treatments=["heat"]),
            entry("lower back", 2, day=3),
        ],
        [course("heat", "left heel", start=3)],
        [consultation(2, "the heel")],
        [peg(6, 6, 7, day=1), peg(5, 5, 7, day=3)],
        with_notes=True,
    )


def written():
    return report_object(report(), [], [SHORT])


def test_a_report_is_one_object_that_says_what_it_is():
    whole = written()
    assert whole["schema"] == "painlog.report/2"
    assert whole["period"] == {"since": "2026-03-01", "until": "2026-03-04"}
    assert {"regions", "effects", "relief", "months", "advice"} <= whole.keys()
    assert whole["red_flags"] == []
    assert whole["consultations"] == [
        {"id": 0, "uid": "", "held_on": "2026-03-02", "note": "the heel", "updated_at": None}
    ]
    assert whole["advice"] == [{"code": "standing", "text": SHORT.text}]
    assert json.loads(to_text(whole)) == whole


def test_regions_are_told_by_name_and_side():
    heel, back = written()["regions"]
    assert (heel["region"], heel["side"], heel["entries"], heel["rated_days"]) == (
        "heel",
        "left",
        5,
        3,
    )
    assert (back["region"], back["side"], back["entries"]) == ("lower back", None, 1)
    assert (heel["worst"], back["worst"]) == (8, 2)


def test_numbers_are_not_rounded():
    whole = json.loads(to_text(written()))
    heel = whole["regions"][0]
    assert heel["mean"] == (8 + 17 / 3 + 5.5) / 3
    (effect,) = whole["effects"]
    assert (effect["before"]["rated_days"], effect["before"]["mean"]) == (2, (8 + 17 / 3) / 2)
    assert (effect["after"]["rated_days"], effect["after"]["mean"]) == (1, 5.5)


def test_what_cannot_be_computed_is_null():
    (relief,) = written()["relief"]
    assert relief["next_days"] == 0
    assert relief["next_day_change"] is None
    (effect,) = written()["effects"]
    for unknown in (
        *("change", "interval", "percent", "verdict", "nap", "nap_interval", "tau_u", "dose"),
        *("pain_days", "bad_days", "mean_worst", "first_28", "placebo_in_time", "medicine_days"),
    ):
        assert effect[unknown] is None
    assert effect["cautions"]
    assert {tuple(caution) for caution in effect["cautions"]} == {("code", "text")}
    assert written()["peg"]["since_four_weeks"] is None
    empty = report_object(build([], [], []), [], [])
    assert empty["peg"] is empty["whole_body"] is None
    assert empty["regions"] == empty["effects"] == empty["relief"] == empty["advice"] == []
    assert empty["attacks"] == empty["medicines"] == empty["interference"] == []


def test_relief_has_what_was_rated_around_the_uses():
    (relief,) = written()["relief"]
    assert (relief["region"], relief["side"], relief["treatment"]) == ("heel", "left", "heat")
    assert (relief["uses"], relief["rated"]) == (1, 1)
    assert (relief["mean_before"], relief["mean_after"]) == (7.0, 4.0)
    assert (relief["dose"], relief["halved"], relief["gone"]) == (None, 0, 0)


def test_all_places_are_summed_up_by_day():
    assert written()["whole_body"] == {
        "rated_days": 3,
        "pain_days": 3,
        "mean_sites": 4 / 3,
        "mean": (8 + 17 / 3 + (5.5 + 2) / 2) / 3,
    }


def preventive():
    """A head that hurts every other day, then one day in four, with a preventive since day 29."""
    attacks = [d for d in range(1, 29) if d % 2] + [d for d in range(29, 85) if d % 4 == 1]
    regions = dict(CATALOGUE.by_name)
    regions["head"] = regions["head"]._replace(diary="attacks")
    return build_report(
        [
            entry(
                "head",
                8,
                day=day,
                treatments=["ibuprofen"],
                doses=(("ibuprofen", parse_dose("400 mg")),),
                until=datetime(2026, 3, 1, 23, tzinfo=UTC) + timedelta(days=day - 1),
                interference=6,
            )
            for day in attacks
        ],
        [course("propranolol", "head", start=29, dose="80 mg")],
        (),
        regions=regions,
        treatments=TREATED_WITH.by_name
        | {
            "ibuprofen": Treatment(
                "ibuprofen", "medication", overuse_days=15, overuse_class="NSAIDs"
            ),
            "propranolol": Treatment("propranolol", "medication"),
        },
        today=on(84),
    )


def test_overuse_says_of_which_months_its_days_are():
    entries = [
        entry("head", 5, day=day, treatments=["paracetamol" if day % 2 else "naproxen"])
        for day in range(1, 111)
    ]
    found = build_report(
        entries, [], [], regions=CATALOGUE.by_name, treatments=TREATED_WITH.by_name, today=on(110)
    )
    assert report_object(found, [], [])["overuse"] == [
        {
            "of": "simple painkillers",
            "line": 15,
            "days": [31, 30, 31],
            "medicines": ["naproxen", "paracetamol"],
            "months": ["2026-03", "2026-04", "2026-05"],
            "running": "2026-06",
            "running_days": 18,
        }
    ]


def test_an_episodic_pain_has_its_days_in_28():
    (effect,) = report_object(preventive(), [], [])["effects"]
    assert effect["course"] == "started"
    assert effect["dose"] == {"amount": 80, "unit": "mg", "written": "80 mg"}
    pain = effect["pain_days"]
    assert (pain["before"], pain["after"]) == (pytest.approx(14), pytest.approx(7))
    assert pain["change"] == pytest.approx(-7)
    assert pain["interval"][0] < pain["change"] < pain["interval"][1]
    assert effect["bad_days"]["before"] == pytest.approx(14)
    assert effect["mean_worst"] == {"before": 8, "after": 8}
    assert effect["medicine_days"] == {
        "before": 14,
        "before_days": 28,
        "after": 7,
        "after_days": 28,
        "before_course": 0,
        "after_course": 0,
    }
    assert set(effect["first_28"]) == {"change", "interval"}


def test_a_step_names_the_dose_that_it_is_compared_with():
    steps = [
        course("amitriptyline", "head", start=8, end=14, dose="10 mg"),
        course("amitriptyline", "head", start=15, dose="25 mg"),
    ]
    entries = [entry("head", 5, day=day) for day in range(1, 22)]
    found = build_report(
        entries,
        steps,
        [],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(21),
    )
    first, second = report_object(found, [], [])["effects"]
    assert (first["dose_before"], second["dose_before"]) == (None, first["dose"])


def test_medicines_are_told_by_dose_by_month_and_by_class():
    whole = report_object(preventive(), [], [])
    assert whole["medicines"] == [
        {
            "treatment": "ibuprofen",
            "dose": {"amount": 400, "unit": "mg", "written": "400 mg"},
            "uses": 28,
            "days": 28,
        }
    ]
    march = [month for month in whole["medicine_days"] if month["month"] == "2026-03"]
    names = ("of", "days", "in_period", "line", "course_days")
    counted = [tuple(m[name] for name in names) for m in march]
    assert ("ibuprofen", 15, 15, 15, 0) in counted
    assert ("any", 15, 15, None, 0) in counted
    assert all("medicine_days" not in month for month in whole["months"])


def test_attacks_are_told_in_hours():
    (attacks,) = report_object(preventive(), [], [])["attacks"]
    assert (attacks["attacks"], attacks["usual_hours"], attacks["longest_hours"]) == (28, 3, 3)
    assert attacks["hours"] == [3] * 28


def test_interference_is_told_by_day():
    first, *_ = report_object(preventive(), [], [])["interference"]
    assert first == {"day": "2026-03-01", "highest": 6}


def test_two_treatments_that_came_together_have_no_verdict_but_confounded():
    entries = [entry("left heel", 7 if day < 29 else 3, day=day) for day in range(1, 57)]
    started = [
        course("stretching", "left heel", start=29),
        course("insoles", "left heel", start=29),
    ]
    found = build_report(
        entries,
        started,
        (),
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(56),
    )
    effects = report_object(found, [], [])["effects"]
    assert [effect["verdict"] for effect in effects] == ["confounded", "confounded"]


def test_two_regimens_that_something_else_came_with_are_confounded():
    place: Place = ("heel", "left")
    days = gather([entry("left heel", 7 if d < 9 else 3, day=d) for d in range(1, 17)])[
        place
    ].days()
    phases = phases_of([course("stretching", "left heel", start=9)], on(1), on(16))
    found = compare_regimens(place, frozenset(), frozenset({"stretching"}), phases, days)
    assert regimen_object(found)["verdict"] == found.comparison.verdict
    heat = Caution("ended-before", {"treatment": "heat", "day": on(8), "which": "on stretching"})
    assert regimen_object(found._replace(cautions=(heat,)))["verdict"] == "confounded"


def test_the_peg_has_its_history_its_latest_and_its_changes():
    first, latest = (
        {"id": 0, "uid": "", "answered_on": "2026-03-01"}
        | {"pain": 6, "enjoyment": 6, "activity": 7, "score": 19 / 3, "updated_at": None},
        {"id": 0, "uid": "", "answered_on": "2026-03-03"}
        | {"pain": 5, "enjoyment": 5, "activity": 7, "score": 17 / 3, "updated_at": None},
    )
    assert written()["peg"] == {
        "answered": [first, latest],
        "latest": latest,
        "since_first": {"since": "2026-03-01", "score": 19 / 3, "change": -2 / 3},
        "since_four_weeks": None,
        "smallest_that_matters": 1.0,
    }
