"""No command asks the network for anything, or starts another program."""

import json
import subprocess
import sys
from pathlib import Path

from painlog.cli.app import Commands
from privacy.every_command import COMMANDS


def test_every_command_is_among_them():
    tried = {words[0] for words in COMMANDS if words}
    assert {name for commands in Commands.groups.values() for name in commands} <= tried


def test_no_command_reaches_the_network_or_starts_a_program(tmp_path):
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("every_command.py")],
        cwd=tmp_path,
        env={"PAINLOG_DB": str(tmp_path / "painlog.db"), "HOME": str(tmp_path), "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stderr.splitlines()[-1])
    # The last is the test's own, which shows that it would have been seen.
    assert told["tried"] == ["refused"]
    assert "has a fault" not in done.stderr
    assert dict(zip(map(" ".join, COMMANDS), told["codes"], strict=True)) == {
        " ".join(command): 0 for command in COMMANDS
    } | {
        "add nowhere 6": 1,
        "take ibuprofn": 1,
        "checkin": 2,
        "import none.csv": 1,
        "--debug add nowhere 6": 1,
    }
