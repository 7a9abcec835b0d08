"""Real shells on a pseudo-terminal: keys go in, and the line that is being edited comes out."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

BIN = Path(sys.executable).parent
KILL_LINE, TELL, ENTER = "\x15", "\x14", "\r"
SETUP = "run tests/shells/setup.sh"
SHELLS = ("bash", "zsh", "fish")

_START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["-i"],
}
# ^T writes the line that is being edited to a file.
_TELL = {
    "bash": """tell() { printf %s "$READLINE_LINE" > "$TOLD.new"; mv "$TOLD.new" "$TOLD"; }
bind -x '"\\C-t": tell'
""",
    "zsh": """tell() { print -rn -- "$BUFFER" > "$TOLD.new"; mv "$TOLD.new" "$TOLD" }
zle -N tell
bindkey -e
bindkey '^T' tell
""",
    "fish": """function tell; commandline > "$TOLD.new"; mv "$TOLD.new" "$TOLD"; end
bind \\ct tell
""",
}
LOAD = {
    "bash": 'eval "$(painlog completion bash)"\n',
    "zsh": 'eval "$(painlog completion zsh)"\n',
    "fish": "painlog completion fish | source\n",
}


class Shell:
    """A shell with a person at it."""

    def __init__(self, name, folder, environment, load=None):
        self.name = name
        self._told = folder / f"told-{name}"
        self._done = folder / f"done-{name}"
        start = folder / f"start.{name}"
        start.write_text(_TELL[name] + (LOAD[name] if load is None else load), "utf-8")
        self._child = pexpect.spawn(
            shutil.which(name),
            _START[name],
            cwd=folder,
            env=environment | {"TOLD": str(self._told)},
            dimensions=(50, 120),
            encoding="utf-8",
            timeout=20,
        )
        self._child.delaybeforesend = None
        self.run(f". {start}" if name != "fish" else f"source {start}")

    def line(self, keys):
        """The line once the keys were pressed on an empty one."""
        self._child.send(KILL_LINE + keys)
        return self.line_now()

    def line_now(self, keys=""):
        """The line once more keys were pressed."""
        self._told.unlink(missing_ok=True)
        self._child.send(keys + TELL)
        _wait_for(self._told, self._child)
        return self._told.read_text("utf-8").removesuffix("\n")

    def run(self, keys=""):
        """Press the keys and Enter, and wait until the command is over."""
        self._done.unlink(missing_ok=True)
        self._child.send(f"{KILL_LINE}{keys}{ENTER}")
        self._child.send(f"echo > {self._done}{ENTER}")
        _wait_for(self._done, self._child)

    def screen(self):
        """What was printed since this was asked last."""
        seen = ""
        while True:
            try:
                seen += self._child.read_nonblocking(10_000, timeout=0.2)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return seen

    def close(self):
        self._child.close(force=True)


def _wait_for(file, child):
    until = time.monotonic() + 20
    while not file.exists():
        if time.monotonic() > until:
            seen = child.read_nonblocking(100_000, timeout=0.2)
            pytest.fail(f"The shell did not answer. On its screen: {seen!r}")
        time.sleep(0.005)


def environment_in(folder):
    (folder / "home").mkdir(exist_ok=True)
    return {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(folder / "home"),
        "PAINLOG_DB": str(folder / "painlog.db"),
        "TZ": "Europe/Berlin",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }


def painlog_in(folder):
    def run(*arguments, check=True):
        return subprocess.run(
            [BIN / "painlog", *arguments],
            cwd=folder,
            env=environment_in(folder),
            capture_output=True,
            text=True,
            check=check,
            timeout=60,
        ).stdout

    return run


# Hard to quote in one shell or another.
AWKWARD = 'it\'s $HOME "q" `x` \\ & #1!'
