"""Every shell in turn, where it is installed."""

import shutil

import pytest

from absent import do_without
from shell import SETUP, SHELLS, Shell, environment_in, painlog_in


@pytest.fixture(scope="session", params=SHELLS)
def shell_name(request, pytestconfig):
    if shutil.which(request.param) is None:
        do_without(pytestconfig, request.param, SETUP)
    return request.param


@pytest.fixture
def open_shell(shell_name, tmp_path):
    """A shell beside a journal of this test; `load` is how it takes the script in."""
    opened = []

    def open_(load=None, **variables):
        opened.append(Shell(shell_name, tmp_path, environment_in(tmp_path) | variables, load))
        return opened[-1]

    yield open_
    for shell in opened:
        shell.close()


@pytest.fixture
def run(tmp_path):
    """Run painlog in a pipe on the journal of this test; gives what it printed."""
    (tmp_path / "home").mkdir(exist_ok=True)
    return painlog_in(tmp_path)
