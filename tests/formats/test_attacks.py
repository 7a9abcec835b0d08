"""Attacks one by one: what a row says, and that no spreadsheet runs one."""

import io

import pytest

from builders import TREATED_WITH, course, entry, use
from painlog.analysis.attack_list import list_attacks
from painlog.formats.attacks import attacks_object, write_attacks

NOW = entry("head", 0, day=20).felt_at


def listed(*entries, uses=(), courses=(), now=NOW):
    return list_attacks(entries, uses, courses, TREATED_WITH.by_name, {"head"}, now)


def rows(*entries, **rest):
    file = io.StringIO(newline="")
    found = listed(*entries, **rest)
    assert write_attacks(found, file) == len(found)
    header, *lines = file.getvalue().split("\r\n")[:-1]
    assert header == (
        "start,end,painless_at,state,hours,region,side,worst,entries,medicines,first_taken_at,"
        "intensity_before,intensity_after_2h,notes"
    )
    return lines


def moment(day, hour):
    return entry("head", 0, day=day, hour=hour).felt_at


def test_an_attack_has_its_medicines_and_the_rating_two_hours_after_the_first():
    over_midnight = [
        entry("head", 6, hour=22, until=moment(2, 0), note="x"),
        entry("head", 3, day=2, hour=0, until=moment(2, 5)),
    ]
    uses = [
        use("ibuprofen", "head", day=1, hour=23, dose="400 mg"),
        use("sumatriptan", "head", day=1, hour=22, dose="50 mg"),
        use("sumatriptan", "head", day=2, hour=1, dose="100 mg"),
        use("heat", "head", day=1, hour=22),
        use("paracetamol", "head", day=2, hour=6),
    ]
    assert rows(*over_midnight, uses=uses) == [
        "2026-03-01T22:00:00+00:00,2026-03-02T05:00:00+00:00,,ended,7,head,,6,2,"
        "sumatriptan 50 mg; ibuprofen 400 mg,"
        "2026-03-01T22:00:00+00:00; 2026-03-01T23:00:00+00:00,6,3,1"
    ]
    [attack] = attacks_object(listed(*over_midnight, uses=uses))["attacks"]
    assert attack["medicines"] == [
        {
            "treatment": "sumatriptan",
            "dose": {"written": "50 mg", "amount": 50.0, "unit": "mg"},
            "first_taken_at": "2026-03-01T22:00:00+00:00",
            "times": 2,
        },
        {
            "treatment": "ibuprofen",
            "dose": {"written": "400 mg", "amount": 400.0, "unit": "mg"},
            "first_taken_at": "2026-03-01T23:00:00+00:00",
            "times": 1,
        },
    ]
    assert (attack["hours"], attack["end"]) == (7.0, "2026-03-02T05:00:00+00:00")


def test_an_attack_without_an_end_says_what_is_known_of_it():
    entries = [
        entry("head", 7, day=1, hour=8, treatments=["sumatriptan"], before=9),
        entry("head", 0, day=1, hour=10),
        entry("head", 5, day=5, hour=8),
        entry("head", 4, day=19, hour=8),
    ]
    assert rows(*entries) == [
        "2026-03-01T08:00:00+00:00,,2026-03-01T10:00:00+00:00,over,,head,,9,1,sumatriptan,"
        "2026-03-01T08:00:00+00:00,9,0,0",
        "2026-03-05T08:00:00+00:00,,,unknown,,head,,5,1,,,,,0",
        "2026-03-19T08:00:00+00:00,,,going on,,head,,4,1,,,,,0",
    ]
    # Over 72 hours after its newest rating nobody can tell.
    later = listed(entries[-1], now=entry("head", 0, day=23).felt_at)
    assert [attack.state for attack in later] == ["unknown"]


def test_without_an_attack_diary_only_pain_with_an_end_is_an_attack():
    assert rows(entry("neck", 7), entry("left heel", 3, hour=8, until=moment(1, 9))) == [
        "2026-03-01T08:00:00+00:00,2026-03-01T09:00:00+00:00,,ended,1,heel,left,3,1,,,,,0"
    ]


def test_what_is_taken_in_course_is_not_taken_for_the_attack():
    attack = entry("head", 6, hour=20, until=moment(1, 23))
    uses = [use("amitriptyline", "head", day=1, hour=21), use("ibuprofen", "head", day=1, hour=22)]
    daily = course("amitriptyline", "head", start=1)
    [found] = listed(attack, uses=uses, courses=[daily])
    assert [taken.treatment for taken in found.medicines] == ["ibuprofen"]


def test_a_medicine_after_the_newest_rating_belongs_to_it_for_a_day_at_most():
    uses = [use("ibuprofen", "head", day=day, hour=19) for day in (2, 3)]
    [found] = listed(entry("head", 6, day=1, hour=20), uses=uses)
    assert [taken.times for taken in found.medicines] == [1]


@pytest.mark.parametrize("name", ["=1+1", "@home", "-x"])
def test_no_name_is_run_as_a_formula(name):
    attack = entry("head", 6, until=moment(1, 23))._replace(region=name)
    [row] = rows(attack)
    assert row.split(",")[5] == f"'{name}"
