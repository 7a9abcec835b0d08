"""Days of intake: by month, by class, and against the lines of overuse."""

from datetime import date

import pytest

from builders import entry, use
from painlog.analysis.days import gather
from painlog.analysis.medicines import (
    MedicineMonth,
    MedicineTotal,
    Overuse,
    SoFar,
    acute_days,
    days_by_medicine,
    medicine_months,
    overuse,
    so_far_this_month,
    taken_in,
)
from painlog.model.dose_reading import parse_dose
from painlog.model.treatment import Treatment

SIMPLE = "simple painkillers"
LINES = {
    "sumatriptan": Treatment("sumatriptan", "medication", overuse_days=10, overuse_class="triptan"),
    "rizatriptan": Treatment("rizatriptan", "medication", overuse_days=10, overuse_class="triptan"),
    "ibuprofen": Treatment("ibuprofen", "medication", overuse_days=15, overuse_class=SIMPLE),
    "naproxen": Treatment("naproxen", "medication", overuse_days=15, overuse_class=SIMPLE),
    "paracetamol": Treatment("paracetamol", "medication", overuse_days=15, overuse_class=SIMPLE),
    "ibuprofen gel": Treatment("ibuprofen gel", "medication", topical=True),
    "amitriptyline": Treatment("amitriptyline", "medication"),
    "oxygen": Treatment("oxygen", "medication", medicine_class="medical gas"),
    "heat": Treatment("heat"),
}
MONTHS = [(2025, 12), (2026, 1), (2026, 2), (2026, 3)]
TODAY = date(2026, 3, 20)
WHOLE = (date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1))
MARCH = date(2026, 3, 1)


def days_of(*days_a_month):
    """So many first days of December, January, February and March, or those of each range."""
    return {
        date(year, month, day)
        for (year, month), days in zip(MONTHS, days_a_month, strict=True)
        for day in (range(1, days + 1) if isinstance(days, int) else days)
    }


@pytest.mark.parametrize(
    ("medicine", "days", "found"),
    [
        ("sumatriptan", [10, 10, 10, 1], [("sumatriptan", 10, (10, 10, 10))]),
        ("sumatriptan", [10, 9, 10, 1], []),
        ("sumatriptan", [10, 10, 10, 0], [("sumatriptan", 10, (10, 10, 10))]),
        ("sumatriptan", [0, 10, 10, 10], []),
        ("ibuprofen", [15, 16, 15, 2], [("ibuprofen", 15, (15, 16, 15))]),
        ("ibuprofen", [15, 14, 15, 9], []),
        ("amitriptyline", [28, 28, 28, 19], []),
        ("heat", [28, 28, 28, 19], []),
        ("a herb of one's own", [28, 28, 28, 19], []),
    ],
)
def test_overuse_is_the_line_in_three_whole_months_beside_the_days_since(medicine, days, found):
    taken = {medicine: days_of(*days)} if medicine in LINES else {}
    said = overuse(taken, LINES, TODAY)
    assert said == tuple(
        Overuse(of, line, counts, (of,), WHOLE, MARCH, days[3]) for of, line, counts in found
    )


FIRST_8, NEXT_8 = [range(1, 9)] * 4, [range(9, 17)] * 4


@pytest.mark.parametrize(
    ("one", "other", "days", "found"),
    [
        # 8 days of each, 16 together.
        ("ibuprofen", "naproxen", NEXT_8,
         Overuse(SIMPLE, 15, (16,) * 3, ("ibuprofen", "naproxen"), WHOLE, MARCH, 16)),
        # The same 8 days: a day with both is one day.
        ("ibuprofen", "naproxen", FIRST_8, None),
        ("sumatriptan", "rizatriptan", NEXT_8,
         Overuse("triptan", 10, (16,) * 3, ("rizatriptan", "sumatriptan"), WHOLE, MARCH, 16)),
        # Of two classes neither is over its own line, and both together are over that of any.
        ("paracetamol", "sumatriptan", NEXT_8,
         Overuse("any", 10, (16,) * 3, ("paracetamol", "sumatriptan"), WHOLE, MARCH, 16)),
        ("ibuprofen", "sumatriptan", NEXT_8,
         Overuse("any", 10, (16,) * 3, ("ibuprofen", "sumatriptan"), WHOLE, MARCH, 16)),
        ("ibuprofen", "sumatriptan", FIRST_8, None),
        ("ibuprofen", "amitriptyline", NEXT_8, None),
    ],
)  # fmt: skip
def test_classes_are_counted_together_and_any_mix_of_them_by_itself(one, other, days, found):
    taken = {one: days_of(*FIRST_8), other: days_of(*days)}
    assert overuse(taken, LINES, TODAY) == ((found,) if found else ())


