"""The answers on trials of one's own: a line each at the head of a report."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from painlog.views.answers import Answer, Reach
from painlog.views.trials import status_words
from painlog.views.wording import decimals, points, printable, short_day, titled

if TYPE_CHECKING:
    from painlog.analysis.comparison import Verdict
    from painlog.analysis.report import Report
    from painlog.analysis.trial_cautions import TrialCode
    from painlog.analysis.trials import TrialReading

_IN_SHORT: Mapping["Verdict", str] = {
    "clearly more": "Lower under B, by clearly more than a meaningful difference.",
    "about": "Lower under B, perhaps by a meaningful difference.",
    "less": "Lower under B, by less than a meaningful difference.",
    "little change": "No meaningful difference.",
    "no drop": "Not lower under B by a meaningful difference; perhaps higher.",
    "slightly worse": "Higher under B, by less than a meaningful difference.",
    "worse": "Higher under B, perhaps by a meaningful difference.",
    "clearly worse": "Higher under B, by clearly more than a meaningful difference.",
    "cannot tell": "Cannot tell.",
}
_AGAINST: Mapping["TrialCode", str] = {
    "warning-sign": "a warning sign came up during it",
    "few-pairs": "only {used} of {pairs} pairs can be used",
    "pairs-lost": "{lost} of {pairs} pairs not counted",
    "adherence-unknown": "no day says whether it was as planned",
    "low-adherence": "as planned on {yes} of {answered} days",
    "looked-at": "it was stopped and taken up again",
    "other-course": "{treatment} {what} during it",
    "own-course": "{treatment} was in course on days of {arm} as well",
    "own-use": "{treatment} was logged on days of {arm} as well",
    "weekend-days": "one arm had more weekend days",
    "drawn-again": "its order was drawn more than once",
    "seed-given": "its seed was given, not drawn here",
    "assumed-days": "days without an entry count as 0",
    "not-blinded": "you knew what each day was for",
}


def answers_on_trials(report: "Report") -> Iterator[Answer]:
    """Yield a line for each trial of a report; one under way is only named, never compared."""
    for reading in report.trials:
        trial = reading.trial
        arms = f"A {printable(trial.a)} or B {printable(trial.b)}"
        about = f"{titled(trial.place)}, {arms}"
        if reading.is_under_way:
            yield Answer(about, f"a trial, {status_words(reading)}; not compared before that.")
        elif reading.test is None:
            yield Answer(about, f"a trial, {status_words(reading)}; without a result.")
        else:
            yield _answer(about, reading, report)


def _answer(about: str, reading: "TrialReading", report: "Report") -> Answer:
    test = reading.test
    if test is None:
        raise ValueError(reading.status)
    last = short_day(reading.trial.ends_on, report.period.until)
    estimate = float(test.estimate)
    did = f"trial to {last}, B {_apart(estimate)}"
    reach = None
    if test.interval and reading.drop:
        low, high = (float(end) for end in test.interval)
        did += f", likely {_apart(low)} to {_apart(high)}"
        drop = reading.drop
        reach = Reach(low / drop, estimate / drop, high / drop, told=reading.verdict is not None)
    return Answer(
        about,
        f"{did}; as much by chance in {test.as_big:,} of {test.orders:,} orders.",
        _IN_SHORT[reading.verdict] if reading.verdict else "",
        _against(reading),
        reach,
    )


def _apart(difference: float) -> str:
    size = decimals(abs(difference))
    if size == "0.0":
        return "no different"
    return f"{points(abs(difference))} {'lower' if difference < 0 else 'higher'}"


def _against(reading: "TrialReading") -> str:
    """Name the one thing that most stands against a result."""
    caution = next(c for c in reading.cautions if c.code in _AGAINST)
    return printable(_AGAINST[caution.code].format(**caution.facts))
