"""A trial of one's own on a terminal: its plan, its calendar, today's block, and its result."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from painlog.advice.standing import SHORT, WHOLE
from painlog.advice.trials import (
    NOT_YET,
    PAUSED,
    TALK_IT_OVER,
    TRIAL_LIMITS,
    trial_caution,
    trial_warning,
    under_way_words,
)
from painlog.analysis.trial_schedule import blocks_of
from painlog.views.terminal.page import Block, Heading, Item, Paragraph, TrialPairs
from painlog.views.terminal.pairs import pairs_lines
from painlog.views.terminal.screen import Screen
from painlog.views.trials import (
    LOG_IT,
    agreed_words,
    both_arms,
    days_words,
    drawn_words,
    how_to_rate,
    plan_words,
    power_words,
    result_words,
    sides_words,
    smallest_p_words,
    spread_words,
    status_words,
    titled_trial,
    today_words,
)
from painlog.views.wording import count, day, printable, span

if TYPE_CHECKING:
    from painlog.advice.services import Services
    from painlog.advice.trials import TrialToday
    from painlog.analysis.trial_schedule import TrialBlock
    from painlog.analysis.trial_warnings import Outlook
    from painlog.analysis.trials import TrialReading
    from painlog.model.contents import Consultation
    from painlog.model.trial import Trial


def plan_lines(
    trial: "Trial", visit: "Consultation", outlook: "Outlook", screen: Screen
) -> Iterator[str]:
    """Say what a plan is and what it can and cannot show, before anything is stored."""
    yield screen.bold("The plan")
    yield from screen.wrapped(both_arms(trial))
    yield from screen.wrapped(plan_words(trial))
    if sides := sides_words(trial):
        yield from screen.wrapped(sides)
    yield from screen.wrapped(agreed_words(trial, visit))
    yield ""
    yield screen.bold("What it can show")
    for text in (smallest_p_words(trial), power_words(outlook), spread_words(outlook)):
        yield from screen.wrapped(text)
    yield ""
    yield screen.bold("What it cannot")
    told = [trial_warning(warning) for warning in outlook.warnings]
    for text in (*told, *_BLIND):
        yield from screen.wrapped(text, "- ")
    yield from screen.wrapped(WHOLE.text)


_LEFT_BLOCK = 28
_BLIND = (
    "You will know what each day is for, and what you expect counts in your ratings.",
    (
        "Anything that builds up or wears off over more days than are left uncounted blurs the "
        "difference."
    ),
    (
        "It is about you, these weeks and this place, and no more. In a study with 215 people in "
        "long-standing pain, after half a year pain interfered with life no less for those who "
        "did such trials than for those who did not (Kravitz 2018, JAMA Intern Med 178:1368–1377)."
    ),
)


def begun_lines(trial: "Trial", screen: Screen, *, attack_diary: bool) -> Iterator[str]:
    """Say that an order was drawn and stored, and what to do from now on."""
    first = blocks_of(trial)[0]
    begins = f"{day(trial.starts_on)} with {first.arm}: {printable(trial.of_arm(first.arm))}"
    yield from screen.wrapped(f"Drawn and saved as trial {trial.id}. {drawn_words(trial)}")
    yield from screen.wrapped(
        f"It begins on {begins}. {how_to_rate(trial, attack_diary=attack_diary)} painlog says each "
        "day what it is for. Keep whatever else you take or do as it is."
    )
    yield from screen.wrapped("Stop at any time, without a reason: painlog trial stop")
    yield from screen.wrapped(SHORT.text)


def today_lines_of_trial(
    today: "TrialToday",
    reading: "TrialReading",
    this_day: date,
    screen: Screen,
    services: "Services",
) -> Iterator[str]:
    """Show today's block, which days went as planned, and the calendar; compare nothing."""
    trial = today.trial
    yield screen.bold(titled_trial(trial))
    if today.signs:
        yield from screen.wrapped(f"{today.signs[0].action_in(services)} {PAUSED.text}".strip())
    yield from screen.wrapped(today_words(today, this_day))
    if today.block is not None and not today.signs:
        left = (trial.ends_on - this_day).days
        yield from screen.wrapped(
            f"{count(left, 'day')} to go after today, until {day(trial.ends_on)}."
        )
    if today.unanswered:
        yield from screen.wrapped(LOG_IT)
    for text in days_words(reading):
        yield from screen.wrapped(text, "- ")
    for caution in reading.cautions:
        yield from screen.wrapped(trial_caution(caution), "- ")
    yield ""
    yield from calendar_lines(trial, this_day, screen)
    yield from screen.wrapped(NOT_YET)
    yield from screen.wrapped(SHORT.text)


