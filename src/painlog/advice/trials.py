"""What to say about a trial: the weak points of a plan, and what stands against a result."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from painlog.advice.red_flags import Told
from painlog.advice.red_flags.flags import Urgency
from painlog.advice.services import Services
from painlog.advice.standing import Advice
from painlog.advice.warning_signs import SIGNS
from painlog.advice.warning_signs.actions import filled
from painlog.analysis.arithmetic import rounded
from painlog.analysis.trial_cautions import TrialCaution, TrialCode
from painlog.analysis.trial_schedule import TrialBlock
from painlog.analysis.trial_warnings import TrialWarning, WarningCode
from painlog.model.names import day_in_words, sentence_start
from painlog.model.sign_answer import SignAnswer, latest_answers
from painlog.model.trial import Trial

Facts = Mapping[str, object]


class SignOfLate(NamedTuple):
    """A warning sign that stands against a trial: in words, with its day and place.

    `do` is what to do now, without the services of a country; empty where the check has said it.
    """

    sign: str
    day: date
    place: str
    do: str = ""
    urgency: Urgency = "urgent"

    def action_in(self, services: Services) -> str:
        """Return what to do now, with the services of a country."""
        return filled(self.do, services)


def signs_of(
    told: Iterable[Told], answers: Iterable[SignAnswer], since: date, until: date
) -> tuple[SignOfLate, ...]:
    """Return the warning signs of some days, emergencies first, then the latest.

    Args:
        told: Red flags in entries.
        answers: Answers to the check, of any time. A sign that a clinician knows about does not
            count, nor one answered with no since.
        since: The first day.
        until: The last day.
    """
    up_to = [answer for answer in answers if answer.answered_at.date() <= until]
    found = [
        *(
            SignOfLate(one.flag.sign, one.day, one.place, one.flag.do, one.flag.urgency)
            for one in told
        ),
        *(
            SignOfLate(
                _sign_in_words(answer.sign),
                answer.answered_at.date(),
                answer.place,
                urgency=SIGNS[answer.sign].urgency if answer.sign in SIGNS else "emergency",
            )
            for answer in latest_answers(up_to)
            if answer.answer == "yes" and since <= answer.answered_at.date()
        ),
    ]
    # The first is the one that is named, so what to do about it is not hidden by a lesser one.
    return tuple(sorted(found, key=lambda one: (one.urgency, not one.do, -one.day.toordinal())))


def _sign_in_words(code: str) -> str:
    known = SIGNS.get(code)
    return known.sign if known else code.replace("-", " ")


class TrialToday(NamedTuple):
    """A day of a trial and its block. `block` is None before the trial begins.

    `signs` are recent warning signs, which pause it. `unanswered` are its days up to this one for
    which nobody said whether they were as planned, the latest first.
    """

    trial: Trial
    block: TrialBlock | None
    signs: tuple[SignOfLate, ...] = ()
    unanswered: tuple[date, ...] = ()


# What a trial of one person can and cannot tell, the same in every form of it.
TRIAL_LIMITS = (
    "This is what one person's ratings did in an order drawn by chance, in these weeks. It says "
    "nothing about anybody else, and little about how it would go on."
)
NOT_YET = (
    "painlog compares A and B only after the last day: seeing results earlier could change how the "
    "days are rated."
)
TALK_IT_OVER = Advice(
    "trial",
    "Talk the result over with the clinician who agreed before you change anything.",
    "A trial of one person, unblinded, planned and rated by themselves.",
)
PAUSED = Advice(
    "trial-paused",
    "Get help first. The trial is paused: leave it aside until a clinician has looked at this.",
    "A warning sign came up while the trial ran.",
)

_CAUTIONS: Mapping[TrialCode, str] = {
    "warning-sign": "A warning sign came up during the trial: what needed care then may have "
    "changed the ratings.",
    "stopped": "It was stopped on {day}, so only finished pairs are shown ({pairs}), without a "
    "test: a trial that is stopped when it looks good looks better than it is.",
    "few-pairs": "Too few pairs have enough rated days: {used} of {pairs}. Under 6 pairs no "
    "result can be told from chance, so there is no interval.",
    "pairs-lost": "{lost} of {pairs} pairs had too few rated days to count.",
    "adherence-unknown": "It was not written down on any day whether it was as planned.",
    "low-adherence": "{yes} of {answered} answered days were as planned{partly}. The fewer they "
    "are, the less the two arms differ.",
    "looked-at": "It was stopped on {day} and taken up again, so the pairs finished by then could "
    "be looked at. Seeing results early can change how the days are rated.",
    "other-course": "{treatment} {what} on {day}, during the trial.",
    "own-course": "{treatment} has been in course since {day}, also on {on_days} of {arm}, "
    "which is planned as {plan}: there the arms may not differ.",
    "own-use": "{treatment} was logged on {on_days} of {arm}, which is planned as {plan}: there "
    "the arms may not differ.",
    "weekend-days": "One arm had more weekend days than the other. Weekends may hurt more or less "
    "than other days.",
    "drawn-again": "This is order number {draws} that was drawn for this question. An order that "
    "is drawn until it pleases is not drawn by chance.",
    "seed-given": "The seed was given, not drawn here: whoever chose it could know the order.",
    "assumed-days": "Days without an entry count as days without pain, because every attack is "
    "written down. Left out are days with only a painkiller for it, and those after the newest "
    "rating of an attack that goes on.",
    "not-blinded": "You knew what you were doing on each day, so what you expected counts too.",
}
_TO_CLINICIAN: Mapping[TrialCode, str] = {
    "not-blinded": "Not blinded: the person knew what each day was for, and expectation "
    "enters the ratings.",
}


def not_counted(trial: Trial) -> str:
    """Say how many days of a block are not counted; "" if all are."""
    first = trial.washout_days
    if not first:
        return ""
    which = "the first is" if first == 1 else f"the first {first} are"
    return f", of which {which} not counted"


def under_way_words(trial: Trial) -> str:
    """Say that a trial is not over, and when it may be read."""
    return (
        f"A trial of {trial.a} (A) and {trial.b} (B) for the {trial.place} is under way until "
        f"{day_in_words(trial.ends_on)}. {NOT_YET}"
    )


def trial_caution(caution: TrialCaution, *, to_clinician: bool = False) -> str:
    """Return what stands against a result, in plain words."""
    text = _CAUTIONS[caution.code]
    if to_clinician:
        text = _TO_CLINICIAN.get(caution.code, text)
    return sentence_start(text.format(**_words(caution.facts)))


def trial_warning(warning: TrialWarning) -> str:
    """Return the weak points of a plan, with what the person can do about them."""
    return _WARNINGS[warning.code](_words(warning.facts))


def _weekends(facts: Mapping[str, str]) -> str:
    how = "more" if facts["more"] == "True" else "less"
    return (
        f"Your weekends hurt {facts['points']} points {how} than other days. Blocks of whole weeks "
        "give both arms the same number of weekends: --block-days 7"
    )


_WARNINGS: Mapping[WarningCode, Callable[[Mapping[str, str]], str]] = {
    "no-ratings": lambda facts: (
        f"Nothing was rated there in the last {facts['days']} days, so what the trial can show is "
        "a guess. Rate it for four weeks first, if you can wait."
    ),
    "low-pain": lambda facts: (
        f"Your ratings average {facts['mean']} of 10 lately: there is little to take away, and so "
        "little to find."
    ),
    "long": lambda facts: (
        f"It takes {facts['weeks']} weeks. Few people keep to a plan for more than 12."
    ),
    "weekends": _weekends,
    "other-course": lambda facts: (
        f"{sentence_start(facts['treatment'])} {facts['what']} on {facts['day']} and may still be "
        "changing something. Begin when things are steady."
    ),
}


def _words(facts: Facts) -> dict[str, str]:
    words = {name: _in_words(value) for name, value in facts.items()}
    words["partly"] = f", {words['partly']} partly" if facts.get("partly") else ""
    if days := facts.get("days"):
        words["on_days"] = "1 day" if days == 1 else f"{days} days"
    return words


def _in_words(value: object) -> str:
    if isinstance(value, float):
        return f"{rounded(value):.1f}"
    return day_in_words(value) if isinstance(value, date) else str(value)
