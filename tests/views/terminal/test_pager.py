"""Showing more lines than the terminal has, through the person's pager."""

import os
import stat
import subprocess
import sys

import pexpect
import pytest

RUN = (
    "from painlog.views.terminal.pager import page_out; "
    "from painlog.views.terminal.screen import Screen; "
    "page_out([f'line {{n}}' for n in range({lines})], Screen({width}), wanted={wanted})"
)


@pytest.fixture
def pager(tmp_path):
    """A pager that says that it ran, and what LESS was."""
    file = tmp_path / "my pager"
    file.write_text('#!/bin/sh\necho "paged with LESS=$LESS"\ncat\n')
    file.chmod(file.stat().st_mode | stat.S_IEXEC)
    return file


def shown(environment, lines=50, width=80, *, wanted=True, program=RUN):
    child = pexpect.spawn(
        sys.executable,
        ["-c", program.format(lines=lines, width=width, wanted=wanted)],
        env={**os.environ, "TERM": "xterm", **environment},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
    )
    child.expect(pexpect.EOF)
    return child.before


def test_more_lines_than_the_screen_has_go_through_the_pager(pager):
    out = shown({"PAGER": f"'{pager}'", "LESS": "X"})
    assert "paged with LESS=X" in out
    assert "line 49" in out


def test_less_gets_options_that_keep_colours_and_short_texts(pager):
    environment = {"PAGER": f"'{pager}'"}
    before = os.environ.pop("LESS", None)
    try:
        assert "paged with LESS=FRX" in shown(environment)
    finally:
        if before is not None:
            os.environ["LESS"] = before


@pytest.mark.parametrize(
    ("rest", "environment"),
    [
        ({"lines": 20}, {}),
        ({"wanted": False}, {}),
        ({"width": None}, {}),
        ({}, {"TERM": "dumb"}),
        ({}, {"ACCESSIBLE": "1"}),
        ({}, {"PAGER": ""}),
        ({}, {"PAGER": "cat"}),
        ({}, {"PAGER": "no-such-pager"}),
        ({}, {"PAGER": "'open"}),
    ],
)
def test_else_it_is_printed(pager, rest, environment):
    out = shown({"PAGER": f"'{pager}'", **environment}, **rest)
    assert "paged" not in out
    assert "line 0" in out


def test_a_pipe_has_no_pager(pager):
    done = subprocess.run(
        [sys.executable, "-c", RUN.format(lines=50, width=80, wanted=True)],
        env={**os.environ, "TERM": "xterm", "PAGER": f"'{pager}'"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.startswith("line 0\n")


def test_what_fits_without_blank_lines_needs_no_pager(pager):
    spaced = RUN.replace("'line {{n}}'", "'line {{n}}' if n % 2 else ''")
    out = shown({"PAGER": f"'{pager}'"}, lines=40, program=spaced)
    assert "paged" not in out
    assert out.split() == [word for n in range(1, 40, 2) for word in ("line", str(n))]
    assert "\r\n\r\n" not in out
    assert "paged" in shown({"PAGER": f"'{pager}'"}, lines=50, program=spaced)
