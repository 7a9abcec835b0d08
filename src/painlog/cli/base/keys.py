"""One key at a time from a terminal, without Enter. This is the one place that reads keys."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from painlog.views.terminal.screen import ACCESSIBLE, DUMB

ENTER, BACK, OTHER = "enter", "back", "other"
# If one of them is set, painlog asks for whole lines, which suit a screen reader better.
AS_LINES = ("PAINLOG_LINES", ACCESSIBLE)

_BACK_KEYS = frozenset("\x7f\x08")
_ENTER_KEYS = frozenset("\r\n")
_END = frozenset("\x04\x1a")
# What the left and up arrows send after the escape; on Windows, after a null or 0xe0.
_ARROWS_BACK = ("[D", "[A", "OD", "OA")
_WINDOWS_PREFIX, _WINDOWS_BACK = ("\x00", "\xe0"), ("K", "H")
# An arrow's bytes come at once.
_SECONDS_FOR_THE_REST = 0.02


def reads_keys() -> bool:
    """Return whether keys can be read one by one: on a terminal that is not dumb.

    Where `PAINLOG_LINES` or `ACCESSIBLE` is set, lines are asked for instead.
    """
    if any(os.environ.get(name) for name in AS_LINES):
        return False
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if os.name == "nt":
        return True
    return os.environ.get("TERM", "dumb") not in (*DUMB, "")


class Keyboard:
    """A terminal's keyboard: what is the same on every system."""

    def read(self) -> str:
        """Wait for a key; return its character, or `ENTER`, `BACK` or `OTHER`.

        Raises:
            EOFError: if the input is at its end.
            KeyboardInterrupt: if Ctrl-C was pressed.
        """
        raise NotImplementedError

    @contextmanager
    def lines(self) -> Iterator[None]:
        """Read whole lines for the length of a block."""
        yield


@contextmanager
def keyboard() -> Iterator["Keyboard"]:
    """Read keys for the length of a block; afterwards the terminal is as it was before."""
    if os.name == "nt":
        yield _Console()
        return
    terminal = _Terminal(sys.stdin.fileno())
    try:
        terminal.begin()
        yield terminal
        # What asks next reads lines; a rating typed ahead must not become an item of a list there.
        terminal.drop_typed_ahead()
    finally:
        terminal.end()


class _Terminal(Keyboard):
    """A POSIX terminal. Ctrl-C and Ctrl-Z do what they always do."""

    def __init__(self, descriptor: int) -> None:
        import termios

        self._descriptor = descriptor
        self._before = termios.tcgetattr(descriptor)

    def begin(self) -> None:
        """Pass on each key as it comes, without showing it; what was typed ahead stays."""
        import termios
        import tty

        sys.stdout.flush()
        tty.setcbreak(self._descriptor, termios.TCSADRAIN)

    def end(self) -> None:
        """Put the terminal back as it was."""
        import termios

        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)

    def drop_typed_ahead(self) -> None:
        """Forget the keys that were typed before the next question was there."""
        import termios

        termios.tcflush(self._descriptor, termios.TCIFLUSH)

    @contextmanager
    def lines(self) -> Iterator[None]:
        """Read whole lines for the length of a block; what was typed before it is dropped."""
        self.drop_typed_ahead()
        self.end()
        try:
            yield
        finally:
            self.begin()

    def read(self) -> str:
        """Wait for a key and return it."""
        sys.stdout.flush()
        key = self._character()
        if key == "\x1b":
            return BACK if self._rest_of_escape() in _ARROWS_BACK else OTHER
        return _named(key)

    def _character(self) -> str:
        raw = os.read(self._descriptor, 1)
        if not raw:
            raise EOFError
        # A letter beyond ASCII has more bytes, which follow at once.
        for _ in range(_more_bytes(raw[0])):
            raw += os.read(self._descriptor, 1)
        return raw.decode("utf-8", "replace")

    def _rest_of_escape(self) -> str:
        import select

        rest = ""
        while select.select([self._descriptor], [], [], _SECONDS_FOR_THE_REST)[0] and len(rest) < 8:
            rest += self._character()
            if rest[-1].isalpha() and rest != "O":
                break
        return rest


class _Console(Keyboard):
    """The console of Windows."""

    def read(self) -> str:
        """Wait for a key and return it."""
        from msvcrt import getwch  # type: ignore[attr-defined,unused-ignore]

        sys.stdout.flush()
        key: str = getwch()
        if key in _WINDOWS_PREFIX:
            return BACK if getwch() in _WINDOWS_BACK else OTHER
        if key == "\x03":
            raise KeyboardInterrupt
        return _named(key)


def _named(key: str) -> str:
    if key in _END:
        raise EOFError
    if key in _ENTER_KEYS:
        return ENTER
    if key in _BACK_KEYS:
        return BACK
    return key if key.isprintable() else OTHER


def _more_bytes(first: int) -> int:
    return 3 if first >= 0xF0 else 2 if first >= 0xE0 else 1 if first >= 0xC0 else 0
