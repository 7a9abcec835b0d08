"""What is said of pain in the chest where the words tell of no sign: when it is an emergency."""

from collections.abc import Iterable, Sequence

from painlog.advice.red_flags.flags import EMERGENCY_ACTION, RedFlag
from painlog.advice.red_flags.reader import reading_of
from painlog.advice.standing import Advice
from painlog.model.entry import Entry

WHEN_CHEST_PAIN_IS_AN_EMERGENCY = (
    "If chest pain spreads to the arm, neck, jaw or back, or comes with sweating, sickness or "
    "breathlessness, it is an emergency: "
    f"{EMERGENCY_ACTION[0].lower()}{EMERGENCY_ACTION[1:]} (UK public guidance, NHS)"
)


def chest_warning(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> str | None:
    """The sentence for entries that tell of pain in the chest, None where there is none to say.

    It is a condition for the person to judge, not a red flag: those need words. A rating of 0 is no
    pain.

    Args:
        entries: What was rated.
        raised: The red flags that their words raised; one about the chest says more than this.
    """
    return WHEN_CHEST_PAIN_IS_AN_EMERGENCY if _latest(entries, raised) else None


def chest_advice(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> Advice | None:
    """The same sentence as an advice of a report, with the latest entry for a clinician."""
    latest = _latest(entries, raised)
    if latest is None:
        return None
    day = latest.day
    return Advice(
        "chest-pain",
        WHEN_CHEST_PAIN_IS_AN_EMERGENCY,
        f"Pain in the chest was rated, last on {day.day} {day:%b %Y} ({latest.place}, "
        f"{latest.intensity} of 10), and no entry says more of it.",
    )


def _latest(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> Entry | None:
    """The latest entry of pain in the chest, None where a red flag says more."""
    if any("chest" in flag.code for flag in raised):
        return None
    rated = (e for e in entries if e.intensity and reading_of(e).has("chest"))
    return max(rated, key=lambda e: e.felt_at, default=None)
