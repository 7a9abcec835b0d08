"""What to do after a yes: the texts that several signs share, and whom they name."""

import re
from collections.abc import Mapping

from painlog.advice.services import Services

_SHARED: Mapping[str, str] = {
    "ambulance": "Call {emergency} now.",
    "department": (
        "Go to an emergency department now. Do not drive yourself; if nobody can take you, call "
        "{emergency}."
    ),
    "doctor": "See a doctor today or tomorrow, or call {advice}.",
    "maternity": (
        "Call your maternity unit, midwife or doctor now, at any hour. If you reach nobody, are "
        "short of breath or have a fit, call {emergency}."
    ),
    # nidirect and HSE on anaphylaxis.
    "anaphylaxis": (
        "Call {emergency} now. If it may be an allergy, say “anaphylaxis”, use an adrenaline pen "
        "if you have one, and lie flat; sit up if breathing is hard."
    ),
    # nidirect, NHS 111 Wales and eMedicineHealth on poisoning.
    "overdose": (
        "Too much medicine: get help now, even if you feel well, and do not treat it yourself. "
        "Call {poison}. Call {emergency} if you are being sick, drowsy or confused, have passed "
        "out or had a fit. If it was to harm yourself, go to an emergency department now. Keep the "
        "packet at hand."
    ),
    # Mental Health Foundation.
    "thoughts": (
        "If you cannot keep yourself safe, or have hurt yourself, call {emergency} now. Talk to "
        "someone you trust, your doctor or a crisis line{crisis}: you need not bear this alone."
    ),
}
_NAME = re.compile(r"@(\w+)")
_A_POISON_LINE = "a poison line or your doctor, or go to an emergency department"
_ADVICE = "your doctor or a health advice line"


def filled(action: str, services: Services) -> str:
    """Return a text with the shared texts and the services that it names."""
    text = _NAME.sub(lambda found: _SHARED[found[1]], action)
    return text.format(
        emergency=services.emergency,
        crisis=f" ({services.crisis})" if services.crisis else "",
        poison=services.poison or _A_POISON_LINE,
        advice=services.advice or _ADVICE,
    )


def overdose(services: Services) -> str:
    """Return what to do when too much of a medicine was taken."""
    return filled("@overdose", services)
