"""The report as JSON: the contract of docs/formats.md."""

import json

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on, peg
from painlog.advice.standing import SHORT
from painlog.analysis.report import build_report
from painlog.formats.journal_json import to_text
from painlog.formats.report_json import report_object


def build(*parts):
    return build_report(
        *parts, regions=CATALOGUE.by_name, treatments=TREATED_WITH.by_name, today=on(4)
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
    )


def written():
    return report_object(report(), [], [SHORT])


def test_a_report_is_one_object_that_says_what_it_is():
    whole = written()
    assert whole["schema"] == "painlog.report/1"
    assert whole["period"] == {"since": "2026-03-01", "until": "2026-03-04"}
    assert {"regions", "effects", "sessions", "months", "advice"} <= whole.keys()
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
    assert heel["mean"] == (8 + 17 / 3 + 4) / 3
    (effect,) = whole["effects"]
    assert (effect["before"]["rated_days"], effect["before"]["mean"]) == (2, (8 + 17 / 3) / 2)
    assert (effect["after"]["rated_days"], effect["after"]["mean"]) == (1, 4.0)


def test_what_cannot_be_computed_is_null():
    (session,) = written()["sessions"]
    assert session["next_days"] == 0
    assert session["next_day_change"] is None
    (effect,) = written()["effects"]
    for unknown in ("change", "interval", "percent", "nap", "nap_interval", "tau_u"):
        assert effect[unknown] is None
    assert effect["cautions"]
    assert {tuple(caution) for caution in effect["cautions"]} == {("code", "text")}
    assert written()["peg"]["since_four_weeks"] is None
    empty = report_object(build([], [], []), [], [])
    assert empty["peg"] is None
    assert empty["regions"] == empty["effects"] == empty["sessions"] == empty["advice"] == []


def test_a_session_has_its_mean_change():
    (session,) = written()["sessions"]
    assert (session["region"], session["side"], session["treatment"]) == ("heel", "left", "heat")
    assert (session["sessions"], session["mean_change"]) == (1, -3.0)


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
