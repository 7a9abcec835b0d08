"""Run tests with the lowest versions that pyproject.toml allows, or with the highest.

    python tests/systems/bounds.py lowest|highest [WHAT PYTEST IS GIVEN]

By default these are the commands, which use all the rest, and files. The versions go into an
environment of their own that is removed afterwards. FHIR's models, browsers and data frames are
left out: pip takes minutes to find versions of them that agree with the lowest of ours.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ("pytest", "pytest-xdist", "hypothesis", "pexpect", "pypdf", "markdown-it-py")
FOLDERS = ("cli", "files")
USUAL = ("-n2", "-m", "not slow and not process", "--ignore-glob=*fhir*")


def bounds(which: str) -> Iterator[str]:
    """Yield what pip is to install: the dependencies at a bound, and the tools of the tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for needed in (*project["dependencies"], *extras["pdf"]):
        lowest = needed.partition(",")[0].replace(">=", "==")
        yield lowest if which == "lowest" else needed
    yield from (needed for needed in extras["test"] if re.split("[>=]", needed)[0] in TOOLS)


def run(which: str, given: Sequence[str]) -> int:
    """Install these versions, run the tests, and return pytest's exit code."""
    with tempfile.TemporaryDirectory(prefix="painlog-bounds-") as directory:
        environment = Path(directory)
        venv.create(environment, with_pip=True)
        python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", *bounds(which)], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "-e", ROOT], check=True)
        subprocess.run([python, "-m", "pip", "list"], check=True)
        chosen = given or (*USUAL, *(f"tests/{folder}" for folder in FOLDERS))
        done = subprocess.run([python, "-m", "pytest", "-q", *chosen], cwd=ROOT, check=False)
        return done.returncode


if __name__ == "__main__":
    if sys.argv[1:2] not in (["lowest"], ["highest"]):
        sys.exit(__doc__)
    sys.exit(run(sys.argv[1], sys.argv[2:]))
