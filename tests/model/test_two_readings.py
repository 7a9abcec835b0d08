"""Numbers that are thousands to some and decimals to others are refused wherever they are read."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.errors import NotUnderstoodError
from painlog.formats.table.durations import read_duration
from painlog.formats.table.treatment_cells import with_doses
from painlog.model.dose import Dose
from painlog.model.dose_reading import parse_dose, split_dose
from painlog.model.duration import parse_duration
from painlog.model.factor import Factor, parse_value
from painlog.model.two_readings import in_one_reading, two_readings

UNITS = ("mg", "g", "µg", "ml", "IU", "%", "tablets", "drops", "puffs", "minutes")


@pytest.mark.parametrize(
    ("text", "said", "first", "second"),
    [
        ("paracetamol 5,000 mg", "5,000 mg", "5000 mg", "5 mg"),
        ("paracetamol 5.000 mg", "5.000 mg", "5000 mg", "5 mg"),
        ("1,000mg paracetamol", "1,000 mg", "1000 mg", "1 mg"),
        ("paracetamol 2 x 1,000 mg", "1,000 mg", "1000 mg", "1 mg"),
        ("paracetamol (1,200 mg)", "1,200 mg", "1200 mg", "1.2 mg"),
        ("paracetamol 1,125 mg", "1,125 mg", "1125 mg", "1.1250 mg"),
        ("paracetamol 1,000 x 500 mg", "1,000", "1000", "1"),
        ("co-codamol 8,000/500", "8,000", "8000", "8"),
        ("paracetamol 1 500 mg", "1 500 mg", "1500 mg", "1 x 500 mg"),
    ],
)
def test_a_dose_with_two_readings_is_refused_and_both_are_named(text, said, first, second):
    with pytest.raises(NotUnderstoodError) as refused:
        split_dose(text)
    assert str(refused.value) == (
        f'"{said}" can be read in two ways. Type "{first}" or "{second}", whichever it is.'
    )


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("1,000,000 IU", "1000000 IU"),
        ("5 000 mg", "5000 mg"),
        ("5'000 mg", "5000 mg"),
        ("5’000 mg", "5000 mg"),
    ],
)
def test_a_number_in_groups_is_refused_in_its_only_reading(text, instead):
    with pytest.raises(NotUnderstoodError) as refused:
        split_dose(text)
    assert str(refused.value) == (
        f'"{text}" is not written as painlog reads numbers. Type "{instead}".'
    )


@pytest.mark.parametrize(
    ("text", "milligrams"),
    [("0.125 mg", 0.125), ("0,125 mg", 0.125), ("1.1250 mg", 1.125), ("1234,500 mg", 1234.5)],
)
def test_a_decimal_that_cannot_be_thousands_is_read(text, milligrams):
    assert parse_dose(text).milligrams == milligrams


def test_a_comma_between_digits_separates_no_dose_from_a_name():
    assert split_dose("advill 1.000,50 mg") == ("advill 1.000,50 mg", None)


@given(
    st.integers(1, 999),
    st.sampled_from(",."),
    st.integers(0, 999),
    st.sampled_from(UNITS),
    st.sampled_from(["{}", "paracetamol {}", "{} paracetamol", "2 x {}", "paracetamol ({})"]),
)
def test_no_unit_and_no_place_makes_thousands_a_decimal(whole, sign, part, unit, around):
    with pytest.raises(NotUnderstoodError) as refused:
        split_dose(around.format(f"{whole}{sign}{part:03d} {unit}"))
    assert f'Type "{whole}{part:03d} {unit}" or "{whole}' in str(refused.value)


@given(st.integers(1, 999_999_999), st.sampled_from(["mg", "ml", "tablet"]))
def test_what_painlog_writes_of_a_dose_is_read_back_as_that_dose(thousandths, unit):
    amount = thousandths / 1000
    found = parse_dose(f"{amount:.4f} {unit}")
    assert found == parse_dose(found.written) == Dose(amount, unit, found.written)


@given(st.integers(1, 999), st.sampled_from(",."), st.integers(0, 999))
def test_both_readings_have_one_reading(whole, sign, part):
    readings = two_readings(f"{whole}{sign}{part:03d}")
    assert [float(reading) for reading in readings] == [whole * 1000 + part, whole + part / 1000]
    assert all(two_readings(reading) == () for reading in readings)
    assert all(in_one_reading(reading) == reading for reading in readings)


@pytest.mark.parametrize("text", ["1,000 min", "1.000 min"])
def test_a_length_of_time_with_two_readings_is_refused(text):
    said = f'"{text}" can be read in two ways. Type "1000 min" or "1 min", whichever it is.'
    with pytest.raises(NotUnderstoodError) as typed:
        parse_duration(text)
    assert str(typed.value) == said
    with pytest.raises(NotUnderstoodError) as number:
        read_duration(text.removesuffix(" min"), "minutes")
    assert str(number.value) == said.replace(" min", "")
    with pytest.raises(NotUnderstoodError):
        read_duration(text, "")


def test_a_length_of_time_with_a_decimal_is_read():
    assert parse_duration("1,5 h") == timedelta(minutes=90)
    assert read_duration("0.125", "hours") == timedelta(minutes=7, seconds=30)


@pytest.mark.parametrize("text", ["1,000", "1.000"])
def test_a_factor_with_two_readings_is_refused(text):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_value(text, Factor("steps"))
    assert str(refused.value) == (
        f'"{text}" is not a value of steps. Type 1000 or 1, whichever it is.'
    )


@pytest.mark.parametrize("cell", ["1,000", "1.000", "1,000 mg", "2 x 1,000"])
def test_a_cell_of_doses_with_two_readings_is_refused(cell):
    with pytest.raises(NotUnderstoodError) as refused:
        with_doses(["paracetamol"], cell, "mg")
    assert str(refused.value).endswith('Type "1000 mg" or "1 mg", whichever it is.')


@pytest.mark.parametrize("value", [1.125, -1.125, 8000, 7.5])
def test_a_factor_is_written_as_it_can_be_typed(value):
    steps = Factor("steps")
    assert parse_value(steps.words(value), steps) == value