def mixed(one, other, days):
    """6 days of one and the next of another, up to a day of the month, in each of the months."""
    return {one: days_of(*[6] * 4), other: days_of(*[range(7, days + 1)] * 4)}


def test_simple_painkillers_are_one_class_with_one_line():
    """ICHD-3 8.2.3: all non-opioid analgesics are a single class, so 8.2.6 is not for their mix."""
    assert overuse(mixed("paracetamol", "naproxen", 12), LINES, TODAY) == ()
    assert overuse(mixed("paracetamol", "naproxen", 14), LINES, TODAY) == ()
    assert overuse(mixed("paracetamol", "naproxen", 15), LINES, TODAY) == (
        Overuse(SIMPLE, 15, (15,) * 3, ("naproxen", "paracetamol"), WHOLE, MARCH, 15),
    )
    assert overuse(mixed("paracetamol", "sumatriptan", 12), LINES, TODAY) == (
        Overuse("any", 10, (12,) * 3, ("paracetamol", "sumatriptan"), WHOLE, MARCH, 12),
    )


@pytest.mark.parametrize(
    ("today", "days", "months"),
    [
        # The day before the last, the month is not over.
        (date(2026, 3, 30), (16, 16, 16, 3), WHOLE),
        (date(2026, 3, 31), (16, 16, 16, 3), None),
        (date(2026, 3, 31), (8, 16, 16, 16), (*WHOLE[1:], date(2026, 3, 1))),
        (date(2026, 3, 30), (8, 16, 16, 16), None),
    ],
)
def test_a_month_that_ends_on_the_last_day_counted_is_whole(today, days, months):
    found = overuse({"paracetamol": days_of(*days)}, LINES, today)
    assert [(over.months, over.days) for over in found] == ([(months, (16,) * 3)] if months else [])


def test_one_class_over_its_line_is_told_and_not_the_mix():
    taken = {"sumatriptan": days_of(10, 10, 10, 1), "ibuprofen": days_of(9, 9, 9, 9)}
    assert [over.of for over in overuse(taken, LINES, TODAY)] == ["sumatriptan"]


def test_simple_painkillers_of_one_class_have_no_line_at_10_days():
    assert overuse({"ibuprofen": days_of(14, 14, 14, 14)}, LINES, TODAY) == ()


def test_a_medicine_of_the_class_that_was_taken_long_ago_is_not_named():
    taken = {"naproxen": {date(2024, 3, 1)}, "ibuprofen": days_of(15, 15, 15, 15)}
    (found,) = overuse(taken, LINES, TODAY)
    assert found.medicines == ("ibuprofen",)


def test_days_come_from_entries_and_from_what_was_only_taken():
    places = gather(
        [
            entry("head", 5, day=1, treatments=["ibuprofen", "heat", "ibuprofen gel"]),
            entry("neck", 5, day=1, treatments=["ibuprofen"]),
            entry("neck", 5, day=2, treatments=["ibuprofen"]),
        ]
    )
    uses = [use(name, day=2) for name in ("sumatriptan", "amitriptyline", "a herb", "oxygen")]
    taken = days_by_medicine((p.intakes for p in places.values()), uses, LINES)
    assert {name: len(days) for name, days in taken.items()} == {
        "ibuprofen": 2,
        "sumatriptan": 1,
        "amitriptyline": 1,
    }
    assert acute_days(taken, LINES) == {date(2026, 3, 1), date(2026, 3, 2)}


def test_the_change_of_a_patch_is_no_day_of_intake():
    fentanyl = Treatment("fentanyl", "medication", overuse_days=10, overuse_class="opioid")
    rate, spray = parse_dose("25 micrograms/hour"), parse_dose("100 micrograms")
    places = gather(
        [
            entry("head", 5, day=day, treatments=["fentanyl"], doses=(("fentanyl", dose),))
            for day, dose in ((1, rate), (2, rate), (2, spray))
        ]
    )
    doses = {3: "25 micrograms/hour", 4: "1 patch", 5: "2 patches", 6: "100 micrograms", 7: None}
    uses = [use("fentanyl", day=day, dose=dose) for day, dose in doses.items()]
    uses += [use("fentanyl", day=8, dose="1 plaster"), use("fentanyl", day=9, dose="9 mg/24 h")]
    taken = days_by_medicine(
        (p.intakes for p in places.values()), uses, LINES | {"fentanyl": fentanyl}
    )
    assert taken == {"fentanyl": {date(2026, 3, day) for day in (2, 6, 7)}}
    (place,) = places.values()
    assert place.namings == {"fentanyl": {date(2026, 3, day) for day in (1, 2)}}


