"""The tools that keep the code in order: `make lint`, line by line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = [
    line.split()
    for line in (ROOT / "Makefile").read_text("utf-8").partition("\nlint:\n")[2].splitlines()
    if line.startswith("\t")
][:4]


def test_lint_runs_all_four_tools():
    assert COMMANDS == [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["lint-imports"],
    ]


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("LINTED") == "1", reason="`make lint` has just been run")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_has_no_complaint(command):
    program = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
