"""What a person reads while another program has the journal locked."""

import sqlite3
import sys
from contextlib import closing

import pytest

from painlog.store import connections

FAILED = "Another program is using the journal and has not finished."
WAITING = "Another program is using the journal. Waiting for it; Ctrl-C stops."


@pytest.fixture
def locked(painlog, path, monkeypatch):
    """A journal in rollback mode that another connection has locked."""
    painlog("add", "left heel", "6")
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(connections, "QUIET_SECONDS", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = delete")
        connection.execute("begin exclusive")
        yield


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize("command", ["list", "report", "check", "where", "export"])
@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
def test_it_is_said_on_a_terminal_at_once_and_no_program_is_named(
    painlog, monkeypatch, command, terminal
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    result = painlog(command)
    assert (result.code, result.out) == (1, "")
    said = " ".join(result.err.split())
    assert said.startswith(f"{WAITING} {FAILED}" if terminal else FAILED)
    assert "painlog" not in said
