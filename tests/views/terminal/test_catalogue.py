"""The card of a treatment: where nothing is summarised, that is said and not held against it."""

import pytest

from builders import TREATED_WITH
from painlog.model.treatment import Treatment
from painlog.views.terminal.catalogue import treatment_card
from painlog.views.terminal.screen import Screen

NOT_SUMMARISED = (
    "Evidence: not summarised here, which says nothing for or against it; ask your clinician."
)
OWN = Treatment("hand therapy", "manual", own=True)


def card(treatment):
    return " ".join(" ".join(treatment_card(treatment, Screen())).split())


@pytest.mark.parametrize(
    "treatment", [t for t in (*TREATED_WITH.all, OWN) if not t.evidence], ids=lambda t: t.name
)
def test_evidence_that_is_not_summarised_speaks_neither_for_nor_against(treatment):
    assert NOT_SUMMARISED in card(treatment)
    assert "Evidence: painlog knows of none" not in card(treatment)


def test_evidence_that_is_there_is_told():
    assert NOT_SUMMARISED not in card(TREATED_WITH.by_name["stretching"])
