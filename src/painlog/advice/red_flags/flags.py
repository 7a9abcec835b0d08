"""The red flags: what they are, how urgent, what to do, and on which public page they rest."""

from typing import Literal, NamedTuple

from painlog.advice.services import ANYWHERE, Services
from painlog.advice.warning_signs import SIGNS
from painlog.advice.warning_signs.actions import filled

Urgency = Literal["emergency", "urgent"]

EMERGENCY, EMERGENCY_DEPARTMENT, URGENT = "@ambulance", "@department", "@doctor"


class RedFlag(NamedTuple):
    """A sign that needs care now, not a journal.

    `sign` is a fragment that follows "a warning sign" or stands in a list; `do` says what to do,
    with the names of services to be filled in; `source` names the public page that it rests on. A
    `standing` one is about something of long standing, and is told once.
    """

    code: str
    area: str
    urgency: Urgency
    sign: str
    do: str
    source: str
    standing: bool = False

    @property
    def action(self) -> str:
        """What to do, where the country is not known."""
        return self.action_in(ANYWHERE)

    def action_in(self, services: Services) -> str:
        """Return what to do, with the services of a country."""
        return filled(self.do, services)


def _emergency(code: str, area: str, sign: str, source: str, *, do: str = EMERGENCY) -> RedFlag:
    return RedFlag(code, area, "emergency", sign, do, source)


def _urgent(code: str, area: str, sign: str, source: str, *, standing: bool = False) -> RedFlag:
    return RedFlag(code, area, "urgent", sign, URGENT, source, standing)


def _asked(area: str, *codes: str) -> tuple[RedFlag, ...]:
    """Return signs that the check asks about as well, with its words."""
    return tuple(
        RedFlag(code, area, sign.urgency, sign.sign, " ".join(sign.actions), sign.pages[0].name)
        for code in codes
        for sign in [SIGNS[code]]
    )


_BACK, _HEAD, _CHEST, _LEG = "back or neck", "headache", "chest", "heel or leg"
_ANY, _BELLY, _LIMB = "any pain", "belly, groin or pregnancy", "arm, leg, joint or skin"
_BACK_PAGE, _HEAD_PAGE = "NHS: Back pain", "NHS: Headaches"
_CHEST_PAGE = "NHS: Chest pain, as EA Health has it"
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
        "eye-splash",
        "eye",
        "something splashed into an eye",
        SIGNS["red-eye"].pages[0].name,
        do=f"Rinse the eye now, with plenty of water. {EMERGENCY_DEPARTMENT}",
    ),
    _emergency(
        "eye-sudden",
        "eye",
        "a sudden and very painful eye",
        "Oxford University Hospitals NHS: Eye emergencies",
        do=EMERGENCY_DEPARTMENT,
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
    *_asked(_HEAD, "head-fever"),
    _emergency(
        "head-weakness",
        _HEAD,
        "a headache with weakness of an arm, a leg or the face",
        "NHS: Stroke, as Barton Family Practice has it",
    ),
    _emergency(
        "head-red-eye",
        _HEAD,
        "an extremely painful headache and a red eye",
        _HEAD_PAGE,
    ),
    _emergency(
        "chest-spreading",
        _CHEST,
        "chest pain that spreads to the arm, neck, jaw or back",
        _CHEST_PAGE,
    ),
    _emergency(
        "chest-unwell",
        _CHEST,
        "chest pain with sweating, sickness or breathlessness",
        _CHEST_PAGE,
    ),
    _emergency("chest-heavy", _CHEST, "chest pain that is tight, heavy or squeezing", _CHEST_PAGE),
    _emergency(
        "chest-sudden",
        _CHEST,
        "sudden chest pain that lasts for more than 15 minutes",
        _CHEST_PAGE,
    ),
    *_asked(_CHEST, "heart", "lung-clot"),
    _emergency(
        "clot-breathless",
        _LEG,
        "a hot, red or swollen leg or arm with breathlessness or chest pain",
        SIGNS["clot"].pages[0].name,
    ),
    _emergency(
        "end-of-life-thoughts",
        _ANY,
        "thoughts of ending one’s life",
        "Mental Health Foundation: Suicidal thoughts",
        do="@thoughts",
    ),
    _emergency("overdose", _ANY, "too much of a medicine", "nidirect: Poisoning", do="@overdose"),
    *_asked(_ANY, "airway", "infection", "stroke"),
    _emergency(
        "fit-in-pregnancy", _ANY, "a fit in pregnancy", SIGNS["pre-eclampsia"].pages[0].name
    ),
    _emergency("passed-out", _ANY, "passing out", SIGNS["seizure"].pages[1].name),
    *_asked(_ANY, "seizure", "carbon-monoxide", "injury"),
    *_asked("eye", "sight", "red-eye"),
    *_asked(_BELLY, "belly", "bleeding", "blocked", "aneurysm", "hernia", "testicle", "priapism"),
    *_asked(_BELLY, "pregnancy", "pre-eclampsia"),
    *_asked(_LIMB, "limb", "compartment", "skin"),
    _emergency(
        "leg-snap",
        _LEG,
        "a snap heard or felt in the heel or leg",
        "NHS: Heel pain",
        do=EMERGENCY_DEPARTMENT,
    ),
    _emergency(
        "leg-out-of-place",
        _LEG,
        "a bone in the leg that is out of place",
        "nidirect: Broken bones (fractures)",
        do=EMERGENCY_DEPARTMENT,
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
    _urgent(
        "back-coughing",
        _BACK,
        "back or neck pain that is worse on sneezing, coughing or pooing",
        _BACK_PAGE,
    ),
    _urgent(
        "back-top",
        _BACK,
        "pain at the top of the back, between the shoulders",
        _BACK_PAGE,
        standing=True,
    ),
    _urgent(
        "back-cancer", _BACK, "back or neck pain and a history of cancer", _BACK_PAGE, standing=True
    ),
    _urgent(
        "head-jaw",
        _HEAD,
        "pain in the head, an eye or the jaw with jaw pain when eating, a sore scalp or blurred "
        "vision",
        _HEAD_PAGE,
    ),
    RedFlag(
        "calf-hot-swollen",
        _LEG,
        "urgent",
        "a hot, red, swollen or tender calf or thigh on one side",
        " ".join(SIGNS["clot"].actions),
        "NHS: Deep vein thrombosis",
    ),
    _urgent("leg-no-weight", _LEG, "a leg that takes no weight after an injury", UK_GUIDANCE),
    *_asked(_BELLY, "kidney"),
    *_asked(_LIMB, "clot", "joint", "diabetic-foot", "foot-drop"),
    *_asked(_ANY, "cancer"),
)
