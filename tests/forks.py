"""Processes of painlog that start at once: copies of one process that has it loaded.

A copy is a process of its own, with its own streams, variables, terminal and signals; only its
start differs, which takes a new process 100 ms and a copy 5. What that start does itself, such as
which modules it loads, how it takes closed streams and other encodings, needs a new process.
"""

import ctypes
import fcntl
import gc
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import termios
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Self

TESTS = Path(__file__).parent
PIPE, DEVNULL = subprocess.PIPE, subprocess.DEVNULL
_PARENT_DIES = 1  # PR_SET_PDEATHSIG of prctl


class Fork:
    """A running copy, used like a `subprocess.Popen` with text streams."""

    def __init__(self, pid: int, ending: int, mine: Mapping[str, int]) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ending = ending
        streams = {
            name: open(fd, _MODES[name], encoding="utf-8")  # noqa: PTH123, SIM115 - a descriptor
            for name, fd in mine.items()
        }
        self.stdin: IO[str] | None = streams.get("stdin")
        self.stdout: IO[str] | None = streams.get("stdout")
        self.stderr: IO[str] | None = streams.get("stderr")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream:
                stream.close()
        self.wait()

    def wait(self, timeout: float = 60) -> int:
        """Wait for its end; gives the exit code, or the signal that ended it, below 0."""
        if self.returncode is None:
            if not select.select([self._ending], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            self.returncode = os.waitstatus_to_exitcode(int(os.read(self._ending, 20)))
            os.close(self._ending)
        return self.returncode

    def communicate(self, given: str = "", timeout: float = 60) -> tuple[str, str]:
        """Let it go on to its end; gives what it wrote to standard output and error."""
        if self.stdin:
            # It may have ended already.
            with suppress(BrokenPipeError):
                self.stdin.write(given)
                self.stdin.close()
        said = {"stdout": "", "stderr": ""}

        def read(name: str, stream: IO[str]) -> None:
            said[name] = stream.read()

        readers = [
            threading.Thread(target=read, args=(name, stream), daemon=True)
            for name in said
            if (stream := getattr(self, name))
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(timeout)
        if any(reader.is_alive() for reader in readers):
            raise subprocess.TimeoutExpired(str(self.pid), timeout)
        self.__exit__()
        return said["stdout"], said["stderr"]

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.returncode is None and not select.select([self._ending], [], [], 0)[0]:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it with SIGKILL."""
        self.send_signal(signal.SIGKILL)


_MODES = {"stdin": "w", "stdout": "r", "stderr": "r"}
_NUMBERS = {"stdin": 0, "stdout": 1, "stderr": 2}


class Forks:
    """The process that is copied. Use it in a `with` block."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "Europe/Berlin"}
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env=environment,
                pass_fds=[theirs.fileno()],
                stdin=DEVNULL,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.wait()

    def start(
        self,
        *arguments: str,
        env: Mapping[str, str],
        cwd: Path,
        script: str | None = None,
        terminal: int | None = None,
        **streams: int | None,
    ) -> Fork:
        """Start painlog with arguments, or a script that takes them.

        Args:
            arguments: What follows the program's name.
            env: All of its variables.
            cwd: Where it runs.
            script: Python to run in the place of painlog.
            terminal: The open terminal that is its own, and its three streams.
            streams: PIPE, DEVNULL or None, the test's own, for `stdin`, `stdout` and `stderr`.
        """
        asked = {
            "arguments": arguments,
            "env": dict(env),
            "cwd": str(cwd),
            "script": script,
            "terminal": terminal is not None,
        }
        with self._one_at_a_time, _opened(terminal, streams) as (theirs, mine):
            ending, end = os.pipe()
            try:
                request = json.dumps(asked).encode()
                socket.send_fds(self._socket, [request], [*theirs, end])
                pid = int(self._socket.recv(20))
            finally:
                os.close(end)
        return Fork(pid, ending, mine)


@contextmanager
def _opened(
    terminal: int | None, streams: Mapping[str, int | None]
) -> Iterator[tuple[list[int], dict[str, int]]]:
    """Give the three streams of a copy, and the other ends of its pipes."""
    mine: dict[str, int] = {}
    close: list[int] = []
    theirs = []
    for name, number in _NUMBERS.items():
        kind = streams.get(name)
        if kind == PIPE:
            reading, writing = os.pipe()
            mine[name], fd = (writing, reading) if name == "stdin" else (reading, writing)
            close.append(fd)
        elif kind == DEVNULL:
            fd = os.open(os.devnull, os.O_RDWR)
            close.append(fd)
        else:
            fd = number if terminal is None else terminal
        theirs.append(fd)
    try:
        yield theirs, mine
    finally:
        for fd in close:
            os.close(fd)


def serve(control: socket.socket) -> None:
    """Start what is asked for, and tell of each copy that has ended."""
    woken, wakes = os.pipe()
    for end in (woken, wakes):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(wakes)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    endings: dict[int, int] = {}
    load()
    while True:
        ready = select.select([control.fileno(), woken], [], [])[0]
        if woken in ready:
            os.read(woken, 1 << 16)
        _tell_of_ended(endings)
        if control.fileno() in ready:
            request, fds, _, _ = socket.recv_fds(control, 1 << 18, 4)
            if not request:
                return
            pid = os.fork()
            if pid == 0:
                control.close()
                _be(json.loads(request), fds)
            for fd in fds[:3]:
                os.close(fd)
            endings[pid] = fds[3]
            control.send(str(pid).encode())


def _tell_of_ended(endings: dict[int, int]) -> None:
    while endings:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        end = endings.pop(pid)
        # The test may not wait for it.
        with suppress(BrokenPipeError):
            os.write(end, str(status).encode())
        os.close(end)


def load() -> None:
    """Load all of painlog, build its commands, and leave no garbage to collect in a copy."""
    if gc.get_freeze_count():
        return  # a copy has it
    import sqlite_utils  # noqa: F401
    from typer.main import get_command

    import builders  # noqa: F401
    import painlog
    from painlog.cli import app
    from painlog.store.empty import in_memory

    for module in pkgutil.walk_packages(painlog.__path__, "painlog."):
        # What an extra brings may be absent.
        with suppress(ImportError):
            if not module.name.endswith("__main__"):
                __import__(module.name)
    group: Any = get_command(app.app)
    for name in group.list_commands(None):
        group.get_command(None, name)
    vars(app)["get_command"] = lambda _: group
    in_memory().close()
    # A copy then leaves alone the pages that only the collector would write to.
    gc.collect()
    gc.freeze()
    gc.disable()


def _be(asked: Mapping[str, Any], fds: list[int]) -> None:
    """Be the copy: never returns."""
    code: object = 70
    try:
        _take_place(asked, fds)
        if asked["script"] is None:
            from painlog.__main__ import run

            sys.argv = ["painlog", *asked["arguments"]]
            code = run()
        else:
            sys.argv = ["-c", *asked["arguments"]]
            sys.path.insert(0, asked["cwd"])
            exec(asked["script"], {"__name__": "__main__"})
            code = 0
    except SystemExit as stop:
        code = 0 if stop.code is None else stop.code
    except BaseException:  # noqa: BLE001 - as Python ends a program
        traceback.print_exc()
        code = 1
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            code = 120
        os._exit(code if isinstance(code, int) else 1)


def _take_place(asked: Mapping[str, Any], fds: list[int]) -> None:
    ctypes.CDLL(None).prctl(_PARENT_DIES, signal.SIGKILL)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, fd in enumerate(fds[:3]):
        os.dup2(fd, number)
    os.closerange(3, 64)
    if asked["terminal"]:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    streams = {
        "stdin": open(0, closefd=False),  # noqa: SIM115
        "stdout": open(1, "w", closefd=False),  # noqa: SIM115
        "stderr": open(2, "w", 1, errors="backslashreplace", closefd=False),  # noqa: SIM115
    }
    for name, stream in streams.items():
        vars(sys).update({name: stream, f"__{name}__": stream})


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
