"""Real processes: painlog as a shell or a person's terminal starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

OFFER = "short questions. [y/N]: "
PAINLOG = str(Path(sys.executable).with_name("painlog"))


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
def process(environment, tmp_path):
    """Run painlog in a pipe, beside its journal; gives the finished process.

    `shell` runs a line of sh instead.
    """

    def run(*arguments, shell=None, **variables):
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
def terminal(environment):
    """Run painlog on a pseudo-terminal; answers are pairs of what is asked and what is typed.

    Gives the exit code and the screen's text. "^C" and "^D" are the keys.
    """

    def run(*arguments, answers=(), columns=80, **variables):
        child = pexpect.spawn(
            PAINLOG,
            list(arguments),
            env=environment | variables,
            dimensions=(24, columns),
            encoding="utf-8",
            timeout=20,
        )
        seen = ""
        for question, answer in answers:
            child.expect_exact(question)
            seen += child.before + child.after
            if answer == "^C":
                child.sendintr()
            elif answer == "^D":
                child.sendeof()
            else:
                child.sendline(answer)
        # A test that is about something else declines the check of warning signs.
        while child.expect_exact([OFFER, pexpect.EOF]) == 0:
            seen += child.before + child.after
            child.sendline("")
        seen += child.before
        child.close()
        return child.exitstatus, seen.replace("\r\n", "\n")

    return run


@pytest.fixture
def keyed(environment):
    """Run painlog on a pseudo-terminal in plain text; `keys` are sent as they are, unlike lines."""

    def run(*arguments, keys, **variables):
        child = pexpect.spawn(
            PAINLOG,
            list(arguments),
            env=environment | {"NO_COLOR": "1"} | variables,
            dimensions=(50, 120),
            encoding="utf-8",
            timeout=20,
        )
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
        return child.exitstatus, seen.replace("\r\n", "\n")

    return run
