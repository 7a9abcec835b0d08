"""`painlog day`: sleep, stress, factors of one's own and one note, for a day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.again import command_again
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, NoteToEdit, On, day_on, note_to_edit, option
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import say_note_before, say_raised
from painlog.cli.base.typed_note import note_typed
from painlog.errors import NotUnderstoodError, UsageError
from painlog.model.entry import clean_text
from painlog.model.factor import (
    FACTORS,
    IN_WORDS,
    DayNote,
    DayState,
    Factor,
    factor_of,
    parse_value,
)
from painlog.model.nothing_said import means_nothing
from painlog.store import days
from painlog.views.terminal.days import day_card, day_summary, saved_day
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from painlog.advice.red_flags import Raised
    from painlog.store.journal import Journal

# The new values of a day's factors, by name; None takes a value away.
Values = dict[str, float | None]
_AWAY = "-"


@examples(
    "painlog day",
    'painlog day --sleep 6.5 --stress 3 --note "long drive"',
    "painlog day --on yesterday --stress 7",
    "painlog day -f steps=8000   # after: factors add steps",
    "painlog day --sleep -",
)
def day(
    ctx: typer.Context,
    on: On = None,
    sleep: Annotated[
        str | None, option("--sleep", metavar="HOURS", help_='Hours of sleep: "6.5", "6h30".')
    ] = None,
    stress: Annotated[
        str | None, option("--stress", metavar="N", help_="0 none, 10 worst.", known="answers")
    ] = None,
    factor: Annotated[
        list[str] | None,
        option(
            "--factor",
            "-f",
            metavar="NAME=VALUE",
            help_="One of your own: steps=8000 (several: -f -f).",
            known="factor_values",
        ),
    ] = None,
    note: NoteToEdit = None,
    format_: Format = "text",
) -> None:
    """Say how a day was, or show it. A day has one note; "-" removes a value.

    Without options, you are asked on a terminal; in a pipe, the day is shown. An empty note removes
    the note.
    """
    this_moment = now()
    wanted = day_on(on, this_moment)
    given = [("sleep", sleep), ("stress", stress), *map(_pair, factor or ())]
    said = [(name, text) for name, text in given if text is not None]
    changes = bool(said) or note is not None
    asks = not changes and can_ask() and format_ == "text"
    with open_journal(ctx, writing=changes or asks) as journal:
        values = _values(journal, said)
        present = "" if note is None else days.state_on(journal, wanted).note
        text = note_to_edit(ctx, note, present)
        text = text and clean_text(text)
        saved = None
        if asks:
            present = days.state_on(journal, wanted).note
            saved, text = _ask_and_store(journal, wanted, command_again(ctx))
        elif changes:
            saved, _ = _store(journal, wanted, values, text)
        if text and format_ == "text":
            say_raised(raised_by_day(journal, DayNote(wanted, text)))
        state = days.state_on(journal, wanted)
        _show(state, wanted, format_, command=command_again(ctx), saved=saved)
        # In the editor, the person had the words before them; "-" at the question removes them.
        is_typed = bool(text) if asks else text is not None and note != _AWAY
        if is_typed and format_ == "text":
            say_note_before(present, text or "")


def raised_by_day(journal: "Journal", note: DayNote) -> "tuple[Raised, ...]":
    """Return the signs of urgent illness in the note of a day."""
    from painlog.advice.red_flags.day_notes import raised_by_note
    from painlog.model.selection import Selection

    rated = journal.entries(Selection(since=note.day, until=note.day))
    return raised_by_note(note, rated)


def how_asked(factor: Factor) -> str:
    """Return how a factor is asked for: "sleep, hours", "stress, 0 to 10"."""
    what = factor.unit if factor.measure == "number" else IN_WORDS[factor.measure]
    return printable(f"{factor.name}, {what}" if what else factor.name)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise UsageError(
            f'"{text}" does not say what it was. Write the name, "=" and the value, as in: '
            "painlog day --factor steps=8000"
        )
    return name.strip(), value.strip()


def _values(journal: "Journal", said: Sequence[tuple[str, str]]) -> Values:
    known = days.factors(journal)
    found = [(factor_of(name, known, text), text) for name, text in said]
    return {f.name: None if text == _AWAY else parse_value(text, f) for f, text in found}


def _ask_and_store(
    journal: "Journal", wanted: date, command: str
) -> tuple[bool | None, str | None]:
    """Ask about sleep, stress, the other factors in use, and the note; store each answer at once.

    Returns:
        Whether that changed anything, None if nothing was answered; and the note, None if it stays.
    """
    state = days.state_on(journal, wanted)
    present = {factor.name: value for factor, value in state.values}
    say(day_card(state, wanted, screen(), command))
    say(screen().wrapped('Enter keeps what is there; "-" removes it.'))
    values: Values = {}
    saved, made = None, 0
    for factor in days.factors(journal):
        if factor not in FACTORS and not (factor.own or factor.asked):
            continue
        was = f" [{factor.words(present[factor.name])}]" if factor.name in present else ""

        def understand(text: str, factor: Factor = factor) -> str | float | None:
            return text if text in ("", _AWAY) else parse_value(text, factor)

        said = ask(f"{how_asked(factor)}{was}", understand)
        if said == _AWAY or isinstance(said, float):
            values[factor.name] = said if isinstance(said, float) else None
            saved, made = _store(journal, wanted, values, None, made)

    def understand_note(text: str) -> str | None:
        if text in ("", _AWAY):
            return None if not text else ""
        if not means_nothing(text):
            return note_typed(text)
        if state.note:
            raise NotUnderstoodError('Enter keeps what is there; "-" removes it.')
        return None

    note = ask("Note" + (f" [{state.note}]" if state.note else ""), understand_note)
    if note is not None:
        saved, _ = _store(journal, wanted, values, note, made)
    return saved, note


def _store(
    journal: "Journal", wanted: date, values: Values, note: str | None, continues: int = 0
) -> tuple[bool, int]:
    """Store what was said; return whether that changed anything, and the number of the change.

    The number is 0 where nothing was changed. `continues` is that of a change to go on with.
    """
    known = {factor.name: factor for factor in days.factors(journal)}
    with journal.change("day", continues) as change:
        for name, value in values.items():
            days.put_factor(journal, change, wanted, known[name], value)
        if note is not None:
            days.put_note(journal, change, wanted, note)
        said = ((known[name], value) for name, value in values.items())
        change.summary = day_summary(wanted, said, note)
        changed = not change.changes_nothing
        return changed, change.id if changed else 0


def _show(state: DayState, wanted: date, format_: str, *, command: str, saved: bool | None) -> None:
    if format_ == "json":
        from painlog.formats.days_json import day_object
        from painlog.formats.journal_json import to_text

        say([to_text(day_object(state, wanted))])
    elif saved:
        say(saved_day(state, wanted, screen()))
    else:
        if saved is not None:
            say(["The day already says that; nothing was changed."])
        say(day_card(state, wanted, screen(), command))
