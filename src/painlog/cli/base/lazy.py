"""A command group that imports a command only when it is called."""

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from itertools import zip_longest
from typing import Any, ClassVar, TypeVar, cast

import typer
from typer.core import TyperGroup, TyperOption
from typer.main import get_command as built

from painlog.cli.base.inside_typer import CompletionItem, click
from painlog.cli.base.spoken_help import HelpContext, SpokenFormatter

Resolved = tuple[str | None, click.Command | None, list[str]]
Command_ = TypeVar("Command_", bound=Callable[..., None])

HELP_OPTIONS = ["--help", "-h"]
_JSON = "--json"
GLOBAL_OPTIONS = ("--db", "--debug", "--quiet", "--color")

_TWO_COLUMNS_FROM = 76
_GROUP_WIDTH = 9
_NAME_WIDTH = 12
_CELL_WIDTH = 37


class Lazy:
    """Where a command is, and what the list of commands says about it."""

    def __init__(self, module: str, name: str, help_: str) -> None:
        """Name a command.

        Args:
            module: Its module in painlog.cli.commands.
            name: Its function there, or the Typer app of a noun.
            help_: What it does, in a few words.
        """
        self.module = module
        self.name = name
        self.help = help_


Groups = Mapping[str, Mapping[str, Lazy]]


class LazyGroup(TyperGroup):
    """The commands, in the groups that the help shows. A subclass sets `groups`.

    The commands of the group `only_named` are rarely needed, so the help shows only their names.
    `other_names` are names that other programs use, each with ours.
    """

    groups: ClassVar[Groups] = {}
    only_named: ClassVar[str] = ""
    other_names: ClassVar[Mapping[str, str]] = {}
    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the names of all commands."""
        return [name for commands in self.groups.values() for name in commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import and return the command of that name."""
        if cmd_name not in self.commands:
            for commands in self.groups.values():
                if cmd_name in commands:
                    self.commands[cmd_name] = self._load(cmd_name, commands[cmd_name])
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Pass --json on to the command, where it was typed before that."""
        end = end_of_global_options(args, (*GLOBAL_OPTIONS, _JSON))
        if _JSON in args[:end] and end < len(args):
            before = [word for word in args[:end] if word != _JSON]
            # Behind the command, and behind the second word of "peg list".
            args = [*before, *_with_json(args[end:])]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Resolved:
        """Return the command that was typed; refuse a mistyped one with similar names."""
        refuse_unknown(args, self.list_commands(ctx), "painlog --help", self.other_names)
        return without_repeats(ctx, super().resolve_command(ctx, args))

    def get_help_option(self, ctx: click.Context) -> TyperOption | None:
        """Return the help option, with a text short enough for the list of commands."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Show this help."
        return option

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin as typed, without importing any command."""
        commands = [
            CompletionItem(name, help=lazy.help)
            for group in self.groups.values()
            for name, lazy in group.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command on one screen, in plain text; each on a line of its own if spoken."""
        formatter.write_text(f"{ctx.command_path}: {' '.join((self.help or '').split())}")
        if formatter.width < _TWO_COLUMNS_FROM:
            formatter.write("\n")
        spoken = isinstance(formatter, SpokenFormatter)
        lines = _below if spoken or formatter.width < _TWO_COLUMNS_FROM else _beside
        between = f"{{:<{_NAME_WIDTH - 1}}} {{}}" if not spoken else "{}: {}"
        for group, commands in self.groups.items():
            if group == self.only_named and not spoken:
                for line in _names(group, commands, formatter.width):
                    formatter.write(f"{line}\n")
                continue
            cells = [between.format(name, lazy.help) for name, lazy in commands.items()]
            for line in lines(group, cells):
                formatter.write(f"{line}\n")
        # With two columns, a screen of 24 lines has no room for an empty line.
        if lines is _below:
            formatter.write("\n")
        options = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx))]
        for line in lines("Options", [between.format(*option) for option in options]):
            formatter.write(f"{line}\n")
        documentation = _documentation()
        # A screen has no room for both, and `painlog` alone says how to begin, too.
        formatter.write_text(
            f"Documentation: {documentation}" if documentation else self.epilog or ""
        )

    def _load(self, name: str, lazy: Lazy) -> click.Command:
        found: Any = getattr(import_module(f"painlog.cli.commands.{lazy.module}"), lazy.name)
        if isinstance(found, typer.Typer):
            command = built(found)
        else:
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(
                name,
                epilog=vars(found).get("epilog"),
                context_settings={"help_option_names": HELP_OPTIONS},
            )(found)
            command = built(alone)
        command.name = name
        for taking in (command, *getattr(command, "commands", {}).values()):
            taking.context_class = HelpContext
            self._take_global_options(taking)
            _take_json(taking)
        return command

    def _take_global_options(self, command: click.Command) -> None:
        # People type them after the command, too.
        for param in self.params:
            if param.name in ("_db", "_debug", "_quiet", "_color"):
                hidden = cast("Any", copy.copy(param))
                hidden.hidden = True
                command.params.append(hidden)


