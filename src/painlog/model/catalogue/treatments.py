"""The treatments that painlog knows, and what is known about them.

A row gives the name and the kind, and under it what the treatment is and is not, its synonyms
("also"), evidence and cautions. Evidence has its source in square brackets, as has any caution that
rests on one. A treatment without evidence here is not judged, which is no point for or against it.
The medicines have a table of their own, in `medicines`.
"""

from typing import cast

from painlog.model.catalogue import Fields, names_in, read_table
from painlog.model.catalogue.medicines import MEDICINES
from painlog.model.sourced import Sourced
from painlog.model.treatment import Kind, Treatment

_COMPLEMENTARY = (
    "See a doctor before starting; health worries are for a professional.",
    (
        "Using it instead of conventional medicine may slow or stop recovery. painlog says this to "
        "be careful; it is no finding about pain. US public advice on rheumatoid arthritis says "
        "not to let an unproven practice take the place of conventional treatment. [NCCIH, "
        "Rheumatoid arthritis and complementary health approaches]"
    ),
)
_IF_IT_GOES_ON = "See a clinician if pain persists, changes or worsens."
# The cautions of every treatment of a kind, which come before its own.
_CAUTIONS = {
    "manual": _COMPLEMENTARY,
    "needling": (
        *_COMPLEMENTARY,
        "Bruising, bleeding and soreness are common.",
        "Air around a lung (pneumothorax) is rare but serious.",
        (
            "Tell the practitioner about blood thinners, a bleeding disorder, a pregnancy or an "
            "implant."
        ),
    ),
    "exercise": (
        (
            "Moving can hurt more for a while. With long-lasting pain that need not mean damage: "
            "doing less and building up slowly is one way on. [Royal Cornwall Hospitals "
            "NHS Trust, How do I become more active despite my pain?, 2021; Sherwood Forest "
            "Hospitals, Back pain unit: introducing exercise]"
        ),
        _IF_IT_GOES_ON,
    ),
    "self-care": (_IF_IT_GOES_ON,),
    "other": (
        (
            "Using something else instead of it may slow or stop your recovery. painlog says this "
            "to be careful; it is no finding about pain."
        ),
    ),
}
_NOT_SUMMARISED = "Research on it is not summarised here."
_NOT_JUDGED = "What it does for pain is outside painlog's judgement."

