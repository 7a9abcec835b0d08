"""One line that a person types: arrow keys move in it, and no control character gets into it."""

import re

from painlog.cli.base import keys

# What a key such as an arrow sends where nothing edits the line.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)")


def read_line(prompt: str) -> str:
    """Show a prompt and return what is typed, without the keys that are no text.

    Raises:
        EOFError: if the input is at its end.
    """
    if keys.reads_keys():
        _edit_lines()
    typed = _ESCAPES.sub("", input(prompt).replace("\t", " "))
    return "".join(character for character in typed if not _is_control(character))


def _is_control(character: str) -> bool:
    return character < " " or "\x7f" <= character < "\xa0"


def _edit_lines() -> None:
    """Let Python's `input` edit lines where this system can; nothing typed is remembered."""
    try:
        import readline
    except ImportError:
        return
    readline.set_auto_history(False)
    if "libedit" not in (readline.__doc__ or ""):
        # Either would write more to the terminal than the question.
        readline.parse_and_bind("set enable-bracketed-paste off")
        readline.parse_and_bind("set enable-meta-key off")