def test_months_count_each_medicine_each_class_and_any():
    taken = {
        "ibuprofen": days_of((), (), [27, 28], [1, 2]),
        "naproxen": days_of((), (), [28], []),
        "sumatriptan": days_of((), (), [28], []),
        "amitriptyline": days_of((), (), [28], []),
    }
    found = medicine_months(taken, LINES, date(2026, 2, 28), date(2026, 3, 1))
    february, march = date(2026, 2, 1), date(2026, 3, 1)
    assert found == (
        # The whole month counts, whichever day of it the report begins on. The last number is of
        # the report's days alone.
        MedicineMonth(february, "amitriptyline", 1, None, 1),
        MedicineMonth(february, "any", 2, 10, 1),
        MedicineMonth(february, "ibuprofen", 2, 15, 1),
        MedicineMonth(february, "naproxen", 1, 15, 1),
        MedicineMonth(february, SIMPLE, 2, 15, 1),
        MedicineMonth(february, "sumatriptan", 1, 10, 1),
        MedicineMonth(february, "triptan", 1, 10, 1),
        MedicineMonth(march, "any", 1, None, 1),
        MedicineMonth(march, "ibuprofen", 1, 15, 1),
        MedicineMonth(march, SIMPLE, 1, 15, 1),
    )


def test_months_before_the_period_are_counted_where_asked_and_have_no_day_in_it():
    taken = {"paracetamol": days_of(16, 16, 16, 3)}
    found = medicine_months(taken, LINES, date(2026, 3, 2), TODAY, also=WHOLE)
    assert [(m.first, m.days, m.in_period) for m in found if m.of == SIMPLE] == [
        *((first, 16, 0) for first in WHOLE),
        (date(2026, 3, 1), 3, 2),
    ]


def test_any_has_a_line_only_in_a_month_with_several_classes():
    taken = {
        "ibuprofen": days_of(1, 1, 1, 1) | {date(2026, 4, 1)},
        "naproxen": days_of(1, 1, 1, 1),
        "paracetamol": days_of(1, 1, 1, 1),
    }
    found = medicine_months(taken, LINES, date(2025, 12, 1), date(2026, 4, 1))
    assert [month.line for month in found if month.of == "any"] == [None] * 5
    mixed = {**taken, "sumatriptan": {date(2025, 12, 5)}}
    found = medicine_months(mixed, LINES, date(2025, 12, 1), date(2026, 4, 1))
    assert [month.line for month in found if month.of == "any"] == [10, None, None, None, None]


def test_a_class_of_an_earlier_month_is_no_part_of_this_month():
    taken = {"ibuprofen": days_of(0, 0, 0, 9), "sumatriptan": days_of(2, 0, 1, 0)}
    assert so_far_this_month(taken, LINES, TODAY) == (SoFar("ibuprofen", 9, 15, ("ibuprofen",)),)


@pytest.mark.parametrize(
    ("triptan", "found"),
    [
        # One triptan in four months, or none in one of the three, is no regular mix.
        ([1, 0, 0, 0], ()),
        ([2, 2, 0, 2], ()),
        ([2, 2, 2, 0],
         (Overuse("any", 10, (12,) * 3, ("ibuprofen", "sumatriptan"), WHOLE, MARCH, 12),)),
        # A triptan of this month was not taken in those.
        ([0, 0, 0, 9], ()),
    ],
)  # fmt: skip
def test_a_mix_is_overused_only_in_months_with_several_classes(triptan, found):
    """ICHD-3 8.2.6: any combination of classes, on 10 days a month or more in all."""
    taken = {"ibuprofen": days_of(12, 12, 12, 12), "sumatriptan": days_of(*triptan)}
    assert overuse(taken, LINES, TODAY) == found


def test_a_mix_is_not_told_beside_a_class_that_is_over_its_own_line():
    """ICHD-3 8.2.6: without overuse of any single class."""
    taken = {"ibuprofen": days_of(0, 0, 0, 9), "sumatriptan": days_of(0, 0, 0, range(5, 15))}
    assert so_far_this_month(taken, LINES, TODAY) == (
        SoFar("sumatriptan", 10, 10, ("sumatriptan",)),
        SoFar("ibuprofen", 9, 15, ("ibuprofen",)),
    )


