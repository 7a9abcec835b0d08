"""`painlog edit`: correct entries and uses, by options or by being asked."""

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.ask import agrees, can_ask, check_long_ago
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    Before,
    Began,
    Conditions,
    Ended,
    Interference,
    Lasted,
    NoteToEdit,
    Qualities,
    SideOption,
    Treatments,
    Triggers,
    argument,
    note_to_edit,
    option,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import (
    add_new,
    asking,
    raised_by_words,
    say_first_uses,
    say_named,
    say_note_before,
    say_together,
    say_too_much,
)
from painlog.cli.base.trial_of_day import (
    say_in_other_arm,
    say_left_unrated,
    say_missed_by_side,
)
from painlog.cli.commands.add import show_signs
from painlog.cli.commands.edit_questions import asked
from painlog.errors import PainlogError, RefusedError, UsageError
from painlog.files.command_line import command_line
from painlog.model.entry import Entry
from painlog.model.rating import parse_rating
from painlog.model.use import with_dose
from painlog.tasks.editing import (
    CLEARED,
    Edits,
    compared,
    edited_all,
    newly_dosed,
    read_changes,
    series,
)
from painlog.tasks.logged import all_logged, logged
from painlog.tasks.same_uses import SameUses, same_uses
from painlog.views.terminal.entries import echo, named, numbered, same_use_lines, use_echo
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import TAKE_BACK, count, day, listed, printable, titled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from painlog.model.use import Use
    from painlog.store.journal import Journal
    from painlog.tasks.entering import Given


