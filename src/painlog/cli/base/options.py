"""Options that several commands share, so that each looks and behaves the same everywhere."""

import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from painlog.cli.base.settings import call_of
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.views.terminal.screen import is_spoken

if TYPE_CHECKING:
    from datetime import date


def offer(name: str) -> Callable[..., Any]:
    """Return an `autocompletion` by its name in cli/completion/known.py, which is imported late."""
    # Typer resolves the annotations of each of these at every start; a lambda has none.
    return lambda ctx: getattr(import_module("painlog.cli.completion.known"), name)(ctx)  # noqa: PLW0108 - inlined, it would import now


def option(
    *names: str,
    metavar: str,
    help_: str = "",
    known: str = "",
    dated: bool = False,
    written: bool = False,
) -> Any:  # noqa: ANN401 - as Typer's
    """Return an option that takes a value.

    Args:
        names: Its long name, and its short one.
        metavar: What the help shows for the value.
        help_: What it does.
        known: What a shell completes it with, a name in cli/completion/known.py.
        dated: Whether it is a day or a time, which may hold a date such as 3/4/2026.
        written: Whether it is a text, for which "-" opens an editor.
    """
    callback: Callable[..., Any] | None = None
    # Lambdas, as in `offer`.
    if dated:
        if metavar == "TIME":
            callback = lambda value: time_in_chosen_order(value)  # noqa: E731, PLW0108
        else:
            callback = lambda value: in_chosen_order(value)  # noqa: E731, PLW0108
    elif written:
        callback = lambda ctx, value: _note_of(ctx, value)  # noqa: E731, PLW0108
    return typer.Option(
        *names,
        metavar=metavar,
        help=help_,
        autocompletion=offer(known) if known else None,
        callback=callback,
    )


# A picture in words, also where ACCESSIBLE or a dumb terminal asks for them.
Words = Annotated[
    bool,
    typer.Option(
        "--words",
        help="Words instead of a picture, for screen readers.",
        callback=lambda value: value or is_spoken(sys.stdout),
    ),
]


def argument(metavar: str, help_: str = "", known: str = "") -> Any:  # noqa: ANN401 - as Typer's
    """Return an argument; `known` completes it as it does an option."""
    return typer.Argument(
        metavar=metavar,
        help=help_,
        show_default=False,
        autocompletion=offer(known) if known else None,
    )


def region_option(help_: str = "", known: str = "places") -> Any:  # noqa: ANN401 - as above
    """Return `--region` as every command has it."""
    return option("--region", "-r", metavar="REGION", help_=help_, known=known)


def treatment_option(help_: str) -> Any:  # noqa: ANN401 - as above
    """Return `--treatment` as every command has it."""
    return option("--treatment", "-t", metavar="NAME", help_=help_, known="treatments")


Format = Annotated[
    Literal["text", "json"], typer.Option("--format", help="How to print it.", show_default=False)
]
Ids = Annotated[
    list[str], argument("ID …", "From: painlog list, such as 12, u7, 3-5, or last.", "logged")
]
Since = Annotated[
    str | None,
    option("--since", metavar="DAY", help_='First day: "2026-03-05", "yesterday".', dated=True),
]
Until = Annotated[str | None, option("--until", metavar="DAY", help_="Last day.", dated=True)]
At = Annotated[
    str | None,
    option(
        "--at",
        metavar="TIME",
        help_='When: "yesterday 21:00", "3 days ago", "2026-03-05".',
        dated=True,
    ),
]
On = Annotated[
    str | None,
    option("--on", metavar="DAY", help_='Which day: "yesterday", "2026-03-05".', dated=True),
]
SideOption = Annotated[
    str | None, option("--side", metavar="SIDE", help_="left, right, both.", known="sides")
]
NoSide = Annotated[bool, typer.Option("--no-side", help="Leave the side out.")]
Began = Annotated[
    str | None,
    option(
        "--at",
        "--from",
        metavar="TIME",
        help_='When, or when it began: "yesterday 21:00", "2026-03-05".',
        dated=True,
    ),
]
Lasted = Annotated[
    str | None,
    option("--lasted", metavar="TIME", help_='How long: "3h", "90 min", "2 days".'),
]
Ended = Annotated[
    str | None, option("--until", metavar="TIME", help_='When it was over: "17:30".', dated=True)
]
Treatments = Annotated[
    list[str] | None,
    treatment_option('What you did about it: heat, "ibuprofen 400 mg" (several: -t -t).'),
]
Before = Annotated[
    str | None,
    option(
        "--before",
        metavar="N",
        help_="Intensity before the treatment, 0–10.",
        known="intensities",
    ),
]
Qualities = Annotated[
    list[str] | None,
    option(
        "--quality",
        "-q",
        metavar="TEXT",
        help_='What it feels like: "burning, dull".',
        known="qualities",
    ),
]
Triggers = Annotated[
    list[str] | None,
    option(
        "--trigger",
        metavar="TEXT",
        help_='What may have set it off: "long walk".',
        known="triggers",
    ),
]
Conditions = Annotated[
    list[str] | None,
    option(
        "--condition",
        metavar="TEXT",
        help_='A condition you have: "Parkinson\'s disease".',
        known="conditions",
    ),
]
Interference = Annotated[
    str | None,
    option(
        "--interference",
        metavar="N",
        help_="How much it interferes with your day, 0–10.",
        known="answers",
    ),
]
_A_NOTE = 'Anything else; "-" opens your editor.'
Note = Annotated[str | None, option("--note", metavar="TEXT", help_=_A_NOTE, written=True)]
# For a thing that may have a note already: the command itself calls `note_to_edit`.
NoteToEdit = Annotated[str | None, option("--note", metavar="TEXT", help_=_A_NOTE)]


