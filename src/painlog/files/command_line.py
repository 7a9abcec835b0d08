"""Words as a person types them to the shell of this system: quoted, and taken apart again."""

import re
import sys

# What neither cmd nor PowerShell gives a meaning.
_PLAIN = r"[\w.:/\\=+-]+"


def command_line(*words: str) -> str:
    """Return words as one line that a person can copy into their shell."""
    if _on_windows():
        return " ".join(map(quoted_for_windows, words))
    import shlex

    return shlex.join(words)


def quoted_for_windows(word: str) -> str:
    """Return a word as cmd and PowerShell take it alike, which know no quotes but double ones.

    PowerShell would still look up a name behind "$", and cmd one between two "%".
    """
    if re.fullmatch(_PLAIN, word):
        return word
    # A program would take the last backslash and the quote behind it for a quote.
    ending = len(word) - len(word.rstrip("\\"))
    doubled = word.replace('"', '""')
    return f'"{doubled}{ending * chr(92)}"'


def words_of_command(text: str) -> list[str]:
    """Return the words of a command that a person wrote into a variable, as PAGER or EDITOR.

    Raises:
        ValueError: if a quote is open.
    """
    import shlex

    if not _on_windows():
        return shlex.split(text)
    # There a backslash parts the names of a path.
    return [word.strip('"') for word in shlex.split(text, posix=False)]


def _on_windows() -> bool:
    return sys.platform == "win32"