@examples(
    "painlog edit 12 --intensity 5",
    'painlog edit 12 --side left --at "yesterday 21:00"',
    'painlog edit 12 -t stretching -t "ibuprofen 400 mg"',
    "painlog edit 12 --lasted 3h",
    "painlog edit u7 --dose 100mg",
    "painlog edit last --intensity 5",
    "painlog edit 12 --clear note --clear before",
    "painlog edit 3 4 5 --side left",
    "painlog edit --region heel --no-side --side left",
)
def edit(
    ctx: typer.Context,
    numbers: Annotated[
        list[str] | None,
        argument("ID …", "From: painlog list, such as 12, u7, 3-5, or last.", "logged"),
    ] = None,
    region: Annotated[
        str | None,
        option(
            "--region",
            "-r",
            metavar="REGION",
            help_="Where it hurts. Without ID: all entries of this region.",
            known="places",
        ),
    ] = None,
    side: SideOption = None,
    no_side: Annotated[
        bool,
        typer.Option("--no-side", help="Clear the side. Without ID: only entries without a side."),
    ] = False,
    intensity: Annotated[
        str | None,
        option("--intensity", "-i", metavar="N", help_="How much, 0–10.", known="intensities"),
    ] = None,
    treatment: Treatments = None,
    dose: Annotated[
        str | None, option("--dose", metavar="DOSE", help_='How much of it: "400 mg".')
    ] = None,
    before: Before = None,
    at: Began = None,
    lasted: Lasted = None,
    until: Ended = None,
    no_until: Annotated[bool, typer.Option("--no-until", help="It has no end.")] = False,
    quality: Qualities = None,
    trigger: Triggers = None,
    condition: Conditions = None,
    interference: Interference = None,
    note: NoteToEdit = None,
    clear: Annotated[
        list[str] | None,
        typer.Option(
            "--clear",
            metavar="FIELD",
            help=f"Clear a field: {', '.join(CLEARED)}.",
            autocompletion=lambda: list(CLEARED),
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Change a series without asking.")] = False,
) -> None:
    """Correct entries or uses. Lists are replaced, not added to; without options you are asked."""
    options = {
        "region": region if numbers else None,
        "side": side,
        "intensity": intensity,
        "at": at,
        "lasted": lasted,
        "until": until,
        "before": before,
        "interference": interference,
        "note": note,
        "treatment": treatment,
        "dose": dose,
        "quality": quality,
        "trigger": trigger,
        "condition": condition,
    }
    given = {name: value for name, value in options.items() if value is not None}
    cleared = [*(clear or []), *["until"] * no_until, *["side"] * bool(no_side and numbers)]
    with open_journal(ctx, writing=True) as journal:
        if numbers:
            if yes:
                raise UsageError("--yes is for a whole series; with numbers nothing is asked.")
            if note == "-":
                given["note"] = _written(ctx, journal, numbers)
            _edit_numbered(journal, numbers, given, cleared, in_editor=note == "-")
        elif note == "-":
            raise UsageError(
                "--note - needs the number of an entry, as in: painlog edit last --note -"
            )
        elif region is None or not (given or cleared):
            raise UsageError(
                "edit needs the number of an entry, or --region and what to change in all its "
                "entries, as in: painlog edit --region heel --no-side --side left"
            )
        else:
            found = series(journal, region, without_side=no_side)
            _edit_series(journal, found, given, cleared, yes=yes)


def _written(ctx: typer.Context, journal: "Journal", numbers: "Sequence[str]") -> str:
    """Return a note from the editor, which opens with the present note if there is one thing."""
    things = all_logged(journal, numbers)
    return note_to_edit(ctx, "-", things[0].note if len(things) == 1 else "") or ""


def _edit_numbered(
    journal: "Journal",
    numbers: "Sequence[str]",
    given: "Given",
    cleared: "Sequence[str]",
    *,
    in_editor: bool,
) -> None:
    this_moment = now()
    if not (given or cleared):
        _refuse_number_as_rating(journal, numbers)
    things = all_logged(journal, numbers)
    if given or cleared:
        edits = _edits(journal, things, given, cleared, this_moment)
    elif len(things) == 1 and can_ask():
        edits = asked(journal, things[0], this_moment)
    else:
        rated = all(isinstance(thing, Entry) for thing in things)
        example = "--intensity 5" if rated else '--note "long walk"'
        raise UsageError(
            f"Say what to change, as in: painlog edit {' '.join(numbers)} {example}. See: painlog "
            "edit --help"
        )
    for old in edits.unchanged:
        kind = "Entry" if isinstance(old, Entry) else "Use"
        number = old.id if isinstance(old, Entry) else old.number
        say([f"{kind} {number} already says that; nothing was changed."])
    if edits.changed:
        _check_time(edits, given, this_moment)
        same = _same_uses(journal, edits, given)
        stored = _store(journal, edits, same, "; ".join(named(old) for old, _ in edits.changed))
        here = this_moment.utcoffset()
        for old, new in edits.changed:
            say(
                echo("Changed", new, screen(), here)
                if isinstance(new, Entry)
                else use_echo("Changed", new, screen(), here)
            )
            # In the editor and among questions, the person had the words before them.
            if given.get("note") is not None and not in_editor:
                say_note_before(old.note, new.note)
        say(same_use_lines([new for _, new in same.also], same.stays, screen()))
        _say_of_entries(journal, edits, this_moment)
        say_left_unrated(journal, stored, this_moment.date())


def _refuse_number_as_rating(journal: "Journal", numbers: "Sequence[str]") -> None:
    """Refuse `edit 1 2`, by which a person may mean that entry 1 is a 2, or both entries.

    Raises:
        UsageError: with what to type for each meaning.
    """
    *before, last = numbers
    rating = _rating_in(last)
    if not before or rating is None:
        return
    rated = all_logged(journal, before)
    if not all(isinstance(thing, Entry) for thing in rated):
        return
    entries = listed(str(thing.id) for thing in rated)
    meant = (
        f"Say what to change. To set {'entries' if rated[1:] else 'entry'} {entries} to {rating}: "
        "painlog edit "
        f"{' '.join(before)} --intensity {rating}"
    )
    with suppress(PainlogError):
        if isinstance(logged(journal, last), Entry):
            every = "all" if before[1:] else "both"
            meant += f". To change {every}: painlog edit {' '.join(numbers)} --intensity 5"
    raise UsageError(meant)


def _rating_in(text: str) -> int | None:
    with suppress(PainlogError):
        return parse_rating(text)
    return None


def _edit_series(
    journal: "Journal",
    found: "Sequence[Entry]",
    given: "Given",
    cleared: "Sequence[str]",
    *,
    yes: bool,
) -> None:
    this_moment = now()
    edits = _edits(journal, found, given, cleared, this_moment)
    if not edits.changed:
        say([f"{titled(count(len(found), 'entry', 'entries'))} already so; nothing was changed."])
        return
    which = _series_in_words([old for old, _ in edits.changed if isinstance(old, Entry)])
    if not yes:
        if not can_ask():
            raise RefusedError(f"That would change {which}. To do it, add --yes.")
        if not agrees(f"Change {which}?"):
            say(["Nothing was changed."])
            return
    _check_time(edits, given, this_moment)
    same = _same_uses(journal, edits, given)
    stored = _store(journal, edits, same, which)
    say(screen().wrapped(f"Changed {which}.", rest="  "))
    say(same_use_lines([new for _, new in same.also], same.stays, screen()))
    _say_of_entries(journal, edits, this_moment)
    say_left_unrated(journal, stored, this_moment.date())
    say(screen().wrapped(TAKE_BACK))


def _series_in_words(entries: "Sequence[Entry]") -> str:
    places = listed(dict.fromkeys(printable(entry.place) for entry in entries))
    days = dict.fromkeys(day(entry.day) for entry in (entries[0], entries[-1]))
    number = count(len(entries), "entry", "entries")
    return f"{number} of the {places}, {' to '.join(days)}"


def _edits(
    journal: "Journal",
    things: "Sequence[Entry | Use]",
    given: "Given",
    cleared: "Sequence[str]",
    this_moment: "datetime",
) -> Edits:
    how = asking() if can_ask() else None
    changes = read_changes(journal, given, cleared, this_moment, how)
    return compared(things, edited_all(journal, things, changes), changes.said)


def _check_time(edits: Edits, given: "Given", this_moment: "datetime") -> None:
    """Ask about a new time that is unusually long ago, once for all that get it."""
    for _, new in edits.changed[:1]:
        check_long_ago(given.get("at"), new.day, this_moment.date())


def _store(journal: "Journal", edits: Edits, same: SameUses, summary: str) -> int:
    """Store what was edited, say what it asks for, and return the number of the change."""
    with journal.change("edit") as change:
        add_new(journal, change, edits.new)
        for _, new in (*edits.changed, *same.also):
            change.edit(new)
        change.summary = summary
    say_too_much(journal, [use for old, new in edits.changed for use in newly_dosed(old, new)])
    telling = [
        new
        for old, new in edits.changed
        if isinstance(old, Entry) and isinstance(new, Entry) and _tells(new) != _tells(old)
    ]
    of_uses = [
        one
        for old, new in edits.changed
        if not isinstance(new, Entry) and new.note != old.note
        for one in raised_by_words(new.note, new.region or "")
    ]
    show_signs(journal, telling, of_uses)
    return change.id


def _same_uses(journal: "Journal", edits: Edits, given: "Given") -> SameUses:
    """Return where else the edited uses are noted.

    Raises:
        RefusedError: if a new time of an entry would make two uses of one.
    """
    same = same_uses(journal, edits.changed)
    if not same.parted:
        return same
    moved = [new for _, new in edits.changed if isinstance(new, Entry)]
    shared = dict.fromkeys(use.treatment for use, _ in same.parted)
    others = list({twin.id: twin for _, twin in same.parted}.values())
    what = listed(dict.fromkeys(printable(use.what) for use, _ in same.parted))
    at = ["--at", given.get("at") or f"{moved[0].felt_at:%Y-%m-%d %H:%M}"]
    numbers = [str(entry.id) for entry in moved]
    together = command_line("painlog", "edit", *numbers, *(str(e.id) for e in others), *at)
    kept = [
        with_dose(name, dict(moved[0].doses).get(name))
        for name in moved[0].treatments
        if name not in shared
    ]
    without = [word for name in kept for word in ("-t", name)] or ["--clear", "treatment"]
    alone = command_line("painlog", "edit", *numbers, *at, *without)
    raise RefusedError(
        f"{what} of the same time {'is' if len(shared) == 1 else 'are'} also at "
        f"{listed(map(numbered, others))}, and would become two uses if only "
        f"{listed(map(numbered, moved))} moved. Nothing was changed.",
        f"To move both: {together}" if len(numbers + others) == 2 else f"To move all: {together}",
        f"To move the rating without what was used: {alone}",
    )


def _tells(entry: Entry) -> tuple[object, ...]:
    """Return the parts of an entry from which warning signs are read."""
    words = entry.qualities, entry.triggers, entry.conditions, entry.note
    return entry.region, entry.intensity, words


def _say_of_entries(journal: "Journal", edits: Edits, this_moment: "datetime") -> None:
    after = [new for _, new in edits.changed]
    rated = [thing for thing in after if isinstance(thing, Entry)]
    say_missed_by_side(journal, rated, this_moment.date())
    taken = [thing for thing in after if not isinstance(thing, Entry)]
    say_in_other_arm(journal, rated, taken, this_moment.date())
    doses = [
        pair
        for thing in after
        for pair in (thing.doses if isinstance(thing, Entry) else [(thing.treatment, thing.dose)])
    ]
    say_named(edits.new, edits.brands, doses, after)
    used = Counter(
        name for old, new in edits.changed for name in {*new.treatments} - {*old.treatments}
    )
    say_first_uses(journal, used)
    say_together(journal, [one for old, new in edits.changed for one in _newly_used(old, new)])


def _newly_used(old: "Entry | Use", new: "Entry | Use") -> "set[tuple[str, date]]":
    before, after = ({(t, thing.day) for t in thing.treatments} for thing in (old, new))
    return after - before
