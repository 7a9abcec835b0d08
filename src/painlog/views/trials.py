"""Trials of one's own in words, the same on a terminal, in the report and on the clinician's page.

No sentence says that a treatment worked, and a difference near nothing is called a result, too.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from painlog.advice.trials import not_counted
from painlog.analysis.arithmetic import p_in_words
from painlog.analysis.comparison import WORTH_A_WORD
from painlog.analysis.trial_schedule import block_on
from painlog.model.names import sentence_start
from painlog.views.wording import count, day, decimals, listed, points, printable, signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from painlog.advice.trials import TrialToday
    from painlog.analysis.comparison import Verdict
    from painlog.analysis.trial_warnings import Outlook
    from painlog.analysis.trials import ArmDays, TrialPair, TrialReading
    from painlog.model.contents import Consultation
    from painlog.model.trial import Kept, Trial

_VERDICTS: Mapping["Verdict", str] = {
    "clearly more": "The ratings under B were lower than under A, by clearly more than a "
    "meaningful difference ({drop}).",
    "about": "The ratings under B were lower than under A; they cannot tell whether by a "
    "meaningful difference ({drop}).",
    "less": "The ratings under B were lower than under A, but by less than a meaningful difference "
    "({drop}).",
    "little change": "Between A and B there was no meaningful difference: it is less than {drop} "
    "either way.",
    "no drop": "The ratings under B were not lower by a meaningful difference ({drop}); they "
    "cannot tell whether B was higher.",
    "slightly worse": "The ratings under B were higher than under A, but by less than a meaningful "
    "difference ({drop}).",
    "worse": "The ratings under B were higher than under A; they cannot tell whether by a "
    "meaningful difference ({drop}).",
    "clearly worse": "The ratings under B were higher than under A, by clearly more than a "
    "meaningful difference ({drop}).",
    "cannot tell": "Cannot tell: B lower by a meaningful difference ({drop}), no difference and B "
    "higher all fit these ratings.",
}
_NOT_HIGHER = (
    "Cannot tell: B lower by a meaningful difference ({drop}) and no difference both fit these "
    "ratings."
)
NEAR_NOTHING = "That is a result, too, and as useful as a large one."
LOG_IT = "Was it as planned? painlog trial log yes (or partly, or no)"
_KEPT: Mapping["Kept", str] = {
    "yes": "as planned",
    "partly": "partly",
    "no": "not as planned",
}
# Trials are usually planned to find what they look for this often.
_MOST_DAYS = 3
_OFTEN = 0.8
_SELDOM = 0.2


def both_arms(trial: "Trial") -> str:
    """Say what each arm is: "A: stretching. B: nothing."."""
    return f"A: {printable(trial.a)}. B: {printable(trial.b)}."


def titled_trial(trial: "Trial") -> str:
    """Name a trial: "Trial 2, left heel: stretching or nothing"."""
    return (
        f"Trial {trial.id}, {printable(trial.place)}: {printable(trial.a)} or {printable(trial.b)}"
    )


def plan_words(trial: "Trial") -> str:
    """Say how long a trial takes and how it is built."""
    return (
        f"{trial.pairs} pairs of blocks, one of A and one of B, each of "
        f"{count(trial.block_days, 'day')}{not_counted(trial)}: {count(trial.days, 'day')}, from "
        f"{day(trial.starts_on)} to {day(trial.ends_on)}."
    )


def sides_words(trial: "Trial") -> str:
    """Say which ratings of the same region do not count; "" where every side counts."""
    if trial.side is None:
        return ""
    others = "one side" if trial.side == "both" else "both sides"
    return (
        f"Only ratings of the {printable(trial.place)} count. A rating of {others}, or of no side, "
        "does not."
    )


def how_to_rate(trial: "Trial", *, attack_diary: bool) -> str:
    """Say which ratings a trial needs; in an attack diary an evening without pain needs none."""
    if attack_diary:
        return (
            f"Write down every attack of the {printable(trial.place)}, as before: a day without "
            "one counts as a day without pain."
        )
    return f"Rate the {printable(trial.place)} every day, at about the same time."


def missed_words(trial: "Trial") -> str:
    """Say that a rating was of another side than a trial's."""
    return f"This does not count in trial {trial.id}, which is of the {printable(trial.place)}."


def left_unrated_words(trial: "Trial", days: "Sequence[date]", *, attack_diary: bool) -> str:
    """Say on which days of a trial no rating of its place is left, and nothing of any rating."""
    some = [*map(day, days[:_MOST_DAYS])]
    if len(days) > _MOST_DAYS:
        some.append(f"{len(days) - _MOST_DAYS:,} more days")
    one = len(days) == 1
    a_day, counts = ("a day", "It counts as a day") if one else ("days", "They count as days")
    without = f" {counts} without pain there." if attack_diary else ""
    return (
        f"No rating of the {printable(trial.place)} is left on {listed(some)}, {a_day} of trial "
        f"{trial.id}.{without}"
    )


