"""What is said of a dose that is more than a whole day's."""

from datetime import UTC, datetime, timedelta

import pytest

from builders import TREATED_WITH
from painlog.advice.maximum import DAILY_MAXIMUM, Taken, too_much, too_much_together
from painlog.advice.services import services_in
from painlog.model.dose import parse_dose


@pytest.mark.parametrize(
    ("name", "dose", "said"),
    [
        ("paracetamol", "40 g", True),
        ("paracetamol", "5000 mg", True),
        ("paracetamol", "10 x 500 mg", True),
        ("paracetamol", "4 g", False),
        ("paracetamol", "1 g", False),
        ("paracetamol", "9 tablets", True),
        ("paracetamol", "8 capsules", False),
        ("paracetamol", "200 ml", False),
        ("ibuprofen", "1200 mg", False),
        ("ibuprofen", "6 tablets", False),
        ("ibuprofen", "7 tablets", True),
        ("ibuprofen", "1600 mg", True),
        ("naproxen", "40 g", False),
        ("aspirin", "40 g", False),
        ("ibuprofen gel", "40 g", False),
    ],
)
def test_a_dose_above_a_day_s_is_too_much_and_a_tablet_counts_as_the_usual_one(name, dose, said):
    assert bool(too_much(name, parse_dose(dose), services_in("GB"))) is said


def test_it_says_how_much_is_too_much_that_it_may_be_a_slip_and_whom_to_call():
    words = too_much("paracetamol", parse_dose("40 g"), services_in("GB"))
    assert words.startswith(
        "40 g of paracetamol is more than an adult may take in 24 hours (4 g; NHS 111 Wales, "
        "Paracetamol for adults). A slip? painlog undo. Too much medicine: get help now, even if "
        "you feel well"
    )
    assert "NHS 111" in words.partition("Too much medicine")[2]
    assert too_much("paracetamol", None, services_in("GB")) == ""


PRESCRIBED = "If it was prescribed to you, go by what your prescriber said. If not, "


@pytest.mark.parametrize(
    ("country", "advice"),
    [
        ("GB", "NHS 111 (in Northern Ireland the GP out of hours)"),
        ("US", "your doctor or a health advice line"),
    ],
)
def test_what_a_prescriber_may_have_allowed_is_no_emergency(country, advice):
    for dose in ("1600 mg", "2400 mg"):
        assert too_much("ibuprofen", parse_dose(dose), services_in(country)) == (
            f"{dose} of ibuprofen is more than the 1200 mg that an adult may take in 24 hours "
            "without a prescriber (NHS Direct Wales, Painkillers, ibuprofen). A slip? painlog "
            f"undo. {PRESCRIBED}ask a pharmacist, or call {advice}."
        )


def test_beyond_that_it_is_said_whom_to_call_and_first_that_a_prescriber_may_have_set_it():
    words = too_much("ibuprofen", parse_dose("3200 mg"), services_in("GB"))
    assert f"{PRESCRIBED}it is too much medicine: get help now, even if you feel well" in words
    assert "NHS 111" in words.partition("too much medicine")[2]


def test_every_medicine_with_a_day_s_maximum_is_in_the_catalogue_and_says_it_there():
    for name, most in DAILY_MAXIMUM.items():
        told = " ".join(fact.text for fact in TREATED_WITH.by_name[name].cautions)
        assert most.words in told
        assert most.source in {fact.source for fact in TREATED_WITH.by_name[name].cautions}


NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def together(*taken, at=0):
    """What is said of doses that were taken so many hours after noon."""
    doses = [
        Taken(NOON + timedelta(hours=hours), parse_dose(dose), rated=rated)
        for hours, dose, rated in taken
    ]
    moment = NOON + timedelta(hours=at)
    return too_much_together("paracetamol", doses, moment, services_in("GB"))


@pytest.mark.parametrize(
    ("taken", "at", "said"),
    [
        # Eight tablets are the most; a ninth within 24 hours is more.
        ([(0, "1 g", False), (6, "1 g", False), (12, "1 g", False), (18, "1 g", False)], 18, ""),
        (
            [(0, "1 g", False), (6, "1 g", False), (12, "1 g", False), (18, "1500 mg", False)],
            18,
            "4.5 g of paracetamol, logged in 4 doses within 24 hours,",
        ),
        # The same five doses over more than a day are not.
        ([(hours, "1 g", False) for hours in (0, 6, 12, 18, 24)], 24, ""),
        ([(hours, "1 g", False) for hours in (0, 6, 12, 18, 23)], 23, "5 g of paracetamol"),
        # One that is logged late belongs to the day that it was taken on.
        ([(hours, "1 g", False) for hours in (0, 6, 12, 18, 23)], 6, "5 g of paracetamol"),
        ([(hours, "1 g", False) for hours in (0, 6, 12, 18, 23)], 30, ""),
        # Logged with ratings of two regions, or with a rating and by itself, it is one dose.
        ([(0, "2 g", True), (0, "2 g", True), (0.1, "2 x 1000 mg", False)], 0, ""),
        ([(0, "2 g", False), (0, "2 g", False), (0.1, "2 g", False)], 0, "6 g of paracetamol"),
        ([(0, "2 g", True), (0.2, "2 g", True), (0.1, "1 g", True)], 0, "5 g of paracetamol"),
        # After too much of it, every further dose is too much.
        ([(0, "40 g", False), (1, "1 g", False)], 1, "41 g of paracetamol, logged in 2 doses"),
        ([(0, "40 g", False), (1, "1 g", False)], 25, ""),
        (
            [(0, "6 tablets", False), (1, "1500 mg", False)],
            1,
            "4.5 g of paracetamol (at 500 mg each), logged in 2 doses",
        ),
    ],
)
def test_doses_within_24_hours_are_added_up(taken, at, said):
    words = together(*taken, at=at)
    assert bool(words) is bool(said)
    assert words.startswith(said)


def test_doses_together_are_said_with_what_to_do():
    words = together((0, "3 g", False), (1, "2 g", False), at=1)
    assert words.startswith(
        "5 g of paracetamol, logged in 2 doses within 24 hours, is more than an adult may take in "
        "24 hours (4 g; NHS 111 Wales, Paracetamol for adults). Is one of them a slip? See: "
        "painlog list. Too much medicine: get help now, even if you feel well"
    )
    assert too_much_together("naproxen", [], NOON, services_in("GB")) == ""


def test_ibuprofen_is_added_up_in_milligrams():
    doses = [Taken(NOON + timedelta(hours=h), parse_dose("400 mg"), rated=False) for h in (0, 4, 8)]
    assert too_much_together("ibuprofen", doses, NOON, services_in("GB")) == ""
    doses.append(Taken(NOON + timedelta(hours=12), parse_dose("2 tablets"), rated=False))
    said = too_much_together("ibuprofen", doses, NOON, services_in("GB"))
    assert said.startswith(
        "1600 mg of ibuprofen (at 200 mg each), logged in 4 doses within 24 hours, is more than "
        "the 1200 mg that an adult may take in 24 hours without a prescriber (NHS Direct Wales, "
        "Painkillers, ibuprofen). Is one of them a slip? See: painlog list. If it was prescribed"
    )
