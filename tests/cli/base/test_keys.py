"""Keys are read one by one on a real terminal, which is as it was before afterwards."""

import os
import sys

import pytest

from painlog.cli.base import keys

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminal")
termios = pytest.importorskip("termios", reason="as above")


@pytest.fixture
def terminal(monkeypatch):
    """A pseudo-terminal in the place of standard input; gives what types into it."""
    ours, theirs = pty.openpty()
    inside = os.fdopen(os.dup(theirs), "r", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", inside)
    monkeypatch.setenv("TERM", "xterm")
    for name in keys.AS_LINES:
        monkeypatch.delenv(name, raising=False)
    yield lambda typed: os.write(ours, typed)
    inside.close()
    os.close(ours)
    os.close(theirs)


def test_each_key_is_its_character_or_its_name(terminal):
    with keys.keyboard() as keyboard:
        terminal(b"5x=\r\x7f\x1b[D\x1b[A\x1b[C\x01")
        assert [keyboard.read() for _ in range(9)] == [
            *("5", "x", "=", keys.ENTER, keys.BACK, keys.BACK, keys.BACK, keys.OTHER, keys.OTHER),
        ]
        terminal("é\N{FOOT}7".encode())
        assert [keyboard.read() for _ in range(3)] == ["é", "\N{FOOT}", "7"]
        terminal(b"\x04")
        with pytest.raises(EOFError):
            keyboard.read()


def test_the_terminal_is_as_before_afterwards_and_while_a_line_is_read(terminal):
    before = termios.tcgetattr(sys.stdin.fileno())
    with keys.keyboard() as keyboard:
        assert termios.tcgetattr(sys.stdin.fileno()) != before
        with keyboard.lines():
            assert termios.tcgetattr(sys.stdin.fileno()) == before
        terminal(b"3")
        assert keyboard.read() == "3"
    assert termios.tcgetattr(sys.stdin.fileno()) == before
    with pytest.raises(KeyboardInterrupt), keys.keyboard():
        raise KeyboardInterrupt
    assert termios.tcgetattr(sys.stdin.fileno()) == before


@pytest.mark.usefixtures("terminal")
def test_a_dumb_terminal_and_a_screen_reader_get_lines(monkeypatch):
    # Between the fixture and the test, pytest puts its own in the place of standard output.
    monkeypatch.setattr(sys, "stdout", sys.stdin)
    assert keys.reads_keys()
    for name in keys.AS_LINES:
        with monkeypatch.context() as patched:
            patched.setenv(name, "1")
            assert not keys.reads_keys()
    monkeypatch.setenv("TERM", "dumb")
    assert not keys.reads_keys()


def test_a_pipe_gets_lines(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    assert not keys.reads_keys()
