"""Reading a JSON object of any length value by value; its lists give one item after another.

The standard library reads a JSON text only as a whole. Here it reads one value at a time, from no
more of the text than that value needs.
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple, NoReturn, TextIO

from painlog.errors import BadFileError
from painlog.formats.source import encoding_of

LONGEST_VALUE = 16 * 1024 * 1024
MOST_FIELDS = 1000

_CHARACTERS_AT_A_TIME = 64 * 1024
_NOTHING = "Nothing was imported."
_SPACE = re.compile(r"[ \t\n\r]*")
_OF_NUMBER = re.compile(r"[-+.0-9eE]*")
# An error this close to the end may come from a word that is cut off: no word in JSON is longer.
_LONGEST_WORD = 16


class JsonItem(NamedTuple):
    """A value of the object. `number` counts from 1 in a list, and is 0 outside of lists."""

    field: str
    number: int
    value: Any


def items(file: BinaryIO) -> Iterator[JsonItem]:
    """Give the values of a JSON object in order, those of lists one by one.

    Memory is bounded by `LONGEST_VALUE`, in characters, and `MOST_FIELDS`.

    Args:
        file: UTF-8, UTF-16 or UTF-32; it is read from its start and stays open.

    Raises:
        BadFileError: if it is not such an object, or one of its values is longer than that.
    """
    file.seek(0)
    encoding = encoding_of(file.read(4))
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, newline="")
    try:
        yield from _Text(text).items()
    except UnicodeError as error:
        name = getattr(error, "encoding", encoding).upper()
        raise BadFileError(f"The file is not {name} text. {_NOTHING}") from error
    finally:
        # A caller that stops half way may have closed the file already.
        with suppress(ValueError):
            text.detach()


class _Text:
    """The text, of which only a part is in memory."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._held = ""
        self._at = 0
        self._lines = 1
        self._ended = False
        self._decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number)

    def items(self) -> Iterator[JsonItem]:
        if self._next() == "\ufeff":
            self._at += 1
        self._expect("{", "an object in braces")
        fields: set[str] = set()
        if self._next() != "}":
            yield from self._field(fields)
            while self._next() == ",":
                self._at += 1
                yield from self._field(fields)
        self._expect("}", "a comma or the end of the object")
        if self._next():
            self._refuse("there is more after the end of the object")

    def _field(self, fields: set[str]) -> Iterator[JsonItem]:
        self._need('"', "a name in quotes")
        name = self._value()
        if name in fields:
            self._refuse(f'"{name}" is there twice')
        fields.add(name)
        if len(fields) > MOST_FIELDS:
            self._refuse(f"the object has more than {MOST_FIELDS:,} fields")
        self._expect(":", "a colon")
        if self._next() != "[":
            yield JsonItem(name, 0, self._value())
            return
        self._at += 1
        number = 0
        if self._next() != "]":
            yield JsonItem(name, number := 1, self._value())
            while self._next() == ",":
                self._at += 1
                self._next()
                yield JsonItem(name, number := number + 1, self._value())
        self._expect("]", "a comma or the end of the list")

    def _value(self) -> Any:  # noqa: ANN401 - JSON holds anything
        """Read the value that begins here, and move past it."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                self._more_or_refuse(error)
            except RecursionError:
                self._refuse("it is nested too deeply")
            except ValueError as error:
                self._refuse(
                    str(error) if isinstance(error, _NotJsonError) else "a number is too long"
                )
            else:
                # A number may go on beyond the text in memory: "0." is not 0.
                rest = _OF_NUMBER.match(self._held, end)
                if self._ended or (rest and rest.end() < len(self._held)):
                    self._at = end
                    return value
                self._more()

    def _more_or_refuse(self, error: json.JSONDecodeError) -> None:
        open_text = error.msg.startswith("Unterminated string")
        if self._ended or not (open_text or error.pos >= len(self._held) - _LONGEST_WORD):
            self._lines += self._held.count("\n", self._at, error.pos)
            self._refuse(
                "the file ends too early"
                if open_text or error.pos >= len(self._held.rstrip())
                else _in_words(error)
            )
        self._more()

    def _next(self) -> str:
        """Move to the next character that is not a space and return it; "" at the end."""
        while True:
            space = _SPACE.match(self._held, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._held):
                return self._held[self._at]
            if self._ended:
                return ""
            self._more()

    def _expect(self, sign: str, what: str) -> None:
        self._need(sign, what)
        self._at += 1

    def _need(self, sign: str, what: str) -> None:
        found = self._next()
        if not found:
            self._refuse("the file ends too early")
        if found != sign:
            self._refuse(f"{what} is expected")

    def _more(self) -> None:
        """Read more of the text, twice as much within a long value."""
        if len(self._held) - self._at > LONGEST_VALUE:
            self._refuse(f"one value has more than {LONGEST_VALUE:,} characters")
        self._lines += self._held.count("\n", 0, self._at)
        rest = self._held[self._at :]
        more = self._text.read(max(_CHARACTERS_AT_A_TIME, len(rest)))
        self._held, self._at, self._ended = rest + more, 0, not more

    def _refuse(self, reason: str) -> NoReturn:
        line = self._lines + self._held.count("\n", 0, self._at)
        raise BadFileError(f"Line {line:,} is not JSON as painlog writes it: {reason}. {_NOTHING}")


class _NotJsonError(ValueError):
    """Something that the standard library accepts and JSON does not."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = set[str]()
        for name, _ in pairs:
            if name in seen:
                raise _NotJsonError(f'"{name}" is there twice')
            seen.add(name)
    return found


def _no_number(text: str) -> NoReturn:
    raise _NotJsonError(f"{text} is not a number")


def _in_words(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]
