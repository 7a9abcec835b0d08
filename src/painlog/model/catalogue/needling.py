"""The two kinds of needling, which are never one another: dry needling and acupuncture."""

from painlog.model.catalogue.standing import COMPLEMENTARY, NICE_BACK
from painlog.model.treatment import Sourced, Treatment

_NICE_CHRONIC = "NICE NG193, 2021, 1.2.5"
_NEEDLING_TRIAL = "Cotchett 2014, Phys Ther 94:1083–1094"
_NEEDLES = (
    Sourced("Bruising, bleeding and soreness are common."),
    Sourced("Air let in beside a lung (pneumothorax) is rare but serious."),
    Sourced(
        "Tell the practitioner about blood thinners, a bleeding disorder, a pregnancy or an "
        "implant."
    ),
)

NEEDLING: tuple[Treatment, ...] = (
    Treatment(
        "dry needling",
        kind="needling",
        synonyms=(
            "dn",
            "tpdn",
            "dry needle",
            "trigger point dry needling",
            "trigger point needling",
        ),
        what="A thin needle put into a trigger point, with no injection and no medicine.",
        what_not="Not acupuncture: it does not use vital energy or meridian points.",
        evidence=(
            Sourced(
                "Plantar heel pain, 84 people, real against sham: first-step pain fell by 14.4 mm "
                "of 100 more (95 % interval 5.2 to 23.5), less than the smallest difference that "
                "matters.",
                _NEEDLING_TRIAL,
            ),
            Sourced(
                "Low back pain, 16 trials: better than sham just after treatment, but most trials "
                "are at high or unclear risk of bias.",
                "Hu 2018, Medicine 97:e11225",
            ),
            Sourced(
                "Chronic low back pain, all needling therapies together, 37 trials: certainty low "
                "or very low.",
                "Yu 2023, J Occup Rehabil, for WHO",
            ),
            Sourced(
                "Chronic primary pain, UK guideline: consider a single course of it or of "
                "acupuncture.",
                _NICE_CHRONIC,
            ),
            Sourced(
                "Parkinson's disease: one session was no better than sham for gait and muscle "
                "tone.",
                "Brandín-de la Cruz 2021, Acupunct Med",
            ),
        ),
        cautions=(
            *COMPLEMENTARY,
            *_NEEDLES,
            Sourced(
                "In the heel trial, minor passing harm came with 32 % of real appointments and "
                "under 1 % of sham ones.",
                _NEEDLING_TRIAL,
            ),
        ),
    ),
    Treatment(
        "traditional acupuncture",
        kind="needling",
        synonyms=("acupuncture", "acupuncturist", "acu", "chinese acupuncture"),
        what=(
            "Needles at points held to lie on pathways of vital energy (“chi”), used for a wide "
            "range of health problems."
        ),
        what_not="Not dry needling: that goes into trigger points and uses no vital energy.",
        evidence=(
            Sourced(
                "Chronic primary pain, UK guideline: consider a single course of it or of dry "
                "needling.",
                _NICE_CHRONIC,
            ),
            Sourced(
                "Low back pain with or without sciatica, UK guideline: do not offer it.",
                NICE_BACK,
            ),
        ),
        cautions=(*COMPLEMENTARY, *_NEEDLES),
    ),
)
