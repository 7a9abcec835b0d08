"""What strangers get: the page of the index, the package, and what stops a release."""

import importlib.util
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ADDRESS = "https://example.org/somebody/painlog"
RELATIVE = re.compile(r"\]\((?!https?:|#)")


def loaded(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hatch_build = loaded(ROOT / "hatch_build.py")
check = loaded(ROOT / "release" / "check.py")


def test_without_an_address_the_page_of_the_index_has_no_link_or_picture_of_its_own():
    page = hatch_build.index_page(README, "", "0.2.0")
    assert RELATIVE.search(README)
    assert RELATIVE.search(page) is None
    assert "![" not in page
    assert "CONTRIBUTING.md has the map of the code, SECURITY.md what" in page
    assert hatch_build.project_urls("") == {}


def test_with_an_address_every_link_of_the_page_leads_to_a_file_of_that_version():
    page = hatch_build.index_page(README, ADDRESS, "0.2.0")
    assert RELATIVE.search(page) is None
    targets = re.findall(rf"{ADDRESS}/(blob|raw)/v0\.2\.0/([^)#]+)", page)
    assert len(targets) == len(RELATIVE.findall(README))
    assert [target for _, target in targets if not (ROOT / target).exists()] == []
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page)
    assert pictures
    assert all(picture.startswith(f"{ADDRESS}/raw/v0.2.0/docs/images/") for picture in pictures)
    assert set(hatch_build.project_urls(ADDRESS)) == {
        "Source",
        "Documentation",
        "Changelog",
        "Issues",
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The source distribution and the wheel, each built twice."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    return [
        [Path(next(builder(str(ROOT)).build(directory=str(folder)))) for folder in folders]
        for builder in (SdistBuilder, WheelBuilder)
    ]


def test_the_package_is_the_same_to_the_byte_when_it_is_built_again(built):
    for first, second in built:
        assert first.read_bytes() == second.read_bytes()


def test_the_source_distribution_has_all_that_the_tests_need_and_no_leavings(built):
    with tarfile.open(built[0][0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {
        "SECURITY.md",
        ".ci/run",
        "README.md",
        "hatch_build.py",
        "release/check.py",
        "LICENSE",
    }
    assert needed <= names
    of_tests = {p.relative_to(ROOT) for p in (ROOT / "tests").rglob("*.py")}
    # What a setup.sh installed there is nobody's source.
    assert {str(p) for p in of_tests if ".windows" not in p.parts} <= names
    leavings = (
        "__pycache__",
        ".windows/",
        ".mypy_cache",
        ".egg-info",
        ".pyc",
        ".venv",
        ".hypothesis",
    )
    assert [name for name in names if any(part in name for part in leavings)] == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="which files are ours, Git knows")
def test_the_source_distribution_has_every_file_but_those_of_the_place_it_lives_in(built):
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    with tarfile.open(built[0][0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    absent = {name for name in listed if name and (ROOT / name).exists()} - names
    assert {name for name in absent if not name.startswith(".github/")} == {
        ".editorconfig",
        ".pre-commit-config.yaml",
    }


def test_the_wheel_holds_the_package_and_nothing_else(built):
    with zipfile.ZipFile(built[1][0]) as wheel:
        names = wheel.namelist()
        [metadata] = [wheel.read(n).decode() for n in names if n.endswith("/METADATA")]
    of_version = f"painlog-{check.version_of(ROOT)}"
    others = [
        name for name in names if not name.startswith(("painlog/", f"{of_version}.dist-info/"))
    ]
    assert others == [f"{of_version}.data/data/share/man/man1/painlog.1"]
    assert "painlog/py.typed" in names
    assert "painlog/views/clinician/page.typ" in names
    assert "Author: painlog contributors" in metadata
    assert RELATIVE.search(metadata.partition("\n\n")[2]) is None


def test_only_the_tag_of_the_version_is_released():
    assert list(check.of_tag(None, "0.2.0")) == []
    assert list(check.of_tag("v0.2.0", "0.2.0")) == []
    assert list(check.of_tag("v9.9.9", "0.2.0")) == [
        "The tag v9.9.9 is not that of version 0.2.0, which is v0.2.0."
    ]


def release_ready(root):
    """Copy the files that a release is judged by, with nothing in its way."""
    for name in ("pyproject.toml", "CHANGELOG.md", "CITATION.cff"):
        shutil.copy(ROOT / name, root / name)
    for name in ("src/painlog/__init__.py", "src/painlog/store/database.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    version = check.version_of(ROOT)
    edit(root / "pyproject.toml", 'address = ""', f'address = "{ADDRESS}"')
    (root / "CHANGELOG.md").write_text(f"## [Unreleased]\n\n## [{version}] - 2026-12-01\n\n- x\n")
    source = (root / "src/painlog/store/database.py").read_text("utf-8")
    schema = source.partition("SCHEMA_VERSION = ")[2].split()[0]
    fixtures = root / "tests" / "store" / "fixtures"
    fixtures.mkdir(parents=True)
    (fixtures / f"version_{schema}.db.gz").touch()


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_stands_in_the_way_of_what_is_ready(tmp_path):
    release_ready(tmp_path)
    assert [*check.obstacles(tmp_path)] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("pyproject.toml", f'address = "{ADDRESS}"', 'address = ""', "The project has no address."),
        ("CHANGELOG.md", " - 2026-12-01", "", "CHANGELOG.md has no section for"),
        ("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n- y\n", "CHANGELOG.md has changes"),
        ("CITATION.cff", "\nversion: ", "\nversion: 9", "CITATION.cff names another version"),
        (
            "src/painlog/store/database.py",
            "VERSION = ",
            "VERSION = 9",
            "The fixtures lack a journal of schema",
        ),
    ],
)
def test_a_release_is_refused_with_the_reason(tmp_path, name, old, new, said):
    release_ready(tmp_path)
    edit(tmp_path / name, old, new)
    [obstacle] = check.obstacles(tmp_path)
    assert obstacle.startswith(said)


def test_no_address_is_invented_anywhere():
    """The one setting, the links of others, and what every host of code is called."""
    hosts = re.compile(
        r"https?://(?:www\.)?(?:github|gitlab|codeberg)\.[a-z]+/[\w.-]*/?painlog", re.IGNORECASE
    )
    texts = [p for p in ROOT.rglob("*") if p.suffix in {".py", ".md", ".toml", ".yml", ".cff"}]
    ours = [p for p in texts if not {".venv", ".windows", "node_modules"} & set(p.parts)]
    assert [p.name for p in ours if hosts.search(p.read_text("utf-8", errors="replace"))] == []
