"""`painlog factors`: what a day may have besides pain, and what goes with the pain."""

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from painlog.advice.standing import SHORT, WHOLE
from painlog.cli.base.ask import agrees, can_ask
from painlog.cli.base.filters import Filters, RegionFilter, SideFilter, selection
from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import noun, say_done
from painlog.cli.base.options import Format, Since, Until, argument, option
from painlog.cli.base.settings import (
    now,
    open_journal,
    set_checkin_factors,
    settings_or_default,
)
from painlog.errors import RefusedError, UsageError
from painlog.files.command_line import quoted
from painlog.model.factor import IN_WORDS, Factor, factor_of, new_factor
from painlog.model.names import normal
from painlog.store import days
from painlog.store.journal import Journal
from painlog.views.terminal.days import factor_lines
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import BRING_BACK, NOTHING_CHANGED, count

app = noun(
    "What you log about a day besides pain: sleep, stress and your own, such as steps.",
    "painlog factors",
    "painlog factors add steps",
    'painlog factors add "rain" --measure yes-no --ask',
    "painlog factors show",
)
GOES_WITH = "painlog.goes-with/1"
Name = Annotated[str, argument("FACTOR", known="factors")]
OwnName = Annotated[str, argument("FACTOR", known="own_factors")]
MeasureOption = Annotated[
    Literal["number", "scale", "yes-no"],
    typer.Option("--measure", help="number: any amount; scale: 0 to 10; yes-no.", metavar="HOW"),
]


