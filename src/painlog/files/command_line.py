"""Quoting words for the shell of this system, and splitting a command into its words."""

import re
import sys

# Between double quotes a POSIX shell still reads $, `, \ and !, and cmd a name between two "%".
_SAME_IN_DOUBLE_QUOTES = r'[^$`\\"!%]*'
_PLAIN_WORD = r"[\w.,:/+-][\w.,:/=+-]*"
# Characters that mean nothing special to cmd or PowerShell.
_PLAIN = r"[\w.:/\\=+-]+"


def command_line(*words: str) -> str:
    """Return words as one line that a person can copy into their shell."""
    if _on_windows():
        return " ".join(map(quoted_for_windows, words))
    import shlex

    return shlex.join(words)


def quoted(word: str) -> str:
    """Return a word in quotes for a command that a person is told to type.

    They are double quotes where these mean the same in every shell.
    """
    return f'"{word}"' if re.fullmatch(_SAME_IN_DOUBLE_QUOTES, word) else command_line(word)


def as_typed(word: str) -> str:
    """Return a word for such a command, in quotes only if it needs them."""
    return word if re.fullmatch(_PLAIN_WORD, word) else quoted(word)


def quoted_for_windows(word: str) -> str:
    """Return a word, in double quotes if needed: cmd and PowerShell share no other quotes.

    PowerShell still expands a name after "$", and cmd a name between two "%".
    """
    if re.fullmatch(_PLAIN, word):
        return word
    # A program would read a final backslash and the closing quote as a quote in the text.
    ending = len(word) - len(word.rstrip("\\"))
    doubled = word.replace('"', '""')
    return f'"{doubled}{ending * chr(92)}"'


def words_of_command(text: str) -> list[str]:
    """Return the words of a command that a person wrote into a variable such as PAGER or EDITOR.

    Raises:
        ValueError: if a quote is not closed.
    """
    import shlex

    if not _on_windows():
        return shlex.split(text)
    # On Windows a backslash separates the parts of a path.
    return [word.strip('"') for word in shlex.split(text, posix=False)]


def _on_windows() -> bool:
    return sys.platform == "win32"
