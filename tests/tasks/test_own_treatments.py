"""What a treatment of one's own becomes by what is said of it."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.tasks.own_treatments import TreatmentFacts, changed_treatment, new_treatment


@pytest.mark.parametrize(
    ("said", "kind", "conventional", "medicine_class"),
    [
        (TreatmentFacts(None, None, None), "other", False, ""),
        (TreatmentFacts("medication", None, None), "medication", True, ""),
        (TreatmentFacts("medication", False, None), "medication", False, ""),
        (TreatmentFacts(None, None, "Triptans"), "medication", True, "triptan"),
        (TreatmentFacts(None, False, "opioid"), "medication", False, "opioid"),
        (TreatmentFacts("exercise", True, None), "exercise", True, ""),
    ],
)
def test_a_medicine_is_conventional_unless_it_was_said(said, kind, conventional, medicine_class):
    made = new_treatment(TREATED_WITH, "green pill", said)
    assert (made.kind, made.conventional, made.medicine_class) == (
        kind,
        conventional,
        medicine_class,
    )
    assert made.own


def test_what_is_a_medicine_no_more_loses_its_class_and_nothing_else_does():
    pill = new_treatment(TREATED_WITH, "green pill", TreatmentFacts(None, None, "triptan"))
    dearer = changed_treatment(TREATED_WITH, pill, TreatmentFacts(None, False, None))
    assert (dearer.medicine_class, dearer.conventional) == ("triptan", False)
    tea = changed_treatment(TREATED_WITH, pill, TreatmentFacts("other", None, None))
    assert (tea.kind, tea.medicine_class, tea.conventional) == ("other", "", False)


def test_complementary_alone_says_too_little_and_is_refused():
    with pytest.raises(RefusedError, match="--kind manual --complementary"):
        new_treatment(TREATED_WITH, "reiki", TreatmentFacts(None, False, None))
    made = new_treatment(TREATED_WITH, "reiki", TreatmentFacts("manual", False, None))
    assert made.care == "complementary"


def test_a_class_that_is_none_and_one_of_what_is_no_medicine_are_refused():
    with pytest.raises(NotUnderstoodError, match='Did you mean "triptan"'):
        new_treatment(TREATED_WITH, "green pill", TreatmentFacts(None, None, "tripan"))
    with pytest.raises(RefusedError, match='"triptan" is a class of medicines, but the kind man'):
        new_treatment(TREATED_WITH, "green pill", TreatmentFacts("manual", None, "triptan"))
