"""Where painlog is installed, and the command that adds a package to that place."""

import sys
from importlib.util import find_spec
from pathlib import Path

from painlog.files.command_line import command_line

# What these programs write into an environment that they made for one application.
_OF_PIPX, _OF_UV = "pipx_metadata.json", "uv-receipt.toml"


def command_to_add(requirement: str) -> str:
    """Return the command that installs a package beside painlog, as it is installed here."""
    place = Path(sys.prefix)
    if (place / _OF_PIPX).is_file():
        return command_line("pipx", "inject", place.name, requirement)
    if (place / _OF_UV).is_file() or find_spec("pip") is None:
        return command_line("uv", "pip", "install", "--python", sys.executable, requirement)
    return command_line(sys.executable, "-m", "pip", "install", requirement)
