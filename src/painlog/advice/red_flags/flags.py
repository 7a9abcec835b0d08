"""The red flags: what they are, how urgent, what to do, and on which public page they rest."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Urgency = Literal["emergency", "urgent"]

EMERGENCY_ACTION = "Call the emergency number now (999, 112 or 911, for example)."
URGENT_ACTION = "See a doctor today or tomorrow, or call your health advice line."


class RedFlag(NamedTuple):
    """A sign that needs care now, not a journal.

    `sign` is a fragment that follows "You wrote of" or stands in a list; `source` names the public
    page that it rests on.
    """

    code: str
    area: str
    urgency: Urgency
    sign: str
    action: str
    source: str


def _emergency(code: str, area: str, sign: str, source: str) -> RedFlag:
    return RedFlag(code, area, "emergency", sign, EMERGENCY_ACTION, source)


def _urgent(code: str, area: str, sign: str, source: str) -> RedFlag:
    return RedFlag(code, area, "urgent", sign, URGENT_ACTION, source)


_BACK, _HEAD, _CHEST, _LEG = "back or neck", "headache", "chest", "heel or leg"
_ANY = "any pain"
_BACK_PAGE, _HEAD_PAGE = "NHS: Back pain", "NHS: Headaches"
UK_GUIDANCE = "UK public guidance (NHS)"

RED_FLAGS: tuple[RedFlag, ...] = (
    _emergency(
        "back-both-legs",
        _BACK,
        "back or neck pain with pain, tingling, weakness or numbness in both legs",
        _BACK_PAGE,
    ),
    _emergency(
        "back-saddle-numbness",
        _BACK,
        "back or neck pain with numbness or tingling around the genitals, buttocks or inner thighs",
        _BACK_PAGE,
    ),
    _emergency("back-cannot-pee", _BACK, "back or neck pain with difficulty peeing", _BACK_PAGE),
    _emergency(
        "back-no-control",
        _BACK,
        "back or neck pain with loss of bladder or bowel control",
        _BACK_PAGE,
    ),
    _emergency("back-chest-pain", _BACK, "back or neck pain with chest pain", _BACK_PAGE),
    _emergency(
        "back-accident", _BACK, "back or neck pain that began with a serious accident", _BACK_PAGE
    ),
    _emergency(
        "head-sudden",
        _HEAD,
        "a sudden and extremely painful headache, the worst ever",
        _HEAD_PAGE,
    ),
    _emergency("head-blow", _HEAD, "a headache after a blow to the head", _HEAD_PAGE),
    _emergency("head-speech", _HEAD, "a headache with trouble speaking or remembering", _HEAD_PAGE),
    _emergency("head-vision", _HEAD, "a headache with loss of vision", _HEAD_PAGE),
    _emergency("head-confusion", _HEAD, "a headache with drowsiness or confusion", _HEAD_PAGE),
    _emergency(
        "head-fever",
        _HEAD,
        "a headache with a high temperature and a stiff neck or a rash",
        _HEAD_PAGE,
    ),
    _emergency(
        "head-weakness", _HEAD, "a headache with weakness of an arm, a leg or the face", _HEAD_PAGE
    ),
    _emergency(
        "head-jaw",
        _HEAD,
        "jaw pain when eating, with a sore scalp or blurred vision",
        _HEAD_PAGE,
    ),
    _emergency(
        "chest-spreading",
        _CHEST,
        "chest pain that spreads to the arm, neck, jaw or back",
        UK_GUIDANCE,
    ),
    _emergency(
        "chest-unwell",
        _CHEST,
        "chest pain with sweating, sickness or breathlessness",
        UK_GUIDANCE,
    ),
    RedFlag(
        "end-of-life-thoughts",
        _ANY,
        "emergency",
        "thoughts of ending one’s life",
        "If you cannot keep yourself safe, call the emergency number now (999, 112 or 911, for "
        "example). Talk to someone you trust, your doctor or a crisis line: you need not bear this "
        "alone.",
        "Mental Health Foundation: Suicidal thoughts",
    ),
    _urgent("back-fever", _BACK, "back or neck pain with a high temperature", _BACK_PAGE),
    _urgent(
        "back-weight-loss", _BACK, "back or neck pain with weight loss without trying", _BACK_PAGE
    ),
    _urgent("back-lump", _BACK, "a lump on the back or neck, or a change of its shape", _BACK_PAGE),
    _urgent(
        "back-night",
        _BACK,
        "back or neck pain that is no better with rest, or worse at night",
        _BACK_PAGE,
    ),
    _urgent("back-cancer", _BACK, "back or neck pain and a history of cancer", _BACK_PAGE),
    _urgent(
        "calf-hot-swollen",
        _LEG,
        "a hot, red, swollen or tender calf on one side",
        UK_GUIDANCE,
    ),
    _urgent("leg-no-weight", _LEG, "a leg that takes no weight after an injury", UK_GUIDANCE),
    _urgent("leg-snap", _LEG, "a snap heard or felt in the heel or leg", UK_GUIDANCE),
    _urgent("leg-out-of-place", _LEG, "a bone in the leg that is out of place", UK_GUIDANCE),
)

# What must be there together for each flag; any one of the combinations is enough. A name is a
# sign, or an area that the region lies in, or both.
_CALF_SIGNS = ("hot", "red", "swollen", "tender")
COMBINATIONS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "back-both-legs": (
        ("back or seat", "both legs"),
        ("back or seat", "left leg", "right leg"),
    ),
    "back-saddle-numbness": (("back, seat or leg", "saddle numb"), ("saddle", "numb")),
    "back-cannot-pee": (("back, seat or leg", "cannot pee"), ("back, seat or leg", "cannot go")),
    "back-no-control": (("back, seat or leg", "no control"),),
    "back-chest-pain": (("back", "chest"),),
    "back-accident": (("back", "accident"),),
    "head-sudden": (
        ("head", "thunderclap"),
        ("head", "sudden", "worst ever"),
        ("head", "intensity 8", "worst ever"),
        ("head", "intensity 9", "sudden"),
    ),
    "head-blow": (("head", "blow"),),
    "head-speech": (("head", "speech"),),
    "head-vision": (("head", "no sight"),),
    "head-confusion": (("head", "confused"),),
    "head-fever": (("head", "fever", "stiff neck"), ("head", "fever", "rash")),
    "head-weakness": (("head", "weak"),),
    "head-jaw": tuple(
        (area, chewing, sign)
        for area, chewing in (("head", "jaw chewing"), ("jaw", "chewing"))
        for sign in ("sore scalp", "blurred")
    ),
    "chest-spreading": (("chest", "spreads"),),
    "chest-unwell": (("chest", "sweating"), ("chest", "sick"), ("chest", "breathless")),
    "end-of-life-thoughts": (("end of life",),),
    "back-fever": (("back", "fever"),),
    "back-weight-loss": (("back", "weight loss"),),
    "back-lump": (("back", "lump"),),
    "back-night": (("back", "night or rest"), ("back", "woken nightly")),
    "back-cancer": (("back", "cancer"),),
    "calf-hot-swollen": tuple(
        ("calf", a, b) for i, a in enumerate(_CALF_SIGNS) for b in _CALF_SIGNS[i + 1 :]
    ),
    "leg-no-weight": (("leg", "no weight", "injury"),),
    "leg-snap": (("leg", "snap"),),
    "leg-out-of-place": (("leg", "out of place"),),
}
