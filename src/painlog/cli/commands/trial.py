"""`painlog trial`: a trial of one's own, planned, followed and read."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.cli.base.ask import agrees, can_ask
from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import NounGroup, noun
from painlog.cli.base.options import (
    Format,
    Note,
    On,
    SideOption,
    argument,
    day_on,
    in_chosen_order,
    option,
    region_option,
)
from painlog.cli.base.settings import now, open_journal, services
from painlog.cli.base.target import Force, Output, check_target, format_by_ending
from painlog.cli.base.treating import say_note_before
from painlog.cli.base.trial_of_day import understand_kept
from painlog.cli.commands.trial_questions import PlanWords, asked_plan, plan_from
from painlog.errors import NotFoundError, NotUnderstoodError, RefusedError, UsageError
from painlog.model.entry import clean_text
from painlog.model.region import parse_side
from painlog.model.trial import Trial, is_seed
from painlog.tasks import trial as tasks
from painlog.views.terminal.screen import progressing, say, say_aside, screen
from painlog.views.terminal.trial import (
    begun_lines,
    list_lines_of_trials,
    plan_lines,
    reading_lines,
    today_lines_of_trial,
)
from painlog.views.wording import TAKE_BACK, count, day, printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from painlog.analysis.trials import TrialReading
    from painlog.model.contents import Consultation
    from painlog.store.journal import Journal

TrialForm = Literal["csv", "markdown"]
_ENDINGS: "Mapping[str, TrialForm]" = {".csv": "csv", ".md": "markdown", ".markdown": "markdown"}

_NONE_UNDER_WAY = (
    "No trial is under way. Plan one: painlog trial plan. Earlier ones: painlog trial list"
)


class TrialGroup(NounGroup):
    """The commands about trials; the bare noun shows what today is."""

    default = "today"


Arm = Annotated[
    str | None,
    argument("TREATMENT", '"stretching", "stretching + massage", "nothing".', "regimens"),
]
Number = Annotated[int | None, argument("NUMBER", "From: painlog trial list", "trials")]
app = noun(
    "Compare two things in an order drawn by chance: a trial of your own.",
    "painlog trial plan stretching nothing --region heel",
    "painlog trial",
    "painlog trial log yes",
    "painlog trial show",
    group=TrialGroup,
)


@app.command(
    "plan",
    epilog=epilog(
        "painlog trial plan",
        "painlog trial plan heat cold -r heel --agreed yesterday",
    ),
)
def plan(
    ctx: typer.Context,
    a: Arm = None,
    b: Arm = None,
    region: Annotated[str | None, region_option('What is rated: "left heel".')] = None,
    side: SideOption = None,
    pairs: Annotated[
        int | None, option("--pairs", metavar="N", help_="Pairs of blocks, 6 to 20. Default: 7.")
    ] = None,
    block_days: Annotated[
        int | None, option("--block-days", metavar="N", help_="Days of a block. Default: 4.")
    ] = None,
    washout: Annotated[
        int | None, option("--washout", metavar="N", help_="Days for one to wear off. Default: 1.")
    ] = None,
    start: Annotated[
        str | None, option("--start", metavar="DAY", help_='"tomorrow", "monday", "2026-03-05".')
    ] = None,
    agreed: Annotated[
        str | None,
        option("--agreed", metavar="DAY", help_="Day of the visit at which a clinician agreed."),
    ] = None,
    seed: Annotated[
        str | None,
        option("--seed", metavar="TEXT", help_="For the draw, from a clinician who keeps it."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Draw and save without asking.")] = False,
) -> None:
    """Plan a trial of two things. You see what it can and cannot show before it is saved."""
    this_moment = now()
    today = this_moment.date()
    if seed is not None and not is_seed(seed):
        raise NotUnderstoodError("A seed is a text of 1 to 64 printable characters.")
    said_side = parse_side(side) if side else None
    day_agreed = day_on(in_chosen_order(agreed), this_moment) if agreed else None
    start = in_chosen_order(start)
    shape = (pairs, block_days, washout)
    words = PlanWords(a, b, region, said_side, *shape, start, seed, day_agreed)
    asking = can_ask() and not yes
    with open_journal(ctx, writing=True) as journal:
        tasks.check_nothing_stands_against(journal, today)
        planned, visit = (
            asked_plan(
                journal, words, today, lambda text: day_on(in_chosen_order(text), this_moment)
            )
            if asking
            else plan_from(journal, words, today)
        )
        with progressing("Trying the plan out") as progress:
            outlook = tasks.outlook(journal, planned, this_moment, progress)
        say(plan_lines(planned, visit, outlook, screen()))
        if yes or (asking and agrees(f"Draw the order, and begin on {day(planned.starts_on)}?")):
            begun = tasks.begin(journal, planned)
            diary = tasks.has_attack_diary(journal, begun)
            say(begun_lines(begun, screen(), attack_diary=diary))
        elif asking:
            say(["Nothing was drawn or saved."])
        else:
            say_aside("Nothing was drawn or saved. To draw the order and save the plan: --yes")


@app.command("today", epilog=epilog("painlog trial", "painlog trial today"))
def today(ctx: typer.Context) -> None:
    """Show what today is in the trial. Its blocks and the days that were as planned follow."""
    this_moment = now()
    this_day = this_moment.date()
    with open_journal(ctx) as journal:
        found = tasks.trial_today(journal, this_day)
        if found is None:
            say_aside(_NONE_UNDER_WAY)
            return
        reading = tasks.reading_of(journal, found.trial, this_moment)
    say(today_lines_of_trial(found, reading, this_day, screen(), services()))


@app.command(
    "log",
    epilog=epilog("painlog trial log yes", "painlog trial log partly --on yesterday"),
)
def log(
    ctx: typer.Context,
    kept: Annotated[str, argument("yes|partly|no", "Was it as planned?", "kept")],
    on: On = None,
    note: Note = None,
) -> None:
    """Say whether a day was as planned. Either way, the day counts as it was drawn."""
    this_day = day_on(on, now())
    answer = understand_kept(kept)
    if answer is None:
        raise UsageError("Say whether the day was as planned: painlog trial log yes")
    with open_journal(ctx, writing=True) as journal:
        trial = _trial_of(journal, this_day)
        written = clean_text(note or "")
        before = tasks.log_day(journal, trial, this_day, answer, written)
    if before and (before.kept, before.note) == (answer, written or before.note):
        say([f"{day(this_day)} already says that ({answer}); nothing was changed."])
        return
    changed = f", was {before.kept}" if before and before.kept != answer else ""
    say([f"Saved: {day(this_day)}, as planned: {answer}{changed}."])
    if before and written:
        say_note_before(before.note, written)


@app.command("stop", epilog=epilog("painlog trial stop"))
def stop(ctx: typer.Context) -> None:
    """End the trial under way. It needs no reason, and finished pairs stay."""
    this_moment = now()
    this_day = this_moment.date()
    with open_journal(ctx, writing=True) as journal:
        trial = tasks.under_way(journal, this_day)
        if trial is None:
            raise NotFoundError(_NONE_UNDER_WAY)
        tasks.stop(journal, trial, this_day)
        stopped = tasks.trial_with(journal, trial.id, this_day)
        pairs = tasks.reading_of(journal, stopped, this_moment)
    say(
        screen().wrapped(
            f"Stopped: trial {trial.id} of {printable(trial.a)} and {printable(trial.b)}. "
            f"{count(len(pairs.pairs), 'pair')} finished: painlog trial show {trial.id}"
        )
    )
    say(screen().wrapped(TAKE_BACK))


@app.command("show", epilog=epilog("painlog trial show", "painlog trial show 2 --format json"))
def show(ctx: typer.Context, number: Number = None, format_: Format = "text") -> None:
    """Show a trial. What it compares is shown only after its last day."""
    with open_journal(ctx) as journal:
        reading, visit = _read(journal, number, now())
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.trial_json import trial_reading_object

        say([to_text(trial_reading_object(reading, visit))])
    else:
        say(reading_lines(reading, visit, screen()))


@app.command("list", epilog=epilog("painlog trial list", "painlog trial list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List every trial, newest first."""
    with open_journal(ctx) as journal:
        found = tasks.readings(journal, now())
        visits = {visit.uid: visit for visit in journal.consultations()}
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.trial_json import trials_object

        say([to_text(trials_object(found, visits))])
    elif found:
        say(list_lines_of_trials(found, screen()))
    else:
        say_aside("No trial was planned yet. Plan one: painlog trial plan")


