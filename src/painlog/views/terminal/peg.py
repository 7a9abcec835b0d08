"""PEGs in words: one, a history, and the part of the report about them."""

from collections.abc import Iterable, Iterator

from painlog.advice.standing import SHORT
from painlog.analysis.peg import PegChange, PegSummary, change_between
from painlog.model.peg import QUESTIONS, Peg
from painlog.views.terminal.page import Block, Heading, Paragraph, Table
from painlog.views.terminal.screen import Screen
from painlog.views.wording import change, day, points

SHOWN = 12
DUE = "PEG is due: painlog peg"
FIRST = "To answer the three questions: painlog peg"

_SMALLEST = (
    "About 1 point is the smallest change that matters to people (Reed 2024, J Pain 25:142–152). "
    "A score says how a week was, not why."
)


def in_words(peg: Peg) -> str:
    """PEG 3, 6.0 of 10, Tue 31 Mar 2026."""
    return f"PEG {peg.id}, {points(peg.score)} of 10, {day(peg.answered_on)}"


def answers(peg: Peg) -> str:
    """The three answers by name: "pain 6, enjoyment 5, activity 7"."""
    return ", ".join(f"{question.name} {getattr(peg, question.name)}" for question in QUESTIONS)


def echo(peg: Peg, last: Peg | None, screen: Screen) -> Iterator[str]:
    """What was stored, and its change since the last one before it."""
    yield from screen.wrapped(
        f"Saved PEG {peg.id}: {points(peg.score)} of 10, {day(peg.answered_on)}.", rest="  "
    )
    yield from screen.wrapped(answers(peg), "  ")
    if last is None:
        yield from screen.wrapped("There is none before it to compare with.", "  ")
    else:
        since = change_between(last, peg)
        yield from screen.wrapped(f"Since the last one, {_at(last)}: {change(since.points)}.", "  ")
    yield from screen.wrapped(SHORT.text)


def history(pegs: Iterable[Peg], *, numbered: bool = True) -> Table:
    """A row for each PEG in the order given; `numbered` with the number that `remove` takes."""
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
    """The report's part about the PEG: the latest, its changes, the newest twelve."""
    if summary is None:
        return
    yield Heading("PEG")
    yield from map(Paragraph, peg_sentences(summary))
    yield history(summary.answered[-SHOWN:], numbered=False)
    if len(summary.answered) > SHOWN:
        yield Paragraph(f"The newest {SHOWN} of {len(summary.answered)}. All: painlog peg list")


def peg_sentences(summary: PegSummary) -> Iterator[str]:
    """What the score is, the latest one and its changes, a paragraph each."""
    latest = summary.latest
    yield (
        "The mean of three answers about a week, 0 to 10: pain on average, and how much it got in "
        "the way of enjoyment of life and of general activity. More is worse."
    )
    yield f"Latest: {points(latest.score)} on {day(latest.answered_on)}."
    if summary.since_first is None:
        yield "There is one in this period; with a second, the change is told."
        return
    yield _against("Since the first", summary.since_first)
    yield (
        _against("Since about four weeks before", summary.since_four_weeks)
        if summary.since_four_weeks
        else "Since about four weeks before: none was answered 28 to 42 days before it."
    )
    yield _SMALLEST


def _against(name: str, since: PegChange) -> str:
    smallest = "the smallest change that matters"
    return (
        f"{name}, {_at(since.earlier)}: {change(since.points)}, "
        f"{f'at least {smallest}' if since.matters else f'short of {smallest}'}."
    )


def _at(peg: Peg) -> str:
    return f"{day(peg.answered_on)} ({points(peg.score)})"
