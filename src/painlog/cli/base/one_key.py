"""Answers of one key or of a line, where no part of a word ever answers another question.

Some keys answer at once. Enter straight behind one is a habit and is ignored. Any other character
begins a line, which is shown, can be mended with Backspace and ends with Enter. Enter pressed twice
in quick succession, or held down, counts once: nobody has read the next question by then.

A line straight behind such a key may be the rest of what the person types: "5.5", "not sure". If
the whole does not mean what its first key meant, that answer does not hold. After a pause a line
belongs to the question on the screen, unless it can only be the rest of a number.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple, TypeVar

from painlog.cli.base import keys
from painlog.cli.base.ask import agrees, ask
from painlog.errors import PainlogError
from painlog.views.terminal.screen import say_aside
from painlog.views.wording import printable

Answer = TypeVar("Answer")

# Nobody reads a question and answers it in less.
_SECONDS_TO_READ = 0.3
# A line that begins so soon after its question was shown may go on with the answer before.
_SECONDS_TO_GO_ON = 1.0
# What goes on with a number at any speed: ".5", "/10", "-6", "or 6".
_REST_OF_NUMBER = re.compile(r"\s*(?:[.,/–-]\s*\d|½|(?:or|to)\s+\w)", re.IGNORECASE)


class TakenBackError(Exception):
    """The key before was the beginning of something else: ask that question again."""


class Answers:
    """Answers by lines, as a screen reader, a dumb terminal or a pipe gives them."""

    by_key = False

    def ask(
        self,
        question: str,
        understand: Callable[[str], Answer],
        at_once: str = "",
        shown: Callable[[Answer], str] = str,
    ) -> Answer:
        """Ask until the answer is understood; return the answer.

        Args:
            question: Without its final colon.
            understand: Turns the typed text into an answer, or raises PainlogError.
            at_once: The keys that answer without Enter, where keys can be read. Leave them out
                before a question that is asked by `ask_line`.
            shown: Says how an answer was understood.

        Raises:
            TakenBackError: if the answer before does not hold; the reason has been said.
        """
        del at_once, shown
        return ask(question, understand)

    def ask_line(self, question: str, understand: Callable[[str], Answer]) -> Answer:
        """Ask for a whole line."""
        return ask(question, understand)

    def agrees(self, question: str) -> bool:
        """Ask by a whole line whether the person agrees."""
        return agrees(question)


@contextmanager
def answers(*, by_lines: bool = False, begin_words: bool = False) -> Iterator[Answers]:
    """Take answers of one key where the terminal can read keys, else lines.

    Args:
        by_lines: Take lines in any case.
        begin_words: Whether the keys begin words, as n begins "not sure": letters behind one then
            belong to it, however slowly they are typed.
    """
    if by_lines or not keys.reads_keys():
        yield Answers()
        return
    with keys.keyboard() as keyboard:
        yield _KeyAnswers(keyboard, begin_words=begin_words)


class _Key(NamedTuple):
    """A key that answered at once, and how its question understands a text."""

    key: str
    answer: object
    understand: Callable[[str], Any]

    def refusal_of(self, whole: str) -> tuple[str, ...]:
        """Return why the key's answer does not hold for a whole text; nothing if it does."""
        try:
            if self.understand(whole) == self.answer:
                return ()
        except PainlogError as refused:
            return tuple(map(str, refused.args))
        return (f'"{whole}" is not the same as "{self.key}". Type it again.',)


class _Typed(NamedTuple):
    """A key that answers at once, one with a name ("" for Enter, "b" for back), or a line."""

    text: str
    how: Literal["at once", "by a name", "line"]


class _KeyAnswers(Answers):
    by_key = True

    def __init__(self, keyboard: keys.Keyboard, *, begin_words: bool) -> None:
        self._keyboard = keyboard
        self._begin_words = begin_words
        self._behind: _Key | None = None
        self._asked = self._begun = float("-inf")
        self._entered = float("-inf")

    def ask(
        self,
        question: str,
        understand: Callable[[str], Answer],
        at_once: str = "",
        shown: Callable[[Answer], str] = str,
    ) -> Answer:
        """Ask until the answer is understood, by a key or a line."""
        while True:
            _write(f"{printable(question)}: ")
            self._asked = time.monotonic()
            typed = self._read(at_once)
            before, self._behind = self._behind, None
            if before and typed.how == "line" and self._goes_on(typed.text, understand):
                _write("\n")
                if refusal := before.refusal_of(before.key + typed.text.rstrip()):
                    say_aside(*refusal)
                    raise TakenBackError
                continue
            text = typed.text.strip()
            try:
                answer = understand(text)
            except PainlogError as refused:
                _write("\n")
                say_aside(*map(str, refused.args))
                continue
            said = shown(answer)
            if typed.how == "line":
                said = f" ({said})" if said != text else ""
            _write(f"{said}\n")
            if typed.how == "at once":
                self._behind = _Key(text, answer, understand)
            return answer

    def ask_line(self, question: str, understand: Callable[[str], Answer]) -> Answer:
        """Ask for a whole line."""
        with self._keyboard.lines():
            return ask(question, understand)

    def agrees(self, question: str) -> bool:
        """Ask by a whole line whether the person agrees."""
        with self._keyboard.lines():
            return agrees(question)

    def _read(self, at_once: str) -> "_Typed":
        """Wait for a key or a line."""
        while True:
            key = self._keyboard.read()
            if key == keys.ENTER:
                again = self._is_enter_again()
                if self._behind:
                    self._behind = None
                elif not again:
                    return _Typed("", "by a name")
            elif key == keys.BACK:
                self._behind = None
                return _Typed("b", "by a name")
            elif key.lower() in at_once:
                return _Typed(key.lower(), "at once")
            elif key == keys.OTHER or (key == " " and not self._behind):
                continue
            elif line := self._line(key):
                return _Typed(line, "line")

    def _goes_on(self, line: str, understand: Callable[[str], object]) -> bool:
        """Tell whether a line behind a key is the rest of that answer, not one of its own."""
        if line[0].isdigit():
            return False
        if _REST_OF_NUMBER.match(line):
            return True
        is_letter = line[0].isalpha()
        is_soon = self._begun - self._asked < _SECONDS_TO_GO_ON
        if not is_soon and not (self._begin_words and is_letter):
            return False
        return not ((is_letter or line[0] == "=") and _is_understood(line.strip(), understand))

    def _is_enter_again(self) -> bool:
        """Note an Enter; tell whether it follows another too quickly to mean the next question."""
        before, self._entered = self._entered, time.monotonic()
        return self._entered - before < _SECONDS_TO_READ

    def _line(self, line: str) -> str:
        """Return what is typed up to Enter; "" if all of it is taken back."""
        self._begun = time.monotonic()
        _write(line)
        while line:
            key = self._keyboard.read()
            if key == keys.ENTER:
                self._is_enter_again()
                return line
            if key == keys.BACK:
                line = line[:-1]
                _write("\b \b")
            elif key != keys.OTHER:
                line += key
                _write(key)
        return ""


def _is_understood(text: str, understand: Callable[[str], object]) -> bool:
    try:
        understand(text)
    except PainlogError:
        return False
    return True


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
