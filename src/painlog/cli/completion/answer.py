"""The answer to TAB: from the words on a person's line to what a shell can put there.

Nothing here saves, waits, asks or complains: what cannot be found out is not offered.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from typer.models import TyperPath

from painlog.cli.base.inside_typer import CompletionItem, click, context_behind, what_is_typed
from painlog.cli.base.nouns import NounGroup
from painlog.cli.base.settings import Call
from painlog.cli.completion.line import quoted, words_of
from painlog.cli.completion.offers import Match, meant
from painlog.cli.completion.powershell import plain_word, quoted_word

# Up to this many are shown with a description; more would not fit on a screen.
_LISTED_WITH_WORDS = 20
_USUAL_WIDTH = 79
# Bash's COMP_TYPE when it only lists, at the second TAB.
_LISTING = str(ord("?"))


class Replacements(NamedTuple):
    """Words that can replace `typed`; `prefix` is an option in front of it ("--format=")."""

    typed: str
    prefix: str = ""
    found: Sequence[Match] = ()
    files: bool = False

    @property
    def extends(self) -> bool:
        """Tell whether every value begins with what was typed, so that the shell may insert it."""
        start = self.typed.casefold()
        return all(found.value.casefold().startswith(start) for found in self.found)


def answer(shell: str, arguments: Sequence[str], root: click.Command) -> int:
    """Print for a shell's script what can be typed at the cursor; return exit code 0."""
    try:
        text = "".join(f"{line}\n" for line in _SHELLS[shell](arguments, root))
    except Exception:  # noqa: BLE001 - a person's prompt is no place for a complaint
        text = ""
    sys.stdout.write(text)
    return 0


def answer_to(root: click.Command, words: Sequence[str], current: str) -> Replacements:
    """Return what the word `current` can become after `words`, which leave out painlog's name."""
    words, prefix, typed = list(words), "", current
    if current.startswith("-") and "=" in current:
        option, _, typed = current.partition("=")
        words, prefix = [*words, option], f"{option}="
    # The parser would stop at a final option without its value.
    waits = bool(words) and words[-1].startswith("-") and "=" not in words[-1]
    whole = words[:-1] if waits else words
    context = _context(root, whole)
    if isinstance(context.command, NounGroup) and (waits or typed.startswith("-")):
        context = _context(root, [*whole, context.command.default])
    with context.scope():
        what = what_is_typed(context, words, typed)
        if isinstance(what, click.Parameter) and isinstance(what.type, TyperPath):
            return Replacements(typed, prefix, files=True)
        found = meant(typed, _offers(what, context, typed))
        if not found and not typed and not prefix:
            found = meant("", _pairs(context.command.shell_complete(context, "--")))
    return Replacements(typed, prefix, [_printable(f) for f in found if f.value.isprintable()])


def _printable(found: Match) -> Match:
    return found if found.about.isprintable() else found._replace(about="")


def _context(root: click.Command, words: Sequence[str]) -> click.Context:
    call = Call()
    context = context_behind(root, words, "painlog", call)
    if call.db is not None:
        # The shell would have expanded variables.
        call.db = Path(os.path.expandvars(call.db))
    return context


def _offers(
    what: click.Command | click.Parameter, context: click.Context, typed: str
) -> "Sequence[tuple[str, str]]":
    # Options are found by their beginning. All else is fetched whole and matched here, in any case
    # and by other names.
    wanted = typed if typed.startswith("-") else ""
    return _pairs(what.shell_complete(context, wanted))


def _pairs(items: Iterable[CompletionItem]) -> "Sequence[tuple[str, str]]":
    return [(item.value, " ".join((item.help or "").split())) for item in items]


def _bash(arguments: Sequence[str], root: click.Command) -> Iterable[str]:
    line, kind, breaks = arguments
    *words, current = words_of(line, breaks)
    given = answer_to(root, [word.text for word in words[1:]], current.text)
    if given.files:
        return ["files"]
    if kind == _LISTING and len(given.found) > 1:
        return ["names", *_listed(given.found)]
    if len(given.found) > 1 and not given.extends:
        # Readline would replace what was typed by the beginning that they have in common.
        return ["names"]
    whole = [given.prefix + found.value for found in given.found]
    before = current.text[: current.kept].casefold()
    return [
        "names",
        *(
            quoted(text[current.kept :], current.quote)
            for text in whole
            if text[: current.kept].casefold() == before
        ),
    ]


def _listed(found: Sequence[Match]) -> Iterable[str]:
    if len(found) > _LISTED_WITH_WORDS:
        return [one.value for one in found]
    return _described(found, " -- ")


def _described(found: Sequence[Match], between: str) -> Sequence[str]:
    """Return a line for each, no wider than the terminal. The shell gives its width."""
    columns = os.environ.get("COLUMNS", "")
    widest = int(columns) - 1 if columns.isdecimal() else _USUAL_WIDTH
    width = max(len(one.value) for one in found)
    lines = (
        f"{one.value:<{width}}{between}{one.about}" if one.about else one.value for one in found
    )
    return [line if len(line) <= widest else f"{line[: widest - 1]}…" for line in lines]


def _zsh(arguments: Sequence[str], root: click.Command) -> Iterable[str]:
    *words, current = arguments
    given = answer_to(root, words, current)
    if given.files:
        return ["files"]
    described = len(given.found) <= _LISTED_WITH_WORDS and any(f.about for f in given.found)
    how = "names" if given.extends else "menu"
    shown = _described(given.found, "  ") if described else [f.value for f in given.found]
    return [
        f"{how} described" if described else how,
        *(
            f"{given.prefix}{found.value}\t{line}"
            for found, line in zip(given.found, shown, strict=True)
        ),
    ]


def _fish(arguments: Sequence[str], root: click.Command) -> Iterable[str]:
    *words, token = arguments
    given = answer_to(root, words, words_of(token)[-1].text)
    if given.files:
        return ["files"]
    return ["names", *(_for_fish(given, found) for found in given.found)]


def _for_fish(given: Replacements, found: Match) -> str:
    # Fish drops completions that do not look like what was typed: offer the name that does.
    if given.extends:
        value, about = found.value, found.about
    else:
        value, about = found.by, found.value if found.by != found.value else found.about
    return f"{given.prefix}{value}\t{about}"


def _powershell(_arguments: Sequence[str], root: click.Command) -> Iterable[str]:
    *words, current = map(plain_word, os.environ["_PAINLOG_WORDS"].split("\n"))
    typed, quote = current
    given = answer_to(root, [word for word, _ in words], typed)
    if given.files:
        return ["files"]
    # PowerShell refuses an empty description.
    return [
        "names",
        *(
            f"{quoted_word(given.prefix + found.value, quote)}\t{found.value}\t"
            f"{found.about or found.value}"
            for found in given.found
        ),
    ]


_SHELLS: Mapping[str, Callable[[Sequence[str], click.Command], Iterable[str]]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
