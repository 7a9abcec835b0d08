"""What is said of a dose that is more than a whole day's."""

from datetime import UTC, datetime, timedelta

import pytest

from builders import TREATED_WITH
from painlog.advice.daily_maximum import DAILY_MAXIMUM, Taken, combinations_with, limited_in
from painlog.advice.maximum import too_much, too_much_together, uncounted_beside
from painlog.advice.services import services_in
from painlog.model.dose_reading import parse_dose


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


def test_every_combination_that_holds_a_limited_medicine_is_found_by_it():
    for name in DAILY_MAXIMUM:
        expected = [t.name for t in TREATED_WITH.all if name in t.parts]
        assert list(combinations_with(name)) == expected
    assert limited_in("ibuprofen with paracetamol") == ("ibuprofen", "paracetamol")
    assert limited_in("paracetamol") == ("paracetamol",)
    assert limited_in("co-codaprin") == limited_in("heat") == ()


def test_one_dose_of_a_combination_says_what_of_it_is_too_much():
    said = too_much("paracetamol", parse_dose("9 tablets"), services_in("GB"), "co-dydramol")
    assert said.startswith(
        "4.5 g of paracetamol (at 500 mg each; NHS Fife, Paracetamol combinations), in 9 tablets "
        "of co-dydramol, is more than an adult may take in 24 hours (4 g; NHS 111 Wales, "
        "Paracetamol for adults). A slip? painlog undo. Too much medicine: get help now"
    )
    said = too_much("paracetamol", parse_dose("9 x 30/500"), services_in("GB"), "co-codamol")
    assert said.startswith("4.5 g of paracetamol, in 9 × 30/500 of co-codamol, is more than")
    assert too_much("paracetamol", parse_dose("8 x 30/500"), services_in("GB"), "co-codamol") == ""
    assert too_much("paracetamol", parse_dose("20 ml"), services_in("GB"), "co-codamol") == ""
    dose, product = parse_dose("7 x 200/500"), "ibuprofen with paracetamol"
    assert too_much("paracetamol", dose, services_in("GB"), product) == ""
    said = too_much("ibuprofen", dose, services_in("GB"), product)
    assert said.startswith("1400 mg of ibuprofen, in 7 × 200/500 of ibuprofen with paracetamol, is")


def mixed(*taken):
    """Doses at noon and each hour after it: the product, "" for paracetamol alone, and its dose."""
    return [
        Taken(NOON + timedelta(hours=n), parse_dose(dose) if dose else None, False, product)
        for n, (product, dose) in enumerate(taken)
    ]


def test_combinations_are_added_to_the_medicine_alone():
    taken = mixed(("", "3 g"), ("co-codamol", "2 x 30/500"), ("co-codamol", "1 tablet"))
    said = too_much_together("paracetamol", taken, NOON, services_in("GB"))
    assert said.startswith(
        "4.5 g of paracetamol (at 500 mg each; NHS Fife, Paracetamol combinations), 1.5 g of it in "
        "co-codamol, logged in 3 doses within 24 hours, is more than an adult may take in 24 hours "
        "(4 g; NHS 111 Wales, Paracetamol for adults). Is one of them a slip?"
    )
    assert too_much_together("paracetamol", taken[:2], NOON, services_in("GB")) == ""


def test_what_nobody_knows_is_named_beside_the_sum_and_not_counted():
    taken = mixed(
        ("", "3 g"),
        ("co-codamol", "20 ml"),
        ("co-codamol", "3 x 30/500"),
        ("paracetamol with caffeine", None),
        ("", "200 ml"),
    )
    said = too_much_together("paracetamol", taken, NOON, services_in("GB"))
    assert said.startswith(
        "4.5 g of paracetamol, 1.5 g of it in co-codamol, logged in 2 doses within 24 hours, is "
        "more than an adult may take in 24 hours (4 g; NHS 111 Wales, Paracetamol for adults). "
        "Not counted, as painlog cannot tell how much paracetamol it is: co-codamol 20 ml, "
        "paracetamol with caffeine without a dose, paracetamol 200 ml. Is one of them a slip?"
    )


def test_a_combination_that_is_in_no_sum_says_so_where_there_is_one():
    one, other = mixed(("co-codamol", "20 ml"), ("", "1 g"))
    said = uncounted_beside("paracetamol", one, [one, other])
    assert said == (
        "co-codamol 20 ml holds paracetamol as well, and painlog cannot tell how much, so it is "
        "not in the sum of paracetamol within 24 hours. Say how many tablets it was and their "
        'strength, as in "co-codamol 2 x 8/500".'
    )
    assert uncounted_beside("paracetamol", one, [one]) == ""
    assert uncounted_beside("paracetamol", other, [one, other]) == ""


def test_a_combination_logged_with_a_rating_and_alone_is_one_dose():
    (one,) = mixed(("co-codamol", "5 x 30/500"))
    rated = one._replace(at=one.at + timedelta(minutes=5), rated=True)
    assert too_much_together("paracetamol", [one, rated], NOON, services_in("GB")) == ""
    alone = Taken(one.at, parse_dose("2 g"), rated=True)
    said = too_much_together("paracetamol", [one, alone], NOON, services_in("GB"))
    assert said.startswith("4.5 g of paracetamol, 2.5 g of it in co-codamol, logged in 2 doses")
