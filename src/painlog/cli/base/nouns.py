"""The commands about one noun, such as `painlog regions`: their group, and what they all do."""

from typing import TYPE_CHECKING, Literal, TypeVar

import typer
from typer.core import TyperGroup

from painlog.cli.base.inside_typer import click
from painlog.cli.base.lazy import (
    HELP_OPTIONS,
    Resolved,
    end_of_global_options,
    epilog,
    refuse_unknown,
    without_repeats,
)
from painlog.cli.base.settings import open_journal
from painlog.errors import NotFoundError, RefusedError
from painlog.files.command_line import quoted
from painlog.model.names import normal, sentence_start
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import BRING_BACK, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from painlog.model.contents import Thing
    from painlog.model.names import Catalogue
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal

    Numbered = TypeVar("Numbered", bound=Thing)
    Named = TypeVar("Named", Region, Treatment)
    NameNoun = Literal["region", "treatment"]


class NounGroup(TyperGroup):
    """The commands about one noun; if none of them is typed, `default` is meant."""

    default = "list"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert the default command if none is named."""
        start = end_of_global_options(args)
        words = args[start:]
        helps = words and words[0] in HELP_OPTIONS
        # When a shell asks for completions, a command may still follow the bare noun.
        bare = not words and not ctx.resilient_parsing
        if not helps and (bare or (words and words[0].startswith("-"))):
            args = [*args[:start], self.default, *words]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Resolved:
        """Return the command that was typed; refuse a mistyped one with similar names."""
        refuse_unknown(args, list(self.commands), f"{ctx.command_path} --help")
        return without_repeats(ctx, super().resolve_command(ctx, args))


class AddingGroup(NounGroup):
    """The commands about a noun whose bare name adds one."""

    default = "add"


def noun(help_: str, *lines: str, group: type[NounGroup] = NounGroup) -> typer.Typer:
    """Return the app that holds the commands about a noun.

    Args:
        help_: What its help begins with.
        lines: Examples.
        group: Which command a bare noun stands for.
    """
    return typer.Typer(
        cls=group,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": HELP_OPTIONS},
        help=help_,
        epilog=epilog(*lines),
    )


def remove_numbered(
    ctx: typer.Context,
    number: int,
    things: "Callable[[Journal], Iterable[Numbered]]",
    in_words: "Callable[[Numbered], str]",
    *,
    called: str,
    see: str,
    edits: "Callable[[Journal, Numbered], Iterable[Numbered]] | None" = None,
) -> None:
    """Remove the thing with this number and say so.

    Args:
        ctx: The call.
        number: As typed.
        things: Reads all such things.
        in_words: Describes one, for the change log and for the person.
        called: What such a thing is called.
        see: The command that lists them.
        edits: Returns other things that must change when it is gone, as they will be.

    Raises:
        NotFoundError: if nothing has this number.
    """
    with open_journal(ctx, writing=True) as journal:
        found = numbered(things(journal), number, called, see)
        with journal.change(" ".join(ctx.command_path.split()[1:])) as change:
            for other in edits(journal, found) if edits else ():
                change.edit(other)
            change.remove(found)
            change.summary = in_words(found)
    say(screen().wrapped(f"Removed: {in_words(found)}.", rest="  "))
    say(screen().wrapped(BRING_BACK))


def search(catalogue: "Catalogue[Named]", text: str, format_: str) -> "Sequence[Named]":
    """Return what the person's words find; in JSON, an empty list says that there is nothing.

    Raises:
        NotFoundError: if there is nothing, and the format is text.
    """
    found = catalogue.search(text)
    if not found and format_ == "text":
        raise NotFoundError(
            f'No {catalogue.noun} matches "{text}". See them all with: painlog {catalogue.noun}s'
        )
    return found


def numbered(things: "Iterable[Numbered]", number: int, called: str, see: str) -> "Numbered":
    """Return the one of some things that has a number.

    Raises:
        NotFoundError: if none has.
    """
    found = next((thing for thing in things if thing.id == number), None)
    if found is None:
        raise NotFoundError(f"There is no {called} {number}. See: {see}")
    return found


def edit_numbered(
    ctx: typer.Context,
    number: int,
    things: "Callable[[Journal], Iterable[Numbered]]",
    edited: "Callable[[Journal, Numbered], Numbered]",
    in_words: "Callable[[Numbered], str]",
    *,
    called: str,
    see: str,
    also: "Callable[[Journal, Numbered], object] | None" = None,
) -> None:
    """Correct the thing with this number and say what it is now.

    Args:
        ctx: The call.
        number: As typed.
        things: Reads all such things.
        edited: Returns it as it will be, or refuses if that contradicts others.
        in_words: Describes one, for the change log and for the person.
        called: What such a thing is called.
        see: The command that lists them.
        also: Says what else there is to say of it, once it is stored.

    Raises:
        NotFoundError: if nothing has this number.
    """
    with open_journal(ctx, writing=True) as journal:
        old = numbered(things(journal), number, called, see)
        new = edited(journal, old)
        if new == old:
            say([f"{sentence_start(called)} {number} already says that; nothing was changed."])
            return
        with journal.change(" ".join(ctx.command_path.split()[1:])) as change:
            change.edit(new)
            change.summary = in_words(old)
        say(screen().wrapped(f"Changed: {in_words(new)}.", rest="  "))
        if also:
            also(journal, new)


def add_own(journal: "Journal", called: "NameNoun", new: "Region | Treatment") -> None:
    """Store a region or treatment that the person named."""
    with journal.change(f"{called}s add") as change:
        change.add(new)
        change.summary = f"{called} {new.name}"


def must_be_own(called: "NameNoun", found: "Named") -> "Named":
    """Return a region or treatment if the person added it.

    Raises:
        RefusedError: if it is in painlog's catalogue.
    """
    if not found.own:
        raise RefusedError(
            f"{found.name} is in painlog's catalogue and stays as it is. Only {called}s that you "
            "added can be renamed or removed."
        )
    return found


def rename_own(journal: "Journal", called: "NameNoun", old: "Named", name: str) -> None:
    """Rename one of the person's own regions or treatments, and say so."""
    # The new name may have been one of its other names.
    synonyms = tuple(synonym for synonym in old.synonyms if normal(synonym) != normal(name))
    if name == old.name:
        say_done(f"The {called} is called {name} already; nothing was changed.")
        return
    with journal.change(f"{called}s rename") as change:
        change.edit(old._replace(name=name, synonyms=synonyms), old.name)
        if called == "treatment":
            from painlog.store.trials import rename_in_trials

            rename_in_trials(journal, change, old.name, name)
        change.summary = f"{called} {old.name} to {name}"
    say_done(f"Renamed the {called} {old.name} to {name}.")


def remove_own(journal: "Journal", called: "NameNoun", found: "Named") -> None:
    """Remove one of the person's own regions or treatments, and say so.

    Raises:
        RefusedError: if it is in painlog's catalogue, or an entry or course uses it.
    """
    name = must_be_own(called, found).name
    if used := journal.namings(called, name):
        times = "once" if used == 1 else f"{used:,} times"
        raise RefusedError(
            f"{name} is used {times} in the journal and stays. "
            f"Rename it with: painlog {called}s rename {quoted(name)} NEW"
        )
    with journal.change(f"{called}s remove") as change:
        change.remove(found)
        change.summary = f"{called} {name}"
    say_done(f"Removed the {called} {name}.")
    say(screen().wrapped(BRING_BACK))


def say_done(text: str) -> None:
    """Say what was done to a name that the person chose."""
    say(screen().wrapped(printable(text), rest="  "))
