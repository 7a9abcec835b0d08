"""`painlog redflags`: the signs that need care now, and the check that asks about them."""

from typing import Annotated

import typer

from painlog.advice.red_flags import RED_FLAGS
from painlog.advice.warning_signs import SIGNS, signs_for
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.cli.base.settings import now, open_journal, services
from painlog.cli.base.sign_check import run_check
from painlog.errors import UsageError
from painlog.model.names import normal
from painlog.model.nothing_said import means_nothing
from painlog.model.region import Region, Side
from painlog.store.journal import Journal
from painlog.tasks.warning_signs import plan_check
from painlog.views.terminal.catalogue import red_flag_lines
from painlog.views.terminal.screen import Screen, say, screen
from painlog.views.terminal.warning_signs import sign_lines


@examples("painlog redflags", "painlog redflags --check heel", "painlog redflags chest")
def redflags(
    ctx: typer.Context,
    region: Annotated[
        list[str] | None, argument("REGION", "Only the signs for this region.", "regions")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Be asked about each, with one key.")
    ] = False,
) -> None:
    """List the signs that need care now, not a journal, or be asked about them."""
    named = " ".join(region or ())
    if check:
        _check(ctx, named)
        return
    page = screen()
    _say_head("What the check asks about: painlog redflags --check", page)
    if named:
        with open_journal(ctx) as journal:
            found, _ = journal.regions.find(named)
        say(sign_lines(signs_for(found), page))
    else:
        say(sign_lines(tuple(SIGNS.values()), page))
        say([""])
        _say_head("What painlog also looks for in your words, besides all of that", page)
        say([""])
        asked = {sign.sign for sign in SIGNS.values()}
        say(
            red_flag_lines([flag for flag in RED_FLAGS if flag.sign not in asked], page, services())
        )
    say(
        page.wrapped(
            "This list is not complete. Of emergencies that people described in their own words, "
            "painlog noticed about half: if it says nothing, that tells you nothing. If in doubt, "
            "ask."
        )
    )


def _say_head(text: str, page: Screen) -> None:
    say(page.bold(line) for line in page.wrapped(text))


def _check(ctx: typer.Context, named: str) -> None:
    if not can_ask():
        raise UsageError(
            "redflags --check asks questions and needs a terminal. To read them here: painlog "
            "redflags"
        )
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        region, side = _place(journal, named)
        run_check(journal, plan_check(journal, region, side, anew=True), this_moment)


def _place(journal: Journal, named: str) -> tuple[Region | None, Side | None]:
    if named:
        return journal.regions.find(named)

    def understand(text: str) -> tuple[Region | None, Side | None]:
        nowhere = not text or means_nothing(text) or normal(text).startswith("nowhere")
        return (None, None) if nowhere else journal.regions.find(text)

    return ask("Where does it hurt? (Enter: nowhere in particular)", understand)
