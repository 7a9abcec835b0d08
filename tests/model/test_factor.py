"""Values of factors are read as people type them, or refused with what to type."""

import pytest

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.factor import SLEEP, STRESS, Factor, is_value, new_factor, parse_value

STEPS = Factor("steps")
RAIN = Factor("rain", "yes-no")


@pytest.mark.parametrize(
    ("text", "factor", "value", "words"),
    [
        ("6.5", SLEEP, 6.5, "6.5 hours"),
        ("6,5", SLEEP, 6.5, "6.5 hours"),
        ("6h30", SLEEP, 6.5, "6.5 hours"),
        ("6:30", SLEEP, 6.5, "6.5 hours"),
        ("7 hours", SLEEP, 7, "7 hours"),
        ("7h", SLEEP, 7, "7 hours"),
        ("3", STRESS, 3, "3 of 10"),
        ("none", STRESS, 0, "0 of 10"),
        ("seven", STRESS, 7, "7 of 10"),
        ("8000", STEPS, 8000, "8000"),
        ("-3.5", STEPS, -3.5, "-3.5"),
        ("2 km", Factor("walk", unit="km"), 2, "2 km"),
        ("Y", RAIN, 1, "yes"),
        ("no", RAIN, 0, "no"),
    ],
)
def test_a_value_is_read_and_said(text, factor, value, words):
    assert parse_value(text, factor) == value
    assert factor.words(value) == words
    assert is_value(value, factor.measure)


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        *((text, SLEEP) for text in ("", "well", "25", "-1", "6:60")),
        *((text, STRESS) for text in ("11", "worst", "3.5", "")),
        *((text, STEPS) for text in ("1e9", "9999999", "a lot", "", "8,500", "12,345", "8.500")),
        *((text, RAIN) for text in ("maybe", "", "2")),
    ],
)
def test_what_is_no_value_is_refused(text, factor):
    with pytest.raises(NotUnderstoodError):
        parse_value(text, factor)


def test_a_stored_number_is_held_against_its_measure():
    assert not is_value(3.5, "scale")
    assert not is_value(2, "yes-no")
    assert not is_value(2e6, "number")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        *(
            (
                name,
                f'"{name}" is a column of its own beside the factors; choose another name, such as '
                f'"{name} of work".',
            )
            for name in ("Note", "day")
        ),
        ("a=b", 'The name of a factor cannot contain "=", which stands before its value.'),
        (
            "tea, milk",
            'The name of a factor cannot contain ",", which separates factors in a list.',
        ),
    ],
)
def test_a_name_that_could_not_be_typed_is_refused(name, said):
    with pytest.raises(RefusedError) as refused:
        new_factor(name, "number", "", [])
    assert str(refused.value) == said