def drawn_words(trial: "Trial") -> str:
    """Name the seed of the order, and whether it was drawn before."""
    how = "given" if trial.seed_given else "drawn here"
    again = f" This is drawing {trial.draws} for this question." if trial.draws > 1 else ""
    return f"Seed of the order: {printable(trial.seed)} ({how}).{again}"


def agreed_words(trial: "Trial", visit: "Consultation | None") -> str:
    """Say at which visit the trial was agreed to, with its note."""
    note = f": {printable(visit.note)}" if visit and visit.note else ""
    if visit is None:
        note = ", which is no longer in the journal"
    return f"Agreed to at the visit of {day(trial.agreed_on)}{note}".rstrip(".") + "."


def smallest_p_words(trial: "Trial") -> str:
    """Say what the clearest result of a plan can be."""
    orders = 2**trial.pairs
    return (
        f"{orders:,} orders could be drawn. At the clearest, 2 of them would show a difference as "
        f"big as yours ({p_in_words(2 / orders)})."
    )


def power_words(outlook: "Outlook") -> str:
    """Say what share of trials such as this one would find differences of several sizes."""
    shares = listed(
        f"of {found.points:g} {'point' if found.points == 1 else 'points'} in "
        f"{100 * found.share:.0f}"
        for found in outlook.shares
    )
    text = f"Of 100 trials like this one, the test would find a difference {shares}."
    most = outlook.shares[-1].share
    if most < _SELDOM:
        text += " So it can hardly show anything: plan more pairs or longer blocks."
    elif most < _OFTEN:
        text += " More pairs or longer blocks find more."
    return text


def spread_words(outlook: "Outlook") -> str:
    """Say which spread and carry-over the shares rest on."""
    spread = outlook.spread
    figures = (
        f"a spread of {points(spread.sd)} points from day to day and a carry-over of "
        f"{decimals(spread.carry_over, 2)}"
    )
    if not spread.rated_days:
        return f"That assumes {figures}, because fewer than 28 days are rated. Your own may differ."
    return (
        f"That is from your last {spread.rated_days} rated days: {figures}, with "
        f"{100 * spread.rated_share:.0f} % of days rated."
    )


def today_words(today: "TrialToday", this_day: "date") -> str:
    """Say which arm a day of a trial belongs to, and when the next block begins."""
    trial, block = today.trial, today.block
    if today.signs:
        return f"Trial paused: {today.signs[0].sign}. Get help first; leave the trial aside."
    if block is None:
        return f"Trial: begins on {day(trial.starts_on)}. {both_arms(trial)}"
    left = (block.last - this_day).days
    until = "its last day" if left == 0 else f"{count(left, 'more day')}"
    number = (this_day - trial.starts_on).days + 1
    uncounted = " This day is not counted." if this_day < block.counted_from else ""
    following = block_on(trial, block.last + timedelta(days=1))
    after = f" Next: {following.arm} from {day(following.first)}." if following else ""
    return (
        f"Trial, day {number} of {trial.days}: {block.arm}, {printable(trial.of_arm(block.arm))} "
        f"({until}).{uncounted}{after}"
    )


def own_course_words(trial: "Trial", treatment: str) -> str:
    """Warn that a course of what a trial compares runs through the arm without it, too."""
    arm = trial.arm_without(treatment)
    return (
        f"{sentence_start(printable(treatment))} is what trial {trial.id} compares. While this "
        f"course is open, it counts as used on the days of {arm} as well, which are planned as "
        f"{printable(trial.of_arm(arm))}, and that will stand against the result. To take the "
        "course back: painlog undo. painlog trial says what each day is for. What was prescribed "
        "to you comes first."
    )


def own_use_words(trial: "Trial", treatment: str, on: "date") -> str:
    """Warn that something a trial compares was used on a day of the arm without it."""
    arm = trial.arm_without(treatment)
    return (
        f"{day(on)} is a day of {arm}, {printable(trial.of_arm(arm))}, in trial {trial.id}: "
        f"{printable(treatment)} on it will stand against the result. Say that it was not as "
        f"planned: painlog trial log no --on {on}"
    )


def against_words(trial: "Trial", treatment: str) -> str:
    """Warn that starting or stopping something else will stand against a trial's result."""
    return (
        f"A trial for the {printable(trial.place)} is under way until {day(trial.ends_on)}, and "
        f"{printable(treatment)} is not part of it: this will stand against its result. What was "
        "prescribed to you comes first."
    )


