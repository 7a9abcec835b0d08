"""The parts of an option with a list: "a=b,c=d", with quotes around parts that have such signs."""

from collections.abc import Iterator

from painlog.errors import UsageError
from painlog.model.names import in_form

_QUOTE = '"'


def cut(text: str, sign: str, most: int = -1) -> list[str]:
    """Split a text at a sign outside quotes; the parts are trimmed and keep their quotes.

    Raises:
        UsageError: if a quote is not closed.
    """
    parts = list[str]()
    start, inside = 0, False
    for place, letter in enumerate(text):
        if letter == _QUOTE:
            inside = not inside
        elif letter == sign and not inside and most != len(parts):
            parts.append(text[start:place].strip())
            start = place + 1
    if inside:
        raise UsageError(f"A quote is not closed in: {text}")
    return [*parts, text[start:].strip()]


def unquoted(part: str) -> str:
    """Return a part without the quotes around it."""
    if len(part) > 1 and part[0] == part[-1] == _QUOTE:
        return part[1:-1].replace(_QUOTE * 2, _QUOTE)
    return part


def tidy(text: str) -> str:
    """Return a heading or word as it is compared: composed characters, single spaces."""
    return " ".join(in_form("NFC", text).split())


def quoted(text: str) -> str:
    """Return a text as a part of a list, in quotes if it could be misread."""
    if text != text.strip() or any(sign in text for sign in ',=+:"') or not text:
        return _QUOTE + text.replace(_QUOTE, _QUOTE * 2) + _QUOTE
    return text


def pairs(text: str, option: str, example: str) -> Iterator[tuple[str, str]]:
    """Give the pairs of "a=b,c=d"; the right sides keep their quotes.

    Raises:
        UsageError: if one is not a pair.
    """
    for part in cut(text, ","):
        if not part:
            continue
        sides = cut(part, "=", most=1)
        if len(sides) < 2 or not unquoted(sides[0]):
            raise UsageError(f'"{part}" is not "name=what", as in: {option} {example}')
        yield unquoted(sides[0]), sides[1]
