"""Sentences and sources that several treatments share."""

from painlog.model.treatment import Sourced

SEE_A_DOCTOR = Sourced("See a doctor before starting; health worries are for a professional.")
COMPLEMENTARY = (
    SEE_A_DOCTOR,
    Sourced("Following it instead of conventional medicine may slow or stop recovery."),
)

NOT_SUMMARISED = "Research on it is not summarised here."
NOT_JUDGED = "What it does for pain is outside painlog's judgement."

NICE_BACK = "NICE NG59, 2016"
HEEL_TRIAL = "Renan-Ordine 2011, J Orthop Sports Phys Ther 41(2):43–50"
