"""One treatment with one dose after the other is refused, wherever it is named."""

import pytest

from builders import TREATED_WITH
from painlog.model.dose_reading import parse_dose
from painlog.model.two_doses import TwoDosesError, two_doses_in
from painlog.tasks.taking import read_taken
from painlog.tasks.treatments import name_treatments

SAID = (
    "prednisolone is named with two doses, 15 mg and 10 mg. Log each by itself.",
    "painlog take prednisolone 15 mg",
    "painlog take prednisolone 10 mg",
)


@pytest.mark.parametrize(
    "text",
    [
        "prednisolone 15 mg then 10 mg",
        "prednisolone 15 mg and then 10 mg",
        "prednisolone 15mg followed by 10mg",
        "prednisolone 15 mg, then 10 mg",
        "prednisolone 15 mg and 10 mg",
        "prednisolone 15 mg, 10 mg",
        "prednisolone 15 mg + 10 mg",
        "prednisolone 15 mg then prednisolone 10 mg",
        "heat, prednisolone 15 mg then 10 mg",
    ],
)
def test_two_doses_of_one_medicine_are_refused_with_the_command_for_each(text):
    for read in (
        lambda: name_treatments([text], TREATED_WITH, None),
        lambda: read_taken([text], TREATED_WITH, None),
        lambda: read_taken(text.split(), TREATED_WITH, None),
    ):
        with pytest.raises(TwoDosesError) as refused:
            read()
        assert refused.value.args == SAID


def test_a_treatment_that_is_not_known_is_refused_as_well():
    found = two_doses_in("moon cure 15 mg then 10 mg", TREATED_WITH)
    assert found == ("moon cure", parse_dose("15 mg"), parse_dose("10 mg"))
    assert found.commands("take")[0] == "painlog take moon cure 15 mg"


@pytest.mark.parametrize(
    "text",
    [
        "ibuprofen 400 mg, 2 tablets",
        "heat, ibuprofen 400 mg, 2 tablets",
        "ibuprofen 400 mg then paracetamol 1 g",
        "ibuprofen then 10 mg",
        "15 mg and 10 mg",
        "co-codamol 30/500, 2 tablets",
    ],
)
def test_one_dose_of_each_treatment_is_no_such_thing(text):
    assert two_doses_in(text, TREATED_WITH) is None
