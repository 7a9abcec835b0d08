"""List what still stands in the way of a release; exit 1 if anything does.

    python release/check.py [--tagged TAG]

It builds the package twice, in a temporary directory, and changes nothing. With `--tagged` the tag
is there already, and has to be that of the version. RELEASING.md says when to run it.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Print one obstacle a line; return 0 if there is none."""
    match sys.argv[1:]:
        case []:
            tag = None
        case ["--tagged", tag]:
            pass
        case _:
            sys.exit(__doc__)
    found = [*obstacles(ROOT), *_of_the_build(), *_of_git(version_of(ROOT), tag)]
    for obstacle in found:
        sys.stdout.write(f"- {obstacle}\n")
    if not found:
        sys.stdout.write(f"Nothing stands in the way of {version_of(ROOT)}.\n")
    return 1 if found else 0


def version_of(root: Path) -> str:
    """Return the version that the package states."""
    text = (root / "src" / "painlog" / "__init__.py").read_text("utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def obstacles(root: Path) -> Iterator[str]:
    """Yield the obstacles that the files show: address, changelog, migrations, citation."""
    version = version_of(root)
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    address = project["tool"]["hatch"]["metadata"]["hooks"]["custom"]["address"]
    if not address.startswith("https://"):
        yield (
            "The project has no address. Set `address` in pyproject.toml to its URL: "
            "https://host/owner/name"
        )
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    if not re.search(
        rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE
    ):
        yield f"CHANGELOG.md has no section for {version} with its date."
    unreleased = changelog.partition("## [Unreleased]")[2].partition("\n## ")[0]
    if unreleased.strip():
        yield f"CHANGELOG.md has changes under Unreleased. Move them to {version}."
    if f"\nversion: {version}\n" not in (root / "CITATION.cff").read_text("utf-8"):
        yield f"CITATION.cff names another version than {version}."
    schema = (root / "src" / "painlog" / "store" / "database.py").read_text("utf-8")
    newest = int(schema.partition("SCHEMA_VERSION = ")[2].split()[0])
    fixture = root / "tests" / "store" / "fixtures" / f"version_{newest}.db.gz"
    if not fixture.exists():
        yield (
            f"The fixtures lack a journal of schema {newest} ({fixture.name}). Add one, so that "
            "the tests freeze its migration from this release on."
        )


def _of_the_build() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "first"), Path(folder, "second")
        for into in (first, second):
            built = _run(sys.executable, "-m", "build", "--outdir", str(into), str(ROOT))
            if built.returncode:
                yield f"The build fails: {built.stderr.strip()[-300:]}"
                return
        names = sorted(file.name for file in first.iterdir())
        yield from (
            f"{name} differs when it is built again."
            for name in names
            if (first / name).read_bytes() != (second / name).read_bytes()
        )
        files = [str(first / name) for name in names]
        checked = _run(sys.executable, "-m", "twine", "check", "--strict", *files)
        if checked.returncode:
            yield f"twine rejects the package's description: {checked.stdout.strip()[-300:]}"


def _of_git(version: str, tag: str | None) -> Iterator[str]:
    if _run("git", "status", "--porcelain").stdout.strip():
        yield "The checkout has uncommitted changes."
    if tag is None and _run("git", "tag", "--list", f"v{version}").stdout.strip():
        yield f"The tag v{version} exists already. Raise the version."
    yield from of_tag(tag, version)


def of_tag(tag: str | None, version: str) -> Iterator[str]:
    """Yield the obstacle that a tag is, if it is not that of the version."""
    if tag not in (None, f"v{version}"):
        yield f"The tag {tag} is not that of version {version}, which is v{version}."


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


if __name__ == "__main__":
    sys.exit(main())
