"""What is said of too much of a medicine after the fact, with its day, and until when to act."""

from datetime import UTC, date, datetime, timedelta

import pytest

from painlog.advice.daily_maximum import Taken, times_over
from painlog.advice.over_maximum import over_maximum
from painlog.advice.services import services_in
from painlog.model.dose_reading import parse_dose

FIRST = datetime(2026, 3, 1, 8, tzinfo=UTC)
IS_MORE = "is more than an adult may take in 24 hours (4 g; NHS 111 Wales, Paracetamol for adults)."


def taken(*doses):
    return [
        Taken(FIRST + timedelta(hours=hours), parse_dose(dose), rated=False)
        for hours, dose in doses
    ]


def said(found, today):
    return list(over_maximum(found, today, services_in("GB")))


def test_days_of_too_much_without_a_pause_are_one_time_with_the_most_in_24_hours():
    doses = taken(*((4 * n, "1 g") for n in range(12)), (200, "6 g"), (300, "4 g"))
    found = times_over("paracetamol", doses)
    assert [(over.milligrams, len(over.doses), over.day) for over in found] == [
        (6000, 6, date(2026, 3, 2)),
        (6000, 1, date(2026, 3, 9)),
    ]
    assert times_over("naproxen", taken((0, "40 g"))) == ()


@pytest.mark.parametrize(("day", "code"), [(4, "too-much-medicine"), (5, "over-maximum")])
def test_what_to_do_at_once_is_said_for_three_days(day, code):
    found = times_over("paracetamol", taken((0, "5 g")))
    (advice,) = said(found, date(2026, 3, day))
    fact = f"1 Mar 2026: 5 g of paracetamol {IS_MORE}"
    assert (advice.code, advice.to_clinician) == (code, fact)
    if code == "over-maximum":
        known = "If that is right and no pharmacist or clinician knows of it, tell one."
        assert advice.text == f"{fact} {known}"
    else:
        assert advice.text.startswith(
            f"{fact} Is one of them a slip? See: painlog list. Too much medicine: get help now, "
        )


def test_the_last_time_stands_for_those_before():
    doses = taken((0, "6 g"), (100, "5 g"), (200, "2 g"), (204, "2.5 g"))
    (once, *_) = said(times_over("paracetamol", doses[:2]), date(2026, 3, 30))
    assert "Before that once in this period (6 g, 1 Mar 2026)." in once.to_clinician
    (advice,) = said(times_over("paracetamol", doses), date(2026, 3, 30))
    assert advice.to_clinician == (
        f"9 Mar 2026: 4.5 g of paracetamol, logged in 2 doses within 24 hours, {IS_MORE} Before "
        "that 2 times in this period (at most 6 g, 1 Mar 2026)."
    )
