"""A day from today on is asked for with days that are accepted."""

import re
from datetime import date

import pytest

from painlog.errors import PainlogError
from painlog.model.day_to_come import parse_day_to_come

TODAY = date(2027, 2, 27)


@pytest.mark.parametrize("written", ["soon", "2026-12-04", "2040-01-01"])
def test_what_is_offered_instead_of_a_day_is_accepted(written):
    with pytest.raises(PainlogError) as refused:
        parse_day_to_come(written, TODAY)
    offered = re.findall('"([^"]+)"', str(refused.value).rpartition("such as ")[2])
    assert offered == ["tomorrow", "friday", "in 2 weeks", "2027-03-03"]
    assert [parse_day_to_come(text, TODAY) > TODAY for text in offered] == [True] * 4