@app.command("list", epilog=epilog("painlog factors list", "painlog factors list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List sleep, stress and your own factors."""
    with open_journal(ctx) as journal:
        found = days.factors(journal)
        kept = {factor.name: days.times_used(journal, factor.name) for factor in found}
    if format_ == "json":
        from painlog.formats.days_json import FACTORS_SCHEMA
        from painlog.formats.journal_json import FACTOR, fields_of, to_text

        objects = [fields_of(f, FACTOR) | {"days": kept[f.name]} for f in found]
        say([to_text({"schema": FACTORS_SCHEMA, "factors": objects})])
        return
    say(factor_lines(found, kept, _by_setting(found), screen()))


@app.command(
    "add",
    epilog=epilog(
        "painlog factors add steps",
        "painlog factors add coffee --unit cups",
        "painlog factors add rain --measure yes-no --ask",
    ),
)
def add(
    ctx: typer.Context,
    name: Annotated[str, argument("FACTOR")],
    measure: MeasureOption = "number",
    unit: Annotated[
        str, option("--unit", metavar="UNIT", help_="Unit of a number: km, cups.")
    ] = "",
    ask: Annotated[bool, typer.Option("--ask", help="Let checkin ask about it.")] = False,
) -> None:
    """Add a factor of your own."""
    with open_journal(ctx, writing=True) as journal:
        factor = new_factor(name, measure, unit, days.factors(journal))
        with journal.change("factors add") as change:
            change.add(factor._replace(asked=ask))
            change.summary = f"factor {factor.name}"
    number = "8000" if factor.name == "steps" else "3"
    example = {"number": number, "scale": "3", "yes-no": "yes"}[measure]
    say_done(
        f"Added the factor {factor.name}: {IN_WORDS[measure]}. Say it with: "
        f"painlog day --factor {quoted(f'{factor.name}={example}')}"
    )


@app.command("ask", epilog=epilog("painlog factors ask sleep", "painlog factors ask sleep --no"))
def ask_(
    ctx: typer.Context,
    name: Name,
    no: Annotated[bool, typer.Option("--no", help="Do not ask any more.")] = False,
) -> None:
    """Let checkin ask about a factor."""
    with open_journal(ctx, writing=True) as journal:
        factor = factor_of(name, days.factors(journal))
        was_so = factor.asked != no
        if not was_so:
            with journal.change("factors ask") as change:
                change.put(factor._replace(asked=not no))
                asked = "is not asked" if no else "is asked"
                change.summary = f"factor {factor.name} {asked} in checkin"
        by_setting = _by_setting(days.factors(journal))
    if no and factor.name in by_setting:
        say_done(f"checkin still asks about {factor.name}. {_in_the_setting(factor)}")
        return
    verb = "does not ask" if no else "asks"
    say_done(f"checkin {verb} about {factor.name}.{NOTHING_CHANGED * was_so}")


def _by_setting(factors: Sequence[Factor]) -> tuple[str, ...]:
    """Return the names of the factors that the setting `checkin-factors` has."""
    names = set(map(normal, settings_or_default().checkin_factors))
    return tuple(factor.name for factor in factors if normal(factor.name) in names)


def _in_the_setting(factor: Factor, instead: str = "") -> str:
    """Say how to take a factor out of the setting, or to call it there as it is called now."""
    own = normal(factor.name)
    names = settings_or_default().checkin_factors
    left = filter(None, (instead if normal(name) == own else name for name in names))
    return (
        f'The setting checkin-factors names "{factor.name}". To change that: '
        f"{set_checkin_factors(left)}"
    )


@app.command("rename", epilog=epilog('painlog factors rename steps "steps walked"'))
def rename(ctx: typer.Context, name: OwnName, new_name: Annotated[str, argument("NEW")]) -> None:
    """Rename a factor of your own; its values follow."""
    with open_journal(ctx, writing=True) as journal:
        old = _own(name, journal)
        others = [factor for factor in days.factors(journal) if factor != old]
        new = old._replace(name=new_factor(new_name, "number", "", others).name)
        with journal.change("factors rename") as change:
            change.edit(new, old.name)
            change.summary = f"factor {old.name} to {new.name}"
    if new == old:
        say_done(f"The factor is called {old.name} already; nothing was changed.")
        return
    said = f"Renamed the factor {old.name} to {new.name}."
    if _by_setting([old]):
        said += f" {_in_the_setting(old, new.name)}"
    say_done(said)


@app.command("remove", epilog=epilog("painlog factors remove steps --yes"))
def remove(
    ctx: typer.Context,
    name: OwnName,
    yes: Annotated[
        bool, typer.Option("--yes", help="Remove its values, too, without asking.")
    ] = False,
) -> None:
    """Remove a factor of your own, with its values."""
    with open_journal(ctx, writing=True) as journal:
        factor = _own(name, journal)
        values = [v for v in days.day_factors(journal) if v.factor == factor.name]
        said = count(len(values), "day")
        if values and not yes:
            question = f"{factor.name} has a value on {said}. Remove those values, too?"
            if not can_ask():
                raise UsageError(
                    f"{factor.name} has a value on {said}, which would go with it. To remove "
                    f"both: painlog factors remove {quoted(factor.name)} --yes"
                )
            if not agrees(question):
                raise RefusedError("Nothing was removed.")
        with journal.change("factors remove") as change:
            for value in values:
                change.remove(value)
            change.remove(factor)
            change.summary = f"factor {factor.name}" + (f" with {said}" if values else "")
    say_done(f"Removed the factor {factor.name}" + (f" and its {said}." if values else "."))
    say(screen().wrapped(BRING_BACK))


@app.command("show", epilog=epilog("painlog factors show", 'painlog factors show -r "left heel"'))
def show(
    ctx: typer.Context,
    region: RegionFilter = None,
    side: SideFilter = None,
    since: Since = None,
    until: Until = None,
    format_: Format = "text",
) -> None:
    """Show what goes with the pain.

    It compares the days with and without each trigger and factor.
    """
    from painlog.tasks.report import report_on
    from painlog.views.terminal.goes_with import goes_with_blocks
    from painlog.views.terminal.page import Paragraph, to_lines

    this_moment = now()
    with open_journal(ctx) as journal:
        filters = Filters(region=region, side=side, since=since, until=until)
        chosen = selection(journal, this_moment, filters)
        found = report_on(journal, this_moment, chosen).report.goes_with
    if format_ == "json":
        from painlog.formats.journal_json import advice_object, to_text
        from painlog.formats.report_json import goes_with_object

        data = {"schema": GOES_WITH, **goes_with_object(found), "advice": [advice_object(WHOLE)]}
        say([to_text(data)])
        return
    blocks = list(goes_with_blocks(found, whole=True)) or [
        Paragraph(
            "There is nothing to compare yet: name triggers (painlog add heel 6 --trigger "
            '"long walk") or keep factors of days (painlog day --sleep 6.5), on 7 days or more.'
        )
    ]
    say(to_lines([*blocks, Paragraph(SHORT.text)], screen()))


def _own(name: str, journal: Journal) -> Factor:
    factor = factor_of(name, days.factors(journal))
    if not factor.own:
        raise RefusedError(
            f"{factor.name} is one of painlog's factors and stays. Only factors that you added can "
            "be renamed or removed."
        )
    return factor
