"""Words as PowerShell reads and writes them: single, double and typographic quotes, backticks."""

import re

# Any quote of a kind can close what another one of that kind opened.
_SINGLE, _DOUBLE = "'\u2018\u2019\u201a\u201b", '"\u201c\u201d\u201e'
_PLAIN = re.compile(r"[\w.:/\\=+%-]+")
_SINGLE_QUOTES = re.compile(f"[{_SINGLE}]")
_SPECIAL_IN_DOUBLE = re.compile(f"[{_DOUBLE}`$]")


def plain_word(typed: str) -> tuple[str, str]:
    """Return a typed word as a command receives it, and the quote that is still open.

    The quote is ' or ", or empty. A name after "$" stays as it is: no variable is looked up here.
    """
    text, quote = "", ""
    at = 0
    while at < len(typed):
        char, following = typed[at], typed[at + 1 : at + 2]
        kind = "'" if char in _SINGLE else '"' if char in _DOUBLE else ""
        at += 1
        if char == "`" and quote != "'":
            text += following
            at += 1
        elif kind and kind == quote:
            # Two in a row stand for one.
            if following and following in (_SINGLE if kind == "'" else _DOUBLE):
                text += char
                at += 1
            else:
                quote = ""
        elif kind and not quote:
            quote = kind
        else:
            text += char
    return text, quote


def quoted_word(text: str, quote: str) -> str:
    """Return a text as PowerShell needs it; after an open quote, in quotes of that kind."""
    if quote == '"':
        return '"' + _SPECIAL_IN_DOUBLE.sub(r"`\g<0>", text) + '"'
    if not quote and _PLAIN.fullmatch(text):
        return text
    return "'" + _SINGLE_QUOTES.sub(r"\g<0>\g<0>", text) + "'"
