"""The areas of the body that red flags are about, by region and as a note names them."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign
from painlog.advice.red_flags.sentences import plain


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that place a region in an area. The wider back areas are there because the nerves of the
# lower back are felt in the buttock and leg, and that is what a person then logs.
_BACK_WORDS = _words(
    "back neck nape spine spinal lumbar thoracic cervical vertebra vertebrae disc disk sciatica "
    "sciatic sacrum sacroiliac coccyx tailbone backache"
)
_SADDLE_WORDS = _words(
    "buttock buttocks bum bottom glute glutes groin genitals genital crotch perineum saddle vulva "
    "vagina penis scrotum testicle testicles anus"
)
# Whole names: the lower back is no upper back.
_UPPER_BACK = frozenset({"upper back", "middle back", "shoulder blade", "thoracic spine"})
_SEAT_WORDS = _BACK_WORDS | _SADDLE_WORDS | _words("hip hips pelvis pelvic")
REGION_WORDS: Mapping[str, frozenset[str]] = {
    "back": _BACK_WORDS,
    "upper back": _UPPER_BACK,
    "saddle": _SADDLE_WORDS,
    # A numb feeling is common here, and a sign only where the words say more than that.
    "groin or buttock": _words("groin buttock buttocks bum bottom glute glutes"),
    "back or seat": _SEAT_WORDS,
    "back, seat or leg": _SEAT_WORDS | _words("thigh thighs leg legs hamstring"),
    # An eye is no head: pain in it is no headache, and has signs of its own.
    "head": _words(
        "head headache migraine temple temples forehead skull scalp face sinus sinuses brow eyebrow"
    ),
    "jaw": _words("jaw tmj face cheek temple"),
    "chest": _words("chest rib ribs breastbone sternum breast heart"),
    "chest region": _words("chest breastbone sternum heart"),
    "calf": _words("calf calves leg thigh"),
    "belly": _words(
        "abdomen belly stomach tummy abdominal flank groin pelvis pelvic bowel gut appendix liver "
        "kidney"
    ),
    "flank": _words("flank kidney loin side"),
    "groin": _words("groin genitals testicle testicles scrotum penis pelvis crotch"),
    "eye": _words("eye eyes eyelid"),
    "limb": _words(
        "arm forearm elbow hand hands finger fingers thumb wrist leg legs calf calves shin thigh "
        "foot "
        "feet toe toes ankle knee heel biceps triceps"
    ),
    "arm": _words("shoulder elbow wrist hand finger fingers thumb arm forearm collarbone collar"),
    "joint": _words(
        "knee knees ankle elbow wrist shoulder hip finger thumb toe toes kneecap knuckle joint "
        "foot hand"
    ),
    "foot": _words("heel heels foot feet sole arch instep ankle toe toes achilles"),
    "where the heart is felt": _words(
        "jaw arm shoulder shoulders neck tooth teeth throat elbow wrist hand back stomach abdomen"
    ),
    "leg": _words(
        "heel heels foot feet sole arch instep ankle ankles achilles calf shin knee kneecap thigh "
        "hamstring leg legs toe toes hip"
    ),
}

_BACK_NAMED = Sign(
    "back|neck|spine|sciatica|disc",
    r"back ?(?:pain|ache)s?|(?:bad|sore|stiff|painful|aching) back|neck ?(?:pain|ache)|sciatica|"
    r"slipped disc|"
    r"(?:pains?|ache|spasms?) (?:in|down|across)(?: (?:my|the|lower|upper|middle|mid)){1,3} "
    r"(?:back|neck|spine)(?! of)|"
    r"(?<!came )(?<!is )(?<!went )(?<!got )(?:back|neck|spine)<is> (?:<pains>|playing up|in "
    r"(?:bits|spasm|agony)|spasm\w*)",
)

_HEAD_NAMED = Sign(
    "head|migraine",
    r"head ?aches?|migraines?|head<is> (?:<pains>|pounding|throbbing|banging|splitting)|"
    r"(?:pain|ache) in (?:my|the) head",
)

AREAS: Mapping[str, Sign] = {
    "back": _BACK_NAMED,
    "back or seat": _BACK_NAMED,
    "back, seat or leg": _BACK_NAMED,
    "head": _HEAD_NAMED,
    "upper back": Sign(
        "shoulder|back|blades",
        r"between(?: (?:my|the|both))* (?:shoulders|shoulder ?blades?|blades)|"
        r"(?:upper|middle of (?:my|the)|top of (?:my|the)) back",
    ),
    "chest": Sign(
        "chest",
        r"chest ?pains?|chest<is> (?:<pains>|tight\w*|heavy|crushing|pressure|stabbing)|"
        r"(?:pains?|hurts?|aches?|tight\w*|pressure|stabbing|crushing|heav\w+|squeezing|"
        r"sore\w*)<3> chest(?! (?:of drawers|press|freezer|infection|muscle\w*))",
        unless=r"chest of drawers|(?:treasure|hope|medicine|tool|ice) chest|chest press",
    ),
    "calf": Sign(
        "calf|thigh",
        r"(?:calf|thigh)<4> (?:hot|warm|red|swoll?en|tender)|(?:hot|swoll?en|red)<2> (?:calf|"
        r"thigh)",
    ),
    "belly": Sign(
        "belly|stomach|tummy|abdom|gut",
        r"(?:belly|stomach|tummy|abdomen|guts?)(?: ?ache)?<is> (?:<pains>|cramp\w*|hard|rigid|"
        r"swoll?en|"
        r"bloated|solid)|(?:belly|stomach|tummy|abdominal) ?(?:pain|ache|cramps?)|"
        r"<pains>(?: (?:in|across|down|low|my|the|of|right|left|side|lower|upper)){1,6} (?:belly|"
        r"stomach|"
        r"tummy|abdomen|guts?)|stomachache",
    ),
    "flank": Sign("side|kidney|loin", r"(?:kidney|loin)s?<is> <pains>|kidney pain|pain in<2> side"),
    "groin": Sign("groin|hernia", r"groin|hernia"),
    "eye": Sign("eye", r"eye<is> <pains>|(?:painful|sore) eye|<pains>(?: \w+){0,3} eye"),
    "joint": Sign(
        "knee|ankle|elbow|wrist|shoulder|hip|finger|thumb|toe|joint",
        r"(?:knee|ankle|elbow|wrist|shoulder|hip|finger|thumb|toe|joint)<is> (?:<pains>|hot|red|"
        r"swoll?en)|"
        r"(?:hot|red|swoll?en)(?: and (?:hot|red|swoll?en))? (?:knee|ankle|elbow|wrist|joint|"
        r"finger|thumb|toe)",
    ),
    "limb": Sign(
        "leg|arm|foot|hand|toes|fingers|calf|shin",
        r"(?:leg|arm|forearm|foot|hand|toes|fingers|calf|shin)<is> (?:\w+ )?(?:cold|white|blue|"
        r"pale|numb|grey|"
        r"gray|solid|rock hard|swoll?en)",
    ),
    "foot": Sign("foot|toe|heel", r"(?:foot|toe|heel)"),
    "leg": Sign(
        "ankle|foot|knee|leg|heel|calf|shin|hip|toe",
        r"(?:twist\w*|sprain\w*|rolled|hurt|injured|broke)<2> <limb>|"
        r"<limb><is> (?:<pains>|swollen|agony)",
    ),
}


def areas_of(region: str) -> frozenset[str]:
    """Return the areas that a region lies in, by the words of its name."""
    words = plain(region).replace(",", " ").split()
    # The back of the head is the head, and the back of the knee is the knee.
    if words[:2] == ["back", "of"]:
        words = words[2:]
    named = {*words, " ".join(words)}
    return frozenset(area for area, names in REGION_WORDS.items() if not names.isdisjoint(named))