FEBRUARY = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("today", "taken", "found"),
    [
        # The first of a month changes nothing of what was.
        (date(2026, 3, 1), {"sumatriptan": days_of(0, 0, 14, 0)},
         [SoFar("sumatriptan", 0, 10, ("sumatriptan",), last_month=FEBRUARY, last_month_days=14)]),
        (date(2026, 3, 1), {"sumatriptan": days_of(0, 0, 9, 0)}, []),
        (date(2026, 3, 1), {"sumatriptan": days_of(0, 14, 0, 0)}, []),
        (TODAY, {"sumatriptan": days_of(0, 0, 10, 6)},
         [SoFar("sumatriptan", 6, 10, ("sumatriptan",), last_month=FEBRUARY, last_month_days=10)]),
        (date(2026, 2, 28), {"sumatriptan": days_of(0, 0, 14, 0)},
         [SoFar("sumatriptan", 14, 10, ("sumatriptan",))]),
        (date(2026, 3, 1), {"sumatriptan": days_of(0, 0, 6, 0),
                            "ibuprofen": days_of(0, 0, range(7, 12), 0)},
         [SoFar("any", 0, 10, ("ibuprofen", "sumatriptan"),
                last_month=FEBRUARY, last_month_days=11)]),
    ],
)  # fmt: skip
def test_a_month_at_the_line_is_told_in_the_next_one_too(today, taken, found):
    assert list(so_far_this_month(taken, LINES, today)) == found


def test_a_medicine_that_was_asked_for_comes_with_the_true_days_of_its_class_and_of_any():
    taken = {
        "ibuprofen": days_of((), (), [], [1, 2]),
        "naproxen": days_of((), (), [], [3]),
        "sumatriptan": days_of((), (), [], [4]),
        "amitriptyline": days_of((), (), [], [5]),
    }
    march = date(2026, 3, 1)
    assert medicine_months(taken, LINES, march, TODAY, ("ibuprofen",)) == (
        MedicineMonth(march, "any", 4, 10, 4),
        MedicineMonth(march, "ibuprofen", 2, 15, 2),
        MedicineMonth(march, SIMPLE, 3, 15, 3),
    )
    assert medicine_months(taken, LINES, march, TODAY, ("amitriptyline",)) == (
        MedicineMonth(march, "amitriptyline", 1, None, 1),
    )


@pytest.mark.parametrize(
    ("taken", "found"),
    [
        ({"ibuprofen": 7, "paracetamol": 7}, ()),
        ({"ibuprofen": 8, "paracetamol": 7}, (SoFar(SIMPLE, 8, 15, ("ibuprofen", "paracetamol")),)),
        ({"sumatriptan": 4}, ()),
        ({"sumatriptan": 5}, (SoFar("sumatriptan", 5, 10, ("sumatriptan",)),)),
        ({"ibuprofen": 7}, ()),
        ({"ibuprofen": 8}, (SoFar("ibuprofen", 8, 15, ("ibuprofen",)),)),
        ({"ibuprofen": 4, "sumatriptan": 4}, ()),
        ({"ibuprofen": 5, "sumatriptan": 4},
         (SoFar("any", 5, 10, ("ibuprofen", "sumatriptan")),)),
        ({"ibuprofen": 9, "sumatriptan": 7},
         (SoFar("any", 9, 10, ("ibuprofen", "sumatriptan")),
          SoFar("sumatriptan", 7, 10, ("sumatriptan",)),
          SoFar("ibuprofen", 9, 15, ("ibuprofen",)))),
        ({"ibuprofen": 2, "sumatriptan": 7}, (SoFar("sumatriptan", 7, 10, ("sumatriptan",)),)),
        ({"amitriptyline": 20}, ()),
    ],
)  # fmt: skip
def test_from_half_of_a_line_on_the_month_is_told(taken, found):
    days = {name: days_of(0, 28, 0, number) for name, number in taken.items()}
    assert so_far_this_month(days, LINES, TODAY) == found


def test_a_medicine_is_counted_by_dose_and_once_however_many_places_it_was_for():
    uses = [
        use("ibuprofen", "head", day=1, dose="400 mg"),
        use("ibuprofen", "neck", day=1, dose="400 mg"),
        use("ibuprofen", day=1, hour=22, dose="400 mg"),
        use("ibuprofen", day=2, dose="800 mg"),
        use("ibuprofen", day=3),
        use("ibuprofen gel", day=4),
        use("heat", day=4),
    ]
    assert taken_in(uses, [], LINES) == (
        MedicineTotal("ibuprofen", None, 1, 1),
        MedicineTotal("ibuprofen", uses[0].dose, 2, 1),
        MedicineTotal("ibuprofen", uses[3].dose, 1, 1),
        MedicineTotal("ibuprofen gel", None, 1, 1),
    )


def test_two_tablets_logged_by_themselves_at_one_moment_are_two():
    tablets = [use("ibuprofen", day=1), use("ibuprofen", day=1)]
    assert taken_in(tablets, tablets, LINES) == (MedicineTotal("ibuprofen", None, 3, 1),)
