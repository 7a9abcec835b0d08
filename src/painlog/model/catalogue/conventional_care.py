"""Conventional care that is no medicine."""

from painlog.model.catalogue.standing import NOT_JUDGED
from painlog.model.treatment import Sourced, Treatment

_KEEP_CONVENTIONAL = Sourced(
    "Following something else instead of conventional medicine may slow or stop recovery."
)

CONVENTIONAL_CARE: tuple[Treatment, ...] = (
    Treatment(
        "physiotherapy",
        kind="other",
        conventional=True,
        synonyms=("physio", "physiotherapist", "physical therapy", "physical therapist", "pt"),
        what=f"What a physiotherapist does with you or gives you to do. {NOT_JUDGED}",
        cautions=(_KEEP_CONVENTIONAL,),
    ),
    Treatment(
        "other conventional care",
        kind="other",
        conventional=True,
        synonyms=("conventional care", "conventional treatment", "other conventional treatment"),
        what=f"Other care from a doctor, a clinic or a hospital. {NOT_JUDGED}",
        cautions=(_KEEP_CONVENTIONAL,),
    ),
)
