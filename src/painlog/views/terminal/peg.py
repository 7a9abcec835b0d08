"""PEG scores: the echo after answering, the list of them and their part of the report."""

from collections.abc import Iterable, Iterator

from painlog.advice.standing import SHORT
from painlog.analysis.peg import PegSummary, change_between
from painlog.model.peg import QUESTIONS, Peg
from painlog.views.overviews import peg_sentences, score_on
from painlog.views.terminal.page import Block, Heading, Paragraph, Table
from painlog.views.terminal.screen import Screen
from painlog.views.wording import change, day, points

SHOWN = 12
FIRST = "To answer the three questions: painlog peg"


def in_words(peg: Peg) -> str:
    """Name an answered PEG: "PEG 3, 6.0 of 10, Tue 31 Mar 2026"."""
    return f"PEG {peg.id}, {points(peg.score)} of 10, {day(peg.answered_on)}"


def answers(peg: Peg) -> str:
    """Name the three answers: "pain 6, enjoyment 5, activity 7"."""
    return ", ".join(f"{question.name} {getattr(peg, question.name)}" for question in QUESTIONS)


def echo(peg: Peg, last: Peg | None, screen: Screen) -> Iterator[str]:
    """Say what was saved and how the score changed since the last one."""
    yield from screen.wrapped(
        f"Saved PEG {peg.id}: {points(peg.score)} of 10, {day(peg.answered_on)}.", rest="  "
    )
    yield from screen.wrapped(answers(peg), "  ")
    if last is None:
        yield from screen.wrapped("There is no earlier one to compare it with.", "  ")
    else:
        since = change_between(last, peg)
        yield from screen.wrapped(
            f"Since the last one, {score_on(last)}: {change(since.points)}.", "  "
        )
    yield from screen.wrapped(SHORT.text)


def history(pegs: Iterable[Peg], *, numbered: bool = True) -> Table:
    """Return a row for each PEG in the order given, `numbered` for `painlog peg remove`."""
    first = 1 if numbered else 0
    return Table(
        (*(("Number",) if numbered else ()), "Day", "Pain", "Enjoyment", "Activity", "Score"),
        [
            (
                *((str(peg.id),) if numbered else ()),
                day(peg.answered_on),
                str(peg.pain),
                str(peg.enjoyment),
                str(peg.activity),
                points(peg.score),
            )
            for peg in pegs
        ],
        numbers=frozenset({*range(first), *range(first + 1, first + 5)}),
    )


def peg_blocks(summary: PegSummary | None) -> Iterator[Block]:
    """Yield the report's part about the PEG: what it means, its changes, the newest twelve."""
    if summary is None:
        return
    yield Heading("PEG")
    yield from map(Paragraph, peg_sentences(summary))
    yield history(summary.answered[-SHOWN:], numbered=False)
    if len(summary.answered) > SHOWN:
        yield Paragraph(f"The newest {SHOWN} of {len(summary.answered)}. All: painlog peg list")
