"""`painlog over`: say that an attack has ended."""

from typing import Annotated

import typer

from painlog.cli.base.again import options_again
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument, option
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.trial_of_day import say_missed_by_side
from painlog.errors import UsageError
from painlog.tasks.attacks import attack_to_end, rated_after
from painlog.views.terminal.attacks import goes_on_hint, maybe_same_attack, one_attack
from painlog.views.terminal.entries import echo, named
from painlog.views.terminal.screen import say, screen


@examples(
    "painlog over head",
    "painlog over head --at 17:30",
    'painlog over "left head" --at "yesterday 22:00"',
)
def over(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, argument("REGION", "Where: head.", "places_with_attacks")
    ] = None,
    at: Annotated[
        str | None,
        option(
            "--at", metavar="TIME", help_='When it was over: "17:30". Default: now.', dated=True
        ),
    ] = None,
) -> None:
    """End the attack of a region that goes on, with all its ratings."""
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        if words:
            region, side = journal.regions.find(" ".join(words))
        elif can_ask():
            region, side = ask("Where is it over?", journal.regions.find)
        else:
            raise UsageError(f"over needs a region, as in: painlog over head{options_again(ctx)}")
        attack, end = attack_to_end(journal, region, side, this_moment, at)
        ratings = attack.ended(end)
        with journal.change("over") as change:
            for rating in ratings:
                change.edit(rating)
            change.summary = "; ".join(map(named, ratings))
        page = screen()
        for rating in ratings:
            say(echo("Ended", rating, page, this_moment.utcoffset()))
        say_missed_by_side(journal, ratings, this_moment.date())
        later = rated_after(journal, attack, this_moment)
    if len(ratings) > 1:
        say(one_attack(ratings, page))
    if later:
        say(goes_on_hint(later, end.date(), page))
    if attack.maybe_same:
        say(maybe_same_attack(attack.maybe_same, attack.first.felt_at, page))
