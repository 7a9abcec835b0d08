"""XML read in parts, in bounded memory, without entities.

An entity that is declared in a file can grow without end or name another file, and no export needs
one: a file that declares any is refused.
"""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, NoReturn
from xml.parsers import expat

from painlog.errors import BadFileError

# Longer tags and texts, in bytes, and more deeply nested tags are refused.
LONGEST_PIECE = 4 * 1024 * 1024
DEEPEST = 100
_CHUNK = 64 * 1024


class XmlEvent(NamedTuple):
    """A tag that begins (with attributes), a text (without a tag), or a tag that ends.

    The names of tags come without their prefix. Attributes keep theirs; `attribute` finds one
    whatever its prefix.
    """

    tag: str
    attributes: dict[str, str] | None
    text: str = ""
    line: int = 0


def xml_events(file: BinaryIO, name: str, *, lines: bool = False) -> Iterator[XmlEvent]:
    """Give the tags and texts of an XML file in order.

    Args:
        file: Read from its present position; it stays open.
        name: What messages call it.
        lines: Whether to give the lines on which tags begin.

    Raises:
        BadFileError: if it is not XML, declares entities, or is too deep or too wide.
    """
    reader = _EventReader(name, lines=lines)
    try:
        while chunk := file.read(_CHUNK):
            yield from reader.read(chunk, final=False)
        yield from reader.read(b"", final=True)
    # A declared encoding that nobody knows is a LookupError.
    except (expat.ExpatError, LookupError) as error:
        raise BadFileError(
            f"{name} cannot be read: it is damaged, or has a password (XML, {error}). Nothing was "
            "imported."
        ) from error


# A sheet has millions of events, and a named tuple's own constructor takes three times as long.
_made = tuple.__new__


class _EventReader:
    def __init__(self, name: str, *, lines: bool) -> None:
        self._name = name
        self._lines = lines
        self._seen: list[XmlEvent] = []
        self._depth = self._fed = 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entity

    def read(self, chunk: bytes, *, final: bool) -> Iterator[XmlEvent]:
        self._parser.Parse(chunk, final)
        self._fed += len(chunk)
        if not final and self._fed - self._parser.CurrentByteIndex > LONGEST_PIECE:
            self._refuse("a part of it is too long")
        yield from self._seen
        self._seen.clear()

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse("it is nested too deeply")
        line = self._parser.CurrentLineNumber if self._lines else 0
        self._seen.append(_made(XmlEvent, (_local(tag), attributes, "", line)))

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._seen.append(_made(XmlEvent, (_local(tag), None, "", 0)))

    def _text(self, text: str) -> None:
        self._seen.append(_made(XmlEvent, ("", None, text, 0)))

    def _refuse_entity(self, *_: object) -> None:
        self._refuse("it declares entities, which no export needs")

    def _refuse(self, why: str) -> NoReturn:
        raise BadFileError(f"{self._name} cannot be read: {why}. Nothing was imported.")


def _local(tag: str) -> str:
    return tag.rpartition(":")[2] if ":" in tag else tag


def attribute(attributes: dict[str, str], name: str) -> str:
    """Return an attribute whatever its prefix, "" if there is none."""
    if name in attributes:
        return attributes[name]
    return next((text for key, text in attributes.items() if _local(key) == name), "")
