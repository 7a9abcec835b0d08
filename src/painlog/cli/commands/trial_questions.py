"""The conversation of `painlog trial plan`: each choice explained in a sentence, then asked."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from painlog.cli.base.ask import ask
from painlog.cli.base.options import in_chosen_order
from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.model.region import side_in
from painlog.model.trial import (
    DEFAULT_BLOCK_DAYS,
    DEFAULT_PAIRS,
    DEFAULT_WASHOUT_DAYS,
    Trial,
    check_shape,
    parse_start,
)
from painlog.tasks import trial as tasks
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import as_written, day, printable

if TYPE_CHECKING:
    from painlog.model.contents import Consultation
    from painlog.model.region import Side
    from painlog.store.journal import Journal

T = TypeVar("T")

_ABOUT = (
    "A trial of your own compares two things in an order drawn by chance. Each pair of blocks has "
    "some days of A and some of B; ratings are compared within the pairs. It is only for things "
    "that you may start and stop freely: nothing prescribed is stopped, delayed or changed."
)
_A = 'What is A? Something that sets in and wears off within days, such as "stretching".'
_B = 'What is B? Another such thing, A with something added, "nothing" or "as usual".'
_REGION = (
    "Which place do you rate? You need a rating of it every day; of a place with an attack "
    "diary, one of every attack."
)
_PAIRS = (
    "How many pairs? More show smaller differences and take longer. With fewer than 6 nothing "
    f"could be told from chance. Enter: {DEFAULT_PAIRS}"
)
_WASHOUT = (
    "How many days does it take until what you did before has worn off? That many days at the "
    f"start of each block are not counted. Enter: {DEFAULT_WASHOUT_DAYS}"
)
_BLOCK = (
    "How many days does a block have? Longer blocks show more, and a block needs at least twice "
    f"the days of wearing off. Whole weeks keep weekends even. Enter: {DEFAULT_BLOCK_DAYS}"
)
_START = "When does it begin? Nothing changes until then. Enter: tomorrow"
_VISIT = (
    "At which visit did a clinician agree to it? painlog plans no trial without one. Type its day."
)


class PlanWords(NamedTuple):
    """The parts of a plan from the command line; None for those that were not typed."""

    a: str | None
    b: str | None
    region: str | None
    side: "Side | None"
    pairs: int | None
    block_days: int | None
    washout_days: int | None
    start: str | None
    seed: str | None
    agreed: date | None


def asked_plan(
    journal: "Journal", words: PlanWords, today: date, read_day: Callable[[str], date]
) -> "tuple[Trial, Consultation]":
    """Ask for the missing parts of a plan, in order; return it and the visit of the agreement.

    Raises:
        RefusedError: if no visit is logged, before anything is asked.
    """
    if not journal.consultations():
        raise RefusedError(
            "No visit to a clinician is logged. A trial needs a clinician who agrees: talk it "
            "over, and log the visit with: painlog consult --on DAY --note TEXT"
        )
    _say(_ABOUT)
    treatments = journal.treatments
    a = _asked(words.a, _A, "A", lambda text: tasks.parse_arm(_typed(text), treatments))

    def understand_b(text: str) -> str:
        b = tasks.parse_arm(_typed(text), treatments)
        tasks.check_arms(a, b)
        return b

    b = _asked(words.b, _B, "B", understand_b)
    region, side = _asked(
        words.region, _REGION, "Place", lambda text: place(journal, _typed(text), words.side)
    )
    pairs = _number(words.pairs, _PAIRS, "Pairs", DEFAULT_PAIRS, lambda n: check_shape(n, 1, 0))
    washout = _number(
        words.washout_days,
        _WASHOUT,
        "Days to wear off",
        DEFAULT_WASHOUT_DAYS,
        lambda n: check_shape(pairs, max(2 * n, 1), n),
    )
    block = _number(
        words.block_days,
        _BLOCK,
        "Days of a block",
        max(DEFAULT_BLOCK_DAYS, 2 * washout),
        lambda n: check_shape(pairs, n, washout),
    )
    start = _asked(
        words.start,
        _START,
        "First day",
        lambda text: parse_start(in_chosen_order(text) or "tomorrow", today),
    )
    planned = Trial(
        a, b, region, pairs, block, washout, start, words.seed or "", today, today, side,
        seed_given=words.seed is not None,
    )  # fmt: skip
    return _agreed(journal, planned, words.agreed, read_day)


def plan_from(journal: "Journal", words: PlanWords, today: date) -> "tuple[Trial, Consultation]":
    """Return a plan from the command line alone, and the visit of the agreement.

    Raises:
        UsageError: if something that has no default is missing.
        PainlogError: if something is not possible.
    """
    if words.a is None or words.b is None or words.region is None:
        raise UsageError(
            "trial plan needs two things and a place, as in: painlog trial plan stretching nothing "
            "--region heel"
        )
    if words.agreed is None:
        raise UsageError(
            "Say at which logged visit a clinician agreed to the trial: --agreed DAY. painlog "
            "plans no trial without one. Your visits: painlog consult list"
        )
    a, b = (tasks.parse_arm(text, journal.treatments) for text in (words.a, words.b))
    tasks.check_arms(a, b)
    region, side = place(journal, words.region, words.side)
    shape = (
        DEFAULT_PAIRS if words.pairs is None else words.pairs,
        DEFAULT_BLOCK_DAYS if words.block_days is None else words.block_days,
        DEFAULT_WASHOUT_DAYS if words.washout_days is None else words.washout_days,
    )
    check_shape(*shape)
    visit = tasks.visit_of_agreement(journal.consultations(), words.agreed)
    planned = Trial(
        a, b, region, *shape, parse_start(words.start or "tomorrow", today), words.seed or "",
        visit.held_on, today, side, seed_given=words.seed is not None, consultation=visit.uid,
    )  # fmt: skip
    tasks.check_safe(journal, planned, visit)
    return planned, visit


def place(journal: "Journal", text: str, side: "Side | None") -> "tuple[str, Side | None]":
    """Return the region and side that a person named."""
    region, found = journal.regions.find(text, side)
    return tasks.place_of(journal, region.name, found if side or side_in(text) else None)


def _agreed(
    journal: "Journal", planned: Trial, agreed: date | None, read_day: Callable[[str], date]
) -> "tuple[Trial, Consultation]":
    # A clinician who is yet to be seen cannot have agreed.
    visits = [v for v in journal.consultations() if v.held_on <= planned.planned_on]

    def understand(on: date) -> "Consultation":
        visit = tasks.visit_of_agreement(visits, on)
        tasks.check_safe(journal, planned, visit)
        return visit

    if agreed is not None:
        visit = understand(agreed)
    else:
        for logged in visits[-5:]:
            note = f": {as_written(printable(logged.note))}" if logged.note else ""
            say(screen().wrapped(f"{logged.held_on}, {day(logged.held_on)}{note}", "  "))
        _say(_VISIT)
        visit = ask("Visit", lambda text: understand(read_day(_typed(text))))
    return planned._replace(agreed_on=visit.held_on, consultation=visit.uid), visit


def _asked(said: str | None, about: str, question: str, understand: Callable[[str], T]) -> T:
    if said is not None:
        return understand(said)
    _say(about)
    return ask(question, understand)


def _number(
    said: int | None, about: str, question: str, default: int, check: Callable[[int], object]
) -> int:
    def understand(text: str) -> int:
        if not text.isdecimal():
            raise NotUnderstoodError(f'"{text}" is not a whole number, such as {default}.')
        check(int(text))
        return int(text)

    if said is not None:
        check(said)
        return said
    _say(about)
    return ask(question, understand, str(default))


def _typed(text: str) -> str:
    if not text:
        raise NotUnderstoodError("This one needs an answer. Ctrl-C ends it; nothing is saved.")
    return text


def _say(text: str) -> None:
    say(screen().wrapped(text))
