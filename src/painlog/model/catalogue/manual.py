"""What hands do: trigger point therapy, massage, chiropractic, reflexology."""

from painlog.model.catalogue.standing import COMPLEMENTARY, HEEL_TRIAL, NICE_BACK
from painlog.model.treatment import Sourced, Treatment

MANUAL: tuple[Treatment, ...] = (
    Treatment(
        "trigger point therapy",
        kind="manual",
        synonyms=(
            "tpt",
            "mtpt",
            "trigger point",
            "trigger point massage",
            "trigger point release",
            "trigger point manual therapy",
            "myofascial trigger point therapy",
            "neuromuscular therapy",
        ),
        what=(
            "Pressure on tender points in skeletal muscle that hurt when pressed, used for pain. "
            "Common techniques are chiropractic care, massage therapy and dry needling."
        ),
        what_not="Not the needles: those are logged as dry needling.",
        evidence=(
            Sourced(
                "Plantar heel pain, 60 people, 1 month: stretching with trigger point manual "
                "therapy improved more than stretching alone in physical function (SF-36, "
                "P = .001) and bodily pain (P = .005). It was not blinded, and a month is all "
                "it followed.",
                HEEL_TRIAL,
            ),
            Sourced(
                "Finding trigger points by touch “cannot currently be recommended as a reliable "
                "test”: 9 studies, none of which met all quality criteria.",
                "Lucas 2009, Clin J Pain 25:80–89",
            ),
            Sourced(
                "The idea of trigger points itself is disputed.",
                "Quintner, Bove & Cohen 2015, Rheumatology 54:392–399",
            ),
        ),
        cautions=(
            *COMPLEMENTARY,
            Sourced("Research on how well it does for pain is still limited."),
        ),
    ),
    Treatment(
        "massage therapy",
        kind="manual",
        synonyms=(
            "massage",
            "self-massage",
            "deep tissue massage",
            "sports massage",
            "swedish massage",
        ),
        what="Kneading and pressing of soft tissue.",
        evidence=(
            Sourced(
                "Low back pain, short term: less pain than with inactive controls, but the "
                "reviewers have “very little confidence” in that; quality low to very low.",
                "Furlan 2015, Cochrane CD001929",
            ),
        ),
        cautions=(
            *COMPLEMENTARY,
            Sourced("Not over a clot, a fracture, an infection or broken skin."),
        ),
    ),
    Treatment(
        "chiropractic",
        kind="manual",
        synonyms=(
            "chiropractor",
            "chiro",
            "chiropractic care",
            "chiropractic adjustment",
            "spinal manipulation",
            "spinal manipulative therapy",
        ),
        what="Joints of the spine moved by hand (spinal manipulation).",
        evidence=(
            Sourced(
                "Chronic low back pain, 47 trials, 9,211 people: effects like those of other "
                "recommended treatments (moderate quality).",
                "Rubinstein 2019, BMJ 364:l689",
            ),
            Sourced("UK guideline: only as part of a package with exercise.", NICE_BACK),
        ),
        cautions=(
            *COMPLEMENTARY,
            Sourced("Passing soreness is common."),
            Sourced("Manipulation of the neck has rare serious harms."),
            Sourced("Not with severe osteoporosis or new nerve symptoms."),
        ),
    ),
    Treatment(
        "reflexology",
        kind="manual",
        synonyms=("reflexologist", "foot reflexology"),
        what="Pressure on points of the feet that are held to stand for other parts of the body.",
        what_not="Not a way to find out what is wrong.",
        evidence=(
            Sourced(
                "18 randomised trials: 5 were positive, 12 failed to show an effect, 1 was "
                "unclear. Most were small and poor.",
                "Ernst 2009, Med J Aust 191:263–266",
            ),
            Sourced("The review reported its own methods only briefly.", "CRD/DARE"),
        ),
        cautions=(*COMPLEMENTARY, Sourced("Never use it to find out what is wrong.")),
    ),
)
