"""What the documentation shows is what the program says."""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def generated():
    return script("generate")


def test_the_readme_shows_what_its_commands_print(generated):
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count("\n$ painlog") >= 8
    assert generated.readme() == text


def test_the_pictures_of_the_terminal_are_what_it_prints(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    import terminal

    assert terminal.stale() == []


def test_the_manual_page_is_what_help_says(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    page = script("manpage").manual()
    assert page == (ROOT / "docs" / "painlog.1").read_text("utf-8")
    assert ".SS painlog treatments show" in page
    assert "NO_COLOR" in page
    if shutil.which("groff"):
        drawn = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww"],
            input=page,
            capture_output=True,
            text=True,
            check=True,
        )
        assert drawn.stderr == ""


def test_the_medicines_page_has_the_catalogue_as_it_is(generated):
    assert generated.medicines() == (ROOT / "docs" / "medicines.md").read_text("utf-8")


def test_the_red_flags_page_has_the_questions_and_services_as_they_are(generated):
    assert generated.red_flags() == (ROOT / "docs" / "red-flags.md").read_text("utf-8")


def test_the_command_page_is_what_help_says(generated):
    assert generated.commands() == (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_comment_stands_behind_a_command_as_zsh_would_pass_it_on(page):
    blocks = re.findall(
        r"^```(?:sh|console)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    commands = (line for block in blocks for line in block.splitlines())
    behind = [line for line in commands if re.match(r"[$>\s]*[^#\s$>].*\s#\s", line)]
    assert behind == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []
