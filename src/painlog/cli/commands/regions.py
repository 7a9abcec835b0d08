"""`painlog regions`: the body sites that can be rated, and the person's own."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.cli.base import nouns
from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import add_own, must_be_own, noun, remove_own, rename_own, say_done
from painlog.cli.base.options import Format, argument
from painlog.cli.base.settings import now, open_journal
from painlog.errors import UsageError
from painlog.files.command_line import quoted
from painlog.model.region import Regions
from painlog.views.terminal.catalogue import diary_words, region_card, region_lines
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import NOTHING_CHANGED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.region import Region

app = noun(
    "Body regions: list, search and show them, and add your own.",
    "painlog regions",
    "painlog regions show heel",
    "painlog regions search foot",
    "painlog regions set head --diary attacks",
)
Name = Annotated[str, argument("REGION", known="regions")]
NewName = Annotated[str, argument("REGION")]
OwnName = Annotated[str, argument("REGION", known="own_regions")]
SidesOption = Annotated[
    Literal["paired", "optional", "none"],
    typer.Option(
        "--sides",
        help="paired: a left and a right one; optional: may hurt on one side; none: midline.",
    ),
]
Synonyms = Annotated[
    list[str] | None, typer.Option("--synonym", metavar="NAME", help="Another name for it.")
]


@app.command("list", epilog=epilog("painlog regions", "painlog regions list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List all regions by part of the body."""
    with open_journal(ctx) as journal:
        _say_found(journal.regions.all, format_)


@app.command("search", epilog=epilog("painlog regions search foot"))
def search(
    ctx: typer.Context,
    text: Annotated[str, argument("TEXT")],
    format_: Format = "text",
) -> None:
    """Search regions by their names and by where they are."""
    with open_journal(ctx) as journal:
        _say_found(nouns.search(journal.regions, text, format_), format_)


@app.command("show", epilog=epilog("painlog regions show heel", "painlog regions show lumbar"))
def show(ctx: typer.Context, region: Name, format_: Format = "text") -> None:
    """Show where a region is. Its other names and what it is mistaken for follow."""
    with open_journal(ctx) as journal:
        found, _ = journal.regions.find(region)
    if format_ == "json":
        _say_found([found], format_)
        return
    say(region_card(found, screen()))


@app.command("add", epilog=epilog('painlog regions add "old scar" --sides none'))
def add(
    ctx: typer.Context, name: NewName, sides: SidesOption = "optional", synonym: Synonyms = None
) -> None:
    """Add a region of your own."""
    with open_journal(ctx, writing=True) as journal:
        region = journal.regions.new(name, sides, synonym or ())
        add_own(journal, "region", region)
    say_done(f"Added the region {region.name}. Log it with: painlog add {quoted(region.name)} 4")


@app.command("rename", epilog=epilog('painlog regions rename "old scar" "scar on the knee"'))
def rename(ctx: typer.Context, region: OwnName, new_name: Annotated[str, argument("NEW")]) -> None:
    """Rename a region of your own; its entries and courses follow."""
    with open_journal(ctx, writing=True) as journal:
        old = must_be_own("region", journal.regions.find(region)[0])
        others = Regions(r for r in journal.regions.all if r != old)
        name = others.new(new_name, old.sides).name
        rename_own(journal, "region", old, name)


@app.command(
    "set",
    epilog=epilog(
        "painlog regions set head --diary attacks", "painlog regions set head --diary days"
    ),
)
def set_(
    ctx: typer.Context,
    region: Name,
    diary: Annotated[
        Literal["days", "attacks"] | None,
        typer.Option(
            "--diary",
            help="attacks: you write down every one, so that a day without an attack or "
            "painkiller is one without pain; days: a day without an entry says nothing.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say whether you write down every attack of a region."""
    if diary is None:
        raise UsageError("Say what to set, as in: painlog regions set head --diary attacks")
    with open_journal(ctx, writing=True) as journal:
        old, _ = journal.regions.find(region)
        was_so = old.diary == diary
        if not was_so:
            with journal.change("regions set") as change:
                change.edit(old._replace(diary=diary))
                change.summary = f"region {old.name}, diary of {diary}"
    say_done(diary_words(old.name, diary) + NOTHING_CHANGED * was_so)


@app.command(
    "order",
    epilog=epilog(
        'painlog regions order head neck "left heel"',
        "painlog regions order",
        "painlog regions order --clear",
    ),
)
def order(
    ctx: typer.Context,
    regions: Annotated[list[str] | None, argument("REGION …", known="places")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Ask from head to toe again.")] = False,
) -> None:
    """Say in which order checkin asks, or show it. Regions that you leave out come after these.

    Shown alone, it also names the regions that checkin asks about no more.
    """
    from painlog.store import days
    from painlog.tasks.checkin_plan import not_asked, regions_in, set_order
    from painlog.views.terminal.places_asked import not_asked_lines

    if clear and regions:
        raise UsageError("--clear removes the order; give no regions with it.")
    was_so = False
    with open_journal(ctx, writing=bool(regions) or clear) as journal:
        if regions or clear:
            names = regions_in(regions or (), journal.regions.knows)
            was_so = not set_order(journal, list(dict.fromkeys(map(journal.regions.find, names))))
        places = [place.place for place in days.checkin_places(journal)]
        today = now().date()
        left = not_asked(journal, today)
    already = NOTHING_CHANGED * was_so
    if places:
        said = f"checkin asks about: {', '.join(places)}; then about others that you rate."
        say_done(said + already)
    else:
        say_done(
            f"checkin asks from head to toe.{already} Your own order: painlog regions order head "
            "neck"
        )
    if not (regions or clear):
        say(not_asked_lines(left, today, today, screen(), whole=True))


@app.command("remove", epilog=epilog('painlog regions remove "old scar"'))
def remove(ctx: typer.Context, region: OwnName) -> None:
    """Remove a region of your own that nothing uses."""
    with open_journal(ctx, writing=True) as journal:
        remove_own(journal, "region", journal.regions.find(region)[0])


def _say_found(regions: "Sequence[Region]", format_: str) -> None:
    if format_ == "json":
        from painlog.formats.journal_json import REGIONS, region_object, to_text

        say([to_text({"schema": REGIONS, "regions": [region_object(r) for r in regions]})])
        return
    say(region_lines(regions, screen()))
