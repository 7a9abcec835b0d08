"""Commands to type again: as the person called them, with what they gave."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from painlog.cli.base.settings import call_of
from painlog.errors import PainlogError
from painlog.files.command_line import as_typed

if TYPE_CHECKING:
    import typer

_PROGRAM = "painlog"


def command_again(
    ctx: "typer.Context", *added: str, words: Sequence[str] = (), without: Collection[str] = ()
) -> str:
    """Return the command of this call with the options that were given.

    Args:
        ctx: Of the call.
        added: Options to put behind those.
        words: The arguments.
        without: Options to leave out, by their long names.
    """
    command = ctx.command_path.removeprefix(_PROGRAM).strip()
    given = [as_typed(word) for word in (*words, *_given(ctx, without), *added)]
    return " ".join([_PROGRAM, command, *given])


def options_again(ctx: "typer.Context") -> str:
    """Return the options that were given to this command, behind a space; "" for none."""
    return "".join(f" {as_typed(word)}" for word in _given(ctx, ()))


@contextmanager
def keeping_options(ctx: "typer.Context") -> Iterator[None]:
    """Put the options that were given behind this command where a refusal ends with it.

    The lines below a refusal may each end with such a command, too.
    """
    try:
        yield
    except PainlogError as error:
        said = tuple(_kept_in(ctx, str(line)) for line in error.args)
        if said == error.args:
            raise
        raise type(error)(*said) from error


def _kept_in(ctx: "typer.Context", line: str) -> str:
    begin = f"{ctx.command_path} "
    if line.startswith(begin):
        return _with_options(ctx, line.removeprefix(begin))
    before, found, typed = line.rpartition(f": {begin}")
    return f"{before}: {_with_options(ctx, typed)}" if found else line


def _with_options(ctx: "typer.Context", typed: str) -> str:
    kept = [as_typed(word) for word in _given(ctx, typed.split())]
    command = ctx.command_path.removeprefix(_PROGRAM).strip()
    return " ".join([_PROGRAM, command, typed, *kept])


def _given(ctx: "typer.Context", without: Collection[str]) -> Iterator[str]:
    for param in ctx.command.params:
        name = next((each for each in param.opts if each.startswith("--")), "")
        source = ctx.get_parameter_source(param.name or "")
        if not name or source is None or source.name != "COMMANDLINE":
            continue
        # What may be given several times is kept beside one that was put in.
        if name in without and not getattr(param, "multiple", False):
            continue
        value = ctx.params.get(param.name or "")
        if isinstance(value, bool):
            yield name
        elif name == "--note" and call_of(ctx).note:
            # It was written in the editor.
            yield from (name, "-")
        else:
            for each in value if isinstance(value, (list, tuple)) else [value]:
                yield from (name, str(each))
