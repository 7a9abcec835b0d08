"""painlog run on a terminal that remembers every byte."""

import sys

import pytest

from conftest import NOW
from painlog.cli.app import main
from steering import Terminal


@pytest.fixture
def on_terminal(monkeypatch, set_clock):
    """Run painlog in this process as if standard output and error were terminals.

    Gives the exit code and all that was written to both. Nothing is styled, so that every escape
    sequence in it would be the person's.
    """
    set_clock(NOW)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "C.UTF-8")

    def run(*arguments):
        out, err = Terminal(), Terminal()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = main(arguments)
        return code, out.text + err.text

    return run
