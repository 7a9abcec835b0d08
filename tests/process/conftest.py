"""Real processes: painlog as a shell or a person's terminal starts it."""

import os
import subprocess
import sys
import termios
import time
from pathlib import Path

import pexpect
import pytest
from pexpect.fdpexpect import fdspawn

from forks import DEVNULL, PIPE

OFFER = "short questions. [y/N]: "
OFFER = "short questions. [y/N]: "
PAINLOG = str(Path(sys.executable).with_name("painlog"))
KEYS = {"^C": "\x03", "^D": "\x04"}
# What Python reads when it starts.
ENCODINGS = {"LANG", "PYTHONIOENCODING"}


@pytest.fixture
def environment(tmp_path):
    """The variables of a person's shell, with a journal of this test."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "PAINLOG_DB": str(tmp_path / "painlog.db"),
        "TZ": "Europe/Berlin",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def process(forks, environment, tmp_path):
    """Run painlog in a pipe, beside its journal; gives the finished process.

    `shell` runs a line of sh instead, whose painlog is a new process.
    """

    def run(*arguments, shell=None, **variables):
        if shell is None and not variables.keys() & ENCODINGS:
            streams = {"stdout": PIPE, "stderr": PIPE, "stdin": DEVNULL}
            started = forks.start(*arguments, env=environment | variables, cwd=tmp_path, **streams)
            out, err = started.communicate()
            return subprocess.CompletedProcess(arguments, started.returncode, out, err)
        return subprocess.run(
            [PAINLOG, *arguments] if shell is None else ["sh", "-c", shell, PAINLOG],
            cwd=tmp_path,
            env=environment | variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return run


@pytest.fixture
def screen(forks, environment, tmp_path):
    """Start painlog on a pseudo-terminal; gives its process and the terminal's other side."""

    def start(*arguments, size, **variables):
        mine, its = os.openpty()
        termios.tcsetwinsize(its, size)
        started = forks.start(*arguments, env=environment | variables, cwd=tmp_path, terminal=its)
        os.close(its)
        child = fdspawn(mine, encoding="utf-8", timeout=20)
        type_ = child.send

        def send(keys):
            # What is typed before the question reads keys would be dropped.
            time.sleep(child.delaybeforesend)
            type_(keys)

        child.send = send
        return started, child

    return start


@pytest.fixture
def terminal(screen):
    """Run painlog on a pseudo-terminal; answers are pairs of what is asked and what is typed.

    Gives the exit code and the screen's text. "^C" and "^D" are the keys.
    """

    def run(*arguments, answers=(), columns=80, **variables):
        started, child = screen(*arguments, size=(24, columns), **variables)
        seen = ""
        for question, answer in answers:
            child.expect_exact(question)
            seen += child.before + child.after
            child.send(KEYS.get(answer, f"{answer}\n"))
        # A test that is about something else declines the check of warning signs.
        while child.expect_exact([OFFER, pexpect.EOF]) == 0:
            seen += child.before + child.after
            child.send("\n")
        seen += child.before
        child.close()
        return started.wait(), seen.replace("\r\n", "\n")

    return run


@pytest.fixture
def keyed(screen):
    """Run painlog on a pseudo-terminal in plain text; `keys` are sent as they are, unlike lines."""

    def run(*arguments, keys, **variables):
        started, child = screen(*arguments, size=(50, 120), **({"NO_COLOR": "1"} | variables))
        seen = ""
        for question, key in keys:
            child.expect_exact(question)
            seen += child.before + child.after
            child.expect_exact(": ")
            seen += child.before + child.after
            child.send(key)
        child.expect(pexpect.EOF)
        seen += child.before
        child.close()
        return started.wait(), seen.replace("\r\n", "\n")

    return run
