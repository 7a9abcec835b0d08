"""What is said of pain in the chest where the words tell of no sign: when it is an emergency."""

from collections.abc import Iterable, Sequence

from painlog.advice.red_flags.areas import areas_of
from painlog.advice.red_flags.flags import EMERGENCY_ACTION, RedFlag
from painlog.model.entry import Entry

WHEN_CHEST_PAIN_IS_AN_EMERGENCY = (
    "If chest pain spreads to the arm, neck, jaw or back, or comes with sweating, sickness or "
    "breathlessness, it is an emergency: "
    f"{EMERGENCY_ACTION[0].lower()}{EMERGENCY_ACTION[1:]} (public guidance)"
)


def chest_warning(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> str | None:
    """The sentence for entries that tell of pain in the chest, None where there is none to say.

    It is a condition for the person to judge, not a red flag: those need words. A rating of 0 is no
    pain.

    Args:
        entries: What was rated.
        raised: The red flags that their words raised; one about the chest says more than this.
    """
    if any("chest" in flag.code for flag in raised):
        return None
    if any(entry.intensity and "chest" in areas_of(entry.region) for entry in entries):
        return WHEN_CHEST_PAIN_IS_AN_EMERGENCY
    return None
