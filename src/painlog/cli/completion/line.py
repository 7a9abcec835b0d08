"""The line being typed in a shell: its words, and how the last of them is quoted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Characters that mean something to a shell; letters beyond ASCII do not.
_SPECIAL = re.compile(r"[^\w@%+=:,./\-]")
_SPECIAL_IN_DOUBLE = re.compile(r'[\\"$`]')
_ESCAPED_IN_DOUBLE = '\\"$`'


class Word(NamedTuple):
    """A word of a line.

    `text` is what the command receives. The shell replaces all but the first `kept` characters of
    it: readline replaces what follows an open quote or one of its word breaks. `quote` is the
    quote that is still open, or empty.
    """

    text: str = ""
    kept: int = 0
    quote: str = ""


def words_of(line: str, breaks: str = "") -> Sequence[Word]:
    """Return the words of a line up to the cursor; the last is the one being typed.

    Args:
        line: As typed, quotes and backslashes included.
        breaks: Characters at which readline begins a new word inside a word.
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
    """Return the text as bash needs it after an open quote, if any; readline closes the quote."""
    if not quote:
        return _SPECIAL.sub(r"\\\g<0>", text)
    if quote == "'":
        written = text.replace("'", "'\\''")
    else:
        # Between double quotes, no backslash keeps bash from looking "!" up in its history.
        written = _SPECIAL_IN_DOUBLE.sub(r"\\\g<0>", text).replace("!", "\"'!'\"")
    # If the last character looks like a closing quote, readline adds none.
    return written + quote if written.endswith(quote) else written
