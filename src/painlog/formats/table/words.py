"""Lists as options are written: "a=b,c=d+e", with quotes around what holds such a sign."""

from collections.abc import Iterator

from painlog.errors import UsageError
from painlog.model.names import in_form

_QUOTE = '"'


def split(text: str, sign: str, most: int = -1) -> list[str]:
    """The parts between the signs that stand outside quotes, trimmed, still quoted.

    Args:
        text: As typed.
        sign: One letter.
        most: How many signs count; all without it.

    Raises:
        UsageError: if a quote is not closed.
    """
    parts = list[str]()
    start, quoted = 0, False
    for place, letter in enumerate(text):
        if letter == _QUOTE:
            quoted = not quoted
        elif letter == sign and not quoted and most != len(parts):
            parts.append(text[start:place].strip())
            start = place + 1
    if quoted:
        raise UsageError(f"A quote is not closed in: {text}")
    return [*parts, text[start:].strip()]


def unquoted(part: str) -> str:
    """What a part says, without the quotes around it."""
    if len(part) > 1 and part[0] == part[-1] == _QUOTE:
        return part[1:-1].replace(_QUOTE * 2, _QUOTE)
    return part


def tidy(text: str) -> str:
    """A title or word in the form in which it is looked for: composed letters, single spaces."""
    return " ".join(in_form("NFC", text).split())


def quoted(text: str) -> str:
    """A text as a part, in quotes where it could be read otherwise."""
    if text != text.strip() or any(sign in text for sign in ',=+:"') or not text:
        return _QUOTE + text.replace(_QUOTE, _QUOTE * 2) + _QUOTE
    return text


def pairs(text: str, option: str, example: str) -> Iterator[tuple[str, str]]:
    """The pairs of "a=b,c=d"; what stands right of the sign is still quoted.

    Raises:
        UsageError: if one is no pair.
    """
    for part in split(text, ","):
        if not part:
            continue
        sides = split(part, "=", most=1)
        if len(sides) < 2 or not unquoted(sides[0]):
            raise UsageError(f'"{part}" is not "name=what", as in: {option} {example}')
        yield unquoted(sides[0]), sides[1]
