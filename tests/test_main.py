"""The program from its first line to its last: Ctrl-C ends it with a sentence."""

import subprocess
import sys

import pytest

STOP = """
import sys

class Stop:
    def find_spec(self, name, *_):
        if name == {name!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
from painlog.__main__ import run

sys.exit(run())
"""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("painlog.cli.app", "Stopped. Nothing was saved.\n"),
        ("typer", "Stopped. Nothing was saved.\n"),
        ("painlog.cli.commands.add", "Stopped. Nothing was saved.\n"),
        # A second one, while the first is being answered.
        ("painlog.cli.base.refusals", "Stopped.\n"),
    ],
)
def test_ctrl_c_while_the_program_is_loaded_ends_with_a_sentence(tmp_path, name, said):
    done = subprocess.run(
        [sys.executable, "-c", STOP.format(name=name), "add", "nowhere at all", "6"],
        env={"PAINLOG_DB": str(tmp_path / "painlog.db"), "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", said)


def test_after_the_last_word_ctrl_c_changes_nothing():
    script = (
        "import os, signal, sys\n"
        "from painlog.__main__ import run\n"
        "code = run()\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