def _note_of(ctx: typer.Context, value: str | None) -> str | None:
    return value if ctx.resilient_parsing else note_to_edit(ctx, value, "")


def note_to_edit(ctx: typer.Context, text: str | None, present: str) -> str | None:
    """Return a note as given; for "-", the one written in an editor or sent through a pipe.

    Args:
        ctx: The call, which keeps what was written until it is saved.
        text: What was typed.
        present: The text that the editor opens with.

    Raises:
        RefusedError: if there is no editor, or it fails.
        UsageError: if there is neither a pipe nor a terminal.
    """
    if text != "-":
        return text
    from painlog.cli.base.editor import written_note

    return written_note(call_of(ctx), present)


def in_chosen_order(text: str | None) -> str | None:
    """Return a day as typed, with a date such as 3/4/2026 read in the order set for it."""
    if text is None or not _may_be_in_figures(text):
        return text
    from painlog.cli.base.settings import chosen_settings
    from painlog.model.date_order import in_order, with_last_point

    order = chosen_settings().date_order
    return in_order(with_last_point(text), order) if order else text


def time_in_chosen_order(text: str | None) -> str | None:
    """Return a time as typed, with a date in it read as `in_chosen_order` does.

    Raises:
        NotUnderstoodError: if it can be a time as well as a date, such as "3.11".
    """
    if text is None or not _may_be_in_figures(text):
        return text
    from painlog.cli.base.settings import chosen_settings, now
    from painlog.model.date_order import in_order

    order = chosen_settings().date_order
    if "." in text:
        from painlog.model.time_or_date import refuse_time_or_date

        refuse_time_or_date(text, order, now())
    return in_order(text, order) if order else text


def _may_be_in_figures(text: str) -> bool:
    return any(sign in text for sign in "/.-") and not _begins_with_year(text)


def _begins_with_year(text: str) -> bool:
    return text[:4].isdigit() and text[4:5] == "-"


def visit_day(text: str, now: datetime, *, to_come: bool) -> "date":
    """Return the day of a visit to a clinician, past or planned.

    Args:
        text: As typed.
        now: This moment.
        to_come: Whether only a day from today on can be meant.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is past although it must be `to_come`, or too far ahead.
    """
    from painlog.model.asked_moment import A_VISIT
    from painlog.model.day_to_come import names_day_to_come, parse_day_to_come
    from painlog.model.when import parse_day

    today, typed = now.date(), in_chosen_order(text) or ""
    if to_come or names_day_to_come(text):
        return parse_day_to_come(typed, today)
    try:
        day = parse_day(typed, now, wanted=A_VISIT)
    except RefusedError as past:
        try:
            return parse_day_to_come(typed, today)
        except NotUnderstoodError:
            raise past from None
    from painlog.cli.base.ask import check_long_ago

    check_long_ago(typed, day, today)
    return day


def day_on(
    text: str | None, now: datetime, *, is_saved: bool = True, is_last: bool = False
) -> "date":
    """Return the day that `--on` names; without it, today. `is_last` is as for `day_said`.

    On a terminal a person is asked about a day that is still to come or, where something `is_saved`
    of it, unusually long ago.
    """
    if text is None:
        return now.date()
    from painlog.cli.base.ask import settled

    said = settled(text, lambda words: parse_day(words, now, is_last=is_last))
    return (day_said(said, now) if is_saved else parse_day(said, now)) or now.date()


def day_said(text: str | None, now: datetime, *, is_last: bool = False) -> "date | None":
    """Return the day of something that is saved; None where it was not given.

    Where it is the last day of something, the refusal of a day to come says how to keep the plan.
    """
    day = parse_day(text, now, is_last=is_last)
    if day:
        from painlog.cli.base.ask import check_long_ago

        check_long_ago(text, day, now.date())
    return day


def parse_day(text: str | None, now: datetime, *, is_last: bool = False) -> "date | None":
    """Return the day that an option names; None where it was not given."""
    if text is None:
        return None
    from painlog.model.asked_moment import A_DAY, A_LAST_DAY
    from painlog.model.when import parse_day

    return parse_day(text, now, wanted=A_LAST_DAY if is_last else A_DAY)
