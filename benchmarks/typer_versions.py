"""Measure how long a Typer app of one command takes on several versions of Typer.

    python benchmarks/typer_versions.py [VERSION ...] [--rounds N]

Needs hyperfine. By default the versions are 0.28.0, which the pin allows, and the newest; each gets
an environment of its own. The output shows median times as ratios to the first version.
docs/decisions/003-typer-pin.md draws the conclusion.
"""

import argparse
import subprocess
import tempfile
import venv
from pathlib import Path

from programs import BARE
from timing import Contest, environment, medians

RUNS_A_ROUND = 5


def python_with(version: str, directory: Path) -> str:
    """Create an environment with that version of Typer; return its Python."""
    venv.create(directory, with_pip=True)
    python = str(directory / "bin" / "python")
    wanted = "typer" if version == "newest" else f"typer=={version}"
    subprocess.run([python, "-m", "pip", "install", "-q", wanted], check=True)
    return python


def main() -> None:
    """Install, measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("versions", nargs="*", default=["0.28.0", "newest"])
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        script = home / "bare.py"
        script.write_text(BARE, "utf-8")
        programs = {
            version: [python_with(version, home / version), str(script), "heel", "6"]
            for version in given.versions
        }
        times = medians(Contest(programs, None, given.rounds, RUNS_A_ROUND), environment(home))
    first = times[given.versions[0]]
    print("| Typer | against the first |\n|---|---|")
    for version, seconds in times.items():
        print(f"| {version} | {seconds / first:.2f} |")


if __name__ == "__main__":
    main()
