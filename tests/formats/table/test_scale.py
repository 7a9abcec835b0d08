"""Ratings on other scales: in proportion, to the nearest whole number, a half upwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.errors import NotUnderstoodError, UsageError
from painlog.formats.table.scale import PAINLOG, Scale, ScaledRating, converted, parse_scale

SCALES = st.tuples(st.integers(0, 200), st.integers(1, 200)).map(
    lambda pair: Scale(pair[0], pair[0] + pair[1])
)


@pytest.mark.parametrize("text", ["0-100", "0–100", " 0 - 100 ", "0..100", "0 to 100"])
def test_a_scale_is_read_as_people_write_it(text):
    assert parse_scale(text) == Scale(0, 100)
    assert str(parse_scale(text)) == "0–100"


@pytest.mark.parametrize("text", ["", "10", "10-0", "5-5", "a-b", "0-1.5", "-5-5", "0-100%"])
def test_what_is_no_scale_is_refused(text):
    with pytest.raises(UsageError) as refused:
        parse_scale(text)
    assert str(refused.value) == (
        f'"{text}" is not a scale. Write the number for no pain and the one for the worst pain, '
        "as in: --scale 0-100"
    )


@pytest.mark.parametrize(
    ("scale", "numbers", "ratings"),
    [
        ("0-100", ["0", "4", "5", "25", "63", "64,9", "65", "94.9", "95", "100"],
         [0, 0, 1, 3, 6, 6, 7, 9, 10, 10]),
        ("1-5", ["1", "2", "3", "4", "5", "1.2"], [0, 3, 5, 8, 10, 1]),
        ("0-5", ["0", "1", "2", "2.5", "3", "5"], [0, 2, 4, 5, 6, 10]),
        ("0-4", ["0", "1", "2", "3", "4"], [0, 3, 5, 8, 10]),
        ("1-10", ["1", "2", "5", "6", "10"], [0, 1, 4, 6, 10]),
        ("0-3", ["0", "1", "2", "3"], [0, 3, 7, 10]),
    ],
)  # fmt: skip
def test_other_scales(scale, numbers, ratings):
    assert [converted(text, parse_scale(scale)) for text in numbers] == [
        ScaledRating(value, rounded=True) for value in ratings
    ]


def test_on_painlogs_own_scale_only_what_lies_between_is_rounded():
    assert converted("6", PAINLOG) == ScaledRating(6, rounded=False)
    assert converted("6,0", PAINLOG) == ScaledRating(6, rounded=False)
    assert converted("6.5", PAINLOG) == ScaledRating(7, rounded=True)
    assert converted("6,4", PAINLOG) == ScaledRating(6, rounded=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.3333333333", 3),
        ("4.499999999999999", 4),
        ("4,5000000000000001", 5),
        ("4.0000000001", 4),
        ("4." + "9" * 5000, 5),
        ("0000003.3333333333333335/10", 3),
    ],
)
def test_an_average_may_have_any_number_of_decimals(text, value):
    assert converted(text, PAINLOG) == ScaledRating(value, rounded=True)


def test_what_a_number_is_out_of_may_be_written():
    assert converted("3/5", Scale(0, 5)).value == 6
    assert converted("63%", Scale(0, 100)).value == 6
    with pytest.raises(NotUnderstoodError, match=r'"3/10" is not a number on the scale 0–5'):
        converted("3/10", Scale(0, 5))
    with pytest.raises(NotUnderstoodError, match=r'"6%" is not a number on the scale 0–10'):
        converted("6%", PAINLOG)


@pytest.mark.parametrize("text", ["101", "-1", "100.1"])
def test_a_number_off_the_scale_is_refused(text):
    with pytest.raises(NotUnderstoodError) as refused:
        converted(text, Scale(0, 100))
    assert str(refused.value) == f'"{text}" is off the scale 0–100'


@pytest.mark.parametrize("text", ["", "mild", "6-7", "1e1", "٣", "0x1"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotUnderstoodError, match="is not a number on the scale 0–100"):
        converted(text, Scale(0, 100))


@given(SCALES, st.data())
def test_more_is_never_less_and_the_ends_are_kept(scale, data):
    numbers = st.decimals(scale.low, scale.high, allow_nan=False, places=2).map(str)
    low, high = sorted((data.draw(numbers), data.draw(numbers)), key=float)
    assert converted(low, scale).value <= converted(high, scale).value
    assert converted(str(scale.low), scale).value == 0
    assert converted(str(scale.high), scale).value == 10
