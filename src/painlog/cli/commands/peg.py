"""`painlog peg`: the three questions of the week."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Literal

import typer

from painlog.advice.standing import SHORT, WHOLE
from painlog.cli.base.again import options_again
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.filters import Filters, selection
from painlog.cli.base.inside_typer import click
from painlog.cli.base.lazy import end_of_global_options, epilog
from painlog.cli.base.nouns import AddingGroup, edit_numbered, noun, remove_numbered
from painlog.cli.base.options import On, Since, Until, argument, day_on, option
from painlog.cli.base.settings import now, open_journal
from painlog.errors import RefusedError, UsageError
from painlog.model.entry import looks_like_number
from painlog.model.names import sentence_start
from painlog.model.peg import QUESTIONS, Peg, Question, parse_answer
from painlog.store.journal import Journal
from painlog.views.terminal.page import to_lines
from painlog.views.terminal.peg import FIRST, answers, echo, history, in_words
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import count, day


class PegGroup(AddingGroup):
    """The commands about PEGs; answers alone mean `add`: `painlog peg 6 5 7`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of answers."""
        start = end_of_global_options(args)
        words = args[start:]
        if words and self._is_answer(words[0]):
            args = [*args[:start], self.default, *words]
        if words and (words[0] == self.default or words[0] not in self.commands):
            _refuse_below_the_scale(words)
        return super().parse_args(ctx, args)

    def _is_answer(self, word: str) -> bool:
        if word in self.commands or word.startswith("-"):
            return False
        if looks_like_number(word):
            return True
        from difflib import get_close_matches

        return not get_close_matches(word, self.commands, cutoff=0.55)


def _refuse_below_the_scale(words: Sequence[str]) -> None:
    # The parser would take a number below 0 for an option.
    place = 0
    for word in words:
        if not looks_like_number(word):
            continue
        if word.startswith("-"):
            parse_answer(word, QUESTIONS[min(place, len(QUESTIONS) - 1)])
        place += 1


PegFormat = Annotated[
    Literal["text", "json", "csv"],
    typer.Option("--format", help="How to print it.", show_default=False),
]

app = noun(
    "Answer three questions about the past week: the PEG. Once a week is enough.",
    "painlog peg",
    "painlog peg 6 5 7",
    "painlog peg list",
    group=PegGroup,
)


@app.command("add", epilog=epilog("painlog peg", "painlog peg 6 5 7 --on yesterday"))
def add(
    ctx: typer.Context,
    pain: Annotated[str | None, argument("PAIN", QUESTIONS[0].text, "answers")] = None,
    enjoyment: Annotated[str | None, argument("ENJOYMENT", QUESTIONS[1].text, "answers")] = None,
    activity: Annotated[str | None, argument("ACTIVITY", QUESTIONS[2].text, "answers")] = None,
    on: On = None,
) -> None:
    """Answer the three questions, each 0–10. You are asked for what is missing."""
    answered_on = day_on(on, now())
    understood = [
        text if text is None else parse_answer(text, question)
        for question, text in zip(QUESTIONS, (pain, enjoyment, activity), strict=True)
    ]
    if None in understood and not can_ask():
        raise UsageError(
            "peg needs three answers, each 0 to 10: pain, enjoyment and activity, as in: "
            f"painlog peg 6 5 7{options_again(ctx)}"
        )
    with open_journal(ctx, writing=True) as journal:
        _refuse_second(journal, answered_on)
        felt, enjoyed, did = _complete(understood, answered_on)
        peg = Peg(answered_on, felt, enjoyed, did)
        with journal.change("peg") as change:
            # Another painlog may have been answered while this one asked.
            _refuse_second(journal, answered_on)
            peg = change.add(peg)
            change.summary = in_words(peg)
        earlier = [p for p in journal.pegs() if p.answered_on < answered_on]
    say(echo(peg, earlier[-1] if earlier else None, screen()))


@app.command("list", epilog=epilog("painlog peg list", "painlog peg list --format csv"))
def list_(
    ctx: typer.Context, since: Since = None, until: Until = None, format_: PegFormat = "text"
) -> None:
    """List answers and scores, newest first. `edit` and `remove` take the numbers."""
    with open_journal(ctx) as journal:
        chosen = selection(journal, now(), Filters(since=since, until=until))
        every = journal.pegs()
    found = [peg for peg in every if chosen.has_day(peg.answered_on)]
    if format_ == "json":
        from painlog.formats.journal_json import PEG, advice_object, peg_object, to_text

        pegs = [peg_object(peg) for peg in found]
        say([to_text({"schema": PEG, "peg": pegs, "advice": [advice_object(WHOLE)]})])
    elif format_ == "csv":
        from painlog.formats.journal_csv import write_pegs

        write_pegs(found, sys.stdout)
        say_aside(f"Wrote {count(len(found), 'PEG')} to standard output. {SHORT.text}")
    elif found:
        say(to_lines([history(reversed(found))], screen()))
    else:
        say_aside("No PEGs in these days." if every else f"No PEG yet. {FIRST}")


@app.command(
    "edit", epilog=epilog("painlog peg edit 3 --pain 5", "painlog peg edit 3 --on yesterday")
)
def edit(
    ctx: typer.Context,
    number: Annotated[int, argument("NUMBER", "From: painlog peg list", "pegs")],
    pain: Annotated[
        str | None, option("--pain", metavar="N", help_="Pain on average, 0–10.", known="answers")
    ] = None,
    enjoyment: Annotated[
        str | None,
        option("--enjoyment", metavar="N", help_="Enjoyment of life, 0–10.", known="answers"),
    ] = None,
    activity: Annotated[
        str | None,
        option("--activity", metavar="N", help_="General activity, 0–10.", known="answers"),
    ] = None,
    on: On = None,
) -> None:
    """Correct the answers or the day of a PEG."""
    given = dict(zip(QUESTIONS, (pain, enjoyment, activity), strict=True))
    changed: dict[str, Any] = {
        question.name: parse_answer(text, question)
        for question, text in given.items()
        if text is not None
    }
    if on is not None:
        changed["answered_on"] = day_on(on, now())
    if not changed:
        raise UsageError(f"Say what to change, as in: painlog peg edit {number} --pain 5")

    def edited(journal: Journal, old: Peg) -> Peg:
        new = old._replace(**changed)
        _refuse_second(journal, new.answered_on, beside=old.id)
        return new

    edit_numbered(ctx, number, Journal.pegs, edited, in_words, called="PEG", see="painlog peg list")


@app.command("remove", epilog=epilog("painlog peg remove 3"))
def remove(
    ctx: typer.Context,
    number: Annotated[int, argument("NUMBER", "From: painlog peg list", "pegs")],
) -> None:
    """Remove a PEG. `painlog undo` brings it back."""
    remove_numbered(ctx, number, Journal.pegs, in_words, called="PEG", see="painlog peg list")


def _refuse_second(journal: Journal, answered_on: date, beside: int = 0) -> None:
    for peg in journal.pegs():
        if peg.answered_on == answered_on and peg.id != beside:
            raise RefusedError(
                f"There is a PEG for {day(answered_on)} already ({answers(peg)}). To change its "
                f"answers or its day: painlog peg edit {peg.id} --pain 5. To remove it: painlog "
                f"peg remove {peg.id}"
            )


def _complete(understood: Sequence[int | None], answered_on: date) -> Iterator[int]:
    """Yield the three answers; ask for those that are missing."""
    if None in understood:
        say(
            screen().wrapped(
                f"Three questions about the week up to {day(answered_on)}. All three need an "
                "answer; Enter does not skip."
            )
        )
    for question, number in zip(QUESTIONS, understood, strict=True):
        yield _asked(question) if number is None else number


def _asked(question: Question) -> int:
    say(screen().wrapped(f"{question.text} {sentence_start(question.anchors)}."))
    return ask(
        f"{sentence_start(question.name)}, 0 to 10", lambda text: parse_answer(text, question)
    )