TABLE = """\
trigger point therapy | manual
  what: Pressure on tender points in skeletal muscle that hurt when pressed, used for pain. Common
    techniques are chiropractic care, massage therapy and dry needling.
  not: Not the needles: painlog has those as dry needling.
  also: tpt, mtpt, trigger point, trigger point massage, trigger point release, trigger point manual
    therapy, myofascial trigger point therapy, neuromuscular therapy
  evidence: Plantar heel pain, 60 people, 1 month: stretching with trigger point manual therapy
    improved more than stretching alone in physical function (SF-36, P = .001) and bodily pain (P
    = .005). It was not blinded, and followed people for a month.
    [Renan-Ordine 2011, J Orthop Sports Phys Ther 41(2):43–50]
  evidence: Finding trigger points by touch “cannot currently be recommended as a reliable test”: 9
    studies, none of which met all quality criteria.
    [Lucas 2009, Clin J Pain 25:80–89]
  evidence: The idea of trigger points itself is disputed.
    [Quintner, Bove & Cohen 2015, Rheumatology 54:392–399]
  caution: Research on how well it does for pain is still limited.

massage therapy | manual
  what: Kneading and pressing of soft tissue.
  also: massage, self-massage, deep tissue massage, sports massage, swedish massage
  evidence: Low back pain, short term: less pain than with inactive controls, but the reviewers have
    “very little confidence” in that; quality low to very low.
    [Furlan 2015, Cochrane CD001929]
  evidence: Low back pain with or without sciatica, UK guideline: consider it, but only as part of a
    package of treatment that includes exercise. [NICE NG59, 2016, 1.2.7]
  caution: Not over a clot, a fracture, an infection or broken skin.

chiropractic | manual
  what: Joints of the spine moved by hand (spinal manipulation).
  also: chiropractor, chiro, chiropractic care, chiropractic adjustment, spinal manipulation, spinal
    manipulative therapy
  evidence: Chronic low back pain, 47 trials, 9,211 people: effects like those of other recommended
    treatments (moderate quality).
    [Rubinstein 2019, BMJ 364:l689]
  evidence: UK guideline: only as part of a package with exercise. [NICE NG59, 2016]
  caution: Passing soreness is common.
  caution: Manipulation of the neck has rare serious harms.
  caution: Not with severe osteoporosis or new nerve symptoms.

reflexology | manual
  what: Pressure on points of the feet that are held to stand for other parts of the body.
  not: Not a way to find out what is wrong.
  also: reflexologist, foot reflexology
  evidence: 18 randomised trials: 5 were positive, 12 failed to show an effect, 1 was unclear. Most
    were small and poor.
    [Ernst 2009, Med J Aust 191:263–266]
  evidence: The review reported its own methods only briefly. [CRD/DARE]
  caution: Never use it to find out what is wrong.

dry needling | needling
  what: A thin needle put into a trigger point, with no injection and no medicine.
  not: Not acupuncture: it does not use vital energy or meridian points.
  also: dn, tpdn, dry needle, trigger point dry needling, trigger point needling
  evidence: Plantar heel pain, 84 people, real against sham: first-step pain fell 14.4 mm of 100
    further than with sham (95 % interval 5.2 to 23.5), less than the smallest difference that
    matters.
    [Cotchett 2014, Phys Ther 94:1083–1094]
  evidence: Low back pain, 16 trials: better than sham just after treatment, but most trials are at
    high or unclear risk of bias.
    [Hu 2018, Medicine 97:e11225]
  evidence: Chronic low back pain, all needling therapies together, 37 trials: certainty low or very
    low.
    [Yu 2023, J Occup Rehabil, for WHO]
  evidence: Chronic primary pain, UK guideline: consider a single course of it or of acupuncture.
    [NICE NG193, 2021, 1.2.5]
  evidence: Parkinson's disease: one session was no better than sham for gait and muscle tone.
    [Brandín-de la Cruz 2021, Acupunct Med]
  caution: In the heel trial, minor passing harm came with 32 % of real appointments and under 1 %
    of sham ones.
    [Cotchett 2014, Phys Ther 94:1083–1094]

traditional acupuncture | needling
  what: Needles at points held to lie on pathways of vital energy (“chi”), used for a wide range of
    health problems.
  not: Not dry needling: that goes into trigger points and uses no vital energy.
  also: acupuncture, acupuncturist, acu, chinese acupuncture
  evidence: Chronic primary pain, UK guideline: consider a single course of it or of dry needling.
    [NICE NG193, 2021, 1.2.5]
  evidence: To prevent chronic tension-type headache, UK guideline: consider up to 10 sessions over
    5 to 8 weeks. [NICE CG150, 2012, in the summary of Physiospot]
  evidence: To prevent migraine, UK guideline: consider up to 10 sessions over 5 to 8 weeks where
    topiramate and propranolol are unsuitable or ineffective.
    [NICE CG150, 2012, in the summary of Physiospot]
  evidence: Low back pain with or without sciatica, UK guideline: do not offer it. [NICE NG59, 2016]

stretching | exercise
  what: Self-care: stretching a muscle or other soft tissue, such as the calf.
  also: stretch, stretches, self-stretching, calf stretching, calf stretch, plantar fascia
    stretching, plantar fascia stretch
  evidence: Plantar heel pain, 1 month: people who stretched the plantar fascia and the calf
    improved too, but less than those who had trigger point manual therapy as well.
    [Renan-Ordine 2011, J Orthop Sports Phys Ther 41(2):43–50]
  evidence: A review found 6 studies with 365 people: too few to say.
    [Sweeting 2011, J Foot Ankle Res]

exercise | exercise
  what: Self-care: moving and training the body on purpose.
  also: exercising, exercise therapy, workout, training

heat | self-care
  what: Warmth on the place that hurts.
  also: warmth, heat pack, hot pack, heat pad, heating pad, hot water bottle, heat therapy
  caution: It can burn the skin.

cold | self-care
  what: Cold on the place that hurts.
  also: ice, icing, ice pack, cold pack, cool pack, cold therapy
  caution: It can cause ice burns.

rest | self-care
  what: Sparing the place that hurts, or resting altogether.
  also: resting, bed rest, lying down
  evidence: New low back pain, 2 trials, 401 people: those told to stay active had slightly less
    pain and managed slightly more than those told to rest in bed.
    [Dahm 2010, Cochrane CD007612]
  evidence: Sciatica: little or no difference between advice to stay active and advice to rest in
    bed (moderate quality).
    [Dahm 2010, Cochrane CD007612]
  caution: For new low back pain the advice is to stay active, and not to rest in bed.
    [RACGP, Advice to stay active for people with acute low back pain, 2019]

pacing | self-care
  what: Spreading what you do over the day, with breaks.
  also: activity pacing, pacing myself

relaxation | self-care
  what: Calming down on purpose, for example by slow breathing.
  also: relaxing, relaxation exercise, progressive muscle relaxation, breathing exercise

physiotherapy | other
  what: What a physiotherapist does with you or gives you to do.
  also: physio, physiotherapist, physical therapy, physical therapist, pt

other conventional care | other
  what: Other care from a doctor, a clinic or a hospital.
  also: conventional care, conventional treatment, other conventional treatment
"""


def _treatment(name: str, kind: Kind, fields: Fields) -> Treatment:
    (what,) = fields["what"]
    evidence = tuple(map(_sourced, fields.get("evidence", ())))
    if not evidence:
        what += f" {_NOT_SUMMARISED if kind in ('exercise', 'self-care') else _NOT_JUDGED}"
    cautions = map(_sourced, (*_CAUTIONS[kind], *fields.get("caution", ())))
    return Treatment(
        name,
        kind,
        conventional=kind not in ("manual", "needling"),
        synonyms=names_in(fields, "also"),
        what=what,
        what_not=fields.get("not", [""])[0],
        evidence=evidence,
        cautions=tuple(cautions),
    )


def _sourced(text: str) -> Sourced:
    return Sourced(*text.removesuffix("]").split(" ["))


TREATMENTS: tuple[Treatment, ...] = (
    *(_treatment(name, cast("Kind", kind), fields) for (name, kind), fields in read_table(TABLE)),
    *MEDICINES,
)
