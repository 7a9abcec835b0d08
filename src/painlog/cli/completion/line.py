"""A line that is being typed in a shell: its words, and how the last of them is quoted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# What a shell would take for more than a letter; letters beyond ASCII are letters to it.
_SPECIAL = re.compile(r"[^\w@%+=:,./\-]")
_SPECIAL_IN_DOUBLE = re.compile(r'[\\"$`]')
_ESCAPED_IN_DOUBLE = '\\"$`'


class Word(NamedTuple):
    """A word of a line.

    `text` is what the command is given. `kept` is how many characters of it stand before what the
    shell replaces: readline replaces what follows an open quote, or one of its word breaks.
    `quote` is the quote that is still open, or nothing.
    """

    text: str = ""
    kept: int = 0
    quote: str = ""


def words_of(line: str, breaks: str = "") -> Sequence[Word]:
    """The words of a line up to the cursor; the last is the one that is being typed.

    Args:
        line: As typed, quotes and backslashes included.
        breaks: Characters at which readline begins anew inside a word.
    """
    words: list[Word] = []
    text, kept, quote, begun, escaped = "", 0, "", False, False
    before_quote = 0
    for char in line:
        if escaped:
            keeps_backslash = quote and char not in _ESCAPED_IN_DOUBLE
            text += f"\\{char}" if keeps_backslash else char
            escaped = False
        elif char == "\\" and quote != "'":
            begun = escaped = True
        elif quote:
            if char == quote:
                quote, kept = "", before_quote
            else:
                text += char
        elif char in "'\"":
            quote, begun, kept, before_quote = char, True, len(text), kept
        elif char.isspace():
            if begun:
                words.append(Word(text))
            text, kept, begun = "", 0, False
        else:
            text, begun = text + char, True
            if char in breaks:
                kept = len(text)
    return [*words, Word(text, kept, quote)]


def quoted(text: str, quote: str) -> str:
    """The text as it stands in bash where that quote is open, or none; readline closes it."""
    if not quote:
        return _SPECIAL.sub(r"\\\g<0>", text)
    if quote == "'":
        written = text.replace("'", "'\\''")
    else:
        # No backslash keeps bash from looking a "!" up in its history between double quotes.
        written = _SPECIAL_IN_DOUBLE.sub(r"\\\g<0>", text).replace("!", "\"'!'\"")
    # Where the last letter looks like the quote that closes, readline puts none.
    return written + quote if written.endswith(quote) else written
