"""`painlog compare`: two regimens side by side."""

from typing import Annotated

import typer

from painlog.advice.standing import SHORT, WHOLE
from painlog.cli.base.filters import Filters, SideFilter, selection
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, Since, Until, argument, region_option
from painlog.cli.base.settings import chosen_settings, now, open_journal
from painlog.tasks.compare import compare_regimens
from painlog.views.terminal.page import to_lines
from painlog.views.terminal.regimens import regimen_blocks
from painlog.views.terminal.screen import say, screen

RegimenArgument = Annotated[
    str, argument("REGIMEN", '"stretching", "stretching + massage", "nothing".', "regimens")
]


@examples(
    "painlog compare nothing stretching --region heel",
    'painlog compare stretching "stretching + tpt" -r heel',
)
def compare(
    ctx: typer.Context,
    first: RegimenArgument,
    second: RegimenArgument,
    region: Annotated[str, region_option('Where: "left heel".')],
    side: SideFilter = None,
    since: Since = None,
    until: Until = None,
    format_: Format = "text",
) -> None:
    """Compare the days of two regimens: treatments used for a region, alone or together."""
    this_moment = now()
    with open_journal(ctx) as journal:
        filters = Filters(region=[region], side=side, since=since, until=until)
        chosen = selection(journal, this_moment, filters)
        _, meant = journal.regions.find(region)
        compared = compare_regimens(
            journal, (first, second), chosen, this_moment, by_plural=meant == "both"
        )
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.report_json import regimen_object

        say([to_text(regimen_object(compared.comparison))])
        return
    blocks = regimen_blocks(
        compared.comparison,
        alternate=compared.alternate,
        doses=compared.doses,
        never_started=compared.never_started,
        advice=SHORT if chosen_settings().short_advice else WHOLE,
    )
    say(to_lines(blocks, screen()))