def calendar_lines(trial: "Trial", this_day: date, screen: Screen) -> Iterator[str]:
    """Show the blocks, a pair on each line: which days are A, which are B, and where today is."""
    blocks = blocks_of(trial)
    mark = ", today" if screen.spoken else " <- today"

    def told(block: "TrialBlock") -> str:
        here = mark if block.first <= this_day <= block.last else ""
        return f"{block.arm} {span(block.first, block.last, this_day)}{here}"

    said = list(map(told, blocks))
    width = max(_LEFT_BLOCK, *(len(left) + 1 for left in said[::2]))
    yield screen.bold("Blocks")
    for number, (left, right) in enumerate(zip(said[::2], said[1::2], strict=True), start=1):
        if screen.spoken:
            yield from screen.wrapped(f"{left}; {right}", f"Pair {number}: ")
        else:
            yield from screen.wrapped(f"{left:<{width}}{right}", f"{number:>3}  ")


def reading_lines(
    reading: "TrialReading", visit: "Consultation | None", screen: Screen
) -> Iterator[str]:
    """Show all that can be said of a trial so far."""
    trial = reading.trial
    yield screen.bold(titled_trial(trial))
    for text in (
        f"{both_arms(trial)} Status: {status_words(reading)}.",
        plan_words(trial),
        agreed_words(trial, visit),
        f"{drawn_words(trial)} Order: {' '.join(reading.order)}.",
        *([NOT_YET] if reading.is_under_way else ()),
    ):
        yield from screen.wrapped(text)
    yield from _part("What the ratings did", result_words(reading), screen, "")
    if reading.pairs:
        yield ""
        yield screen.bold("Pairs")
        yield from pairs_lines(reading, screen, told=True)
    yield from _part("How the days went", days_words(reading), screen)
    cautions = map(trial_caution, reading.cautions)
    yield from _part("What else to keep in mind", cautions, screen)
    yield ""
    for text in (*((TRIAL_LIMITS, TALK_IT_OVER.text) if reading.pairs else ()), WHOLE.text):
        yield from screen.wrapped(text)


def _part(title: str, texts: Iterable[str], screen: Screen, mark: str = "- ") -> Iterator[str]:
    """Yield a heading and the texts under it; nothing where there are none."""
    texts = tuple(texts)
    if texts:
        yield ""
        yield screen.bold(title)
    for text in texts:
        yield from screen.wrapped(text, mark)


def list_lines_of_trials(readings: Iterable["TrialReading"], screen: Screen) -> Iterator[str]:
    """Show every trial, the newest first: its number, what it compares, how far it has come."""
    for reading in readings:
        trial = reading.trial
        text = f"{trial.a} or {trial.b}, {trial.place}: {status_words(reading)}"
        yield from screen.wrapped(text, screen.start(f"{trial.id:>4}"))


def trial_blocks(readings: Iterable["TrialReading"]) -> Iterator[Block]:
    """Yield what the full report says of trials: their pairs as a picture, and in words."""
    for reading in readings:
        trial = reading.trial
        yield Heading(titled_trial(trial), 3)
        if reading.is_under_way:
            yield Paragraph(printable(under_way_words(trial)))
            continue
        yield Paragraph(f"{both_arms(trial)} {plan_words(trial)} Status: {status_words(reading)}.")
        yield from map(Paragraph, result_words(reading))
        if reading.pairs:
            yield TrialPairs(reading)
        yield from map(Item, days_words(reading))
        yield from (Item(trial_caution(caution)) for caution in reading.cautions)
        yield Paragraph(TRIAL_LIMITS)