def _documentation() -> str:
    """Return where the documentation is, as the installed package says; "" if it says nothing."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        links = metadata("painlog").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = (link.partition(", ") for link in links)
    return next((address for name, _, address in named if name == "Documentation"), "")


def _take_json(command: click.Command) -> None:
    """Let `--json` stand for `--format json` where a command has that."""
    for param in list(command.params):
        if "json" in getattr(param.type, "choices", ()):
            command.params.append(
                TyperOption(
                    param_decls=["--json", "_json"],
                    is_flag=True,
                    default=False,
                    hidden=True,
                    expose_value=False,
                    is_eager=True,
                    callback=_json_for(str(param.name)),
                )
            )


def _json_for(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def take(ctx: click.Context, _: click.Parameter, given: bool) -> None:  # noqa: FBT001 - Click's signature
        if given:
            ctx.default_map = {**(ctx.default_map or {}), name: "json"}

    return take


def without_repeats(ctx: click.Context, resolved: Resolved) -> Resolved:
    """Return the command that was typed; refuse an option for one value that is given twice.

    The parser would silently take the last one.

    Raises:
        UsageError: if one is, or if --json is given beside --format.
    """
    _, command, args = resolved
    if "--json" in args and any(word.partition("=")[0] == "--format" for word in args):
        from painlog.errors import UsageError

        raise UsageError("--json is short for --format json; give one of the two.")
    options = sum(word.startswith("-") for word in args)
    if options < 2 or command is None or isinstance(command, TyperGroup):
        return resolved
    parser = command.make_parser(ctx)
    parser.allow_interspersed_args = True
    try:
        given = parser.parse_args(list(args))[2]
    except typer.TyperException:
        return resolved  # the command itself will say so
    for option in given:
        if getattr(option, "multiple", True) or getattr(option, "is_flag", True):
            continue
        if given.count(option) > 1:
            from painlog.errors import UsageError

            raise UsageError(f"{option.opts[0]} takes one value but is given twice; give it once.")
    return resolved


def end_of_global_options(args: Sequence[str], options: Sequence[str] = GLOBAL_OPTIONS) -> int:
    """Return how many words at the start are global options and their values."""
    end = 0
    while end < len(args) and args[end].partition("=")[0] in options:
        end += 2 if args[end] in ("--db", "--color") else 1
    return end


def _with_json(words: Sequence[str]) -> list[str]:
    # What follows "--" is never an option.
    end = words.index("--") if "--" in words else len(words)
    return [*words[:end], _JSON, *words[end:]]


def refuse_unknown(
    words: Sequence[str],
    names: Sequence[str],
    see: str,
    other_names: Mapping[str, str] | None = None,
) -> None:
    """Refuse a command that is not one of `names`.

    Args:
        words: What was typed, beginning with the command.
        names: The commands that there are.
        see: The command that lists them.
        other_names: Names that other programs use, each with ours. Only where there are any may
            the words have been meant for a command that was left out.

    Raises:
        UsageError: if it is not; it gives painlog's name for it, or similar names.
    """
    typed = words[0]
    if typed in names or typed.startswith("-"):
        return
    from difflib import get_close_matches

    from painlog.errors import UsageError
    from painlog.model.names import did_you_mean

    if meant := (other_names or {}).get(typed.lower()):
        raise UsageError(f'There is no command "{typed}". For that, type: painlog {meant}')

    if other_names:
        from painlog.cli.base.meant import instead_of_command

        if instead := instead_of_command(words):
            raise UsageError(f'There is no command "{typed}". {instead}')
    near = get_close_matches(typed, names, n=3, cutoff=0.6)
    raise UsageError(f'There is no command "{typed}".{did_you_mean(near)} See: {see}')


def examples(*lines: str) -> Callable[[Command_], Command_]:
    """Give a command the examples at the end of its help."""

    def give(command: Command_) -> Command_:
        vars(command)["epilog"] = epilog(*lines)
        return command

    return give


def epilog(*lines: str) -> str:
    """Return the end of a help text: one example a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _beside(group: str, cells: list[str]) -> list[str]:
    """Return a group's name with its commands beside it, in two columns, read downwards."""
    half = (len(cells) + 1) // 2
    return [
        f"{name:<{_GROUP_WIDTH}}{left:<{_CELL_WIDTH}}{right}".rstrip()
        for name, left, right in zip_longest([group], cells[:half], cells[half:], fillvalue="")
    ]


def _names(group: str, names: Iterable[str], width: int) -> list[str]:
    """Return a group's name, followed by the names of its commands."""
    from textwrap import wrap

    start, rest = f"{group:<{_GROUP_WIDTH}}", " " * _GROUP_WIDTH
    return wrap(" ".join(names), width - 1, initial_indent=start, subsequent_indent=rest)


def _below(group: str, cells: list[str]) -> list[str]:
    """Return a group's name with its commands below it, in one column."""
    return [group, *(f"  {cell}" for cell in cells)]
