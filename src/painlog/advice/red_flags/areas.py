"""The areas of the body that the red flags speak of, by region and as a note names them."""

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
_SEAT_WORDS = _BACK_WORDS | _SADDLE_WORDS | _words("hip hips pelvis pelvic")
REGION_WORDS: Mapping[str, frozenset[str]] = {
    "back": _BACK_WORDS,
    "saddle": _SADDLE_WORDS,
    "back or seat": _SEAT_WORDS,
    "back, seat or leg": _SEAT_WORDS | _words("thigh thighs leg legs hamstring"),
    "head": _words(
        "head headache migraine temple temples forehead skull scalp eye eyes face sinus sinuses "
        "brow eyebrow"
    ),
    "jaw": _words("jaw tmj face cheek temple"),
    "chest": _words("chest rib ribs breastbone sternum breast heart"),
    "calf": _words("calf calves leg"),
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
    unless=r"back of (?:my|the) (?:head|knee|hand|leg|thigh|heel|arm)",
)

AREAS: Mapping[str, Sign] = {
    "back": _BACK_NAMED,
    "back or seat": _BACK_NAMED,
    "back, seat or leg": _BACK_NAMED,
    "head": Sign(
        "head|migraine",
        r"head ?aches?|migraines?|head<is> (?:<pains>|pounding|throbbing|banging|splitting)|"
        r"(?:pain|ache) in (?:my|the) head",
    ),
    "chest": Sign(
        "chest",
        r"chest ?pains?|chest<is> (?:<pains>|tight\w*|heavy|crushing|pressure|stabbing)|"
        r"(?:pains?|hurts?|aches?|tight\w*|pressure|stabbing|crushing|heav\w+|squeezing|"
        r"sore\w*)<3> chest(?! (?:of drawers|press|freezer|infection|muscle\w*))",
        unless=r"chest of drawers|(?:treasure|hope|medicine|tool|ice) chest|chest press",
    ),
    "calf": Sign("calf", r"calf<4> (?:hot|warm|red|swoll?en|tender)|(?:hot|swoll?en|red)<2> calf"),
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
    return frozenset(area for area, names in REGION_WORDS.items() if not names.isdisjoint(words))