@app.command(
    "export",
    epilog=epilog(
        "painlog trial export --output trial.csv",
        "painlog trial export 2 --format markdown",
    ),
)
def export(
    ctx: typer.Context,
    number: Number = None,
    format_: Annotated[
        TrialForm | None,
        typer.Option(
            "--format",
            help="csv: a row for each day; markdown: for a clinician. Default: by the ending of "
            "--output, else csv.",
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Write a trial as CSV or Markdown.

    CSV has its days, Markdown what a clinician would ask for.
    """
    format_ = format_by_ending(format_, output, _ENDINGS) or "csv"
    check_target(ctx, output, force=force)
    this_moment = now()
    this_day = this_moment.date()
    with open_journal(ctx) as journal:
        reading, visit = _read(journal, number, this_moment)
        last = min(reading.trial.ends_on, this_day)
        days = tasks.days_of(journal, reading.trial, last, this_moment)
    from painlog.formats.trial_export import cent_items, trial_csv

    if format_ == "csv":
        text = trial_csv(reading, days, this_day)
    else:
        text = "\n".join(cent_items(reading, visit)) + "\n"
    if output is None:
        sys.stdout.write(text)
    else:
        from painlog.files.drafts import new_file

        with new_file(output, force=force) as file:
            file.write(text)
    under_way = not reading.trial.is_over(this_day)
    left_out = " Ratings are left out until its last day is past." if under_way else ""
    say_aside(f"Wrote trial {reading.trial.id} to {output or 'standard output'}.{left_out}")


def _read(
    journal: "Journal", number: int | None, this_moment: "datetime"
) -> "tuple[TrialReading, Consultation | None]":
    trial = tasks.trial_with(journal, number, this_moment.date())
    visit = next((v for v in journal.consultations() if v.uid == trial.consultation), None)
    return tasks.reading_of(journal, trial, this_moment), visit


def _trial_of(journal: "Journal", on: "date") -> Trial:
    """Return the latest trial that a day belongs to."""
    for trial in reversed(journal.trials()):
        if trial.starts_on <= on <= (trial.stopped_on or trial.ends_on):
            return trial
    raise RefusedError(f"{on} is not a day of any trial. See: painlog trial list")
