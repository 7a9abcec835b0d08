"""How changes are written."""

import pytest

from painlog.views.wording import change, change_against


@pytest.mark.parametrize(
    ("value", "alone", "against"),
    [
        (0.0, "no change", "the same as the 7 before"),
        (-0.04, "no change", "the same as the 7 before"),
        (-0.4, "0.4 points less", "0.4 points less than the 7 before"),
        (1.0, "1.0 point more", "1.0 point more than the 7 before"),
    ],
)
def test_a_change_alone_and_against_something(value, alone, against):
    assert change(value) == alone
    assert change_against(value, "the 7 before") == against
