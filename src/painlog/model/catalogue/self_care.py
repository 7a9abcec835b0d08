"""Ordinary self-care, exercise included."""

from painlog.model.catalogue.standing import HEEL_TRIAL, NOT_SUMMARISED, SEE_A_DOCTOR
from painlog.model.treatment import Sourced, Treatment

_STOP_IF_SHARP = Sourced("Stop if the pain is sharp or new.")

EXERCISE: tuple[Treatment, ...] = (
    Treatment(
        "stretching",
        kind="exercise",
        conventional=True,
        synonyms=(
            "stretch",
            "stretches",
            "self-stretching",
            "calf stretching",
            "calf stretch",
            "plantar fascia stretching",
            "plantar fascia stretch",
        ),
        what="Self-care: stretching a muscle or other soft tissue, such as the calf.",
        evidence=(
            Sourced(
                "Plantar heel pain, 1 month: people who stretched the plantar fascia and the calf "
                "improved too, but less than those who had trigger point manual therapy as well.",
                HEEL_TRIAL,
            ),
            Sourced(
                "Reviewed together, 6 studies with 365 people are too few to say.",
                "Sweeting 2011, J Foot Ankle Res",
            ),
        ),
        cautions=(SEE_A_DOCTOR, _STOP_IF_SHARP),
    ),
    Treatment(
        "exercise",
        kind="exercise",
        conventional=True,
        synonyms=("exercising", "exercise therapy", "workout", "training"),
        what=f"Self-care: moving and training the body on purpose. {NOT_SUMMARISED}",
        cautions=(SEE_A_DOCTOR, _STOP_IF_SHARP),
    ),
)

SELF_CARE: tuple[Treatment, ...] = (
    Treatment(
        "heat",
        kind="self-care",
        conventional=True,
        synonyms=(
            "warmth",
            "heat pack",
            "hot pack",
            "heat pad",
            "heating pad",
            "hot water bottle",
            "heat therapy",
        ),
        what=f"Warmth on the place that hurts. {NOT_SUMMARISED}",
        cautions=(SEE_A_DOCTOR, Sourced("It can burn the skin.")),
    ),
    Treatment(
        "cold",
        kind="self-care",
        conventional=True,
        synonyms=("ice", "icing", "ice pack", "cold pack", "cool pack", "cold therapy"),
        what=f"Cold on the place that hurts. {NOT_SUMMARISED}",
        cautions=(SEE_A_DOCTOR, Sourced("It can cause ice burns.")),
    ),
    Treatment(
        "rest",
        kind="self-care",
        conventional=True,
        synonyms=("resting", "bed rest", "lying down"),
        what=f"Sparing the place that hurts, or resting altogether. {NOT_SUMMARISED}",
        cautions=(SEE_A_DOCTOR,),
    ),
    Treatment(
        "pacing",
        kind="self-care",
        conventional=True,
        synonyms=("activity pacing", "pacing myself"),
        what=f"Spreading what you do over the day, with breaks. {NOT_SUMMARISED}",
        cautions=(SEE_A_DOCTOR,),
    ),
    Treatment(
        "relaxation",
        kind="self-care",
        conventional=True,
        synonyms=(
            "relaxing",
            "relaxation exercise",
            "progressive muscle relaxation",
            "breathing exercise",
        ),
        what=f"Calming down on purpose, for example by slow breathing. {NOT_SUMMARISED}",
        cautions=(SEE_A_DOCTOR,),
    ),
)