def over_words(trial: "Trial") -> str:
    """Say that a trial is over, and how to see its result."""
    return (
        f"The trial of {printable(trial.a)} and {printable(trial.b)} is over: painlog trial show "
        f"{trial.id}"
    )


def days_words(reading: "TrialReading") -> Iterator[str]:
    """Yield how the days of each arm went; before the end, nothing of an arm that pain may change.

    Who takes a painkiller with each attack would read the outcome in the days with medicine.
    """
    for arm in reading.arms:
        if arm.days:
            named = f"{arm.arm}, {printable(reading.trial.of_arm(arm.arm))}"
            yield f"{named}: {_rated_words(arm)}{_kept_and_medicine(arm)}."
    if reading.is_under_way and any(reading.answers.values()):
        yield f"Both together: {_kept_words(reading.answers)}."


def _rated_words(arm: "ArmDays") -> str:
    counted = count(arm.counted, "counted day")
    return f"{counted} so far" if arm.rated is None else f"{arm.rated} of {counted} rated"


def _kept_and_medicine(arm: "ArmDays") -> str:
    if arm.kept is None or arm.medicine_days is None:
        return ""
    in_course = f" logged, in course on {arm.course_days}" if arm.course_days else ""
    return (
        f"; {_kept_words(arm.kept) or 'no day says whether it was as planned'}; acute medicine "
        f"on {count(arm.medicine_days, 'counted day')}{in_course}"
    )


def _kept_words(answers: "Mapping[Kept, int]") -> str:
    return ", ".join(
        f"{word} on {count(answers[key], 'day')}" for key, word in _KEPT.items() if answers.get(key)
    )


def result_words(reading: "TrialReading") -> Iterator[str]:
    """Yield what the ratings did: the difference, the orders, the interval, the verdict."""
    test = reading.test
    if test is None:
        return
    estimate = float(test.estimate)
    if signed(estimate) == "0.0":
        apart = "as high under B as under A"
    else:
        way = "lower" if estimate < 0 else "higher"
        apart = f"{_in_points(abs(estimate))} {way} under B than under A"
    yield f"The ratings were {apart}, on average over {count(reading.used, 'pair')}."
    yield orders_words(reading)
    if test.interval is None:
        return
    yield f"{interval_words(reading)}."
    if reading.verdict is not None and reading.drop is not None:
        words = _VERDICTS[reading.verdict]
        if reading.verdict == "cannot tell" and float(test.interval[1]) < WORTH_A_WORD:
            words = _NOT_HIGHER
        yield words.format(drop=_in_points(reading.drop))
        if reading.verdict == "little change":
            yield NEAR_NOTHING


def _in_points(value: float) -> str:
    size = points(value)
    return f"{size} {'point' if size == '1.0' else 'points'}"


def orders_words(reading: "TrialReading") -> str:
    """Say how many of the orders that could have been drawn show a difference this big."""
    test = reading.test
    if test is None:
        return ""
    every = "all" if test.as_big == test.orders else f"{test.as_big:,}"
    return (
        f"Of the {test.orders:,} orders that could have been drawn, {every} would show a "
        f"difference this big or bigger ({p_in_words(float(test.p))})."
    )


def interval_words(reading: "TrialReading") -> str:
    """Write the difference with its interval and level of confidence; "" without an interval."""
    test = reading.test
    if test is None or test.interval is None or test.confidence is None:
        return ""
    low, high = (signed(float(end)) for end in test.interval)
    return (
        f"B minus A: {signed(float(test.estimate))} points, likely between {low} and {high} "
        f"({decimals(100 * float(test.confidence))} %)"
    )


def pair_words(pair: "TrialPair") -> str:
    """Describe a pair: "Pair 1, A then B: A 5.0, B 4.3, difference -0.7."."""
    order = "A then B" if pair.order == "AB" else "B then A"
    if pair.difference is None:
        return (
            f"Pair {pair.number}, {order}: not used; days rated: {pair.rated_a} of A, "
            f"{pair.rated_b} of B."
        )
    a, b = (points(float(mean)) for mean in (pair.a, pair.b) if mean is not None)
    return (
        f"Pair {pair.number}, {order}: A {a}, B {b}, difference {signed(float(pair.difference))}."
    )


def status_words(reading: "TrialReading") -> str:
    """Say in a few words how far a trial has come."""
    trial = reading.trial
    return {
        "planned": f"to begin on {day(trial.starts_on)}",
        "running": f"under way until {day(trial.ends_on)}",
        "paused": f"paused: a warning sign came up; planned until {day(trial.ends_on)}",
        "finished": f"finished on {day(trial.ends_on)}",
        "stopped": f"stopped on {day(trial.stopped_on or trial.ends_on)}",
    }[reading.status]
