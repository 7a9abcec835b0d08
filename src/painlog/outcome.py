"""What this run has done for good, and the steps that no signal may interrupt."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

Handler = Callable[[int, "FrameType | None"], object] | int

# Windows has no SIGHUP: a terminal that closes, or a machine that is shut down, sends SIGBREAK.
SIGNALS = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if (number := getattr(signal, name, None))
)


class Interruption(KeyboardInterrupt):
    """A signal asks painlog to stop: Ctrl-C, SIGTERM or a terminal that closes."""


class Outcome:
    """What one run has done for good.

    `saved`: a change to the journal is committed. `unsure`: a commit has begun, and its result is
    not known. `written`: the file that was put in its place. `signal`: the number of the signal
    that asked painlog to stop.
    """

    # Not a dataclass, which would take longer to make than to use.
    saved: bool
    unsure: bool
    written: "Path | None"
    signal: int | None

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the run before. Tests make many runs in one process."""
        self.saved = self.unsure = False
        self.written = self.signal = None


outcome = Outcome()


class Hold:
    """Signals that wait until a block ends."""

    def __init__(self, before: dict[int, Handler]) -> None:
        self.before = before
        self.came: list[int] = []

    def note(self, number: int, _frame: "FrameType | None") -> None:
        """Let a signal wait."""
        self.came.append(number)

    def let_through(self) -> None:
        """Stop now if a signal is waiting. Call it only where nothing is done for good yet."""
        while self.came:
            handler = self.before[self.came[0]]
            if not callable(handler):
                return
            outcome.unsure = False
            handler(self.came.pop(0), None)


_hold: Hold | None = None


@contextmanager
def held_signals() -> Iterator[Hold]:
    """Let Ctrl-C, SIGTERM and SIGHUP wait until the block ends; they take effect then.

    Blocks may be nested; the outermost one counts. Python delivers signals to the main thread, so
    other threads hold nothing back.
    """
    global _hold  # noqa: PLW0603 - handlers belong to the process
    if _hold is not None or threading.current_thread() is not threading.main_thread():
        yield _hold or Hold({})
        return
    present = {number: signal.getsignal(number) for number in SIGNALS}
    # An ignored signal stays ignored, and one that is not handled in Python is left alone.
    hold = Hold({n: h for n, h in present.items() if h is not None and h != signal.SIG_IGN})
    try:
        for number in hold.before:
            signal.signal(number, hold.note)
        _hold = hold
        yield hold
    finally:
        _hold = None
        for number, handler in hold.before.items():
            signal.signal(number, handler)
        for number in hold.came:
            signal.raise_signal(number)


@contextmanager
def saving() -> Iterator[Hold]:
    """Let signals wait while a change is committed to the journal, and note that it is saved."""
    with held_signals() as hold:
        outcome.unsure = True
        yield hold
        outcome.saved, outcome.unsure = True, False


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Raise `Interruption` in the block for every signal that asks painlog to stop.

    By default SIGTERM and SIGHUP end a process at once, which could leave a half-made copy of the
    journal behind. A signal that is ignored, as under nohup, stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    present = {number: signal.getsignal(number) for number in SIGNALS}
    usual = (signal.SIG_DFL, signal.default_int_handler)
    changed = {number: handler for number, handler in present.items() if handler in usual}
    try:
        for number in changed:
            signal.signal(number, _interrupt)
        yield
    finally:
        for number, handler in changed.items():
            signal.signal(number, handler)


def _interrupt(number: int, _frame: "FrameType | None") -> None:
    outcome.signal = number
    raise Interruption
