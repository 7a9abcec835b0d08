"""The check of warning signs in words: its questions, what to do after a yes, and its end."""

from collections.abc import Iterator, Sequence
from datetime import date

from painlog.advice.services import Services
from painlog.advice.warning_signs import WarningSign, what_to_do
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, listed, printable

KEYS = "Keys: y yes; n no; k yes, and a clinician knows; b back; q end."
NOTHING_RULED_OUT = (
    "That rules nothing out. If you are worried, or it gets worse, call {whom}; in an emergency "
    "call {emergency}."
)
_HEADS = {
    "emergency": "Signs of an emergency",
    "urgent": "Signs that a doctor should see soon",
}


def intro_lines(number: int, place: str, screen: Screen) -> Iterator[str]:
    """Say what is going to be asked: how many questions, about which place, and the keys."""
    about = f" about the {printable(place)}" if place else ""
    yield from screen.wrapped(f"{count(number, 'question')}{about}, about a minute.")
    yield from screen.wrapped(KEYS)


def question_lines(
    sign: WarningSign, number: int, of: int, known_since: date | None, screen: Screen
) -> Iterator[str]:
    """Ask about one sign, with what a yes may look like."""
    first = f"{number} of {of}. "
    for line in screen.wrapped(sign.question, first):
        yield screen.bold(line)
    yield from screen.wrapped(f"For example: {'; '.join(sign.such)}.", "   ")
    if known_since:
        yield from screen.wrapped(
            f"On {day(known_since)} you said that a clinician knows. Has it changed?", "   "
        )


def action_lines(sign: WarningSign, services: Services, screen: Screen) -> Iterator[str]:
    """Say what to do now, after a yes."""
    for action in what_to_do(sign, services):
        yield from (screen.bold(line) for line in screen.wrapped(action, "! "))


def end_lines(
    said_yes: Sequence[WarningSign],
    answered: int,
    left_out: Sequence[WarningSign],
    services: Services,
    screen: Screen,
    *,
    with_entry: bool = False,
) -> Iterator[str]:
    """Say at the end of a check what it found, and that a no rules nothing out.

    Args:
        said_yes: The signs with a yes that no clinician knows of. Emergencies are said first.
        answered: How many questions were answered.
        left_out: Signs that were not asked about, because a clinician knows.
        services: Whom to call.
        screen: Where it is shown.
        with_entry: Whether one undo takes back the answers and what was rated before them.
    """
    for sign in sorted(said_yes, key=lambda sign: sign.urgency):
        yield from screen.wrapped(f"You said yes to {sign.sign}:")
        yield from action_lines(sign, services, screen)
    if not said_yes and answered:
        whom = services.advice or "a doctor or a health advice line"
        text = NOTHING_RULED_OUT.format(whom=whom, emergency=services.emergency)
        yield from screen.wrapped(f"No new sign in {count(answered, 'answer')}. {text}")
    if left_out:
        signs = listed(sign.sign for sign in left_out)
        yield from screen.wrapped(
            f"Not asked, because a clinician knows: {signs}. All of it: painlog redflags --check"
        )
    if answered:
        them = "the answers and what you rated" if with_entry else "them"
        yield from screen.wrapped(
            f"Saved: {count(answered, 'answer')}. To take {them} back: painlog undo"
        )


def sign_lines(signs: Sequence[WarningSign], screen: Screen) -> Iterator[str]:
    """List what the check asks, emergencies first, with what each is a sign of and its sources."""
    for urgency, head in _HEADS.items():
        members = [sign for sign in signs if sign.urgency == urgency]
        if members:
            yield from (screen.bold(line) for line in screen.wrapped(head))
        for sign in members:
            yield from screen.wrapped(f"{sign.question} {'; '.join(sign.such)}.", "  - ")
            yield from screen.wrapped(
                f"For: {'; '.join(sign.kinds)}. From: "
                f"{'; '.join(page.name for page in sign.pages)}.",
                "    ",
            )
